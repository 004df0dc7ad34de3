/* The search page: all results, with filters. Its address contains the query. */
"use strict";

{
  const { WAIT, KEY_IS_OFF, load, find, data, hit, say, count, failure, nothing, answer, addKeys } =
    guideSearch;
  const PAGE = 10; // results per page

  function addPage(page) {
    const form = page.querySelector("form");
    const input = form.elements.q;
    const selects = [...form.querySelectorAll("select")];
    const details = form.querySelector("details");
    const status = page.querySelector(".guide-search-status");
    const list = page.querySelector(".guide-hits");
    const more = page.querySelector(".guide-search-more");
    const orders = new Map(selects.map((select) => [select, JSON.parse(select.dataset.order)]));
    const byNumbers = new Intl.Collator(document.documentElement.lang || [], { numeric: true });

    const asked = new URLSearchParams(location.search);
    input.value = asked.get("q") ?? "";
    for (const select of selects) {
      const value = asked.get(select.name);
      if (!value) continue;
      select.add(new Option(value, value, true, true));
      details.open = true;
    }

    const fill = (select, counts) => {
      const { value } = select;
      const order = orders.get(select);
      const rank = (name) => (order.indexOf(name) + 1 || order.length + 1);
      const names = Object.keys({ ...(value && { [value]: 0 }), ...counts })
        .filter((name) => counts[name] || name === value)
        .sort((a, b) => rank(a) - rank(b) || byNumbers.compare(a, b));
      const options = names.map((name) =>
        new Option(`${name} (${counts[name] ?? 0})`, name, false, name === value));
      select.replaceChildren(select.options[0], ...options);
      select.value = value;
    };

    let latest = 0, timer, rest = [];
    const showMore = async () => {
      const items = (await data(rest.splice(0, PAGE))).map(hit);
      list.append(...items);
      more.hidden = !rest.length;
      return items;
    };
    const show = (text, items = []) => {
      status.replaceChildren(...text);
      list.replaceChildren(...items);
      more.hidden = !rest.length;
    };
    let literal = asked.has("literal");
    let language = asked.get("lang") ?? undefined;
    const again = (query, options) => {
      input.value = query;
      input.focus();
      literal = Boolean(options?.literal);
      language = options?.language;
      update();
    };
    const update = async () => {
      const mine = (latest += 1);
      clearTimeout(timer);
      const words = input.value.trim();
      const chosen = Object.fromEntries(
        selects.filter((select) => select.value).map((select) => [select.name, select.value]));
      const options = { filters: chosen, literal, language };
      const parameters = {
        ...(words && { q: words }),
        ...(literal && { literal: 1 }),
        ...(language && language !== document.documentElement.lang && { lang: language }),
        ...chosen,
      };
      const question = new URLSearchParams(parameters).toString();
      history.replaceState(null, "", location.pathname + (question && `?${question}`));
      try {
        const totals = details?.open ? await (await load(language)).pagefind.filters() : {};
        if (!question) {
          if (mine !== latest) return;
          for (const select of selects) fill(select, totals[select.name] ?? {});
          rest = [];
          return show([]);
        }
        const found = await find(words, options);
        const counts = {};
        for (const { name } of details?.open ? selects : []) {
          // Count with the other filters only, so that readers can choose another value here.
          const { [name]: own, ...others } = chosen;
          const wider = own ? await find(words, { ...options, filters: others }) : found;
          counts[name] = wider.filters[name] ?? {};
        }
        const items = (await data(found.results.slice(0, PAGE))).map(hit);
        if (mine !== latest) return;
        for (const select of selects) {
          if (counts[select.name]) fill(select, counts[select.name]);
        }
        rest = found.results.slice(PAGE);
        list.lang = found.language;
        const asking = words || Object.values(chosen).join(", ");
        const results = count(found.results.length);
        if (words && (found.isOther || found.missing.length || found.others.length)) {
          show(await answer(found, words, again), items);
        } else {
          show(items.length ? say("found", { results, words: asking }) : nothing(asking), items);
        }
      } catch {
        if (mine !== latest) return;
        rest = [];
        show(failure());
      }
    };

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      update();
    });
    input.addEventListener("input", () => {
      clearTimeout(timer);
      literal = false;
      timer = setTimeout(update, WAIT);
    });
    for (const select of selects) select.addEventListener("change", update);
    details?.addEventListener("toggle", () => details.open && update());
    more.addEventListener("click", async () => {
      const [first] = await showMore();
      first?.querySelector("a").focus();
    });
    addKeys(page, input, () => false);
    form.hidden = false;
    update();
    addKeySwitch(page.querySelector(".guide-search-keys"));
  }

  /* Single-character shortcuts can be turned off: WCAG 2.2, 2.1.4. */
  function addKeySwitch(box) {
    const check = box.querySelector("input");
    check.checked = !localStorage.getItem(KEY_IS_OFF);
    check.addEventListener("change", () => {
      if (check.checked) localStorage.removeItem(KEY_IS_OFF);
      else localStorage.setItem(KEY_IS_OFF, "yes");
    });
    box.hidden = false;
  }

  addPage(document.querySelector(".guide-search-page"));
}
