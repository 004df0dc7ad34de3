"""Pages that refer to objects of Sphinx's other domains, when these move to another page."""

from __future__ import annotations

import pytest

from tests.sites import Site, differing, guide, snapshot

GLOSSARY = "```{glossary}\nwork\n  Doing.\n```\n"
FUNCTION = "```{py:function} works(x)\n```\n"
FIGURE = "```{figure} /logos/acme.svg\n:name: fig_a\n\nCaption\n```\n"
OBJECTS = (
    GLOSSARY, FUNCTION, FIGURE,
    "```{js:function} runs(x)\n```\n",
    "```{math}\n:label: sum\n1 + 1\n```\n",
    "```{envvar} HOME\n```\n",
    "```{program} tool\n```\n\n```{option} --all\n```\n",
)  # fmt: skip
#: Each is in a page of its own: another reference would have its page written again.
REFERENCES = (
    "{term}`work`", "{any}`work`", "[](#work)", "[text](work)", "{ref}`work`",
    "{any}`works`", "[](#works)", "[text](works)", "[text](<project:#works>)", "{py:func}`works`",
    "{any}`runs`", "[](#runs)", "{any}`sum`", "[](#sum)", "{eq}`sum`", "{any}`HOME`",
    "{option}`tool --all`", "{any}`fig_a`", "[](#fig_a)", "[](two.md#fig-a)", "[](two)",
    "{any}`two`",
)  # fmt: skip


def test_objects_move(site: Site, clean) -> None:
    pages = {f"a{n}.md": guide(f"A{n}", text) for n, text in enumerate(REFERENCES)}
    label = "# Label\n\n(work)=\n## A label of the same name\n"
    # Beside an option of a program, whose key is a text, one of none.
    first = {"one.md": "# One\n\n```{option} --none\n```\n\n" + "\n".join(OBJECTS)}
    site.write({**pages, **first, "two.md": "# Two\n", "label.md": label})
    site.build()
    before = snapshot(site.out)
    # To another page; away; back, with another caption; and the label goes, and the page's title.
    for files in (
        {"one.md": "# One\n", "two.md": "# Two\n\n" + "\n".join(OBJECTS)},
        {"two.md": "# Two\n"},
        {
            **first,
            "two.md": "# Two\n\n" + FIGURE.replace("Caption", "Another"),
            "label.md": "# L\n",
        },
        {"two.md": "# Second\n\n" + FIGURE.replace("Caption", "A third")},
    ):
        site.write(files)
        site.build()
        after, expected = snapshot(site.out), clean(site)
        assert {page for page in after if after[page] != expected.get(page)} == set()
        assert before != after


def test_another_object_leaves_links_to_headings_alone(site: Site) -> None:
    site.write({
        "a.md": guide("A", "{ref}`there` and [](b.md#there)"),
        "b.md": guide("B", "(there)=\n## There"),
        "c.md": "# C\n",
    })  # fmt: skip
    site.build()
    page = site.out / "a.html"
    before = page.stat().st_mtime_ns
    site.write({"c.md": f"# C\n\n{GLOSSARY}\n\n(new)=\n## New\n"})
    site.build()
    assert page.stat().st_mtime_ns == before


def test_a_title_of_two_lines(site: Site, clean) -> None:
    yaml = {"quoted": '"One\n  two"', "block": "|\n  One\n  two", "escaped": '"One\\ntwo"'}
    site.write({f"pilot/{name}.md": guide(title) for name, title in yaml.items()})
    site.write({
        "pilot/index.md": guide("Pilot", "{guide}`quoted` {guide}`block`", next="escaped"),
        "plain.md": "One\ntwo\n===\n\n{doc}`/pilot/block`\n",
        "other.md": guide("Other", "{doc}`plain` [](plain.md) {guide}`plain`"),
    })  # fmt: skip
    site.build()
    for name, title in yaml.items():
        site.write({f"pilot/{name}.md": guide(title.replace("two", "three"))})
    site.write({"plain.md": "One\nthree\n===\n"})
    site.build()
    assert snapshot(site.out) == clean(site)
    assert "One three" in " ".join(site.soup("other.html").article.text.split())  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "changed",
    [
        {"nurse/overview.md": guide("What nurses do", also="[Charge nurse]")},
        {"nurse/overview.md": guide("What nurses do", draft="true")},
        {"nurse/overview.md": guide("What nurses do", occupation="27-2011")},
        {"nurse/index.md": guide("Registered nurse")},
    ],
    ids=["other names", "another first page", "job titles", "the career's name"],
)
def test_names_that_the_chapters_of_a_career_are_found_by(
    site: Site, clean, changed: dict[str, str]
) -> None:
    site.conf += 'guides_search = "pagefind"\n'
    site.write({
        "nurse/index.md": guide("Nurse"),
        "nurse/overview.md": guide("What nurses do", also="[RN]", occupation="29-1141"),
        "nurse/day.md": guide("Day"),
        "nurse/pay.md": guide("Pay"),
    })  # fmt: skip
    site.build()
    before = (site.out / "nurse/day.html").read_text("utf-8")
    site.write(changed)
    site.build()
    assert (site.out / "nurse/day.html").read_text("utf-8") != before
    assert differing(snapshot(site.out), clean(site)) == set()
