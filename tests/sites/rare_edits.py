"""Edits that authors make rarely, and that incremental builds have missed."""

from __future__ import annotations

import copy
import os
import random
import time
from pathlib import Path
from typing import Any

from PIL import Image

from tests.sites import LOGO, Site

PLAIN = """# Plain page

(a-label)=
## A label

Text {guide}`pilot/day`.

```{toctree}
:numbered:
one
two
```
"""
GLOSSARY = "```{glossary}\na-label\n  Meaning.\n```"
FUNCTION = "```{py:function} works(x)\n```"
FIGURE = "```{figure} /images/pilot/one.svg\n:name: fig_one\n\nA caption\n```"
#: What bodies of guides may refer to in the pages ``one`` and ``two``.
REFERENCES = (
    "{term}`a-label`", "{any}`a-label`", "[](#a-label)", "{any}`works`", "[](#works)",
    "[text](works)", "{py:func}`works`", "{numref}`fig_one`", "[](#fig_one)",
    "[](../one.md#fig-one)", "[](../plain)", "{any}`/plain`",
    "```{include} /part.txt\n```", "```{image} /images/photo.png\n:scale: 50\n```",
)  # fmt: skip
SETTINGS = (
    "", 'language = "de"\n', 'html_baseurl = ""\n', 'html_theme = "alabaster"\n',
    "html_use_index = False\n", 'guides_search = "sphinx"\n', 'html_title = "Another"\n',
    'guides_not_careers = ["cook", "nurse"]\n', 'guides_search_exclude = {"cook": "Cooks"}\n',
    "guides_reading_time = True\n",
)  # fmt: skip


class RareEdits:
    """Edits of pages that are no guides, of times of files, and of settings.

    :ivar others: path of a file below the sources -> its text
    """

    site: Site
    random: random.Random
    pages: dict[str, dict[str, str]]
    bodies: dict[str, str]
    facts: dict[str, str]
    others: dict[str, str]
    conf: str

    def begin_others(self) -> None:
        self.conf = self.site.conf
        self.others = {
            "plain.md": PLAIN,
            "one.md": f"# One\n\n{GLOSSARY}\n\n{FIGURE}\n",
            "two.md": f"# Two\n\n{FUNCTION}\n",
            "part.txt": "An included text.",
        }

    def state(self) -> Any:
        """Return all that the author knows, to go back to it with :meth:`go_back`."""
        known = (self.pages, self.bodies, self.facts, self.others, self.site.conf)
        return copy.deepcopy(known)

    def go_back(self, state: Any) -> None:
        self.pages, self.bodies, self.facts, self.others, self.site.conf = state

    def edit_plain(self) -> None:
        old, new = self.random.choice((
            ("A label", "Another label"), ("# Plain page\n", "Plain page\nof two lines\n===\n"),
            ("of two lines", "of two"), ("\n## A", "\n## First\n\n## A"),
        ))  # fmt: skip
        self.others["plain.md"] = self.others["plain.md"].replace(old, new, 1)

    def edit_numbered(self) -> None:
        text = self.others["plain.md"]
        is_numbered = ":numbered:" in text
        old, new = (":numbered:\n", "") if is_numbered else ("toctree}\n", "toctree}\n:numbered:\n")
        self.others["plain.md"] = text.replace(old, new, 1)

    def edit_moved(self) -> None:
        """Move an object to the other page, keep it out, or have it on both."""
        part = self.random.choice((GLOSSARY, FUNCTION, FIGURE))
        for name in ("one.md", "two.md"):
            self.others[name] = self.others[name].replace(f"\n{part}\n", "")
        places: tuple[tuple[str, ...], ...] = ((), ("one.md",), ("two.md",), ("one.md", "two.md"))
        for name in self.random.choice(places):
            self.others[name] += f"\n{part}\n"

    def edit_term(self) -> None:
        for name in ("one.md", "two.md"):
            self.others[name] = self.others[name].replace("Meaning.", "What it means.")

    def edit_included(self) -> None:
        """Change the included file, and give it a time of long ago or the one that it had."""
        file = self.site.docs / "part.txt"
        before = file.stat()
        text = self.others["part.txt"] = self.random.choice(
            ("An included text.", "Another one text.")
        )
        old = 1_500_000_000_000_000_000
        self._replace(file, text.encode(), self.random.choice((old, before.st_mtime_ns)))

    def edit_same_size(self) -> None:
        """Change a picture, but neither its size nor its time."""
        file = self.site.docs / "images/pilot/one.svg"
        number = str(self.random.randint(10, 99))
        before = file.stat()
        data = LOGO.replace("90", number).encode()
        self._replace(file, data, before.st_mtime_ns)

    def edit_older_photo(self) -> None:
        size = self.random.choice(((400, 300), (300, 200)))
        file = self.site.docs / "images/photo.png"
        Image.new("RGB", size, self.random.randint(0, 1 << 24)).save(file)
        os.utime(file, (1_500_000_000, 1_500_000_000))

    @staticmethod
    def _replace(file: Path, data: bytes, when: int) -> None:
        other = file.with_name("other.part")
        other.write_bytes(data)
        os.utime(other, ns=(when, when))
        other.replace(file)

    def edit_clock_ahead(self) -> None:
        """Save some pages with a clock that is an hour ahead."""
        when = time.time() + 3600
        for file in sorted(self.site.docs.rglob("*.md"))[:: self.random.randint(2, 5)]:
            os.utime(file, (when, when))

    def edit_rare_key(self) -> None:
        key, *values = self.random.choice((
            ("also", "[RN, Flyer]", "[Cook]", "[]"), ("subtitle", "More", "Less"),
            ("review_in", "1 months", "18 months"), ("generated_by", "A tool", "Another"),
        ))  # fmt: skip
        self.pages[self.random.choice([*self.pages])][key] = self.random.choice(values)

    def edit_settings(self) -> None:
        self.site.conf = self.conf + self.random.choice(SETTINGS)
