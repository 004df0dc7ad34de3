"""Tabs belong in sets."""

from __future__ import annotations

from hugo_to_myst.read.html_tree import Element


def group_tabs(blocks: list[Element]) -> list[Element]:
    """Put tabs that are in no set into one, and dissolve sets without tabs."""
    out: list[Element] = []
    for block in blocks:
        name = block.get("name") if block.tag == "x-directive" else ""
        if name == "tab-item":
            if not (out and out[-1].get("name") == "tab-set" and "generated" in out[-1].attrs):
                out.append(Element("x-directive", {"name": "tab-set", "arg": "", "generated": ""}))
            out[-1] = out[-1].with_children([*out[-1].children, block])
        elif name == "tab-set" and "generated" not in block.attrs:
            out += [c for c in block.children if isinstance(c, Element)]
        else:
            out.append(block)
    return out
