"""Resumes of people who do not write them often: small letters, slips of the pen, words that only look like a school."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.handles import read_wechat
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.studies.schools_in_small import school_in_small
from ringback.readers.fields.wishes import read_wishes
from schemas.records import Reading

MakeSheet = Callable[..., Sheet]

HEAD = "Ana Mooring\nana.mooring@fernpost.net\n+1 202 555 0143\n"

STUDIES: dict[str, tuple[str, str | None, str | None]] = {
    "label_of_the_year": (
        "Education\nSenior high school: St. Larch high school\nCollege: University of science of the northern moors\nSchool year: 2023 - 2024",
        "University of science of the northern moors",
        None,
    ),
    "course_below_a_label": (
        (
            "Education\nLarch County High School,\n(August 2016 - May 2020)\nCourses taken while attending Larch County High\nSchool:\nBIO 101\n"
            "ENG 102\nMillmoor University, (August 2020 -\nPresent)"
        ),
        "Millmoor University",
        None,
    ),
    "end_in_view": (
        "Education\n2020 (In View)\nB.sc in Botany\nUniversity of Millmoor,\n2019\nDiploma in Drawing\nNIIT, Lagos",
        "University of Millmoor",
        "bachelor",
    ),
    "results_awaited": (
        "Education\nAwaiting results\nBSc in Botany\nUniversity of Millmoor\nDiploma in Drawing\nLarch College",
        "University of Millmoor",
        "bachelor",
    ),
    "sentence_over_two_lines": (
        "Education\nHSC : GPA-4.5\nNow I am studying in Department\nof Botany at Millmoor government college.\nMillmoor Government college",
        "Millmoor government college",
        None,
    ),
    "sign_for_at": (
        "Education\nBachelor of Science in Botany @ Millmoor University",
        "Millmoor University",
        "bachelor",
    ),
    "sign_for_at_before_dates": ("Education\nBA History @Larch College, 2012", "Larch College", "bachelor"),
    "classes_of_a_child": (
        (
            "Formação\n7a Classe - Escola Primaria da Serra Alta - 2018\n10a Classe - Escola Secundaria do Vale - 2020\n"
            "12a Classe - Escola Secundaria da Serra - 2022"
        ),
        "Escola Secundaria da Serra",
        "high_school",
    ),
    "dates_and_an_article": (
        "Education\nJan 2022-to Date The Larch National Polytechnic\nPursuing diploma in drawing\n2017-2021 Moorwood secondary school",
        "The Larch National Polytechnic",
        "college",
    ),
    "row_that_goes_on": (
        (
            "MY EDUCATIONAL BACKGROUND\nDURATION\tINSTITUTION NAME\tAWARD\n"
            "2023 to date\tMillmoor university of science and technology barchelors of science in botany\n"
            "2020 to 2022 St. Larch voc sec sch\tAdvanced Certificate of Education"
        ),
        "Millmoor university of science and technology",
        "bachelor",
    ),
    "letters_in_the_column_for_schools": (
        "EDUCATION BACKGROUND.\nINSTITUTION\tAWARD\tYEAR\nMVU\tbatchelors of botany\t2024\nLarch high school\tUACE\t2017",
        "MVU",
        "bachelor",
    ),
    "small_letters": (
        "Educational details\no-level larch day secondary school",
        "larch day secondary school",
        "high_school",
    ),
    "heading_beside_the_school": (
        "Education :\tIMV Hassan II\nDiplôme d'ingénieur en géomatique • Septembre\n2023",
        "IMV Hassan II",
        "master",
    ),
    "programs_of_an_office": (
        "Education\n1999 - 2006: Larch Primary School\n2014: Introduction to windows, MS work, MS Exel, Larch Institute of Technology",
        "Larch Institute of Technology",
        None,
    ),
    "table_in_capitals_that_begins_with_the_school_of_a_child": (
        (
            "Education\nEducation\tPlace\tYear\nSSLC\tGOVT HIGHER SECONDARY SCHOOL LARCHPET\t2013\n"
            "HIGHER SECONDARY\tGOVT HIGHER SECONDARY SCHOOL LARCHPET\t2016\nU.G(EEE)\tMILLMOOR COLLEGE OF ENGINEERING\t2020"
        ),
        "MILLMOOR COLLEGE OF ENGINEERING",
        "bachelor",
    ),
    "boards_and_workshops_are_no_schools": (
        (
            "Educational Qualifications\nQualification\tBoard\tPercentage\tYear\nHigh School\tC.B.S.E\t84.5%\t2012\n"
            "Intermediate\tC.B.S.E\t70%\t2014\nB.Tech\tNil\tA\t2019\nWorkshops Attended\n"
            "Attended a two-day workshop on Robotics organised by Millmoor University, Larchad from 20-21 April, 2016."
        ),
        None,
        "bachelor",
    ),
    "student_of_a_school_in_small_letters": (
        "About Me\nStudent of MLG college of technology\nHello, welcome to my page. I am a coder and a gamer.",
        "MLG college of technology",
        None,
    ),
    "credits_alone": (
        "Education\nMILLMOOR COLLEGE — Leeds\n2009-2013 Credits toward BFA — Arts: Video",
        "MILLMOOR COLLEGE",
        None,
    ),
    "degree_in_a_sentence_over_lines": (
        (
            "About Me\nI was studying my degree of\nbachelor of science and information\ntechnology\nin MSTP Larchan Campus\nEducation\n"
            "Senior high school: St. Larch high school\nCollege: University of science of the northern moors"
        ),
        "University of science of the northern moors",
        "bachelor",
    ),
    "dentist": ("Education\nMillmoor University, Cairo\nDDS\n2009 - 2014", "Millmoor University", "doctor"),
    "profession_of_latin_america": (
        (
            "Formación académica\n2014\tAdministrador de Empresas\nUniversidad Nacional del Páramo · Vélez\n"
            "2008\tTécnico Profesional en Ventas\nSENA · Vélez\n1997\tBachiller Comercial\nColegio Cooperativo de la Sierra"
        ),
        "Universidad Nacional del Páramo",
        "bachelor",
    ),
    "column_of_schools_whose_head_is_broken": (
        (
            "Education\nQualification\tCollege/School\tPassing\nYear\nPercentage\nB.tech\tDr MVLRIT\t2013\t68%\n"
            "Intermediate\tMasters Junior\nCollege\t2009\t63.9%\nSSC\tLarch High School\t2007\t72%"
        ),
        "Dr MVLRIT",
        "bachelor",
    ),
    "bachelor_of_computers_year_by_year": (
        (
            "Qualification\nStandard\tCollege\tPercentage\n10th\tMLGH\t74.80%\n12th\tMLM\t49.40%\nBCS-I\tM.L\t75%\nBCS-II\t\t78.50%"
        ),
        "M.L",
        "bachelor",
    ),
    "member_of_a_society": (
        "Education\nBSc Botany, Millmoor University\nMBCS\nBCS Foundation Certificate",
        "Millmoor University",
        "bachelor",
    ),
    "student_in_spanish": (
        (
            "About me\nSoy Ana Moor, estudiante de la Universidad Nacional del Páramo en Ingenieria en Sistemas Informaticos, y disfruto "
            "mucho escuchar musica.\nEducation\nCentro Alerce Grupo M\nEscuela Sabatina, Jovenes Alerce\nInstituto Nacional Ana Cardenas"
        ),
        "Universidad Nacional del Páramo",
        "bachelor",
    ),
    "university_now_above_the_school_of_a_child": (
        "About me\nI am a first-year student at Millmoor University in Leeds.\nEducation\nLarch High School, 2016 - 2020",
        "Millmoor University",
        None,
    ),
    "school_in_small_letters_of_spanish": (
        "EDUCACION\n2016 | Lima-peru\nJose Maria Alerce\n2022| lima-peru\ninstituto misioneros Alerceanos",
        "instituto misioneros Alerceanos",
        None,
    ),
    "engineer_with_the_branch_in_brackets": (
        (
            "Eductional Qualifications :\nQualification\tInstitute\tUniversity/Board\tMarks(%)\tYear of Passing\n"
            "BE (Chemical)\tMLSMS PUNE\tMLPU\t75%\t2023\nHSC\tShri Alerce Junior College\tMLPU\t59%\t2019"
        ),
        "MLSMS PUNE",
        "bachelor",
    ),
    "verb_and_country_are_no_degrees": ("Education\nLarch College\nBE the change\nBrussels\tBE", "Larch College", None),
    "short_name_behind_a_dash": (
        "Formação: Cursando Ciência da computação - UMM: cursando o 1º período (2022-2025).",
        "UMM",
        None,
    ),
    "row_of_heads_over_a_table": (
        (
            "Education\nSchool\tArea of Study\tTime Frame\tGraduation Date\nMillmoor University\tAssociates Degree of Mathematics\t2012-2016\t11/2016\n"
            "Larch Tech\tLiberal Arts\t2007-2012\tTransfer"
        ),
        "Millmoor University",
        "college",
    ),
    "certificate_before_the_degree": (
        (
            "Education\nCertificate in Full Stack Web Development\nUniversity of Westmoor, Larchley May 2020 – November 2020\n"
            "Bachelor of Arts in Business Management\nUniversity of Eastmoor, Santa Larch September 2011 – June 2014"
        ),
        "University of Eastmoor",
        "bachelor",
    ),
    "university_above_a_college_of_pupils": (
        (
            "Education\nMillmoor University - Early Years Education Level 5\nLarch Hill School\nBiology - Grade E\n"
            "Larchington College - 7 GCSEs achieved including English and City & Guilds Diploma (Distinction)"
        ),
        "Millmoor University",
        "college",
    ),
    "tech_by_a_short_name": (
        "Education\nMLCC - Associate Degree\nNew Larch City Tech - Undergraduate, Graphic Designer",
        "New Larch City Tech",
        "bachelor",
    ),
    "name_over_two_lines": (
        "Education\nTaras Moorchenko National\nUniversity of Larchiv\nMaster's degree, IT Project\nManagement\n2022–2024",
        "Taras Moorchenko National University of Larchiv",
        "master",
    ),
    "high_alone": (
        "Education\nMLX AiCE, AI Career Essentials\nMay 2024 – June 2024\nSunmoor Christian High, Ho\nGeneral Science\n2019 – 2022",
        "Sunmoor Christian High",
        None,
    ),
    "studies_under_jobs": (
        "Experience\nMillmoor University\nStudying Computer Engineering\nHobbies\nSports",
        "Millmoor University",
        None,
    ),
    "slip_in_the_diploma_of_a_school": (
        "Education\nHighschool Dipolma\nLarchwood High School\nGraduated: June 2023",
        "Larchwood High School",
        "high_school",
    ),
    "minor_behind_a_faculty": (
        "Education\n3.1. University of Northmoor\nCurrently enrolled on a Computer Science Masters program at\nthe Faculty of Science with a minor in Management.",
        "University of Northmoor",
        "master",
    ),
}


@pytest.mark.parametrize("case", STUDIES)
def test_studies(case: str, sheet_of: MakeSheet) -> None:
    text, school, level = STUDIES[case]
    found = read_education(sheet_of(f"{HEAD}{text}\nSkills\nPlanning, sewing"))
    assert (found.school and found.school.value) == school
    if level or case != "programs_of_an_office":
        assert (found.degree and found.degree.value.level) == level
    else:
        assert found.degree is None or found.degree.value.level != "master"


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("larch hill secondary school 2010-2015", "larch hill secondary school"),
        ("Diploma from moor state university, 2014", "moor state university"),
        ("i studied at larch hill college", "larch hill college"),
        ("my college", None),
        ("completed my degree at university", None),
        ("the school year", None),
        ("secondary school", None),
        ("science college level", None),
    ],
)
def test_schools_in_small_letters(line: str, school: str | None) -> None:
    assert school_in_small(line) == school


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Ana Mooring\nPhone Number: 902 625 4000\nEducation\nLarch College", ["+19026254000"]),
        ("Ana Mooring\nPhone Number: 902.625.4000\nEducation\nLarch College", ["+19026254000"]),
        ("Ana Mooring\nMobile: 902 625 4000\nEducation\nLarch College, Mumbai", ["+919026254000"]),
        ("Ana Mooring\nMobile: 98765 43210\nEducation\nLarch College", ["+919876543210"]),
        (
            (
                "Ana Serra\nContacto: 84 600 1234\nFormação\nEscola Secundaria da Serra\nExperiência\nMotorista na Empresa do Vale\n"
                "Nome dos pais e dados em anexo"
            ),
            ["+258846001234"],
        ),
        (
            (
                "Ana Moor\nSoy estudiante de la Universidad Nacional del El Salvador y me gusta mucho la musica\nTelefono: 60170143\n"
                "Trabajo en equipo y resolución de problemas"
            ),
            ["+50360170143"],
        ),
        ("Ana Moor\nUbicación: Dolores Hidalgo, México\nTeléfono: +4181100143", ["+524181100143"]),
    ],
)
def test_numbers_without_a_country(sheet_of: MakeSheet, text: str, numbers: list[str]) -> None:
    assert [found.value for found in read_phones(sheet_of(text))] == numbers


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Ana Mooring\nAdress:House17E/Larch Street Moor Colony Shujabad\nEmail: a@fernpost.net", "Shujabad"),
        ("Ana Mooring\nphone: +256-700000143\naddress: ] kampala-uganda.", "Kampala"),
        ("Ana Mooring\nbori camp, port harcourt\n08030000143\na@fernpost.net", "Port Harcourt"),
        (
            "Ana Mooring\nFlorist\nContact\na@fernpost.net\nPrince Larch, Ikotun, Lagos.\nEducation\nLarch College",
            "Lagos",
        ),
        ("Ana Serra\nContacto: 84 600 1234\nIndereço: Matola, Larinha", "Matola"),
        ("Ana Mooring\na@fernpost.net\nOracle, Java, Lagos", None),
        ("Ana Mooring\nAddress: At Post: Moorgaon, Tal: Karad, Dist: Satara, Maharashtra", "Satara"),
        ("Ana Mooring\nAt. Post. Moorgaon Tal. Karad Dist. Satara\na@fernpost.net", "Satara"),
        ("Ana Mooring\nAddress: Vill+Post: Moorpur, Thana: Larchganj, Dist: Gaya, Bihar 823001", "Gaya"),
        ("Ana Mooring\nAddress: House No 12 Street 4 Tehsil Larchundri District Faisalabad", "Faisalabad"),
        ("Ana Mooring\nAddress: Purok 3, Poblacion, Tagum City, Davao del Norte", "Tagum City"),
        ("Ana Mooring\nAddress: Moh. Larchganj, Near Masjid, Agra U.P.", "Agra"),
        ("Ana Mooring\nAddress: Desa Larchmaju, Kec. Moorwi, Kab. Bogor", "Bogor"),
        ("Ana Mooring\nAddress: BP 123 Douala", "Douala"),
        ("Ana Mooring\nMoorstr. 29\n50827 cologne\na@fernpost.net", "Cologne"),
        ("Ana Mooring\tCelibataire\n93 villetaneuse\tPermis B\nana@fernpost.net", "Villetaneuse"),
        ("Ana Mooring\nMon Email\n07 66 16 01 43\nMon profil Github", None),
        ("Ana Mooring\nActing\nVoice\nAlto\nStage\nWishes and Prayers\tBella\tLarch Singers", None),
        (
            "Ana Mooring\n9845000143\nAddress : Larchayilputhen veedu,\nMoorgala P.O Kayamkulam 690559\nObjective\nWork",
            "Kayamkulam",
        ),
        (
            "Ana Mooring\nMoorali Larchara, Tal : Karad,\nDist : Larchyanagar, Maharashtra\nPin Code : 413716.",
            "Larchyanagar",
        ),
        ("Ana Mooring\na@fernpost.net\nVillage & Post Office: Moorpur, Upazila: Mirpur, District: Kushtia", "Kushtia"),
        ("Ana Mooring\na@fernpost.net\nManager, District: North", None),
        ("Ana Mooring\na@fernpost.net\nSkill Set\nData Base :\tMySQL, ORACLE", None),
        (
            "Ana Mooring\nContact\n3373/f , 13th A main ,\nMAL 2nd stage moornagar  banglore 560008\n9845000143",
            "Banglore",
        ),
        (
            "Ana Mooring\na@fernpost.net\nAbout Me\nI live in Purok 4\nMoorbao Larchan misamis occidental,\nI was born in Valenzuela",
            "Larchan",
        ),
        (
            "Ana Mooring\na@fernpost.net\nAbout Me\nI currently live in a village called Moor with my family in 2 houses.",
            None,
        ),
        ("Ana Mooring\na@fernpost.net\nSales Manager, Central Region", None),
        ("王明\n手机：13800138000\n所在城市：[当前城市]", None),
        ("王明\n手机：13800138000\n教育背景\n云上大学 本科\n坐标\n北京", "北京"),
    ],
)
def test_towns(sheet_of: MakeSheet, text: str, town: str | None) -> None:
    found = read_city(sheet_of(text))
    assert (found and found.value) == town


@pytest.mark.parametrize("day", ["7\nth\nDecember, 1994", "3\nrd\nMay 1994", "21st\nof March 1994", "12\nAugust, 1994"])
def test_a_day_over_several_lines(sheet_of: MakeSheet, day: str) -> None:
    found = read_birth_year(sheet_of(f"Ana Mooring\nD.O.B: {day}\nSex: Female"))
    assert found is not None
    assert found.value == 1994


def test_a_day_without_a_year_below_it_tells_none(sheet_of: MakeSheet) -> None:
    assert read_birth_year(sheet_of("Ana Mooring\nD.O.B: 7\nSex: Female\nJoined in December, 1994")) is None


def test_a_number_for_wechat_is_no_telephone(sheet_of: MakeSheet) -> None:
    both = sheet_of("王明\n手机：13800138000\n微信号：13900139000")
    assert [found.value for found in read_phones(both)] == ["+8613800138000"]
    alone = sheet_of("王明\n微信号：13900139000")
    assert [found.value for found in read_phones(alone)] == ["+8613900139000"]


def test_a_library_of_wechat_is_no_handle(sheet_of: MakeSheet) -> None:
    assert read_wechat(sheet_of("王明\n13800138000\n项目经历\n基于微信XY-Frame基础库完成全部玩法")) is None


def test_a_faculty_below_its_school(sheet_of: MakeSheet) -> None:
    found = read_education(
        sheet_of("王明\n13800138000\n教育背景\n青禾学院\n云帆金融科技商学院会计专业\n2016 - 2020 本科")
    )
    assert found.school is not None
    assert found.school.value == "青禾学院"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ana Mooring\nObjective\nTo be a successful entrepreneur by associating with progressive organizations", None),
        ("Ana Mooring\nObjective\nTo become a responsible person by working hard", None),
        ("Ana Mooring\nObjective\nTo be a nurse in a large hospital", "nurse"),
        (
            "王明\n13800138000\n求職目標\n應徵資訊管理相關實習 / 全職（資料分析），希望結合資料與工程能力，參與產品\n設計",
            "資訊管理相關實習",
        ),
    ],
)
def test_wishes(sheet_of: MakeSheet, text: str, title: str | None) -> None:
    found = read_wishes(sheet_of(text)).title
    assert (found and found.value) == title


def test_a_name_below_its_label_on_top(read: Callable[..., Reading]) -> None:
    text = "Name\nAna mooringa\nbori camp, port harcourt\n08030000143\nExperience\nLarch Garages, sale Assistant\njune 2011-february 2018"
    (found,) = read(text + "\nEducation\nlarch day secondary school\nSkills\nselling").resumes
    assert (found.name, found.city) == ("Ana mooringa", "Port Harcourt")


def test_a_surname_below_a_labelled_item(read: Callable[..., Reading]) -> None:
    items = "• NAME:- Ana Maria\n{}\n• DOB:- 20/7/1999\n• Email ID:- ana.m@fernpost.net\n• CONTACT NO:- 9845000143"
    tail = "\nEducation\nBSc Botany, Millmoor University\nSkills\nPlanning"
    assert read(items.format("Moorhill") + tail).resumes[0].name == "Ana Maria Moorhill"
    assert read(items.format("Teacher") + tail).resumes[0].name == "Ana Maria"


def test_a_number_below_the_sign_is_no_profile(read: Callable[..., Reading]) -> None:
    found = read(
        "Ana Mooring\nana@fernpost.net\nlinkedin\n202-555-0143\nEducation\nBSc Botany, Millmoor University"
    ).resumes[0]
    assert found.linkedin is None


def test_zeros_of_an_unfinished_number(sheet_of: MakeSheet) -> None:
    assert not read_phones(
        sheet_of("Ana Mooring\n93 villetaneuse\n060000000\nJe suis étudiante et je cherche un stage dans le réseau")
    )


def test_born_in_short(sheet_of: MakeSheet) -> None:
    found = read_birth_year(
        sheet_of("Ana Mooring\nb. 1978, New Zealand, currently living in Glasgow.\nQualifications\nBA Art")
    )
    assert found is not None
    assert found.value == 1978


def test_a_state_of_life_is_no_part_of_a_name(read: Callable[..., Reading]) -> None:
    text = "Moorlingam Mickael\tCelibataire\n93 villetaneuse\tPermis B\nmoor.mickael@fernpost.net\nFORMATION\nMaster Réseau, Université de Nord-Marin"
    assert read(text).resumes[0].name == "Moorlingam Mickael"
