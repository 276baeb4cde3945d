"""Homepages of Chinese people: links within sentences, news of a new job, switches of the site, addresses in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

FRONT = "---\npermalink: /zh/\ntitle: {title}\nauthor_profile: true\n{switch}\n---\n\n"
STUDIED = "\n\n## 教育背景\n\n- 博士，海洋学，南方大学，2019年\n- 硕士，海洋学，北方大学，2015年\n\n## 研究方向\n\n潮汐与海浪\n"


def page_of(text: str, *, title: str = "王青禾", switch: str = "comments: false") -> bytes:
    return (FRONT.format(title=title, switch=switch) + text + STUDIED).encode()


@pytest.mark.parametrize("switch", ["show_title: false", "alt_title: /en/", "job_title: no", "position: ~"])
def test_a_switch_of_the_site_states_nothing(read: Callable[..., Reading], switch: str) -> None:
    (found,) = read(page_of("邮箱：qinghe@moor.example", switch=switch), "x.md").resumes
    assert (found.name, found.current_title) == ("王青禾", None)


def test_a_post_in_the_front_matter_is_kept(read: Callable[..., Reading]) -> None:
    (found,) = read(page_of("邮箱：qinghe@moor.example", switch="job_title: 会计"), "x.md").resumes
    assert found.current_title == "会计"


@pytest.mark.parametrize(
    ("told", "post", "house"),
    [
        (
            "我于2019年在[南方大学](https://south.example/)（NFU）获博士学位。2020 年 7 月加入[青禾大学海洋学院](https://sea.example)，现任助理教授。",
            "助理教授",
            "青禾大学海洋学院",
        ),
        (
            "2020年于[南方大学](https://south.example)任博士后，目前在[晨光水文院](https://tide.example/cn)担任高级工程师。",
            "高级工程师",
            "晨光水文院",
        ),
        (
            "我是青禾大学潮汐与海浪研究所的远洋计划研究员，博士后（TIDE）。我研究潮汐。",
            "远洋计划研究员、博士后",
            "青禾大学潮汐与海浪研究所",
        ),
        ("大家好，我是晨光文具有限公司的一名仓储主管。", "仓储主管", "晨光文具有限公司"),
        ("我是青禾大学海洋学院的硕士研究生。我研究潮汐。", None, None),
        ("我是晨光文具有限公司的忠实用户。我研究潮汐。", None, None),
    ],
)
def test_where_somebody_says_he_works(
    read: Callable[..., Reading], told: str, post: str | None, house: str | None
) -> None:
    (found,) = read(page_of(told), "x.md").resumes
    assert (found.current_title, found.current_employer) == (post, house)


@pytest.mark.parametrize(
    ("news", "post", "house"),
    [
        (
            "* [2024年7月17日] 我正式加入 [思澜机器](https://siran.example/) ，担任 AI 算法工程师。\n* [2024年7月5日] 我硕士毕业。",
            "AI 算法工程师",
            "思澜机器",
        ),
        ("* 2021-03 我入职青禾仪器，任会计。\n* 2023-05 我加入晨光仪器，担任财务主管。", "财务主管", "晨光仪器"),
        ("* [2024年7月] 我加入潮汐课题组，担任组长。", None, None),
        ("* [2024年7月] 我加入《潮汐学报》编委会，担任编辑。", None, None),
        ("* [2024年7月] 李晨光加入晨光仪器，担任会计。", None, None),
    ],
)
def test_a_job_told_in_the_news(read: Callable[..., Reading], news: str, post: str | None, house: str | None) -> None:
    told = f"我于2024年在[南方大学](https://south.example/)获得硕士学位。2021年至2024年期间，我在潮汐实验室跟随陈晨光教授开展研究。\n\n# 新闻\n\n{news}"
    (found,) = read(page_of(told), "x.md").resumes
    assert (found.current_title, found.current_employer) == (post, house)


@pytest.mark.parametrize(
    ("spelled", "address"),
    [
        ("lindu [Shift + 2] moor 点 example 点 cn", "lindu@moor.example.cn"),
        ("lindu 艾特 moor点cn", "lindu@moor.cn"),
        ("lindu（at）moor（点）edu（点）cn", "lindu@moor.edu.cn"),
        ("每天 9 点 到 18 点", None),
    ],
)
def test_addresses_in_chinese_words(read: Callable[..., Reading], spelled: str, address: str | None) -> None:
    (found,) = read(page_of(f"电子邮箱: {spelled}"), "x.md").resumes
    assert found.emails == ((address,) if address else ())


def test_what_a_latex_class_states_of_a_person(read: Callable[..., Reading]) -> None:
    source = (
        "\\documentclass{moderncv}\n\\name{王}{青禾}\n\\wechat{qinghe_wang}\n\\quote{求职意向: 仓储主管}\n\\begin{document}\n\\makecvtitle\n"
        "\\section{教育背景}\n\\cventry{2010--2014}{学士}{南方大学}{物流}{}{}\n\\end{document}\n"
    )
    (found,) = read(source.encode(), "x.tex").resumes
    assert (found.name, found.wechat, found.desired_title) == ("王青禾", "qinghe_wang", "仓储主管")
    (found,) = read(source.replace("求职意向: 仓储主管", "好风凭借力，送我上青云").encode(), "x.tex").resumes
    assert (found.name, found.desired_title) == ("王青禾", None)


@pytest.mark.parametrize(
    ("header", "post", "house"),
    [
        ("AI R&D 工程師", "AI R&D 工程師", None),
        ("晨光電子 SAP MIS 工程師", "SAP MIS 工程師", "晨光電子"),
        ("LARCHWELL 工程師", "工程師", "LARCHWELL"),
    ],
)
def test_fields_of_work_in_latin_before_a_post(
    read: Callable[..., Reading], header: str, post: str, house: str | None
) -> None:
    text = (
        f"王青禾\nqinghe@moor.example\n\n工作經驗\n{header}\t2022 - now\n開發程式\n\n學歷\n南方大學 碩士 2019 - 2021\n"
    )
    (found,) = read(text.encode(), "x.txt").resumes
    assert (found.current_title, found.current_employer) == (post, house)


@pytest.mark.parametrize(
    ("told", "post", "house"),
    [
        (
            "你好，我是王青禾。目前在 [Larchwell Tides Asia (LTA)](https://larchwell.example/en/lab/) Moor AI/ML Group 担任 Research Intern，导师为陈晨光。",
            "Research Intern",
            "Larchwell Tides Asia",
        ),
        ("目前在青禾潮汐院（杭州）担任研究实习生。", "研究实习生", "青禾潮汐院（杭州）"),
    ],
)
def test_a_house_of_latin_words_in_a_chinese_sentence(
    read: Callable[..., Reading], told: str, post: str, house: str
) -> None:
    (found,) = read(page_of(told), "x.md").resumes
    assert (found.current_title, found.current_employer) == (post, house)


@pytest.mark.parametrize("same", ["我将在同一学院攻读硕士学位", "我将在该学院攻读硕士学位", "我将在本学院攻读硕士学位"])
def test_the_same_school_has_no_name_of_its_own(read: Callable[..., Reading], same: str) -> None:
    page = f"---\ntitle: 王青禾\nlayout: about\n---\n\n我于 2020 年 6 月本科毕业于[南方大学](https://south.example/)，获学士学位。2020 年 9 月起，{same}，师从陈晨光教授。\n\n# 新闻\n\n- 2021 论文发表\n"
    (found,) = read(page.encode(), "x.md").resumes
    assert found.school == "南方大学"


def test_years_over_papers_date_no_jobs(read: Callable[..., Reading]) -> None:
    page = page_of("邮箱：qinghe@moor.example").decode().partition("## 教育背景")[0] + (
        "教育与工作经历\n======\n\n- **09/2024 – 至今**：南方大学海洋学系，研究助理\n- **09/2022 – 至今**：北方大学海洋学院，博士研究生\n\n"
        "期刊论文（一作/通讯）\n======\n\n### 2025\n\n- **[1]** Wang, Q. (2025). Tides. Moor Journal\n\n### 2024\n\n- **[2]** Wang, Q. (2024). Waves. Moor Journal\n"
    )
    (found,) = read(page.encode(), "x.md").resumes
    assert (found.current_title, found.current_employer) == ("研究助理", "南方大学海洋学系")
    assert (found.school, found.highest_degree) == ("北方大学海洋学院", "doctor")


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("卢晓东作品集", "卢晓东"),
        ("卢晓东个人主页", "卢晓东"),
        ("平面设计作品集", None),
        ("摄影作品集", None),
        ("我的作品集", None),
    ],
)
def test_whose_works_a_page_shows(read: Callable[..., Reading], heading: str, name: str | None) -> None:
    page = f"<html><body><h1>{heading}</h1><p>Email: moor@moor.example</p><h2>教育背景</h2><p>南方大学 视觉传达 本科 2015-2019</p><h2>工作经历</h2><p>2019-2021 晨光文具有限公司 设计师</p></body></html>"
    (found,) = read(page.encode(), "x.html").resumes
    assert found.name == name


@pytest.mark.parametrize(
    ("under_name", "house"),
    [
        ("信息工程学院，青禾商学院 | 潮汐研究组, 南方大学", "信息工程学院，青禾商学院"),
        ("青禾大学海洋学院", "青禾大学海洋学院"),
        ("海洋学院，南方大学", None),  # where he studied
        ("海洋学院，青禾大学，博士研究生", None),
    ],
)
def test_the_house_under_the_name_of_a_scholar(
    read: Callable[..., Reading], under_name: str, house: str | None
) -> None:
    page = f"王青禾\nEmail: qinghe@moor.example\n{under_name}\n\n教育经历\n2018.09 - 2024.06 南方大学 海洋学 博士\n2014.09 - 2018.06 北方大学 海洋学 本科\n\n研究兴趣\n潮汐\n"
    (found,) = read(page.encode(), "x.txt").resumes
    assert (found.current_title, found.current_employer) == (None, house)


@pytest.mark.parametrize(
    "offered",
    ["我收到了 Larch State 项目的全奖 PhD offer。", "拿到青禾大学的博士录取通知。", "拒了青禾大学的博士 offer。"],
)
def test_a_place_that_was_offered_is_no_study(read: Callable[..., Reading], offered: str) -> None:
    page = f"---\ntitle: 王青禾\nlayout: about\n---\n\n我于2024年在[南方大学](https://south.example/)获得海洋学硕士学位，2021年获得学士学位。\n\n# 新闻\n\n* [2024年3月21日] {offered}\n"
    (found,) = read(page.encode(), "x.md").resumes
    assert (found.school, found.highest_degree) == ("南方大学", "master")


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("个人主页：[卢晓东](https://lu.example)\n\n", "卢晓东"),
        ("掘金：卢晓东\n\n", "卢晓东"),
        ("博客：潮汐观察\n\n", None),
        ("---\ntitle: 关于 | 卢晓东的博客\n---\n\n", "卢晓东"),
        ("姓名：老卢（卢晓东）\n\n", "卢晓东"),
    ],
)
def test_a_name_that_stands_aside(read: Callable[..., Reading], page: str, name: str | None) -> None:
    rest = "青禾医院 心内科 主治医师\n\n教育经历：\n2012—2015 南方医科大学 临床医学 博士\n\n工作经历：\n2015.8 至今：青禾医院 心内科，主治医师\n"
    (found,) = read((page + rest).encode(), "x.md").resumes
    assert found.name == name


def test_two_sentences_about_a_life_are_a_resume(read: Callable[..., Reading]) -> None:
    told = "<html><head><title>关于卢晓东</title></head><body><h1>关于我</h1><p>2015年毕业于南方大学，之后加入晨光仪器，担任会计至今。</p><p>喜欢潮汐，也喜欢在海边散步，欢迎来信交流，一起看海。</p></body></html>"
    (found,) = read(told.encode(), "x.html").resumes
    assert (found.name, found.current_title, found.current_employer, found.school) == (
        "卢晓东",
        "会计",
        "晨光仪器",
        "南方大学",
    )


def test_whose_page_its_excerpt_says_it_is(read: Callable[..., Reading]) -> None:
    page = page_of(
        "他目前在南方大学攻读硕士学位。联系：moor@moor.example", title='""', switch='excerpt: "卢晓东的个人学术主页"'
    )
    assert [one.name for one in read(page, "x.md").resumes] == ["卢晓东"]
    page = page_of(
        "他目前在南方大学攻读硕士学位。联系：moor@moor.example", title='""', switch='excerpt: "潮汐与海浪的观测主页"'
    )
    assert [one.name for one in read(page, "x.md").resumes] == [None]


def test_an_address_behind_a_link_without_its_scheme(read: Callable[..., Reading]) -> None:
    page = '<html><body><h1>卢晓东</h1><p>联系方式 <a href="lu@south.example.cn">邮箱</a> <a href="https://x.example/@lu">主页</a></p><h2>教育背景</h2><p>南方大学 海洋学 硕士 2015-2019</p></body></html>'
    (found,) = read(page.encode(), "x.html").resumes
    assert found.emails == ("lu@south.example.cn",)


def test_a_comma_without_a_space_before_a_name_in_camel_case(read: Callable[..., Reading]) -> None:
    text = "Ana Moor\nana@moor.example\n\nWork experience\n2019 - 2022: Senior Tide Engineer,MoDi Chushing\n\nEducation\nM.S. in Physics, Larch University, 2019\n"
    (found,) = read(text.encode(), "x.txt").resumes
    assert (found.current_title, found.current_employer) == ("Senior Tide Engineer", "MoDi Chushing")


@pytest.mark.parametrize("told", ["我从这些经历中学到了很多", "在项目中学会了合作", "从工作中学習了耐心"])
def test_learning_from_something_names_no_school(read: Callable[..., Reading], told: str) -> None:
    text = f"王青禾\nqinghe@moor.example\n\n自我评价\n{told}\n\n工作经历\n2019.5 - 2021.6 晨光文具有限公司 会计\n"
    assert [one.school for one in read(text.encode(), "x.txt").resumes] == [None]


def test_a_school_that_the_margin_left_for_the_next_line(read: Callable[..., Reading]) -> None:
    text = (
        "Ana Moor\nana@moor.example\n\nAbout\nHello there! My name is Ana Moor. I completed my master degree at\n"
        "National Larch University (NLU), majoring in tides and waves of the northern seas.\n\nSkills\nTides\n"
    )
    (found,) = read(text.encode(), "x.txt").resumes
    assert (found.school, found.highest_degree) == ("National Larch University", "master")


@pytest.mark.parametrize(
    ("told", "post", "house"),
    [
        (
            "我叫孙青禾，2019年毕业于南方大学，毕业后在青禾小学担任语文老师三年，2022年9月起在晨光学校任教务主管至今。",
            "教务主管",
            "晨光学校",
        ),
        ("我叫孙青禾，2019年毕业于南方大学，2019年起在青禾小学任教至今。", None, "青禾小学"),
    ],
)
def test_a_post_at_a_school_in_a_sentence(
    read: Callable[..., Reading], told: str, post: str | None, house: str
) -> None:
    (found,) = read(f"自我介绍\n{told}\n手机：13800138000\n".encode(), "x.txt").resumes
    assert found.current_title == post
    assert found.current_employer in {house, None}


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("# 关于作者\n\n大家好，我是「阿树」，本名**卢晓东**，现居厦门，是一名设计师。", "卢晓东"),
        ("履歷\n卢晓东 Lu, Hsiao-Tung", "卢晓东"),
        ("履歷\n財務部 Finance, Dept", None),
    ],
)
def test_real_names(read: Callable[..., Reading], head: str, name: str | None) -> None:
    text = f"{head}\n\n手機 0987654321\n\n【學歷】\n南方大學 會計學系 學士 2008/09 ~ 2012/06\n\n【工作經歷】\n晨光會計師事務所　審計員　2012/07 ~ 2015/03\n"
    (found,) = read(text.encode(), "x.md").resumes
    assert found.name == name


def test_a_postdoc_beside_degrees(read: Callable[..., Reading]) -> None:
    page = (
        "# 赵青禾\n\n> 博士后，[晨光大学](https://c.example)物理系\n\n- 2021– 博士后，晨光大学物理系\n"
        "- 2016–2021 博士，[青禾大学](https://q.example)理论物理（导师：孙晨光教授）\n- 2012–2016 学士，北方师范大学物理学\n\n邮箱：zq@moor.example\n"
    )
    (found,) = read(page.encode(), "x.md").resumes
    assert (found.name, found.school, found.highest_degree) == ("赵青禾", "青禾大学", "doctor")
    assert (found.current_title, found.current_employer) == ("博士后", "晨光大学")


def test_studies_among_entries_that_say_house_and_post(read: Callable[..., Reading]) -> None:
    page = (
        "# 邓青禾\n\n手机：13800138000\n\n## 经历\n\n### 晨光仪器 · 后端技术专家\n2021.04 → 现在 · 北京\n\n### 青禾仪器 · 后端工程师\n2017.07 → 2021.03 · 北京\n\n"
        "### 南方大学 · 计算机硕士\n2014.09 → 2017.06 · 武汉\n"
    )
    (found,) = read(page.encode(), "x.md").resumes
    assert (found.current_employer, found.school, found.highest_degree) == ("晨光仪器", "南方大学", "master")


def test_what_is_commented_out_in_front_matter_tells_nothing_and_its_foot_whose_page_it_is(
    read: Callable[..., Reading],
) -> None:
    (found,) = read(
        "---\nhome: true\n# features:\n#   - title: 游戏\n#     details: 说明\nfooter: MIT Licensed | Copyright © 2022-present 戚若川\n---\n\n"
        "> 2016年毕业于江临交通大学\n\n- 性别：男\n- 电话：13800138055\n\n## 求职意向\n+ 采购专员\n\n## 工作经历\n\n### 2016.08 - 至今\n"
        "公司名称：青禾铁路设备有限公司\n\n职位名称：设备专员\n",
        "README.md",
    ).resumes
    assert (found.name, found.current_title, found.desired_title) == ("戚若川", "设备专员", "采购专员")


@pytest.mark.parametrize(
    "told",
    [
        "贺青，青禾大学软件学院副教授，硕士生导师。2012年于南方大学获博士学位，2012年7月起任教。",
        "贺青，青禾大学软件学院副教授，硕士生导师。2012年获南方大学博士学位。主要研究软件测试。",
        "贺青，青禾大学软件学院副教授。2008年获北方大学硕士学位，2012年获南方大学博士学位。",
        "贺青毕业于南方大学软件工程专业。获博士学位。现任青禾大学软件学院副教授，研究软件测试。",
        "贺青博士就读于南方大学，2012年获博士学位。现任青禾大学软件学院副教授，研究软件测试。",
    ],
)
def test_a_school_is_the_one_of_the_sentence_with_the_degree(read: Callable[..., Reading], told: str) -> None:
    (found,) = read(f"个人简历\n\n{told}\n\n邮箱：heqing@moor.example\n电话：13900001111\n".encode(), "x.txt").resumes
    assert (found.school, found.highest_degree) == ("南方大学", "doctor")


JOBS = "# 王青禾\n\n邮箱：qinghe@moor.example\n\n## 工作经历\n\n"


@pytest.mark.parametrize(
    "posts",
    [
        "- 职位：会计（2017.07 – 2020.06）\n- 职位：财务经理（2020.07 – 至今）\n",
        "- 2017.07 – 2020.06 会计\n- 2020.07 – 至今 财务经理\n",
        "会计 2017.07 – 2020.06\n\n- 记账\n- 报税\n\n财务经理 2020.07 – 至今\n\n- 管理预算\n",
        "#### 会计 2017.07 – 2019.06\n\n- 记账\n\n#### 主管会计 2019.07 – 2020.06\n\n#### 财务经理 2020.07 – 至今\n",
    ],
)
def test_posts_told_from_the_first_share_the_house_of_their_heading(read: Callable[..., Reading], posts: str) -> None:
    (found,) = read(f"{JOBS}### 青禾网络\n\n{posts}".encode(), "x.md").resumes
    assert (found.current_title, found.current_employer) == ("财务经理", "青禾网络")


@pytest.mark.parametrize(
    "told",
    [
        "青禾网络有限公司\n\n会计 2017.07 – 2020.06\n\n财务顾问 2021.03 – 至今\n",
        "### 青禾网络\n\n会计 2017.07 – 2020.06\n\n### 财务顾问 2021.03 – 至今\n\n- 报税\n",
        "### 青禾网络\n\n会计 2017.07 – 2020.06\n\n独立财务顾问 2021.03 – 至今\n",
    ],
)
def test_a_later_post_that_is_not_under_the_heading_takes_no_house(read: Callable[..., Reading], told: str) -> None:
    (found,) = read((JOBS + told).encode(), "x.md").resumes
    assert found.current_employer is None


@pytest.mark.parametrize("beside", ["Excel", "为期刊排版，整理论文", "在课题组做过账，帮老师发表文章"])
def test_the_writing_paper_of_a_school_is_no_employer(beside: str, read: Callable[..., Reading]) -> None:
    head = "林清和\n南方大学\n电话：13800138055\n邮箱：qinghe@mailbox.example\n"
    (found,) = read(f"{head}教育背景\n2010-2014 北原大学 本科 会计学\n技能\n{beside}\n", "x.md").resumes
    assert found.current_employer is None


@pytest.mark.parametrize("told", ["研究方向：潮汐", "论文发表\n潮汐的测量，2016"])
def test_the_university_under_the_name_of_a_scholar_is_his_house(told: str, read: Callable[..., Reading]) -> None:
    head = "林清和\n南方大学\n邮箱：qinghe@mailbox.example\n"
    (found,) = read(f"{head}教育背景\n2010-2014 北原大学 本科 海洋学\n{told}\n", "x.md").resumes
    assert found.current_employer == "南方大学"


def test_a_footer_in_front_matter_gives_no_contacts(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "---\nfooter: Copyright 2022 Orla Wexmoor orla@wexmoor.example +44 20 7946 0958\nhome: true\n---\n# Mara Velding\n"
        "mara@mailbox.example\n## Experience\nHead Gardener, Holloway Parks, 2019 - now\n",
        "README.md",
    ).resumes
    assert (found.name, found.emails, found.phones) == ("Mara Velding", ("mara@mailbox.example",), ())
