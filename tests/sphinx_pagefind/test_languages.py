"""A site of several languages: an index for each, and the program that divides their words."""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING

import pytest

from sphinx_pagefind import run
from sphinx_pagefind.languages import is_divided, tag_of
from sphinx_pagefind.query_test import Row, answers
from tests.sites import snapshot

from .project import CONF, Project, indexed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

GERMAN = ":lang: de-AT\n\nSäge\n====\n\nSie schneidet Holz.\n"
JAPANESE = (
    ":lang: ja\n\n看護師の一日\n============\n\n東京の病院で働く看護師は、患者の世話をします。\n"
)


def languages(project: Project) -> list[str]:
    return json.loads((project.out / "_pagefind/terms.json").read_text("utf-8"))["languages"]


def test_each_language_has_an_index(project: Project, clean: Callable[..., dict[str, str]]) -> None:
    project.write({"tools/saege.rst": GERMAN})
    assert project.build() == ""
    german = project.out / "_pagefind/languages/de-at"
    entry = json.loads((german / "pagefind-entry.json").read_text("utf-8"))
    assert [*entry["languages"]] == ["de-at"]
    [fragment] = (german / "fragment").iterdir()
    assert re.fullmatch(r"\w{3}\.pf_fragment", fragment.name)
    assert "/tools/saege.html" not in indexed(project.out)
    assert "/tools/saw.html" in indexed(project.out)
    assert languages(project) == ["en", "de-at"]
    assert snapshot(project.out) == clean(project)
    for text in (GERMAN.replace("Holz", "Metall"), GERMAN.replace(":lang: de-AT\n\n", "")):
        project.write({"tools/saege.rst": text})
        project.build()
        assert snapshot(project.out) == clean(project)
    assert languages(project) == ["en"]
    assert not german.exists()


def test_the_main_language_is_one_that_has_pages(project: Project) -> None:
    project.conf += 'language = "fr"\nlocale_dirs = []\n'
    for file in project.docs.rglob("*.rst"):
        file.write_text(f":lang: de\n\n{file.read_text('utf-8')}", "utf-8")
    project.build()
    assert languages(project) == ["de"]
    assert len(indexed(project.out)) == 10


def test_words_that_cannot_be_divided_are_a_message(project: Project) -> None:
    if run.has_extended():
        pytest.skip("pagefind_bin_extended is installed")
    project.write({"tools/kango.rst": JAPANESE, "tools/mai.rst": JAPANESE.replace("ja", "th", 1)})
    message = (
        "WARNING: the search finds only whole phrases in Japanese and Thai, whose words Pagefind"
        " does not separate; install 'pagefind_bin_extended' [pagefind.language]\n"
    )
    assert project.build() == message
    assert project.build() == message


def test_languages_without_spaces_get_the_extended_binary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = "def get_executable():\n    return __name__\n"
    for name in ("pagefind_bin", "pagefind_bin_extended"):
        (tmp_path / f"{name}.py").write_text(program)
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    for language in ("ja", "ko", "th", "zh-tw"):
        assert run._program(language) == ["pagefind_bin_extended"]
        assert is_divided(language)
    assert run._program("en") == ["pagefind_bin"]
    assert run.has_extended()
    for name in ("pagefind_bin", "pagefind_bin_extended"):
        del sys.modules[name]


@pytest.mark.parametrize(("said", "tag"), [("de_AT", "de-at"), ("en-GB", "en-gb"), (" ja ", "ja")])
def test_languages_are_named_as_pagefind_does(said: str, tag: str) -> None:
    assert tag_of(said) == tag


def test_japanese_words_inside_a_sentence_are_in_the_index(project: Project) -> None:
    if not run.has_extended():
        pytest.skip("needs pagefind_bin_extended")
    project.write({"tools/kango.rst": JAPANESE})
    assert project.build() == ""
    (file,) = (project.out / "_pagefind/languages/ja/fragment").iterdir()
    assert file.name.startswith("ja_")


#: Language of a site -> a title, a sentence, and queries of words that are inside it.
SENTENCES = {
    "ja": ("看護師の一日", "東京の病院で働く看護師は、患者の世話をします。", "患者|看護師の世話"),
    "ko": ("간호사의 하루", "간호사는 서울의 병원에서 환자를 돌봅니다.", "환자|병원|서울 간호사"),
    "th": ("วันของพยาบาล", "พยาบาลทำงานในโรงพยาบาลและดูแลผู้ป่วย", "ผู้ป่วย|โรงพยาบาล|พยาบาลดูแล"),
    "zh_CN": ("护士的一天", "护士在北京的医院工作,照顾病人。", "病人|医院工作|北京的护士"),
    "zh_TW": ("護理師的一天", "護理師在臺北的醫院工作,照顧病人。", "病人|醫院|臺北的護理師"),
}


@pytest.mark.skipif(not run.has_extended(), reason="needs pagefind_bin_extended")
@pytest.mark.parametrize("language", SENTENCES)
def test_a_word_inside_a_sentence_is_found(tmp_path: Path, language: str) -> None:
    title, sentence, queries = SENTENCES[language]
    project = Project(tmp_path, f'{CONF}language = "{language}"\nlocale_dirs = []\n')
    project.write({
        "index.rst": "Zebra\n=====\n\n.. toctree::\n\n   nurse\n",
        "nurse.rst": f"{title}\n{'=' * 2 * len(title)}\n\n{sentence}\n",
    })  # fmt: skip
    assert project.build() == ""
    assert languages(project) == [tag_of(language)]
    rows = [Row(0, query, ("nurse",)) for query in queries.split("|")]
    found = answers(project.out, rows)
    assert [(one.row.query, one.pages, one.words) for one in found if not one.is_right] == []
