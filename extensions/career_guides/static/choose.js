/* Readers mark careers on any page, and see them side by side on the page that compares them.
 *
 * The choice is kept in the browser until the tab is closed, and in the fragment of the address of
 * that page, which browsers do not send to anybody: "#careers=chef,nurse". Without this script, that
 * page has the table of all careers. */
"use strict";

{
  const script = document.currentScript;
  const words = JSON.parse(script.dataset.words);
  const page = new URL(script.dataset.page, location.href).href.replace(/[?#].*/, "");
  // Hosts serve a page with and without ".html".
  const nameOf = (address) => address.replace(/[?#].*/, "").replace(/(\/index)?\.html$|\/$/, "");
  const isHere = nameOf(location.href) === nameOf(page);
  const most = 4;
  const prefix = "#careers=";
  const key = `careers ${nameOf(page)}`; // another site on the same host has others

  function make(name, text = "", attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  /* -- the choice: folder of a career -> its title -- */

  let choice = new Map();

  function load() {
    try {
      choice = new Map(JSON.parse(sessionStorage.getItem(key) ?? "[]").slice(0, most)
        .map(([career, title]) => [String(career), String(title)]));
    } catch {
      choice = new Map(); // storage is off, or has something else
    }
    if (!isHere) return;
    const titles = new Map(tableRows().map(markOf).map(({ career, title }) => [career, title]));
    const named = isShared() ? sharedCareers() : [...choice.keys()];
    choice = new Map(named.filter((career) => titles.has(career)).slice(0, most)
      .map((career) => [career, titles.get(career)]));
  }

  function save() {
    try {
      sessionStorage.setItem(key, JSON.stringify([...choice]));
    } catch {
      // The choice then lasts as long as the page, and in the address of the comparison.
    }
    if (isHere && (choice.size || isShared())) {
      history.replaceState(null, "", fragment() || location.pathname + location.search);
    }
  }

  function isShared() {
    return location.hash.startsWith(prefix);
  }

  function fragment() {
    return choice.size ? prefix + [...choice.keys()].map(encodeURIComponent).join(",") : "";
  }

  function sharedCareers() {
    try {
      return decodeURIComponent(location.hash.slice(prefix.length)).split(",");
    } catch {
      return []; // "%" and no code of a letter
    }
  }

  function toggle(career, title) {
    if (choice.has(career)) {
      choice.delete(career);
    } else if (choice.size === most) {
      update();
      status.textContent = words.most.replace("{0}", most);
      return;
    } else {
      choice.set(career, title);
    }
    save();
    update();
  }

  /* -- marks: a button at each link to a career -- */

  function button(career, title) {
    const made = make("button", words.compare, {
      type: "button", class: "guide-mark-button", "data-career": career,
      "aria-label": `${words.compare}: ${title}`,
    });
    made.addEventListener("click", () => toggle(career, title));
    return made;
  }

  function fill() {
    for (const place of document.querySelectorAll(".guide-mark:empty")) {
      place.append(button(place.dataset.career, place.dataset.title));
    }
    press();
  }

  /* A button cannot be inside of a link: it lies on the card, and follows it in the document. */
  function cover(grid) {
    const cards = [...grid.querySelectorAll("a[data-guide-mark]")].map((card) => {
      const title = card.querySelector(".guide-card-title").textContent;
      const made = button(card.dataset.guideMark, title);
      card.after(made);
      return [card, made];
    });
    // Reads all places before it writes any, so that the browser lays out the page once.
    const lay = () => {
      const isRight = getComputedStyle(grid).direction === "rtl";
      const places = cards.map(([card, made]) => [
        card.offsetLeft + (isRight ? 8 : card.offsetWidth - made.offsetWidth - 8),
        card.offsetTop + 8,
      ]);
      cards.forEach(([, made], number) => {
        const [left, top] = places[number];
        Object.assign(made.style, { left: `${left}px`, top: `${top}px` });
      });
    };
    lay(); // not by the observer, after which the buttons would move
    new ResizeObserver(lay).observe(grid);
  }

  function press() {
    for (const made of document.querySelectorAll(".guide-mark-button")) {
      made.setAttribute("aria-pressed", choice.has(made.dataset.career));
    }
  }

  /* -- the choice at the foot of the window -- */

  const bar = make("section", "", { class: "guide-choice", "aria-label": words.careers });
  const names = make("ul");
  const status = make("p", "", { role: "status" });
  const link = make("a", words.compare);
  const clear = make("button", words.clear, { type: "button" });
  bar.append(status, names, link, clear);
  clear.addEventListener("click", () => {
    choice.clear();
    save();
    update();
  });

  function chosen([career, title]) {
    const line = make("li", `${title} `);
    const remove = make("button", "\u00d7", {
      type: "button", "aria-label": `${words.remove}: ${title}`,
    });
    remove.addEventListener("click", () => {
      toggle(career, title);
      (names.querySelector("button") ?? document.querySelector(".guide-mark-button"))?.focus();
    });
    line.append(remove);
    return line;
  }

  function update() {
    names.replaceChildren(...[...choice].map(chosen));
    const isEnough = choice.size > 1;
    const count = words.marked.replace("{0}", choice.size).replace("{1}", most);
    status.textContent = isEnough ? count : choice.size ? `${count}. ${words.more}` : "";
    link.href = page + fragment();
    link.hidden = !isEnough;
    clear.hidden = !choice.size;
    bar.classList.toggle("empty", !choice.size);
    press();
    if (isHere) compare();
  }

  /* -- side by side -- */

  function tableRows() {
    return [...document.querySelectorAll(".guide-table:not(.guide-beside) tbody tr")]
      .filter(markOf);
  }

  function markOf(row) {
    return row.cells[0].querySelector(".guide-mark")?.dataset;
  }

  function content(cell) {
    return [...cell.cloneNode(true).childNodes].filter((node) => node.className !== "guide-mark");
  }

  const place = make("div");

  function compare() {
    const whole = document.querySelector(".guide-filter");
    if (whole && !place.isConnected) whole.before(place);
    if (choice.size < 2) {
      place.replaceChildren();
      return;
    }
    const all = tableRows();
    const rows = [...choice.keys()].flatMap((career) =>
      all.filter((row) => markOf(row).career === career));
    const heads = [...rows[0].closest("table").tHead.rows[0].cells]
      .map((head) => head.textContent.trim());
    const lines = heads.map((head, number) => {
      const line = make("tr");
      const name = number ? "th" : "td";
      line.append(make(name, number ? head : "", number ? { scope: "row" } : {}));
      line.append(...rows.map((row) => {
        const cell = make(number ? "td" : "th", "", number ? {} : { scope: "col" });
        cell.append(...content(row.cells[number]));
        return cell;
      }));
      return line;
    });
    const box = make("div", "", {
      class: "guide-table guide-beside table-wrapper container", tabindex: "0", role: "region",
      "aria-label": words.beside,
    });
    const table = make("table", "", { class: "docutils align-default" });
    const head = make("thead"), body = make("tbody");
    head.append(lines[0]);
    body.append(...lines.slice(1));
    table.append(head, body);
    box.append(table);
    place.replaceChildren(make("h2", words.beside, { id: "side-by-side", tabindex: "-1" }), box);
  }

  /* -- start -- */

  document.querySelectorAll(".guide-grid").forEach(cover);
  document.body.append(bar);
  load();
  fill();
  if (!location.hash || isShared()) save(); // the address of a heading stays
  update();
  // The address names the table, as that of a heading does.
  if (isShared()) document.querySelector("#side-by-side")?.scrollIntoView({behavior: "instant"});
  document.addEventListener("guide-marks", fill);
  addEventListener("hashchange", () => {
    if (!isHere || !isShared()) return;
    load();
    save();
    update();
    document.querySelector("#side-by-side")?.focus();
  });
  link.addEventListener("click", (event) => {
    if (!isHere) return;
    event.preventDefault();
    document.querySelector("#side-by-side")?.focus();
  });
  // What the browser kept of this page may be older than the choice.
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    load();
    update();
  });
}
