/* From what a reader types to what Pagefind is asked for: an ES module, loaded with the first query.
 *
 * It needs no page, so that "python -m sphinx_pagefind" can run the same code. "terms" is what the
 * build has written to "_pagefind/terms.json": synonyms, ignored words, values that are excluded. */

const MOST_WORDS_OF_A_PHRASE = 4;
const FEW = 5; // results that are looked into, as many as are shown at first

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

export const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/* Return whether words of a language follow each other without spaces. */
const isDivided = (language) => ["ja", "th", "zh"].includes(language.split("-")[0]);

/* Return the words of a query. A currency sign before a number is on no page as a word of its own,
 * and the full stop of ".NET" would be lost: such words are "dotnet" in the index. */
export function split(text, language = "") {
  const words = text
    .normalize("NFC")
    .replace(/\p{Sc}\s?(?=\d)/gu, " ")
    .replace(/(\d)\s?\p{Sc}/gu, "$1 ")
    .replace(/(^|\s)\.(?=\p{L})/gu, "$1dot")
    .split(/\s+/)
    .map((word) => word.replace(/^((?![#&_])\p{P})+|((?![#&_])\p{P})+$/gu, ""))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (!isDivided(language)) return words;
  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  return words.flatMap((word) => (/^[\x20-\x7E]+$/.test(word)
    ? [word]
    : [...segmenter.segment(word)].filter((part) => part.isWordLike).map((part) => part.segment)));
}

/* Replace a pattern of words: with "what do * make" for "* pay", "what do nurses make" becomes
 * "nurses pay". What is before or behind it stays. */
function reframed(given, synonyms) {
  for (const [pattern, instead] of Object.entries(synonyms)) {
    if (!pattern.includes("*")) continue;
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "(.+?)");
    const found = new RegExp(`(?<!\\S)${source}(?!\\S)`, "d").exec(given.map(fold).join(" "));
    if (!found) continue;
    // Places in the folded text are places of words, which are kept as they were typed.
    const at = (place) => (place ? found.input.slice(0, place).split(" ").length - 1 : 0);
    const parts = found.indices.map(([start, end]) =>
      [at(start), at(start) + found.input.slice(start, end).split(" ").length]);
    const [[start, end], ...gaps] = parts;
    const middle = instead.split(" ").flatMap((word) =>
      (word === "*" ? given.slice(...gaps.shift()) : [word]));
    return [...given.slice(0, start), ...middle, ...given.slice(end)];
  }
  return given;
}

/* Return the words to search for: phrases replaced by their synonyms, without ignored words. */
export function understand(text, { synonyms = {}, ignored = [], language }) {
  const given = reframed(split(text, language), synonyms);
  const words = [];
  for (let place = 0; place < given.length; ) {
    let length = Math.min(MOST_WORDS_OF_A_PHRASE, given.length - place);
    const phrase = () => fold(given.slice(place, place + length).join(" "));
    while (length && !Object.hasOwn(synonyms, phrase())) length -= 1;
    words.push(...(length ? split(synonyms[phrase()]) : [given[place]]));
    place += length || 1;
  }
  const kept = words.filter((word) => !ignored.includes(fold(word)));
  return [...new Set(kept.length ? kept : words)];
}

/* Return the words to search for in place of one of a query: none if it is on no page. Browsers do
 * not divide Japanese and the like quite as Pagefind does, so its parts may be on a page. */
async function known(pagefind, word, terms) {
  const form = await formOf(pagefind, word, terms);
  if (form || !isDivided(terms.language ?? "")) return form ? [form] : [];
  for (let end = word.length - 1; end > 0; end -= 1) {
    const start = word.slice(0, end);
    if ((await pagefind.search(`"${start}"`)).results.length) {
      const rest = await known(pagefind, word.slice(end), terms);
      return rest.length ? [start, ...rest] : [];
    }
  }
  return [];
}

/* Return the form of a word that most pages have: the word itself, also as the start of another,
 * without the s of a plural, which Pagefind knows of longer words only (RNs), or in another
 * spelling (color). For a word that is on no page, Pagefind searches for the longest start of it
 * that there is. */
async function formOf(pagefind, word, { language, spellings = {} }) {
  const forms = /..s$/i.test(word) ? [word, word.slice(0, -1)] : [word];
  for (const [one, other] of Object.entries(spellings)) {
    if (fold(word).startsWith(one)) forms.push(other + word.slice(one.length));
  }
  let best = "", most = 0;
  for (const form of forms) {
    const { results } = await pagefind.search(`"${form}"`);
    if (results.length > most) [best, most] = [form, results.length];
  }
  if (most) return best;
  const { results } = await pagefind.search(word);
  if (!results.length) return "";
  const { meta, raw_content: content, locations } = await results[0].data();
  const words = content.includes("\u200B") ? content.split("\u200B") : content.split(/\s+/);
  const matched = [...locations.map((place) => words[place] ?? ""), ...Object.values(meta)];
  const starts = matched.flatMap((text) => split(text, language)).map(fold);
  return starts.some((start) => start.startsWith(fold(word))) ? word : "";
}

/* Return whether a result has one of the words in metadata of these names. */
const has = (names) => ({ matchedMetaFields: matched = [] }) =>
  names.some((name) => matched.includes(name));

/* Return the results of a query.
 *
 * Of its words those that no page has are left out, and named. Where no page has all the others,
 * fewer are searched for. What is excluded is found if nothing else is.
 */
export async function search(pagefind, text, terms, { filters = {}, literal = false } = {}) {
  const { language, naming = [] } = terms;
  const understood = literal ? split(text, language) : understand(text, terms);
  const missing = [], words = [], names = new Set(), number = new Map();
  for (const word of understood) {
    const forms = await known(pagefind, word, terms);
    words.push(...forms);
    if (!forms.length) missing.push(word);
    for (const form of forms) {
      const { results } = await pagefind.search(form);
      number.set(form, results.length);
      if (results.some(has(naming))) names.add(form);
    }
  }
  if (!words.length && understood.length) return { results: [], filters: {}, words, missing };
  const excluded = Object.entries(terms.excluded ?? {});
  const isShown = !excluded.length || excluded.some(([name]) => filters[name]);
  const visible = isShown ? filters : { ...filters, not: Object.fromEntries(excluded) };
  const ask = async (wanted, chosen = visible) =>
    pagefind.search(wanted.join(" ") || null, { filters: chosen });

  let found = await ask(words);
  let kept = words;
  if (!found.results.length && !isShown && !names.size) found = await ask(words, filters);
  if (!found.results.length && words.length > 1) {
    // Names first; then what is rarest and says most, if a page of what is named has it.
    const order = [...words].sort((one, other) =>
      names.has(other) - names.has(one) || number.get(one) - number.get(other));
    kept = [];
    for (const word of order) {
      const more = await ask([...kept, word]);
      const fits = names.size ? has(naming) : () => true;
      if (more.results.some(fits)) [kept, found] = [[...kept, word], more];
    }
    missing.push(...words.filter((word) => !kept.includes(word)));
    kept = words.filter((word) => kept.includes(word));
  }
  const first = literal ? [] : await leading({ words, kept, names, found, terms, ask });
  const ids = new Set(first.map(({ id }) => id));
  const asked = split(text, language).map(fold).join(isDivided(language ?? "") ? "" : " ");
  return {
    results: [...first, ...found.results.filter(({ id }) => !ids.has(id))],
    filters: found.filters,
    words: kept,
    missing,
    isOther: !literal && kept.some((word) => !asked.includes(fold(word))),
  };
}

/* Return the results that come first: of pages on a topic if the query names one and something
 * else; of the pages of what it names, the one that is about the other words, too. */
async function leading({ words, kept, names, found, terms, ask }) {
  const { topics = {}, naming = [] } = terms;
  const about = Object.keys(topics).filter((topic) => words.some((word) => fold(word) === topic));
  const others = words.filter((word) => !about.includes(fold(word)));
  const named = others.filter((word) => names.has(word));
  if (about.length) {
    for (const wanted of [others, named]) {
      if (!wanted.length) continue;
      const pages = [];
      for (const topic of about) {
        const { results } = await ask([...wanted, topics[topic]]);
        pages.push(...results.filter(has(naming)));
      }
      if (pages.length) return pages;
    }
  }
  return named.length ? nearestTo(kept, names, found.results, terms) : [];
}

/* Return those of the first pages with most words of the query in their names, titles and
 * descriptions; where these are equal, the page that bears the name comes first if the query ends
 * with it: a conference interpreter, but the back pain of nurses. */
async function nearestTo(words, names, results, { naming, leading: fields = [], language }) {
  const ofNamed = results.filter(has(naming)).slice(0, FEW - 1);
  const wanted = [results.find(has(fields)), results[0], ...ofNamed].slice(0, FEW + 1);
  const few = results.filter((result) => wanted.includes(result));
  const isNamed = names.has(words.at(-1)) || words.every((word) => names.has(word));
  const ranked = await Promise.all(few.map(async (result) => {
    const { meta } = await result.data();
    const text = Object.values(meta).flatMap((value) => split(value, language)).map(fold);
    const number = words.map(fold).filter((word) => text.some((each) => isSame(word, each))).length;
    return { result, number: number + (isNamed && has(fields)(result) ? 0.5 : 0) };
  }));
  return ranked.sort((one, other) => other.number - one.number).map(({ result }) => result);
}

/* Return whether two words differ in their ending at most. */
function isSame(one, other) {
  const length = Math.min(one.length, other.length);
  const start = length < 6 ? Math.max(3, length) : Math.max(4, length - 2);
  return one.slice(0, start) === other.slice(0, start);
}
