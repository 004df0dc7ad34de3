"""The source of a page as MyST gets it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from career_guides.content.myst_source import for_myst
from career_guides.content.page import read_page
from tests.sites import Site, guide


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_myst_gets_as_many_lines_as_were_written(title: str) -> None:
    text = "---\ntitle: |\n  x\nabstract: y\norphan: false\ntocdepth: 0\n---\n\nbody\n"
    page = read_page(text, "a/b")
    given_to_myst = for_myst(text, page, title).split("\n")
    assert len(given_to_myst) == len(text.split("\n"))
    assert given_to_myst[-2] == "body"
    assert "orphan" not in given_to_myst[1]
    assert "tocdepth" in given_to_myst[1]


def test_substitutions_keep_their_types(site: Site) -> None:
    # Pages of strangers have no expressions, such as {{ day.strftime('%d.%m.') }}.
    site.conf = 'myst_enable_extensions = ["substitution"]\nguides_trust = "project"'
    values = {
        "day": "2026-11-22",
        "time": "2026-11-22T10:30:00",
        "raw": "!!binary aGk=",
        "large": "1.0e+16",
        "endless": ".inf",
        "off": "false",
        "none": "null",
        "days": "[2026-01-31]",
        "text": '"2026-11-22"',
    }
    body = (
        "{{ day.strftime('%d.%m.') }} {{ time.hour }} {{ raw.decode() }} {{ large > 5 }}"
        " {{ endless > 5 }} {{ not off }} {{ none is none }} {{ days[0].day }} {{ text.upper() }}"
    )
    block = "\n  substitutions:\n" + "\n".join(f"    {k}: {v}" for k, v in values.items())
    site.write({
        "a.md": guide("A", body, myst=block),
        "b.md": f"---\norphan: true\nmyst:{block}\n---\n\n# B\n\n{body}\n",
    })  # fmt: skip
    assert "WARNING: Substitution" not in site.build()
    for page in ("a.html", "b.html"):
        text = site.soup(page).select_one("article p").text  # type: ignore[union-attr]
        assert text == "22.11. 10 hi True True True True 31 2026-11-22"


def test_false_turns_off_keys_of_sphinx_and_the_theme(site: Site) -> None:
    body = "## One\n\n## Two"
    site.write({
        "a/index.md": guide("A"),
        "a/no.md": guide("Not", body, **{"hide-toc": "false", "orphan": "false"}),
        "a/yes.md": guide("Hidden", body, **{"hide-toc": "true", "orphan": "true"}),
        "a/mine.md": guide("Mine", mykey="x", abstract="not to be shown", status="draft"),
    })  # fmt: skip
    site.conf = 'guides_extra_keys = ["mykey"]'
    assert site.build("-n") == ""
    assert "toc-drawer no-toc" not in (site.out / "a/no.html").read_text()
    assert "toc-drawer no-toc" in (site.out / "a/yes.html").read_text()
    assert "not to be shown" not in (site.out / "a/mine.html").read_text()
