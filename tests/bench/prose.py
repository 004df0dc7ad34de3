"""Generate meaningless prose with the inflections and word frequencies of English.

The frequency of a word falls with its rank as in real text: see :data:`POWER`. After about 600
common words come invented ones, so that the vocabulary grows with a site; the caller adds terms.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

NOUNS = """
time work day year team client report office service plan school record question member market
project skill budget meeting course letter machine patient street visitor number result reason
problem tool student customer contract partner salary manager example rule hour week month form
group case place village river bridge harbour garden kitchen theatre museum library hospital
laboratory factory workshop station airport road field forest island valley region border district
council ministry court company union charity bank shop farm mill mine ship train truck bicycle
engine motor pump valve pipe cable wire switch sensor battery panel screen camera printer scanner
drawing model sketch chart table graph document folder archive ledger invoice receipt permit
licence certificate diploma exam lesson teacher tutor mentor nurse doctor surgeon engineer
architect builder plumber baker butcher tailor weaver painter sculptor writer editor reporter
translator interpreter lawyer judge officer inspector surveyor analyst designer planner
coordinator assistant apprentice trainee graduate colleague supervisor employer neighbour citizen
resident guest tourist traveller passenger driver pilot sailor soldier interview application
reference portfolio deadline schedule calendar shift break holiday pension wage bonus tax loan
grant fee price cost profit loss risk accident injury illness treatment medicine therapy habit
attitude opinion decision argument conflict agreement promise message conversation speech language
word sentence paragraph chapter article newspaper magazine website network server program error
method theory experiment measurement sample material fabric timber metal stone brick concrete
surface edge corner distance weight temperature pressure signal sound light colour shape pattern
sequence process standard policy principle value culture tradition ceremony festival season storm
flood drought harvest animal plant seed soil water energy fuel
"""
VERBS = """
work ask need help explain start learn open change follow report arrange check visit answer
collect compare compose connect consider consult contact count cover deliver describe deserve
design develop direct discover discuss document earn edit employ encourage enter estimate examine
expand expect explore express fasten finish focus gather generate guide handle hire imagine
improve include inform inspect inspire install instruct interview introduce invent invite join
judge link last launch lift limit listen load locate maintain manage mark match measure mention
mix monitor move name negotiate notice observe offer operate order organise pack paint pass play
perform persuade place point practise prepare present preserve prevent print process produce
promise promote propose protect prove provide publish purchase pursue qualify question raise reach
react realise receive recommend record reduce relax reflect register reject relate rely remain
remember remove repair repeat replace reply represent request require research rescue resolve
respect respond restore return review revise reward search select separate serve settle share
shape show sign simplify solve sort staff state store study succeed suggest supply support survey
talk touch test train transform translate travel treat trust understand update use value vary
verify wait warn watch welcome witness wonder
"""
ADJECTIVES = """
good new clear careful steady local useful quiet practical regular simple public formal honest
patient precise recent frequent serious sudden direct open fair quick slow strong weak broad
narrow deep bright dark warm cold soft rough smooth sharp blunt heavy light safe risky cheap
costly rare common modern ancient famous humble proud brave calm eager gentle polite strict loose
tight thorough brief final initial central annual weekly seasonal temporary permanent legal
financial medical technical digital natural social cultural political historical professional
independent reliable flexible creative active passive accurate adequate appropriate competent
complete complex consistent convenient curious decent efficient elegant essential familiar
"""
SENTENCES = [
    "The {a} {n} {vs} the {n} before the {n} has {vd} it.",
    "Most {N} {v} {ad}, and a {n} of {a} {N} {vs} them.",
    "If you {v} {N}, you will {ad} {v} a {n} that nobody else {vs}.",
    "{vg} a {n} takes longer than {vg} it, as every {n} knows.",
    "Some of the {N} were {vd} by {a} {N} who {vd} the {n} for years.",
    "You should {v} the {t} and {v} your {n} with a {a} {n}.",
    "There is no {n} without a {t}, but **{a} {N}** {v} what they have {vd}.",
    "It is {a} to {v} a {n} when the {n} of the {t} is {vg}.",
    "A {n} that has been {ad} {vd} *{vs}* more {N} than a {a} one.",
    "In the first {n} you {v}, in the second you {v}, and after that {N} {v} you.",
    "What the {n} {vs} on paper is `{n}`, yet people call it a {t}.",
    "Nobody {vd} the {N}; they {v} themselves, {ad} and in {a} {N}.",
    "{vg} {a} {N} and {N} needs {n}, {n} or {n} {N}.",
    "{a} {n} {N} {v} {a} {N}, {N} and {N}.",
    "For example, {n} {d} {vs} {a} {N} with {d} {N}.",
    "Use `{n}-{n}` or `{n}` for {a} {n} {N}.",
    "{N} such as {n}, {n} and {t} {v} during {vg}.",
    "When {a} {N} {v}, {N} from other {N} {v} {a} {n} {N}.",
    "Since {n} {d}, {N} can also {v} {n} {N} through {a} {N}.",
    "Both {N} {vd} their {n} {n} once, without {vg} any {a} {n}.",
]
#: The law of Zipf and Mandelbrot, by which the frequency of the word of rank r is proportional to
#: 1 / (r + offset) ** power, up to the rank *last*. Chosen for the figures in ``measured.py``.
OFFSET, POWER, LAST = 150.0, 3.2, 100_000
_STARTS = ("b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "dr", "kl", "st")
_SYLLABLES = [start + vowel for start in _STARTS for vowel in "aeiou"]
_ENDS = {
    "n": ("n", "ment", "ter", "dom"),
    "v": ("nd", "rk", "ft", "mp"),
    "a": ("ral", "nt", "sic", "lden"),
}
_BEFORE_VOWEL = re.compile(r"\b([Aa]) (?=[aeio]|honest|hour)")
# Kind in a template -> the kind of word, and its ending.
_KINDS = {
    "n": ("n", ""), "N": ("n", "s"),
    "v": ("v", ""), "vs": ("v", "s"), "vd": ("v", "ed"), "vg": ("v", "ing"),
    "a": ("a", ""), "ad": ("a", "ly"),
}  # fmt: skip


def with_end(word: str, end: str) -> str:
    """Return the form of a regular *word* with the ending ``s``, ``ed``, ``ing`` or ``ly``."""
    consonant_y = word.endswith("y") and word[-2] not in "aeou"
    if end == "s":
        sibilant = word.endswith(("s", "x", "ch", "sh"))
        return word[:-1] + "ies" if consonant_y else word + ("es" if sibilant else "s")
    if consonant_y and end != "ing":
        return word[:-1] + "i" + end
    if word.endswith("le" if end == "ly" else "e"):
        word = word[:-1]
        end = end.removeprefix("l")
    return word + end


def invented(kind: str, number: int) -> str:
    """Return a word that does not exist, of the kind ``n``, ``v`` or ``a``, by its number."""
    number, end = divmod(number, len(_ENDS[kind]))
    number += len(_SYLLABLES)  # two syllables or more: short words look like mistakes
    word = ""
    while number:
        number, syllable = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[syllable]
    return word + _ENDS[kind][end]


class Prose:
    """Sentences from a random number generator.

    :ivar terms: the words of the kind ``t``, all equally frequent
    """

    def __init__(self, random: Random) -> None:
        self.random = random
        self.words = {"n": NOUNS.split(), "v": VERBS.split(), "a": ADJECTIVES.split()}
        self.terms = self.words["n"]

    def __getitem__(self, kind: str) -> str:
        """Return a word: a kind of word and its ending, a term (``t``), or a number (``d``)."""
        if kind == "t":
            return self.random.choice(self.terms)
        rank = self.rank()
        if kind == "d":
            return f"{rank}"
        base, end = _KINDS[kind]
        words = self.words[base]
        word = words[rank] if rank < len(words) else invented(base, rank - len(words))
        return with_end(word, end) if end else word

    def rank(self) -> int:
        """Return a rank from 0, less frequently the greater it is."""
        first, last = OFFSET ** (1 - POWER), (OFFSET + LAST) ** (1 - POWER)
        return int((first + self.random.random() * (last - first)) ** (1 / (1 - POWER)) - OFFSET)

    def fill(self, template: str) -> str:
        """Return *template* with a word for each ``{kind}``, starting with a capital letter."""
        text = _BEFORE_VOWEL.sub(r"\1n ", template.format_map(self))
        return text[0].upper() + text[1:]

    def paragraph(self, words: int) -> str:
        """Return about *words* words, one sentence per line."""
        lines: list[str] = []
        while words > 0:
            lines.append(self.fill(self.random.choice(SENTENCES)))
            words -= lines[-1].count(" ") + 1
        return "\n".join(lines)
