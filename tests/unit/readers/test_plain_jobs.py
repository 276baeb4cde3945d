"""Jobs of people who set them in their own way: a bare year, the firm apart, schemes in brackets, addresses, other headings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.wish_told import told_title
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def halves_of(text: str) -> tuple[str | None, str | None]:
    document = document_of_text(f"Pat Marlowe\npat@marlowe.example\n\n{text}\n", ReaderLimits())
    assert isinstance(document, Document)
    job = read_job(make_sheet(document, read_file_name("x.md", source=None)))
    return job.title and job.title.value, job.employer and job.employer.value


JOBS = [
    ("# Work history\n2/2013 – 8/2016\nThe Lindale News / The News-Courier, Lindale, Va.\nManaging editor\nManaged a newsroom with up to four employees, planning, editing and page production.\n9/2007 – 2/2013\nThe Courier-Index, Northmoor, Md.\nCopy editor\nDesigned pages and wrote headlines for a daily newspaper with many readers.", "Managing editor", "The Lindale News"),
    ("# Work history\n2013 – 2016\nBlue Door Bakery, Lindale, Mass.\nShift supervisor\nKept the till and led a crew of four in the mornings.\n2010 – 2013\nRed Barn Market, Lindale, Mass.\nCashier\nRang up customers and stocked the shelves.", "Shift supervisor", "Blue Door Bakery"),
    ("# Employment\nNovember, 2015 - October, 2016. Chemistry and Biology teacher (NYSC)\nSt. Anne's College, Lindale, Northmoor State.\nDUTIES\nTaught five classes.\nFeb. 2014 - Oct 2015: Computer Instructor\nBright Path Academy, Lindale, Abia State\nDUTIES\nTaught computer studies.", "Chemistry and Biology teacher", "St. Anne's College"),
    ("# Employment\nAccounts Assistant (Industrial Attachment)\tJan 2019 - Jun 2019\nMarden Mills, Kano\n• Kept the books.", "Accounts Assistant", "Marden Mills"),
    ("# Employment\nSoftware Developer (Co-op)\tJan 2019 - Jun 2019\nMarden Networks, Halifax\n• Wrote tests.", "Software Developer", "Marden Networks"),
    ("# Work Experience\n11/2019-09/2021\tEnglish teacher at Marang Pattaya Scool,Thailand\n• Teach courses in English using a systematic plan of lessons.\n05/2019-10/2019\tEnglish teacher at Larch Municipal School, Thailand\n• Teach students using a plan of lessons.", "English teacher", "Marang Pattaya Scool"),
    ("# Work Experience\n2019-2021\tNurse at Mercy Lindale,Kenya\n• Cared for patients.\n2015-2019\tNurse at Larch Clinic,Kenya\n• Cared for patients.", "Nurse", "Mercy Lindale"),
    ("Work Place Experience\nStock Clerk, Northwind Foods 2023-2024\nHelped customers find the product they wanted to find\nCashier, Larch Market 2021-2022", "Stock Clerk", "Northwind Foods"),
    ("# Freelance Roles\nMarlowe Consulting Ltd\nFEBRUARY 1998-DECEMBER 2004: FREELANCE CONSULTANT\n## Activities\nPROJECT MANAGER for a soft launch\nManaging rollout of sites to aggressive timescales\n# PERMANENT ROLES:\nNORTHWIND BROADBAND LTD (NBL) November 2005 - present\nPRINCIPAL SITE ENGINEER\nResponsible for all aspects of site engineering and of rigging.", "PRINCIPAL SITE ENGINEER", "NORTHWIND BROADBAND LTD"),
    ("Selected Solo Exhibitions\n2012, New Work, 77 Salon, Portland, OR\n2010, Animalia, Moxie, Portland, OR\nSelected Group Exhibitions\n2011-2014, The Lamp Affair, benefit for Marlowe Warehouse, Portland, OR\nSelected Installations, Sculptures, Performances & Interventions\n2013, The Tin Body, Pioneer Place Mall, Portland, OR\nCommunity Action\n2012-2013, Outreach Coordinator, TINSCRAP, Portland, OR\n2012, Board Member, Larch Artisans, Portland, OR\nEducation\nNorthmoor University, BA, 1990", "Outreach Coordinator", "TINSCRAP"),
    ("# Experience\nGraphic Designer, White Larch Centre, Lagos, 2015 - 2018\nMade posters.\nUX Designer, Northmoor University, Lagos, 2024\nDesigned the wireframe.", "UX Designer", "Northmoor University"),
    ("Exhibitions\n2012-2014, Tin Works, Salon 77, Portland\n2011, Group Show, Portland\nEducation\nNorthmoor University, BA, 1990", None, None),
    ("# Work Experience\n2016 - 2021\nlarch diner\n2018 - 2019\nnorthgill", None, "larch diner"),
    ("# Work Experience\nJan - Mar 2020\nblue door\nMay - Dec 2019\nmarden mill\n2016 - 2018\nlarch lots", None, "blue door"),
    ("# Experience\nClaremoor (Acquired by Northgill)\nSenior Consultant, Global Services (March 2021 – Present)\nUses the software of the house to develop analyses\nUniversal Survey Company (USC)\nBusiness Analyst, Audit and Assurance (March 2019 – February 2021)\nCreated visually impactful dashboards for briefings\nTreville Risk Advisors\nSenior Analyst, Regulatory Compliance (April 2016 – January 2019)\nServed as project manager and lead data analyst", "Senior Consultant", "Claremoor"),
    ("# Experience\nMusician, 200+ hours of performance experience (2012-present)\nLifeguard, Rath Community Centre (2010-2012)", "Musician", None),
    ("# Experience\n2015 - 2018\nGraphic Designer\nWhite Larch Centre, Lagos\nCollaborated with designers to create visual concepts.\n2024\nUI-UX Designer\nNorthmoor University, Lagos\nDesigned the wireframe for the website.", "UI-UX Designer", "Northmoor University"),
    ("# Experience\n2015 - 2018\nLarch Market\nCashier\nRang up customers and stocked the shelves.\nJune 2023\nNorthwind Foods\nShift Manager\nPlanned the shifts of the crew.", "Shift Manager", "Northwind Foods"),
    ("# EXPERIENCE\n• MARDEN LINDALE — Lindale, MI\nPRODUCT DEVELOPER\n2018-present\n•\tCreating patterns, developing procedures, and monitoring all processes.\nIRVING LARCH — Pontiac, MI\nPATTERN DEVELOPER\n2016-2018\n•\tWorking directly with customers from early stages of design.", "PRODUCT DEVELOPER", "MARDEN LINDALE"),
    ("# EXPERIENCE\n- Blue Barn – Lindale, MI\nBaker\n2018-present\n- Baking bread and pies in the night shift.", "Baker", "Blue Barn"),
    ("# EXPERIENCE\nProject coordinator\nMarlowe Youth-A long kericho-lindale Road, opposite larch Arboretum,kericho,KEN,Kenyan\nJanuary 2024 to April 2024.\ncoordinating and giving directions to youths on skills infusion project.", "Project coordinator", "Marlowe Youth"),
    ("# EXPERIENCE\nField officer\nMarlowe Trust, P.O. Box 12, Larch Street, near the old mill, Nakuru\nMay 2022 to April 2024\nvisiting farmers and training them.", "Field officer", "Marlowe Trust"),
    ("# EXPERIENCE\nMarlowe Youth-A long kericho-lindale Road, opposite larch Arboretum,kericho, January 2024 to April 2024\nProject coordinator\ncoordinating and giving directions to youths on skills infusion project.", "Project coordinator", "Marlowe Youth"),
    ('# Work experience\n- Waitress at the "Larch e Mare" restaurant, in Lindale (AL), Italy, February 2023 - May 2023, January 2024 - currently.\n- Assistant chef at the "Marden" restaurant, Cala Lindale, Spain. June 2023 - August 2023.', "Waitress", '"Larch e Mare" restaurant'),
    ("# Professional Experience\n- 2015 August - December. Larchtime.ua. QC engineer (Freelance): defects searching, bug reports issuance, usability recommendations.\n- 2011-2014 supervisor of ventilation and safety, Mine Stepmoor", "QC engineer", "Larchtime.ua"),
    ("# Experience\n2016 March - 2018 August\nMarden Mills Ltd\nStorekeeper\n2012 January - 2016 February\nLarch Trade Ltd\nCashier", "Storekeeper", "Marden Mills Ltd"),
    ("# Work Experience\n- Medical Officer (2023/07/01-Present)\n  - 🏠 MDN Holdings, Singapore\n  - 🎫 Manpower Division\n  - Managed inpatients and outpatients with registrars and consultants.", "Medical Officer", "MDN Holdings"),
    ("Nora Pellwick\nNorthmoor College\nProject experience\n2020.02-present\tOnline mall cosmetics sales system\nproject description:\tUsers buy and rate cosmetics.", None, None),
    ("# Experience\n- **Personal Project** - Menu Automation Using Sensors (5 Months)\n  - Built a tool to automate the design of menus.", None, None),
    ("# Work experience\nTeaching Assistant in Third year\n2019 - 2020\nHelped the first years with their reports.", "Teaching Assistant", None),
    ("# Work experience\nApplication Development Associate\nMarden -\nNovember 2017 to Present\nRole: Currently working on Chat-bot. Developing Backend Queries\nfor the Bot which will be triggered based on given input.", "Application Development Associate", "Marden"),
    ("# About\nMy name is Pat Marlowe, from Lindale state. I am a student of radiography. I am a frontend developer, currently interning at Zumar for the summer programme and training at Larch camp.", "frontend developer", "Zumar"),
    ("# Work Experience\n### Worked as a part-time teacher in a secondary school\n#### Jan 2019 - Feb 2019", "part-time teacher", None),
    ("# EXPERIENCE\nLARCH FOUNDATION | September-Present\nResearch Intern/ Administration Assistant\nWorking with files, conducts surveys, collect data from students.\nMARDEN CHANGEMAKERS | September 2016-Present\nCEO & Founder of the Organisation (NPO)\nBring change to high schools and communities.", "Research Intern/ Administration Assistant", "LARCH FOUNDATION"),
    ("# Work Experience\nLicensed Chiropractic Assistant| Billing Representative | Administration & Records Clerk | Larch Quest Chiropractic and Physical Therapy | 2019-2021, 2023-Present\n- Managed patient records and ensured accurate data entry.\nCertified Personal Trainer and Corrective Exercise Specialist | The Lindale Fettle | 2017-2023\n- Expertise in identifying movement dysfunctions.", "Licensed Chiropractic Assistant", "Larch Quest Chiropractic and Physical Therapy"),
    ("# Work Experience\nContent Reviewer\nDecember 2021 - January 2023\n- Thoroughly check ad content with quality and accuracy.\nSenior Web Content Reviewer with German\nFebrurary 2023 - Present\n- Review extraction of online content for accuracy.", "Senior Web Content Reviewer", None),
    ("# Employment History\nDuration\tOrganisation\tWork Profile\n1991-1992\tLarch Academy, New Delhi\tTeacher on contract basis\n1994 till date\tMarden Bank of India\tJoined as clerk. Now working as Chief Manager", "Chief Manager", "Marden Bank of India"),
    ("# Employment History\nDuration\tOrganisation\tWork Profile\n1991-1992\tLarch Academy, New Delhi\tTeacher on contract basis\n1994 till\ndate\tMarden Bank of India\tJoined as clerk-Cum-Cashier. Now working as\nChief Manager", "Chief Manager", "Marden Bank of India"),
    ("# Work Experience\n### Larchpeace (Istanbul, Turkiye)\nFebruay 2015 - November 2016\n- Field Studies in Istanbul\n### Emlin24 (Cologne, Germany)\nOctober 2023 - Still\n- Coordination of Regional Partners in Turkey\n- Conducting Real Estate Valuation", None, "Emlin24"),
    ("# Work Experience\n### (2017-Present) Larch Colleague\n#### Larch Aldermoor Superstore\n- I have accelerated every picking trip to ensure the shopping is on time.", "Larch Colleague", "Larch Aldermoor Superstore"),
    ("# Experience\n- Adobe Photoshop, Graphics Design with The Lindale Movement\n- Adobe Illustrator, Photography with Larch Forum\n- Intern with Molecular Biology Research Laboratory", "Intern", "Molecular Biology Research Laboratory"),
    ("Work Experience\nWalmart Meat Department Clerk 2023-2024\n- Helped customers find the product they wanted to find", "Meat Department Clerk", "Walmart"),
    ("Employment History\n2 years\nMarden Bank\nTeller\n3 years\nLarch Foods\nCashier", "Teller", "Marden Bank"),
    ("# EXPERIENCE\n• Larch Foods – Nairobi\nCashier\n2019 - 2021\n• Rang up customers.", "Cashier", "Larch Foods"),
    ("# Work Experience\nI have worked with Marden Bank Ltd for two years as an accountant", "accountant", "Marden Bank Ltd"),
    ("# Work Experience\nAttachment at Marden County Hospital from May 2019 to August 2019 as a nurse intern", "nurse intern", "Marden County Hospital"),
    ("# Work Experience\nJan 2018 to date\nMarden Primary School as a class teacher", "class teacher", "Marden Primary School"),
    ("# Work Experience\nTeaching practice at Larch Primary School (2018)\nClass teacher at Marden Academy (2019 up to date)", "Class teacher", "Marden Academy"),
    ("# Work Experience\n• 2 Years experience in Marden Exports as Accountant\n• 1 year experience as a clerk in Larch Mills", "Accountant", "Marden Exports"),
    ("# Work Experience\nLarch outlet (2014.04 - 2014.09)\nSelling shoes and clothing\nMardena ICT (warranty service) (2021.01 - 2022.01)\nReceiving electronics for warranty service.\nElektrum Mardena (2022 - Now)\nCustomer problem solver (2022.04 - 2023.08)\nCustomer Care\nBussiness support (2023.08 - Now)\nFixing contracts inside systems.", None, "Elektrum Mardena"),
    ("# Work Experience\n### Hanlarch Pharmaceuticals:\n- Worked as a Pharmacy Assistant\n- recorded sales, took stock inventory", "Pharmacy Assistant", "Hanlarch Pharmaceuticals"),
    ("# Experience\nLARCHMY Senior Software Engineer, Data Platform JUNE 2019 TO\nPRESENT\n- Developed pipeline to process logs\nMARDMO Senior Data Scientist JUNE 2018 TO JUNE 2019\n- Designed the extractor pipeline.", "Senior Software Engineer, Data Platform", "LARCHMY"),
    ("# Experience\n### mardacom.co.za\n2015-2021\nAWS\nMardacom is a leading African communications company.\n### larchbank.co.za\n2013-2015\nSQL\nA bank of the country.", None, "mardacom.co.za"),
    ("# Experience\n- Aldermoor Custom Trailers, Edmonton, AB, August 2017 --- Present\n- Kitchen Helper,Capital Larch, Edmonton, AB, July 2015 --- October 2017", None, "Aldermoor Custom Trailers"),
    ("# EXPERIENCE\nMarden Sports* Welches, OR\nSki Equipment Technician November 2016—March 2017; 20 hours per week Assisted customers of all ages in finding and fitting outdoor gear.\nUniversity of Larchmoor Biology Lab* Eugene, OR\nLab Prep Assistant September—June. 2015; 5 hours per week Prepared materials and procedures for the curriculum.", "Ski Equipment Technician", "Marden Sports"),
    ("# Experiences\n2014\tEmployé polyvalent KFC - 77340 Pontault-Combault\nJuillet 2013 - Aout 2013\tStage chez Larch Electricité- 95120 ERMONT", "Employé polyvalent", "KFC"),
    ("# WORK EXPERIENCE\n2021-2022\n2019-2021\n2014-2019\nTEAM LEAD\nIncheon Larch Motors, Kayamkulam\nHandle the team in an excellent way to achieve the targets before the deadline.\nSALES EXECUTIVE\nMarden Motors, Kollam", "TEAM LEAD", "Incheon Larch Motors"),
    ("# EXPERIENCE\n• Larch Foods Ltd\nCashier 2019 - 2021\n• Rang up customers and stocked the shelves.", "Cashier", "Larch Foods Ltd"),
    ("# 工作经历\n• 青禾电机有限公司\n采购专员 2019.05 - 2022.08\n• 负责电机物料的采购与跟单。", "采购专员", "青禾电机有限公司"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_plain_jobs(text: str, title: str | None, employer: str | None) -> None:
    assert halves_of(text) == (title, employer)


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Work Place Experience", "experience"),
        ("Freelance Roles", "experience"),
        ("Permanent Roles:", "experience"),
        ("Past and Present Jobs", "experience"),
        ("Contract Assignments", "experience"),
        ("Selected Group Exhibitions", "projects"),
        ("Solo & Group Exhibitions", "projects"),
        ("Selected Installations, Sculptures, Performances & Interventions", None),
        ("Concerts and Recitals", "projects"),
        ("Community Action", "projects"),
        ("Group performance", "projects"),
    ],
)
def test_headings_of_roles_and_shows(heading: str, section: str | None) -> None:
    assert section_of_heading(heading) == section


def test_the_rest_of_a_sentence_is_no_heading() -> None:
    text = (
        "# Experience\nOct 2015 - May 2018\nGraphic Designer\nWhite Larch Centre, Lagos\n"
        "Conducted research to gather information about each client's needs and\npreferences\nPresented designs.\n"
        "Feb 2019 - now\nUX Designer\nNorthmoor University, Lagos\nDesigned the wireframe."
    )
    assert halves_of(text) == ("UX Designer", "Northmoor University")


def test_a_department_in_larger_print_is_where_somebody_works(sheet_of: Callable[..., Sheet]) -> None:
    text = "Pat Marlowe\nEmployment\nMarlowe CTS Department\nStudent Technician, Lindale, MA [2014 - Present]\nKeeping the labs of the college."
    sheet = sheet_of(text, sizes={0: 24.0, 1: 16.0, 2: 14.0})
    job = read_job(sheet)
    halves = job.title and job.title.value, job.employer and job.employer.value
    assert halves == ("Student Technician", "Marlowe CTS Department")
    plain = read_job(sheet_of(text.replace("Marlowe CTS", "Marketing"), sizes={0: 24.0, 1: 16.0, 2: 14.0}))
    assert plain.employer is None


CHINESE = [
    ("# 工作经历\n本人 2017 年 7 月至 2019 年 6 月在青禾市房屋经营管理中心供暖服务所工作,所在部门是技术部岗位\n是资产管理员.主要工作内容:检查下级单位国有资产和设备资产防止流失,", "资产管理员", "青禾市房屋经营管理中心供暖服务所"),
    ("# 工作经历\n2022.11-至今    晨光云（大连）\n前端开发主管 | 元宇宙、人工智能、ARVR\n工作内容:\n•公司产品前端研发\n2022.3-2022.10    青禾数据\n前端开发工程师 | 计算机软件\n工作内容:\n•前端开发", "前端开发主管", "晨光云"),
    ("# 工作经历\n青禾健康科技责任有限公司-技术部-Java开发\n工程师（2016.11-至今）\n熟练使用数据库。", "Java开发工程师", "青禾健康科技责任有限公司"),
    ("# 工作经历\n晨光商贸有限公司-华东大区-区域销售\n经理（2016.11-至今）\n管理三省渠道。", "区域销售经理", "晨光商贸有限公司"),
    ("最近工作职位：\tAndroid开发工程师\n公司：\t星禾智能\n行业：\t计算机软件\n# 工作经验\n2017/6-至今\tAndroid开发工程师\t|软件\n星禾智能 [1年]\n计算机软件|少于50人|创业公司\n工作描述：\n做二次开发。", "Android开发工程师", "星禾智能"),
    ("# 工作经历\n社区服务站慢病管理员:负责为客户进行体检并解读体检结果。 评估客户的健康状况和所患疾病危险性；进行健康咨询与指导。 对患者进行糖尿病、高血压检测工作。", "社区服务站慢病管理员", None),
    ("# 联系我\n微博| 知乎| Github\nAll Rights Reserved\n蜀ICP备15000000号 Copyright © 2016 - 2017", None, None),
    ("# 教育背景\n青禾大学\n2021.09—2027.06\n# 相关竞赛\n自动驾驶算法挑战赛——行车赛道 PNC 算法开发\n负责人|2024.03—2024.06\n完成了规划。", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), CHINESE)
def test_plain_jobs_in_chinese(text: str, title: str | None, employer: str | None) -> None:
    assert halves_of(text) == (title, employer)


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("To be a successful entrepreneur by associating with a growing organization.", None),
        ("To become a valued asset through working in a growing firm.", None),
        ("To be a successful accountant by learning from the best.", "accountant"),
    ],
)
def test_what_nobody_employs_is_no_wish(sentence: str, title: str | None) -> None:
    found = told_title(sentence)
    assert (found.removeprefix("successful ") if found else None) == title


def test_post_in_larger_print_that_a_narrow_column_breaks(sheet_of: Callable[..., Sheet]) -> None:
    text = "Pat Marlowe\nExperience\nBUSINESS DEVELOPMENT\nCONSULTANT\nLarchmoor | January 2018 - Present\nCollaborated with"
    job = read_job(sheet_of(text, sizes={0: 20, 1: 15, 2: 12, 3: 12, 4: 10, 5: 10}))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (
        "BUSINESS DEVELOPMENT CONSULTANT",
        "Larchmoor",
    )


def test_post_alone_under_a_firm_in_larger_print(sheet_of: Callable[..., Sheet]) -> None:
    text = "Pat Marlowe\nEXPERIENCE\nLarchskilled\nJava Full Stack developer Intern\n→Developed dynamic web applications for shops.\nAI Intern\n→Developed and trained models."
    job = read_job(sheet_of(text, sizes={0: 20, 1: 18, 2: 18, 3: 14, 4: 12, 5: 18, 6: 12}))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (
        "Java Full Stack developer Intern",
        "Larchskilled",
    )


def test_firm_without_its_post_where_other_jobs_name_both(sheet_of: Callable[..., Sheet]) -> None:
    text = "Pat Marlowe\nWork Experience\nWorkshop Manager - Decolarch Group Feb 2016 - Dec 2016\nManaged daily operations of the floor.\nHostess - Marden Rail Tours Jan 2017 - Dec 2019\nHosted a group of guests on board the train.\nAfrimar LED March 2021 - Feb 2022\nMaintained the upkeep of the company's social media presence."
    job = read_job(sheet_of(text, sizes={0: 20, 1: 18, 2: 14, 4: 14, 6: 14}))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (None, "Afrimar LED")


def test_firm_as_large_as_the_heading_right_above_it(sheet_of: Callable[..., Sheet]) -> None:
    text = "Pat Marlowe\npat@marlowe.example\nProfessional Experience:\nLarchbar\nExperience Design Lead, Jul 2016 – Present\n- Lead team of junior designers through the design process\nVolunteer Experience:\nCongregation of Lindale\nBoard of Trustees, Events Committee Chair, Feb 2017 – Present\n- Manage event planners\nEducation:\nNorthmoor University, B.A., 2010\nSkills:\nDesign"
    job = read_job(sheet_of(text, sizes=dict.fromkeys(range(14), 10) | {0: 20, 2: 12, 3: 12, 6: 12, 10: 12, 12: 12}))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (
        "Experience Design Lead",
        "Larchbar",
    )
