"""The parser of the checks is that of MyST."""

from __future__ import annotations

import pytest
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from career_guides.check.rules.markdown_parser import markdown_parser

EXTENSIONS = (
    "amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath",
    "fieldlist", "strikethrough", "substitution", "tasklist",
)  # fmt: skip
#: A text in which each extension makes a difference.
TEXT = r"""
# Title {#own}

$a$ {{ name }} ~~no~~ [span]{.red} {role}`x` [^1]

$$
b
$$ (label)

\begin{equation}
c
\end{equation}

{.big}
:::{note}
Text.
:::

Term
: Definition

:field: body

- [ ] task

| a | b |
| - | - |
| 1 | 2 |

(target)=
% comment
+++

[^1]: Note.
"""


@pytest.mark.parametrize("extensions", [(), *((name,) for name in EXTENSIONS), EXTENSIONS])
def test_tokens_are_those_of_myst(extensions: tuple[str, ...]) -> None:
    config = MdParserConfig(enable_extensions={*extensions})
    theirs, ours = create_md_parser(config, RendererHTML), markdown_parser(frozenset(extensions))
    rules = theirs.get_active_rules()
    assert rules["core"].pop() == "wordcount"
    assert ours.get_active_rules() == rules
    options = {name: value for name, value in theirs.options.items() if name != "myst_config"}
    assert {**ours.options} == options
    tokens = [token.as_dict() for token in ours.parse(TEXT)]
    assert tokens == [token.as_dict() for token in theirs.parse(TEXT)]
    assert len(tokens) > 50


@pytest.mark.parametrize("name", EXTENSIONS)
def test_each_extension_makes_a_difference(name: str) -> None:
    found = [
        [token.as_dict() for token in markdown_parser(frozenset(names)).parse(TEXT)]
        for names in ((), (name,))
    ]
    assert found[0] != found[1]
