"""Random sections of Hugo sites, as people write them."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = [
    "plan", "Über", "naïve", "C++", "it's", "a_b", "2024", "v1.2", "日本", "Q&A", "x--y", "End",
    "don't", "50%", "ΟΔΟΣ", "e.g.", '"so"', "1/2", "pay", "(old)", "—", "#1", "a:b",
]  # fmt: skip
DAYS = ["2020-01-02", "2098-01-02", "2021-05-06T07:08:09Z", "02 Jan 2020", "1577934245",
        "2099-01-02 10:00:00", '"Tue, 02 Jan 2020 15:04:05 GMT"'.replace("Tue", "Thu")]  # fmt: skip
PAGES = ("one", "two", "Three Four", "bundle/index", "sub/five")

phrase = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


def quoted(text: str) -> str:
    return '"' + text.replace('"', '\\"') + '"'


@st.composite
def front_matter(draw: st.DrawFn) -> str:
    """Draw front matter in YAML or TOML; only values that Hugo builds with."""
    keys: dict[str, str] = {"title": quoted(draw(phrase))}
    for name, values in {
        "date": DAYS, "publishDate": DAYS, "expiryDate": DAYS, "lastmod": DAYS,
        "draft": ["true", "false"], "weight": ["0", "1", "20", "-3", "2.7"],
        "slug": ["{slug}", '"A Slug! {slug}"'], "tags": ["[data-science, Pay]", "[no, 12:30]"],
        "categories": ["[News]"], "build": ["{render: never}", "{list: never}"],
        "headless": ["true"], "params": ["{sidebar: true}"],
    }.items():  # fmt: skip
        if draw(st.integers(0, 9)) == 7:
            keys[name] = draw(st.sampled_from(values))
    if draw(st.booleans()):
        return "---\n" + "".join(f"{k}: {v}\n" for k, v in keys.items()) + "---\n"
    as_toml = {
        k: v.replace(": ", " = ") if v[:1] == "{" else v
        for k, v in keys.items()
        if k not in ("tags", "build") and not v.startswith(("02", '"Thu', "1577"))
    }
    as_toml = {k: '["News"]' if v == "[News]" else v for k, v in as_toml.items()}
    as_toml = {k: '"{slug}"' if v == "{slug}" else v for k, v in as_toml.items()}
    as_toml = {k: '"never"'.join(v.split("never")) for k, v in as_toml.items()}
    return "+++\n" + "".join(f"{k} = {v}\n" for k, v in as_toml.items()) + "+++\n"


heading = st.builds(
    lambda level, text, own: f"{'#' * level} {text}{own}\n",
    st.integers(1, 6), phrase,
    st.sampled_from(["", "", "", " {#own}", " {.cls #V3_4}", " {#v1.2}", " {.cls}"]),
)  # fmt: skip
target = st.sampled_from([
    "/s0/one/", "../one/", "two", "../", "/pic.png", "#own", "#plan", "/s0/#x", "one.md", "/",
    "https://x.example/a%20b?q=1", "https://old.example/s0/one/", "mailto:a@b.example", "/none/",
    "../bundle/#V3_4", "?q", "/s0/three-four/",
])  # fmt: skip
link = st.builds(lambda text, to: f"[{text}]({to})", phrase, target)
inline = st.one_of(
    phrase, link,
    phrase.map(lambda t: f"*{t}*"), phrase.map(lambda t: f"`{t}`"), phrase.map(lambda t: f"~{t}~"),
    st.sampled_from(["![alt](/pic.png)", "<kbd>K</kbd>", "H<sub>2</sub>O", "www.x.example",
                     "https://x.example/?q=a%20b", "<b>bold</b>", '<a href="/s0/two/">two</a>',
                     "<abbr title='t'>ab</abbr>",
                     '<img src="/pic.png" alt="p">', "&amp;", "1 * 2"]),
)  # fmt: skip
paragraph = st.lists(inline, min_size=1, max_size=5).map(lambda parts: " ".join(parts) + "\n")
block = st.one_of(
    heading, paragraph, paragraph,
    paragraph.map(lambda t: f"> {t}"), paragraph.map(lambda t: f"- {t}- x\n"),
    paragraph.map(lambda t: f"<div>\n\n{t}\n</div>\n"), phrase.map(lambda t: f"```sh\n{t}\n```\n"),
    phrase.map(lambda t: f"<h2 id='raw_Id'>{t.replace('&', 'n')}</h2>\n"),
    phrase.map(lambda t: f"<pre>run <code>{t.replace('&', 'n')}</code> now</pre>\n"),
    st.sampled_from(["| a | b |\n|---|---|\n| c | ~d~ |\n", "Term\n: Definition\n", "---\n",
                     '{{< figure src="/pic.png" alt="x" caption="A caption" >}}\n',
                     '{{< param title >}} in {{< param "none" >}}\n'][:-1]),
)  # fmt: skip
body = st.lists(block, min_size=2, max_size=7).map("\n".join)
cascade = st.sampled_from([
    *[""] * 9, "cascade: {draft: true}\n", "cascade: {publishDate: 2099-01-01}\n",
    "cascade:\n  - {sidebar: true}\n  - {draft: true, target: {path: '**two'}}\n",
    "cascade: {build: {render: never}, target: {kind: page}}\n",
])  # fmt: skip


@st.composite
def small_site(draw: st.DrawFn) -> dict[str, str | bytes]:
    """Draw the files of a section: its page and up to five pages in it."""
    files: dict[str, str | bytes] = {
        "_index.md": f"---\ntitle: Section\n{draw(cascade)}---\n{draw(body)}"
    }
    for name in draw(st.lists(st.sampled_from(PAGES), min_size=2, max_size=5, unique=True)):
        slug = "other-" + name.split("/")[0].split(" ")[0].lower()  # no two pages have one
        files[f"{name}.md"] = f"{draw(front_matter()).replace('{slug}', slug)}\n{draw(body)}"
    return files
