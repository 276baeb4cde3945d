"""Posts and houses of academics, nurses, pastors and students of many countries: one row a class, invented people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

TAIL = "\nSkills\nPlanning, Excel, reports"

CASES: dict[str, tuple[str, Mapping[str, Any]]] = {
    "degree_with_spaces": (
        (
            "David Marlow\n(585) 555-0142\ndmarlow@fernpost.net\nEducation\nPh. D., Southmoor Methodist University, Dallas, Texas, 2010\n"
            "M. Div., Union Seminary, Richmond, 1991\nEmployment History\nPastor, Trinity Church, Rochester, NY, 2003–present"
        ),
        {"highest_degree": "doctor", "current_title": "Pastor", "current_employer": "Trinity Church"},
    ),
    "firm_in_front_of_the_description": (
        (
            "Dora Prince\ndoraprince@fernpost.net\nPROFESSIONAL EXPERIENCE\nFresh Water Health Manager, 2010 - 2013.\n"
            "Invermoor S.A., Puerto Montt. Managed the health of three hatcheries and supervised all of the staff there."
        ),
        {"current_title": "Fresh Water Health Manager", "current_employer": "Invermoor S.A."},
    ),
    "firm_with_its_trade_in_brackets": (
        (
            "Segun Adeyemi\nsegunade@fernpost.net\nCAREER PROGRESSION\nAug 2013 – Present\nInformation Technology Administrator\n"
            "Bondmoor Maritime Limited (Oil & Gas Services). Victoria Island, Lagos.\nUpdating of the inventory for all of the hardware."
        ),
        {"current_employer": "Bondmoor Maritime Limited"},
    ),
    "german_headings_and_broken_dates": (
        (
            "Detlef Brenner\ndbrenner@fernpost.net\nFührerausweis\tKategorie B\nBERUFLICHE LAUFBAHN\nFebruar 2023 –\nJuni 2023\n"
            "Projektleiter | Moormann AG, Kirchberg\nOfferten erstellen und Bestellungen evaluieren."
        ),
        {"current_title": "Projektleiter", "current_employer": "Moormann AG"},
    ),
    "italian_months": (
        (
            "Lidia Lesi\nlesi@fernpost.net\nEsperienza\nIT Support Specialist\tSet. 2024 – Ott. 2025\nGeneralmare Italia\tVerona, Italia\n"
            "Fornita assistenza tecnica ai dipendenti."
        ),
        {"current_title": "IT Support Specialist", "current_employer": "Generalmare Italia"},
    ),
    "wish_behind_a_bar": (
        "方舒云\n1995.08 | 17788750000 | fsy@fernpost.cn\n求职意向 |  Web前端开发\n教育背景 |\n2017.09-至今 深圳大学|通信工程（硕士）",
        {"desired_title": "Web前端开发", "current_title": None},
    ),
    "firm_and_period_broken_over_lines": (
        "姓名：葛云山\n电话：13781530000\n工作经历\n工作时间：2017 年 07 月\n至 2019 年 09 月\n公司名称：上海马顺科技有\n限公司\n职位：web 前端工程师\n主要职责\n1、配合项目经理",
        {"current_employer": "上海马顺科技有限公司", "current_title": "web 前端工程师"},
    ),
    "contact_of_a_referee": (
        (
            "Thandi Moko\nContact Number\t+27 82 555 0112\nEMPLOYMENT HISTORY\nCompany Name\tCornastone\nPosition Held\tSoftware Tester\n"
            "Date of Employment\tApril 2016 - October 2017\nREFERENCE\nName\tMs Z Khumala\nCompany\tCornastone\nContact\t+27 12 663 0012"
        ),
        {"phones": ("+27825550112",), "current_employer": "Cornastone"},
    ),
    "research_where_no_other_job_is_told": (
        (
            "Beth Ilsen\nbilsen@fernpost.net\nMedia & Outreach Experience\nAudio:\n- January 2023: Recorded a segment for a radio show.\n"
            "Research Experience\nResident Fellow\nOpen Moor Science Limited (remote, UK). Apr. 2023 – Dec. 2024."
        ),
        {"current_title": "Resident Fellow"},
    ),
    "first_name_behind_the_name": (
        (
            "Persoonlijke gegevens\nNaam: Tanghe\nVoornaam: Joris\nGsm: 0485/12.34.56\nE-mail: joris.tanghe@fernpost.be\nAdres: 2650 Edegem\n"
            "Werkervaring:\n23-09-2013 tot heden: AG Moor Insurance (Generalist Schade)"
        ),
        {"name": "Joris Tanghe", "current_employer": "AG Moor Insurance"},
    ),
    "deeds_as_nouns": (
        (
            "Élodie Ville\nelodie.ville@fernpost.fr\nExpériences\nMaison Duverne\t2021 – aujourd'hui\nResponsable des opérations\n"
            "Réduction des coûts de 39 %\nEncadrement d'une équipe de 23 personnes\nBanque Sévigne\t2018 – 2021\nResponsable des opérations"
        ),
        {"current_employer": "Maison Duverne", "current_title": "Responsable des opérations"},
    ),
    "jobs_of_a_story": (
        (
            "许峻宁\n电话：18779885200\n工作经验\n"
            "2020年10月至2022年11月，在徐州青禾餐饮管理股份有限公司担任大数据开发工程师；2024年11月至今，任佛山瑞丰服饰有限责任公司测试工程师。\n"
            "教育经历\n大连海事大学 软件工程 本科"
        ),
        {"current_employer": "佛山瑞丰服饰有限责任公司", "current_title": "测试工程师"},
    ),
    "firm_and_dates_in_brackets": (
        "许峻宁\n电话：18779885200\n香港沙田\n职业履历\n运营经理（星河湾大酒店，2022.9-至今）\n• 独立完成从0到1的流程梳理\n教育经历\n大连海事大学 本科",
        {"current_employer": "星河湾大酒店", "current_title": "运营经理", "city": "香港"},
    ),
    "two_posts_behind_a_slash": (
        (
            "Cauã Ferraz\ncaua.ferraz@fernpost.com.br\nExperiência\nDesenvolvedor Fullstack / Jovem Aprendiz TI\t05/2026 – Presente\n"
            "THE LEDO Oficial\tSão Paulo, SP\nArquitetei e desenvolvi uma plataforma web em Next.js, suportando muitos usuários."
        ),
        {"current_employer": "THE LEDO Oficial"},
    ),
    "centre_with_its_town": (
        "江南星\n13146510000\n实习经历\n北京云启研发中心\t2016.06\n有道事业部 机器翻译实习生\n教育背景\n北京航空航天大学 硕士 2015 - 至今",
        {"current_employer": "北京云启研发中心", "current_title": "机器翻译实习生"},
    ),
    "shop_with_a_door_of_its_own": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   东莞虎门康宁门诊部   门诊护士\n负责输液、采血。\n2012.7—2018.2   衡阳市第三人民医院   内科护士",
        {"current_employer": "东莞虎门康宁门诊部", "current_title": "门诊护士"},
    ),
    "department_of_a_hotel": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   红星大酒店餐饮部   领班\n负责排班。\n2012.7—2018.2   红星机械厂质检科   质检员",
        {"current_employer": "红星大酒店", "current_title": "领班"},
    ),
    "department_alone": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   设备维修部   领班\n负责排班。\n教育经历\n大连海事大学 本科 2014 - 2018",
        {"current_employer": None, "current_title": "领班"},
    ),
    "soldier": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   中国人民解放军某部   通信兵\n负责值班。\n教育经历\n大连海事大学 本科 2014 - 2018",
        {"current_employer": "中国人民解放军某部", "current_title": "通信兵"},
    ),
    "worker_of_a_trade": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今\n南岳环境卫生管理所\n环卫工\n教育经历\n大连海事大学 本科 2014 - 2018",
        {"current_employer": "南岳环境卫生管理所", "current_title": "环卫工"},
    ),
    "house_with_an_article": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperience\nBartender\nThe Rusty Anchor - Springfield, OH\nMay 2019 to Present\n"
            "- Served guests.\nEducation\nBSc Biology, University of Leeds"
        ),
        {"current_employer": "The Rusty Anchor", "current_title": "Bartender"},
    ),
    "name_and_town_on_one_line": (
        "Martha Ferncliff • Columbus, GA\nProfessional experience\nFernpost Libraries\nLibrary Associate • 2016-present\nPlanned programs.",
        {"name": "Martha Ferncliff", "city": "Columbus, GA", "current_employer": "Fernpost Libraries"},
    ),
    "post_and_story_on_one_line": (
        (
            "Ana Moor\nana.moor@fernpost.net\nWork Experience\nOctober 2015 - March 2017\nSuperintendency of Banks\n"
            "Attorney at Legal Department. As part of my job, I have been assigned to a unit.\nMarch 2017\npresent\nBrightwater Moor Law Firm\n"
            "Associate Lawyer. Member of MQT team of the firm (recently ranked in Band 1 in Northfield Partners\nLaw Firm Ranking)."
        ),
        {"current_title": "Associate Lawyer", "current_employer": "Brightwater Moor Law Firm"},
    ),
    "traits_are_no_firm": (
        "張立夏\n0912345678\n學歷\n亞洲大學一年級，2024學年\n工作經驗\n擔任多個家庭家教\n個性特點：善於學習與接受新知\n技能\n烹飪",
        {"current_employer": None},
    ),
    "initials_are_no_vessel": (
        "張立夏\n0912345678\n工作經歷\n中和股份有限公司 MVC工程師 2020/09 - 在職中\n項目名稱：檔案下載\n學歷\n亞洲大學 學士 2010-2014",
        {"current_employer": "中和股份有限公司", "current_title": "MVC工程師"},
    ),
    "post_of_a_volunteer": (
        (
            "Ana Moor\nana.moor@fernpost.net\nProfessional Experience\nFERN SCOUTS OF THE MOOR, Rockford, MI\t2007-present\n"
            "Volunteer: Service Unit Treasurer, Leader\nManaged the accounts of the unit.\nMOOR JUNIOR COLLEGE, Charleston, WV\t2004\n"
            "Instructor, Legal Studies\nEducation\nSuffolk University, JD 1999"
        ),
        {"current_employer": "FERN SCOUTS OF THE MOOR"},
    ),
    "house_of_volunteers": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   晨光义工联合会   项目主管\n负责日常工作。\n教育经历\n大连海事大学 本科 2014 - 2018",
        {"current_employer": "晨光义工联合会", "current_title": "项目主管"},
    ),
    "teacher_who_studies_on": (
        "张立夏\n13700135521\n工作经历\n2018.3—至今   晨光大学   讲师，在职攻读博士在读\n负责教学。\n教育经历\n大连海事大学 硕士 2014 - 2018",
        {"current_employer": "晨光大学", "current_title": "讲师"},
    ),
    "now_in_dutch": (
        (
            "Sjoerd Veldhuis\nsjoerd@fernpost.nl\nWerk Ervaring\n2015–huidig\tMoorboek\nProgrammeur (C#, SQL)\n"
            "Verder ontwikkelen van de addin voor\nMicrosoft Word\n2012–2016\tShell\nService Medewerker\nDe klanten helpen\nOpleidingen\n2008–2012\tHBO Informatica"
        ),
        {"current_employer": "Moorboek", "current_title": "Programmeur (C#, SQL)"},
    ),
    "clerk_to_a_judge": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperience\nLaw Clerk to the Honorable Mara T. Quill, United States District Court for the "
            "District of Oregon, 2021-2022\nSummer Associate, Larch & Pike LLP, Summer 2020"
        ),
        {"current_title": "Law Clerk", "current_employer": "United States District Court for the District of Oregon"},
    ),
    "court_over_its_clerk": (
        (
            "Ana Moor\nana.moor@fernpost.net\nLegal Experience\nHon. Mara T. Quill, Oregon Court of Appeals, Portland, OR\n"
            "Law Clerk, August 2021 - Present\nLarch & Pike LLP, Portland, OR\nAssociate, 2018 - 2021"
        ),
        {"current_title": "Law Clerk", "current_employer": "Oregon Court of Appeals"},
    ),
    "house_before_its_branch": (
        "Ana Moor\nana.moor@fernpost.net\nExperience\nForest Service — Northmoor Centre\nBotanist\n2019 - 2023",
        {"current_title": "Botanist", "current_employer": "Forest Service"},
    ),
    "post_told_in_the_first_sentence": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperience\nLarch Emergency Service Center\nJune 2011 - Present\nAs a Case Manager, I meet "
            "clients one by one and connect them with the services of the county.\nMoor Family Services\nApril 2006 – April 2007\n"
            "As a Shelter Attendant, I kept the building safe."
        ),
        {"current_title": "Case Manager", "current_employer": "Larch Emergency Service Center"},
    ),
    "next_job_of_one_year": (
        "Ana Moor\nana.moor@fernpost.net\nExperience\nServer, The Rusty Anchor, 2019-Present\nHost, Blue Door Cafe, 2018",
        {"current_title": "Server", "current_employer": "The Rusty Anchor"},
    ),
    "current_in_front": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperience\nCurrent: Head Librarian, Larch Public Library\n"
            "Past: Archivist, Moor Museum (2010-2015)"
        ),
        {"current_title": "Head Librarian", "current_employer": "Larch Public Library"},
    ),
    "house_over_bare_dates_and_posts": (
        (
            "Ana Moor\nana.moor@fernpost.net\nAppointments\nLarch College London\n2011–Present.\nLecturer.\n2009–2011.\nResearch Fellow.\n"
            "2006–2009.\nResearch Associate, Winds project."
        ),
        {"current_title": "Lecturer", "current_employer": "Larch College London"},
    ),
    "house_with_its_street": (
        (
            "Ana Moor\nana.moor@fernpost.net\nWork History\nRegistered Nurse (RN)\nLarch Cardiovascular, 2815 S Moor Blvd,\nBoynton Beach, FL\n"
            "10/2014 - 02/2015\nPatient Care Technician\nMoor Medical Center, 5301 S Pike Ave,\nAtlantis, FL\n06/2010 - 02/2012"
        ),
        {"current_title": "Registered Nurse (RN)", "current_employer": "Larch Cardiovascular"},
    ),
    "division_of_a_bank": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperience\nEconomist, Macroprudential Policy and Financial Stability Division, Bank of Larch, "
            "2022–ongoing\nEconomist, Moor Estates, 2018–2019"
        ),
        {"current_title": "Economist", "current_employer": "Bank of Larch"},
    ),
    "heading_of_a_trade_in_the_margin": (
        (
            "Ana Moor\nana.moor@fernpost.net\nSocial Service Experience\nLarch Service Center\nJune 2011 - Present\nCase Manager\n"
            "Human Services Experience\nMoor Family Services\n2006 – 2007\nShelter Attendant"
        ),
        {"current_title": "Case Manager", "current_employer": "Larch Service Center"},
    ),
    "house_with_its_place_in_the_first_item": (
        (
            "Ana Moor\nana.moor@fernpost.net\nWork experience\n* 2019-2020: Pastor\n  * New Mount Larch, Winston Salem, NC\n  * Duties "
            "included: Pastoral Care\n* 2013-2019: Pastor\n  * Mt. Quill, Stokesdale, NC\n  * Duties included: Preaching"
        ),
        {"current_title": "Pastor", "current_employer": "New Mount Larch"},
    ),
    "years_in_brackets": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperience\nBarista, Larch Coffee\nJune (2023) – September (2024)\nMade drinks.\n"
            "Cashier, Moor Market\nMay (2021) – June (2023)"
        ),
        {"current_title": "Barista", "current_employer": "Larch Coffee"},
    ),
    "undated_jobs_with_what_was_done": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperience\nTour Guide – Northwind Tours: led walks for groups of visitors through the old "
            "town.\nReceptionist – Hotel Larch: greeted guests and answered the telephone."
        ),
        {"current_title": "Tour Guide", "current_employer": "Northwind Tours"},
    ),
    "currently_over_a_sentence": (
        (
            "Ana Moor\nana.moor@fernpost.net\nCurrently\n2017-\nI'm an Assistant Professor in the Group of Botany at the Larch School of "
            "Business, Northmoor University\nEducation\n2017\nPh.D., Botany\nEastmoor University"
        ),
        {"current_title": "Assistant Professor", "current_employer": "Larch School of Business"},
    ),
    "dates_behind_the_heading_of_the_present_job": (
        (
            "Ana Moor\nana.moor@fernpost.net\nCurrent Position\t2022–ongoing\nBanque du Lac\nEconomist, Financial Stability Division\n"
            "Previous Experience\t2019–2022\nBanque du Lac — Statistical Division\nData scientist"
        ),
        {"current_title": "Economist", "current_employer": "Banque du Lac"},
    ),
    "label_of_the_work_below_the_dates": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperiencia\nIngeniera de Hardware\nLarchTools, Madrid\nAgosto 2020 – Abril 2025\n"
            "Ingeniería Firmware:\nrecopilación de requisitos"
        ),
        {"current_title": "Ingeniera de Hardware", "current_employer": "LarchTools"},
    ),
    "work_in_quotes_below_the_post": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExpérience\n2011 à ce jour\nCELAR, Toulouse\nThèse de doctorat Arts et Métiers ParisTech\n"
            '"Aéroélasticité des hélices\ncontra-rotatives'
        ),
        {"current_employer": "CELAR"},
    ),
    "some_agency_has_no_name": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExpérience\nDéveloppeuse dans\nune agence\n2015 - 2017\nMoor Studios\tLondres\n"
            "Projet : MOOR (Moor in the Air)"
        ),
        {"current_employer": "Moor Studios"},
    ),
    "work_told_behind_the_post": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperiencia laboral\n(08/2014 – presente) Sistemas Moor S. A., desarrolladora web UI. Lider "
            "técnico en proyecto larch para iPhone.\n(12/2011 – 06/2014) Municipalidad de Moor, asesoramiento técnico"
        ),
        {"current_title": "desarrolladora web UI", "current_employer": "Sistemas Moor S. A."},
    ),
    "work_told_behind_the_post_in_the_line_below": (
        (
            "Ana Moor\nana.moor@fernpost.net\nExperiencia laboral\n(08/2014 – presente) Sistemas Moor S. A.,\n"
            "desarrolladora web UI. Lider técnico en proyecto\nlarch para iPhone."
        ),
        {"current_title": "desarrolladora web UI", "current_employer": "Sistemas Moor S. A."},
    ),
    "heading_broken_by_its_column": (
        (
            "Ana Moor\nana.moor@fernpost.net\nEXPÉRIENCES\nPROFESSIONNELLES\nAoût 2009 (2 semaines)\nYverdon-les-bains, Suisse\n"
            "élaboration d'un site"
        ),
        {"current_employer": None},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_jobs_of_the_world(case: str, read: Callable[..., Reading]) -> None:
    text, expected = CASES[case]
    (found,) = read(text + ("" if "\u4e00" <= text[0] <= "\u9fff" else TAIL)).resumes
    assert {field: getattr(found, field) for field in expected} == expected


@pytest.mark.parametrize("firm", ["Larch Coffee", "Moor & Pike Roofs", "Lindau Superior Court", "Northmoor Symphony"])
def test_firms_known_by_a_word(firm: str) -> None:
    assert employer_score(firm) >= 0.6


@pytest.mark.parametrize("phrase", ["Coffee Roaster", "Coffee", "Auto Mechanic", "Construction and Design"])
def test_words_that_end_names_of_firms_and_tell_nothing_elsewhere(phrase: str) -> None:
    assert employer_score(phrase) == 0


def test_dates_in_small_print_make_no_heading_of_the_post_below(sheet_of: Callable[..., Sheet]) -> None:
    text = "Ana Moor\nProfessional Experience\nLarch Trade – St. Louis, MO\n6/2009 — Present\nWeb Developer\nkept the pages of the bank running"
    job = read_job(sheet_of(text, sizes={0: 20, 1: 13, 3: 8}))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Web Developer", "Larch Trade")
