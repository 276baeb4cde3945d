"""Which piece of a job is its employer: lines that name the firm alone, firms over several posts, houses and what they are for."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.broken_dates import is_rest_of_date
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.periods import period_in
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.html import document_of_html
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    document = document_of_text(text, ReaderLimits())
    assert isinstance(document, Document)
    return make_sheet(document, read_file_name("x.md", source=None))


def read_halves(sheet: Sheet) -> tuple[str | None, str | None]:
    job = read_job(sheet)
    return job.title and job.title.value, job.employer and job.employer.value


JOBS = [
    ("# Experience\n09/2023 – Current\tConsultant - Computer Engineer\tSoldumoor\nDevOps. Industrialization of the delivery process of a redesign of the shop application.\n09/2020 – 08/2023\tProgrammer\tCoexmoor\nWrote the daily reports of the shop.", "Consultant - Computer Engineer", "Soldumoor"),
    ("# Work Experience\nJune 2023 - Ongoing\n## Process Manager\nLarchteks Mensucat Sanayi A.Ş.\nTextile Industry, Management Department\n- Wrote reports\n\nMay 2020 - June 2023\n## Planner\nMoor Tekstil San. Tic. Ltd. Şti.\nTextile Sector, Planning Department", "Process Manager", "Larchteks Mensucat Sanayi A.Ş"),
    ("# Experiencia\n**Larchtropico, SAS**\tMayo 2014 - Presente\n*CTO*\tLindar\n- Diseño de una plataforma\n\n**Moor, SpA**\t2012 - 2014\n*Analista*\tLindar", "CTO", "Larchtropico, SAS"),
    ("# Experience\n**Larchsoft, s.r.o.**\tMay 2014 - Present\n*Tester*\tBrno\n- Wrote reports\n\n**Moor, a.s.**\t2012 - 2014\n*Clerk*\tBrno", "Tester", "Larchsoft, s.r.o."),
    ("# Experience\nVellmark\tUpper Lindale\nEngineer, Global Services\t2021 - Present\n- Wrote the daily reports\n\nTidemoor\tNorthby\nAnalyst, Payments Team\t2018 - 2021\n- Wrote the daily reports\n\nKestrelo\tOstrand\nClerk, Data Platform\t2015 - 2018\n- Kept the files", "Engineer", "Vellmark"),
    ("# Experience\nVellmark (Contract)\nPlatform Engineer, Northby (Remote)\n2021 - Present\n- Wrote the daily reports\n\nTidemoor (Contract)\nAnalyst, Ostrand (Remote)\n2018 - 2021\n- Wrote the daily reports", "Platform Engineer", "Vellmark"),
    ("# Experience\nVellmark (A growing marketplace for used furniture with 200 employees.)\nPlatform Engineer\t2021 - Present\n- Wrote the daily reports\n\nTidemoor (Family-run business, 40 staff)\nAnalyst\t2018 - 2021\n- Wrote the daily reports", "Platform Engineer", "Vellmark"),
    ("# Experience\nTECH LEAD\nVellmark, Northby, 2021 - Present\n- Wrote the daily reports\n\nANALYST\nTidemoor, Ostrand, 2018 - 2021\n- Wrote the daily reports", "TECH LEAD", "Vellmark"),
    ("# Experience\nVellmark\nResearch on soil carbon\n2021 - Present\n- Wrote the daily reports\n\nTidemoor\nWork on salt marshes\n2018 - 2021\n- Wrote the daily reports", "Research on soil carbon", "Vellmark"),
    ("# Esperienze lavorative\n07/2023 - presente\nAddetta allo smistamento della posta\npresso Poste Lindau\nMi occupo di smistare e consegnare la posta, raccomandate e pacchi.\n02/2020 - 06/2023\nAddetta alla vendita, reparto ortofrutta\npresso Cadorna\nMi occupavo di frutta e verdura.", "Addetta allo smistamento della posta", "Poste Lindau"),
    ("# Experiencia\n- Atención al cliente de garantías en PBS (may 2022 - mar 2023) - Atención al cliente en el área de garantías del proyecto.", "Atención al cliente de garantías", "PBS"),
    ("# Experience\n**Larchmart – Customer Service Assistant** (August 2023 - January 2025)\n*Houston, TX*\nSupported customers.\n\n**Target – General Merchandise & Food Expert** (April 2025 - August 2025)\n*Franklin, TN*\nDelivered service.", "General Merchandise & Food Expert", "Target"),
    ("# Experiência Profissional\n## Universidade do Vale - UNIV\n2018 - 2022\nArquivista Jr\nResponsável pela organização dos arquivos.", "Arquivista Jr", "Universidade do Vale"),
    ("# Berufserfahrung\n## Barkraft und Runner\n**Ruderhaus (Lindwerk Event GmbH)**\n*01/06/2018 – Aktuell*\nOrt: Berlin, Deutschland", "Barkraft und Runner", "Ruderhaus (Lindwerk Event GmbH)"),
    ("# Experience\nLaboratory for Tidal Statistics, Blacksburg, VA\nCollaborator, August 2014 - Present\nAdvised clients with a variety of projects", "Collaborator", "Laboratory for Tidal Statistics"),
    ("# Experience\nLarch Diner 51 Shunpike Rd, Cromwell, CT 06457\nCashier\nJune 2017 to October 2018\n•\tPrepared food per order specifications\nSalt Photo", "Cashier", "Larch Diner"),
    ("# Experience\n## Northvale Grill, Mequon, WI\nShift Lead, May 2017 - May 2018\nRan the floor in the evenings and closed the till.\nTeam Trainer, May 2016 - Present\nTaught new hires how to run the till.\n## Larch Lots, Ely, MN\nCashier, 2012 - 2015\nRang up customers.", "Team Trainer", "Northvale Grill"),
    ("# Experiencia\n- Editora de Vídeo — Marea Interactiva\t2024 | Remoto\nProducción y edición de guías.\n- Profesora Particular — Matemáticas — Autónoma\t2020–2021\nClases individuales.", "Editora de Vídeo", "Marea Interactiva"),
    ("# Expérience\nDepuis 01/2015\nIngénieur de recherche, expert en calcul scientifique, Centre de calcul de Lindau ROSEO, CRESTA, ULI.\nExpertise auprès des utilisateurs pour le portage et le passage à l'échelle.\n2011--2014\nStage de calcul, Lindwerk, Reims\nCouplage de modèles.", "Ingénieur de recherche", "Centre de calcul de Lindau ROSEO"),
    ("Position\tAssistant Professor of Economics, Ludwig University of Lindau\nsince 1/2021\n\n# Affiliations\nInvited Researcher (HCDA and SPRA initiatives)\t2021-", "Assistant Professor of Economics", "Ludwig University of Lindau"),
    ("# Berufserfahrung\n2016 - heute\tAnstellung als Köchin im Gasthof Zur Linde, Murnau\n2012 - 2016\tAnstellung als Beiköchin im Hotel Lindblick, Garmisch", "Köchin", "Gasthof Zur Linde"),
    ("# Experience\nLine Cook | The Rusty Anchor | Portland, ME | May 2018 – Current\nDishwasher | Larch Diner | Portland, ME | 2016 – 2018", "Line Cook", "The Rusty Anchor"),
    ("# Experiencia\nAYUNTAMIENTO DE LINDAR. Técnico de empleo (2016 – actualidad)\nAYUNTAMIENTO DE OTERO. Auxiliar administrativo (2012 – 2016)", "Técnico de empleo", "AYUNTAMIENTO DE LINDAR"),
    ("# Experience\nWorking as Sales Executive at Northgill, Pune\n2018 - Present\nClerk at Marden, Pune\n2015 - 2018", "Sales Executive", "Northgill"),
    ("# Esperienza\nChief Technology Officer (CTO) / Head of Tide Solutions – ForMarea\n2025 – Presente • Italia (Remoto / Ibrido)\nGuida tecnica della casa.", "Chief Technology Officer (CTO) / Head of Tide Solutions", "ForMarea"),
    ("Expériences professionnelles sélectionnées chez Lindwerk\n- Avr 2015 – Avr 2023, Budapest : Business Analyst\n- Mai 2013 – Juin 2014, Dublin : Technical Lead", "Business Analyst", "Lindwerk"),
    ("# Experiencia laboral\n2020 - actualidad\nEspecialista en SEO\nLindwerk Medios SL", "Especialista en SEO", "Lindwerk Medios SL"),
    ("# Experiencia laboral\n2020 - actualidad\tTécnico en PRL\nLindwerk Medios", "Técnico en PRL", "Lindwerk Medios"),
    ("# Experience\nCompany\tTitle\tStart\tEnd\nSterling Larch\tAgent\tFeb 2019\tDec 2025", "Agent", "Sterling Larch"),
    ("# Work experience\nDates\t09/2019 - Present\nOccupation or position held\tTax Preparer\nName and address of employer\tSterling Larch, Bengaluru, Karnataka, India", "Tax Preparer", "Sterling Larch"),
    ("# Experience\nAshgrove Middle School\t2022 – 2025\nLibrarian\tMar 2023 – Dec 2025\nKept accurate records\nPorter\tJan 2022 – Mar 2023\nPrairie Clinic\t2018 – 2022\nPorter\tFeb 2018 – Jun 2022", "Librarian", "Ashgrove Middle School"),
    ("# Employment\nPython Developer, Bramble Networks Inc., Columbus, 2014-Present", "Python Developer", "Bramble Networks Inc."),
    ("# Experiencia\nTrabajo de oficina, Lindwerk SL, 2019 - actualidad", "Trabajo de oficina", "Lindwerk SL"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_employers(text: str, title: str, employer: str) -> None:
    assert read_halves(sheet_of_text(f"Pat Marlowe\npat@marlowe.example\n\n{text}\n")) == (title, employer)


def test_an_internship_told_with_its_dates_is_another_job() -> None:
    text = "Ana Holm\nana@post.example\nWork Experience\n2024 – present: Consultant Traineeship, s'Larchmoor\n"
    intern = "Internships\nSept 2021 – Jan 2022: Internship at Seamoor BV, Schelde. Built a stand for a lamp."
    assert read_halves(sheet_of_text(text + intern)) == ("Consultant Traineeship", None)


def test_a_year_below_its_month() -> None:
    assert is_rest_of_date("seit August", "2007")
    assert not is_rest_of_date("seit langem", "2007")


def test_months_as_they_are_misspelled() -> None:
    assert period_in("Feburary 2017 - Setember 2019") == period_in("February 2017 - September 2019")


def test_what_is_told_under_bare_dates_may_be_long() -> None:
    page = (
        "<h1>Dr. Mara Velding</h1><h3>Stationen aus dem Lebenslauf</h3><p>2023-2024</p><p>Universität Lindau, Schweiz: Wissenschaftliche"
        " Mitarbeiterin, Mitarbeit an einem Buch zu einer Ausstellung über Gebäude</p><p>Ein Katalog zu aktuellen Themen im Bereich"
        " Klimawandel.</p><p>2019-2023</p><p>Hochschule Lindwerk, Schweiz: Assistentin</p>"
    )
    document = document_of_html(page, ReaderLimits())
    assert isinstance(document, Document)
    halves = read_halves(make_sheet(document, read_file_name("x.html", source=None)))
    assert halves == (
        "Wissenschaftliche Mitarbeiterin",
        "Universität Lindau",
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Expériences professionnelles récentes",
        "Principales expériences professionnelles",
        "Experiencias laborales más relevantes",
        "Esperienze lavorative precedenti",
        "Últimas experiências",
        "Bisherige Berufserfahrung",
        "Recente werkervaring",
    ],
)
def test_headings_that_say_which_jobs(heading: str) -> None:
    assert section_of_heading(heading) == "experience"


@pytest.mark.parametrize("town", ["Edmonton, AB", "Calgary, AB"])
def test_a_town_of_alberta_is_no_firm_of_sweden(town: str) -> None:
    text = f"# Experience\nLarch Custom Trailers, {town}, August 2017 — Present\nKitchen Helper, Moor Pizza, {town}, July 2015 — May 2017"
    assert read_halves(sheet_of_text(text)) == (None, "Larch Custom Trailers")


def test_a_firm_of_sweden_behind_a_comma() -> None:
    assert employer_score("Larchnät, AB") == 1.0
