"""The invented people of the demo, and what each of them would write in a resume.

People stand in ``people.csv``, the wording of each role family in ``careers.toml``. Nobody in them exists: employers and
schools are made up, Chinese numbers only have the right shape, other numbers lie in the ranges kept for fiction, and mail
goes to ``example.*``. Everything drawn by chance is drawn from the person's id, so one person has one history in every
file; only the wording (which duties are named, in which order) differs from board to board.
"""

from __future__ import annotations

import csv
import random
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

HERE = Path(__file__).parent
SEED = "ringback-demo"

Language = Literal["zh", "en"]
Month = tuple[int, int]

CAREERS: Mapping[str, Any] = tomllib.loads((HERE / "careers.toml").read_text(encoding="utf-8"))
REFERENCE_YEAR = int(CAREERS["reference"][:4])
"""The year in which the resumes were written: ages and years of experience are counted to it, never to today."""

DEGREES: Mapping[str, Mapping[Language, str]] = {
    "master": {"zh": "硕士", "en": "Master of Science"},
    "bachelor": {"zh": "本科", "en": "Bachelor of Science"},
    "college": {"zh": "大专", "en": "Associate Degree"},
    "high_school": {"zh": "中专", "en": "High School Diploma"},
}
AGE_AT_FIRST_JOB: Mapping[str, int] = {"master": 25, "bachelor": 22, "college": 21, "high_school": 18}
PAY_AT_FIRST_JOB: Mapping[str, int] = {"master": 14, "bachelor": 9, "college": 5, "high_school": 4}
"""Thousands of yuan a month."""


@dataclass(frozen=True)
class Person:
    """One invented person. ``phone`` and ``email`` are "" for the two who cannot be reached; numbers are E.164."""

    person_id: str
    name: str
    latin_name: str
    language: Language
    role_family: str
    title: str
    city: str
    phone: str
    earlier_phone: str
    email: str
    wechat: str
    gender: Literal["m", "f"]
    birth_year: int
    degree: str

    @property
    def age(self) -> int:
        """Return the age in the year in which the resumes were written."""
        return REFERENCE_YEAR - self.birth_year


@dataclass(frozen=True)
class Job:
    """One block of work experience; ``end`` is None for the present job."""

    employer: str
    title: str
    start: Month
    end: Month | None
    duties: tuple[str, ...]


@dataclass(frozen=True)
class Study:
    """One block of education, with the degree as the resume prints it."""

    school: str
    major: str
    degree: str
    start_year: int
    end_year: int


@dataclass(frozen=True)
class Resume:
    """What one document says of one person: their latest job and study come first."""

    person: Person
    phone: str
    email: str
    jobs: tuple[Job, ...]
    studies: tuple[Study, ...]
    skills: tuple[str, ...]
    summary: str
    salary: str
    years: int

    @property
    def job(self) -> Job:
        """Return the present job."""
        return self.jobs[0]

    @property
    def degree(self) -> str:
        """Return the highest degree as printed."""
        return self.studies[0].degree


def load_people() -> dict[str, Person]:
    """Return everybody in ``people.csv`` by person id, in the order of the file."""
    with (HERE / "people.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row | {"birth_year": int(row["birth_year"])} for row in csv.DictReader(lines)]
    return {row["person_id"]: Person(**row) for row in rows}


def write_resume(person: Person, *, edition: int = 0, has_earlier_phone: bool = False) -> Resume:
    """Return the resume of ``person``.

    Editions share every fact (employers, dates, schools) and differ in the duties and skills that they name.
    ``has_earlier_phone`` prints the number that the person has since given up.
    """
    wording = random.Random(f"{SEED}:{person.person_id}:{edition}")
    facts = random.Random(f"{SEED}:{person.person_id}")
    start_year = person.birth_year + AGE_AT_FIRST_JOB[person.degree]
    jobs = _write_jobs(person, start_year=start_year, facts=facts, wording=wording)
    craft = _craft(person) | CAREERS["titles"].get(person.title, {})
    return Resume(
        person=person,
        phone=person.earlier_phone if has_earlier_phone else person.phone,
        email=person.email,
        jobs=jobs,
        studies=_write_studies(person, end_year=start_year, facts=facts),
        skills=tuple(wording.sample(craft["skills"], k=min(5, len(craft["skills"])))),
        summary=craft["summary"].format(**_numbers(wording)),
        salary=_salary(person, facts),
        years=REFERENCE_YEAR - start_year,
    )


def _craft(person: Person) -> dict[str, Any]:
    craft: dict[str, Any] = CAREERS[person.role_family][person.language]
    return craft


def _numbers(dice: random.Random) -> dict[str, int]:
    return {"a": dice.randint(12, 36), "b": dice.randint(3, 9), "c": dice.randint(5, 9), "d": dice.randint(2, 5)}


def _write_jobs(person: Person, *, start_year: int, facts: random.Random, wording: random.Random) -> tuple[Job, ...]:
    """Return two to four jobs without gaps, latest first; the last rung of the ladder is the person's own title."""
    n_jobs = min(4, max(2, (REFERENCE_YEAR - start_year) // 3))
    years = sorted(facts.sample(range(start_year + 1, REFERENCE_YEAR), k=n_jobs - 1))
    starts = [(start_year, 7), *((year, facts.randint(2, 11)) for year in years)]
    titles = [*_craft(person)["ladder"][-(n_jobs - 1) :], person.title]
    employers = _employers(person, n_jobs, facts)
    jobs = [
        Job(employer, title, start, end, _duties(person, is_present=end is None, wording=wording))
        for employer, title, start, end in zip(employers, titles, starts, [*starts[1:], None], strict=True)
    ]
    return tuple(reversed(jobs))


def _duties(person: Person, *, is_present: bool, wording: random.Random) -> tuple[str, ...]:
    own = CAREERS["titles"].get(person.title, {}) if is_present else {}
    duties = own.get("duties", _craft(person)["duties"])
    return tuple(duty.format(**_numbers(wording)) for duty in wording.sample(duties, k=4 if is_present else 2))


def _employers(person: Person, n_jobs: int, facts: random.Random) -> list[str]:
    brands = facts.sample(CAREERS["places"][person.language]["brands"], k=n_jobs)
    trades = [facts.choice(_craft(person)["trades"]) for _ in brands]
    if person.language == "en":
        ending = "Ltd" if person.phone.startswith("+44") else "Inc."
        return [f"{brand} {trade} {ending}" for brand, trade in zip(brands, trades, strict=True)]
    return [f"{person.city}{brand}{trade}有限公司" for brand, trade in zip(brands, trades, strict=True)]


def _write_studies(person: Person, *, end_year: int, facts: random.Random) -> tuple[Study, ...]:
    """Return the highest degree first; a master has the bachelor's study before it."""
    places = CAREERS["places"][person.language]
    kind = {"college": "colleges", "high_school": "high_schools"}.get(person.degree, "schools")
    school, earlier_school = facts.sample(places[kind], k=2)
    major = facts.choice(_craft(person)["majors"])
    if person.degree != "master":
        length = 4 if person.degree == "bachelor" else 3
        return (Study(school, major, DEGREES[person.degree][person.language], end_year - length, end_year),)
    return (
        Study(school, major, DEGREES["master"][person.language], end_year - 3, end_year),
        Study(earlier_school, major, DEGREES["bachelor"][person.language], end_year - 7, end_year - 3),
    )


def _salary(person: Person, facts: random.Random) -> str:
    """Return the monthly pay that the person wishes for, as boards write it (thousands of yuan)."""
    n_years = person.age - AGE_AT_FIRST_JOB[person.degree]
    low = PAY_AT_FIRST_JOB[person.degree] + n_years // 3 + facts.randint(0, 3)
    return f"{low}-{low + 4}K"
