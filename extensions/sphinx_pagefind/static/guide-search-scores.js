/* How well pages fit a query: an ES module of pure functions, see "guide-search-ranking.js".
 *
 * "hits" is word -> id -> result, of the search for this word alone; "phrases" is id -> the number of
 * pairs of words that a page has as they were typed, one after the other. */

/* Pagefind's score of a word that is once in the text of one page of ten is about 1, of one that is
 * in a title 4 and more. */
const WORD = 1; // for each word that a page has
const PHRASE = 4;
const SAID = 5; // for a page on a topic that the query names
const HINT = 3; // or suggests

/* Return whether a result has one of the words in metadata of these names. */
export const has = (names) => ({ matchedMetaFields: matched = [] }) =>
  names.some((name) => matched.includes(name));

/* Return the results and, before them, better pages that have only some of the words; the best first:
 * those that have most words, and those where they are rare, in the title, or one after the other.
 * Pages on a topic that the query names or suggests ("said", "hinted": results) count only if they
 * have a word, too. */
export function byWords(words, found, { hits, phrases, said, hinted }) {
  const scores = new Map(found.map((result) => [result.id, { result, score: 0 }]));
  for (const word of words) {
    for (const [id, result] of hits.get(word) ?? []) {
      // One that is found has an excerpt with all words.
      const had = scores.get(id) ?? { result, score: 0 };
      scores.set(id, { ...had, score: had.score + result.score + WORD });
    }
  }
  for (const [id, number] of phrases) {
    if (scores.has(id)) scores.get(id).score += number * PHRASE;
  }
  for (const [more, pages] of [[SAID, said], [HINT, hinted]]) {
    for (const id of new Set(pages.map((result) => result.id))) {
      if (scores.has(id)) scores.get(id).score += more;
    }
  }
  const sorted = [...scores.values()].sort((one, other) => other.score - one.score);
  const all = sorted.map(({ result }) => result);
  const isFound = new Set(found.map(({ id }) => id));
  const better = all.findIndex(({ id }) => isFound.has(id));
  return all.filter(({ id }, place) => place < better || isFound.has(id) || better < 0);
}

/* Return results by the number of words that are in their names, titles or descriptions, and of
 * phrases that are anywhere. Where these are equal, the page that bears the name comes first if the
 * query ends with it: a conference interpreter, but the back pain of nurses; then those of the first
 * name of several. */
export function byNames(words, named, results, { naming = [], leading: fields = [] }, { hits, phrases }) {
  const endsWithName = named.includes(words.at(-1)) || words.every((word) => named.includes(word));
  const found = results.map((result) => {
    const isIn = (keys) => (word) => has(keys)(hits.get(word)?.get(result.id) ?? {});
    // A word of two or three letters is the beginning of too many others.
    const number = words.filter((word) => isIn(naming)(word)
        || (word.length > 3 && isIn(["title", "description"])(word))).length
      + (phrases?.get(result.id) ?? 0)
      + (endsWithName && has(fields)(result) ? 0.5 : 0)
      + (named.slice(0, 1).some(isIn(naming)) ? 0.25 : 0);
    return { result, bears: named.filter(isIn(naming)).length, number };
  });
  return found.sort((one, other) => other.number - one.number);
}
