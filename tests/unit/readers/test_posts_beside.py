"""Posts told beside other words: the house below in a sentence of its own, former posts behind, sections named by a trade."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.periods import NOW, period_in
from ringback.readers.normalise import fold
from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"

JOBS: dict[str, tuple[str, str, str]] = {
    "house_below_dates": (
        (
            "WORK EXPERIENCE\nStaff Nurse\nJan 2020 - Present\nat Northwind General Hospital.\n- Cared for 12 patients a shift\n\n"
            "Nursing Assistant\nMar 2017 - Dec 2019\nat Larch Care Home.\n- Helped with meals"
        ),
        "Staff Nurse",
        "Northwind General Hospital",
    ),
    "house_below_post": (
        (
            "Work experience\n2019 - now\nLecturer\nAt Lindale College of Arts.\n\n2015 - 2019\nTutor\nAt Moor School.\n\n"
            "Education\n2011 - 2015\nBachelor of Arts\nAt Northmoor University."
        ),
        "Lecturer",
        "Lindale College of Arts",
    ),
    "research_alone": (
        (
            "EDUCATION\nNorthmoor University, BSc Biology, 2020 - 2024\n"
            "RESEARCH\nResearch Assistant, Larch Institute of Marine Science, June 2023 - Present\nMeasured kelp growth.\n"
            "Summer Student, Fern Laboratory, 2022\nSKILLS\nR, Python"
        ),
        "Research Assistant",
        "Larch Institute of Marine Science",
    ),
    "research_goes_on": (
        (
            "EMPLOYMENT\nEngineer, Solvanta GmbH, 2015 - 2020\nDesigned pumps.\n"
            "RESEARCH\nResearch Fellow, Larch Institute, 2020 - present\nStudied pumps.\nEDUCATION\nMSc, Northmoor University, 2015"
        ),
        "Research Fellow",
        "Larch Institute",
    ),
    "teaching_goes_on": (
        (
            "EDUCATION\nNorthmoor University, BEd, 2016\n"
            "TEACHING\nLindale High School\nMathematics Teacher, 2018 - present\nTaught algebra to grades 9 to 11.\n"
            "STUDENT TEACHING\nLarch Middle School\nStudent Teacher, Spring 2016"
        ),
        "Mathematics Teacher",
        "Lindale High School",
    ),
    "courses_under_teaching": (
        (
            "EMPLOYMENT\nAssistant Professor, Northmoor University, 2018 – 2022\nPostdoc, Larch University, 2015 – 2018\n"
            "TEACHING\nECON 101 Introduction, Spring 2019 – present\nECON 202 Games, Fall 2020\n"
            "SERVICE\nReferee, Journal of Tides, 2015 – present"
        ),
        "Assistant Professor",
        "Northmoor University",
    ),
    "training_alone": (
        (
            "EDUCATION\nNorthmoor University School of Medicine, MD, 2017 - 2021\n"
            "TRAINING\nResident Physician, Internal Medicine, Northmoor Medical Center, 2021 - present\n"
            "LICENSURE\nOregon Medical License"
        ),
        "Resident Physician",
        "Northmoor Medical Center",
    ),
    "industrial_training": (
        (
            "ACADEMIC QUALIFICATIONS\nB.Tech Mechanical, Northmoor Institute of Technology, 2020 - 2024\n"
            "INDUSTRIAL TRAINING\nTrainee Engineer at Moor Steel Plant, June 2023 - July 2023\nStudied rolling mills.\n"
            "TECHNICAL SKILLS\nAutoCAD"
        ),
        "Trainee Engineer",
        "Moor Steel Plant",
    ),
    "founder_who_was_else_before": (
        "Founder of Solvanta and ex-developer at Larchen.\n\nEducation\nNorthmoor University, BSc, 2012 - 2015",
        "Founder",
        "Solvanta",
    ),
    "founder_in_a_sentence": (
        (
            "About\nMara Velding is the founder of Solvanta and a former developer at Larchen. She lives in Lindale.\n"
            "Education\nNorthmoor University, BSc, 2012 - 2015"
        ),
        "founder",
        "Solvanta",
    ),
    "head_of_own_house": (
        (
            "Co-founder & CEO of Solvanta, previously Product Manager at Larchen\n"
            "Education\nNorthmoor University, BSc, 2012 - 2015\nSkills\nSQL, Excel"
        ),
        "Co-founder & CEO",
        "Solvanta",
    ),
    "former_post_behind": (
        (
            "Nurse Educator at Lindale Hospital, formerly Ward Sister at Moor Infirmary\n"
            "Education\nNorthmoor University, BSc, 2012 - 2015"
        ),
        "Nurse Educator",
        "Lindale Hospital",
    ),
    "has_been_since": (
        (
            "Since 2019 she has been the project coordinator at Northwind Relief. From 2014 to 2019 she was an assistant at "
            "Larch Aid.\n\nEducation\nNorthmoor University, MA"
        ),
        "project coordinator",
        "Northwind Relief",
    ),
    "serves_with_the_name": (
        (
            "Biography\nMara Velding serves as director of nursing at Larch Memorial Hospital. She previously held the post of "
            "ward manager at Moor Infirmary.\nEducation\nNorthmoor University, BSN, 2004 - 2008"
        ),
        "director of nursing",
        "Larch Memorial Hospital",
    ),
    "moved_to": (
        (
            "Career\nIn 2012 I joined Larch Mills as a machine operator. In 2018 I moved to Solvanta Textiles as a line manager, "
            "and I am still there.\nEducation\nLindale Technical School, 2010 - 2012"
        ),
        "line manager",
        "Solvanta Textiles",
    ),
    "to_date_in_one_word": (
        (
            "WORKING EXPERIENCE\n2019-todate: Served as a Field Officer with Northwind Relief in Lindale.\n"
            "2016-2019: Served as a Data Clerk with Larch Survey.\nEDUCATION\n2012-2016: Northmoor University, BA Sociology"
        ),
        "Field Officer",
        "Northwind Relief",
    ),
    "town_between_firm_and_post": (
        (
            "EDUCATION\nNorthmoor University, BBA, 2020 - 2024\nINTERNSHIPS\n"
            "Solvanta Pvt Ltd, Lindale — Marketing Intern (June 2023 - Aug 2023)\nWrote posts.\n"
            "Fernhub — HR Intern (May 2022 - July 2022)\nScreened resumes."
        ),
        "Marketing Intern",
        "Solvanta Pvt Ltd",
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS)
def test_the_post_of_today_beside_other_words(
    read: Callable[..., Reading], text: str, title: str, employer: str
) -> None:
    (resume,) = read(HEAD + text).resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)


@pytest.mark.parametrize(
    "line",
    [
        "2019 to-date",
        "2019-todate",
        "2019 onwards",
        "2019 through the present",
        "2019 thru present",
        "2019 to as of now",
        "Present - 2019",
    ],
)
def test_words_for_up_to_now(line: str) -> None:
    period = period_in(fold(line))
    assert period is not None
    assert period.end == NOW


def test_a_broken_sentence_names_no_house(read: Callable[..., Reading]) -> None:
    text = (
        "EXPERIENCE\nClerk, Larchen Ltd, 2019 - present\nHelped to move the papers of the old archive to the new rooms\n"
        "at Lindale Hall.\nCashier, Fernhub Stores, 2015 - 2019\nServed customers."
    )
    (resume,) = read(HEAD + text).resumes
    assert (resume.current_title, resume.current_employer) == ("Clerk", "Larchen Ltd")
