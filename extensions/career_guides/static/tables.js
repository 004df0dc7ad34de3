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

function fill(select, rows) {
  const values = new Set(
    rows.map((row) => row.cells[select.dataset.column].textContent).filter(Boolean));
  select.append(...[...values].sort().map((value) => new Option(value)));
}

function addFilter(filter, box, table) {
  const rows = [...table.tBodies[0].rows];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const query = filter.querySelector("input");
  const status = filter.querySelector("[role=status]");
  const selects = [...filter.querySelectorAll("select")];
  for (const select of selects) fill(select, rows);
  const update = () => {
    const words = query.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const row of rows) {
      row.hidden =
        !words.every((word) => texts.get(row).includes(word)) ||
        selects.some(({ value, dataset }) =>
          value && row.cells[dataset.column].textContent !== value);
      shown += !row.hidden;
    }
    status.textContent = box.dataset.shown.replace("{0}", shown).replace("{1}", rows.length);
  };
  filter.addEventListener("input", update);
  filter.hidden = false;
  update();
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
