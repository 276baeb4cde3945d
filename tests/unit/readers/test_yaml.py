"""Resumes of invented people kept as YAML, in the schemas of common generators and in nobody's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.document import Document, Record
from ringback.readers.limits import ReaderLimits
from ringback.readers.tables import read_text_or_list
from ringback.readers.yamlplain import load_yaml
from schemas.records import Reading
from tests.standins.growth import LINEAR, growth

SECTIONS = """
cv:
  name: MARGIT OLSEN
  email: margit@olsen.example
  sections:
    summary:
      - Tax adviser with 7+ years of experience, for firms of every size.
    awards:
      - title: Adviser of the year
        organization: Chamber of Tax Advisers
        date: 2029
    experience:
      - company: Fjordhus Revision
        position: Tax Adviser
        start_date: 2016-05
        end_date: 2023-03
      - company: Nordlys Skatteråd
        position: Head of Tax   # since spring
        start_date: 2023-04
        end_date: present
        highlights:
          - "Led the move to monthly closing: 40 clients"
    education:
      - institution: BI Business School
        degree: Bachelor's degree
      - institution: University of Bergen
        degree: Master's degree
"""
OWN_KEYS = """---
title: CV
name: "Ilse Brandt"
email: ilse@brandt.example
interests: >
  Roofs, timber and old barns; the joints
  of the eighteenth century.
education:
- program: Meisterbrief
  institute: "Handwerksschule Kassel"
work:
- org: "Zimmerei Vogt"
  role: Master Carpenter
  dates: 2019 – present
- org: Holzbau Lenz
  role: Carpenter
  dates: 2011 – 2019
---
"""
SCHEMA = """
basics:
  name: Tunde Okafor
  email: tunde@okafor.example
work:
  - name: Lagos General Hospital
    position: Pharmacist
    startDate: "2018-02-01"
education:
  - institution: University of Ibadan
    studyType: Bachelor of Pharmacy
"""

NAMED_PARTS = """
name: Sean Aldred
email: sean@aldred.example
education:
  bachelors:
    degree: Bachelor of Arts
    school: University of Leeds
  masters:
    degree: Master of Science
    school: Texas A&M University
work:
  - company: &first Harbour Trust
    role: Harbour Master
    end:
"""


@pytest.mark.parametrize(
    ("text", "name", "title", "employer", "school"),
    [
        (SECTIONS, "MARGIT OLSEN", "Head of Tax", "Nordlys Skatteråd", "University of Bergen"),
        (OWN_KEYS, "Ilse Brandt", "Master Carpenter", "Zimmerei Vogt", "Handwerksschule Kassel"),
        (NAMED_PARTS, "Sean Aldred", "Harbour Master", "Harbour Trust", "Texas A&M University"),
        (SCHEMA, "Tunde Okafor", "Pharmacist", "Lagos General Hospital", "University of Ibadan"),
    ],
)
def test_jobs_and_schools_are_found_under_any_name(
    text: str, name: str, title: str, employer: str, school: str, limits: ReaderLimits
) -> None:
    record = read_text_or_list(text.encode(), limits)
    assert isinstance(record, Record)
    found = [record.values.get(field) for field in ("name", "current_title", "current_employer", "school")]
    assert found == [name, title, employer, school]


@pytest.mark.parametrize(
    "text",
    [
        "Name: Ann Lee\nPhone: 555-0142\nEmail: ann@lee.example\nTitle: Nurse\nEmployer: Mercy\nSchool: Ohio State\n",
        "Ann Lee\nExperience:\n- Nurse, Mercy Hospital, 2019 - present\n- Aide, Oak Home, 2016 - 2019\nSkills:\n- triage\n",
        "Skills:\n- triage: years of it\n  and more\nExperience:\n- Nurse: Mercy Hospital\n- Aide: Oak Home\nAnn: Lee\n",
    ],
)
def test_labels_and_lists_in_print_stay_text(text: str, limits: ReaderLimits) -> None:
    assert isinstance(read_text_or_list(text.encode(), limits), Document)


@pytest.mark.parametrize(
    "hostile",
    [
        lambda n: "a:\n" + "".join(f"{' ' * i}k:\n" for i in range(1, n // 10)),
        lambda n: "a: b\n" + "- " * n + "x: y\n" * 6,
        lambda n: "a: &x [*x]\n" * n,
    ],
)
def test_nesting_and_aliases_unfold_nothing(hostile: Callable[[int], str]) -> None:
    assert growth(load_yaml, hostile, 30_000) < LINEAR


PLACES = """contact:
  envelope:
    icon: envelope
    text: mara.velding@mailbox.example
  mobile-phone:
    icon: phone
    text: (+44) 20 7946 0958
supervisor:
  letter: boss@wexmoor.example
education:
- date:
    year: '2021'
  place: Holm Academy
  title: Cloud Certification
- date:
    end: '2013'
    start: '2007'
  place: University of Westmoor
  title: BSc Electronics
experiences:
- date:
    year: '2016'
  place: Larch Analytics
  title: Web Developer
- date:
    end: '2024'
    start: '2022'
  place: Wexmoor Satellites
  title: Network Engineer
name: Mara Velding
"""


def test_a_place_is_the_house_where_an_entry_names_none(read: Callable[..., Reading]) -> None:
    (found,) = read(PLACES, "cv.yaml").resumes
    assert (found.current_title, found.current_employer) == ("Network Engineer", "Wexmoor Satellites")
    assert (found.school, found.highest_degree, found.city) == ("University of Westmoor", "bachelor", None)
    assert (found.emails, found.phones) == (("mara.velding@mailbox.example",), ("+442079460958",))


def test_a_place_beside_a_house_is_a_town(read: Callable[..., Reading]) -> None:
    (found,) = read(PLACES.replace("  place: Wexmoor", "  place: Leeds\n  company: Wexmoor"), "cv.yaml").resumes
    assert found.current_employer == "Wexmoor Satellites"


TITLED_SECTIONS = """
- title: General Information
  type: map
  contents:
    - name: Full Name
      value: Tilde Rosa Marrow
    - name: Languages
      value: English, Welsh

- title: Education
  type: time_table
  contents:
    - title: PhD, Plant Sciences
      institution: University of Westmoor
      year: 2018
    - title: BSc in Botany
      institution: Larchfield College
      year: 2012

- title: Experience
  type: time_table
  contents:
    - title: Garden Curator
      institution: Wexmoor Botanic Garden
      year: 2019 - now
    - title: Lab Assistant
      institution: University of Westmoor
      year: 2014 - 2018
"""
SHOWN_BY_FLAGS = """
sidebar:
  education: True # set to False to show it below
  name: Tilde Rosa Marrow
  email: tilde@marrow.example
experiences:
  title: Experiences
  info:
    - role: Garden Curator
      time: 2019 - Present
      company: Wexmoor Botanic Garden
    - role: Lab Assistant
      time: 2014 - 2018
      company: Westmoor Seeds
education:
  title: Education
  info:
    - degree: PhD in Plant Sciences
      university: University of Westmoor
      time: 2014 - 2018
"""


@pytest.mark.parametrize("text", [TITLED_SECTIONS, SHOWN_BY_FLAGS], ids=["titled", "flags"])
def test_sections_with_a_title_hold_the_career(read: Callable[..., Reading], text: str) -> None:
    (found,) = read(text.encode(), "cv.yml").resumes
    assert (found.name, found.school, found.highest_degree) == ("Tilde Rosa Marrow", "University of Westmoor", "doctor")
    assert (found.current_title, found.current_employer) == ("Garden Curator", "Wexmoor Botanic Garden")


def test_a_list_of_other_things_is_no_resume_in_yaml() -> None:
    assert load_yaml("- title: Larch\n  size: 3\n- title: Oak\n  size: 4\n- title: Elm\n  size: 5\n") is None
    assert load_yaml("- one\n- two\n- three\n- four\n- five\n- six\n") is None


def test_sections_of_a_site_need_no_name(read: Callable[..., Reading]) -> None:
    unnamed = TITLED_SECTIONS.replace("name: Full Name", "name: Interns").replace("Tilde Rosa Marrow", "2024")
    (found,) = read(unnamed.encode(), "cv.yml").resumes
    assert (found.name, found.school, found.current_employer) == (
        None,
        "University of Westmoor",
        "Wexmoor Botanic Garden",
    )


def test_whoever_says_it_is_the_name_of_sections(read: Callable[..., Reading]) -> None:
    says = "- title: Summary\n  contents: |\n    Hello! I’m Tilde Marrow, a curator who likes order.\n\n"
    unnamed = says + TITLED_SECTIONS.partition("\n\n")[2]
    (found,) = read(unnamed.encode(), "cv.yml").resumes
    assert (found.name, found.current_title) == ("Tilde Marrow", "Garden Curator")


def test_studies_among_jobs_are_none(read: Callable[..., Reading]) -> None:
    mixed = TITLED_SECTIONS.replace("- title: Experience\n", "- title: Experience and Education\n", 1).replace(
        "    - title: Garden Curator\n      institution: Wexmoor Botanic Garden\n      year: 2019 - now\n",
        "    - title: MSc in Botany\n      institution: Northmoor University\n      year: 2019 - now\n",
    )
    (found,) = read(mixed.encode(), "cv.yml").resumes
    assert (found.current_title, found.highest_degree) == ("Lab Assistant", "doctor") or found.current_title is None
