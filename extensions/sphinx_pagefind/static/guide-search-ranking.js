/* Which results of a query come first: an ES module, see "guide-search-query.js". */

const { search: version } = new URL(import.meta.url);
const [{ fold, isSame, split }, { byNames, byWords, has }] = await Promise.all(
  ["words", "scores"].map((name) => import(`./guide-search-${name}.js${version}`)));

const FEW = 5; // results that are looked into, as many as are shown at first

/* Return the results that come first: of pages on a topic if the query names or suggests one and
 * something else; of the pages of what it names, the one that is about the other words, too. */
export async function leading({ words, kept, names, found, terms, ask, hints, about: asked, hits, phrases }) {
  const { topics = {}, naming = [], leading: fields = [], grouping = [], language } = terms;
  const about = Object.keys(topics).filter((topic) => asked.some((word) => fold(word) === topic));
  const others = words.filter((word) => !Object.hasOwn(topics, fold(word)));
  const named = others.filter((word) => names.has(word));
  const mains = named.filter((word) => names.get(word).isMain);
  const rest = others.filter((word) => !named.includes(word));
  const hinted = about.length ? [] : hints.filter(({ topic, rank }) =>
    topics[topic] && (rank < 2 || named.length > 1));
  const subjects = new Set((mains.length ? mains : named).map((word) => names.get(word).of));
  const on = async (topic, wanted) => {
    const { results } = wanted.length ? await ask([...wanted, topics[topic]]) : { results: [] };
    if (!named.length) return results;
    const few = results.filter(has(naming)).slice(0, FEW);
    const data = await Promise.all(few.map((result) => result.data()));
    const isOf = ({ meta }) => (mains.length ? mains : named).some((word) => naming.some((name) =>
      split(meta[name] ?? "", language).some((each) => isSame(word, each))));
    return few.filter((_result, place) => isOf(data[place]));
  };
  // From one career to another: the one that is named last.
  const isWay = !about.length && hinted[0]?.rank >= 2;
  const inOrder = (list) => (isWay ? [...list].reverse() : list);
  const subject = named.length
    ? [named, inOrder(mains.length ? mains : named).slice(0, 1)]
    : [];
  const first = async (pages, topic) => {
    const best = byNames(named, inOrder(named), pages, terms, { hits });
    return { topic, pages: best.map(({ result }) => result) };
  };
  // A truck driver is not an ambulance driver.
  const isIn = (name) => (word) => name.some((each) => isSame(word, each));
  const ofName = (test) => mains.length || named.some((word) => names.get(word).all.some(test));
  const isNamed = ofName((name) => others.every(isIn(name)) || name.every(isIn(others)));
  const isBare = !ofName((name) => name.every(isIn(others)));
  const grouped = isBare ? found.results.filter(has(grouping)) : [];
  const isGroup = grouped.length && others.length === 1;
  if (isGroup && !about.length) return { pages: grouped };
  const isKept = others.every((word) => kept.includes(word)); // or no page of what is named has it
  if (!isGroup && (!isNamed || !isKept) && others.length) {
    const table = await tableOf(others, ask, terms);
    if (table) return { pages: [table] };
  }
  const pagesOn = async (meant) => (await Promise.all(
    meant.filter((topic) => topics[topic]).map((topic) => ask([topics[topic]])))).flatMap(({ results }) => results);
  const scored = async (suggested = []) => {
    const [said, hinted] = await Promise.all([about, suggested].map(pagesOn));
    const results = byWords(words, found.results, { hits, phrases, said, hinted }).slice(0, FEW);
    const pages = await pagesFirst(results, kept, naming);
    const isFound = new Set(found.results.map(({ id }) => id));
    const isWider = results.some(({ id }) => !isFound.has(id));
    return { pages: pages.length ? pages : results, isWider };
  };
  for (const wanted of about.length ? [others, ...subject] : []) {
    const pages = [];
    for (const topic of about) pages.push(...(await on(topic, wanted)));
    if (pages.length) return first(pages);
  }
  if (about.length && !named.length) return scored();
  const instead = hinted.flatMap((hint) => hint.instead);
  for (const topic of rest.length ? [...instead, ...hinted.map((hint) => hint.topic)] : []) {
    const pages = topics[topic] ? await on(topic, others) : [];
    if (pages.length) return first(pages, topic);
  }
  if (hinted.length && rest.length && !named.length) {
    return { ...await scored([...instead, hinted[0].topic]), topic: hinted[0].topic };
  }
  for (const wanted of hinted.length ? subject : []) {
    const pages = await on(hinted[0].topic, wanted);
    if (pages.length) return first(pages, hinted[0].topic);
  }
  if (!named.length) return scored();
  const some = new Set([found.results[0], ...found.results.filter(has([...fields, ...naming]))]);
  const best = byNames(kept, named, [...some], terms, { hits, phrases });
  const pages = [];
  if (subjects.size > 1 && kept.length === named.length && best[0]?.bears < named.length) {
    // Two or more of what has pages here: nurse or paramedic.
    for (const word of mains) pages.push((await ask([word])).results.find(has(fields)));
  }
  return { pages: [...pages.filter(Boolean), ...best.map(({ result }) => result)] };
}

const bare = (word) => word.replace(/\P{L}+$/u, "");

/* Return the page about nothing in particular that has words as the name of a row, or as the
 * beginning or end of one: an occupation that has no page of its own. */
async function tableOf(words, ask, { general }) {
  if (!general) return null;
  for (const result of (await ask([...words, general])).results.slice(0, FEW)) {
    const data = await result.data();
    const content = data.raw_content.split(/\s+/);
    const isName = (start) => {
      const name = content.slice(start, start + words.length + 4);
      const end = name.findLastIndex((each) => words.some((word) => isSame(word, bare(each))));
      return words.every((word) => name.some((each) => isSame(word, bare(each))))
        && (/\p{P}$|\d/u.test(content[start - 1] ?? ".") || !/^\p{L}/u.test(content[start + end + 1] ?? ""));
    };
    if (inHeadings(words.slice(0, 1), data).some(isName)) return result;
  }
  return null;
}

/* Return the first results so that a page about nothing in particular, such as a table of everything,
 * comes behind those about something, unless a word is in its title or the like, or the words are
 * in one of its headings and in no heading of theirs: an occupation that has no page. */
async function pagesFirst(results, words, naming) {
  const isMeant = ({ matchedMetaFields: matched = [] }) => matched.length > 0;
  if (!naming.length || !results.length || isMeant(results[0])) return [];
  const few = await Promise.all(results.map(async (result) => {
    const data = await result.data();
    const isFirst = isMeant(result) || naming.some((name) => data.meta[name]);
    return { result, rank: inHeadings(words, data).length ? 2 : Number(isFirst) };
  }));
  return few.sort((one, other) => other.rank - one.rank).map(({ result }) => result);
}

/* Return where a heading, or a cell that names its row, has all words one after the other. */
export function inHeadings(words, { weighted_locations: locations = [] }) {
  const places = new Set(locations.filter(({ weight }) => weight > 1).map((each) => each.location));
  return [...places].filter((start) => words.every((_word, index) => places.has(start + index)));
}
