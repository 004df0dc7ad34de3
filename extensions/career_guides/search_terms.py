"""What the search of a site of careers knows of words: synonyms, and the ranking."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


#: Word of a chapter's name -> words and phrases that people type for it, by language, separated
#: by commas: in lower case, without accents. Where a query has several of these words, the first
#: one here is its topic: "become" says least. "*" is for words that are kept.
_SAID: Mapping[str, Mapping[str, str]] = {
    "en": {
        "pay": "salary, salaries, wage, wages, earnings, earn, earns, earning, income,"
        " paid, pays, money, how much, how much money, make a year, make an hour,"
        " make a month, per hour, an hour, hourly, compensation, hourly rate, rates,"
        " pay scale, paid well, well paid, pay well, pays well, starting salary,"
        " starting pay, starting wage, entry level salary, good money, outlook, job"
        " outlook, prospects, job prospects, demand, in demand, growth, job"
        " security, job market, ai replace, ai replacing, replaced by ai, ai take,"
        " automated, automation, future, dying, dying trade, saturated,"
        " oversaturated, obsolete, will * replace *, will * take over *, make more,"
        " makes more, earn more, what do * make, what does * make, what can * make",
        "day": "typical day, daily life, day to day, daily routine, a day in the life, day"
        " in the life, routine, schedule, work schedule, all day, life as, life of,"
        " what * is like, what is it like, what's it like, shift like",
        "challenges": "hard, hardest, difficult, difficulties, stress, stressful, burnout, burn"
        " out, burn out, problems, downsides, downside, cons, pros and cons,"
        " disadvantages, drawbacks, dangers, dangerous, risk, risks, risky, safe,"
        " hard side, worst, worst part, bad for, worth it, is it worth, worth being,"
        " worth becoming, why do * quit, why do * leave, quit, quitting, regret",
        "learning": "course, courses, degree, degrees, school, schools, schooling, college,"
        " university, training, study, studies, studying, education, qualification,"
        " qualifications, diploma, bootcamp, bootcamps, classes, class, how to"
        " learn, learn, how long, how long does it, certification, certifications,"
        " certificate, certificates, exam, exams, school worth it, degree worth it,"
        " teach yourself, self taught",
        "compare": "pays the most, pays most, highest paid, highest paying, best paid, best"
        " paying, versus, jobs that pay, careers that pay, make the most money, six"
        " figure, 6 figure, six figures, 6 figures, most money, compare salaries,"
        " highest salary, highest salaries, best job, best jobs, best career, best"
        " careers, easiest job, easiest jobs, what job, what jobs, which job, which"
        " jobs",
        "overview": "job description, duties, duty, tasks, responsibilities, difference,"
        " differences, difference between",
        "start": "become, can i be, can you be, could i be, can i become, becoming, how to"
        " become, get into, getting into, how to start, starting, started, get"
        " started, getting started, first job, entry level, steps to become, steps,"
        " requirements, how to be, apprenticeship, apprenticeships, get a job, get"
        " hired, no experience, without experience, with no experience, no degree,"
        " with no degree, without a degree, without degree, without college, no"
        " money, with no money, without money, without going to college, hard to"
        " become, hard to get into, career change, change careers, change career,"
        " changing career, changing careers, career changer, switch careers,"
        " switching careers, second career, new career, too old, how old,"
        " age limit, minimum age, age requirement",
        "work": "job, jobs, career, careers, profession",
    },
    "de": {
        "pay": "gehalt, gehalter, lohn, lohne, verdienst, verdienen, verdient, einkommen,"
        " bezahlung, geld, wie viel, wieviel",
        "day": "alltag, tagesablauf, arbeitstag",
        "challenges": "schwierig, stress, probleme, nachteile, gefahren",
        "learning": "ausbildung, studium, studieren, schule, lernen, kurs, kurse, abschluss",
        "start": "werden, wie wird man, einstieg, anfangen, berufseinstieg",
    },
}

#: Words and phrases for which guides have others, likewise.
_OTHER: Mapping[str, Mapping[str, str]] = {
    "en": {
        "colour vision": "colorblind, color blind, color blindness, colourblind, colour blind,"
        " colour blindness, color vision",
        "background check": "criminal record, felony, felonies, felon, felons",
        "cost": "how much * cost",
        "careers from a to z": "list of all careers, list of careers, all careers, career list,"
        " list of jobs, list of all jobs, all jobs, job list",
        "part-time": "part time",
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
    :param names: of careers. A word that is one of these is left as it is; one that is a part of it
        is left beside its neighbour there: a primary *school* teacher
    """
    language = language.partition("_")[0].lower()
    said = {**_SAID.get(language, {}), **_OTHER.get(language, {})}
    found = {
        phrase: "* " * phrase.count("*") + word
        for word, phrases in said.items()
        for phrase in phrases.split(", ")
    }
    folded = sorted({name.casefold() for name in names})  # a set has another order in each process
    for name in folded:
        found.pop(name, None)
    for name in folded:
        for pair in pairwise(name.split()):
            if not found.keys().isdisjoint(pair):
                found[" ".join(pair)] = " ".join(pair)
    return found


def topics(names: Iterable[str]) -> dict[str, str]:
    """Return topic -> the word in the metadata of chapters on it, in the order of precedence.

    :param names: first words of the names of all chapters, as often as there are chapters
    """
    most = [word for word, _number in Counter(names).most_common(MOST_TOPICS)]
    known = [*_SAID["en"]]
    rank = {word: known.index(word) for word in most if word in known}
    last = rank.get("start", 0) - 0.5
    return {
        word: f"_{word}" for word in sorted(most, key=lambda each: (rank.get(each, last), each))
    }
