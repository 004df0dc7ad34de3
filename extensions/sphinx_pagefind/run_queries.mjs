/* Run queries with the code of the site: node run_queries.mjs ADDRESS, with the queries as JSON on
 * standard input and the answers as JSON on standard output. Beside it are copies of "pagefind.js"
 * and of the modules of the search. */
import { readFileSync } from "node:fs";
import * as library from "./pagefind.js";
import * as query from "./guide-search-query.js";
import { nearest } from "./guide-search-spelling.js";

const RESULTS = 10;
const address = process.argv[2];
const json = async (name) => (await fetch(`${address}_pagefind/${name}`)).json();
const [terms, names] = await Promise.all(["terms.json", "names.json"].map(json));
terms.language = terms.languages[0];
const pagefind = library.createInstance({
  basePath: `${address}_pagefind/`, baseUrl: "/", noWorker: true,
  ranking: terms.ranking,
});
const suggest = (words) => words.flatMap((word) =>
  nearest(word, [...names, ...Object.keys(terms.synonyms)], query).map((near) => [word, near]));
const answers = [];
for (const text of JSON.parse(readFileSync(0, "utf-8"))) {
  const found = await query.search(pagefind, text, terms, { suggest });
  const first = await Promise.all(found.results.slice(0, RESULTS).map((result) => result.data()));
  answers.push({
    words: found.words, missing: found.missing, number: found.results.length,
    pages: first.map(({ raw_url: url }) => url),
    suggestions: suggest(found.missing).flatMap(([word, near]) => [near, text.replace(word, near)]),
  });
}
process.stdout.write(JSON.stringify(answers));
