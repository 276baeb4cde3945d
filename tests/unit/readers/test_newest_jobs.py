"""The newest job as it is printed: a firm with a dash, bare years and lists of months over it, labels, courses and deeds below it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.periods import period_in
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet

MakeSheet = Callable[..., Sheet]

JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "firm_with_a_dash": (
        (
            "Job experience\nSolvanta - HQR Group. Jun 2023 - Nov 2024\nSales agent.\n"
            "As a sales agent, I managed car reservations, provided quotes and offered additional products.\n"
            "Marlowe - Fine Goods. Dec 2022 - Apr 2023\nCustomer service representative.\n"
            "I used to manage product availability and address complaints of customers."
        ),
        "Sales agent",
        "Solvanta - HQR Group",
    ),
    "deed_below_dates": (
        (
            "EXPERIENCE\nLarchen, Remote — Independent Contractor (Freelance)\nAPRIL 2023 - PRESENT\nWorking in SEO\n"
            "Fernhub, Kenya — Contributor (Part-time)\nMARCH 2021 - PRESENT\nContributing to open source and freelance projects"
        ),
        "Independent Contractor",
        "Larchen",
    ),
    "heading_of_work_below_dates": (
        (
            "WORK EXPERIENCE\nMQL developer\n08/2018 - Present\nAchievements/Tasks\nTalking through requirements with clients\n"
            "QA tester\n06/2020 - 09/2020\nAchievements/Tasks\nCollaboration with developers and team"
        ),
        "MQL developer",
        None,
    ),
    "years_over_post_and_firm": (
        (
            "Expériences Professionnelles\n2019 - 2021\nEmployée de Grande Distribution (rayon et caisse)\nLarchard Pont Neuf\n"
            "2014 - 2018\nInventoriste\nMorland Paris"
        ),
        "Employée de Grande Distribution (rayon et caisse)",
        "Larchard Pont Neuf",
    ),
    "months_in_a_list": (
        (
            "Expériences professionnelles\nVendeuse en CDD et stage de 13 semaines chez Larchard, magasin de lingerie\n"
            "Juillet, décembre 2018 et janvier-février, avril-septembre, novembre 2019\n"
            "Vente, accueil et conseil client, vitrine, encaissements, tri des colis, étiquetage, réassort,\n"
            "Gardiennage de chat\nJuillet-aout, décembre 2018 et juillet-aout 2019\nNourrisage et apport de compagnie."
        ),
        "Vendeuse en CDD et stage de 13 semaines",
        "Larchard",
    ),
    "labels_of_a_form": (
        (
            "Berufserfahrung\nDatum (von-bis)\t2005-01 bis heute\n"
            "Name und Adresse des Arbeitgebers\tMoorwerk GmbH & Co. KG\n"
            "Tätigkeitsbereich oder Branche\tIT-Unternehmen\n"
            "Beruf oder Funktion\tanfangs Sachbearbeiter, seit 2008 Geschäftsführer\n"
            "Datum (von-bis)\t2001-07 bis 2004-12\nName und Adresse des Arbeitgebers\tInstitut Lindau\n"
            "Beruf oder Funktion\tWissenschaftlicher Mitarbeiter"
        ),
        "Geschäftsführer",
        "Moorwerk GmbH & Co. KG",
    ),
    "courses_taught": (
        (
            "TEACHING EXPERIENCE\nNorthmoor University, Lindale, CA\nLecturer\n• Financial Management (Undergraduate), Winter 2019\n"
            "Teaching Assistant\n• Principles of Macroeconomics (Undergraduate), Fall 2020\n"
            "• Econometrics (Undergraduate, Head TA), Jul 2020-Jun 2021\n"
            "Fernvale University\nLecturer, Macroeconomics I (Undergraduate), Aug-Nov 2013"
        ),
        "Teaching Assistant",
        "Northmoor University",
    ),
    "research_that_ended_later": (
        (
            "RESEARCH EXPERIENCE\nNorthmoor University\tLindale, IL\nResearch Intern\tJanuary 2018 - May 2018\n"
            "• Refined sequence reads of the papaya\nWORK EXPERIENCE\nFernvale University\tLindale, IL\n"
            "Laboratory Technician\tJanuary 2017 - December 2017\n• Took inventory of seeds"
        ),
        "Research Intern",
        "Northmoor University",
    ),
    "work_that_ended_later": (
        (
            "RESEARCH EXPERIENCE\nNorthmoor University\tLindale, IL\nResearch Intern\tJanuary 2016 - May 2016\n"
            "• Refined sequence reads of the papaya\nWORK EXPERIENCE\nFernvale University\tLindale, IL\n"
            "Laboratory Technician\tJanuary 2017 - December 2017\n• Took inventory of seeds"
        ),
        "Laboratory Technician",
        "Fernvale University",
    ),
    "house_called_by_a_heading": (
        (
            "WORK & EXPERIENCE\nUNITED FARM VOLUNTEERS\nSept, 2021 - Aug, 2022\nNairobi, Kenya\n"
            "Used my expertise in IT for the work of the volunteers during my spare hours.\n"
            "Skills:\nDevelopment of teaching\nINTERN, LARCHDALE AIRPORT\nAug, 2018 - Aug, 2018\nNairobi, Kenya"
        ),
        None,
        "UNITED FARM VOLUNTEERS",
    ),
    "year_before_month": (
        (
            "Experience\n2015/Sep - 2022/June: Service Consultant at Larch Bank\n2013/Feb - 2015/Nov: Cashier at Fern Market\n"
            "• Rang up customers"
        ),
        "Service Consultant",
        "Larch Bank",
    ),
    "music_that_was_played": (
        (
            "Ensemble Experience\n• Piano Trio (Jan 2023 - May 2023) — Brahms Piano Trio No. 2 in C\n"
            "• Piano Quintet (Aug 2020 - Jun 2021) — Dvorak Piano Quintet in A major, Op. 81"
        ),
        None,
        None,
    ),
    "blank_form": ("Experience\nJob Title, Company Name, Month Year – Month Year", None, None),
    "undated_firm_in_small_letters": (
        "Experience:\nAdministrative assistant\nExotic spices co.\nData entry and information technology\nLarch auto parts co.",
        "Administrative assistant",
        "Exotic spices co",
    ),
    "years_of_schools_above": (
        (
            "Pat Marlowe\n(202) 555 - 0143\n2012 GED: Larch Community College - Wentwood, NC\n"
            "2016-2017 East Northmoor University – Greendale, NC\n2017-2018 Fern Community College – Jamesdale, NC\n"
            "Lindale Dental Arts – Lindale, NC\nApril 2021 – Present\nA Brighter Grin Dental Care – Marden, LA\n"
            "January 2021 – February 2021\nBlue Barn – Lindale, NC\nSales Lead\nOctober 2019 – May 2020\n"
            "Under Larch – Lindale, NC\nSeasonal Sales Associate\nNovember 2018 – January 2019"
        ),
        None,
        "Lindale Dental Arts",
    ),
    "posts_in_one_row": (
        (
            "EXPERIENCE\nLecturer, 2016–2018; Reader, 2018–2021; Professor of Tides, 2021–present; Larch Institute\n"
            "Research Associate, 2012-2016; Fern Institute"
        ),
        "Professor of Tides",
        "Larch Institute",
    ),
    "house_of_his_own_master": (
        (
            "Commercial & Technical Experience\nApril 2015 - Present, Self Employed: Larchen Capital\nBig Data Engineer\n"
            "- Built pipelines.\nSeptember 2014 - February 2015, Fernbank Books\nSenior Scala Engineer\n- Built services."
        ),
        "Big Data Engineer",
        "Larchen Capital",
    ),
    "scholar_among_jobs": (
        (
            "EXPERIENCE\nResearch Scholar\nLarch Institute of Rice\nAug 2021 - May 2023\n"
            "Field Assistant\nFern Foundation\nApr 2019 - Jun 2021"
        ),
        "Research Scholar",
        "Larch Institute of Rice",
    ),
}


@pytest.mark.parametrize("case", JOBS)
def test_jobs(case: str, sheet_of: MakeSheet) -> None:
    text, title, employer = JOBS[case]
    job = read_job(sheet_of(f"Pat Marlowe\npat@marlowe.example\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("Juillet, décembre 2018 et avril-septembre, novembre 2019", 2019 + 11 / 13),
        ("July, August 2020, January 2021", 2021 + 1 / 13),
        ("Paris, July 2019", None),
        ("March, 2019", None),
    ],
)
def test_months_in_a_list_are_a_period(line: str, end: float | None) -> None:
    period = period_in(line)
    assert (period and period.end) == end


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Mooring Pat\n0643 Rico st Larchcion, Moorwag, Bulacan, 3006 - pat@marlowe.example - 09170000000", "Moorwag"),
        (("Mooring Pat\nAccountant\nEDUCATION\nB.Com, Northmoor College\n01/2014 - 01/2016\tMumbai, India\n"
         "pat@marlowe.example\n+91 90000 00000\nMambakkam, Chennai - 600 127, India\nSKILLS\nTally"), "Chennai"),
        (("Pat Mooring\nSoftware Engineer\nPROJECTS\nWeb Development\nStatic Site\n00232 Nairobi\n(254)700000000\n"
         "pat@marlowe.example\nSKILLS\nLinux"), "Nairobi"),
        ("Mooring Pat\nLinkedIn Github Praia, Cabo Verde | pat@marlowe.example", "Praia"),
    ],
)  # fmt: skip
def test_homes_among_contacts(sheet_of: MakeSheet, text: str, city: str) -> None:
    found = read_city(sheet_of(text))
    assert found
    assert found.value == city
