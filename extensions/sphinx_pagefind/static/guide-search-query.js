/* From what a reader types to what Pagefind is asked for: an ES module, loaded with the first query.
 *
 * It needs no page, so that "python -m sphinx_pagefind" can run the same code. "terms" is what the
 * build has written to "_pagefind/terms.json": synonyms, ignored words, values that are excluded. */

// With the version of this file, so that a browser does not take an older one from its cache.
const { search: version } = new URL(import.meta.url);
const [{ fold, isCommon, isDivided, isSame, split, understand }, { inHeadings, leading }, { has }] = await Promise.all(
  ["words", "ranking", "scores"].map((name) => import(`./guide-search-${name}.js${version}`)));
export { fold, split };

const indexes = new Map();

/* Return the index of a language, and what is known of its words. Synonyms are in the language of
 * the site. If a language has no index, that without its region is taken, or the first. */
export function open(library, terms, { wanted, main, address }) {
  const { languages, ranking } = terms;
  const base = (language) => language.split("-")[0];
  const language = [wanted, base(wanted)].find((each) => languages.includes(each)) ?? languages[0];
  if (!indexes.has(language)) {
    const basePath = language === languages[0] ? address : `${address}languages/${language}/`;
    // Its worker would load the same code again.
    const options = { noWorker: true, baseUrl: "/", excerptLength: 24, ranking, basePath };
    indexes.set(language, library.createInstance(options));
  }
  const isOther = base(language) !== base(main);
  const own = { ...terms, language, ...(isOther && { synonyms: {}, ignored: [] }) };
  return { pagefind: indexes.get(language), terms: own };
}

/* Return the other languages that have an index, each with its own name for itself. */
export const others = ({ language, languages }) =>
  languages.filter((each) => each !== language)
    .map((each) => [each, new Intl.DisplayNames([each], { type: "language" }).of(each)]);

/* Return the words to search for in place of one of a query: none if no page that "filters" lets
 * through has it. Browsers do not divide Japanese and the like quite as Pagefind does, so its parts
 * may be on a page. */
async function known(pagefind, word, terms, filters) {
  const form = await formOf(pagefind, word, terms, filters);
  if (form || !isDivided(terms.language ?? "")) return form ? [form] : [];
  for (let end = word.length - 1; end > 0; end -= 1) {
    const start = word.slice(0, end);
    if ((await pagefind.search(`"${start}"`, { filters })).results.length) {
      const rest = await known(pagefind, word.slice(end), terms, filters);
      return rest.length ? [start, ...rest] : [];
    }
  }
  return [];
}

/* Return the form of a word that most pages have: the word itself, also as the start of another,
 * without the s of a plural, which Pagefind knows of longer words only (RNs), or in another
 * spelling (color). For a word that is on no page, Pagefind searches for the longest start of it
 * that there is. */
async function formOf(pagefind, word, { language, spellings = {} }, filters) {
  const forms = /..s$/i.test(word) ? [word, word.slice(0, -1)] : [word];
  for (const [one, other] of Object.entries(spellings)) {
    if (fold(word).startsWith(one)) forms.push(other + word.slice(one.length));
  }
  let best = "", most = 0;
  for (const form of forms) {
    const { results } = await pagefind.search(`"${form}"`, { filters });
    if (results.length > most) [best, most] = [form, results.length];
  }
  if (most) return best;
  const { results } = await pagefind.search(word, { filters });
  if (!results.length) return "";
  const { meta, raw_content: content, locations } = await results[0].data();
  const words = content.includes("\u200B") ? content.split("\u200B") : content.split(/\s+/);
  // Of a word on most pages of a large site, Pagefind knows no place in the text.
  const places = locations.length ? locations.map((place) => words[place] ?? "") : words;
  const matched = [...places, ...Object.values(meta)];
  const starts = matched.flatMap((text) => split(text, language)).map(fold);
  return starts.some((start) => start.startsWith(fold(word))) ? word : "";
}

/* Return what a word is the name of, whether it is the main one, and the words of all names that
 * have it; null if it is none. */
function nameOf(word, meta, { naming, language }) {
  const isIn = (words) => words.some((each) => isSame(word, each));
  const all = naming.flatMap((name) => (meta[name] ?? "").split(",")).map((name) => split(name, language));
  const having = all.filter(isIn);
  const isMain = isIn(split(meta.career ?? "", language));
  return isMain || having.length ? { isMain, of: meta.career, all: having } : null;
}

/* Return the words that are on few pages; if there are none, the first one. Each of the others is an
 * entry for nearly every page to load, 20 kB for 10,000 pages. */
function rarest(words, common) {
  const rare = words.filter((word) => !isCommon(word, common));
  return rare.length ? rare : words.slice(0, 1);
}

/* Return the results of a query.
 *
 * Of its words those that no page has are left out, and named; "suggest" returns pairs of such a
 * word and one that is spelled like it, which is searched for beside other words. Where no page has
 * all of them, fewer are searched for. What is excluded is found if nothing else is: a word that is
 * only there counts as misspelled if there is one that is spelled like it.
 */
export async function search(pagefind, text, terms, { suggest, ...options } = {}) {
  const found = await searchFor(pagefind, text, terms, options);
  const { unknown } = found;
  const near = suggest && unknown.length ? await suggest(unknown) : [];
  const isExcluding = Object.keys(terms.excluded ?? {}).length > 0;
  if (isExcluding && !near.length && !found.results.length) {
    return searchFor(pagefind, text, terms, { ...options, withExcluded: true });
  }
  if (!near.length || options.literal || split(text, terms.language).length < 2) return found;
  const nearest = new Map(near.reverse()); // the first of each word is the nearest
  const corrected = [...nearest].reduce((done, [word, other]) => done.replace(word, other), text);
  const better = await searchFor(pagefind, corrected, terms, options);
  if (!better.results.length) return found;
  const missing = [...new Set([...unknown, ...better.missing])];
  return { ...better, missing, isOther: true, isCorrected: true };
}

async function searchFor(pagefind, text, terms, { filters = {}, literal = false, withExcluded = false }) {
  const { language, naming = [], topics = {}, lists = {}, common = {} } = terms;
  const { words: understood, hints } = literal
    ? { words: split(text, language), hints: [] }
    : understand(text, terms);
  const isTopic = (word) => Object.hasOwn(topics, fold(word));
  const asksFor = hints.find(({ topic }) => lists[topic]);
  if (!understood.length && hints.length) understood.push((asksFor ?? hints[0]).topic);
  const missing = [], words = [], names = new Map(), hits = new Map();
  const excluded = Object.entries(terms.excluded ?? {});
  const isShown = withExcluded || !excluded.length || excluded.some(([name]) => filters[name]);
  const not = isShown ? {} : { not: Object.fromEntries(excluded) };
  const visible = { ...filters, ...not };
  const ask = async (wanted, chosen = visible) =>
    pagefind.search(wanted.join(" ") || null, { filters: chosen });
  const look = async (each) => {
    for (const word of each) {
      const forms = await known(pagefind, word, terms, not);
      words.push(...forms);
      if (!forms.length) missing.push(word);
      for (const form of forms) {
        const { results } = await ask([form]);
        const named = results.find(has(naming));
        const { meta = {} } = named ? await named.data() : {};
        const name = named ? nameOf(form, meta, terms) : null;
        if (name) names.set(form, name);
        // Pagefind found it by its stem: "banned" is no banquet.
        const isOther = named && !fold(naming.map((each) => meta[each] ?? "").join(" ")).includes(fold(form));
        const isStem = !name && isOther ? has(naming) : () => false;
        hits.set(form, new Map(results.map((result) =>
          [result.id, isStem(result) ? { ...result, score: 0 } : result])));
      }
    }
  };
  // The pages on a topic are known: the word itself is looked for only if it is all there is.
  const wanted = understood.filter((word) => literal || !isTopic(word));
  await look(literal ? wanted : rarest(wanted, common[language] ?? []));
  const about = literal ? [] : understood.filter(isTopic);
  const isAbout = about.length > 0 && words.length > 0;
  if (!words.length) await look(about);
  const isTyped = (name) => name.every((one) => words.some((word) => isSame(word, one)));
  const isWhole = ([, { isMain, all }]) => isMain || all.some(isTyped);
  const dropParts = () => {
    for (const one of [...names].filter((each) => !isWhole(each))) names.delete(one[0]);
  };
  if ([...names].some(isWhole)) dropParts(); // a nurse manager is no farm manager
  const asked = split(text, language).map(fold).join(isDivided(language ?? "") ? "" : " ");
  const isAsked = (word) => asked.includes(fold(word));
  const unknown = missing.filter(isAsked);
  if (!words.length && understood.length) {
    if (literal || understood.every(isAsked)) return { results: [], filters: {}, words, missing, unknown };
    // What stands for the words is on no page; they may be on one.
    return searchFor(pagefind, text, terms, { filters, literal: true, withExcluded });
  }
  let found = await ask(words);
  let kept = words;
  if (!found.results.length && !isShown && !names.size) found = await ask(words, filters);
  if (words.length > 1 && (await isElsewhere(found.results, words, names, naming))) {
    // A word of a name that is not typed whole may be meant by itself: a test is no tester.
    dropParts();
    // Names first; then what is rarest and says most, if a page of what is named has it.
    const order = [...words].sort((one, other) =>
      names.has(other) - names.has(one) || hits.get(one).size - hits.get(other).size);
    const fits = names.size ? has(naming) : () => true;
    kept = [];
    for (const chosen of isShown ? [filters] : [visible, filters]) {
      for (const word of kept.length ? [] : order) {
        const more = await ask([...kept, word], chosen);
        if (more.results.some(fits)) [kept, found] = [[...kept, word], more];
      }
    }
    missing.push(...words.filter((word) => !kept.includes(word)));
    kept = words.filter((word) => kept.includes(word));
  }
  const first = literal
    ? { pages: [] }
    : await leading({ words, kept, names, found, terms, ask, hints, about: isAbout ? about : [], hits,
      phrases: await phrased(text, { words, names, ask, terms }) });
  // Only what is asked about something, such as "jobs without a degree".
  const isGeneral = words.every((word) => isTopic(word) || word === asksFor?.topic || /^\d+$/.test(word))
    && (asksFor || understood.some(isTopic));
  const list = lists[asksFor?.topic] ?? Object.values(lists)[0];
  if (list && !literal && (isGeneral || (asksFor?.rank < 0.5 && !names.size))) {
    first.pages.unshift(...(await ask([list])).results);
  }
  // Each search has results of its own for the same pages.
  const pages = new Map();
  for (const result of [...first.pages, ...found.results]) {
    if (!pages.has(result.id)) pages.set(result.id, result);
  }
  if (first.isWider) { // their words count
    kept = words;
    missing.splice(0, missing.length, ...unknown);
  }
  const shown = [...new Set([...kept, ...(isAbout ? about : []), ...(first.topic ? [first.topic] : [])])];
  return {
    results: [...pages.values()],
    filters: found.filters,
    words: shown,
    missing: missing.filter(isAsked),
    unknown,
    isOther: !literal && !shown.every(isAsked),
  };
}

/* Return id of a page -> the number of pairs of words, none of them a name, that it has one after the
 * other as they were typed, if nothing is named also with ignored words in between. Phrases that
 * have a synonym are no words of a page. */
async function phrased(text, { words, names, ask, terms }) {
  const { synonyms = {}, ignored = [], common = {}, language } = terms;
  const typed = split(text, language);
  const keys = Object.keys(synonyms).map((key) => ` ${key} `);
  const free = words.filter((word) => !names.has(word));
  const isFree = (word) => free.some((each) => isSame(word, each));
  const found = new Map();
  const isSmall = (word) => !names.size && ignored.includes(fold(word)) && !isCommon(word, common[language] ?? []);
  for (let at = 0; at < typed.length; at += 1) {
    const next = typed.findIndex((word, place) => place > at && !isSmall(word));
    const phrase = typed.slice(at, next + 1).join(" ");
    if (next < 0 || ![typed[at], typed[next]].every(isFree)) continue;
    if (keys.some((key) => key.includes(` ${fold(phrase)} `))) continue;
    for (const { id } of (await ask([`"${phrase}"`])).results) found.set(id, (found.get(id) ?? 0) + 1);
  }
  return found;
}

/* Return whether there are no results, or only those of pages about something else than is named. */
async function isElsewhere(results, words, names, naming) {
  if (!results.length) return true;
  if (![...names.values()].some(({ isMain }) => isMain) || results.some(has(naming))) return false;
  return !inHeadings(words, await results[0].data()).length;
}
