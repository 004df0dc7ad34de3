"""An author who edits a small site at random, for tests of incremental builds."""

from __future__ import annotations

import os
import random

from PIL import Image

from tests.sites import FACTS, LOGO, Site, guide

from .rare_edits import REFERENCES, RareEdits

CHAPTERS = ("overview", "day", "history", "advice")
WORDS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "running", "careful", "works")


class Author(RareEdits):
    """Edits a small site at random, as authors do."""

    def __init__(self, site: Site, seed: int) -> None:
        self.site = site
        self.random = random.Random(seed)
        self.pages: dict[str, dict[str, str]] = {}
        self.bodies: dict[str, str] = {}
        for career in ("pilot", "nurse"):
            self.pages[f"{career}/index"] = {
                "title": career.title(), "cascade": "{sidebar: true}", "next": "overview",
            }  # fmt: skip
            for chapter, after in zip(CHAPTERS, (*CHAPTERS[1:], CHAPTERS[0]), strict=True):
                self.pages[f"{career}/{chapter}"] = {"title": f"{career} {chapter}", "next": after}
        self.pages["index"] = {"title": "Home"}
        self.bodies["index"] = "```{guides}\n```\n\n[](plain.md) {doc}`plain`\n"
        self.bodies["pilot/advice"] = (
            "{guide}`nurse/day` and {ref}`a-label` and [](history.md)\n\n"
            "```{index} single: tail; fin\n```"
        )
        self.facts = dict(FACTS)
        self.begin_others()
        self.site.write({
            "logos/acme.svg": LOGO, "logos/other.svg": LOGO, "images/pilot/one.svg": LOGO,
            "images/nurse/one.svg": LOGO.replace("90", "120"),
        })  # fmt: skip
        self.edit_photo()
        self.save()

    def save(self) -> None:
        for name in self.site.docs.rglob("*.md"):
            docname = name.relative_to(self.site.docs).as_posix()[:-3]
            if docname not in self.pages and f"{docname}.md" not in self.others:
                name.unlink()
        wanted = {
            f"{name}.md": guide(body=self.bodies.get(name, "Text of works."), **keys)
            for name, keys in self.pages.items()
        }
        wanted |= self.others | self.facts
        for path, text in wanted.items():
            file = self.site.docs / path
            if not file.exists() or file.read_text() != text:
                self.site.write({path: text})

    def any(self, *, index: bool = True) -> str:
        return self.random.choice(
            [n for n in self.pages if "/" in n and (index or "index" not in n)]
        )

    def edit(self) -> str:
        kind = self.random.choice([name for name in dir(self) if name.startswith("edit_")])
        getattr(self, kind)()
        self.save()
        return kind

    def edit_title(self) -> None:
        self.pages[self.any()]["title"] = " ".join(self.random.sample(WORDS, 2)).title() + " & *x*"

    def edit_description(self) -> None:
        self.pages[self.any()]["description"] = " ".join(self.random.sample(WORDS, 4))

    def edit_figure(self) -> None:
        name = self.any()
        image = self.random.choice((
            "/images/pilot/one.svg", "/images/nurse/one.svg", "/images/photo.png"
        ))  # fmt: skip
        self.pages[name]["figure"] = f"{{image: {image}, alt: x, caption: 'see {{guide}}`pilot`'}}"

    def edit_older(self) -> None:
        """Put another file in the place of a page, with the time of an old copy."""
        name = self.any()
        self.bodies[name] = f"Restored {self.random.choice(WORDS)} text."
        self.save()
        os.utime(self.site.docs / f"{name}.md", (1_600_000_000, 1_600_000_000))

    def edit_no_figure(self) -> None:
        self.pages[self.any()].pop("figure", None)

    def edit_image(self) -> None:
        image = self.site.docs / "images/pilot/one.svg"
        image.write_text(LOGO.replace("90", str(self.random.randint(10, 999))))

    def edit_photo(self) -> None:
        noise = Image.frombytes("RGB", (30, 20), self.random.randbytes(30 * 20 * 3))
        noise.resize((400, 300)).save(self.site.docs / "images/photo.png")

    def edit_no_image(self) -> None:
        image = self.site.docs / "images/nurse/one.svg"
        image.unlink() if image.exists() else image.write_text(LOGO)

    def edit_logo(self) -> None:
        self.pages[self.any()]["sidebarlogo"] = self.random.choice(("acme", "other", "gone"))

    def edit_logo_file(self) -> None:
        logo = self.site.docs / "logos/other.svg"
        logo.unlink() if logo.exists() else logo.write_text(LOGO.replace("60", "70"))

    def edit_dark_logo(self) -> None:
        logo = self.site.docs / "logos/acme-dark.svg"
        logo.unlink() if logo.exists() else logo.write_text(LOGO)

    def edit_order(self) -> None:
        name = self.any(index=False)
        self.pages[name].pop("next", None)
        self.pages[name]["weight"] = str(self.random.randint(1, 9))

    def edit_next(self) -> None:
        self.pages[self.any()]["next"] = self.random.choice(self.targets())

    def edit_prev(self) -> None:
        self.pages[self.any()]["prev"] = self.random.choice(self.targets())

    def targets(self) -> list[str]:
        return ["/" + name for name in self.pages] + ["nowhere", "https://example.com/x"]

    def edit_cascade(self) -> None:
        career = self.random.choice(("pilot/index", "nurse/index"))
        if career in self.pages:
            figure = "figure: {image: /images/pilot/one.svg, alt: y}"
            choices = (
                "{sidebar: false}",
                "{sidebar: true, industry: Air}",
                f"{{{figure}, tags: [x]}}",
            )
            self.pages[career]["cascade"] = self.random.choice(choices)

    def edit_add(self) -> None:
        name = f"{self.random.choice(('pilot', 'nurse', 'cook'))}/{self.random.choice(WORDS)}"
        self.pages[name] = {"title": name.title(), "include_footer": "true"}

    def edit_rename(self) -> None:
        name = self.any()
        keys = self.pages.pop(name)
        self.bodies.pop(name, None)
        self.pages[name.rpartition("/")[0] + "/" + self.random.choice(WORDS)] = keys

    def edit_remove(self) -> None:
        if len(self.pages) > 4:
            self.pages.pop(self.any())

    def edit_draft(self) -> None:
        keys = self.pages[self.any(index=False)]
        keys["draft"] = "false" if keys.get("draft") == "true" else "true"

    def edit_unlisted(self) -> None:
        keys = self.pages[self.any()]
        keys["unlisted"] = "false" if keys.get("unlisted") == "true" else "true"

    def edit_alias(self) -> None:
        self.pages[self.any()]["aliases"] = f"[/old/{self.random.choice(WORDS)}]"

    def edit_review(self) -> None:
        keys = self.pages[self.any()]
        if keys.pop("last_reviewed", None) is None:
            keys["last_reviewed"] = f"2026-0{self.random.randint(1, 9)}-01"

    def edit_not_found(self) -> None:
        if self.pages.pop("404", None) is None:
            self.pages["404"] = {"title": "Lost", "description": "Nothing here"}

    def edit_body(self) -> None:
        body = " ".join(self.random.choices(WORDS, k=5))
        extra = self.random.choice((
            "", "{guide}`pilot/day`", "[](../nurse/day.md)", "{doc}`/pilot/history`",
            "{ref}`a-label`", *REFERENCES,
            "```{guides}\n:career: nurse\n```", "```{index} single: word; other\n```",
            "```{next} nurse/day pilot\n```", "![](/images/pilot/one.svg)",
            "![](/images/photo.png)", "```{figure-card} /images/photo.png\n:alt: z\n```",
            "```{figure-card} /images/pilot/one.svg\n:alt: z\n```",
            "{fact}`29-1141 median-pay` {fact}`27-3091 highest-paying-states`",
            "## Pay {fact}`29-1141 median-pay`", "```{at-a-glance} 27-3091\n```",
            "```{a-z}\n```\n\n```{industries}\n```\n\n```{tags}\n```", "```{compare}\n```",
            "```{occupations}\n```", "```{career-finder}\n```",
        ))  # fmt: skip
        self.bodies[self.any()] = f"{body}\n\n{extra}"

    def edit_facts(self) -> None:
        name, old = self.random.choice((
            ("occupations.csv", "97550"), ("occupations.csv", "Nurses"), ("states.csv", "61000"),
            ("onet.csv", "54.7"), ("release.json", "May 2025"),
        ))  # fmt: skip
        new = self.random.choice(("71230", "80000"))
        path = f"facts/{name}"
        self.facts[path] = self.facts[path].replace(old, new)

    def edit_occupation(self) -> None:
        codes = self.random.choice(("27-3091", "[29-1141, 27-2042]", "29-1021", "29-9999"))
        self.pages[self.any()]["occupation"] = codes

    def edit_terms(self) -> None:
        keys = self.pages[self.any()]
        keys["industry"] = self.random.choice(("Air", "AIR", "Health & care", "Sea"))
        keys["tags"] = self.random.choice(("[night]", "[Night, people]", "[]"))

    def edit_no_search(self) -> None:
        self.pages[self.any()]["no-search"] = self.random.choice(("true", "false"))

    def edit_related(self) -> None:
        self.pages[self.any()]["related"] = f"[{self.random.choice(self.targets())}]"


AUTHOR_CONF = """
numfig = True
guides_logo = "acme"
guides_footer = {"columns": [{"title": "x", "links": [{"url": "/pilot/day"}]}]}
guides_navbar = [{"url": "/nurse"}, {"url": "/pilot"}]
sitemap_url_scheme = "{link}"
guides_search_fallback = "/nurse/day"
# Edits follow each other here more closely than any author's.
import build_cache.stamps
build_cache.stamps.MOMENT = 0
"""
