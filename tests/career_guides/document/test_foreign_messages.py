"""What MyST reports, in the words of the check."""

from __future__ import annotations

from tests.sites import Site, guide

BODY = """\
```{figure-crad} /a.svg
```

{guid}`x` [a](nowhere.md) [b](b.md#nope) [c](file.pdf)

#### Deep

```{figure-card} /images/a.svg
:alt A pipe
```

```{tip}
:nonsense: x
Text.
```
"""


def test_messages_are_in_our_words(site: Site) -> None:
    site.write({"a.md": guide("A", BODY), "b.md": guide("B")})
    site.write({"images/a.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    for options in ((), ("-j", "2", "-E")):
        said = [line.partition(": WARNING: ")[::2] for line in site.build(*options).splitlines()]
        found = sorted(pair for pair in said if "[guide." in pair[1])
        assert found == sorted([
            ("docs/a.md:10", "the heading 'Deep' skips a level: write '##', not '####'"
             " [guide.heading]"),
            ("docs/a.md:13", "the option ':alt A pipe' lacks its second colon; write ':alt: A pipe'"
             " [guide.directive]"),
            ("docs/a.md:5", "unknown directive 'figure-crad'; did you mean 'figure-card'?"
             " [guide.directive]"),
            ("docs/a.md:8", "a link leads to a heading that is not there: 'b' has no heading 'nope'"
             " [guide.anchor]"),
            ("docs/a.md:8", "a link leads to 'nowhere', which does not exist [guide.target]"),
            ("docs/a.md:8", "a link leads to the file 'file.pdf', which does not exist"
             " [guide.target]"),
            ("docs/a.md:8", "unknown role 'guid'; did you mean 'guide'? [guide.role]"),
        ])  # fmt: skip
        others = [pair[1] for pair in said if "[guide." not in pair[1]]
        assert len(others) == 1
        assert "nonsense" in others[0]


def test_messages_have_a_link_to_their_explanation(site: Site) -> None:
    site.conf = "guides_messages_url = 'https://example.org/m/'"
    site.write({"a.md": guide("A", ":::{tipp}\n100% x\n:::")})
    assert site.build() == (
        "docs/a.md:5: WARNING: unknown directive 'tipp'; did you mean 'tip'?"
        " https://example.org/m/#guide-directive [guide.directive]\n"
    )


def test_messages_that_are_turned_off_stay_off(site: Site) -> None:
    site.write({"a.md": guide("A", ":::{tipp}\nx\n:::\n\n{guid}`x`")})
    site.conf = "suppress_warnings = ['myst.directive_unknown', 'guide.role']"
    assert site.build() == ""
