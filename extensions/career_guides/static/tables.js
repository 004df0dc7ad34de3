/* Tables that readers can sort and filter. Without this script they are complete and unsorted.
 *
 * sortable.min.js does the sorting: it listens for clicks on headers of "table.sortable". This script
 * puts buttons in the headers, for keyboards and screen readers, and fills in and shows the filter
 * before the table. */
"use strict";

function addSorting(table) {
  table.classList.add("sortable", "n-last");
  for (const head of table.tHead.rows[0].cells) {
    if (head.dataset.kind === "still") {
      head.classList.add("no-sort");
      continue;
    }
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
  }
}

function number(cell) {
  return cell.dataset.sort ? Number(cell.dataset.sort) : NaN;
}

/* The values of a column: those with numbers, such as levels of education, in their order. */
function fill(select, rows) {
  const values = new Map(rows.map((row) => row.cells[select.dataset.column])
    .map((cell) => [cell.textContent, number(cell)]));
  const order = ([one, first], [other, second]) =>
    isNaN(first) - isNaN(second) || first - second || (one < other ? -1 : 1);
  select.append(...[...values].sort(order).map(([value]) => new Option(value)));
}

function fits(row, { value, dataset }) {
  const cell = row.cells[dataset.column];
  if (!value) return true;
  return "least" in dataset ? number(cell) >= Number(value) : cell.textContent === value;
}

function textOf(row) {
  const cells = [...row.cells].filter((cell) => !cell.classList.contains("none"));
  return cells.map((cell) => cell.textContent).join(" ").toLowerCase();
}

function addFilter(filter, box, table) {
  const rows = [...table.tBodies[0].rows];
  const texts = new Map(rows.map((row) => [row, textOf(row)]));
  const query = filter.querySelector("input");
  const status = filter.querySelector("[role=status]");
  const selects = [...filter.querySelectorAll("select")];
  for (const select of selects) if (!("least" in select.dataset)) fill(select, rows);
  const count = () => {
    const shown = rows.filter((row) => row.checkVisibility()).length;
    status.textContent = box.dataset.shown.replace("{0}", shown).replace("{1}", rows.length);
  };
  const show = addParts(box, table, rows, count);
  const update = () => {
    const words = query.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      row.hidden = !words.every((word) => texts.get(row).includes(word)) ||
        !selects.every((select) => fits(row, select));
    }
    show("");
  };
  filter.addEventListener("input", update);
  filter.hidden = false;
}

/* A long table on a phone: one of its parts, or what is filtered and sorted, but not all at once.
 * choose.css hides what is "elsewhere" or beyond the limit, on narrow screens alone. */
function addParts(box, table, rows, count) {
  if (!("more" in box.dataset)) {
    count();
    return count;
  }
  const nav = box.previousElementSibling.previousElementSibling;
  const partOf = new Map();
  let last = "";
  for (const row of rows) partOf.set(row, (last = row.id || last));
  const more = cell("button", box.dataset.more, { type: "button", class: "guide-more" });
  box.after(more);

  const show = (part) => {
    for (const row of rows) {
      row.classList.toggle("elsewhere", part !== "" && partOf.get(row) !== part);
    }
    for (const link of nav.children) {
      const isOpen = link.hash === `#${part}`;
      if (isOpen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
      if (isOpen) {
        const [box, frame] = [link, nav].map((each) => each.getBoundingClientRect());
        nav.scrollBy(box.left - frame.left - frame.width / 2, 0);
      }
    }
    table.classList.toggle("limited", part === "");
    more.hidden = part !== "";
    count();
  };
  const open = () => {
    const row = document.getElementById(location.hash.slice(1))?.closest("tr");
    if (!partOf.has(row)) return false;
    show(partOf.get(row));
    row.scrollIntoView();
    if (box.scrollHeight > box.clientHeight) box.scrollIntoView(); // with its head
    return true;
  };

  more.addEventListener("click", () => {
    table.classList.remove("limited");
    more.hidden = true;
    count();
  });
  table.tHead.addEventListener("click", () => show(""));
  // Also if the address is that of this letter already.
  nav.addEventListener("click", () => setTimeout(open));
  addEventListener("hashchange", open);
  addEventListener("load", open); // the browser has scrolled to the row by then
  if (!open()) show(partOf.get(rows[0]));
  return show;
}

function enhance(box) {
  const table = box.querySelector("table");
  addFilter(box.previousElementSibling, box, table);
  addSorting(table);
}

/* Metropolitan areas: hundreds of rows, which are loaded when a reader asks for them. */
function cell(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function areaTable(states, { title, columns, rows }) {
  const filter = states.previousElementSibling.cloneNode(true);
  const box = states.cloneNode(true);
  box.setAttribute("aria-label", title);
  const head = document.createElement("tr");
  head.append(...columns.map((column, index) =>
    cell("th", column, { scope: "col", "data-kind": index ? "number" : "text" })));
  box.querySelector("thead").replaceChildren(head);
  box.querySelector("tbody").replaceChildren(...rows.map(([name, ...figures]) => {
    const row = document.createElement("tr");
    row.append(cell("th", name, { scope: "row" }), ...figures.map(([text, number]) =>
      cell("td", text, { class: "number", "data-sort": number })));
    return row;
  }));
  return [filter, box];
}

async function showAreas(link, button) {
  button.disabled = true;
  try {
    const answer = await fetch(link.href);
    if (!answer.ok) throw new Error(answer.statusText);
    const states = link.parentElement.previousElementSibling;
    const [filter, box] = areaTable(states, await answer.json());
    link.parentElement.replaceWith(filter, box);
    enhance(box);
    box.focus();
  } catch {
    location.href = link.href;
  }
}

for (const link of document.querySelectorAll(".guide-areas a")) {
  const button = cell("button", link.textContent, { type: "button" });
  button.addEventListener("click", () => showAreas(link, button));
  link.hidden = true;
  link.after(button);
}

document.querySelectorAll(".guide-table").forEach(enhance);
