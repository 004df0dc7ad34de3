// For the preview only: reloads the page after a build and shows problems.
(() => {
  const script = document.currentScript;
  const CLOSED = "guides-live-closed";
  const MOST = 50; // messages in the list
  let host = null;

  const element = (name, text = "", attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text; // messages hold what authors wrote: never HTML
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  const STYLE = `
    details { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 45vh;
      overflow: auto; padding: .6rem 1rem; background: #2b1113; color: #fff;
      border-top: 4px solid #ff8f8f; font: 14px/1.5 system-ui, sans-serif; }
    summary { cursor: pointer; font-weight: bold; }
    ol { margin: .4rem 0 0; padding: 0; list-style: none; }
    li { padding: .35rem 0; border-top: 1px solid #6b4a4c; white-space: pre-wrap;
      overflow-wrap: anywhere; }
    code { color: #ffd0a8; font: 13px/1.5 ui-monospace, monospace; }
    a { color: #9fd3ff; }
    @media print { details { display: none; } }`;

  const list = ({ messages, more, isBuilt }) => {
    const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
    const notes = messages.filter(({ level }) => level === "NOTE").length;
    const heading = counted(messages.length + more - notes, "problem")
      + (notes ? `, ${counted(notes, "note")}` : "");
    const failed = "The build failed; this is the page as it was before";
    const box = element("details");
    box.append(element("summary", isBuilt ? heading : `${failed} (${heading})`));
    const items = element("ol");
    // An address ends with or without index.html and .html.
    const name = (path) => decodeURI(path).replace(/(index)?(\.html)?$/, "");
    const isHere = ({ page }) => page !== "" && name(page) === name(location.pathname);
    const ordered = [...messages.filter(isHere), ...messages.filter((each) => !isHere(each))];
    for (const { file, line, text, link } of ordered.slice(0, MOST)) {
      const item = element("li");
      if (file) item.append(element("code", line ? `${file}:${line}` : file), " ");
      item.append(text);
      if (link) item.append(" ", element("a", "What to do", { href: link, target: "_blank" }));
      items.append(item);
    }
    const rest = more + Math.max(0, ordered.length - MOST);
    if (rest) items.append(element("li", `and ${rest} more in the terminal`));
    box.append(items);
    box.open = sessionStorage.getItem(CLOSED) === null;
    box.addEventListener("toggle", () => {
      if (box.open) sessionStorage.removeItem(CLOSED);
      else sessionStorage.setItem(CLOSED, "");
    });
    return box;
  };

  const show = (state) => {
    host?.remove();
    host = null;
    if (!state.messages.length) return;
    host = element("div", "", { id: "guides-live", role: "status" });
    host.attachShadow({ mode: "open" }).append(element("style", STYLE), list(state));
    document.body.append(host);
  };

  let events = null;
  const connect = () => {
    events = new EventSource("/_live/events");
    events.onmessage = ({ data }) => {
      const state = JSON.parse(data);
      if (state.version === script.dataset.version) show(state);
      else location.reload();
    };
  };
  // A browser keeps six connections to a server: those of tabs in the background are let go.
  document.addEventListener("visibilitychange", () => {
    events?.close();
    if (!document.hidden) connect();
  });
  if (!document.hidden) connect();
})();
