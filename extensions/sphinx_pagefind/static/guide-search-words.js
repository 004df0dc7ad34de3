/* Words of a query and of names: an ES module of pure functions, see "guide-search-query.js". */

const MOST_WORDS_OF_A_PHRASE = 7;
const BETWEEN = "~~~"; // before a topic that is meant between two names

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

/* As phrases are compared: "what's" and "whats" are the same. */
const plain = (word) => fold(word).replaceAll("'", "");

const said = (text, isDone = true) =>
  text.split(" ").filter((word) => word && word !== "-").map((word) => ({ word, isDone }));

/* Replace patterns: with "what do * make" for "* pay", "what do nurses make" becomes "nurses pay".
 * What is before or behind it stays; "#" is a number, and "-" leaves out what "*" stands for. */
function reframed(given, synonyms, isLast = false) {
  for (const [pattern, instead] of Object.entries(synonyms)) {
    if (!/\*|(?<!\S)#/.test(pattern) || instead.includes(BETWEEN) !== isLast) continue;
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "(.+?)")
      .replace(/(?<!\S)#/g, "\\d+");
    const words = given.map(({ word, isDone }) => (isDone ? "\0" : plain(word)));
    const found = new RegExp(`(?<!\\S)${source}(?!\\S)`, "d").exec(words.join(" "));
    if (!found) continue;
    // Places in this text are places of words, which are kept as they were typed.
    const at = (place) => (place ? found.input.slice(0, place).split(" ").length - 1 : 0);
    const parts = found.indices.map(([start, end]) =>
      [at(start), at(start) + found.input.slice(start, end).split(" ").length]);
    const [[start, end], ...gaps] = parts;
    const middle = instead.split(" ").flatMap((word) => {
      if (word !== "*" && word !== "-") return said(word);
      const gap = given.slice(...(gaps.shift() ?? [0, 0]));
      return word === "*" ? gap : [];
    });
    given = [...given.slice(0, start), ...middle, ...given.slice(end)];
  }
  return given;
}

/* Replace phrases by their synonyms, the longest first. Ignored words inside a phrase may be left
 * out: "without having any experience". */
function replaced(given, synonyms, isIgnored) {
  const found = [];
  for (let place = 0; place < given.length; ) {
    let length = Math.min(MOST_WORDS_OF_A_PHRASE, given.length - place), instead;
    for (; length && instead === undefined; length -= instead === undefined ? 1 : 0) {
      const [first, ...others] = given.slice(place, place + length);
      if ([first, ...others].some(({ isDone }) => isDone)) continue;
      const inner = others.filter((one, at) => at === others.length - 1 || !isIgnored(one));
      for (const some of [others, inner]) {
        const phrase = [first, ...some].map(({ word }) => plain(word)).join(" ");
        if (Object.hasOwn(synonyms, phrase)) instead ??= synonyms[phrase];
      }
    }
    found.push(...(length ? said(instead) : [given[place]]));
    place += length || 1;
  }
  return found;
}

/* Return words as one phrase, without those that only say what is asked about it. */
const phraseOf = (words, isAbout) =>
  words.filter((one) => !isAbout(one)).map(({ word }) => plain(word)).join(" ");

/* Return the words to search for, phrases replaced by their synonyms and without ignored words; in
 * "whole", phrases that are replaced only where a query has nothing else but a topic. And the topics
 * that phrases only suggest, the strongest first: "~start", weaker "~~start", and "~~~start" only
 * between two names. With "~start/challenges", a page on "challenges" comes first if it has the other
 * words. */
export function understand(text, { synonyms = {}, whole = {}, ignored = [], topics = {}, language }) {
  const typed = said(split(text, language).join(" "), false);
  const isIgnored = ({ word, isDone }) => !isDone && ignored.includes(plain(word));
  const given = reframed(replaced(reframed(typed, synonyms), synonyms, isIgnored), synonyms, true);
  const some = given.filter((one) => !isIgnored(one));
  const kept = some.length ? some : typed;
  const isHint = ({ word }) => word.startsWith("~");
  const isTopic = ({ word }) => Object.hasOwn(topics, plain(word));
  const isAbout = [isHint, (one) => isHint(one) || isTopic(one)].find((each) =>
    Object.hasOwn(whole, phraseOf(kept, each)));
  const meant = isAbout ? [...said(whole[phraseOf(kept, isAbout)]), ...kept.filter(isAbout)] : kept;
  const all = [...new Set(meant.map(({ word }) => word))];
  const order = Object.keys(topics);
  const hints = all.filter((word) => word.startsWith("~")).map((word) => {
    const [topic, ...instead] = word.replace(/^~+/, "").split("/");
    const rank = word.lastIndexOf("~") + order.indexOf(topic) / (order.length + 1);
    return { topic, instead, rank };
  });
  return {
    words: all.filter((word) => !word.startsWith("~")),
    hints: hints.sort((one, other) => one.rank - other.rank),
  };
}

/* Return what is left of a word without its ending: of "nurses" and "nursing", "nurs". */
const stem = (word) => fold(word).replace(/(?<=...)(ings?|ers?|ors?|ions?|e[ds]?|s)$/, "");

/* Return whether two words differ in their ending at most. */
export function isSame(one, other) {
  const length = Math.min(one.length, other.length);
  const start = length < 6 ? Math.max(3, length) : Math.max(4, length - 2);
  const begins = (word) => fold(word).slice(0, start);
  return stem(one) === stem(other)
    || (begins(one) === begins(other) && Math.abs(one.length - other.length) <= 3);
}

/* Return whether a word is one of those that nearly every page has, given as Pagefind stems them. */
export function isCommon(word, stems) {
  const whole = fold(word).replace(/y$/, "i");
  return ["", "s", "e", "es", "ed", "ing"].some((ending) =>
    whole.endsWith(ending) && stems.includes(whole.slice(0, whole.length - ending.length)));
}
