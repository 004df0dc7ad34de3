"""Which pages an edit of guides alone can affect."""

from __future__ import annotations

import os
import time

import pytest

from tests.sites import Site, snapshot
from tests.sites.author import AUTHOR_CONF, CHAPTERS, Author

pytestmark = pytest.mark.slow

NOTING = """
import pathlib
import career_guides.incremental.rewritten as module
_affected = module.affected
def affected(*arguments):
    found = _affected(*arguments)
    pathlib.Path("affected").write_text("all" if found is None else " ".join(sorted(found)))
    return found
module.affected = affected
"""

#: Kinds of edits that may leave most pages the same.
EDITS = (
    "title", "description", "figure", "next", "review",
    "add", "remove", "rename", "order", "prev", "alias", "related", "terms", "unlisted",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(int(os.environ.get("GUIDES_SEEDS", "1"))))
def test_edits_of_guides_alone_equal_clean_builds(site: Site, clean, seed: int) -> None:
    site.conf, site.more = AUTHOR_CONF + NOTING, ', "sphinx_sitemap"'
    author = Author(site, seed)
    author.bodies["nurse/day"] = "## Shift\n\n(b-label)=\n## Beta\n"
    author.bodies["pilot/day"] = "[](../nurse/day.md#shift) {ref}`b-label` {guide}`nurse/advice`"
    author.save()
    site.build()
    quick = 0
    for step in range(6):
        time.sleep(0.02)
        for _edit in range(author.random.randint(1, 2)):
            author.edit_body()
            if author.random.random() < 0.6:
                name = author.random.choice(EDITS)
                getattr(author, f"edit_{name}")()
            if author.random.random() < 0.5:
                day = author.random.choice(("Shift", "Shift *two*", "Gone"))
                author.bodies["nurse/day"] = f"## {day}\n\n(b-label)=\n## Beta {step}\n"
        author.save()
        site.build(*(["-j2"] if step % 2 else []))
        quick += (site.path / "affected").read_text() != "all"
        assert snapshot(site.out) == clean(site), step
    assert quick


def test_edited_body_affects_the_pages_that_show_it(site: Site) -> None:
    site.conf, site.more = AUTHOR_CONF + NOTING, ', "sphinx_sitemap"'
    author = Author(site, 0)
    author.bodies["nurse/day"] = "{guide}`nurse/history`"
    author.save()
    site.build()
    author.bodies["nurse/day"] = "{guide}`nurse/advice`"
    author.save()
    site.build()
    # The page itself, whom it mentions now and did before, who refers to labels, no guide.
    places = "nurse/advice nurse/day nurse/history one pilot/advice plain two"
    assert (site.path / "affected").read_text() == places
    author.pages["nurse/history"]["description"] = "Another"
    author.save()
    site.build()
    # The career, who mentions it, lists of guides, and the same as before.
    career = "nurse/advice nurse/day nurse/history nurse/index nurse/overview"
    assert (site.path / "affected").read_text() == f"index {career} one pilot/advice plain two"
    author.pages["nurse/day"]["title"] = "Another"  # it is shown in the footer
    author.save()
    site.build()
    assert (site.path / "affected").read_text() == "all"


def test_added_page_affects_its_career_its_neighbours_and_who_links_to_it(site: Site) -> None:
    site.conf, site.more = AUTHOR_CONF + NOTING, ', "sphinx_sitemap"'
    author = Author(site, 0)
    author.pages |= {f"{career}/index": {"title": career.title()} for career in ("cook", "singer")}
    author.pages["singer/voice"] = {"title": "Voice"}
    author.bodies["cook/index"] = "{guide}`nurse/added`"
    author.save()
    site.build()
    author.pages["nurse/added"] = {"title": "Added", "weight": "1", "tags": "[night]"}
    author.save()
    site.build()
    assert (site.path / "affected").read_text() == "all"  # there is a topic more
    author.pages.pop("nurse/added")
    author.save()
    site.build()
    author.pages["nurse/added"] = {"title": "Added", "weight": "1"}
    author.save()
    site.build()
    # Who links to it, lists of guides, its career, the page after that, who refers to labels.
    career = " ".join(sorted(f"nurse/{name}" for name in (*CHAPTERS, "added", "index")))
    added = f"cook/index index {career} one pilot/advice pilot/index plain two"
    assert (site.path / "affected").read_text() == added
    author.pages.pop("nurse/added")
    author.save()
    site.build()
    assert (site.path / "affected").read_text() == added.replace(" nurse/added", "")
