/* Names that are spelled like a word that no page has: an ES module, loaded with the first one. */

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

/* Return the words of names (titles, tags) that are spelled like a word: one letter off, or two in
 * a word of eight letters, or of six that begins like the name. The nearest come first, at most
 * three.
 *
 * "query" is the module that divides names into words. */
export function nearest(word, names, { fold, split }) {
  const wanted = fold(word);
  if (wanted.length < 4) return [];
  const found = new Map();
  for (const part of new Set(names.flatMap((name) => split(name)).map(fold))) {
    const isLong = wanted.length > 7 || (wanted.length > 5 && part.slice(0, 2) === wanted.slice(0, 2));
    const limit = isLong ? 3 : 2;
    const away = distance(wanted, part, limit);
    if (away < limit) found.set(part, away + (part[0] === wanted[0] ? 0 : 0.5));
  }
  return [...found].sort((a, b) => a[1] - b[1]).slice(0, 3).map(([part]) => part);
}
