"""What readers call occupations that the table of all occupations names otherwise.

By language, then by words of the occupation's title (SOC 2018) what people say, separated by
commas, in lower case. They are used where a page has ``{occupations}``, for a query that says
nothing else but a topic: "attorney salary", but not "police interpreter".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

OCCUPATIONS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "lawyers": "attorney, attorneys, barrister, barristers, solicitor, solicitors",
        "physicians": "doctor, doctors, family doctor, general practitioner",
        "psychiatrists": "shrink",
        "optometrists": "eye doctor, eye doctors",
        "veterinarians": "vet, vets, animal doctor",
        "veterinary technologists": "vet tech, vet techs, vet nurse",
        "pharmacy technicians": "pharmacy tech, pharmacy techs",
        "surgical technologists": "surgical tech, scrub tech",
        "radiologic technologists": "x-ray tech, xray tech, x ray tech, radiographer",
        "diagnostic medical sonographers": "ultrasound tech, ultrasound technician, sonographer",
        "clinical laboratory technologists": "lab tech, lab technician, medical lab tech",
        "physical therapists": "physio, physios, physiotherapist, physiotherapists",
        "speech-language pathologists": "speech therapist, speech therapists",
        "home health aides": "caregiver, caregivers, carer, carers",
        "childcare workers": "nanny, nannies, babysitter, babysitters, babysitting, childminder,"
        " daycare worker, au pair",
        "postsecondary teachers": "professor, professors, college professor, college teacher,"
        " lecturer, lecturers",
        "firefighters": "fireman, firemen, fire fighter, fire fighters",
        "police patrol officers": "cop, cops, policeman, policemen, policewoman,"
        " police officer, police officers, police, sheriff",
        "detectives": "detective, fbi agent, fbi",
        "correctional officers": "prison guard, prison officer, corrections officer",
        "public safety telecommunicators": "911 operator, 911 dispatcher, emergency dispatcher",
        "security guards": "bouncer, bouncers",
        "postal service mail carriers": "mailman, mailmen, postman, postmen, mail carrier",
        "refuse collectors": "garbage man, garbage men, garbage collector,"
        " trash collector, bin man, binman",
        "flight attendants": "stewardess, stewardesses, air hostess, cabin crew",
        "airline pilots": "pilot, pilots",
        "locomotive engineers": "train driver, train drivers",
        "truck drivers": "trucker, truckers, trucking, lorry driver, lorry drivers, cdl driver",
        "light truck drivers": "delivery driver, delivery drivers, courier, couriers",
        "taxi drivers": "uber driver, uber, cab driver, cabbie, rideshare driver",
        "real estate sales agents": "realtor, realtors, real estate agent, estate agent",
        "accountants": "cpa, cpas",
        "tax preparers": "tax advisor",
        "personal financial advisors": "financial adviser, financial planner, wealth manager",
        "human resources specialists": "recruiter, recruiters, hr, headhunter",
        "retail salespersons": "shop assistant, sales assistant, salesman, salesmen, saleswoman,"
        " salesperson, sales associate, store clerk",
        "chief executives": "ceo, ceos",
        "event planners": "event planner, wedding planner, party planner",
        "actors": "actress, actresses",
        "athletes": "football player, soccer player, basketball player, footballer, pro athlete",
        "umpires": "referee, referees",
        "news analysts": "newscaster, news anchor",
        "disc jockeys": "dj",
        "camera operators": "cameraman, camerawoman, videographer",
        "web designers": "web designer, web designers, ux designer, ux",
        "computer systems administrators": "sysadmin, system administrator",
        "counter workers": "barista, baristas",
        "bartenders": "barman, barmaid, mixologist",
        "waiters": "server, servers, waitress, waitresses, waiter",
        "hairdressers": "hairstylist, hair stylist, beautician, cosmetologist, cosmetology",
        "manicurists": "nail tech, nail technician",
        "skincare specialists": "esthetician, aesthetician, facialist",
        "exercise trainers": "personal trainer, personal trainers, fitness trainer, fitness coach,"
        " gym instructor",
        "janitors": "custodian, custodians, caretaker, cleaning lady",
        "housekeeping cleaners": "housekeeper, housekeepers, cleaner",
        "landscaping workers": "gardener, gardeners, landscaper, landscapers",
        "pest control workers": "exterminator, exterminators",
        "animal caretakers": "zookeeper, zoo keeper, dog groomer, dog walker",
        "maintenance repair workers": "handyman, handymen, odd job man",
        "power-line installers": "lineman, linemen, lineworker, lineworkers, power lineman,"
        " electrical lineman",
        "air conditioning mechanics": "hvac, hvac tech, hvac technician, air conditioning repair",
        "automotive service technicians": "car mechanic, car mechanics, auto mechanic, auto"
        " mechanics",
        "construction laborers": "builder, builders, construction worker, construction workers",
        "brickmasons": "bricklayer, bricklayers",
        "structural iron workers": "ironworker, ironworkers, iron worker",
        "commercial divers": "scuba diver, professional diver",
        "logging workers": "logger, loggers, lumberjack",
        "atmospheric scientists": "meteorologist, meteorologists, weatherman",
        "geoscientists": "geologist, geologists",
        "clergy": "priest, pastor, minister, rabbi, imam",
        "social workers": "social worker",
    },
}  # fmt: skip
