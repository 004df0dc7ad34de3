"""YAML's merge key: ``<<: *base`` takes over the keys of another mapping.

https://yaml.org/type/merge.html. PyYAML has it while it constructs values, without positions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator


MERGE = "tag:yaml.org,2002:merge"


class MergeError(ValueError):
    """What is merged is no mapping; ``line`` is its line, numbered from 0."""

    def __init__(self, line: int) -> None:
        super().__init__("'<<' needs a mapping, or a list of mappings")
        self.line = line


def merged(node: yaml.MappingNode, most: int) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    """Yield the keys and values that a mapping takes over, the one that counts last.

    :param most: number of mappings; lists of lists of them grow without bounds in a few lines
    :raises MergeError: if what is to be merged is no mapping
    :raises RecursionError: if there are more
    """
    return _merged(node, iter(range(most)))


def _merged(
    node: yaml.MappingNode, left: Iterator[int]
) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
    for key, value in node.value:
        if key.tag != MERGE:
            continue
        # Of several mappings, the first counts.
        for mapping in reversed(value.value if isinstance(value, yaml.SequenceNode) else [value]):
            if not isinstance(mapping, yaml.MappingNode):
                raise MergeError(key.start_mark.line)
            if next(left, None) is None:
                raise RecursionError
            yield from _merged(mapping, left)
            for name, merged_value in mapping.value:
                if name.tag != MERGE and isinstance(name, yaml.ScalarNode):
                    yield name, merged_value
