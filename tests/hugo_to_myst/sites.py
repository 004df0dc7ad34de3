"""Small Hugo sites for the tests, and what an import of one wrote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from hugo_to_myst.import_site import import_site

if TYPE_CHECKING:
    from hugo_to_myst.findings import Finding, Report

CONFIG = """\
baseURL: https://old.example
title: Old site
disablePathToLower: true
markup: {goldmark: {renderer: {unsafe: true, hardWraps: true}}}
"""
#: A site without hard wraps, whose paths are in lower case.
HUGO_TOML = """\
baseURL = "https://old.example/"
title = "T"
markup.goldmark.renderer.unsafe = true
"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55000000"
    "0a49444154789c636000000002000148afa4710000000049454e44ae426082"
)
#: Two pages and the image that one of them shows.
PAGES = {"content/a.md": "one two *three*\n\n![p](/p.png)", "content/b/c.md": "four",
         "static/p.png": b"1"}  # fmt: skip
#: A career of four guides, and pages elsewhere.
CAREER = {
    "content/coach.md": "c", "content/coach/history.md": "## A Part\n\nx",
    "content/coach/social.md": "s", "content/coach/startup.md": "s", "content/coach/start.md": "s",
    "content/CFOs/Tax Law.md": "t", "content/deep/only-here.md": "o", "content/about.md": "a",
}  # fmt: skip
#: Links with schemes that MyST does and does not know.
LINKS = """\
[phone](tel:+1-555) [chat](irc://x.org/y) [cdn](//cdn.example/x) [site](HTTPS://x.example)
[mail](MAILTO:a@b.example) <a href="SMS:+1555">text us</a> [disk](file:///etc/x)

Below.
"""
#: Headings of which Hugo takes only a part for the id.
PIECES = """\
## **"I am"**
## **"I am"** and
## *it's* so
## **Pair "q" x**
## [link "q"](/page)
## **a `b` c**
## *a **b** c*
## **a_b c**
## **a -- b**
## **a... b**
## **x [b] c**
## **a * b**
## **see https://example.org/x now**
## see <https://example.org/y> now
## <b>x y</b>
## <br>
## x <br>
## ![alt *q* t](/x.png)
## ...
## *...*
## "x" **y**
## &nbsp;
## a&nbsp;b &eacute; \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}c
## *[d](/page)* &nbsp; &nbsp;
## a &#8220;b&#8221; &#x201c; c
## **&#65;bc `&#66;`**
"""
#: Boxes without text.
BOXES = """\
{{< note >}}{{< /note >}}

{{< alert text="Gone" />}}

> [!NOTE]

{{< tip >}}<script>x()</script>{{< /tip >}}

{{< warning title="Only a title" >}}{{< /warning >}}

{{< tabs >}}{{< tab "Empty" >}}{{< /tab >}}{{< /tabs >}}

{{< details "Nothing" >}}{{< /details >}}

End.
"""
CODE = '```py {hl_lines=["1-9",7]}\nx = 1\ny = 2\n```\n'


@dataclass
class Imported:
    """What an import made of a site."""

    site: Path
    out: Path
    report: Report

    def text(self, docname: str) -> str:
        return (self.out / f"{docname}.md").read_text(encoding="utf-8")

    def front(self, docname: str) -> dict[str, Any]:
        values = yaml.safe_load(self.text(docname).split("---\n")[1])
        assert isinstance(values, dict)
        return values

    def body(self, docname: str) -> str:
        return self.text(docname).split("---\n", 2)[2].strip("\n")

    def of(self, kind: str) -> list[Finding]:
        return [f for f in self.report.findings if f.kind == kind]

    @property
    def guides(self) -> list[str]:
        found = (p.relative_to(self.out).as_posix() for p in self.out.rglob("*.md"))
        return sorted(name.removesuffix(".md") for name in found)


#: Write files as a site and import it, with options of import_site.
Make = Callable[..., Imported]
#: Import one page; return the body of its guide.
Body = Callable[[str], str]


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    found = (p for p in folder.rglob("*") if p.is_file())
    return {str(p): (p.stat().st_mtime_ns, p.read_bytes()) for p in found}


def import_pages(folder: Path, pages: dict[str, str], **options: object) -> tuple[Report, Path]:
    """Write a site of pages and import it; return the report and the output folder."""
    site, out = folder / "site", folder / "out"
    (site / "content").mkdir(parents=True, exist_ok=True)
    (site / "hugo.toml").write_text(HUGO_TOML)
    for name, body in pages.items():
        (site / "content" / name).write_text(body, encoding="utf-8")
    return import_site(site, out, force=True, **options), out  # type: ignore[arg-type]
