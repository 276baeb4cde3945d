"""Schools and degrees of academics, nurses, pastors and students of many countries: one row a class, invented people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from schemas.records import Reading

TAIL = "\nSkills\nPlanning, Excel, reports"

CASES: dict[str, tuple[str, Mapping[str, Any]]] = {
    "school_glued_to_its_college": (
        (
            "Maria Correll\nmary.correll6@fernpost.net\nEDUCATION\nUniversity of Massachusetts Amherst- College of Fine Arts\n"
            "Bachelor of Arts in English"
        ),
        {"school": "University of Massachusetts Amherst"},
    ),
    "mark_beside_the_older_degree": (
        (
            "Helen Kent\nhkent1@fernpost.net\nEDUCATION\n• Northmoor Institute of Technology, Lindale\t[2022 - 2024]\n"
            "– Master's in Gates (Specialisation: Locks)\n• Fern Institute of Technology Larch, Larch\t[2017 - 2022]\n"
            "– Bachelor and Master of Technology in Gates, CPI 9.51/10"
        ),
        {"school": "Northmoor Institute of Technology"},
    ),
    "table_of_degrees": (
        (
            "Helen Kent\nhkent1@fernpost.net\nEDUCATION\nDegree\tCompletion Date\tSchool\n"
            "Certificate, Technical Writing\tMay 2018\tMillmoor Community College\nJ.D.\tMay 2007\tNorthmoor University School of Law"
        ),
        {"school": "Northmoor University School of Law"},
    ),
    "name_beside_birth": (
        (
            "个人信息\n李士安 1991.09 男 本科 3年工作经验\n17606390000  lsa1991@fernpost.cn\n"
            "毕业院校：大连某某信息学院(专科)，沈阳某某学院(本科)\n教育经历\n沈阳某某学院 2013.09~2015.07 软件工程 本科"
        ),
        {"name": "李士安", "school": "沈阳某某学院"},
    ),
    "university_without_a_degree_beside_a_high_school": (
        (
            "Ana Rosa Lima\nana.lima@fernpost.com.br\nEducação\nUniversidade Federal do Vale\nAnálise de Sistemas | 02/2021 - 08/2024\n"
            "Escola Estadual Peixoto\nEnsino Médio | 01/2018 - 12/2020"
        ),
        {"school": "Universidade Federal do Vale"},
    ),
    "university_behind_its_school": (
        "陆明明\n15298380084\n教育背景\n2009 – 2012\t本科, 软件学院, 南京大学, rank: top 10%",
        {"school": "南京大学"},
    ),
    "degree_among_trainings": (
        (
            "Mo Madden\nmadden@fernpost.net\nTeaching Experience\nSubstitute Teacher\nJefferson Public Schools\n1/2018 - Present\nTraining\n"
            "TEFL CERT\nOnline\nB.A. Political Science\nthe University of Moorville\n1/2000 - 5/2003"
        ),
        {"school": "University of Moorville", "highest_degree": "bachelor"},
    ),
    "level_of_a_language": (
        (
            "Ana Moor\nana.moor@fernpost.net\nLocation: Leeds / Remote\nEducation\nB.Sc. in Nursing, University of Leeds\nLanguages\n"
            "upper intermediate level English"
        ),
        {"highest_degree": "bachelor", "city": "Leeds"},
    ),
    "language_alone": (
        "Ana Moor\nana.moor@fernpost.net\nEducation\nUniversity of Leeds, intermediate level English\nExperience\n2019 - 2020\tNurse, Moor Ltd",
        {"highest_degree": None},
    ),
    "degree_of_a_college": (
        (
            "Ana Moor\nana.moor@fernpost.net\nEDUCATION\n2016\nPolytechnic University of the Moors\n"
            "Bachelor's/College Degree in Finance/Accountancy | Philippines"
        ),
        {"highest_degree": "bachelor", "school": "Polytechnic University of the Moors"},
    ),
    "table_of_the_european_form_in_italian": (
        (
            "INFORMAZIONI PERSONALI\nNome\tChiara Morelli Loy\nIndirizzo\tVia Roma 112, 09013 Carbonia (SU)\nISTRUZIONE E FORMAZIONE\n"
            "Date (da – a)\t2004 – 2009\nNome e tipo di istituto\tIstituto Magistrale Ardito, Iglesias\n"
            "Qualifica conseguita\tDiploma di maturità"
        ),
        {"name": "Chiara Morelli Loy", "city": "Carbonia", "highest_degree": "high_school"},
    ),
    "school_of_a_university_below_it": (
        (
            "张立夏\n13700135521\n教育背景\n中原海洋大学\n未来学院（元班）| 2023 级本科生\n绩点：3.58/4\n主要课程：数学分析\n"
            "工作经历\n2018.3—至今   红星大酒店   领班"
        ),
        {"school": "中原海洋大学", "highest_degree": "bachelor"},
    ),
    "college_of_a_university_abroad": (
        "张立夏\n13700135521\n教育经历\n理学博士，地理信息科学\t2014 – 2019\n伦敦大学学院（UCL）\t英国\n理学硕士，地图学\t2011 – 2014\n北京大学\t中国",
        {"school": "伦敦大学学院", "highest_degree": "doctor"},
    ),
    "licence_to_drive": (
        (
            "Ana Moor\nana.moor@fernpost.net\nEducation\nBTEC Level 3 Food Technology, Leeds City College\t2014 - 2016\n"
            "Full clean driving licence\nExperience\n2019 - 2020\tShift Supervisor, Moor Ltd"
        ),
        {"highest_degree": "college", "school": "Leeds City College"},
    ),
    "licence_of_a_university": (
        "Anaïs Morel\nanais.morel@fernpost.fr\nFormation\n2018 - 2021\tLicence en Droit, Université de Lille",
        {"highest_degree": "bachelor", "school": "Université de Lille"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_studies_of_the_world(case: str, read: Callable[..., Reading]) -> None:
    text, expected = CASES[case]
    (found,) = read(text + ("" if "\u4e00" <= text[0] <= "\u9fff" else TAIL)).resumes
    assert {field: getattr(found, field) for field in expected} == expected
