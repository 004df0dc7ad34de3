"""``check`` says what the build leaves out of pages of strangers, in the same words."""

from __future__ import annotations

import re

from tests.sites import Site, guide, strangers
from tests.sites.check import check

#: What only the build sees: HTML in an option, links that docutils makes, an included file.
UNSEEN = ("the tag </script>", "snippets/nested.md")


def test_check_and_build_agree(site: Site, monkeypatch, capsys) -> None:
    strangers.write(site)
    site.write({
        "own.md": guide("T", "{{ a.b }}\n\n{{ c }}", myst="{enable_extensions: [substitution],"
                        " substitutions: {c: d}, url_schemes: [javascript]}"),
    })  # fmt: skip
    said = site.build()
    monkeypatch.chdir(site.path)
    code, lines, _last = check(capsys)
    assert code == 1

    def about(found: list[str]) -> set[str]:
        known = {re.sub(r"^.*?docs/", "docs/", line) for line in found if "guide.trust]" in line}
        return {line for line in known if ".md:" in line and not any(w in line for w in UNSEEN)}

    assert about(lines) == about(said.splitlines())
    assert len(about(lines)) > 40


def test_pages_of_the_project_are_not_limited(site: Site, monkeypatch, capsys) -> None:
    strangers.write(site)
    site.build()
    with (site.path / "conf.py").open("a") as conf:
        conf.write("guides_trust = 'project'\n")
    monkeypatch.chdir(site.path)
    _code, lines, _last = check(capsys)
    assert not [line for line in lines if "guide.trust]" in line]
