"""Which school gave the highest degree, in entries and sentences that name several: invented people, one row a layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from schemas.records import Reading

HEAD = "Ana Moor\nana.moor@fernpost.net\n"
TAIL = "\nExperience\n2019 - 2020\tNurse, Moor Ltd\nSkills\nPlanning, Excel, reports"
DOCTOR = {"highest_degree": "doctor", "school": "Northmoor University"}

ENTRIES: dict[str, tuple[str, Mapping[str, str | None]]] = {
    "degree_by_the_kind_of_school": (
        "2004-2006 Technical University Degree, Northmoor Institute of Computing, Moorau",
        {"school": "Northmoor Institute of Computing"},
    ),
    "courses_of_grown_ups_among_the_schools_of_a_youth": (
        "1996-2000: Gesamtschule Larch, Moorau\n2002-2003: Volkshochschule Moorau\n2003-2006: Berufsschule Moor, Moorau",
        {"school": "Berufsschule Moor"},
    ),
    "what_was_learnt_behind_the_school": (
        "1996-2000: Gesamtschule Larch, Moorau\n2022-2023: Fern-Akademie Weiterbildung als Entwickler, Moorau",
        {"school": "Fern-Akademie"},
    ),
    "part_of_a_school_known_by_its_letters": (
        "UET LARCHPUR\nComputer Systems Engg.\nNov 2025 | Larchpur\nCollege of Engineering\nDEGREE CLG. NO.2\nApr 2019 | Moorton",
        {"school": "UET LARCHPUR"},
    ),
    "thesis_of_the_first_degree_told_in_italian": (
        "BSc Physics, Eastmoor College, 2008\nTesi: Onde e fili\nMSc Physics, Northmoor University, 2010",
        {"highest_degree": "master", "school": "Northmoor University"},
    ),
    "awards_between_two_degrees": (
        "BSc Physics, Eastmoor College, 2008\nAwards: Dean's List\nMSc Physics, Northmoor University, 2010",
        {"highest_degree": "master", "school": "Northmoor University"},
    ),
    "school_alone_below_the_first_of_equals": (
        "2025 - 2027\tExecutive MBA Candidate\nNorthmoor Business School\n2013 - 2018\tMSc Economics (Westmoor University)",
        {"highest_degree": "master", "school": "Northmoor Business School"},
    ),
    "entries_that_end_in_their_dates": (
        "Drawing\nDropped Out\nEastmoor University\nMar. 2013 - Feb. 2014\nPhysics\nBachelor\nNorthmoor University\nApr. 2017 - Mar. 2023",
        {"highest_degree": "bachelor", "school": "Northmoor University"},
    ),
    "institute_below_its_university": (
        "Northmoor University, Hull\nInstitute of Computer Science, Applied Mathematics (Bachelor of Mathematics)",
        {"highest_degree": "bachelor", "school": "Northmoor University"},
    ),
    "school_broken_behind_its_degree": (
        "PhD in Chemistry at KU\nLeuven\n2009 - 2013\nMaster of Science in Chemistry at Eastmoor University\n2007 - 2009",
        {"highest_degree": "doctor", "school": "KU Leuven"},
    ),
    "degree_in_short_at_the_end_of_a_narrow_line": (
        "Northmoor University • MA\nPublishing • Distinction\n2016 - 2017\nEastmoor College • BA\nEnglish • First\n2013 - 2016",
        {"highest_degree": "master", "school": "Northmoor University"},
    ),
    "degrees_with_a_point_behind_each_letter": (
        "2022 - 2024\tM.C.A., Northmoor Institute of Computing, Hull\n2019 - 2022\tB.C.A., Eastmoor College, Hull",
        {"highest_degree": "master", "school": "Northmoor Institute of Computing"},
    ),
    "programme_before_a_doctorate": (
        "2018 - 2019\tNorthmoor University\nMaster of Science\n2015 - 2017\tEastmoor University\nPsychology pre-PhD program",
        {"highest_degree": "master", "school": "Northmoor University"},
    ),
    "architects": (
        "Northmoor University\tMArch\t2016\nEastmoor College\tBA Architecture\tMarch 2014",
        {"highest_degree": "master", "school": "Northmoor University"},
    ),
    "several_degrees_under_one_school": (
        "Eastmoor College, Hull\nBA, History, 2008\nNorthmoor University, Leeds\nMA, History, 2010\nPhD, History, 2014",
        DOCTOR,
    ),
    "thesis_about_a_school": (
        (
            "PhD in History, 2014\nThesis: The University of Westmoor and its Founders\nAdvisor: Lena Hartwig (Southmoor University)\n"
            "Northmoor University\nMA in History, 2010\nEastmoor University"
        ),
        DOCTOR,
    ),
    "degree_of_an_advisor": (
        "BA in History, Northmoor University, 2014\nSupervisor: Prof. L. Hartwig, PhD (Westmoor University)",
        {"highest_degree": "bachelor", "school": "Northmoor University"},
    ),
    "visit_of_a_student": (
        "2013 Visiting PhD student, Westmoor University\n2010-2014 PhD in Physics, Northmoor University\n2006-2010 BSc, Eastmoor University",
        DOCTOR,
    ),
    "honorary_degree": (
        "Honorary Doctorate, Westmoor University, 2020\nMA History, Northmoor University, 1990",
        {"highest_degree": "master", "school": "Northmoor University"},
    ),
    "studies_broken_off": (
        "Associate of Arts, Eastmoor Community College, 2010\nSome coursework towards BA, Northmoor University",
        {"highest_degree": "college", "school": "Eastmoor Community College"},
    ),
    "all_on_one_line": (
        "B.A. (Eastmoor College) 2004; M.A. (Westmoor University) 2007; Ph.D. (Northmoor University) 2012",
        DOCTOR,
    ),
    "schools_first_on_one_line": (
        "Eastmoor College, BA 2004; Westmoor University, MA 2007; Northmoor University, PhD 2012",
        DOCTOR,
    ),
    "degree_and_colon": ("PhD: Northmoor University (History), 2012\nMA: Westmoor University (History), 2007", DOCTOR),
    "institute_of_a_university": (
        "Ph.D. in Physics, Institute of Physics, Northmoor University, 2015\nB.Sc. in Physics, Eastmoor University, 2010",
        DOCTOR,
    ),
    "cell_of_a_degree": (
        "Institution\tDegree\tYear\nEastmoor University\tBA\t2010\nNorthmoor University\tMA\t2014",
        {"highest_degree": "master", "school": "Northmoor University"},
    ),
    "another_degree_in_that_year": (
        (
            "Sep 2012\tDoctor of Philosophy (PhD) in Statistics\nto Feb 2017\tNorthmoor University\n"
            "Sep 2007\tMaster of Physics\nto May 2012\tEastmoor University"
        ),
        DOCTOR,
    ),
    "name_alone_above": (
        "Pratt\nMFA Painting, 2012\nNorthmoor University\nBA History, 2009",
        {"highest_degree": "master", "school": "Pratt"},
    ),
    "certificate_above": (
        "Operational Level\nBA (Hons) Accounting\nNorthmoor University | 2005\nA-Levels: Maths, Economics",
        {"highest_degree": "bachelor", "school": "Northmoor University"},
    ),
    "name_alone_behind_from": (
        "MA in History from Pratt (2012)\nBA in History from Northmoor University (2009)",
        {"highest_degree": "master", "school": "Pratt"},
    ),
    "town_as_university": (
        "PhD in History, Princeton, 2012\nBA in History, Northmoor University, 2009",
        {"highest_degree": "doctor", "school": "Princeton"},
    ),
    "date_of_a_degree_in_spanish": (
        (
            "Doctor en Ciencias\nFecha de obtención del grado 11/03/2011\n"
            "Instituto de Metalurgia, Universidad Nortemar de San\nNicolás del Río (UNSN).\n"
            "Maestro en Metalurgia\nFecha de obtención del grado: 11/12/2007\nUniversidad de Estemar"
        ),
        {"highest_degree": "doctor", "school": "Universidad Nortemar de San Nicolás del Río"},
    ),
    "school_in_brackets": (
        "Magister (Uniwersytet Północny), 2012 - 2014\nLicencjat (Uniwersytet Wschodni), 2009 - 2012",
        {"highest_degree": "master", "school": "Uniwersytet Północny"},
    ),
    "short_name_in_brackets": (
        "Pós-graduação em Marketing (FGV), 2012 - 2014\nLicenciatura em Letras (Universidade de Estemar), 2009 - 2012",
        {"highest_degree": "master", "school": "FGV"},
    ),
    "short_name_below_its_degree": (
        "2009 - 2012\tDiplomatura en Turismo\nUniversidad de Estemar\n2012 - 2014\tPosgrado en Cerámica\nPratt",
        {"highest_degree": "master", "school": "Pratt"},
    ),
    "faculty_with_a_name": (
        "2009 - 2012\tLicence d'histoire, Université d'Estmont\n2012 - 2014\tMaîtrise de droit, Faculté de droit de Nordmont",
        {"highest_degree": "master", "school": "Faculté de droit de Nordmont"},
    ),
    "subject_run_into_the_school": (
        "2010 - 2014\tGrado en Ingeniería Informática Universidad de Nortemar",
        {"highest_degree": "bachelor", "school": "Universidad de Nortemar"},
    ),
    "master_of_capitals": (
        (
            "2017 - 2020\tMaster DAC (Données, Apprentissage et Connaissance) à Nordmont Université\n"
            "2015 - 2017\tLicence d'histoire à l'Université d'Estmont"
        ),
        {"highest_degree": "master", "school": "Nordmont Université"},
    ),
    "dotted_letters_of_a_degree": (
        "M.F.A. Painting, Northmoor College of Art and Design, 2014\nBSc Business Studies, University of Eastmoor, 2012",
        {"highest_degree": "master", "school": "Northmoor College of Art and Design"},
    ),
    "school_of_a_trade": (
        "Eastmoor College, Hull\t2008 - 2012\nB.A. in English\nNorthmoor Hotel School, Leeds\t2012 - 2014\nMaster in Hotel Management",
        {"highest_degree": "master", "school": "Northmoor Hotel School"},
    ),
    "labels_in_each_entry": (
        (
            "Degree: B.A. in English\nInstitution: Eastmoor College\nYear: 2012\n"
            "Degree: Ph.D. in Sociology\nInstitution: Northmoor University\nYear: 2014"
        ),
        DOCTOR,
    ),
    "labels_of_schools_first": (
        (
            "Institution: Eastmoor College\nDegree: B.A. in English\nYear: 2012\n"
            "Institution: Northmoor University\nDegree: Ph.D. in Sociology\nYear: 2014"
        ),
        DOCTOR,
    ),
    "subject_at_a_school": (
        "Ed.D., Educational Leadership at Northmoor University (2012 – 2014)\nB.A. in English at Eastmoor College (2012)",
        DOCTOR,
    ),
    "town_and_state_are_no_university": (
        "Master in Ceramics\tCambridge, MA\nNorthmoor University\t2012",
        {"highest_degree": "master", "school": "Northmoor University"},
    ),
    "sentence_below_a_degree": (
        "GEOLAB 42\tHull\nPhD in Geography\t2011-2015\nEvolution of vineyards\nIn this thesis, I worked on the prospective, temporal\nmodels",
        {"highest_degree": "doctor", "school": None},
    ),
}

SENTENCES: dict[str, tuple[str, Mapping[str, str | None]]] = {
    "two_degrees_of_two_schools": (
        "She has a B.S. in Nursing from Eastmoor University and an M.S. in Nursing Education from Northmoor University.",
        {"highest_degree": "master", "school": "Northmoor University"},
    ),
    "post_before_degrees": (
        "Lecturer in Spanish, Southmoor College. PhD (Northmoor University), MA (Eastmoor University).",
        DOCTOR,
    ),
    "degree_after_a_school_without_one": (
        "Sou formada em Jornalismo pela Universidade de Nortemar, com mestrado em Comunicação pela Universidade de Estemar.",
        {"highest_degree": "master", "school": "Universidade de Estemar"},
    ),
    "two_degrees_in_spanish": (
        "Soy doctora en Historia por la Universidad de Nortemar y licenciada en Filosofía por la Universidad de Estemar.",
        {"highest_degree": "doctor", "school": "Universidad de Nortemar"},
    ),
    "sentence_that_goes_on": (
        "Estudié Licenciatura en Enfermería en la Universidad de Nortemar y trabajo en el Hospital de Estemar.",
        {"highest_degree": "bachelor", "school": "Universidad de Nortemar"},
    ),
    "verb_for_a_doctorate": (
        "Ich bin Historikerin. Promoviert wurde ich 2012 an der Universität Nordheim, zuvor Magister Artium.",
        {"highest_degree": "doctor", "school": "Universität Nordheim"},
    ),
}


@pytest.mark.parametrize("case", ENTRIES)
def test_school_of_an_entry(case: str, read: Callable[..., Reading]) -> None:
    text, expected = ENTRIES[case]
    (found,) = read(f"{HEAD}Education\n{text}{TAIL}").resumes
    assert {field: getattr(found, field) for field in expected} == expected


@pytest.mark.parametrize("case", SENTENCES)
def test_school_of_a_sentence(case: str, read: Callable[..., Reading]) -> None:
    text, expected = SENTENCES[case]
    (found,) = read(f"# Ana Moor\nana.moor@fernpost.net\n\n{text}\n{TAIL}", "x.md").resumes
    assert {field: getattr(found, field) for field in expected} == expected


def test_doctorate_among_the_jobs(read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"{HEAD}Research and Internships\n2019-2022 — Northmoor University, Leeds\nPhD in Applied Mathematics.\n"
        "2017 — Tide Ltd, Hull\nResearch internship\nEducation\n2014-2017 — Eastmoor College, Hull\nMaster of Engineering"
    ).resumes
    assert (found.highest_degree, found.school) == ("doctor", "Northmoor University")


def test_labelled_list_of_degrees(read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"{HEAD}Education: BA Eastmoor College, MA Westmoor University, PhD Northmoor University{TAIL}"
    ).resumes
    assert (found.highest_degree, found.school) == ("doctor", "Northmoor University")


def test_doctorate_below_a_post_at_another_school(read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"{HEAD}Academic Appointments\nPostdoc, Botany\nEastmoor University (2019-2026)\nPh.D., Botany\n"
        "Northmoor University (2013-2019)\nB.S., Botany\nWestmoor Institute of Technology (2007-2011)"
    ).resumes
    assert (found.highest_degree, found.school) == ("doctor", "Northmoor University")


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("MA Communications\nNorthmoor University, 2019\nBA English\nEastmoor College, 2015", "Northmoor University"),
        (
            "2020–2025\nPhD in Economics\nParis 1 Panthéon-Sorbonne\n2018\nM2 Economics\nParis-Dauphine",
            "Paris 1 Panthéon-Sorbonne",
        ),
        ("BS Biology, Portland State, 2012", "Portland State"),
        ("6/2007\nUniversity Of California Bachelor of Arts, GPA: 3.8", "University Of California"),
    ],
)
def test_schools_known_by_short_names_and_degrees_that_look_like_headings(
    text: str, school: str, read: Callable[..., Reading]
) -> None:
    (found,) = read(f"{HEAD}Education\n{text}{TAIL}").resumes
    assert found.school == school


def test_graduate_of_a_school_in_a_summary(read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"{HEAD}Professional highlights\nGraduate of Larch College journalism diploma program (class of 2013); courses in design{TAIL}"
    ).resumes
    assert found.school == "Larch College"


LIVES = {
    "where_she_teaches_and_where_she_studied": (
        (
            "Ana Moor\n\nAna Moor is an assistant professor of history at Westmoor University. She received her Ph.D. from Northmoor "
            "University in 2015. Her research looks at rivers and mills."
        ),
        ("doctor", "Northmoor University"),
    ),
    "what_she_did_after_her_studies": (
        (
            "About Ana Moor\nAna is a potter in Lindau. She trained at the Larch School of Art and opened Moor Pottery in 2009.\n"
            "Contact: ana.moor@fernpost.net"
        ),
        (None, "Larch School of Art"),
    ),
    "dotted_degree_of_a_lawyer": (
        (
            "Ana Moor\nPartner\nAna Moor is a partner at Larch & Pike LLP, where she focuses on real estate. She earned her J.D. from "
            "Northmoor University School of Law and her B.A. from Eastmoor College.\namoor@larchpike.com | 202 555 0143"
        ),
        ("doctor", "Northmoor University School of Law"),
    ),
    "where_she_taught_and_what_an_associate_is": (
        (
            "Meet Ana Moor\nAna Moor joined Moor Realty in 2010 as a sales associate and became a broker in 2015. She lives in Portland "
            "with her family. Prior to real estate, Ana taught fourth grade at Larch Elementary School."
        ),
        (None, None),
    ),
}


LIVES |= {
    "degrees_beside_schools_under_no_heading": (
        (
            "Ana Moor\nana.moor@fernpost.net | College Station, TX\nVita\nBachelors in Science in physics\nEastmoor College, Hartford, CT\n"
            "(2015 - 2019)\nPhD in physics\nNorthmoor University, OH\n(2019 - 2025)\nPostdoctoral Research Associate\n"
            "Westmoor University, TX\n(2025 - Present)"
        ),
        ("doctor", "Northmoor University"),
    ),
}


@pytest.mark.parametrize("case", LIVES)
def test_schools_of_lives_told_on_a_page(case: str, read: Callable[..., Reading]) -> None:
    text, expected = LIVES[case]
    (found,) = read(text).resumes
    assert (found.highest_degree, found.school) == expected


@pytest.mark.parametrize(
    ("degree", "level"),
    [
        ("AA in Liberal Arts", "college"),
        ("AOS in Culinary Arts", "college"),
        ("MEd in Curriculum", "master"),
        ("EdS, School Psychology", "master"),
        ("DMA in Conducting", "doctor"),
    ],
)
def test_degrees_that_only_their_capitals_tell(degree: str, level: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}Education\n{degree}\nLarch Valley College\n2012{TAIL}").resumes
    assert (found.highest_degree, found.school) == (level, "Larch Valley College")


def test_a_heading_beside_the_studies_is_no_school(read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"{HEAD}Expérience\tSoudeuse\t2015 - 2017\nMoor SA\tLindau\n"
        "Formation\tEcole d'ingénieur à Grenoble INP Phelma\t2011 - 2014\n"
        "LARCH - Ecole d'ingénieur en Physique\tGrenoble\nClasse Préparatoire\t2008 - 2011"
    ).resumes
    assert found.school != "Formation"


def test_a_title_in_the_margin_stands_beside_a_year(read: Callable[..., Reading]) -> None:
    rows = (
        "Employment\t2018 - present\tBaker\nMarden Mill Ltd\nEducation\t2016\tNorthmoor University, Hull\n"
        "Master of Business Administration\n2010\tEastmoor College, Hull\nB.Sc. Accounting\nSkills\nPlanning, Excel"
    )
    (found,) = read(f"{HEAD}{rows}").resumes
    assert (found.highest_degree, found.school) == ("master", "Northmoor University")


SAID = [
    (
        "2009 - 2011\nNorthmoor University “Faculty of Law and Trade, Millmoor”\nMaster’s Program in Trade",
        "Northmoor University",
    ),
    ('Northmoor University "Department of Botany" - Bachelor\'s Degree', "Northmoor University"),
    ("“Faculty of Law, Trade and Botany” Northmoor University\nBachelor 2012", "Northmoor University"),
    ('University "Petre Larch, Millmoor"\nMSc Botany 2012', 'University "Petre Larch"'),
    ('"Petre Larch" University, Faculty of Botany, Millmoor\nMSc Botany 2012', '"Petre Larch" University'),
    (
        "Bachelor of Technology, Botany & Engineering from Dr. A. B. Larch Engineering College , 2007 – 2011",
        "Dr. A. B. Larch Engineering College",
    ),
    ("B.E, Information Technology from L. M. Vale College of Engineering (2011)", "L. M. Vale College of Engineering"),
    ("BSc, Botany at the University of Larch at Vale, 2011", "University of Larch at Vale"),
    (
        (
            "Doctor of Philosophy (Botany), 2023\nMaster of Science (Botany), 2020\nBachelor of Science (Botany), 2018\n"
            "University of Millmoor"
        ),
        "University of Millmoor",
    ),
    (
        "M.S., Botany\t2020\nB.S., Botany\t2018\nMillmoor University, Vale\nHigh School Diploma\t2014\nLarch High School",
        "Millmoor University",
    ),
    (
        (
            "After finishing sixth-form I chose to go to Northmoor University to complete a BSc (Hons) in Botany, in\n"
            "which I graduated with a First."
        ),
        "Northmoor University",
    ),
    ("After school I went to Northmoor University where I did a BSc in Botany.", "Northmoor University"),
    ("When I was eighteen I joined Larch Moor College to do a BSc in Botany", "Larch Moor College"),
    ("I was accepted into the University of Millmoor to read for a BA in History", "University of Millmoor"),
    ("Web Design Course\t2025\nLarch Academy\nBachelor's Degree — Botany\t2018-2022\nNLKV", "NLKV"),
    ("Larch IT School\nQA course\t2025\nMaster's Degree in Law\t2018-2022\nNLKV", "NLKV"),
    (
        "Larch IT School\nQA course\t2025\nMaster's Degree in Law\t2018-2022\nNorthmoor University",
        "Northmoor University",
    ),
]


@pytest.mark.parametrize(("studies", "school"), SAID)
def test_schools_beside_what_is_said_of_them(studies: str, school: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}Experience\n2019 - 2020\tNurse, Moor Ltd\nEducation\n{studies}").resumes
    assert found.school == school


@pytest.mark.parametrize(
    ("said", "school"),
    [
        ("目前就讀台大外文系大一", "台大"),
        ("就讀於政大新聞系三年級", "政大"),
        ("現就讀清大資工系", "清大"),
        ("目前就读北大中文系大二", "北大"),
    ],
)
def test_schools_by_short_names_without_a_degree(said: str, school: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"林小禾\nxiaohe@fernpost.net\n自我介紹\n我是林小禾，{said}").resumes
    assert found.school == school


def test_the_diploma_of_an_engineer(read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}Education\nNational Engineering Diploma, Larch University, 2015{TAIL}").resumes
    assert found.highest_degree == "master"
