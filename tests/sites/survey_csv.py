"""The older CSV form of pay and employment figures, with a few rows."""

from __future__ import annotations

NATIONAL = (
    "soc,level,title,employment,employment_rse,hourly_mean,annual_mean,wage_rse,hourly_p10,"
    "hourly_p25,hourly_median,hourly_p75,hourly_p90,annual_p10,annual_p25,annual_median,"
    "annual_p75,annual_p90,footnotes\n"
    "51-3011,detailed,Bakers,230,1.2,18.00,37440,0.4,12.00,14.00,17.00,20.00,26.00,"
    "24960,29120,35360,41600,#,\n"
)

STATES = "soc,state,employment,annual_p10,annual_median,annual_p90,more\n" + "".join(
    f"51-3011,{name},{jobs},20000,{pay},50000,x\n"
    for name, jobs, pay in (
        ("Alabama", 1, 36000), ("Alaska", 2, 35000), ("Arizona", 3, 34000), ("Arkansas", 4, 33000),
        ("California", 5, 32000), ("Colorado", 6, 31000), ("Connecticut", "-", 30000),
        ("Delaware", 8, 29000), ("Florida", 9, 28000), ("Georgia", 10, "-"), ("Hawaii", 11, 26000),
    )
)  # fmt: skip

ONET = (
    "onet_soc,title,job_zone,interest_code,required_education_mode,required_education_percent,"
    "top_skills_importance_1_to_5,related_onet_soc\n"
    "51-3011.00,Bakers,2,R,High school diploma or equivalent,61.0,x,"
    "35-2021.00;35-2021.01;51-3092.00\n"
    "51-3011.01,Pastry Bakers,2,R,-,-,x,\n"
)

ABOUT = ("--release", "May 2026", "--published", "2027-05-14", "--onet", "O*NET 31.0")
