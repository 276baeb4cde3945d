"""Posts told beside other words: the house below in a sentence of its own, former posts behind, sections named by a trade."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.periods import NOW, period_in
from ringback.readers.normalise import fold
from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"

JOBS: dict[str, tuple[str, str, str]] = {
    "short_word_for_research_in_the_third_column": (
        "Research experience\n2018 –\tLARCHCAN West\tPost‐doc\n2013 – 2018\tDepartment of Tides\tPhD student\n",
        "Post-doc",
        "LARCHCAN West",
    ),
    "expert_in_something_is_no_post_at_a_house": (
        (
            "I like small machines. I'm an expert in C, C++ and Python, and read circuits.\n"
            "Employment\nOct 2020 – Jul 2024\nEmbedded engineer, Fernlab S.r.l., Larch\n- wrote firmware"
        ),
        "Embedded engineer",
        "Fernlab S.r.l.",
    ),
    "present_house_for_a_heading": (
        (
            "Northmoor University School of Law\nAssociate Professor of Law, 2007-present\nTenure awarded 2012\n\n"
            "PUBLICATIONS\nOn tides, 2016\n\nLEGAL PRACTICE\nMoor & Larch, LLP, Salem, OR\nAssociate, 2006-2007\n- Labor law"
        ),
        "Associate Professor of Law",
        "Northmoor University School of Law",
    ),
    "house_in_short_before_its_department": (
        "Experience\nResearch Assistant  Aug 2019 - Present\nNorthmoor S&T, Department of Mining Engineering, Rolla, MO\n- ran it",
        "Research Assistant",
        "Northmoor S&T",
    ),
    "grade_of_pay_behind_the_post": (
        "Experience\nLarch Valley Forest Service\nForestry Technician. GS4, 40+ hours/week.\nMay 2020 - Present\n- felled trees",
        "Forestry Technician",
        "Larch Valley Forest Service",
    ),
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
    "post_of_a_student_in_large": (
        (
            "Experience\nMarine Research Working Student\nLarchen Deutschland\nOct 2024 - Present\n- Built models of tides\n"
            "Cooperative Education Student\nFERN-ANTRIEBE\nOct 2021 - Sep 2024\n- Learned mechatronics\n"
            "Education\nNorthmoor University, BEng, 2021 - 2024"
        ),
        "Marine Research Working Student",
        "Larchen Deutschland",
    ),
    "firm_below_what_was_done": (
        (
            "Mes expériences\nChef de cuisine\nCarte de saison et gestion des achats pour une équipe de six personnes.\n"
            "Larchard - Versailles\ndepuis septembre 2014\n"
            "Commis de cuisine\nPréparation des entrées et des desserts de la maison.\nMorland\njuin 2012 à août 2014"
        ),
        "Chef de cuisine",
        "Larchard",
    ),
    "parts_of_a_school_behind_it": (
        (
            "Experience\n- SEPTEMBER 2023 – PRESENT: LABORATORY ASSISTANT – NORTHMOOR UNIVERSITY, SCHOOL OF BIOLOGY, TIDE LAB\n"
            "- MAY 2020 – JULY 2021: RESEARCH ASSISTANT – LARCH UNIVERSITY, DEPARTMENT OF CLINICAL MEDICINE"
        ),
        "LABORATORY ASSISTANT",
        "NORTHMOOR UNIVERSITY",
    ),
    "school_over_its_department": (
        (
            "ACADEMIC EXPERIENCE\nLarch Business School, Northmoor University, West Campus, Salem, OR\n"
            "Senior Lecturer, Department of Management Sciences (2023 - present)\n"
            "Fern College, Bend, OR\nJunior Lecturer, Department of Economics (2019 - 2023)"
        ),
        "Senior Lecturer",
        "Larch Business School, Northmoor University",
    ),
    "in_the_position_of": (
        "Summary\nCurrently, I am working in the position of Accountant at Larchen Foods.\nSkills\nExcel",
        "Accountant",
        "Larchen Foods",
    ),
    "partners_in_capitals": (
        (
            "LEGAL EXPERIENCE\nVELDING, LARCH & MOOR LLP, New York, NY\nAssociate, Litigation, October 2019 – Present\n"
            "FERN LEGAL LLP, Boston, MA\nParalegal, September 2018 – September 2019"
        ),
        "Associate, Litigation",
        "VELDING, LARCH & MOOR LLP",
    ),
    "word_in_front_of_dates": (
        (
            "ESPERIENZE PROFESSIONALI\nDa settembre 2018 a oggi\nLarice Moda S.r.l., Torino\nResponsabile di negozio\n"
            "Da marzo 2013 a agosto 2018\nFelce Abbigliamento, Torino\nCommessa"
        ),
        "Responsabile di negozio",
        "Larice Moda S.r.l.",
    ),
    "client_below_the_firm": (
        (
            "GULF EXPERIENCE\nDocument Controller – Moor Contracting W.L.L., Doha, Qatar (Nov 2018 – Till Date)\n"
            "Project: Larch Metro Line\nClient: Northmoor Rail\nOffice Assistant – Fern Associates, Kochi (2014 – 2018)"
        ),
        "Document Controller",
        "Moor Contracting W.L.L.",
    ),
    "address_behind_its_label": (
        (
            "WORK EXPERIENCE\n• Dates (from – to)\t2018 – present\n• Name and address of employer\tMoor Bridges S.A., Lindale\n"
            "• Occupation or position held\tCivil Engineer\n• Dates (from – to)\t2014 – 2018\n"
            "• Name and address of employer\tLarch Roads\n• Occupation or position held\tTrainee"
        ),
        "Civil Engineer",
        "Moor Bridges S.A.",
    ),
    "table_with_a_column_of_airlines": (
        (
            "Flying experience\nYears\tPosition\tAirline\n2019 – present\tFirst Officer\tFern Airways\n"
            "2016 – 2019\tFlight Instructor\tMoor Aero Club"
        ),
        "First Officer",
        "Fern Airways",
    ),
    "joined_and_still_there": (
        (
            "I am a payroll officer. I joined Moor Borough Council in 2019 as Payroll Officer and still work there. "
            "From 2014 to 2019 I was a clerk at Larch Foods.\nEducation\nNorthmoor College, 2012 - 2014"
        ),
        "Payroll Officer",
        "Moor Borough Council",
    ),
    "in_my_current_role": (
        (
            "Experience\nIn my current role as Store Manager at Fern Shoes, I look after a team of eight.\n"
            "Previously, I was Assistant Manager at Larch Sports from 2012 to 2017.\nEducation\nLindale High School"
        ),
        "Store Manager",
        "Fern Shoes",
    ),
    "as_one_without_an_article": (
        (
            "About me\nAs head gardener at Moor Castle, I care for 12 hectares. I learned my trade at Larch Nurseries.\n"
            "Education\nLindale College of Horticulture, 2010"
        ),
        "head gardener",
        "Moor Castle",
    ),
    "house_behind_its_department": (
        (
            "Bio\nMara Velding is currently employed as a Lecturer in the Department of Geography, Northmoor University. "
            "She holds a PhD from Larch University.\nPublications\nTides, 2019"
        ),
        "Lecturer",
        "Northmoor University",
    ),
    "present_job_behind_its_label": (
        "Current employment: Bursar, Fern College\nFormer employment: Accountant, Larch School\nQualifications: ACCA",
        "Bursar",
        "Fern College",
    ),
    "table_whose_head_is_broken": (
        (
            "Employment record\nPeriod\tEmploying organization and your\ntitle/position\tCountry\tSummary of activities\n"
            "May 2018 - present\nMoor Hydraulics Ltd\nSenior Dam Engineer\tNepal\tDesign review of gates and\nspillways\n"
            "June 2009 - May 2018\nLarch Consult\nHydraulic Engineer\tIndia\tFlood studies"
        ),
        "Senior Dam Engineer",
        "Moor Hydraulics Ltd",
    ),
    "practitioner_over_what_was_done": (
        (
            "WORK EXPERIENCE\nEarly Years Practitioner, Little Ferns Nursery, Hull\tSep 2019 – Present\n"
            "Key worker for eight children\nNursery Assistant, Moor Day Nursery, Hull\tAug 2017 – Aug 2019"
        ),
        "Early Years Practitioner",
        "Little Ferns Nursery",
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


@pytest.mark.parametrize(
    "post", ["Marketer-analyst", "HTML-coder", "Teacher-librarian", "Summer Student", "Officer in Charge"]
)
def test_posts_of_two_words_and_of_paid_students(post: str) -> None:
    assert title_score(post) == 1.0


def test_what_somebody_works_as_without_a_house(read: Callable[..., Reading]) -> None:
    text = "About me\nI work as a seamstress. I really like to sew. I'm interested in making useful things.\nSkills\nSewing"
    (resume,) = read(HEAD + text).resumes
    assert (resume.current_title, resume.current_employer) == ("seamstress", None)


@pytest.mark.parametrize("sign", ["|", "-", "–"])
def test_what_somebody_is_stands_behind_a_sign_beside_the_name(read: Callable[..., Reading], sign: str) -> None:
    text = (
        f"Mara Velding {sign} Freelance Web Developer\nLocation: Larch, Spain\nEmail: mara@fernpost.net\n\n"
        "Projects\nTIDE-PORT\nDec 2014 - Dec 2016\nAn intranet for sailors.\nSkills\nHTML, CSS"
    )
    (resume,) = read(text).resumes
    assert (resume.name, resume.current_title) == ("Mara Velding", "Freelance Web Developer")
