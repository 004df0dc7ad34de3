/* Search by Pagefind: a list of results below every search field.
 *
 * Pagefind searches the files in "_pagefind/" and loads nothing before the first query. "/" and
 * Ctrl-K focus a field, the arrow keys move through the results, Escape returns to the field. */
"use strict";

const guideSearch = (() => {
  const { src: script, dataset } = document.currentScript;
  const { instead, title: insteadTitle, words: said, language: main, version } = dataset;
  const WORDS = JSON.parse(said);
  const root = new URL("../", script);
  const FEW = 5; // results in a list
  const own = document.documentElement.lang.toLowerCase() || main;
  const WAIT = 250; // milliseconds after the last keystroke
  const KEY_IS_OFF = "guide-search-key-is-off";

  const file = (name) => new URL(`_pagefind/${name}`, root);
  const json = async (name) => (await fetch(file(name))).json();

  const module = (name) => import(new URL(`guide-search-${name}.js?v=${version}`, script));
  let program;
  async function load(wanted = own) {
    program ??= Promise.all([import(file("pagefind.js")), module("query"), json("terms.json")]);
    const [library, query, terms] = await program;
    return { query, ...query.open(library, terms, { wanted, main, address: file("").href }) };
  }

  /* Return the results of a query, the words that were searched for, and those that no page has. */
  async function find(text, options) {
    const { pagefind, query, terms } = await load(options?.language);
    const found = await query.search(pagefind, text, terms, { ...options, suggest: suggestions });
    if (!found.results) throw new Error("there is no index");
    return { ...found, language: terms.language, others: query.others(terms) };
  }

  let names;
  async function suggestions(words) {
    const { query, terms } = await load();
    const [{ nearest }, titles] = await (names ??=
      Promise.all([module("spelling"), json("names.json")]));
    const all = [...titles, ...Object.keys(terms.synonyms)];
    return words.flatMap((word) => nearest(word, all, query).map((near) => [word, near]));
  }

  const data = (results) => Promise.all(results.map((result) => result.data()));

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function hit({ url, meta, filters, excerpt }) {
    const address = url.slice(1).split("/").map(encodeURIComponent).join("/"); // the path of a file
    const text = make("div", {}, make("a", { href: new URL(address, root) }, meta.title));
    for (const name of ["career", "description"]) {
      if (meta[name]) text.append(make("p", { className: `guide-hit-${name}` }, meta[name]));
    }
    // Only the marks are elements; everything else is plain text, whatever authors wrote.
    const parts = new DOMParser().parseFromString(excerpt, "text/html").body.childNodes;
    const marked = [...parts].map((part) =>
      part.nodeName === "MARK" ? make("mark", {}, part.textContent) : part.textContent);
    text.append(make("p", { className: "guide-hit-excerpt" }, "… ", ...marked, " …"));
    const item = make("li", { className: "guide-hit" });
    if (filters.image) {
      const src = new URL(filters.image[0], root);
      item.append(make("img", { src, alt: "", width: 96, height: 54, loading: "lazy" }));
    }
    item.append(text);
    return item;
  }

  /* Return a message in the language of the page, as texts with the values in between. */
  function say(name, values = {}) {
    return WORDS[name].split(/\{(\w+)\}/).map((part, place) => (place % 2 ? values[part] : part));
  }

  const count = (number) => say(number === 1 ? "one" : "many", { number }).join("");

  function way() {
    return make("a", { href: new URL(instead, root) }, insteadTitle);
  }

  /* Messages instead of results. */
  function failure() {
    return say("failure", { page: way() });
  }

  function nothing(words) {
    return say("nothing", { words, page: way() });
  }

  /* Say how many results there are, for which words if they are not those that were typed, and
   * which words were meant. "again" searches for another query. */
  async function answer(found, text, again) {
    const { words, missing, isOther, isCorrected, language } = found;
    const change = (name, query, options, label = query) => {
      const button = make("button", { type: "button", className: "guide-search-change" }, label);
      button.addEventListener("click", () => again(query, { language, ...options }));
      return say(name, { query: button });
    };
    const number = count(found.results.length);
    const parts = found.results.length
      ? [isOther || missing.length
        ? [...say("found", { results: number, words: words.join(" ") }), "."]
        : [number]]
      : [nothing(text)];
    if (missing.length && words.length) parts.push(say("missing", { words: missing.join(" ") }));
    if (isOther) parts.push(change("literal", text, { literal: true }));
    for (const [word, near] of missing.length && !isCorrected ? await suggestions(missing) : []) {
      parts.push(change("meant", text.replace(word, near)));
    }
    for (const [lang, name] of found.others) {
      parts.push(change("other", text, { language: lang }, make("span", { lang }, name)));
    }
    return parts.flatMap((part) => [" ", ...part]).slice(1);
  }

  /* The arrow keys move from the field through the links and back, Escape to the field. */
  function addKeys(box, input, close) {
    box.addEventListener("keydown", (event) => {
      const stops = [input, ...box.querySelectorAll(".guide-hit a, .guide-results-all, [role=status] button")]
        .filter((stop) => stop.getClientRects().length);
      const place = stops.indexOf(document.activeElement);
      if (place < 0) return;
      if (event.key === "Escape") {
        input.focus();
        if (!close() && place === 0) return; // let the browser clear the field
      } else if (event.key === "ArrowDown") {
        stops[(place + 1) % stops.length].focus();
      } else if (event.key === "ArrowUp") {
        stops[(place + stops.length - 1) % stops.length].focus();
      } else {
        return;
      }
      event.preventDefault();
    });
  }

  /* Add a list of results below a field, with a link to the page of all results. */
  function addList(form) {
    const input = form.elements.q;
    const status = make("p", { className: "guide-results-status" });
    const list = make("ul", { className: "guide-hits" });
    const all = make("a", { className: "guide-results-all", href: form.action, hidden: true });
    const panel = make("div", { className: "guide-results" }, status, list, all);
    status.setAttribute("role", "status");
    form.classList.add("guide-search-form");
    form.append(panel);
    // Only Sphinx's own search needs these.
    for (const hidden of form.querySelectorAll("input[type=hidden]")) hidden.remove();
    if (own !== main) form.append(make("input", { type: "hidden", name: "lang", value: own }));

    let timer, latest = 0;
    const close = () => {
      const was = panel.classList.contains("open");
      latest += 1;
      clearTimeout(timer);
      panel.classList.remove("open");
      status.replaceChildren();
      list.replaceChildren();
      all.hidden = true;
      return was;
    };
    const show = (text, items, number) => {
      status.replaceChildren(...text);
      list.replaceChildren(...items);
      all.hidden = number <= items.length;
      all.textContent = say("all", { results: count(number) }).join("");
      panel.classList.add("open");
    };
    const again = (query, options) => {
      input.value = query;
      input.focus();
      update(options);
    };
    const update = async (options) => {
      const text = input.value.trim();
      if (!text) return close();
      const mine = (latest += 1);
      try {
        const found = await find(text, options);
        const items = (await data(found.results.slice(0, FEW))).map(hit);
        const status = await answer(found, text, again);
        if (mine !== latest) return;
        const search = new URLSearchParams({
          q: text,
          ...(options?.literal && { literal: 1 }),
          ...(found.language !== main && { lang: found.language }),
        });
        list.lang = found.language;
        all.href = Object.assign(new URL(form.action), { search });
        show(status, items, found.results.length);
      } catch {
        if (mine === latest) show(failure(), [], 0);
      }
    };
    input.autocomplete = "off";
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => update(), WAIT);
    });
    input.addEventListener("focus", () => input.value.trim() && update());
    addKeys(form, input, close);
    form.addEventListener("focusout", ({ relatedTarget }) => form.contains(relatedTarget) || close());
    // Otherwise the list would close before the click, in browsers where a click does not move focus.
    panel.addEventListener("mousedown", (event) => event.preventDefault());
  }

  const isShown = (input) => input.getClientRects().length && getComputedStyle(input).visibility === "visible";

  function focusField(inputs) {
    const main = inputs.filter((input) => input.closest("main, article, [role=main]"));
    let field = [...main, ...inputs].find(isShown);
    const drawer = document.getElementById("__navigation"); // Furo's
    if (!field && drawer) {
      drawer.checked = true;
      field = inputs[0];
    }
    field?.focus();
    field?.select();
  }

  const inputs = [...document.querySelectorAll("form input[name=q]")];
  const page = document.querySelector(".guide-search-page");
  for (const input of inputs) {
    input.setAttribute("aria-keyshortcuts", "/ Control+K");
    if (!page?.contains(input)) addList(input.form);
  }
  // Sphinx's own shortcut would focus the first field, even a hidden one.
  if (typeof DOCUMENTATION_OPTIONS !== "undefined") {
    DOCUMENTATION_OPTIONS.ENABLE_SEARCH_SHORTCUTS = false;
  }
  document.addEventListener("keydown", (event) => {
    const { key, target, altKey, shiftKey } = event;
    const withControl = event.ctrlKey || event.metaKey;
    const isTyping = target.closest?.("input, textarea, select, [contenteditable]");
    const isSlash =
      key === "/" && !withControl && !altKey && !isTyping && !localStorage.getItem(KEY_IS_OFF);
    const isK = key.toLowerCase() === "k" && withControl && !altKey && !shiftKey;
    if (!inputs.length || !(isSlash || isK)) return;
    event.preventDefault();
    focusField(inputs);
  });

  return { WAIT, KEY_IS_OFF, load, find, data, hit, say, count, failure, nothing, answer, addKeys };
})();
