"""Shortcodes, Markdown and HTML in the body of one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hugo_to_myst.sites import Make


def test_findings_name_the_line(make: Make) -> None:
    page = "---\ntitle: T\n---\nfirst\n\n{{< note >}}\ntwo\nlines\n{{< /note >}}\n\n[x](/nowhere)\n"
    (finding,) = make({"content/page.md": page}).of("link")
    assert (finding.file, finding.line) == ("content/page.md", 11)


def test_unknown_ones_are_reported_with_their_line(make: Make) -> None:
    done = make({"content/page.md": "a\n\n{{< odd >}}\n\n`{{< note >}}`"})
    assert [(f.kind, f.line, f.was) for f in done.report.findings if "shortcode" in f.kind] == [
        ("shortcode-code", 8, "{{< note >}}"), ("shortcode", 6, "{{< odd >}}"),
    ]  # fmt: skip
