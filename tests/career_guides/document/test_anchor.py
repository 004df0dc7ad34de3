"""Anchors: ids as they are written."""

from __future__ import annotations

from tests.sites import Site, guide

TEXT = """\
[one](#V3_4) [two](#1-rules) [three](#same)

```{anchor} V3_4
```

## Version 3.4

> ```{anchor} 1-rules
> ```
> Quoted.

```{anchor} same
```

## Same
"""


def test_links_on_the_page_and_from_another(site: Site) -> None:
    site.conf += "myst_heading_anchors = 3\n"
    site.write({
        "index.md": guide("Home", body=TEXT),
        "nurse/index.md": guide("Nurse", body="[there](/index.md#V3_4)"),
    })  # fmt: skip
    assert site.build("-n", "-W") == ""
    page = site.soup("index.html")
    hrefs = [a["href"] for a in page.select("article p a[href]")][:3]
    assert hrefs == ["#V3_4", "#1-rules", "#same"]
    for name in ("V3_4", "1-rules", "same"):
        assert len(page.select(f'[id="{name}"]')) == 1
    assert site.soup("nurse/index.html").select('a[href="../index.html#V3_4"]')


def test_a_name_that_is_no_id(site: Site) -> None:
    site.write({"index.md": guide("Home", body="```{anchor} a b\n```\n\nText.")})
    assert "index.md:5: WARNING: 'anchor': 'a b' cannot be an id" in site.build()


def test_two_pages_have_the_same_anchor(site: Site) -> None:
    text = "```{anchor} Top\n```\n\n## First"
    site.write({"index.md": guide("Home", body=text), "nurse/index.md": guide("N", body=text)})
    assert site.build("-n", "-W") == ""


def test_links_to_anchors_are_checked(site: Site) -> None:
    text = "[a](#V3_4) {guide}`here <index#V3_4>` [b](#v3_4)\n\n```{anchor} V3_4\n```\n\n## One"
    site.write({"index.md": guide("Home", body=text)})
    log = site.build()
    assert log.count("WARNING") == 1
    assert "v3_4" in log
