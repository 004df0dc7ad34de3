"""Write the bodies of guides, each with as much of everything as real pages have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .measured import LANGUAGES, NUMBERS, SHARES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from .prose import Prose

#: Share of the pages with a note.
NOTES = 0.3
# Their multiples are spread evenly from 0 to 1, so that small sites have the same share of long
# pages as large ones. Long pages have more of all that is not named here.
_STEPS = {"words": 0.6180339887, "code": 0.4142135624, "pictures": 0.7320508076}
_SHELL = ("# {vg} the {n}", "{v} --{n}={d} --{a} {n}/{N}.txt", 'export {n}="{a} {n}"',
          "{v} {n} | {v} -{n} '{N}' > {n}.log")  # fmt: skip
#: Language -> lines of it.
_LINES = {
    "text": ("{n}: {d} {a} {N}", "/{n}/{N}/{d}", "{n}={a}, {n}={d}"),
    "python": ("{n} = {v}_{n}({n}, {N}={d})", "# {vg} the {n}", 'print("{a} {n}", {n}.{v}())',
               "for {n} in {N}: {v}({n}[{d}])"),
    "bash": _SHELL, "sh": _SHELL, "shell": _SHELL,
    "yaml": ("{n}: {d}", "{n}: {a} {n}", "# {vg} the {n}", "{N}: [{n}, {n}]"),
    "markdown": ("- {a} *{n}*", "[{n}]({n}.md)", "**{vg}** `{n}`"),
    "diff": ("+{n}: {d}", "-{n}: {a} {n}", " {N}: {d}"),
    "console": ("$ {v} {n} --{a}", "{a} {n}: {d}"),
    "go": ("{n} := {v}({n}, {d})", "// {vg} the {n}", 'if {n} != nil {{ return {v}("{a}") }}'),
    "json": ('"{n}": "{a} {n}"', '"{N}": [{d}, {d}]', '"{n}": {d}'),
    "protobuf": ("optional string {n} = {d};", "// {vg} the {n}", "repeated {n} {N} = {d};"),
}  # fmt: skip


def numbers(number: int, random: Random) -> dict[str, int]:
    """Return how much of each kind the page with this *number* has, as in :data:`NUMBERS`."""
    return {
        kind: drawn(kind, 100 * (number * _STEPS.get(kind, _STEPS["words"]) % 1), random)
        for kind in NUMBERS
    }


def drawn(kind: str, share: float, random: Random) -> int:
    """Return the number of *kind* that *share* percent of the pages do not exceed."""
    values = NUMBERS[kind]
    after = next(place for place, other in enumerate(SHARES) if share < other)
    low, high = SHARES[after - 1], SHARES[after]
    part = (share - low) / (high - low)
    return int(values[after - 1] + (values[after] - values[after - 1]) * part + random.random())


def body(prose: Prose, counts: dict[str, int], link: Callable[[], str], pictures: list[str]) -> str:
    """Return a body, which begins with a sentence and has a heading.

    :param counts: see :func:`numbers`; those of pictures are not used
    :param link: returns another link each time
    :param pictures: addresses of the pictures to show
    """
    random = prose.random
    headings = [
        f"{'###' if place and random.random() < 0.4 else '##'} {prose.fill('{vg} {a} {N}')}"
        for place in range(max(1, counts["headings"]))
    ]
    blocks = [table(prose) for _ in range(counts["tables"])]
    blocks += [f"![{prose.fill('A picture of {a} {N}')}]({address})" for address in pictures]
    blocks += [bullets(prose, length) for length in parts(counts["items"], random)]
    if random.random() < NOTES:
        blocks.append(f":::{{note}}\n{prose.paragraph(15)}\n:::")
    links = [f"Read {link()} first." for _ in range(counts["links"])]
    paragraphs = [prose.paragraph(1)]
    rest = counts["words"] - len(" ".join([*headings, *blocks, *links, *paragraphs]).split())
    while rest > 0:
        paragraphs.append(prose.paragraph(min(rest, 40)))
        rest -= len(paragraphs[-1].split())
    for text in links:
        place = random.randrange(len(paragraphs))
        paragraphs[place] += f"\n{text}"
    # The words of code blocks are not counted.
    first, *others = [*paragraphs, *blocks, *(code(prose) for _ in range(counts["code"]))]
    random.shuffle(others)
    for place, heading in enumerate(headings):
        others.insert(place + len(others) * place // len(headings), heading)
    return "\n\n".join([first, *others]) + "\n"


def parts(number: int, random: Random) -> Iterator[int]:
    """Divide *number* into the lengths of lists."""
    while number:
        length = min(number, random.randint(2, 7))
        yield length
        number -= length


def bullets(prose: Prose, length: int) -> str:
    return "\n".join(f"- {prose.paragraph(1)}" for _ in range(length))


def table(prose: Prose) -> str:
    rows = (prose.fill("| {n} | {a} {N} | {vg} |") for _ in range(prose.random.randint(2, 8)))
    return "\n".join(["| Item | Kind | Use |", "| --- | --- | --- |", *rows])


def code(prose: Prose) -> str:
    """Return a code block, of a language and a length as in real pages."""
    random = prose.random
    (language,) = random.choices([*LANGUAGES], [*LANGUAGES.values()])
    length = max(1, drawn("lines", 100 * random.random(), random))
    lines = [random.choice(_LINES[language]).format_map(prose) for _ in range(length)]
    text = "{\n  " + ",\n  ".join(lines) + "\n}" if language == "json" else "\n".join(lines)
    return f"```{language}\n{text}\n```"
