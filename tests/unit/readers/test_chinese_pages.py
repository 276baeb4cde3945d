"""Web pages, letters and sheets of scholars in Chinese: who it is, where he lives, what he does and where he studied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.contacts.handles import read_linkedin, read_wechat
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.titles import employer_score
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.records import Reading


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # under the facts of a side bar, in front of the wish
        ("基本信息\n生日：1997.04.02\n电话：13800138000\n兴趣爱好\n旅行\n摄影\n卢晓东\t求职目标：会计\n自我评价\n认真细致，善于沟通。", "卢晓东"),
        # without any contact, over the sentence that tells of him
        ("卢翰夫\n翰夫是一名土木工程师. 他曾任职于晨光市政府.\n教育\n青禾大学\n土木工程硕士, 毕业于2014年5月.", "卢翰夫"),
        ("个人简历\nNorthmoor Business School, Northmoor University\nSouth Kensington Campus, London SW7 2AZ, UK\nx@northmoor.example", None),
        # the page of somebody, and who is told of
        ("欢迎来到卢晓东的个人主页\n关于我\n山东济南人，喜欢探索新技术。", "卢晓东"),
        ("个人简介\n卢璐，青禾大学研究员，山东人，生于1992年。\n工作经历\n2025/12 – 现在 青禾大学，研究员", "卢璐"),
        ("首页\n青禾大学人工智能博士研究生\nx@post.example\n我的研究聚焦高效的智能。", None),
        ("欢迎来到我们的博客\n关于我\n山东济南人，喜欢探索新技术。", None),
    ],
)  # fmt: skip
def test_names(text: str, name: str | None) -> None:
    found, _ = read_name(sheet_of_text(text), [])
    assert (found and found.value) == name


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("5837 Western Run, Baltimore, MD 21209 | a@post.example | 谷歌学术 | 个人主页", "Baltimore, MD"),
        ("a@post.example | +886-912-345-678 | 台湾彰化", "彰化"),
        ("首尔 · 远程", "首尔"),
        ("西雅图 · 拥有美国与欧盟工作许可 · 物理学学士", "西雅图"),
        ("地址：釜山广域市金井区大学路63号", "釜山"),
        ("研究方向：数值模拟 | 工程力学", None),
    ],
)
def test_towns_in_the_head(line: str, city: str | None) -> None:
    found = read_city(sheet_of_text(f"卢晓东\n{line}\n教育背景\n2019 – 2024\t青禾大学"))
    assert (found and found.value) == city


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        # seasons are dates
        ("华丰科技 - 产品研发组实习生 (2024年夏)\n部署各种服务\n晨光科技 - 算法实习生 (2024年3月)\n青禾大学 - Tutor (2023)\n北极社 - 软件设施 (2022 ~ 2023)\n无人驾驶车辆的软件团队", "产品研发组实习生", "华丰科技"),
        # a town abroad in brackets
        ("🌐 首席解决方案架构师 – NTX（西雅图）2025 – 至今\n设计平台。\n🔐 首席技术布道师 – NTX 基础设施（奥斯汀）2022 – 2024", "首席解决方案架构师", "NTX"),
        # an overview of firms, and the jobs at length below
        ("青禾資訊股份有限公司 2020/09 - 在職中\n晨光資訊有限公司 2017/09 - 2020/09\n技能專長\nMSSQL\n工作經驗\n青禾資訊股份有限公司 資料工程師 2020/09 - 在職中\n晨光資訊有限公司 後端工程師 2017/09 - 2020/09", "資料工程師", "青禾資訊股份有限公司"),
        # a post and its firm with a slash between
        ("Software Engineer/Lindtech Inc.\t2007/11 — 2010/08", "Software Engineer", "Lindtech Inc."),
        ("擔任家庭家教", "家庭家教", None),
        ("2021年3月 - 至今\t青禾大學\n擔任雙語學伴計畫的專案助理", "專案助理", "青禾大學"),
        ("企业经历 青禾实业有限公司 2023-2024\n1. 为公司项目提供服务器技术支持，保证系统稳定运行，培训新人。", None, "青禾实业有限公司"),
        ("**【公司名】XX 科技有限公司（填你真实实习公司） ｜ 产品助理 ｜ 2026.01 - 2026.06 ｜ XX 市**\n### 经验沉淀\n> 公司全面推行。", "产品助理", None),
    ],
)  # fmt: skip
def test_jobs(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(f"卢晓东\n电话：13800138000\n工作经历\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("我目前任职于青禾大学计算机学院。本人于 2025 年 6 月获得博士学位。", None, "青禾大学计算机学院"),
        ("我叫卢晓东，我现在是一名在青禾基因工作的生物信息工程师。", "生物信息工程师", None),
        ("我希望任职于青禾大学。", None, None),
        ("卢晓东，博士，青禾大学助理教授。他于2013年5月获得硕士学位。", "助理教授", "青禾大学"),
        ("我是卢晓东，理想汽车 VLA 模型团队负责人，同时担任美国研发中心负责人。", "VLA 模型团队负责人", "理想汽车"),
        ("卢晓东，山东人，我想应聘呼叫中心主管。", None, None),
        ("现为青禾大学计算机学院硕士研究生二年级，师从鄂海红教授，位于推理实验室。", None, None),
    ],
)
def test_who_says_where_he_works(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(f"卢晓东\n电话：13800138000\n个人简介\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_a_heading_that_no_list_knows_opens_no_head() -> None:
    sheet = sheet_of_text(
        "# 个人简介\n我研究推荐系统。\n# 📝 代表论文 ([谷歌学术])\nExpert Systems with Applications, 2025. (IF: 7.5)\n"
        "# 📖 教育经历\n2021.09 - 2025.06\n青禾大学, 软件工程专业，博士"
    )
    assert "top" not in sheet.sections
    assert read_job(sheet).title is None


def test_the_address_behind_a_tag_and_one_that_begins_with_a_number(read: Callable[..., Reading]) -> None:
    text = '# 卢晓东\n## 关于我\n欢迎通过 <a href="mailto:xd@post.example" target="_blank">邮箱</a> 与我联系。\n## 教育背景\n青禾大学 会计学 本科\n'
    (found,) = read(text.encode(), "x.md").resumes
    assert found.emails == ("xd@post.example",)
    page = (
        "<html><body><h1>卢晓东</h1><h2>联系</h2><p>➜ <a href='mailto:13800138000xd@post.example'>13800138000xd@post.example</a><br>"
        "➜ 中国上海</p><h2>教育背景</h2><p>2015.09-2019.07 青禾大学 会计学（本科）</p></body></html>"
    )
    (found,) = read(page.encode(), "x.html").resumes
    assert (found.emails, found.phones, found.city) == (("13800138000xd@post.example",), (), "上海")


@pytest.mark.parametrize(
    ("text", "emails", "name"),
    [
        ("董青\nNola Dong · 동해나\n联系方式\nnoladong@post.example\n首尔 · 远程", ["noladong@post.example"], "董青"),
        (
            "Evan's Resume\n簡介\n柯安廷 (Evan)\n資深測試工程師\n9 年以上的工作經驗。",
            ["x@post.example"],
            "柯安廷",
        ),
    ],
)
def test_the_chinese_name_goes_before_the_other(text: str, emails: list[str], name: str) -> None:
    found, _ = read_name(sheet_of_text(text), emails)
    assert (found and found.value) == name


@pytest.mark.parametrize(("address", "name"), [("bizhou1994@post.example", "毕舟"), ("wei.cheng@post.example", None)])
def test_a_name_below_a_side_bar_is_spelled_by_an_address(
    read: Callable[..., Reading], address: str, name: str | None
) -> None:
    aside = f"<h1>Aside</h1><h3>联系方式</h3><ul><li><a href='mailto:{address}'>{address}</a></li></ul><h3>技能</h3><p>R, Python</p>"
    main = "<h1>Main</h1><h2>毕 舟</h2><p>My current interest is to build maps.</p><h2>教育经历</h2><h3>青禾大学</h3><p>博士 2016 - 至今</p>"
    page = f"<html><body>{aside}<h2>Disclaimer</h2><p>更新日期：2021-02-25.</p>{main}</body></html>"
    assert [one.name for one in read(page.encode(), "x.html").resumes] == [name]


@pytest.mark.parametrize("word", ["问题", "章节", "成果", "车间", "谢谢", "解析", "高效"])
def test_a_word_of_everyday_life_is_nobody(word: str) -> None:
    text = f"# 关于简历的一些疑问\n## {word}1：怎么改？\n## {word}2：投哪里？\n### 求职总结\n- 求职意向：运维实习生\n### 教育经历\n计算机 / 本科 / 2017 - 2021"
    assert read_name(sheet_of_text(text), [])[0] is None


def test_a_system_in_whose_name_vx_stands_is_no_handle() -> None:
    assert (
        read_wechat(sheet_of_text("卢晓东\n13800138000\n工作经历\n* 2013.1 - 2013.7 龙芯3A vxWorks6.8 2D图形加速"))
        is None
    )


def test_whose_student_somebody_is_is_no_post() -> None:
    sheet = sheet_of_text(
        "现为青禾大学计算机学院硕士研究生二年级，师从鄂海红教授，位于推理实验室。\n教育经历\n青禾大学计算机学院，计算机技术，硕士，2024.09–2027.07"
    )
    assert read_job(sheet).title is None


def test_a_post_over_its_company_where_the_order_of_the_text_is_lost() -> None:
    job = read_job(
        sheet_of_text(
            "卢晓东\n工作经历\n自我评价\n教育背景\n2015-2019\t国际经济与贸易\n青禾师范大学\n2022.3至今\t部长助理\n青禾机械有限公司\n负责票证车间生产质量检查，兼任企业内审员。"
        )
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("部长助理", "青禾机械有限公司")


def test_a_scholar_told_in_a_paragraph(read: Callable[..., Reading]) -> None:
    text = (
        "---\nlayout: about\ntitle: 简介\npermalink: /zh/\nsubtitle: <a href='#'>助理教授</a>，青禾大学，上海，xd_lu AT qinghe.edu.cn\nprofile:\n  image_circular: false\n"
        "redirect_from:\n  - /zh.html\n---\n卢晓东，博士，青禾大学助理教授。他于2013年5月和2017年12月分别在美国晨光大学获得电气工程硕士和博士学位。生于1990年。\n"
    )
    (found,) = read(text.encode(), "about_zh.md").resumes
    assert (found.name, found.current_title, found.current_employer) == ("卢晓东", "助理教授", "青禾大学")
    assert (found.emails, found.city, found.birth_year) == (("xd_lu@qinghe.edu.cn",), "上海", 1990)
    assert "circular" not in found.text
    assert "zh.html" not in found.text


def test_what_is_crossed_out_is_no_town() -> None:
    assert read_city(sheet_of_text("姓名：卢晓东\n电话：13800138000\n地址：XXXXXXXXX")) is None


def test_a_school_in_capitals_before_its_degree_and_what_a_family_does() -> None:
    found = read_education(
        sheet_of_text("卢晓东\n教育经历\nUCL硕士\n社会关系\n家人从事教育行业老师和学校领导等工作")
    ).school
    assert found
    assert found.value == "UCL"


def test_time_at_a_company_that_stands_among_the_studies_is_work() -> None:
    job = read_job(
        sheet_of_text(
            "卢晓东\n学习经历\n工作之余开始了自学\n2011-11 -- 2014-2在晨光电子有限公司\n编写程序加工零部件。\n2014-03 --2015-11在青禾实业有限公司\n"
            "参与设备组装调试\n工作经历\n抗压能力强，理解能力强。"
        )
    )
    assert job.employer
    assert job.employer.value == "青禾实业有限公司"


def test_a_firm_of_general_words_is_no_name() -> None:
    assert employer_score("科技有限公司") == 0.0
    assert employer_score("青禾科技有限公司") == 1.0


def test_the_institute_below_its_academy_is_a_part_of_it() -> None:
    found = read_education(
        sheet_of_text("卢晓东\n教育经历\n青禾医学院\t北京, 中国 2012.9 – 2017.7\n药用植物研究所 推免直博生\n生药学")
    ).school
    assert found
    assert found.value == "青禾医学院"


def test_a_page_whose_side_bar_comes_first(read: Callable[..., Reading]) -> None:
    page = (
        "<html><body><div><h3>基本信息</h3><p>电话：13800138000</p><p>邮箱：x@post.example</p><h3>兴趣爱好</h3><p>旅行</p></div>"
        "<div><span>卢晓东</span> <span>求职目标：会计</span><h4>教育背景</h4><p>2015.09-2019.07 青禾大学 会计学（本科）</p></div></body></html>"
    )
    (found,) = read(page.encode(), "index.html").resumes
    assert (found.name, found.desired_title, found.school) == ("卢晓东", "会计", "青禾大学")


def test_a_page_is_read_without_the_links_that_lead_through_it(read: Callable[..., Reading]) -> None:
    page = (
        "<html><body><header><nav><ul><li><a href='../index.html'>我的主页</a></li><li><a href='./a.html'>我的经历</a></li></ul></nav>"
        "</header><table><tr><th>姓名</th><td>卢晓东</td><th>现居地</th><td>湖北省武汉市</td></tr><tr><th>电话</th><td>13800138000</td></tr>"
        "<tr><th rowspan='2'>教育背景</th><th>时间</th><th>学校名称</th><th>专业</th></tr>"
        "<tr><td>2021.9-至今</td><td>青禾大学</td><td>信息管理（本科）</td></tr></table></body></html>"
    )
    (found,) = read(page.encode(), "index.html").resumes
    assert (found.name, found.city, found.school) == ("卢晓东", "武汉", "青禾大学")
    assert (found.current_title, found.current_employer) == (None, None)


def test_the_name_in_front_of_a_bar_is_no_part_of_the_title() -> None:
    job = read_job(sheet_of_text("卢\n卢晓东｜产品经理\nx@post.example\n2017-青禾大学-金融硕士"))
    assert job.title
    assert job.title.value == "产品经理"


def test_labels_and_their_values_in_two_lists() -> None:
    sheet = sheet_of_text(
        "联系方式\n手机：13800138000\n个人信息\n姓名/性别/年龄：卢义飞/男/1990\n青禾学院/车辆工程/本科"
    )
    found, _ = read_name(sheet, [])
    assert found
    assert found.value == "卢义飞"


def test_a_licence_is_no_firm(read: Callable[..., Reading]) -> None:
    form = (
        "<html><body><h3>个人简历（求职意向： Java开发工程师）</h3><table><tr><td>电话</td><td>13800138000</td></tr>"
        "<tr><td>工作经历</td><td>2011年在xx公司实习3个月</td></tr><tr><td>证书</td><td>c1汽车驾驶证、英语四级</td></tr></table></body></html>"
    )
    (found,) = read(form.encode(), "index.html").resumes
    assert (found.current_employer, found.desired_title) == (None, "Java开发工程师")


def test_the_head_of_a_latex_sheet_in_three_parts(read: Callable[..., Reading]) -> None:
    source = (
        "\\documentclass[]{friggeri-cv}\n\\begin{document}\n\\header{卢}{ 晓东}\n       {机器学习博士}\n\\begin{aside}\n  \\section{关于}\n"
        "    大连, 辽宁 116026\n    \\href{mailto:x@post.example}{x@post.example}\n\\end{aside}\n\\section{教育背景}\n"
        "\\begin{entrylist}\n  \\entry\n    {2009至今}\n    {博士研究生}\n    {青禾大学}\n    {论文}\n\\end{entrylist}\n\\end{document}\n"
    )
    (found,) = read(source.encode(), "cv_cn.tex").resumes
    assert (found.name, found.city, found.school) == ("卢晓东", "大连", "青禾大学")


def test_the_date_of_a_form_is_no_town() -> None:
    assert read_city(sheet_of_text("Employment Application\nFull name\tDate\nAddress\tPhone")) is None


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("卢 朝阳\n138-0013-8000  x@post.example\n青禾大学  经济学 • 博士\n北京  河南 • 开封  1990-03-04", "北京"),
        ("卢東晨\tDong-Chen Lu\nTaoyuan，Taiwan\n20歲，雙魚座\nx@post.example\n簡介", "Taoyuan"),
    ],
)
def test_the_town_below_the_name(text: str, city: str) -> None:
    found = read_city(sheet_of_text(text))
    assert found
    assert found.value == city


@pytest.mark.parametrize(
    ("text", "school"),
    [
        # the line of the school bears the end and that of the degree the beginning
        ("卢栋辉\n教育背景\n2020.06\t青禾大学 • 理学院物理系\n2015.09\t光学 • 博士（硕博连读）\n2015.06\t晨光大学\n2011.09\t物理学 • 学士", "青禾大学"),
        ("卢東晨\n簡介\n我是卢東晨，目前就讀青禾大學資訊管理系，畢業於晨光高中普通科，熱愛打籃球、與他人切磋球技，交朋友。", "青禾大學"),
        ("卢東晨\n學歷\n畢業於青禾大學", "青禾大學"),
    ],
)  # fmt: skip
def test_the_school_he_is_at(text: str, school: str) -> None:
    found = read_education(sheet_of_text(text)).school
    assert found
    assert found.value == school


def test_the_post_under_the_name_behind_the_firm() -> None:
    job = read_job(
        sheet_of_text(
            "卢萧玉\n青禾移动客户端开发高级工程师\nx@post.example\n工作经历\n2016.7-至今 青禾 iOS 开发。参与好友项目的开发。"
        )
    )
    assert job.title
    assert job.title.value == "移动客户端开发高级工程师"


def test_the_profile_of_a_teacher_who_is_named_is_not_the_candidates() -> None:
    text = "卢锦祥\nx@post.example\n技能\n在信工学院外教Anna Roth的《Python Programming》课程中获得高分。"
    document = document_of_text(text, ReaderLimits())
    links = ("https://www.linkedin.com/in/annaroth",)
    assert read_linkedin(make_sheet(replace(document, links=links), read_file_name("x.md", source=None))) is None
