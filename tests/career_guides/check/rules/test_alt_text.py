"""Rules about the text of a page: links, headings, descriptions, alternative texts."""

from __future__ import annotations

import pytest

from career_guides.check.rules.alt_text import says_nothing
from tests.sites import LOGO, Site, guide
from tests.sites.check import SENTENCE, check, described


def test_links_to_missing_guides_are_reported(docs: Site, capsys) -> None:
    body = """\
{guide}`c` and {guide}`text <c>`, {guide}`https://example.org/` and [one](c.md#part)
and [another](https://example.org/x.md), {guide}`b`, {guide}`!c`, `{guide}` and a `[x](y.md)`.

:::{tip} About {guide}`c`
:class: x

- in a list {guide}`d`
:::

```{next} c
:label: Go on
```

```{guides}
:career: aa
```

```{code-block} markdown
{guide}`nothing`
```

% {guide}`nothing`
"""
    site = docs
    site.write({"a/index.md": described("A"), "a/b.md": described("B", body)})
    code, lines, _last = check(capsys)
    assert code == 1
    said = [line.removeprefix("docs/a/b.md:").removesuffix(" [guide.target]") for line in lines]
    assert said == [
        "6: WARNING: 'guide' points at 'a/c', which does not exist",
        "6: WARNING: 'guide' points at an address, 'https://example.org/'; write an ordinary link",
        "6: WARNING: a link leads to 'a/c', which does not exist",
        "9: WARNING: 'guide' points at 'a/c', which does not exist",
        "12: WARNING: 'guide' points at 'a/d', which does not exist",
        "15: WARNING: 'next' points at 'a/c', which does not exist",
        "19: WARNING: 'guides' lists career 'aa', which does not exist",
    ]
    # In the words of the build; Sphinx takes a directive's title for the line below it.
    built = {line for line in site.build().splitlines() if "[guide." in line}
    assert built == {
        f"docs/a/b.md:{line} [guide.target]".replace("md:9:", "md:10:") for line in said
    }


BODY = "Text\n\n## One\n\n#### Two\n\n##### Three\n\n## Four\n\n### Five"


def test_headings_that_skip_a_level(docs: Site, capsys) -> None:
    docs.write({
        "a/b.md": described("B", BODY),
        "a/c.md": described("C", "### One\n\n```{tip}\n#### Not of the page\n```"),
        "plain.md": "# No guide\n\n## Two\n",
    })  # fmt: skip
    code, lines, _last = check(capsys)
    assert code == 1
    assert lines == [
        "docs/a/b.md:10: WARNING: the heading 'Two' skips a level: write '###', not '####'"
        " [guide.heading]",
        "docs/a/c.md:6: WARNING: the heading 'One' skips a level: write '##', not '###'"
        " [guide.heading]",
    ]


def test_missing_repeated_or_unfit_descriptions_are_reported(docs: Site, capsys) -> None:
    docs.write({
        "a/b.md": described("B"),
        "a/c.md": guide("C", description=f"'{SENTENCE.format('B')}'"),
        "a/d.md": guide("D", description="Too short."),
        "a/e.md": guide("E", description="x" * 156),
        "a/f.md": guide("F"),
        "a/draft.md": guide("G", draft="true"),
        "plain.md": "# No guide\n",
    })  # fmt: skip
    code, lines, last = check(capsys)
    assert code == 1
    assert lines == [
        "docs/a/c.md:3: WARNING: 'description' is that of 'a/b' as well; say what is in this guide"
        " [guide.description]",
        "docs/a/d.md:3: NOTE: 'description' has 10 characters; 80 to 155 fit search results"
        " [guide.description]",
        "docs/a/e.md:3: NOTE: 'description' has 156 characters; 80 to 155 fit search results"
        " [guide.description]",
        "docs/a/f.md:1: NOTE: no 'description': search results and cards show one, a sentence of"
        " 80 to 155 characters [guide.description]",
    ]
    assert last == "6 guides, 1 problem, 3 notes"
    (docs.docs / "a/c.md").unlink()
    assert check(capsys)[0] == 0


def test_missing_images_and_alternative_texts_are_reported(docs: Site, capsys) -> None:
    docs.write({
        "images/oven.svg": LOGO,
        "a/b.md": described(
            "B",
            "![](/images/oven.svg) and ![Two loaves](../images/oven.svg)\n"
            "and ![image](/images/none.svg) ![x y](https://example.org/x.png)\n\n"
            "```{figure-card} /images/oven.svg\n:alt: oven.svg\n```\n\n"
            "```{figure-card} /images/oven.svg\n:decorative:\n```\n\n"
            "```{image} /images/oven.svg\n---\nalt: Two loaves in an oven\n---\n```",
            figure="{image: /images/oven.svg, alt: Photo}",
        ),
    })  # fmt: skip
    code, lines, _last = check(capsys)
    assert code == 1
    assert [line.removeprefix("docs/a/b.md:") for line in lines] == [
        "4: WARNING: 'figure.alt' 'Photo' says nothing; say what the picture shows [guide.alt]",
        "7: WARNING: the picture '/images/oven.svg' has no text that says what it shows; if it only"
        " decorates, use 'figure-card' with ':decorative:' [guide.alt]",
        "8: WARNING: no image '/images/none.svg'; did you mean '/images/oven.svg'? [guide.image]",
        "8: WARNING: the alternative text 'image' says nothing; say what the picture shows"
        " [guide.alt]",
        "10: WARNING: 'figure-card': ':alt:' 'oven.svg' says nothing; say what the picture shows"
        " [guide.alt]",
    ]


@pytest.mark.parametrize(
    "alt", ["image", "Photo.", "An image of the", "IMG_2043", "oven", "…", "Figure 3"]
)
def test_alternative_text_that_says_nothing(alt: str) -> None:
    assert says_nothing(alt, "/images/oven.svg" if alt == "oven" else "/images/IMG_2043.jpg")


@pytest.mark.parametrize(
    "alt", ["An oven", "Photo of an oven", "Compass rose", "שלום", "404 error"]
)
def test_alternative_text_that_says_something(alt: str) -> None:
    assert not says_nothing(alt, "/images/compass-rose.svg")
