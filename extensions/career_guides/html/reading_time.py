"""How long it takes to read a guide."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes

from career_guides.nodes.card import card_box

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Words that adults read silently in a minute of English non-fiction: M. Brysbaert, "How many words
#: do we read per minute?", Journal of Memory and Language 109 (2019). In Chinese it is about as
#: many characters: S. Trauzettel-Klosinski and K. Dietz, "Standardized assessment of reading
#: performance", Investigative Ophthalmology & Visual Science 53 (2012).
WORDS_A_MINUTE = 238

# A character of a script that puts no blanks between words, or a word of any other.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+(?:['’]\w+)*")


def minutes(document: nodes.document) -> int:
    """Return the minutes that it takes to read the text of a page, at least 1.

    Cards, tables and the list of sources do not count: readers look things up in them.
    """
    words = sum(len(_WORD.findall(text)) for text in _texts(document))
    return max(1, round(words / WORDS_A_MINUTE))


def _texts(node: nodes.Element) -> Iterator[str]:
    for child in node.children:
        if isinstance(child, nodes.TextElement):
            yield child.astext()
        elif isinstance(child, nodes.Element) and not _is_apart(child):
            yield from _texts(child)


def _is_apart(node: nodes.Element) -> bool:
    return (
        isinstance(node, card_box | nodes.table | nodes.literal_block)
        or "guide-provenance" in node["classes"]
    )
