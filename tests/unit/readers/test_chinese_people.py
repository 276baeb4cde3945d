"""Chinese people in layouts that are seldom seen: two scripts, titles of pages, cells without labels, names of minorities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ringback.readers.assemble import resume_of_document
from ringback.readers.boards import read_file_name
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.names.two_scripts import is_of_family
from ringback.readers.fields.places.han_towns import han_town
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.html import document_of_html
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text

if TYPE_CHECKING:
    from schemas.policy import RoleTaxonomy

SCHOOL = "\n\n教育背景\n2013.9-2017.6\t青禾大学\t会计学\t本科"
SCHOOL_OF_PAGE = "<h2>教育背景</h2><p>青禾大学 会计学 本科 2013.9-2017.6</p>"


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.txt", source=None))


@pytest.mark.parametrize(
    ("text", "emails", "name"),
    [
        ("鄒典如 / TIENJU TSOU\n0912-345-678", [], "鄒典如"),
        ("PERRY XIAO\n個人履歷表\n蕭士承\n\n經歷\n青禾大學電機學系", [], "蕭士承"),
        ("王邦晏\nDanny Wang\n軟體工程師\ndanny@post.example", ["danny@post.example"], "王邦晏"),
        ("NG Siu Ming\n吳小明\n9123 4567", [], "吳小明"),
        ("自荐信\n您好！\n我的名字叫次仁央宗，藏族，出生于日喀则。\n手机 13800138000", [], "次仁央宗"),
        ("綦晓洁丨女丨27岁丨5年经验丨138 0013 8000", [], "綦晓洁"),
        ("个人简历（乔晓木）\n13800138000", [], "乔晓木"),
        ("个人简历（单页）\n13800138000", [], None),
        ("土木工程专业 葛晓波\n13800138000", [], "葛晓波"),
        ("您好，我是来自湖南的小学教师卢晓东\n13800138000", [], "卢晓东"),
        ("大家好！我叫 Linda，中文名是郝晓佳，做外贸的。\n13800138000", [], "郝晓佳"),
        ("成本控制\n项目管理\n13800138000", [], None),
        ("金融\n男\n13800138000", [], None),
        ("电气工程师鲜于光明简历\n139-0000-2020", [], "鲜于光明"),
        ("卢晓东销售经理个人简历\n139-0000-2020", [], "卢晓东"),
        ("应聘信\n尊敬的HR：\n姓名是热合曼·吐尔洪，维吾尔族，持A1证。\n电话：13200000606", [], "热合曼·吐尔洪"),
        ("照片\n才旦卓玛\n藏语文教师\n☎ 18900002222", [], "才旦卓玛"),
        ("【照片】\n妥晓强\n出生年月\t1986年10月\n民族\t回族\n联系方式\t13800138000", [], "妥晓强"),
        ("庚晓静\n女 | 未婚 | 1990年3月生 | 户口：河北邢台\n0年工作经验\n| 党员\n13800138000", [], "庚晓静"),
        (
            "I WANT TO DO GOOD WORK\n江若林\n既然目标是地平线，风雨又何妨。\n# 基本信息\n年龄：\n21岁\n性别：\n男\n籍贯：\n青海",
            [],
            "江若林",
        ),
        ("江若林是谁\n既然目标是地平线，风雨又何妨。\n# 基本信息\n年龄：\n21岁\n性别：\n男", [], None),
        ("Ruolin's Harbour (江若林的小港湾)\n江若林\n在读博士\n邮箱：ruolin@post.example", [], "江若林"),
        ("# 个人信息\n\n- 乌云其木格 / 女 / 1996\n- 手机：13800138000", [], "乌云其木格"),
    ],
)
def test_names(text: str, emails: list[str], name: str | None) -> None:
    found = read_name(sheet_of_text(text + SCHOOL), emails)[0]
    assert (found and found.value) == name


@pytest.mark.parametrize(
    ("latin", "chinese", "is_one"),
    [
        ("Eric Chan", "陳大豐", True),
        ("TSOU Tien-Ju", "鄒典如", True),
        ("Szeto Man", "司徒文", True),
        ("Anna Roth", "陳大豐", False),
        ("Wang", "王伟", False),
    ],
)
def test_families_in_two_scripts(latin: str, chinese: str, *, is_one: bool) -> None:
    assert is_of_family(latin, chinese) is is_one


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("卢晓东 - 销售经理 - 个人主页", "卢晓东"),
        ("卢晓东 | 销售经理", "卢晓东"),
        ("卢晓东的作品集", "卢晓东"),
        ("青禾网 - 销售经理", None),
        ("我的个人主页", None),
    ],
)
def test_names_in_the_title_of_the_page(title: str, name: str | None, taxonomy: RoleTaxonomy) -> None:
    html = (
        f"<title>{title}</title><ul><li>首页</li><li>关于我</li></ul><h2>关于我</h2><p>九年医疗器械销售经验。</p>{SCHOOL_OF_PAGE}"
        "<h2>联系我</h2><p>TEL 13800138000</p>"
    )
    document = document_of_html(html, ReaderLimits())
    resume = resume_of_document(
        document, read_file_name("index.html", source=None), taxonomy=taxonomy, limits=ReaderLimits()
    )
    assert resume.name == name


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("手机 138 0013 8000 | x@post.example | 乌鲁木齐市天山区", "乌鲁木齐"),
        ("138 0013 8000\t广西南宁市青秀区", "南宁"),
        ("福州仓山区", "福州"),
        ("石家庄长安区", "石家庄"),
        ("内蒙古自治区呼和浩特市赛罕区", "呼和浩特"),
        ("江苏省南京市鼓楼区", "南京"),
    ],
)
def test_towns_before_their_districts(line: str, town: str) -> None:
    assert han_town(line) == town


def test_months_behind_a_comma() -> None:
    text = "卢晓东\n工作经验\n2010–2011\t实习软件工程师, 青禾软件有限公司\n写测试。\n2013, 5–12\t兼职软件工程师, TreeMill\n虚拟桌面。"
    job = read_job(sheet_of_text(text + SCHOOL))
    assert job.title
    assert job.title.value == "兼职软件工程师"


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        # the now of the dates is no place, the chief no holder
        ("工作经历\n青禾家居装饰有限公司（2019.4—现在）主任设计师\n晨光装饰（2016.7—2019.3）设计师助理", "主任设计师", "青禾家居装饰有限公司"),
        # the house that is written to employs nobody yet
        ("应聘信\n我是一名大巴司机，看到贵公司正在招聘通勤班车司机，特来应聘。", "大巴司机", None),
        # a column of houses
        ("教学经历\n时间\t机构\t职位\n2022.08-至今\t青禾教育咨询有限公司\t对外汉语教师\n2019.05-2022.06\t晨光语言中心\t汉语志愿者教师", "对外汉语教师", "青禾教育咨询有限公司"),
        # a story in traditional characters, its end a firm and a post in one
        ("自傳\n民國104年我畢業於青禾科技大學護理系，進入晨光醫院內科病房擔任護理師，民國108年3月轉任青禾醫院加護病房護理師至今。", "加護病房護理師", "青禾醫院"),
        # a heading that is one by its English half
        ("经验 EXPERIENCE\n2017.02-至今\n青禾建工集团有限责任公司\n项目技术负责人\n管理现场。\n2012.07-2017.01\n晨光建设有限公司\n技术员", "项目技术负责人", "青禾建工集团有限责任公司"),
    ],
)  # fmt: skip
def test_jobs(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(f"卢晓东\n138 0013 8000\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("我希望应聘贵园的主班教师岗位。", "主班教师"),
        ("想找：厨师长 或 炒锅师傅，月薪9000以上", "厨师长 或 炒锅师傅"),
    ],
)
def test_wishes(text: str, title: str) -> None:
    wish = read_wishes(sheet_of_text(f"卢晓东\n138 0013 8000\n{text}{SCHOOL}")).title
    assert wish
    assert wish.value == title


def test_a_wish_behind_a_bar_is_no_post_held() -> None:
    job = read_job(sheet_of_text(f"卢晓\n1995.08 | 13800138000\n求职意向 |Web前端开发{SCHOOL}"))
    assert (job.title, job.employer) == (None, None)


def test_a_degree_behind_a_labelled_school() -> None:
    degree = read_education(
        sheet_of_text("卢晓东\n138 0013 8000\n[就读学校] 青禾技师学院 数控加工 中技 2007-2010")
    ).degree
    assert degree
    assert degree.value.level == "high_school"


def test_a_wish_to_get_a_post() -> None:
    wish = read_wishes(sheet_of_text("卢晓东\n个人简介\n服从安排。希望求得一份web前端开发的职位。" + SCHOOL)).title
    assert wish
    assert wish.value == "web前端开发"


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("盧曉東\n學歷\n1國小| 青禾國小\n2國中| 晨光中學\n3高中| 晨光中學\n4大學| 青禾大學", "青禾大學"),
        ("盧曉東\n簡介\n畢業至國立青禾大學傳播與科技學系", "國立青禾大學"),
        ("卢晓东\n关于我\n青禾大学LMB试点班CS方向(2012级)\n138-0013-8000", "青禾大学"),
        ("卢晓东\n个人简介\n青禾大学软件学院大三学生，喜欢折腾Linux。", "青禾大学软件学院"),
    ],
)
def test_schools(text: str, school: str) -> None:
    found = read_education(sheet_of_text(text)).school
    assert found
    assert found.value == school


@pytest.mark.parametrize(
    ("line", "title", "employer", "level"),
    [
        ("青禾大学副教授，博士生导师(PI)  weng@fernpost.net", "副教授", "青禾大学", None),
        ("教授、博导，青禾大学海洋学院", "教授", "青禾大学海洋学院", None),
        ("青禾大学 海洋学院 讲师 硕士研究生导师", "讲师", "青禾大学", None),
    ],
)
def test_whom_a_scholar_guides_is_neither_a_post_beside_his_own_nor_a_degree_nor_a_stranger(
    taxonomy: RoleTaxonomy, limits: ReaderLimits, line: str, title: str, employer: str, level: str | None
) -> None:
    text = f"翁小满\n{line}\n\n个人简介\n翁小满主要从事潮汐研究。\n\n教育经历\n海洋物理, 2015\n白杨科学技术大学"
    document = document_of_text(text, limits)
    resume = resume_of_document(document, read_file_name("x.txt", source=None), taxonomy, limits)
    assert (resume.current_title, resume.current_employer, resume.highest_degree) == (title, employer, level)
    assert resume.emails == (("weng@fernpost.net",) if "@" in line else ())


def test_a_sign_drawn_before_the_name_letters_of_a_field_before_the_post_and_a_town_behind_its_land(
    taxonomy: RoleTaxonomy, limits: ReaderLimits
) -> None:
    text = (
        "△ 周青禾 Aran Zhou\nAI / 電腦視覺工程師\n台灣台南\naran.zhou.7@fernpost.net\n\n工作經驗\n"
        "AI 工程師 — 目前任職公司（保密）\n2025 年 5 月 – 至今 · 台灣台南\n- 研發"
    )
    document = document_of_text(text, limits)
    resume = resume_of_document(document, read_file_name("x.txt", source=None), taxonomy, limits)
    assert (resume.name, resume.current_title, resume.current_employer) == ("周青禾", "AI 工程師", None)


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (
            "现任职务\n2021.08 – 至今\n讲师 · 青禾大学\n研究领域\n潮汐\n科研经历\n2017.07 – 2021.05\n博士后 · 潮汐\n白杨大学",
            "讲师",
            "青禾大学",
        ),
        (
            (
                "工作经历\n副教授\n2017.6 – 2021.6\n青禾大学潮汐研究中心\n科研经费\n"
                "国家自然科学基金面上项目，潮汐的研究，2022-2025，主持，¥580,000；"
            ),
            "副教授",
            "青禾大学潮汐研究中心",
        ),
    ],
)
def test_jobs_of_scholars_under_their_headings(text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of_text(f"周青禾\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "school", "level"),
    [
        (
            "教育经历\n2017 年 9 月 — 2022 年 6 月\n博士研究阶段 · 物理\n白杨潮汐研究所，中国青禾\n导师：柏一鸣教授。",
            "白杨潮汐研究所",
            "doctor",
        ),
        (
            "\n".join(
                [
                    "青禾拼车",
                    "移动技术总监\t2015年5月 - 至今",
                    *["负责移动端的架构"] * 30,
                    "青禾大学",
                    "应用数学 - 本科\t2002年9月 - 2006年7月",
                ]
            ),
            "青禾大学",
            "bachelor",
        ),
    ],
)
def test_degrees_beside_their_schools(text: str, school: str, level: str) -> None:
    studies = read_education(sheet_of_text(f"周青禾\nzhou@fernpost.net\n{text}"))
    assert studies.school
    assert studies.degree
    assert (studies.school.value, studies.degree.value.level) == (school, level)
