"""Every subtype of a message is explained."""

from __future__ import annotations

import re

from docutils.nodes import make_id

from career_guides.diagnostics.problem import CHECKED, SUBTYPES
from tests.sites import ROOT, Site


def test_every_subtype_has_a_section_to_link_to(site: Site) -> None:
    text = (ROOT / "docs/contribute/messages.md").read_text("utf-8")
    site.conf = "myst_enable_extensions += ['attrs_inline']\nmyst_heading_anchors = 3"
    other = (ROOT / "docs/contribute/text-messages.md").read_text("utf-8")
    site.write({"text-messages.md": re.sub(r"\{guide\}`[^`]+`", "x", other)})
    # No build says those of the check.
    site.write({"messages.md": re.sub(r"\{guide\}`[^`]+`", "x", text)})
    site.build()
    page = site.soup("messages.html")
    for subtype in SUBTYPES.keys() - set(CHECKED):
        assert page.find(id=make_id(f"guide.{subtype}")), subtype
