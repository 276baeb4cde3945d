"""Current title and employer: one row a way of printing a job, with and without words that give the firm away."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.columns import fields_of_header
from ringback.readers.document import Record
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.side_by_side import of_newest_column
from ringback.readers.fields.periods import period_in
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.html import document_of_html
from ringback.readers.jsonresume import read_json
from ringback.readers.limits import ReaderLimits
from ringback.readers.markdown import lines_of_markdown
from ringback.readers.text import document_of_text

MakeSheet = Callable[..., Sheet]

LATIN: list[tuple[str, str | None, str | None]] = [
    ("Sales Associate, Brightwave | Jan 2020 - Present", "Sales Associate", "Brightwave"),
    ("Brightwave: Sales Associate\nJan 2020 - Present", "Sales Associate", "Brightwave"),
    ("Brightwave: Sales Associate\t2020 - Present", "Sales Associate", "Brightwave"),
    ("Sales Associate (Brightwave) 2020 – Present", "Sales Associate", "Brightwave"),
    ("Brightwave (Sales Associate) (2020 – Present)", "Sales Associate", "Brightwave"),
    ("2020 – Present Sales Associate, Brightwave, Austin, TX.", "Sales Associate", "Brightwave"),
    ("Brightwave - Austin, TX\nSales Associate (2020 – Present)", "Sales Associate", "Brightwave"),
    ("Jan 2020\n-\nPresent\nSales Associate\nBrightwave, Austin, TX", "Sales Associate", "Brightwave"),
    ("Jan 2020\nPresent\nSales Associate\nBrightwave, Austin, TX", "Sales Associate", "Brightwave"),
    ("Director, Product Marketing\tJan 2020 – Present\nBrightwave\tBoston, MA", "Director, Product Marketing", "Brightwave"),
    ("Brightwave\tJan 2018 – Present\nStore Manager (Jun 2020 – Present)\nBarista (Jan 2018 – Jun 2020)", "Store Manager", "Brightwave"),
    ("2024-        BRIGHTWAVE, Sales Associate ------------- Austin, TX", "Sales Associate", "BRIGHTWAVE"),
    ("Brightwave\nSales Associate\n2020 – Present\tData & Analytics", "Sales Associate", "Brightwave"),
    ("Senior Software Developer, Foundry's Lane\t2020 – Present\nFounding Engineer and Team Lead for Product Development", "Senior Software Developer", "Foundry's Lane"),
    ("Sales Associate\t2020 – Present\nVerona\tAustin, TX (Hybrid)\nWe sold and sold and sold!", "Sales Associate", "Verona"),
    ("Brightwave (Bright) — Data Analyst II, Product, Marketing, and FP&A\nPhoenix, Arizona · 2022–Present", "Data Analyst II", "Brightwave"),
    ("Janvier 2021 à présent Vendeur senior à l’ESTEL\n2014 à 2016 Vendeur chez Acme", "Vendeur senior", "ESTEL"),
    ("Store Manager, Department of Household Goods and Furniture, Brightwave Trading Company, Austin, Texas, United States from Mar. 2021.\nBarista, Verona Corporation, Austin, TX from Aug. 2019.", "Store Manager", "Brightwave Trading Company"),
    ("* 2024-present: Store Manager\n  * Brightwave Institute of Technology, Japan\n  * Group: Kitchen\n\n* 2022-2023: Barista\n  * Verona University", "Store Manager", "Brightwave Institute of Technology"),
    ("* June 2024 - present: Postdoctoral Fellowship\n  * the University of Brightwater\n  * Duties: none", "Postdoctoral Fellowship", "University of Brightwater"),
    ("Page Production / 2013-14 + 2014-15\nVerona Corporation / Austin, TX\nFreelance Designer / 2016+\nSelf-employed / Austin, TX", "Freelance Designer", "Self-employed"),
    ("Store Manager\nOctober 2021 - Currently Employed", "Store Manager", None),
    ("-\n  title: Web Designer at Berman Advertising\n  subtitle: Jan 2014 - August 2017\n-\n  title: Barista at Verona\n  subtitle: Jan 2012 - June 2013", "Web Designer", "Berman Advertising"),
    ("* Dunn & Bright Group, APLC\n  * Law Clerk (05/2022-Present) – Los Angeles, CA)\n       Met with clients and took statements.\n* Verona Court:\n  * Legal Assistant (05/2018-07/2019 – San Diego, CA)", "Law Clerk", "Dunn & Bright Group"),
    ("- Advanced Engineer\n  - Brightwave Telecom\n  - July 2021 - Present\n- Program Analyst\n  - Verona Software Services Corporation.\n  - Oct 2017 - Jan 2021", "Advanced Engineer", "Brightwave Telecom"),
    ("09-2014 – Presente\tDesarrollador Full Stack, Cámara de Diputados de la Nación, Dirección de Servicios Digitales, CABA. Tareas: desarrollo de aplicaciones en lenguaje JavaScript, mantenimiento y soporte a los usuarios de toda la casa.\n02-2013 – 09-2014\tDesarrollador ABAP, Verona Soluciones, CABA.", "Desarrollador Full Stack", "Cámara de Diputados de la Nación"),
    ("Store Manager – Verona Federal Credit Union, Albuquerque NM 7/2008-Pres\nBarista – Bean Inc, Seattle WA 2/2006-7/2007", "Store Manager", "Verona Federal Credit Union"),
    ("02.2022-11.2023\nQualitätssicherungsingenieurin / ISB\nVerona GmbH, Berlin", "Qualitätssicherungsingenieurin", "Verona GmbH"),
    ("Center for Global Change, Brightwave, Cambridge, MA\nPostdoctoral Research Associate\t2016-present", "Postdoctoral Research Associate", "Center for Global Change"),
    ("Sales Associate and Buyer, Brightwave, 2011–. Employed there since spring.\n2024 — Adviser on Sales, Moss & Co, June–September.\n2009–2010 — Barista, Verona Corporation.", "Sales Associate and Buyer", "Brightwave"),
    ("December 2022 - Current: Brightwave Motors\nFebruary 2022   May 2022: Verona Auto Care\n2018   2022: Barista for Moss & Co.", None, "Brightwave Motors"),
    ("Sales Associate\tJuly 2022 - present\nDesignation\tMar 2019 - Jan 2021", "Sales Associate", None),
    ("Sales Associate, Dunn & Bright, Inc., Austin, TX (1/21 – present)\nBarista, Brightwave, Austin, TX (8/18 – 1/21)\nCashier, Verona Corporation, Austin, TX (12/15 – 8/18)", "Sales Associate", "Dunn & Bright, Inc."),
    ("I am Sales Associate in Brightwave India Pvt Ltd, Bangalore. I like it.\nsince 14 July 2011", "Sales Associate", "Brightwave India Pvt Ltd"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), LATIN)
def test_latin_jobs(sheet_of: MakeSheet, text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of(f"Jo Lee\nExperience\n{text}\nEducation\nUniversity of Leeds"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


PRESENT: list[tuple[str, str, str]] = [
    ("馬穎琳\n現職\n客戶服務主任，晨光亞洲有限公司（2021年3月至今）\n過往經驗\n客戶服務助理，盒馬亞洲有限公司（2017年8月至2021年2月）", "客戶服務主任", "晨光亞洲有限公司"),
    ("呂靜宜\n工作資歷\n公司名稱\t晨光國際有限公司\n職務名稱\t業務處長\n任職時間\t2019年1月～仍在職\n公司名稱\t盒馬企業有限公司\n職務名稱\t國外業務\n任職時間\t2017年5月～2019年1月", "業務處長", "晨光國際有限公司"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), PRESENT)
def test_present_job_under_its_own_heading(sheet_of: MakeSheet, text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(f"{text}\n學歷\n淡江大學 學士"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


HAN: list[tuple[str, str | None, str]] = [
    ("晨光文具-销售部-店长（2021.3-至今）", "店长", "晨光文具"),
    ("店长（晨光文具） 2021.3-至今", "店长", "晨光文具"),
    ("晨光文具：店长（2021.3-至今）", "店长", "晨光文具"),
    ("17/9至今 晨光文具 店长", "店长", "晨光文具"),
    ("2021.3-至今，在晨光文具担任店长，负责日常工作。", "店长", "晨光文具"),
    ("2021.3-至今 就职于佛山星蘅网络科技有限责任公司，任店长", "店长", "佛山星蘅网络科技有限责任公司"),
    ("2021.3-至今 长春能源勘探集团北京分部担任会计", "会计", "长春能源勘探集团北京分部"),
    ("2021.3-至今 任佛山星蘅网络科技有限责任公司店长", "店长", "佛山星蘅网络科技有限责任公司"),
    ("九城一麦科技（教具工作室） | 店长 | 2021.3 - 至今", "店长", "九城一麦科技（教具工作室）"),
    ("青橙找房·如意/2021.3 ~ 至今\n负责门店的日常工作，带领四人完成陈列。", None, "青橙找房·如意"),
    ("- 盒马科技 ( 2018.07 - 2021.04 )\n    - 理货员\n    - 优胜\n- 晨光文具 ( 2021.04 -  2021.11)\n    - 店长\n    - 导入陈列", "店长", "晨光文具"),
    ("* 晨光文具股份有限公司(店长)\n    2018/9~仍在職\n    要从头到尾做出一个陈列，\n    需要了解整条街的所有门店，\n* 盒马调理食品有限公司(理货员)\n    2016/11~2018/7\n    完成干部交代的事情，", "店长", "晨光文具股份有限公司"),
    ("* 2018/11-: 收银员\n* 2020/11-: 理货员\n  * 盒马股份有限公司\n* 2022/6-: 店长\n  * 晨光文具股份有限公司\n  * 责任范围：陈列", "店长", "晨光文具股份有限公司"),
    ("高级 计算生物学者\t2020 --\n儿科系, 医学院, 斯坦福大学, Prof. Ann Lee\n博士后\t2015 -- 2019\n遗传系, 医学院, 斯坦福大学", "高级 计算生物学者", "斯坦福大学"),
    ("晨光商城新云平台 资深工程师 2016/10 to present\nwww.example.com\nVerona Platform 高级开发 2016/5 to 2016/10", "资深工程师", "晨光商城新云平台"),
    ("1）2021.3-至今　晨光文具　店长", "店长", "晨光文具"),
    ("大客户经理（华东区） 晨光文具 2021.3-至今", "大客户经理（华东区）", "晨光文具"),
    ("蓝鲸（南京）供应链管理有限公司 店长 2021.3-至今", "店长", "蓝鲸（南京）供应链管理有限公司"),
    ("2021.3-至今 晨光文具（运营中心） 店长", "店长", "晨光文具"),
    ("2021.3\n至今\n晨光文具\n店长", "店长", "晨光文具"),
    ("晨光文具\n- 职位：店长\n- 任职时间：2022/5 - 至今\n- 负责陈列", "店长", "晨光文具"),
    ("晨光文具有限公司(职位-店长)(2017/02/28---至今)", "店长", "晨光文具有限公司"),
    ("起止时间\t工作单位\t职务\t证明人\n2022.11—至今\t晨光文具\t店长\t王经理\n2020.1—2022.11\t盒马\t理货员\t陈总", "店长", "晨光文具"),
    ("晨光文具有限公司 2018年8月 - 至今【3.5年】\n* 理货员 2018年8月 - 2021年8月\n* 店长 2021年9月 - 至今", "店长", "晨光文具有限公司"),
    ("2022.7-2022.12 盒马 理货员\n2023.3.21-2022.9.20 晨光文具 店长", "店长", "晨光文具"),
    ("晨光文具有限公司\t（2016年10月 ~ 至今）\n门店小程序项目\n下载链接", None, "晨光文具有限公司"),
    ("2019.1-2020.1 HRBP IBM\n2020.2-至今 UI设计师 IBM", "UI设计师", "IBM"),
    ("服務機關\t職稱\t起迄年月\n晨光實業\t店長\t112.10～迄今\n盒馬實業\t理貨員\t108.07～112.10", "店長", "晨光實業"),
    ("盒馬實業 理貨員 民國99年5月～民國102年4月\n晨光實業 店長 民國102年5月～迄今", "店長", "晨光實業"),
    ("起止年月：2021.3-至今\n职　称：无职称\n公司名称：晨光文具\n担任职务：店长", "店长", "晨光文具"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), HAN)
def test_han_jobs(sheet_of: MakeSheet, text: str, title: str | None, employer: str) -> None:
    job = read_job(sheet_of(f"张伟\n工作经历\n{text}\n教育背景\n浙江大学 本科"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_the_other_jobs_tell_where_titles_stand(sheet_of: MakeSheet) -> None:
    """Neither "Zentrix" nor "Growth" gives itself away; the jobs before do, and people set their jobs alike."""
    text = "Experience\nGrowth\tZentrix\t2022 - Present\nSales Manager\tAcme Ltd.\t2019 - 2022\nBarista\tBean Inc.\t2017 - 2019"
    job = read_job(sheet_of(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Growth", "Zentrix")


def test_a_description_that_wraps_is_no_employer(sheet_of: MakeSheet) -> None:
    text = "Experience\nChoir Specialist | November 2021 - Present\nSoftware - Utilize publishing software to create and\ntransmit sheet music"
    job = read_job(sheet_of(text))
    assert (job.title and job.title.value, job.employer) == ("Choir Specialist", None)


def test_a_year_of_two_digits_is_known_where_no_month_fits() -> None:
    period = period_in("17/9至今")
    assert period is not None
    assert period.start == pytest.approx(2017 + 9 / 13)


TABLES = [
    (
        "工作经历\n起止时间\t工作单位及岗位\t离职原因\t证明人\n2021.3-至今\t晨光文具 店长\t无\t王经理\n2019.1-2021.2\t盒马 理货员\t搬家\t陈总",
        "店长",
        "晨光文具",
    ),
    (
        "工作经历\n时间\t公司\t职位\nPeriod\tCompany\tPosition\n2021.3-至今\t晨光文具\t店长\n2019.1-2021.2\t盒马\t理货员",
        "店长",
        "晨光文具",
    ),
    ("工作简历\n公司及职务\t时间\t薪资\n晨光文具/店长\t2021.3-至今\t8000\n盒马/理货员\t2019.1-2021.2\t5000", "店长", "晨光文具"),
    (
        "Employment History\nFrom\tTo\tEmployer\tPost\tReason for leaving\n2019\tPresent\tBrightwave\tStore Manager\tn/a\n2015\t2019\tMoss & Co\tBarista\tRelocation",
        "Store Manager",
        "Brightwave",
    ),
    (
        "Current / last job\nEmployer's name\tBrightwave\nPosition\tStore Manager\nFrom - to\t03/2021 - present\nEarlier jobs\nEmployer\tPosition\tDates\nMoss & Co\tBarista\t2015 - 2019\nRound Ltd\tCook\t2012 - 2015",
        "Store Manager",
        "Brightwave",
    ),
    (
        "目前（或最近）工作\n单位名称\t晨光文具\n职务\t店长\n入职时间\t2021.3\n以往工作经历\n时间\t单位\t职务\n2019.1-2021.2\t盒马\t理货员",
        "店长",
        "晨光文具",
    ),
    (
        "## Experience\n| Dates | Role | Company |\n|:--|:--|:--|\n| 2021 – Present | Store Manager | Brightwave |\n## Education\n",
        "Store Manager",
        "Brightwave",
    ),
    ("## Experience\n2021 – Present\n: **Store Manager**, Brightwave\n: Ran the shop\n## Education\n", "Store Manager", "Brightwave"),
    ("工作经历\n2021.03\t晨光文具 · 运营中心 · 店长\n|\n至今\t负责陈列和排班\n2019.01\t盒马 · 门店 · 理货员\n|\n2021.02\t负责上架", "店长", "晨光文具"),
    ("Career\nStore Manager – Brightwave\nMarch 2019 – present\nRan the shop and hired staff.", "Store Manager", "Brightwave"),
    ("Store Manager – Brightwave\nMarch 2019 – present\nRan the shop and hired staff.", "Store Manager", "Brightwave"),
    ("Work\nSenior Analyst, Quantum UK\n2019 – present\n• did it", "Senior Analyst", "Quantum UK"),
    ("Experience\nSupport Specialist\nCeltra New York, NY\nMay 2017 – Present", "Support Specialist", "Celtra"),
    ("Experience\nNorthwind https://northwind.io, Barista (2018 - present)", "Barista", "Northwind"),
    ("Experience\nPrincipal Engineer in Northwind (since 2019)", "Principal Engineer", "Northwind"),
    ("Experience\nLecturer in Economics, University of Leeds\n2019 – present", "Lecturer in Economics", "University of Leeds"),
    ("Experience\nNorthwind (formerly Eastwind) | Founding Engineer | 2019 — Present", "Founding Engineer", "Northwind"),
    ("Experience\nFreelance, Web Developer\n2016 – present", "Web Developer", "Freelance"),
    ("Experience\nTechnical Writer JPMorgan Chase & Co.\nJuly 2021 – present Remote", "Technical Writer", "JPMorgan Chase & Co."),
    ("Experience\n2021 to\nPresent\nBarista\tMoss & Finch", "Barista", "Moss & Finch"),
    ("Experience\nBarista\nGoldman Sachs, San Francisco,\nCalifornia\n2019 - Present", "Barista", "Goldman Sachs"),
    ("Опыт работы\nBarista, Northwind\nмарт 2019 — по настоящее время", "Barista", "Northwind"),
    ("工作经历\n2021.3-至今 云启\n互联网/电子商务 | 100-499人\n店长\n负责陈列", "店长", "云启"),
    ("工作经历\n2021.3-至今 云启 配送中心主任\n负责", "配送中心主任", "云启"),
    ("工作经历\n2021.3-至今 云启 北京分公司总经理\n负责", "北京分公司总经理", "云启"),
    ("工作经历\n2021.3-至今\t云启\tHRD\n2019.1-2021.2\t盒马\tHRM", "HRD", "云启"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), TABLES)
def test_tables_forms_and_columns(sheet_of: MakeSheet, text: str, title: str, employer: str) -> None:
    printed = document_of_text(f"# Jo Lee\n{text}", ReaderLimits()) if "##" in text else None
    sheet = make_sheet(printed, read_file_name("x.md", source=None)) if printed else sheet_of(f"Jo Lee\n{text}")
    job = read_job(sheet)
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


STORIES = [
    (
        "I am currently the Marketing Manager of Brightwave, since March 2021. Before that I was Brand Manager at Moss & Co from 2017 to 2021.",
        "Marketing Manager",
        "Brightwave",
    ),
    (
        "Since 2021 I have been working for Brightwave as a Store Manager. Before that, from 2017 to 2021, I worked as a barista at Moss.",
        "Store Manager",
        "Brightwave",
    ),
    (
        "I joined Brightwave in 2019 as a Barista and am now Store Manager there. Earlier I was a cook at Moss from 2015 to 2019.",
        "Store Manager",
        "Brightwave",
    ),
    ("本人2018年加入云启科技，先任出纳，后任会计，至今。", "会计", "云启科技"),
    ("2018年毕业后加入云启科技，从出纳做起，2020年起担任会计至今。2015年在盒马鲜生担任理货员。", "会计", "云启科技"),
    (
        "2017年6月至2019年4月就职于云启科技，任工艺员一职。2019年4月入职武汉鼎盛机械制造股份有限公司任机械工程师，2022年3月晋升为质量工程师，工作至今。",
        "质量工程师",
        "武汉鼎盛机械制造股份有限公司",
    ),
    (
        "毕业后我于2021年3月进入武汉智联通医疗器械股份有限公司，任人事专员。2024年6月至今在恒瑞丰集团担任招聘主管，负责薪酬核算。",
        "招聘主管",
        "恒瑞丰集团",
    ),
    ("2024年到现在在苏州领航新材料股份有限公司做货车司机", "货车司机", "苏州领航新材料股份有限公司"),
    (
        "I work as a Production Supervisor at Summit & Brightwater in Phoenix, AZ, where I have been since 2024.\nFrom 2021 until 2024 I was Quality Engineer at Ashford Foods Corp.",
        "Production Supervisor",
        "Summit & Brightwater",
    ),
]


@pytest.mark.parametrize(("text", "title", "employer"), STORIES)
def test_a_story_tells_the_job_of_today(sheet_of: MakeSheet, text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(f"Jo Lee\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("张伟\n我希望应聘招聘主管一职，盼望能有面谈的机会。", "招聘主管"),
        ("张伟\n现应聘贵公司质量工程师岗位。联系电话：13812345678", "质量工程师"),
        ("张伟\n应聘货车司机", "货车司机"),
        ("Jo Lee\nPosition applied for:\tStaff Accountant\tWhere did you see it?\tWebsite", "Staff Accountant"),
        ("张伟\n期望岗位：Java后端研发 / 沈阳", "Java后端研发"),
        ("张伟\n求职意向｜销售经理｜上海｜15K", "销售经理"),
        ("张伟\n求职工种：电焊工", "电焊工"),
        ("尊敬的领导：\n我对贵公司招聘的店长职位很感兴趣。", "店长"),
        ("Jo Lee\nJob sought: Store Manager", "Store Manager"),
        ("Dear Sir,\nI am writing to apply for the post of Store Manager at your company.", "Store Manager"),
        ("Jo Lee\nI am looking for a role as a Store Manager in Leeds.", "Store Manager"),
    ],
)
def test_what_is_looked_for(sheet_of: MakeSheet, text: str, title: str) -> None:
    wished = read_wishes(sheet_of(text)).title
    assert wished is not None
    assert wished.value == title


MARKDOWN = [
    (
        (
            "## Experience\n2009-10-01 of experience\n### Skill Set\n* ## Programming languages:\n- Ruby\n### Northwind\n"
            "(February 2019 - Present)\n\nStore Manager\n\n* Ran it\n### Moss\n(2018 - January 2019)\n\nBarista\n"
        ),
        "Store Manager",
        "Northwind",
    ),
    (
        "## Experience\n### Northwind, Inc.\n117 Main Street, Suite 300\n\nPasadena, CA 91105\n\nStore Manager\n~~~~~~~~~~~~~\n\nJune 2014 - Present\n",
        "Store Manager",
        "Northwind, Inc.",
    ),
    (
        (
            "## :sparkles: 工作经历\n> #### 公司/岗位：[深圳市晨光投资公司](http://osman.example/)/采购专员\n> 时间： 2015.01 - 2015.11\n- 负责采购\n\n"
            "> #### 公司/岗位：[香港蓝鲸集团](http://vp.example/)/数据分析师\n> 时间： 2015.12 - 2016.10\n- 负责分析\n"
        ),
        "数据分析师",
        "香港蓝鲸集团",
    ),
    (
        "## Mon expérience\ndéc. 2020 - fév. 2021 Stage Développeur Web - Northwind\n## Ma formation\nMaster - Université Paris 10\n",
        "Stage Développeur Web",
        "Northwind",
    ),
    ("## 工作经历\n工作经历按逆序排列，最新的在最前边，按公司做一级分组，公司内按二级分组\n", None, None),
]


@pytest.mark.parametrize(("text", "title", "employer"), MARKDOWN)
def test_jobs_in_markdown(text: str, title: str | None, employer: str | None) -> None:
    printed = document_of_text(f"# Jo Lee\n{text}", ReaderLimits())
    job = read_job(make_sheet(printed, read_file_name("x.md", source=None)))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_the_title_of_a_form_is_no_job(sheet_of: MakeSheet) -> None:
    job = read_job(sheet_of("Title\tMr\tGiven name\tHarriet\n2. Current job\nYour job title\tStaff Accountant"))
    assert job.title is not None
    assert job.title.value == "Staff Accountant"


def test_headings_of_two_things(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("教育/工作经历\n晨光文具-技术部-Java开发工程师（2016.11-至今）")
    assert sheet.sections[-1] == "experience"


def test_markdown_is_read_as_printed() -> None:
    text = "---\nlayout: base\ntitle: 张伟的简历\n---\n工作经历\n----\n<!-- jobs -->\n* ### 晨光文具&nbsp; <span>2019 - 至今</span>\n\n教育背景\n===\n"
    shown = [(line.text.split(), line.is_heading) for line in lines_of_markdown(text) if line.text.strip()]
    assert shown == [
        (["张伟的简历"], False),
        (["工作经历"], True),
        (["晨光文具", "2019", "-", "至今"], True),
        (["教育背景"], True),
    ]


def test_markdown_without_line_breaks_gets_them_back() -> None:
    shown = [
        line.text for line in lines_of_markdown("## 联系方式 - 手机：16670483367 ## 个人信息 - 彭哲/男 ## 技能 - Java")
    ]
    assert shown == ["联系方式", "- 手机：16670483367", "个人信息", "- 彭哲/男", "技能", "- Java"]


def test_the_last_job_of_a_json_resume_is_the_one_that_goes_on() -> None:
    work = [
        {"name": "Moss", "position": "Cook", "endDate": "2019-01"},
        {"name": "Brightwave", "position": "Chef", "startDate": "2019-02"},
    ]
    record = read_json(json.dumps({"basics": {"name": "Jo Lee"}, "work": work}).encode(), ReaderLimits())
    assert isinstance(record, Record)
    assert (record.values["current_title"], record.values["current_employer"]) == ("Chef", "Brightwave")


def test_the_location_of_a_json_resume_tells_the_country_of_its_number() -> None:
    place = {"countryCode": "US", "address": "12 Main Street\nOxford, PA 19363"}
    basics = {"name": "Jo Lee", "phone": "7173710907", "location": place}
    record = read_json(json.dumps({"basics": basics}).encode(), ReaderLimits())
    assert isinstance(record, Record)
    assert (record.values["phones"], record.values["city"]) == ("+17173710907", "12 Main Street, Oxford, PA 19363")
    basics["phone"] = "138 1234 5678"  # the plan of the country lacks it
    record = read_json(json.dumps({"basics": basics}).encode(), ReaderLimits())
    assert isinstance(record, Record)
    assert record.values["phones"] == "138 1234 5678"


def test_a_heading_of_a_job_is_no_name(sheet_of: MakeSheet) -> None:
    """The largest print of a page opens its head, but a heading that Markdown marks as lower in rank is not that."""
    printed = document_of_text(
        "Jo Lee\n\n## Experience\n## Northwind\n### Barista\n#### 2019 - Present\n", ReaderLimits()
    )
    job = read_job(make_sheet(printed, read_file_name("x.md", source=None)))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Barista", "Northwind")


def test_parts_of_a_page_that_touch_are_two_cells() -> None:
    page = "<p><b>Barista</b><span>May 2021 – present</span></p><p><b>Exp</b><b>erience</b></p>"
    assert [line.text for line in document_of_html(page, ReaderLimits()).lines] == [
        "Barista\tMay 2021 – present",
        "Experience",
    ]


@pytest.mark.parametrize(
    "loaded",
    [
        {
            "profile": {"fullName": "Jo Lee", "email": "jo@example.com"},
            "work_experience": [
                {"employer": "Moss", "position": "Cook", "end": "2018"},
                {"employer": {"name": "Northwind"}, "position": "Chef", "end": "present"},
            ],
            "education": [{"school": "University of Leeds", "degree": "BSc"}],
        },
        {
            "姓名": "Jo Lee",
            "工作经历": [
                {"公司": "Moss", "职位": "Cook", "时间": "2015-2018"},
                {"公司": "Northwind", "职位": "Chef", "时间": "2019-至今"},
            ],
        },
    ],
)
def test_json_in_nobodys_schema(loaded: dict[str, object]) -> None:
    record = read_json(json.dumps(loaded).encode(), ReaderLimits())
    assert isinstance(record, Record)
    wanted = ("Jo Lee", "Chef", "Northwind")
    assert tuple(record.values[field] for field in ("name", "current_title", "current_employer")) == wanted


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("> Senior Engineer @ Northwind http://nw.io\nSkills\nGo", "Senior Engineer", "Northwind"),
        ("I'm a backend developer currently working at Northwind.\nSkills\nGo", "backend developer", "Northwind"),
        ("Software engineer at Northwind. Previously at Moss.\nSkills\nGo", "Software engineer", "Northwind"),
        (
            "Work\n* Northwind (2019 - ) - Software Engineer\n* Moss (2015 - 2019) - Developer",
            "Software Engineer",
            "Northwind",
        ),
    ],
)
def test_heads_and_open_ends(sheet_of: MakeSheet, text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(f"Jo Lee\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    "text",
    [
        "教育背景\n中北大学, 太原\t2017 – 至今\n个人项目\n信息小程序后端\t2018年8月 – 至今\n架构设计，系统功能实现\tPython",
        "Pendidikan\nPerbankan Syariah\nSMKN 49 Jakarta\t2019 - 2022\nSkills\nExcel",
    ],
)
def test_studies_and_projects_are_no_jobs(sheet_of: MakeSheet, text: str) -> None:
    job = read_job(sheet_of(f"张伟\n{text}"))
    assert (job.title, job.employer) == (None, None)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        (["姓名", "手机", "目前公司", "职位"], "current_title"),
        (["姓名", "手机", "公司", "岗位"], "current_title"),
        (["姓名", "手机", "岗位", "渠道"], "desired_title"),
        (["姓名", "岗位", "手机", "现公司"], "desired_title"),
        (["姓名", "手机", "现公司", "岗位"], "current_title"),
        (["姓名", "职位", "手机", "现公司", "现职位"], "desired_title"),
        (["Name", "Mobile", "Current Company", "Job Title"], "current_title"),
        (["Name", "Post", "Mobile", "Current Company"], "desired_title"),
        (["姓名", "岗位", "手机", "应聘职位"], "current_title"),
    ],
)
def test_what_a_column_of_posts_means(header: list[str], field: str) -> None:
    bare = next(cell for cell in header if cell in {"职位", "岗位", "Job Title", "Post"})
    assert fields_of_header(header)[header.index(bare)] == field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Email Addresses", "emails"),
        ("Mobile Numbers", "phones"),
        ("Recruiter Email", None),
        ("Recruiter Phone Numbers", None),
        ("Suburb/City", "city"),
        ("Province / City", "city"),
        ("Candidate's personal email", "emails"),
        ("面试岗位", "desired_title"),
        ("应聘的职位名称", "desired_title"),
        ("面试时间", None),
        ("Job Applied", "desired_title"),
        ("Role applying for", "desired_title"),
        ("Applied on", None),
        ("Job Applied Date", None),
        ("Most recent role", "current_title"),
        ("Latest Job Title", "current_title"),
        ("Most recent company", "current_employer"),
        ("Recruiter/Email", None),
        ("Recruiter Name/Phone", None),
        ("紧急联系人姓名/电话", None),
        ("Contact emails", "emails"),
        ("Contact Name", None),
        ("Primary School", None),
        ("Job ID", None),
        ("YoB", "birth"),
        ("Birth Yr", "birth"),
        ("Highest Qual", "degree"),
        ("Top award", "degree"),
        ("Award", "degree"),
        ("Best Award Date", None),
        ("Currently with", "current_employer"),
        ("Works for", "current_employer"),
        ("With", None),
        ("Currently", None),
        ("Doing", "current_title"),
        ("Going for", "desired_title"),
        ("Interested in", "desired_title"),
        ("Who", "name"),
        ("Who referred", None),
        ("现岗", "current_title"),
        ("目前的职务", "current_title"),
    ],
)
def test_columns_are_read_by_their_words(header: str, field: str | None) -> None:
    assert fields_of_header([header, "Name", "Employer"])[0] == field


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("Experience\n- Engineer at Northwind\n- Intern at Moss", "Engineer", "Northwind"),
        (
            "Experience\nEngineer, Northwind\nBuilt services for the whole company.\nIntern, Moss",
            "Engineer",
            "Northwind",
        ),
        ("Experience\nIntern, Northwind\tSummer 2019\n• Built\nAide, Leeds Ltd\tSpring 2018", "Intern", "Northwind"),
        ("Experience\nEngineer, Northwind (Jun–Aug 2019)\nIntern, Moss (May–Aug 2018)", "Engineer", "Northwind"),
        ("Experience\nNorthwind, Engineer, 2017–19\nMoss, Intern, 2015–16", "Engineer", "Northwind"),
        ("Experience\nJune 1, 2019 - Present\nNorthwind — Engineer", "Engineer", "Northwind"),
        ("Experience\n2019+ Northwind, Engineer\n2017-19 Moss, Intern", "Engineer", "Northwind"),
        ("Experience\nJune 2017 - Aug. 2019. Northwind. Engineer.", "Engineer", "Northwind"),
        ("Experience\nNORTHWIND FOODS:\nEngineer, 2017–19", "Engineer", "NORTHWIND FOODS"),
        ("Experience\nNorthwind\nAustin, TX\nEngineer\n2019 - Present", "Engineer", "Northwind"),
        ("工作经历\n2017.3-至今 平安融资租赁有限公司 出纳", "出纳", "平安融资租赁有限公司"),
    ],
)
def test_dates_of_every_kind_and_firms_like_words(sheet_of: MakeSheet, text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(f"Jo Lee\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_jobs_side_by_side(sheet_of: MakeSheet, order: tuple[int, int]) -> None:
    facts = ("Firm", "Northwind Foods", "Moss Foods"), ("Job role", "Shift Manager", "Barista")
    dates = ("Dates", "2020 - Present", "2017 - 2019")
    rows = ("\t".join((label, *(cells[at] for at in order))) for label, *cells in (*facts, dates))
    sheet = sheet_of("\n".join(("Jo Lee", "Experience", *rows)))
    firm, post = (of_newest_column(sheet, next(iter(sheet.labelled(field)))).value for field in ("employer", "title"))
    assert (post, firm) == ("Shift Manager", "Northwind Foods")
    job = read_job(sheet)
    if order == (0, 1):  # as such tables are printed
        assert (job.title and job.title.value, job.employer and job.employer.value) == (post, firm)
