"""What an author sees: whole lines, from the real command."""

from __future__ import annotations

from tests.sites import LOGO, Site, guide

OVERVIEW = """\
---
title: 'Over <script>alert(1)</script> & *x*'
description: 'a "b" <i>'
sidebarlgo: x
title: "Überblick 😀 שלום *x* <b>"
figure:
  image: ../../etc/passwd
  alt: y
next:
  - startup-ideas
  - history
related: [history, nowhere]
---

# A heading of its own

{guide}`histori` and {guide}`text <history>` and {guide}`https://example.org`

```{guides}
:career: liason
```

```{next} nope
```

```{figure-card} /images/none.svg
```

```{figure-card} /images/a.svg
:caption: with {guide}`nothing`
:width: 99999
```
"""

EXPECTED = """\
docs/liaison/broken.md:2: WARNING: the list that opens here is never closed; end it with ']' \
[guide.syntax]
docs/liaison/index.md:5: WARNING: no logo 'acmee'; did you mean 'acme'? (logos: acme) [guide.logo]
docs/liaison/index.md:6: WARNING: unknown key 'sidbar' in 'cascade'; did you mean 'sidebar'? \
(keys: subtitle, description, include_footer, sidebar, sidebarlogo, figure, next, prev, weight, \
aliases, draft, unlisted, lang, industry, tags, occupation, related, authors, generated_by, \
last_reviewed, review_in, sources) [guide.unknown_key]
docs/liaison/latin.md:2: WARNING: not UTF-8 text (byte 0xe9); the page is left out [guide.syntax]
docs/liaison/overview.md:4: WARNING: unknown front-matter key 'sidebarlgo'; did you mean \
'sidebarlogo'? [guide.unknown_key]
docs/liaison/overview.md:5: WARNING: key 'title' is given twice (first in line 2); this one \
counts [guide.duplicate_key]
docs/liaison/overview.md:7: WARNING: 'figure': '../../etc/passwd' is outside the source folder \
[guide.image]
docs/liaison/overview.md:10: WARNING: 'next' points at 'liaison/startup-ideas', which does not \
exist; did you mean 'liaison/startup'? [guide.target]
docs/liaison/overview.md:12: WARNING: 'related' points at 'liaison/nowhere', which does not exist \
[guide.target]
docs/liaison/startup.md:3: WARNING: 'figure' needs 'alt', a text that says what the image shows; \
'decorative: true' if it says nothing [guide.alt]
docs/liaison/startup.md:4: WARNING: 'sidebar': expected true or false, got text 'no thanks' \
[guide.type]
docs/liaison/overview.md:15: WARNING: the heading 'A heading of its own' is a second title, beside \
'Überblick 😀 שלום *x* <b>'; write '## A heading of its own' [guide.heading]
docs/liaison/overview.md:19: WARNING: 'guides' lists career 'liason', which does not exist; did \
you mean 'liaison'? [guide.target]
docs/liaison/overview.md:23: WARNING: 'next' points at 'liaison/nope', which does not exist \
[guide.target]
docs/liaison/overview.md:26: WARNING: 'figure-card': no image '/images/none.svg' [guide.image]
docs/liaison/overview.md:29: WARNING: 'figure-card': ':width:' expected a number less than or \
equal to 10000 [guide.value]
docs/liaison/overview.md:29: WARNING: 'figure-card' needs ':alt:'; ':decorative:' if it says \
nothing [guide.alt]
docs/liaison/overview.md:17: WARNING: 'guide' points at 'liaison/histori', which does not exist; \
did you mean 'liaison/history'? [guide.target]
docs/liaison/overview.md:17: WARNING: 'guide' points at an address, 'https://example.org'; write \
an ordinary link [guide.target]
docs/liaison/overview.md:30: WARNING: 'guide' points at 'liaison/nothing', which does not exist \
[guide.target]
"""


def faulty(site: Site) -> Site:
    site.write({
        "images/a.svg": LOGO,
        "liaison/index.md": "---\ntitle: L\nnext: overview\ncascade:\n  sidebarlogo: acmee\n"
        "  sidbar: true\n  sidebar: true\n---\n",
        "liaison/overview.md": OVERVIEW,
        "liaison/history.md": guide("A `history`", sidebar="false"),
        "liaison/startup.md": guide("Startup", figure="/images/a.svg", sidebar="no thanks"),
        "liaison/broken.md": "---\ntitle: [x\n---\n\n# It builds all the same\n",
    })  # fmt: skip
    (site.docs / "liaison/latin.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")
    return site


def test_messages_are_complete_and_in_order(site: Site) -> None:
    assert faulty(site).build("-n") == EXPECTED
    # A build with nothing changed says what is still wrong in the metadata.
    catalogue = "".join(EXPECTED.splitlines(keepends=True)[:11])
    assert site.build("-n").startswith(catalogue)


def test_faulty_pages_are_built_with_their_valid_parts(site: Site) -> None:
    site.conf = 'guides_logo = "acme"'
    faulty(site).build()
    page = site.soup("liaison/overview.html")
    assert page.h1 is not None
    assert page.h1.contents[0] == "Überblick 😀 שלום *x* <b>"
    assert page.title is not None
    assert page.title.text == "Überblick 😀 שלום *x* <b> - Acme Careers"
    assert [a["href"] for a in page.select("nav.guide-nav a")][:3] == [
        "index.html",
        "#",
        "history.html",
    ]
    assert page.select_one(".sidebar-brand img.sidebar-logo") is not None
    assert not page.select("article script, article b, figure.figure-card + b")
    broken = site.soup("liaison/broken.html")
    assert broken.h1 is not None
    assert broken.h1.contents[0] == "It builds all the same"
    assert not site.soup("liaison/history.html").select("nav.guide-nav")
    assert not (site.out / "liaison/latin.html").exists()


def test_messages_can_be_suppressed_one_kind_at_a_time(site: Site) -> None:
    site.conf = 'suppress_warnings = ["guide.target", "guide.alt"]'
    said = faulty(site).build("-n")
    assert "[guide.logo]" in said
    assert "[guide.target]" not in said
    assert "[guide.alt]" not in said
