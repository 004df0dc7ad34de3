"""Pages of a stranger: what each directive and role must not do, and what it may."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from . import LOGO, guide

if TYPE_CHECKING:
    from pathlib import Path

    from . import Site

#: In a file outside the source folder: must be nowhere in the output.
SECRET = "WORD-OF-THE-BUILDER"  # noqa: S105
CONF = """
import os
os.environ["STRANGER"] = "WORD-OF-THE-BUILDER"
suppress_warnings = ["myst.xref_missing", "toc.not_included"]
myst_enable_extensions = ["substitution", "dollarmath", "colon_fence", "amsmath", "html_image"]
myst_substitutions = {"site": "Acme"}
"""


class Case(NamedTuple):
    """A piece of a page.

    :param name: the row of the table
    :param bad: what a stranger must not get; ``OUT`` stands for a path out of the source folder
    :param said: what the message about it contains
    :param good: the same in a harmless form, which gives no message
    """

    name: str
    bad: str
    said: str
    good: str = ""


def directive(name: str, argument: str = "", content: str = "") -> str:
    return f"~~~~{{{name}}} {argument}\n{content}\n~~~~"


def rst(text: str) -> str:
    return f"RST {text}"


TEXT = "/snippets/text.md"
OUTSIDE, IS_FOR = "it is outside the source folder", "it is only for pages that are trusted"
DIRECTIVES = [
    Case("include", directive("include", "OUT"), OUTSIDE, directive("include", TEXT)),
    Case("include", directive("include", "/snippets/link.md"), OUTSIDE),
    Case("include", directive("include", "/snippets"), "it is not an ordinary file"),
    Case("include", directive("include", "/snippets/nested.md"), OUTSIDE),
    Case("include", directive("include", "<../../../../../../../../../../etc/passwd>"), OUTSIDE),
    Case("literalinclude", directive("literalinclude", "OUT"), OUTSIDE,
         directive("literalinclude", TEXT)),
    Case("literalinclude", directive("literalinclude", TEXT, ":diff: OUT"), "':diff:'"),
    Case("csv-table", directive("csv-table", "T", ":file: OUT"), OUTSIDE,
         directive("csv-table", "T", ":file: ../snippets/table.csv")),
    Case("csv-table", directive("csv-table", "T", ":url: file://OUT"), IS_FOR),
    Case("csv-table", directive("csv-table", "T", ":url: http://127.0.0.1:9/x"), IS_FOR),
    Case("raw", directive("raw", "html", "<script>alert(1)</script>"), "the tag <script>",
         directive("raw", "html", "<b>bold</b>")),
    Case("raw", directive("raw", "html", ":file: OUT"), IS_FOR),
    Case("raw", directive("raw", "html", ":url: file://OUT"), IS_FOR),
    Case("raw", directive("raw", "latex", "\\input{x}"), "in another format than HTML"),
    Case("eval-rst", directive("eval-rst", "", ".. include:: OUT"), IS_FOR),
    Case("image", directive("image", "OUT.svg"), "is outside the source folder",
         directive("image", "/a.svg", ":alt: x")),
    Case("image", directive("image", "/a.svg", ":target: javascript:alert(1)"), "'javascript:'",
         directive("image", "/a.svg", ":alt: x\n:target: https://example.org")),
    Case("figure", directive("figure", "OUT.svg"), "is outside the source folder",
         directive("figure", "/a.svg", ":alt: x\n\nC")),
    Case("figure", directive("figure", "/a.svg", ":target: javascript:alert(1)"), "'javascript:'"),
    Case("figure-md", directive("figure-md", "", "![x](OUT.svg)\n\nCaption"), "is outside",
         directive("figure-md", "", "![x](/a.svg)\n\nCaption")),
    Case("math", directive("math", "", "\\input{OUT}"), r"the command '\input'",
         directive("math", "", "\\frac{a}{b}")),
    Case("meta", directive("meta", "", ":http-equiv=refresh: 0;url=https://evil.example"),
         "'http-equiv'"),
    Case("tabularcolumns", directive("tabularcolumns", "}\\input{x}"), "columns are letters",
         directive("tabularcolumns", "|l|p{3cm}|")),
    Case("toctree", directive("toctree", "", "x <javascript://%0aalert(1)>"), "'javascript:'"),
    Case("card", directive("card", "T", ":img-top: OUT.svg\n\nx"), "is outside",
         directive("card", "T", ":img-top: /a.svg\n:img-alt: x\n:link: https://example.org\n\nx")),
    Case("card", directive("card", "T", ":link: javascript:alert(1)\n\nx"), "'javascript:'"),
    Case("grid-item-card",
         "::::{grid} 1\n:::{grid-item-card} T\n:img-bottom: OUT.svg\nx\n:::\n::::", "is outside"),
    Case("article-info", directive("article-info", "", ":avatar: OUT.svg\n:author: A"), "outside"),
    Case("article-info",
         directive("article-info", "",
                   ":avatar: /a.svg\n:avatar-link: javascript:alert(1)\n:author: A"),
         "'javascript:'"),
    Case("button-link", directive("button-link", "javascript:alert(1)", "x"), "'javascript:'",
         directive("button-link", "https://example.org", "x")),
    Case("figure-card", directive("figure-card", "OUT.svg", ":alt: x"), "is outside",
         directive("figure-card", "/a.svg", ":alt: x")),
    Case("figure-card", directive("figure-card", "/a.svg", ":alt: x\n:caption: <script>x</script>"),
         "the tag <script>",
         directive("figure-card", "/a.svg", ":alt: x\n:caption: <kbd>x</kbd>")),
    Case("next", directive("next", "javascript:alert(1)"), "neither a guide nor an https://"),
]  # fmt: skip
_ICON = '`report;1em;"onload="alert(1)`'
ROLES = [
    Case("raw", "{raw}`<script>`", IS_FOR),
    Case("math", "{math}`\\input{OUT}`", "the command", "{math}`a^2`"),
    Case("download", "{download}`x <OUT>`", "is outside", "{download}`x </snippets/table.csv>`"),
    Case("octicon", f"{{octicon}}{_ICON}", "an icon is", "{octicon}`report;1em;sd-text-info`"),
    *(Case(f"material-{style}", f"{{material-{style}}}{_ICON}", "an icon is")
      for style in ("outlined", "regular", "round", "sharp", "twotone")),
    *(Case(name, f"{{{name}}}`x}}\\input{{OUT}}`", "an icon is")
      for name in ("fa", "fa-brands", "fa-regular", "fa-solid", "fab", "far", "fas")),
    Case("bdg-link", "{bdg-link}`x <javascript:alert(1)>`", "'javascript:'",
         "{bdg-link-primary}`x <https://example.org>`"),
]  # fmt: skip
TEXTS = [
    Case("html", "<script>alert(1)</script>", "'HTML' is left out: the tag <script>", "<b>x</b>"),
    Case("html", "x <img src=x onerror=alert(1)> y", "the attribute 'onerror'",
         "x <kbd>y</kbd> <!-- z -->"),
    Case("html", '<div title="', "a '<' that begins no complete tag"),
    Case("html", '<a href="java&#115;cript:alert(1)">x</a>', "'javascript:'"),
    Case("substitution", "{{ cycler.__init__.__globals__.os.environ.STRANGER }}",
         "a substitution may be a name", "{{ site | upper }} {{ site }}"),
    Case("substitution", "{{ env.srcdir }}", "a substitution may be a name"),
    Case("substitution", "{{ env }}", "'env' is the inside of the build"),
    Case("substitution", "{{ 'x' * 3 }}", "a substitution may be a name"),
    Case("math", "$\\input{OUT}$", "the command", "$a^2$"),
    Case("math", "\\begin{equation}\n\\input{OUT}\n\\end{equation}", "the command"),
    Case("image", "![x](OUT.svg)", "is outside"),
    Case("html", '<img src="file://OUT.svg" alt="x">', "'file:'"),
]  # fmt: skip
RST_TEXTS = [
    Case("include", ".. include:: OUT", OUTSIDE, f".. include:: {TEXT}"),
    Case("include", ".. INCLUDE:: OUT", OUTSIDE),
    Case("literalinclude", ".. literalinclude:: OUT", OUTSIDE),
    Case("csv-table", ".. csv-table:: T\n   :file: OUT", OUTSIDE),
    Case("raw", ".. raw:: html\n\n   <script>x</script>", "the tag <script>",
         ".. raw:: html\n\n   <b>x</b>"),
    Case("role", ".. role:: danger(raw)\n   :format: html\n\n:danger:`<script>x</script>`", IS_FOR),
    Case("image", ".. image:: file://OUT.svg", "is outside the source folder"),
    Case("link", "`x <javascript:alert(1)>`_", "'javascript:'", "`x <https://example.org>`__"),
    Case("link", "x_\n\n.. _x: javascript:alert(1)", "'javascript:'"),
    Case("image", ".. image:: /a.svg\n   :target: javascript:alert(1)", "'javascript:'"),
    Case("substitution", ".. |x| include:: OUT\n\n|x|", ""),
    Case("parsed-literal", ".. parsed-literal::\n\n   `x <javascript:alert(1)>`_", "'javascript:'"),
]  # fmt: skip
MARKDOWN = [*DIRECTIVES, *ROLES, *TEXTS]


def write(site: Site, *, language: str = "en") -> None:
    """Write a page for each case, ``bad/<number>`` and ``good/<number>``."""
    site.conf, site.more = CONF + f"language = {language!r}\n", ', "sphinx_design"'
    site.path.mkdir(parents=True, exist_ok=True)
    secret = site.path / "secret.txt"
    secret.write_text(SECRET)
    site.path.joinpath("secret.txt.svg").write_text(LOGO.replace("></svg>", f">{SECRET}</svg>"))
    site.write({
        "a.svg": LOGO,
        "snippets/text.md": "Included.\n",
        "snippets/table.csv": "a,b\n1,2\n",
        "snippets/nested.md": "```{include} ../../secret.txt\n```\n",
    })  # fmt: skip
    link = site.docs / "snippets/link.md"
    if not link.is_symlink():
        link.symlink_to(secret)
    for kind, cases, suffix in (("md", MARKDOWN, "md"), ("rst", RST_TEXTS, "rst")):
        for number, case in enumerate(cases):
            for quality, text in (("bad", case.bad), ("good", case.good)):
                if text:
                    body = f"Before.\n\n{placed(text, secret)}\n\nAfter.\n"
                    page = (
                        guide(f"T {quality} {number}", body) if kind == "md" else f"T\n=\n\n{body}"
                    )
                    site.write({f"{quality}/{kind}{number}.{suffix}": page})


def placed(text: str, secret: Path) -> str:
    """Return a text with the path out of the source folder, from the folder of a page."""
    text = text.replace("file://OUT", f"file://{secret}")
    return re.sub(r"\bOUT\b", "../../secret.txt", text)
