/* Tables that readers can sort and filter. Without this script they are complete and unsorted.
 *
 * sortable.min.js does the sorting: it listens for clicks on headers of "table.sortable". This script
 * puts buttons in the headers, for keyboards and screen readers, and fills in and shows the form
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

function addFilter(form, box, table) {
  const rows = [...table.tBodies[0].rows];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const query = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const selects = [...form.querySelectorAll("select")];
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
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  update();
}

for (const box of document.querySelectorAll(".guide-table")) {
  const table = box.querySelector("table");
  addFilter(box.previousElementSibling, box, table);
  addSorting(table);
}
