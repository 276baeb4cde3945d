"""What the other jobs of a resume tell of one: where its house stands, its team, its town; and what goes on without saying much."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.section_ranks import return_to_jobs
from ringback.readers.fields.sheet import Sheet
from ringback.readers.normalise import show
from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"

JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "team_behind_the_post_under_its_house": (
        (
            "Experience\nLarchtide (Oslo, Norway)\nSenior Software Developer at Tidal for C++ (Oct 2023 – Now)\n- Maintaining a debugger\n"
            "Moorcloud (Remote)\nMentor (Jan 2021 – Sep 2021)\n- Reviewing the work of fifty students\n"
            "Rowanline (Bergen, Norway)\nTechnical Lead (May 2017 – Apr 2018)\n- Designing the core of the engine"
        ),
        "Senior Software Developer",
        "Larchtide",
    ),
    "item_with_house_post_dates_and_what_was_done": (
        (
            "Experience\n"
            "- Larch Abyss, Game Engine Systems Engineer (2023.01 - Present): Tidespace Engine developer for Fern Desert (launched),"
            " Mokev (in the works), and Plan 9 (in the works)\n"
            "- Larch Abyss, Game Engine Engineering Intern (2022.07 - 2022.08)\n"
            "- Social Fern Company, Android Programmer (2020.09 - 2021.02)"
        ),
        "Game Engine Systems Engineer",
        "Larch Abyss",
    ),
    "several_posts_in_the_column_of_posts": (
        (
            "Experience\nEmployer\tFrom\tTo\tPosition & responsibilities\n"
            "Nimbus 3D\tJun 2014\tPresent\tSenior Scientific Animator, tool developer, farm manager\n"
            "Larch Entertainment — A Fern Studio\tDec 2012\tApr 2013\tTexture artist — cinematic for The Moor\n"
            "Rowan Ltd.\tAug 2004\tJan 2008\tScientist, theoretical modeller & developer"
        ),
        "Senior Scientific Animator",
        "Nimbus 3D",
    ),
    "unlisted_town_with_its_region_in_a_cell": (
        (
            "Experience\nLarch Cyber School\tFort Velding, Georgia\tJuly 2015 to March 2020 (Projected)\n"
            "Serving as technical and process reform advisor to the training directorate. Wrote position descriptions.\n"
            "B Battery, Fern Regiment\tFort Larch, Oklahoma\tJuly 2013 to June 2015\n"
            "Served as Executive Officer responsible for the coordination of transport and food."
        ),
        "technical and process reform advisor",
        "Larch Cyber School",
    ),
    "first_sentence_under_bare_dates": (
        (
            "Employment\n2019-2021\n"
            "Senior DevOps engineer at the Fernless OS Foundation (previous Fernless Mobile). Improved security practices and\n"
            "secret management, reduced the cost of the infrastructure.\n2017-2018\n"
            "Systems engineer in Larch labs. Reduced time to production with pipelines and testing procedures."
        ),
        "Senior DevOps engineer",
        "Fernless OS Foundation",
    ),
    "house_its_place_and_post_without_dates": (
        (
            "# Mara Velding\n\n## Experience\n\n### LARCHTIDE\n\nBay Area, CA\n\n#### Senior Staff (L5) and Data Lead, Tide Research\n\n"
            "- Advancing the state of the art through open research.\n\n## Languages\n\nEnglish"
        ),
        "Senior Staff (L5) and Data Lead",
        "LARCHTIDE",
    ),
    "house_of_letters_and_a_number_where_the_others_have_theirs": (
        (
            "Experience\nPS 114 | TEACHING ASSISTANT\nSept 2019 – Present | Waltham, MA\n- Graded the papers\n"
            "LARCHTREND | SOFTWARE ENGINEERING INTERN\nMay 2018 – July 2018 | Boston, MA\n- Built the pages\n"
            "FERN LABORATORY | DATA ANALYST\nNov 2016 – Sept 2017 | Waltham, MA\n- Drew the maps\n"
            "ROWANLINE INC. | FOUNDER\nAug 2014 – July 2016 | Boston, MA\n- Sold the games"
        ),
        "TEACHING ASSISTANT",
        "PS 114",
    ),
    "post_that_is_a_field_of_work_where_the_others_have_theirs": (
        (
            "Experience\nLarchify\tHuman Resources\tOslo\t2019 – Present\n- Kept the files\n"
            "Fernlane\tPayroll Clerk\tOslo\t2016 – 2019\n- Paid the wages\n"
            "Rowan Foods\tOffice Assistant\tOslo\t2012 – 2016\n- Wrote the letters"
        ),
        "Human Resources",
        "Larchify",
    ),
    "house_behind_a_colon_where_the_others_have_theirs": (
        (
            "Experience\nAssistant Teaching Professor: Wexlarch\t2019 – Present\n- Taught the letters\n"
            "Graduate Teaching Assistant: Fernville University\t2015 – 2019\n- Taught the letters\n"
            "Research Assistant: Moor College\t2013 – 2015\n- Read the letters"
        ),
        "Assistant Teaching Professor",
        "Wexlarch",
    ),
    "field_behind_the_post_beside_a_house_where_the_others_have_theirs": (
        (
            "Experience\nAssociate, Fixed Income | Larchoft\nJun 2021 - Present\n- Weighed the loans\n"
            "Project Manager | Fernoft\nMay 2018 - Jun 2021\n- Kept the plans\n"
            "Software Developer | Rowan Technologies\nMay 2014 - May 2018\n- Built the pages"
        ),
        "Associate, Fixed Income",
        "Larchoft",
    ),
    "kind_of_work_alone_beside_a_house": (
        (
            "Experience\nConsulting\nLarch Kettle Limited\t2019 – Present\n- Advised on stock\n"
            "Site Engineer\nFern Services Limited\t2015 – 2019\n- Kept the site"
        ),
        "Consulting",
        "Larch Kettle Limited",
    ),
    "post_without_any_house": (
        (
            "Experience\nKeeper of Birds\t2019 – Present\n- Fed the birds\nSoftware Engineer\t2016 – 2019\n- Built the pages\n"
            "Web Developer, Fern Services Ltd\t2012 – 2016\n- Built the pages"
        ),
        "Keeper of Birds",
        None,
    ),
    "kind_of_work_that_heads_sections_right_below_the_heading": (
        (
            "Experiences\n\nGraduate Research\n\nLarch Kettle – Drug Department\nOctober 2018 - Today\n- Built the pages of the house\n"
            "\nWeb Developer\n\nFern Services – Oslo\nMay 2016 - October 2018\n- Built the pages of the shop"
        ),
        "Graduate Research",
        "Larch Kettle",
    ),
}


@pytest.mark.parametrize(("body", "post", "house"), JOBS.values(), ids=JOBS)
def test_post_and_house(body: str, post: str | None, house: str | None, read: Callable[..., Reading]) -> None:
    (resume,) = read(HEAD + body).resumes
    assert (resume.current_title, resume.current_employer) == (post, house)


def test_what_ended_is_not_held_beside_a_job_that_goes_on(read: Callable[..., Reading]) -> None:
    text = (
        "Home | Thesis | Diary | Projects\nMara T. Velding -- Senior Software Engineer\nmara@fernpost.net\n\nWork History:\n"
        "Oct/08-Present: LarchCraft Configuration Management and File System development\n  Write a caching plugin for disks.\n"
        "Aug/05-Oct/08: Independent Contractor - Lindale, UT\n  Design a simulation of markets.\n"
        "Aug/00-Aug/05: Fernis - Rowandale, UT\n  Write a thin library.\n"
    )
    (resume,) = read(text).resumes
    assert resume.current_title == "Senior Software Engineer"


MADE: dict[str, tuple[str, str | None, str | None]] = {
    "what_was_made_beside_what_one_worked_as": (
        (
            "WORK EXPERIENCE\nMaster Thesis\t2015 October – current\nThe thesis explores representations of data in the tides of Larch.\n"
            "Software Developer at Larchson\t2010 – 2015\nI worked as a software developer in parallel with my studies.\n"
            "PROGRAMMING EXPERIENCE\nPit4 prototype\t2015 January – 2015 February\nA prototype of a web application.\n"
            "Pit3\t2011 January – 2015 May\nI was the main developer of Pit3."
        ),
        "Software Developer",
        "Larchson",
    ),
    "place_that_is_called_like_a_house": (
        (
            "Experience\nGround Integration Engineer\tNov 2023 – Present\nNAROW (Contractor)\tLarchedy Space Center, FL, USA\n"
            "• Coordinated four subsystem teams\nPre-Feature Owner\tFeb 2022 – Jul 2023\nRowan Motor Company\tDearborn, MI, USA\n"
            "• Developed specifications\nElectrical Engineering Intern\tMay 2019 – Aug 2019\nThe Fern Brush Company\tWooster, OH, USA\n"
        ),
        "Ground Integration Engineer",
        "NAROW",
    ),
    "houses_that_bear_the_word_of_a_section": (
        (
            "PROFESSIONAL EXPERIENCE\nLARCH TECHNOLOGIES\nSenior Software Engineer, Jan 2019 - Present\n- Built the portal\n"
            "FERN TOOLS\nChennai, India\nSoftware Engineer, Jan 2015 - Dec 2018\n- Built the gates\n\nWEB TECHNOLOGIES\nHTML, CSS"
        ),
        "Senior Software Engineer",
        "LARCH TECHNOLOGIES",
    ),
}


@pytest.mark.parametrize(("body", "post", "house"), MADE.values(), ids=MADE)
def test_what_is_told_under_which_words(body: str, post: str, house: str, read: Callable[..., Reading]) -> None:
    (resume,) = read(HEAD + body).resumes
    assert (resume.current_title, resume.current_employer) == (post, house)


def test_the_last_word_of_a_sentence_heads_nothing(sheet_of: Callable[..., Sheet]) -> None:
    lines = "Work Experience\nClerk at Larch, 2019 - 2021\nI had the freedom to learn new tools and was given a lot of coding\nexperience."
    assert sheet_of(lines).headings == (True, False, False, False)


def test_one_date_alone_under_a_post_in_larger_print(read: Callable[..., Reading]) -> None:
    text = (
        "# Mara Velding\n\nmara@fernpost.net\n\n## Experience\n\n### 🛠️ Team Lead & Backend Developer\n**Quality Cell – Fernmoor University**\n"
        "*2024*\n\n- Led the development of a platform.\n\n### Larch Student Ambassador\n*Beta Level – 2023–2024*\n\n"
        "- Organized a workshop.\n\n### Founding Member\n**Tide Club**\n*2022–2023*\n\n- Co-founded a club.\n"
    )
    (resume,) = read(text).resumes
    assert resume.current_title == "Team Lead & Backend Developer"


def test_houses_behind_a_french_word_have_their_town_in_brackets(read: Callable[..., Reading]) -> None:
    text = (
        "Expériences professionnelles\nSenior Software Engineer à Larchal (Full Remote)\nDepuis Février 2020\nEnvironnement\nPython\n"
        "Tech Lead Cloud à Fernlec (Cestas)\nDe Juin 2017 à Février 2020\nDéveloppement d'une application web.\n"
    )
    (resume,) = read(HEAD + text).resumes
    assert (resume.current_title, resume.current_employer) == ("Senior Software Engineer", "Larchal")


def test_what_chose_the_look_of_a_picture_goes_with_it() -> None:
    assert (show("\ufe0f Team Lead é"), show("🛠\ufe0f é")) == ("Team Lead é", "🛠\ufe0f é")


def _in_print(house: str) -> str:
    return (
        f"# Mara Velding\n\nmara@fernpost.net\n\n## Experience\n\n### {house}\nSenior Software Engineer\nJan 2019 - Present\n"
        "- Built the portal\n\n### Mooring Bank\nSoftware Engineer\nJan 2015 - Dec 2018\n- Built gates\n\n## Education\n"
        "B.E. Computer Science, Northmoor University, 2014\n"
    )


@pytest.mark.parametrize(
    "house",
    ["Rowan Training", "Larch Research", "Fern Publications", "Rowan References", "Projects Abroad", "Larch Languages"],
)
def test_houses_in_smaller_print_under_the_heading_of_jobs(house: str, read: Callable[..., Reading]) -> None:
    (resume,) = read(_in_print(house)).resumes
    assert (resume.current_title, resume.current_employer) == ("Senior Software Engineer", house)


def test_sections_in_smaller_print_under_the_heading_of_jobs_stay() -> None:
    lines = "Experience\nLarch Bank\nClerk, 2019 - 2021\nUndergraduate Research\nHelper, 2017 - 2018\nRowan Research\nClerk, 2015 - 2016"
    sections, headings = ["experience"] * 3 + ["projects"] * 4, [True, False, False, True, False, True, False]
    return_to_jobs(sections, headings, lines.split("\n"), [18.0, 14.0, 10.0, 14.0, 10.0, 14.0, 10.0])
    assert headings == [True, False, False, True, False, True, False]
    headings[3] = False
    return_to_jobs(sections, headings, lines.split("\n"), [18.0, 14.0, 10.0, 14.0, 10.0, 14.0, 10.0])
    assert headings == [True, False, False, False, False, False, False]


def test_a_post_that_heads_sections_as_well_is_one_right_under_dates() -> None:
    lines = ["Experience", "Larch | Lindale | 2019 - 2021", "Volunteer", "Treville | Lindale", "Volunteer"]
    sections, headings = ["experience"] * 2 + ["projects"] * 3, [True, False, True, False, True]
    return_to_jobs(sections, headings, lines, [18.0, 10.0, 10.0, 10.0, 10.0])
    assert (sections, headings) == (["experience"] * 4 + ["projects"], [True, False, False, False, True])


def test_a_kind_of_work_right_below_the_heading_of_jobs_heads_them_where_they_have_posts() -> None:
    lines = ["Experience", "Internship", "Larch Ltd, Oslo", "Clerk, 2019 - 2021", "Publications"]
    for below, is_heading in ((lines[2:], True), (["Larch Ltd, 2019 - 2021", "- Counted the stock"], False)):
        folded = [*lines[:2], *below]
        headings = [True, True, *(line == "Publications" for line in below)]
        return_to_jobs(["experience"] * len(folded), headings, folded, [0.0] * len(folded))
        assert headings[1] == is_heading
