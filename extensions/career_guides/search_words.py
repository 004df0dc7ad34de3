"""What readers of a site of careers type, and the topic that they mean by it.

By language, then by what is searched instead, phrases that are separated by commas: in lower
case, without accents. In a phrase, "*" is for words that are kept and "#" for a number; in what is
searched instead, "-" leaves out what a "*" stands for, and "+" is the phrase itself. "-" alone is
nothing.

"~pay" only suggests a topic: it counts if the query names none, "~~pay" if it suggests no other
either, "~~~pay" only between two names. With "~start/challenges", the chapter "challenges" comes
first if it has the other words of the query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Questions of readers who do not know yet what they look for.
_QUIZ = (
    "career quiz, career test, career finder, career aptitude, career aptitude test, what"
    " career, which career, what job should i, which job should i, what job, which job, right"
    " career, right job, job for me, career for me, jobs for me, careers for me, suits me, suit"
    " me, fits me, right for me, what should i be, what should i do, what can i do, what should i"
    " do with my life, dont know what, job quiz, job test, find me a job, find a career, choose a"
    " career, choosing a career, pick a career, career suits me"
)

#: Where a query has several of these topics, the first one here counts.
SAID: Mapping[str, Mapping[str, str]] = {
    "en": {
        "pay": "salary, salaries, wage, wages, earnings, earn, earns, earning, income, incomes,"
        " paid, pays, payscale, per hour, an hour, hourly, compensation, hourly rate, make a year,"
        " make an hour, make a month, make per year, make a week, how much money, make money, good"
        " money, decent money, pay scale, paid well, well paid, pay well, pays well, starting"
        " salary, starting pay, starting wage, entry level salary, rich, wealthy, make more, makes"
        " more, earn more, remuneration, take home, six figures a year, median, median pay, median"
        " salary, average pay",
        "* pay": "what do * make, what does * make, what can * make, what would * make, how much *"
        " make, how much can * make, how much do * make, how much does * make",
        "~~pay": "a year, per year",
        "~pay": "#k, annual, annually, yearly, retire, retirement, retiring, side hustle, side job,"
        " side gig, second job, robot, charge per, to charge, how much, money, make a living, earn"
        " a living, rates, outlook, job outlook, prospects, job prospects, demand, in demand, high"
        " demand, growth, job growth, job security, stable, job market, ai, ai replace, ai"
        " replacing, replaced by ai, ai take, automated, automation, robots, replaced, future,"
        " dying, dying trade, dying out, saturated, oversaturated, obsolete, shortage, shortages,"
        " openings, hiring, unemployment, layoffs, career path, career paths, career ladder,"
        " career progression, progression, promotion, promotions, promoted, get promoted,"
        " advancement, advance, advancement opportunities, what next, next step, next steps, move"
        " up, higher position, perks, raise, raises, still needed, needed, job opportunities,"
        " opportunities, specialities that pay",
        "- * ~pay": "will * replace *, will * take over *",
        "* ~pay": "do * charge, what do * charge, what can * do besides, what else can * do, what"
        " can * do after, what next after *, what comes after *, where can * lead, are there jobs"
        " for *, what jobs can * do after quitting, what jobs can * do after leaving",
        "day": "typical day, average day, normal day, usual day, daily life, day to day, daily"
        " routine, daily basis, daily, a day in the life, day in the life, routine, all day, life"
        " as, life of, workday, work day, working day, day look like, typical shift, normal shift,"
        " shift like, typical week, average week, minute by minute, hour by hour, what is it like,"
        " whats it like, like being, like to be, like 2 be, like working as",
        "* day": "what * is like, what * days are like, what would * day look like, how does * day"
        " look",
        "~day": "what time, wake up, get up, mornings, week look like, week in the life, schedule,"
        " work schedule, daily schedule, working hours, work hours, work life balance, what hours",
        "learning": "course, courses, degree, degrees, schooling, college, university, training,"
        " education, qualification, qualifications, diploma, diplomas, bootcamp, bootcamps, class,"
        " classes, certification, certifications, certificate, certificates, certified, get"
        " certified, how to learn, exam, exams, self taught, teach yourself, teach myself, trade"
        " school, vocational school, night school, school worth it, online course, curriculum,"
        " accredited, prerequisites, continuing education, degree worth it, degree worth the"
        " money, school worth the money, what to major in",
        "~learning": "school, schools, learn, study, studies, studying, how long, how long does it,"
        " how many years, how much time, tuition, qualified, subjects, knowledge, major, majors,"
        " student debt",
        "licence ~learning": "license, licence, licensed, licenced, licensing, licensure",
        "+ ~learning": "skill, skills, cost, costs, best books, books to",
        "cost ~learning": "how much * cost",
        "challenges": "hardest, difficulties, stress, stressful, stressed, burnout, burn out,"
        " burned out, burnt out, burns out, downsides, downside, cons, pros and cons, pros cons,"
        " good and bad, disadvantages, disadvantage, advantages and disadvantages, drawbacks,"
        " drawback, dangers, dangerous, hazards, hazardous, hard side, hard part, hardest part,"
        " worst part, worst thing, bad for, bad side, bad things, bad parts, dark side, downfalls,"
        " quitting, why do * quit, why do * leave, why are * quitting, why are * leaving, regret,"
        " regrets, who should not, should not become, shouldnt become, shouldnt be, should not be,"
        " dont become, reasons not to, reasons not, physically demanding, physical demands,"
        " mentally draining, exhausting, tiring, draining, unhappy, miserable, depressing, lonely,"
        " boring, suck, sucks, hate being, overworked, overrated, hard on your body, hard on the"
        " body, challenge, negatives, negative, worst, health risks, health problems, toll, mental"
        " toll, physical toll, complaints, a lot of stress, injuries, injury",
        "~challenges": "accident, accidents, violence, violent, abuse, abused, assault, assaulted,"
        " harassment, bullying, loneliness, isolation, fatigue, exhaustion, boredom, frustration,"
        " frustrating, annoying, rude, lawsuits, deaths, death, die, killed, injured, mental"
        " health, depression, trauma, ptsd, sexism, racism, hard, difficult, difficult is it,"
        " tough, problems, problem, risk, risks, risky, safe, unsafe, bad, quit, leave, leaving,"
        " hate, toxic, easy, physical, shit, shitty, crap, awful, terrible, tired",
        "+ ~challenges": "hurt, hurts, damage, damaged, pain, cancer, disease, diseases, illness,"
        " sickness, harm, harmful",
        "+ ~~challenges/start/learning/overview/index": "weak, poor, afraid, fear, scared,"
        " allergic, allergy, allergies, asthma, disability, disabled, deaf, blind, adhd, autism,"
        " autistic, anxiety, dyslexia, dyslexic, diabetes, diabetic, epilepsy, pregnant,"
        " arthritis, wheelchair, introvert, introverts, shy, stomach, eyesight, back injury",
        "~index": "personality, qualities, quality, traits, suited, suited for, what makes a good,"
        " who should become, what kind of person, what type of person",
        "~~challenges": "worth it, is it worth, worth, worth being, worth becoming, good idea, bad"
        " idea, good career, good job, good profession, happy, satisfaction, job satisfaction",
        "compare": "pays the most, pays most, highest paid, highest paying, best paid, best paying,"
        " lowest paid, lowest paying, worst paid, worst paying, versus, jobs that pay, jobs"
        " paying, careers that pay, make the most money, six figure, 6 figure, six figures, 6"
        " figures, most money, compare salaries, highest salary, highest salaries, best job, best"
        " jobs, best career, best careers, easiest job, easiest jobs, good jobs, good careers,"
        " what jobs, which jobs, what careers, which careers, jobs over #, jobs over, well paid"
        " jobs, compare careers, compare jobs, pay comparison, salary comparison, side by side",
        "~~compare": "jobs, careers, occupations, professions",
        "overview": "job description, duties, duty, tasks, responsibilities, difference,"
        " differences, difference between, overview",
        "~overview": "explain, tell me about, types of, different types of, kinds of, different"
        " kinds of, what is a, what is an, whats a, define, definition, meaning, info about,"
        " information about, what kind of work",
        "~start": "get into, getting into, got into, break into, breaking into, get in, how to"
        " start, start as, start a career, start my career, where to start, where do i start,"
        " starting, started, starting out, get started, getting started, first job, first step,"
        " first steps, entry level, for beginners, beginner, beginners, newbie, get a job, getting"
        " a job, land a job, get hired, getting hired, no experience, without experience, no"
        " degree, without degree, without college, without going to college, without school, dont"
        " want to go to college, no college, dont require college, dont need a degree, dont need"
        " college, dont require degree, no money, without money, hard to become, hard to get into,"
        " career change, quit my job, leave my job, leaving my job, quitting my job, hate my job,"
        " career switch, change careers, change career, change to, changing career, changing"
        " careers, career changer, switch careers, switching careers, switch to, switching to,"
        " second career, new career, midlife, mid career, too old, too late, too young, how old,"
        " age limit, minimum age, age requirement, age, at #, age #, at age #, # year old, # years"
        " old, # yo, after #, in my #s, over #, job interview",
        "+ ~start": "resume, interview, interviews, cv, apprenticeship, apprenticeships,"
        " apprentice",
        "- * ~start": "from * to *, former * to *, switch from * to *, switching from * to *,"
        " change from * to *, changing from * to *, transition from * to *, going from * to *,"
        " move from * to *, go from * to *",
        "~start/challenges/learning/overview/index": "can i be, can you be, can u be, could i be,"
        " can i become, can you become, can i still be, can i still become, can someone be, can"
        " someone become, am i able to be, if i have, if you have, if i am, if youre, if im,"
        " allowed to be",
        "* ~start/challenges/learning/overview/index": "can * be, can * become, can * still be",
        "* * ~~~start": "* to *",
        "~~start": "become, becoming, how to become, how to be, it takes to be, requirements,"
        " requirement, steps, steps to become, want to be, wanna be, going to be",
        "-": "my son, my daughter, my kid, my child, my husband, my wife, my friend, help me, job,"
        " career, profession, carreer, carrer, good job at, good at, best way to",
        "* ~history": "where does the word * come from, where does the term * come from",
        "~history": "etymology, origin, origins, invented, invention, founded",
        "~find": _QUIZ,
        "~pay ~find": "find a job, find a job as, find work, get a job as",
    },
    "de": {
        "pay": "gehalt, gehalter, lohn, lohne, verdienst, verdienen, verdient, einkommen,"
        " bezahlung, geld, wie viel, wieviel",
        "day": "alltag, tagesablauf, arbeitstag",
        "learning": "ausbildung, studium, studieren, schule, lernen, kurs, kurse, abschluss",
        "challenges": "schwierig, stress, probleme, nachteile, gefahren",
        "~start": "werden, wie wird man, einstieg, anfangen, berufseinstieg",
    },
}

#: Words and phrases for which guides have others, likewise.
OTHER: Mapping[str, Mapping[str, str]] = {
    "en": {
        "colour vision": "colorblind, color blind, color blindness, colourblind, colour blind,"
        " colour blindness, color vision",
        "background check": "criminal record, felony, felonies, felon, felons, criminal background,"
        " criminal history, criminal conviction",
        "careers from a to z": "list of all careers, list of careers, all careers, career list,"
        " list of jobs, list of all jobs, all jobs, job list",
        "food safety": "food hygiene",
        "gifts": "presents",
        "partner": "spouse, spouses, husband, husbands",
        "school": "in schools, my school, my schools",
        "people": "helping people, help people, working with people, work with people",
        "health": "healthcare, health care",
        "part-time": "part time",
        "outdoors": "outdoor, outside",
        "technology": "tech, i t",
        "trades": "trade jobs",
    },
}
