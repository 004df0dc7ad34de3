"""The Markdown parser of MyST, without what it needs to make documents.

MyST's own ``create_md_parser`` takes a configuration whose module loads docutils, which an editor
would wait for. Only extensions that change how a text is divided into blocks and tokens count here.
"""

from __future__ import annotations

# ruff: noqa: PLC0415 - plugins that few sites use are loaded when they are needed
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import make_fence_rule
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

if TYPE_CHECKING:
    from collections.abc import Set


@cache
def markdown_parser(extensions: Set[str]) -> MarkdownIt:
    """Return a parser with the rules that MyST 5.2 has, apart from counting words.

    :param extensions: the values of ``myst_enable_extensions``, as a frozen set
    """
    parser = (
        MarkdownIt("commonmark", renderer_cls=RendererHTML)
        .enable("table")
        .use(front_matter_plugin)
        .use(myst_block_plugin)
        .use(myst_role_plugin)
        .use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    )
    if "strikethrough" in extensions:
        parser.enable("strikethrough")
        parser.options["strikethrough_single_tilde"] = False
    if "dollarmath" in extensions:
        from mdit_py_plugins.dollarmath import dollarmath_plugin

        parser.use(dollarmath_plugin, allow_labels=True, allow_space=True, allow_digits=True,
                   double_inline=False)  # fmt: skip
    if "colon_fence" in extensions:
        rule = make_fence_rule(markers=(":",), token_type="colon_fence", exact_match=False)  # noqa: S106
        stops = ["paragraph", "reference", "blockquote", "list", "footnote_def"]
        parser.block.ruler.before("fence", "colon_fence", rule, {"alt": stops})
    if "tasklist" in extensions:
        parser.options["tasklists"] = True
        parser.options["tasklists_editable"] = False
    _use_plugins(parser, extensions)
    return parser


def _use_plugins(parser: MarkdownIt, extensions: Set[str]) -> None:
    """Add further plugins, in MyST's order. Few sites use them, so they are loaded here."""
    if "amsmath" in extensions:
        from mdit_py_plugins.amsmath import amsmath_plugin

        parser.use(amsmath_plugin)
    if "deflist" in extensions:
        from mdit_py_plugins.deflist import deflist_plugin

        parser.use(deflist_plugin)
    if "fieldlist" in extensions:
        from mdit_py_plugins.field_list import fieldlist_plugin

        parser.use(fieldlist_plugin)
    if "substitution" in extensions:
        from mdit_py_plugins.substitution import substitution_plugin

        parser.use(substitution_plugin, "{", "}")
    if extensions & {"attrs_inline", "attrs_block"}:
        from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin

        if "attrs_inline" in extensions:
            after = ("image", "code_inline", "link_close", "span_close")
            parser.use(attrs_plugin, after=after, spans=True, span_after="footnote_ref")
        if "attrs_block" in extensions:
            parser.use(attrs_block_plugin)
