"""Spelling of what readers see."""

from __future__ import annotations

from tests.sites import Site
from tests.sites.check import check, described


def test_only_text_that_readers_see_is_spell_checked(docs: Site, capsys) -> None:
    body = (
        "I recieve it, `recieve` it\nand abandonned [it](https://example.org/recieve).\n\n"
        "```python\nrecieve = 1\n```\n\n:::{tip} Recieve\nIt is teh end.\n:::"
    )
    docs.write({
        "a/recieve.md": described("Recieve", body, sources="[Recieve Ltd]", aliases="[/recieve]"),
        "spelling.txt": "abandonned\n",
    })  # fmt: skip
    code, lines, _last = check(capsys)
    assert code == 1
    assert lines == [
        f"docs/a/recieve.md:{line}: WARNING: '{wrong}' looks misspelt; did you mean '{right}'?"
        " [guide.spelling]"
        for line, wrong, right in (
            (2, "Recieve", "Receive"), (3, "Recieve", "Receive"), (8, "recieve", "receive"),
            (15, "Recieve", "Receive"), (16, "teh", "the"),
        )
    ]  # fmt: skip
    (docs.path / "conf.py").write_text("language = 'de'\n")
    assert check(capsys)[1] == []
