/* Orders the careers by a reader's answers. Without this script, each answer is a list of careers.
 *
 * The answers are kept in the fragment of the address, which browsers do not send to anybody:
 * "#people=things&study=short". An answer names the groups that fit it; all texts are in the page. */
"use strict";

function element(name, text = "", attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/* Careers by key, each with what the lists say about it: question -> group, its title, the reason. */
function careersOf(lists) {
  const careers = new Map();
  for (const list of lists.querySelectorAll("ul")) {
    const { question, group } = list.dataset;
    const title = list.previousElementSibling.firstChild.textContent;
    for (const item of list.children) {
      const { key } = item.dataset;
      if (!careers.has(key)) careers.set(key, { item, facts: {} });
      const reason = item.querySelector("span")?.textContent ?? "";
      careers.get(key).facts[question] = { group, title, reason };
    }
  }
  return [...careers.values()];
}

function fitting(input) {
  return Object.fromEntries(input.dataset.fits.split(" ").map((fit) => fit.split(":")));
}

function judge(career, chosen) {
  const because = [], but = [];
  let points = 0;
  for (const input of chosen) {
    const fact = career.facts[input.name];
    const fit = Number(fitting(input)[fact?.group] ?? 0);
    points += fit;
    if (fact) (fit ? because : but).push(fact);
  }
  return { ...career, points, because, but };
}

function reasons(label, facts) {
  const list = element("ul");
  list.append(...facts.map(({ title, reason }) => {
    const line = element("li");
    line.append(element("strong", title), reason ? ` \u2013 ${reason}` : "");
    return line;
  }));
  return facts.length ? [element("p", `${label}:`), list] : [];
}

function shown({ item, because, but }, words, number) {
  const made = element("li");
  const head = element("p", "", { class: "guide-finder-career" });
  head.append(item.querySelector("a").cloneNode(true), " ");
  head.append(element("span", words.fits.replace("{0}", because.length).replace("{1}", number)));
  if (item.dataset.guideMark) {
    const { guideMark, title } = item.dataset;
    head.append(" ", element("span", "", {
      class: "guide-mark", "data-career": guideMark, "data-title": title,
    }));
  }
  made.append(head, ...reasons(words.because, because), ...reasons(words.but, but));
  return made;
}

function start(finder) {
  const part = (name) => finder.querySelector(`.guide-finder-${name}`);
  const [questions, found, lists] = ["questions", "found", "lists"].map(part);
  const words = finder.dataset;
  const careers = careersOf(lists);
  const inputs = [...questions.querySelectorAll("input")];

  function update() {
    const chosen = inputs.filter((input) => input.checked && input.value);
    found.hidden = !chosen.length;
    lists.hidden = !found.hidden;
    const order = careers.map((career) => judge(career, chosen));
    order.sort((one, other) => other.points - one.points); // keeps those with the same points
    found.querySelector("ol").replaceChildren(
      ...order.map((career) => shown(career, words, chosen.length)));
    found.querySelector("[role=status]").textContent =
      chosen.length ? words.status.replace("{0}", order.length) : "";
    document.dispatchEvent(new Event("guide-marks"));
    return chosen;
  }

  function save() {
    const answers = update().map((input) => `${input.name}=${input.value}`).join("&");
    history.replaceState(null, "", `#${answers}`);
  }

  function load() {
    const answers = new URLSearchParams(location.hash.slice(1));
    // The address of a heading is no answer.
    const isAnswer = inputs.some(({ name }) => answers.has(name));
    if (location.hash.length > 1 && !isAnswer) return;
    for (const input of inputs) {
      const known = inputs.some((other) =>
        other.name === input.name && other.value && other.value === answers.get(input.name));
      input.checked = input.value === (known ? answers.get(input.name) : "");
    }
    update();
  }

  questions.addEventListener("change", save);
  questions.querySelector("button").addEventListener("click", () => {
    for (const input of inputs) input.checked = !input.value;
    save();
    inputs[0].focus();
  });
  addEventListener("hashchange", load);
  questions.hidden = false;
  load();
}

document.querySelectorAll(".guide-finder").forEach(start);
