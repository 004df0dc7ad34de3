"""What the search of a site of careers knows of words: synonyms, and the ranking."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


#: Word of a chapter's name -> words and phrases that people type for it, by language, separated
#: by commas: in lower case, without accents.
_SAID: Mapping[str, Mapping[str, str]] = {
    "en": {
        "pay": "salary, salaries, wage, wages, earnings, earn, earns, earning, income, paid, pays,"
        " money, how much, how much money, make a year, compensation, hourly rate, pay scale,"
        " outlook, job outlook, prospects, job prospects, demand, in demand, growth",
        "learning": "course, courses, degree, degrees, school, schools, schooling, college,"
        " university, training, study, studies, studying, education, qualification,"
        " qualifications, diploma, bootcamp, bootcamps, classes, class, how to learn, learn",
        "start": "become, becoming, how to become, get into, getting into, how to start, starting,"
        " started, get started, getting started, first job, entry level, steps to become,"
        " requirements, how to be, apprenticeship, apprenticeships",
        "day": "typical day, daily life, day to day, daily routine, a day in the life,"
        " day in the life, routine, schedule, work schedule",
        "challenges": "hard, hardest, difficult, difficulties, stress, stressful, burnout,"
        " problems, downsides, downside, cons, disadvantages, dangers, dangerous, risks,"
        " hard side, worst",
        "work": "job, jobs",
        "compare": "pays the most, pays most, highest paid, highest paying, best paid, best paying,"
        " versus",
        "overview": "job description, duties, duty, tasks, responsibilities",
    },
    "de": {
        "pay": "gehalt, gehalter, lohn, lohne, verdienst, verdienen, verdient, einkommen,"
        " bezahlung, geld, wie viel, wieviel",
        "learning": "ausbildung, studium, studieren, schule, lernen, kurs, kurse, abschluss",
        "start": "werden, wie wird man, einstieg, anfangen, berufseinstieg",
        "day": "alltag, tagesablauf, arbeitstag",
        "challenges": "schwierig, stress, probleme, nachteile, gefahren",
    },
}

#: https://pagefind.app/docs/ranking/. Names count as titles do; how often a word is in the text
#: says little about what a page is about.
RANKING = {
    "termFrequency": 0.2,
    "metaWeights": {"title": 3.0, "name": 3.0, "also": 1.0, "career": 0.0, "topic": 0.0},
}

#: The number of names of chapters that lead to the chapter: those that most careers have.
MOST_TOPICS = 50


def synonyms(language: str, names: Iterable[str]) -> dict[str, str]:
    """Return phrase -> what is searched instead.

    :param language: of the site, such as ``de_AT``
    :param names: of careers, whose words are left as they are: a primary *school* teacher
    """
    said = _SAID.get(language.partition("_")[0].lower(), {})
    kept = {word for name in names for word in name.casefold().split()}
    found = {phrase: word for word, phrases in said.items() for phrase in phrases.split(", ")}
    return {phrase: word for phrase, word in found.items() if phrase not in kept}
