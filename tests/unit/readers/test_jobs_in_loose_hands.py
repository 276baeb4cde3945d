"""Jobs as careless hands set them: dots for what goes on, legal forms behind posts, signs of maps, houses told in prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet

HEAD = "Nora Pellwick\nnora@post.example\nExperience\n"
LARCH = 'LIMITED LIABILITY COMPANY "LARCH"'
OLDER = "\n2012 - 2016\nTester\nFern Systems Ltd\nWrote tests for the tide gates."

JOBS = {
    "dates go on in words of the next row, the house behind its post": (
        f"from May 2018 -\nto this day\nengineer {LARCH} (Marden city)\nResponsibilities: testing of gates, reports on the results.",
        "engineer",
        LARCH,
    ),
    "a legal form behind a post": (
        'May 2018 - present\tdriver Private Enterprise "Gull"\nTesting of gates.',
        "driver",
        'Private Enterprise "Gull"',
    ),
    "dots for what goes on": (
        (
            "Larch Systems\n07/2018\n...\nSenior Java developer\nDevelopment of new gates in Java and of what is around them\n"
            "Fern Web\n10/2014\n07/2018\nJava developer\nDevelopment and maintenance of tide gates for towns"
        ),
        "Senior Java developer",
        "Larch Systems",
    ),
    "the sign of a map": (
        "Data Engineer\nLarch GmbH\n02/2020 - 04/2021\t⌖ Munich\nClinical research and development of tide gates for towns"
        + OLDER,
        "Data Engineer",
        "Larch GmbH",
    ),
    "a town and its country behind the dates": (
        (
            "Larch Pardaz\tDec 2018-Now / Cairo-Egypt\nTechnical Program Manager\n• Led the quality team with the engineering approach\n"
            "Larch Pardaz\tAug 2017 – Dec 2018 / Cairo-Egypt\nSoftware Test Engineer\n• Developed test tools"
        ),
        "Technical Program Manager",
        "Larch Pardaz",
    ),
    "whom one works with": (
        "2013 - present\tPostdoctoral researcher at the Marden Biology Laboratory (MBL) with Mara Velding.",
        "Postdoctoral researcher",
        "Marden Biology Laboratory (MBL)",
    ),
    "clients are no house": (
        "May 2019 - Now\nFreelance\nFullstack Developer\nMain clients:\nLarch is a startup developing a tide gate, I\n"
        "was in charge of the development of a gate" + OLDER,
        "Fullstack Developer",
        None,
    ),
    "the trade of a freelancer": (
        (
            "Freelancer/Blogger\nDecember 2019 - Present\nBucharest | Banks / Financial Services\nResponsibilities:\nCreating websites"
            "\nEconomist\nMarch 2016 - November 2019\nFern Diseases Hospital\nResponsibilities:\nPreparing the investment plan"
        ),
        "Freelancer/Blogger",
        None,
    ),
    "a house in the prose below": (
        "2021-Present\nDevOps engineer\nAt Larch International, we are maintaining the tide gates for all the towns of the coast."
        + OLDER,
        "DevOps engineer",
        "Larch International",
    ),
    "what is done at a house in a town": (
        (
            "2018.6.18–now\tData analysis, LarchPlay Game, Beijing, China.\nFalse tides analysis for mobile gate platform\n"
            "2015.7–2015.9\tJava Engineer, Intern in Fern Cooperation, Hangzhou, China, Design and implement a system of gates."
        ),
        "Data analysis",
        "LarchPlay Game",
    ),
    "a lone year above periods": (
        (
            "Frontend Developer\n2025\nLarchkomfort, Freelance\nContributed to the migration of the gates from one version to another.\n"
            "Software Engineer\n2021 - 2023\nFern Systems, Dijon, France\nDeveloped new gates with robustness in mind.\n"
            "Java Developer\n2019 - 2021\nGull CD, Dijon, France\nDesigned and implemented new gates using Java for the tide.\n"
            "Other Cross-functional Experience\n2005 - 2014\nBelarus & Poland"
        ),
        "Frontend Developer",
        "Larchkomfort",
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS.keys())
def test_jobs_in_loose_hands(sheet_of: Callable[..., Sheet], text: str, title: str, employer: str | None) -> None:
    job = read_job(sheet_of(HEAD + text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_a_sign_between_post_and_house_in_chinese(sheet_of: Callable[..., Sheet]) -> None:
    text = "林晓月\n电话：13812345678\n实习经历\n2021.07–\n2021.09\n行业销售中心：数据分析师 @ 上海青禾供应链\n在与云岚能、云岚投集团合作对接的销售组中担任接线员"
    job = read_job(sheet_of(text))
    assert job.title is not None
    assert job.employer is not None
    assert (job.title.value, job.employer.value) == ("数据分析师", "上海青禾供应链")
