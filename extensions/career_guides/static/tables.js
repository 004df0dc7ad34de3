/* Tables that readers sort and filter. Without this script they are whole, in the order of the page.
 *
 * Sorting is sortable.min.js's, which listens for clicks in headers of "table.sortable". Here the
 * headers get buttons, so that keyboards and screen readers find them, and the table a filter. */
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

function labelled(text, control) {
  const label = document.createElement("label");
  label.append(text, " ", control);
  return label;
}

function choice(column, rows, all) {
  const select = document.createElement("select");
  const values = new Set(rows.map((row) => row.cells[column].textContent).filter(Boolean));
  select.append(new Option(all, ""), ...[...values].sort().map((value) => new Option(value)));
  return select;
}

function addFilter(box, table) {
  const rows = [...table.tBodies[0].rows];
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
  const form = document.createElement("form");
  const query = document.createElement("input");
  const status = document.createElement("p");
  form.className = "guide-filter";
  query.type = "search";
  status.setAttribute("role", "status");
  form.append(labelled(box.dataset.filter, query));
  const choices = [...table.tHead.rows[0].cells]
    .filter((head) => head.dataset.kind === "choice")
    .map((head) => {
      const select = choice(head.cellIndex, rows, box.dataset.all);
      form.append(labelled(head.textContent, select));
      return [head.cellIndex, select];
    });
  const update = () => {
    const words = query.value.toLowerCase().split(/\s+/);
    let shown = 0;
    for (const row of rows) {
      row.hidden =
        !words.every((word) => texts.get(row).includes(word)) ||
        choices.some(([column, { value }]) => value && row.cells[column].textContent !== value);
      shown += !row.hidden;
    }
    status.textContent = box.dataset.shown.replace("{0}", shown).replace("{1}", rows.length);
  };
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.append(status);
  box.before(form);
  update();
}

for (const box of document.querySelectorAll(".guide-table")) {
  const table = box.querySelector("table");
  addFilter(box, table);
  addSorting(table);
}
