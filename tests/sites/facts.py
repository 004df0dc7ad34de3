"""A small release of pay and employment figures."""

from __future__ import annotations

from career_guides.facts.csv_files import COLUMNS

_COLUMNS = ",".join(COLUMNS["occupations.csv"])

_OCCUPATIONS = f"""\
{_COLUMNS}
00-0000,all,All Occupations,9000,0,0.1,22,11,15,20,27,38,45760,22880,31200,41600,56160,79040
27-0000,major,Arts Occupations,900,1.0,1.1,-,-,-,-,-,-,51000,21000,30000,41000,62000,83000
27-2042,detailed,Singers <of songs>,80,3.1,2.6,60.46,20.35,27.57,47.80,75.33,132.56,-,-,-,-,-,-
27-3091,detailed,Interpreters,520,2.7,1.3,31.90,17.82,22.37,28.93,38.86,49.84,66360,37070,46530,60170,80830,103660
29-0000,major,Health Occupations,4000,0.2,0.3,-,-,-,-,-,-,80000,40000,50000,70000,90000,120000
29-1021,detailed,Dentists,700,1.4,2.2,-,-,-,-,-,-,210000,90000,130000,180000,#,#
29-1141,detailed,Nurses,3300,0.3,0.2,48.76,33.14,38.62,46.90,54.02,66.09,101420,68940,80330,97550,112350,137470
"""

_STATES = """\
soc,state,employment,annual_p10,annual_median,annual_p90
27-3091,Maine,40,35000,61000,90000
27-3091,Ohio,90,31000,52000,88000
29-1141,Maine,120,60000,80000,-
29-1141,Ohio,900,55000,78000,99000
29-1141,Utah,-,51000,70000,90000
"""

_ONET = """\
soc,education,education_percent,job_zone,related
27-3091,Bachelor's degree,54.7,4,29-1141
29-1021,Doctoral degree,90.1,5,
"""

#: The head of a table with all columns.
ONET = ",".join(COLUMNS["onet.csv"]) + "\n"

_RELEASE = """\
{"survey": "Survey of Work", "publisher": "Bureau of Work", "name": "May 2025",
 "published": "2026-05-15", "url": "https://work.example/", "licence": "public domain",
 "onet": "O*NET 29.3, CC BY 4.0", "onet_url": "https://onet.example/",
 "top_annual": 239200, "top_hourly": 115}
"""

#: A small release of figures, as a site has one of its own.
FACTS = {
    "facts/occupations.csv": _OCCUPATIONS,
    "facts/states.csv": _STATES,
    "facts/onet.csv": _ONET,
    "facts/release.json": _RELEASE,
}
