/* Words of a query and of names: an ES module of pure functions, see "guide-search-query.js". */

const MOST_WORDS_OF_A_PHRASE = 4;

export const fold = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();

/* Return whether words of a language follow each other without spaces. */
export const isDivided = (language) => ["ja", "th", "zh"].includes(language.split("-")[0]);

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

/* Return whether two words differ in their ending at most. */
export function isSame(one, other) {
  const length = Math.min(one.length, other.length);
  const start = length < 6 ? Math.max(3, length) : Math.max(4, length - 2);
  const begins = (word) => fold(word).slice(0, start);
  return begins(one) === begins(other) && Math.abs(one.length - other.length) <= 3;
}
