"""Posts in Chinese resumes: forms of Taiwan, stacked heads, research that goes on, posts told in sentences, any sign between."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.handles import read_wechat
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.noise import is_noise
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


JOBS: list[tuple[str, str | None, str | None]] = [
    # both halves behind one label, or below it
    ("林佳蓉\n工作經驗\n職稱／公司：行政專員／青禾實業有限公司\n任職期間：2020/3～仍在職\n工作內容：文書處理", "行政專員", "青禾實業有限公司"),
    ("林佳蓉\n工作經歷\n職稱／公司\n品管工程師／青禾食品股份有限公司（2017/8～仍在職）\n作業員／晨光食品有限公司（2015/6～2017/7）", "品管工程師", "青禾食品股份有限公司"),
    ("林佳蓉\n工作經歷\n公司名稱／職稱\n青禾食品股份有限公司／品管工程師（2017/8～仍在職）", "品管工程師", "青禾食品股份有限公司"),
    # heads of a table that stand over each other are nobody's
    ("王若川\n工作经历\n期间\n内容\n2019.03-至今\n青禾物流有限公司 仓储主管\n2015.03-2019.02\n晨光物流有限公司 仓管员", "仓储主管", "青禾物流有限公司"),
    ("王若川\n工作经历\n期间\t内容\n2019.03-至今\t青禾物流有限公司 仓储主管", "仓储主管", "青禾物流有限公司"),
    # research that goes on, against an internship that ended
    ("王若川\n实习经历\n2021.06-2021.09\t青禾科技有限公司\t算法实习生\n- 模型训练\n科研经历\n2022.03-至今\t江海大学智能实验室\t研究助理\n- 视觉", "研究助理", "江海大学智能实验室"),
    ("王若川\n科研经历\n江海大学材料研究所 博士后 2022.03-至今\n- 电池\n实习经历\n青禾新能源有限公司 研发实习生 2018.06-2018.09", "博士后", "江海大学材料研究所"),
    ("王若川\n科研经历\n2022.03-至今\t储能电池热管理研究\t项目负责人\n实习经历\n青禾新能源有限公司 研发实习生 2018.06-2018.09", "研发实习生", "青禾新能源有限公司"),
    # remarks on a house, and where it lies
    ("王若川\n工作经历\n全栈开发 @ 青禾(初创公司)\n2020.11 – 2021.06\n前端 (React, CSS): 负责页面", "全栈开发", "青禾"),
    ("王若川\n工作经历\n软件研发工程师\n青禾动力 (晨光自动驾驶卡车业务)\n2021 年 9 月 – 至今\t上海", "软件研发工程师", "青禾动力"),
    ("王若川\n工作经历\n2020-6\t江苏省盐城市\t职员", "职员", None),
    # sentences
    ("王若川\n工作经历\n2019年加入青禾科技有限公司，负责产品运营。\n2015年加入晨光传媒有限公司，担任编辑。", None, "青禾科技有限公司"),
    ("王若川\n个人简介\n目前在青禾集团担任人力资源总监，曾在晨光集团任人事经理。", "人力资源总监", "青禾集团"),
    ("王若川\n个人简介\n毕业于江海大学，2018年加入青禾银行担任客户经理，主要负责对公业务。", "客户经理", "青禾银行"),
    ("王若川\n个人简介\n2018年加入校学生会担任部长，2019年进入江海大学，学习法律。", None, None),
    ("王若川\n关于我\n前端开发工程师，目前就职于青禾网络，主要负责后台系统。", "前端开发工程师", "青禾网络"),
    ("林佳蓉\n自傳\n我目前任職於青禾電子股份有限公司，擔任採購專員，負責零件採購。", "採購專員", "青禾電子股份有限公司"),
    ("林佳蓉\n自傳\n我目前任職於青禾電子股份有限公司。", None, "青禾電子股份有限公司"),
    ("林佳蓉\n關於我\n現任青禾文化基金會執行長，曾任晨光出版社總編輯。", "執行長", "青禾文化基金會"),
    # a house and a post within one label, and departments between them
    ("林佳蓉\n現職：青禾大學護理系助理教授\n經歷\n晨光醫院護理師 2008-2012", "助理教授", "青禾大學護理系"),
    ("王若川\n工作经历\n青禾传媒-内容中心-编导 2021.03-至今\n1. 撰写脚本", "编导", "青禾传媒"),
    # what was done under a post is none
    ("王若川\n工作经历\n晨光实验小学    语文教师兼班主任\n2018.09-至今\n担任三年级语文教学", "语文教师兼班主任", "晨光实验小学"),
    # the verb behind a house; a post that only the projects of the job tell
    ("王若川\n工作经验\n2018年3月至今在青禾小学任教，担任语文教师、班主任\n2015年7月至2018年2月在晨光小学任教", "语文教师", "青禾小学"),
    ("王若川\n工作经历\n青禾软件有限公司（2018.3-至今）\n项目一：仓储系统\n角色：后端开发工程师\n职责：开发", "后端开发工程师", "青禾软件有限公司"),
    ("王若川\n工作经历\n青禾软件有限公司（2018.3-至今）\n项目一：仓储系统\n角色：项目负责人\n职责：开发", None, "青禾软件有限公司"),
    # to whom somebody answers
    ("王若川\n工作经历\n2018.3-至今 青禾集团 经理 汇报给：总经理 下属：5人\n1、负责采购", "经理", "青禾集团"),
    # two posts of one person, the second at a branch; a unit between the post and a house that another job names alone
    ("王若川\n工作经历\n2014.7-至今  项目经理兼分公司总经理助理  江海投资有限公司(晨光分公司)\n- 管理团队", "项目经理兼分公司总经理助理", "江海投资有限公司(晨光分公司)"),
    ("王若川\n工作经历\nSenior Product Manager, AI Lab — Qinghe  2023/1 ~ 至今\n管理搜索\n创作者团队副理 — Qinghe  2022/3 ~ 2022/12\n招募", "Senior Product Manager", "Qinghe"),
    ("王若川\n工作经历\nSenior Product Manager, Qinghe Lab — Lindau  2023/1 ~ 至今\n管理搜索\n副理, Chenguang — Lindau  2022/3 ~ 2022/12\n招募", "Senior Product Manager", "Qinghe Lab"),
    # a word for posts that the lists of banks and offices use
    ("王若川\n工作经历\n2020.03-至今 青禾银行江海支行 对公客户经理岗\n2017.07-2020.02 晨光银行 综合柜员岗", "对公客户经理岗", "青禾银行江海支行"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_latest_jobs(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


PAIR = {"firm": "青禾乐购", "post": "营运主管", "dates": "2019.03-至今"}


@pytest.mark.parametrize(
    "shape",
    [
        "{firm}·{post}·{dates}", "{post} @ {firm} {dates}", "{post}@{firm}（{dates}）", "{dates} / {firm} / {post}",
        "{firm} — {post} — {dates}", "{firm}、{post}、{dates}", "{firm}  {post}  {dates}", "{post}  {dates}  {firm}",
        "{dates}｜{post}｜{firm}", "{firm}（{dates}）{post}", "{firm}（{post}） {dates}", "【{firm}】{post}（{dates}）",
        "{firm} >> {post} {dates}", "{firm},{post},{dates}", "公司：{firm} | 职位：{post} | 时间：{dates}", "{firm} | {dates}\n{post}",
    ],
)  # fmt: skip
def test_a_pair_in_any_order_with_any_sign(shape: str) -> None:
    job = read_job(sheet_of_text("王若川\n工作经历\n" + shape.format(**PAIR)))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (PAIR["post"], PAIR["firm"])


@pytest.mark.parametrize(
    ("phrase", "is_post"),
    [
        ("风险管理岗", True),
        ("顶岗", False),
        ("销售轮岗", False),
        ("转岗", False),
        ("海运操作", True),
        ("驻村干部", True),
        ("风险提示", False),
    ],
)
def test_posts_called_so(phrase: str, *, is_post: bool) -> None:
    assert (title_score(phrase) == 1.0) is is_post


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("1996年次", 1996),
        ("96.05出生 江海人", 1996),
        ("1996年5月生", 1996),
        ("男，26岁，本科", None),
        ("评分 96.05", None),
    ],
)
def test_years_of_birth(head: str, year: int | None) -> None:
    found = read_birth_year(sheet_of_text(f"王若川\n{head}\n电话：13800138012\n更新日期：2022-03-01"))
    assert (found and found.value) == year


@pytest.mark.parametrize(
    ("head", "handle"),
    [
        ("微信号(ruochuan_w) 电话(13800138012)", "ruochuan_w"),
        ("13800138012 | wang@ruochuan.example | wx_ruochuan", "wx_ruochuan"),
        ("13800138012 | wang@ruochuan.example | ruochuan96\n前端工程师，熟悉 Vue 与 Docker", None),  # of whichever page
        ("13800138012 | wang@ruochuan.example | ruochuan_96\n酒店经理", "ruochuan_96"),
    ],
)
def test_handles(head: str, handle: str | None) -> None:
    found = read_wechat(sheet_of_text(f"王若川\n{head}\n工作经历\n2019.03-至今 青禾有限公司 会计"))
    assert (found and found.value) == handle


@pytest.mark.parametrize(
    "place", ["Taipei Special Municipality，TW", "Taipei Special Municipality, Taiwan", "Taipei，TW"]
)
def test_towns_of_taiwan_as_boards_write_them(place: str) -> None:
    found = read_city(sheet_of_text(f"林佳蓉\n居住地：{place}\n電話：0912-345-678\n學歷\n江海大學 學士"))
    assert found
    assert found.value == "Taipei"


@pytest.mark.parametrize(
    "heading",
    [
        "相关经历",
        "临床经历",
        "行政经历",
        "业务经历",
        "企业实习",
        "岗位实习",
        "近期工作",
        "职业发展",
        "经历背景",
        "專業歷程",
    ],
)
def test_jobs_below_headings_that_no_list_knows(heading: str) -> None:
    job = read_job(
        sheet_of_text(
            "王若川\n13800138012\n## 教育经历\n江海大学 会计学 本科 2014.09-2018.06\n"
            f"## {heading}\n青禾有限公司\t2021.03 - 至今\n会计\n- 负责账务\n## 专业技能\n- Office"
        )
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("会计", "青禾有限公司")


@pytest.mark.parametrize("line", ["丰富的管理经验", "具有三年财务经验", "个人履历", "我的留学经历", "获奖经历"])
def test_what_is_no_heading_of_jobs(line: str) -> None:
    assert section_of_heading(line) != "experience"


@pytest.mark.parametrize("dates", ["2021.03 ─ 現在", "21.03-至今", "2021.3月-至今", "21.03 - 24.10"])
def test_dates_of_jobs(dates: str) -> None:
    job = read_job(sheet_of_text(f"王若川\n工作经历\n青禾乐购 | 营运主管 | {dates}\n- 负责A"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("营运主管", "青禾乐购")


@pytest.mark.parametrize(
    ("line", "title", "employer"),
    [
        ("青禾乐购 · 业务中台\t营运主管\t2021.03 - 至今", "营运主管", "青禾乐购"),
        ("青禾设计工作室 | UI/UX 设计师 | 2021.03 - 至今", "UI/UX 设计师", "青禾设计工作室"),
        ("青禾云创 | 全栈 | 2021.03 - 至今", "全栈", "青禾云创"),
        ("青禾证券研究所\t行业研究\t2021.03 - 至今", "行业研究", "青禾证券研究所"),
    ],
)
def test_departments_and_posts(line: str, title: str, employer: str) -> None:
    job = read_job(sheet_of_text(f"王若川\n工作经历\n{line}\n- 负责A"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_a_wish_in_brackets_ends_before_the_bracket() -> None:
    wish = read_wishes(sheet_of_text("王若川（应聘会计）\nTel 13800138000\n教育\n江海大学")).title
    assert wish
    assert wish.value == "会计"


def test_a_school_whose_name_begins_like_a_label() -> None:
    school = read_education(sheet_of_text("王若川\n13800138012\n毕业院校：University of Linden  学历：硕士")).school
    assert school
    assert school.value == "University of Linden"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("🚀 个人 AI 产品项目", "projects"),
        ("开源项目", "projects"),
        ("学经历", "education"),
        ("院校背景", "education"),
        ("教育水平", "education"),
    ],
)
def test_headings_of_projects_and_studies(heading: str, kind: str) -> None:
    assert section_of_heading(heading, stands_out=True) == kind


def test_what_is_said_of_a_project_is_no_house() -> None:
    assert is_noise("进行中，9.30 上线")
