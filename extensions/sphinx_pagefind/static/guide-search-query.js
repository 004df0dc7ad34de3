/* From what a reader types to what Pagefind is asked for: an ES module, loaded with the first query.
 *
 * It needs no page, so that "python -m sphinx_pagefind" can run the same code. "terms" is what the
 * build has written to "_pagefind/terms.json": synonyms, ignored words, values that are excluded. */

const MOST_WORDS_OF_A_PHRASE = 4;

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

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

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

/* Return the words to search for: phrases replaced by their synonyms, without ignored words. */
export function understand(text, { synonyms = {}, ignored = [], language }) {
  const given = split(text, language);
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
async function known(pagefind, word, language = "") {
  const form = await formOf(pagefind, word, language);
  if (form || !isDivided(language)) return form ? [form] : [];
  for (let end = word.length - 1; end > 0; end -= 1) {
    const start = word.slice(0, end);
    if ((await pagefind.search(`"${start}"`)).results.length) {
      const rest = await known(pagefind, word.slice(end), language);
      return rest.length ? [start, ...rest] : [];
    }
  }
  return [];
}

/* Return the form of a word that some page has: the word itself, also as the start of another, or
 * without the s of a plural, which Pagefind knows of longer words only: RNs. For a word that is on
 * no page, Pagefind searches for the longest start of it that there is. */
async function formOf(pagefind, word, language) {
  let best = "", most = 0;
  for (const form of /..s$/i.test(word) ? [word, word.slice(0, -1)] : [word]) {
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

/* Return the results of a query.
 *
 * Of its words those that no page has are left out, and named. Where no page has all the others,
 * fewer are searched for. What is excluded is found if nothing else is.
 */
export async function search(pagefind, text, terms, { filters = {}, literal = false } = {}) {
  const { language } = terms;
  const understood = literal ? split(text, language) : understand(text, terms);
  const missing = [];
  let words = [];
  for (const word of understood) {
    const forms = await known(pagefind, word, language);
    words.push(...forms);
    if (!forms.length) missing.push(word);
  }
  if (!words.length && understood.length) return { results: [], filters: {}, words, missing };
  const excluded = Object.entries(terms.excluded ?? {});
  const isShown = !excluded.length || excluded.some(([name]) => filters[name]);
  const visible = isShown ? filters : { ...filters, not: Object.fromEntries(excluded) };
  const ask = async (wanted, chosen = visible) =>
    pagefind.search(wanted.join(" ") || null, { filters: chosen });

  let found = await ask(words);
  if (!found.results.length && !isShown) found = await ask(words, filters);
  while (!found.results.length && words.length > 1) {
    const ways = [];
    for (const left of words) {
      const kept = words.filter((word) => word !== left);
      ways.push({ left, kept, found: await ask(kept) });
    }
    const best = ways.reduce((one, other) =>
      (other.found.results.length > one.found.results.length ? other : one));
    missing.push(best.left);
    ({ kept: words, found } = best);
  }
  const first = literal ? [] : await leading(words, found.results, terms, ask);
  const ids = new Set(first.map(({ id }) => id));
  const asked = split(text, language).map(fold).join(isDivided(language ?? "") ? "" : " ");
  return {
    results: [...first, ...found.results.filter(({ id }) => !ids.has(id))],
    filters: found.filters,
    words,
    missing,
    isOther: !literal && words.some((word) => !asked.includes(fold(word))),
  };
}

/* Return the results that come first: of pages on a topic if the query names one and something
 * else; otherwise the page of which the query is a name. */
async function leading(words, results, terms, ask) {
  const { topics = {}, leading: fields = [], naming = [], language } = terms;
  const has = (names) => ({ matchedMetaFields: matched = [] }) =>
    names.some((name) => matched.includes(name));
  const isTopic = (word) => Object.hasOwn(topics, fold(word));
  const others = words.filter((word) => !isTopic(word));
  if (others.length && others.length < words.length) {
    const about = words.filter(isTopic).map((word) => topics[fold(word)]);
    const found = await ask([...others, ...about]);
    return found.results.filter(has(naming));
  }
  const named = results.find(has(fields));
  if (!named) return [];
  const { meta } = await named.data();
  const names = split(fields.map((name) => meta[name] ?? "").join(" "), language).map(fold);
  const isName = (word) => names.some((name) => name.startsWith(word) || word.startsWith(name));
  return words.map(fold).every(isName) ? [named] : [];
}

/* Return the number of letters to change, insert, delete or swap to make one word of another, or
 * "limit" if it is at least that many. */
function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) >= limit) return limit;
  let last = [], row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] !== other[j - 1]));
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (i > 1 && j > 1 && isSwap) next[j] = Math.min(next[j], last[j - 2] + 1);
    }
    [last, row] = [row, next];
  }
  return Math.min(limit, row[other.length]);
}

/* Return the words of names (titles, tags) that are spelled like a word that no page has: one
 * letter off, from eight letters on two. The nearest come first, at most three. */
export function nearest(word, names) {
  const wanted = fold(word);
  if (wanted.length < 4) return [];
  const limit = wanted.length < 8 ? 2 : 3;
  const found = new Map();
  for (const name of names) {
    for (const part of split(name)) {
      const away = distance(wanted, fold(part), limit);
      if (away < limit && away < (found.get(fold(part)) ?? limit)) found.set(fold(part), away);
    }
  }
  return [...found].sort((a, b) => a[1] - b[1]).slice(0, 3).map(([part]) => part);
}
