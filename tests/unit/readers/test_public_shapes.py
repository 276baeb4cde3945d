"""Shapes in which people who publish their resumes set the first job and the school: one row a class."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.contacts.handles import read_wechat
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.limits import ReaderLimits
from ringback.readers.normalise import show
from ringback.readers.sniff import sniff
from ringback.readers.text import document_of_text
from schemas.records import Reading

MakeSheet = Callable[..., Sheet]


def sheet_of_text(text: str) -> Sheet:
    document = document_of_text(text, ReaderLimits())
    assert isinstance(document, Document)
    return make_sheet(document, read_file_name("x.md", source=None))


JOBS: list[tuple[str, str | None, str | None]] = [
    ("# 张伟\n## 实习经历与技术经历\n曾在晨光信息科技有限公司实习过，实习期间主要负责写一些网页和服务。\n## 自我评价\n认真负责", None, "晨光信息科技有限公司"),
    ("# 👋 Hola, soy Adrián Ferro\n## 💼 Experiencia\n### 🔧 SERMIKRO\n📅 Abril 2024 - Junio 2024\nPrácticas en empresa.\n### 💻 BRIGHT\n📅 Abril 2022 - Junio 2022", None, "SERMIKRO"),
    ("# 张伟\n## 项目经历\n+ 晨光智能股份有限公司(2018.3~2019.7)\n### 记录仪项目\n+ 盒马联讯仪器有限公司(2019.7~至今)\n### 老化箱项目(多个)", None, "盒马联讯仪器有限公司"),
    ("# Jo Lee\n## Research Experience\nCenter for Change, Brightwave, Austin, TX\nPostdoctoral Research Associate\t2016-present\n## Teaching Experience\nWarming Science (12.3)\tspring 2016\nVerona\nTeaching Assistant", "Postdoctoral Research Associate", "Center for Change"),
    ("Jo Lee\nWORK\n2026-        Freelance web developer, Hoops Studio. Sites for two clubs, a shop and an insurance broker (demo, awaiting go-live).\n2022-2025    QA tester, Brightwave Consulting. Dynamics and SQL.", "Freelance web developer", "Hoops Studio"),
    ("Jo Lee\nEXPERIENCE\nShrive, Dunn & Low\tBOSTON, MA\nProject Lead\tNov 2024 - Jun 2025\nBarista Bar\tAUSTIN, TX\nManager\tJul 2023 - Oct 2024", "Project Lead", "Shrive, Dunn & Low"),
    ("Jo Lee\nExperience\nSearch Department, Brightwave Group Inc\nNov 2020 -- Present Working closely with business units and engineers.\nExplain technology to clients\nMoss Co., Ltd\nSep 2018 -- Oct 2020 Supports customers of the search.", None, "Brightwave Group Inc"),
    ("Jo Lee\nProfessional Experience\nSoftware Development and Machine Learning Co-op\tSeptember 2020 - Present\nBright Cancer Agency, Vancouver, BC\nSoftware Co-op\tMay 2019 - August 2019\nMoss, Calgary, AB", "Software Development and Machine Learning Co-op", "Bright Cancer Agency"),
    ("Jo Lee\nJob Experience\nCracker Barn\nOctober 2016 - July 2019\nDeveloped relations with guests as a host and trained others.", None, "Cracker Barn"),
    ("# Resume\n## Experience and awards\nDean's list, 2008-2012\n## Deputy editor, production — Brightwave\n_January 2018 – present_\nI manage the design and the team, and I oversee all of the daily publishing.\n## Lead producer — Moss\n_March 2016 – January 2018_\nI supervised the growing team of producers there.", "Deputy editor, production", "Brightwave"),
    ("# 联系方式\n- 手机：13800000000\n# 工作经历\n## 晨光汇 （ 2014年6月 ~ 2014年11月 ）\n###tech2go\n页面前端样式及交互。 网址：http://go.example\n###speedgo\n页面前端样式及交互。", None, "晨光汇"),
    ("张伟\n项目经历\n人力资源系统\n宁波晨光信息技术有限公司\n2018.07 - 2019.03 | 软件开发工程师 ( 实习 )\n使用框架简化代码。", "软件开发工程师", "宁波晨光信息技术有限公司"),
    ("张伟\n个人经历\n自高中接触开源文化，最早使用过别的系统，并以此打开大门\n大二当上计算机协会组长，致力于推广与教学", None, None),
    ("张伟\n实习经历\n测绘实训（2016.5）\n组织经历\n晨光大学招生宣传志愿者协会创意部部长（2016-2017）", None, None),
    ("Jo Lee\nWork Experience\nMarketing and Communications Coordinator, Valley Wineries Association\nNovember 2017–Present\nManage website content and edit all that is printed there", "Marketing and Communications Coordinator", "Valley Wineries Association"),
    ("张伟\n工作经历\n[经历3]东莞晨光学校\t2019.03-至今\t英语老师", "英语老师", "东莞晨光学校"),
    ("Jo Lee\nRecent Work History\nDecember 2022 - Current: Moss Automotive\nFebruary 2021 - May 2022: Brightwave Auto Care", None, "Moss Automotive"),
    ("Jo Lee\nWork Experience\nPT. Moss Cahaya\nis a provider of solutions for shops in the north\nIT Support Manager\tAug 2023 - Present\n- Lead the team that supports the others in the office.", "IT Support Manager", "PT. Moss Cahaya"),
    ("# Jo Lee\n## Experience (Work Activities)\n**2015 ~ (present) Brightwave Labs - Austin, TX - Software Engineer**", "Software Engineer", "Brightwave Labs"),
    ("Jo Lee\nExperience\nMoss & Dunn Law Group\nLaw Clerk (05/2022-Present) - Austin, TX) Meet with and take statements from clients, witnesses, and other relevant parties. Draft the letters that the office sends out.", "Law Clerk", "Moss & Dunn Law Group"),
    ("Jo Lee\nExperience\nBrightwave Institute of Computing\nResearch Assistant – 2025\nAssisted in the processing of data for the whole of the group\nMoss Technology Co., Ltd.\nSoftware Engineer Assistant – 2024\nAssisted in the documentation of all\nOak University\nUndergraduate Research Project – 2023-2024", "Research Assistant", "Brightwave Institute of Computing"),
    ("---\nlayout: post\ntitle: Curriculum Vitae\n---\n<h2>Experience</h2>\n\n<h4>Since 02/2019</h4>\n<p><strong>Brightwave GmbH</strong> - Data Scientist</p>\n\n<h4>07/2018-01/2019</h4>\n<p><strong>Moss GmbH</strong> - Analyst</p>", "Data Scientist", "Brightwave GmbH"),
    ("# Jo Lee\n## Experience\n08/2020 - today | [Oak University of Applied Sciences](https://www.oak.example/faculty/people/staff/lee/index.en.html?view=all&section=contact&lang=en&print=1) Austin, TX\nSenior Advisor", "Senior Advisor", "Oak University of Applied Sciences"),
    ("张伟\n个人经历和担任职位\n2019年3月份 - 至今。宁波晨光信息技术有限公司，担任采购主管。\n2018年2月份 - 2019年3月份。宁波青禾科技有限公司，其中3月至6月为实习期", "采购主管", "宁波晨光信息技术有限公司"),
    ("张伟\n工作经验: 青禾软件开发(广东)有限公司\n2010.01 ~ 现在\t高级开发人员\n提供股票交易平台的端到端解决方案，并负责所有的测试。", "高级开发人员", "青禾软件开发(广东)有限公司"),
    ("张伟\n实习经历\n青禾东方（运营助理）\t2026.01-04\n协助寒假课程推广，参与社群运营方案策划，触达用户500人\n晨光（新媒体运营）\t2024.11-2025.02", "运营助理", "青禾东方"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_first_jobs(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


SCHOOLS: list[tuple[str, str]] = [
    ("張偉\n教育程度 Education\n年份 Year\t學校 School\t程度 Level\n2014-2017\t香港科技大學\t碩士（企業管理）\n2010-2014\t嶺南大學\t學士（會計）", "香港科技大學"),
    ("張偉\nEducation\n* 台中市立城南國民中學, 2013-2016\n* 台中市立城南商業高級中等學校, 2016-2020\n* 國立高雄科技大學  資訊管理系, 2020- (expected)", "國立高雄科技大學"),
    ("Jo Lee\neducation:\n-\n  title: University of South Florida\n  text: Bachelor Degree in Mass Communications, Zimmerman Advertising Program", "University of South Florida"),
    ("张伟\n教育背景\n时间\t学校\t职务\n2009.9-2012.6\t城南中学\t学生\n2015.9-\t上海工程技术大学\t学生", "上海工程技术大学"),
    ("Jo Lee\nEducation\n1989-1994\nThe Embrook School\nGCSEs in Maths and Art.\n1994-1996\nBracknell College", "Bracknell College"),
    ("Jo Lee\nEducation\nHigh School:\nPaxton School for Advanced Studies, Austin, TX: 08/2012 - 01/2015\nCollege:\nGaston College, Dallas, NC\nAssociate of Science", "Gaston College"),
    ("Jo Lee\nEducation\nMaster's degree   1999 - 2004\nMathematics and Scientific Modeling.\nSILV - Paris La Défense", "SILV"),
    ("# Jo Lee\n## Education\n### B.A. Asian Studies, University at Buffalo\nClass of 2009\nWine & Spirit Education Trust\nNapa Wine Academy, January 2015", "University at Buffalo"),
    ("张伟\n教育经历\n西安建筑科技大学 Xi'an University of Architecture\n建筑学院 5年制风景园林 工学士 2018年9月-2023年7月", "西安建筑科技大学"),
    ("Jo Lee\nEducation\nMaster's Degree\nElectrical Engineering\nSpecialized in Radar Systems at TU Bright from Aug 2019 to Jul 2021.", "TU Bright"),
    ("Jo Lee\nEducation\n2018\nDeep Learning nano-degree; Udacity\nPreparation for a PhD.\n1990\nMaster of Engineering (M.Eng.), Electronics; University of Oakbosch", "University of Oakbosch"),
    ("张伟\n个人信息\n- 15 级本科/大连\u2ea0族大学 网络工程", "大连民族大学"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "school"), SCHOOLS)
def test_schools(text: str, school: str) -> None:
    found = read_education(sheet_of_text(text)).school
    assert found
    assert found.value == school


@pytest.mark.parametrize(
    ("text", "level", "school"),
    [
        (
            "# 张伟\n我目前是晨光研究中心的工程师。我在浙江工业大学获得计算机科学博士学位，导师为陈明教授。在此之前，我在宁波大学获得硕士学位，并在华南师范大学获得学士学位。\n## 工作经历\n- 2025 年 6 月至今：工程师，晨光研究中心",
            "doctor",
            "浙江工业大学",
        ),
        (
            "# Jo Lee\nI am a buyer at Brightwave. I received my master's degree in Economics from Brightwater University. Before that I earned a bachelor's degree from Verona College.\n## Experience\nBuyer, Brightwave 2020 - Present",
            "master",
            "Brightwater University",
        ),
    ],
)  # fmt: skip
def test_education_told_in_sentences(text: str, level: str, school: str) -> None:
    told = read_education(sheet_of_text(text))
    assert told.degree
    assert told.school
    assert (told.degree.value.level, told.school.value) == (level, school)


def test_a_sign_alone_between_a_label_and_its_value_is_skipped() -> None:
    sheet = sheet_of_text("姓名\n|\n张伟\n毕业院校\n：\n宁波大学\n|\n")
    assert "|" not in sheet.shown[:2]
    assert [(label.field, label.value) for label in sheet.labels][:2] == [("name", "张伟"), ("school", "宁波大学")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# 👋 Hola, soy Adrián Ferro\n🎓 Estudiante\n## 🚀 Sobre mí\nMe gusta trabajar en equipo", "Adrián Ferro"),
        ("# 郑强-Android开发工程师-简历\n## 个人信息\n- 联系电话: +86 15600000000", "郑强"),
        (
            "TELMO JUNIOR LIMA DA COSTA\n(62) 9 9278-0000 | telmo@example.org\nRESUMO\nEstudante",
            "TELMO JUNIOR LIMA DA COSTA",
        ),
        ("Rio de Janeiro\nVendedor", None),
    ],
)
def test_names_at_the_head(text: str, name: str | None) -> None:
    found, _ = read_name(sheet_of_text(text), ["telmo@example.org"] if "@" in text else [])
    assert (found and found.value) == name


@pytest.mark.parametrize(
    ("line", "handle"),
    [
        ("QQ/微信号：1254755000/qq1254755000", "qq1254755000"),
        ("QQ/微信号：1667918000", "1667918000"),
        ("QQ：1667918000", None),
        ("加微信请备注来意：zhang202029", "zhang202029"),
        ("电话(微信同号)：135.6145.1450", "13561451450"),
    ],
)
def test_one_number_for_qq_and_wechat(line: str, handle: str | None) -> None:
    found = read_wechat(sheet_of_text(f"张伟\n{line}\n手机：13800138000"))
    assert (found and found.value) == handle


@pytest.mark.parametrize(
    ("text", "address", "number"),
    [
        ("求职登记表\n姓名\t张伟\t性别 女\n电话\t13337\n51123\n2\n邮箱\tzhang\nwei70\n9@gma\nil.co\nm\n现居住地\t青岛", "zhangwei709@gmail.com", "+8613337511232"),
        ("张伟\n手机：15901249419\n电子邮件：zhangwei\n885@163.com\n微信号：vzhang490", "zhangwei885@163.com", "+8615901249419"),
        ("简历\n我叫张伟，性别是男，联系电话是19957444542，电子信箱是319604192 @\nqq.com。\n工作经历", "319604192@qq.com", "+8619957444542"),
        ("张伟\n电话：13800138000\n邮箱：zhangwei@qq.com\n1990", "zhangwei@qq.com", "+8613800138000"),
        ("张伟\n电话：13800138000\n邮箱：\n12345@qq.com\n北京", "12345@qq.com", "+8613800138000"),
    ],
)  # fmt: skip
def test_contacts_that_a_narrow_cell_broke(text: str, address: str, number: str) -> None:
    sheet = sheet_of_text(text)
    assert [found.value for found in read_emails(sheet)] == [address]
    assert [found.value for found in read_phones(sheet)] == [number]


@pytest.mark.parametrize(
    ("text", "city", "number"),
    [
        ("Resume of Jo Lee\n951 Buena Vista Dr. SE, K-107 Albuquerque NM 87106 | 505.410.1546 | jo@example.org\nOverview", "Albuquerque, NM", "+15054101546"),
        ("张伟\n硕士/男\t四川 成都高新区西源大道2006号\n13800138000", "成都", "+8613800138000"),
    ],
)  # fmt: skip
def test_addresses_at_the_head(text: str, city: str, number: str) -> None:
    sheet = sheet_of_text(text)
    found = read_city(sheet)
    assert found
    assert found.value == city
    assert [phone.value for phone in read_phones(sheet)] == [number]


def test_the_code_of_a_form_is_no_number() -> None:
    lines = (
        "個人履歷表",
        "履歷代碼：1390832583 更新日期：2026/11/02",
        "姓名\t張偉",
        "行動電話\t0937508445\t居住地\t新北市",
    )
    assert [found.value for found in read_phones(sheet_of_text("\n".join(lines)))] == ["+886937508445"]


def test_the_school_under_the_name_is_no_employer() -> None:
    sheet = sheet_of_text("张伟\n宁波应用技术职业学院 - 应用化工技术\n2019.9 - 2022.6\n# 二、掌握技能\n1. 文档编制")
    assert read_job(sheet).employer is None


def test_flags_are_no_part_of_a_name() -> None:
    assert show("University of Lille \U0001f1eb\U0001f1f7").strip() == "University of Lille"


def test_markdown_with_pieces_of_a_page_is_markdown() -> None:
    text = "<html>\n<link href='a.css'></link>\n</html>\n\n# 张伟\n### 经历\n|2017.4至今|晨光公司|算法工程师|\n|:---|:---:|---:|\n### 技能\n"
    assert sniff(text.encode()) == "text"
    assert sniff(b"<html><body><p># one</p>\n<p>two</p><p>three</p>\n# four\n# five\n</body></html>") == "html"


def test_what_is_meant_for_the_browser_is_left_out() -> None:
    text = "# 张伟\n## 经历\n<style>\ntable th { width: 1px; }\n</style>\n晨光公司\n<style>never closed\n"
    shown = sheet_of_text(text).shown
    assert "晨光公司" in shown
    assert not any("width" in line for line in shown)
    assert len(sheet_of_text("# a\n## b\n" + "<style>" * 100_000).shown) > 1


def test_headings_of_a_carousel_open_no_sections(read: Callable[..., Reading]) -> None:
    page = (
        "<html><body><div><h2>Partner Manager at Lindmere</h2></div><div><h2>Work Experience</h2></div><div><h2>Education</h2></div>"
        "<h2>Harold Reston</h2><p>Ogden, Utah</p><table><tr><td>801.555.0181</td><td>harold@canyon.example</td></tr></table>"
        "<table><tr><td>06/2019 - Present</td><td>Partner Manager, Lindmere, Ogden, Utah</td></tr></table></body></html>"
    )
    (found,) = read(page.encode(), "x.html").resumes
    assert (found.name, found.phones, found.emails) == ("Harold Reston", ("+18015550181",), ("harold@canyon.example",))


def test_a_name_as_large_as_the_headings_below_a_side_bar_is_none_of_them(read: Callable[..., Reading]) -> None:
    page = (
        "<html><body><p>CONTACT</p><p>+44 7911 123456</p><p>harriet.obilarsen@post.example</p><p>SKILLS</p><p>Excel</p>"
        "<h1>Harriet Obi-Larsen</h1><p>Sales Assistant</p><h1>Work Experience</h1><p>Jan 2019 - Present Sales Assistant, Harrow"
        " Foods</p><h1>Education</h1><p>2012 - 2016 BA Business, University of Leeds</p><h1>Skills</h1><p>Stock control</p></body></html>"
    )
    (found,) = read(page.encode(), "x.html").resumes
    assert found.name == "Harriet Obi-Larsen"


def test_spans_that_touch_keep_a_number_and_an_address_apart(read: Callable[..., Reading]) -> None:
    page = (
        "<html><body><h1>Anneliese Ferro-Hart</h1><h2>Experience</h2><p>2019 - present Cashier, Northgate Stores</p><footer><div>"
        "<span>+49 1512 3456789</span><span>anneliese@post.example</span></div></footer></body></html>"
    )
    (found,) = read(page.encode(), "x.html").resumes
    assert (found.phones, found.emails) == (("+4915123456789",), ("anneliese@post.example",))
