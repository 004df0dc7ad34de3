"""What the search of a site of careers knows of words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from career_guides.facts.release import bundled
from career_guides.search_occupations import OCCUPATIONS
from career_guides.search_terms import MOST_WORDS, common_words
from tests.sites import guide
from tests.sites.searched import terms, write_searched_pages

if TYPE_CHECKING:
    from tests.sites import Site


@pytest.fixture
def careers(site: Site) -> Site:
    write_searched_pages(site)
    return site


def test_words_of_descriptions_are_offered_after_names(careers: Site) -> None:
    careers.conf = 'guides_search_exclude = {"contribute": "For contributors"}\n'
    careers.write({
        "nurse/index.md": guide("Nurse", description="How wards and theatres work, and where"),
        "nurse/pay.md": guide("Pay", description="What theatres pay"),
        "contribute/index.md": guide("Contribute", description="Repositories"),
    })  # fmt: skip
    careers.build()
    names = json.loads((careers.out / "_pagefind/names.json").read_text("utf-8"))
    assert names.index("Nurse") < names.index("theatres") < names.index("wards")
    assert not {"how", "where", "work", "repositories"} & {*names}


def test_the_most_common_words_are_taken() -> None:
    texts = [
        "Wards, wards and theatres",
        "Theatres: 24hours",
        *(f"word{'a' * n}" for n in range(9)),
    ]
    assert common_words(texts, ["wordaaa"])[:2] == ["theatres", "wards"]
    assert not {"and", "24hours", "hours", "word", "wordaaa"} & {*common_words(texts, ["wordaaa"])}
    many = [
        f"word{chr(97 + n // 676)}{chr(97 + n // 26 % 26)}{chr(97 + n % 26)}" for n in range(2_100)
    ]
    assert len(common_words(many, [])) == MOST_WORDS


def test_each_name_of_an_occupation_leads_to_one_that_is_in_the_table() -> None:
    titles = [row.title.lower() for row in bundled().occupations.values()]
    for words in OCCUPATIONS["en"]:
        assert any(all(word in title for word in words.split()) for title in titles), words


def test_names_of_occupations_are_used_where_a_page_lists_them(careers: Site) -> None:
    careers.write({"nurse/index.md": guide("Nurse", also=["Pharmacy tech"])})
    careers.build()
    assert not terms(careers)["whole"]
    careers.write({"all.md": guide("Everyone", "```{occupations}\n```")})
    careers.build()
    assert terms(careers)["whole"]["attorney"] == "lawyers"
    assert "pharmacy tech" not in terms(careers)["whole"]  # a career's own name
