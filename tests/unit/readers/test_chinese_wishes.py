"""Where and as what people want to work, in the words of boards, forms and plain letters; and where they live beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.records import Reading

HEAD = "张伟\n13800138000\n"


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


def wished(text: str) -> tuple[str | None, str | None]:
    found = read_wishes(sheet_of_text(text))
    return found.title and found.title.value, found.city and found.city.value


def lives(text: str) -> str | None:
    found = read_city(sheet_of_text(text))
    return found.value if found else None


@pytest.mark.parametrize(
    "label", ["想去的地方", "希望在", "要求地点", "服务地点意愿", "期望工作的城市", "上班地点意向", "希望去的城市"]
)
def test_labels_of_the_town_wished(label: str) -> None:
    text = f"{HEAD}现居：苏州\n应聘岗位：电工\n{label}：东莞、深圳\n工作经历\n2020-至今 青禾厂 电工"
    assert (wished(text), lives(text)) == (("电工", "东莞"), "苏州")


@pytest.mark.parametrize("label", ["地点", "地区", "工作地"])
def test_a_bare_place_beside_a_wish_is_one(label: str) -> None:
    text = f"{HEAD}家住 泉州丰泽区\n找工作：月嫂\n工资：8000左右\n{label}：厦门市区、晋江\n工作经验\n2015年-现在 青禾家政公司 月嫂"
    assert (wished(text), lives(text)) == (("月嫂", "厦门"), "泉州")


def test_a_bare_place_beside_facts_is_the_home() -> None:
    text = f"{HEAD}籍贯：湖北黄冈 | 工作地：深圳 | 意向：深圳/广州 财务经理\n工作经历\n2016.08-至今 青禾医疗器械有限公司 财务经理"
    assert lives(text) == "深圳"


@pytest.mark.parametrize(
    ("told", "title", "city"),
    [
        ("我希望应聘贵公司的项目总工程师一职，工作地点西宁或兰州均可。", "项目总工程师", "西宁"),
        ("想找一份大货车司机的活，A2驾照，最好在郑州或者洛阳。", "大货车司机", "郑州"),
        ("正在寻求一份Web前端开发的工作, 谢谢您查看我的简历", "Web前端开发", None),
        ("應徵 外場領班", "外場領班", None),
    ],
)
def test_wishes_told_in_a_sentence(told: str, title: str, city: str | None) -> None:
    assert wished(f"{HEAD}{told}\n工作经历\n2020-至今 青禾公司 员工") == (title, city)


def test_the_town_behind_two_posts() -> None:
    assert wished(f"{HEAD}求职意向：护士、护师（手术室优先），南宁市内\n教育背景\n2012-2015 青禾学院 护理") == (
        "护士",
        "南宁",
    )


def test_where_somebody_lives_in_plain_words() -> None:
    assert (
        lives("我叫张伟，男，老家山东菏泽，现在郑州住。手机13800138000\n干过的活：\n2019年到现在在青禾公司当车队长")
        == "郑州"
    )


def test_bold_marks_left_in_print() -> None:
    text = "# 张伟\n## 求职意愿\n**职位：**会计（外贸）\n**长居城市：**南京\n## 联系方式\n**电话：**13800138000"
    assert (wished(text)[0], lives(text)) == ("会计（外贸）", "南京")
    assert sheet_of_text("手机 138**0000").shown == ("手机 138**0000",)


def test_words_that_the_end_of_a_line_breaks() -> None:
    sheet = sheet_of_text(
        "张伟\n现居：佛山 | 应聘岗位：品质工\n程师\n教育经历\n2012-2015 青禾大学 食品科学 硕\n士学历\n工作经历\n"
        "2018.03-至今 青禾食品股份有限公\n司 品控主管\n负责成本\n科技项目的管理"
    )
    assert sheet.shown[1].endswith("品质工程师")
    assert "2012-2015 青禾大学 食品科学 硕士学历" in sheet.shown
    assert "2018.03-至今 青禾食品股份有限公司 品控主管" in sheet.shown
    assert sheet.shown[-1] == "科技项目的管理"


@pytest.mark.parametrize(
    "heading", ["实践与工作", "工作經歷（總年資 11 年）", "工作经历（共8年3个月）", "干过的活：", "打工经历"]
)
def test_headings_of_jobs(heading: str) -> None:
    assert (
        section_of_heading(
            heading.replace("經歷", "经历").replace("總年資", "总年资").replace("（", "(").replace("）", ")")
        )
        == "experience"
    )


@pytest.mark.parametrize(
    ("line", "levels"),
    [
        ("就读于青禾中心小学", []),
        ("文化：小学", ["other"]),
        ("文化程度 初中", ["other"]),
        ("碩士學分 電子工程".replace("碩", "硕").replace("學", "学"), []),
        ("电机工程高级文凭", ["college"]),
    ],
)
def test_what_is_a_degree(line: str, levels: list[str]) -> None:
    assert [one.level for one in degrees_in(line)] == levels


@pytest.mark.parametrize(
    ("row", "level", "school"),
    [
        ("1998–2000\t青禾商业技师学院\t烹饪\t中专", "high_school", "青禾商业技师学院"),
        ("2003.09 - 2006.07\t青禾市农业职业中专学校\t机电\t中专", "high_school", "青禾市农业职业中专学校"),
    ],
)
def test_schools_of_a_trade(row: str, level: str, school: str) -> None:
    found = read_education(sheet_of_text(f"{HEAD}教育经历\n{row}"))
    assert (found.degree and found.degree.value.level, found.school and found.school.value) == (level, school)


def test_a_school_where_the_degree_is_asked_for() -> None:
    found = read_education(
        sheet_of_text(
            f"{HEAD}工作经历：\n1、2020年3月——至今 青禾五金厂 主管\n学历：晨光市技工学校（2007-2010） 模具制造"
        )
    )
    assert found.school
    assert found.school.value == "晨光市技工学校"


def test_of_schools_attended_the_present_one() -> None:
    found = read_education(
        sheet_of_text(
            "# 张伟\n## 教育经历\n2014.9-2016.6 就读于晨光中心小学\n2016.9-2018.6 就读于晨光中心学校\n2020.10-至今 就读于青禾职业技术学院"
        )
    )
    assert found.school
    assert found.school.value == "青禾职业技术学院"


@pytest.mark.parametrize(
    ("lines", "title", "city"),
    [
        ("求職類別：全職｜希望職務：護理師、專科護理師｜希望地點：台南市、高雄市", "護理師、專科護理師", "台南"),
        ("就业意向\t幼儿园教师、早教老师；工作地区：南宁、柳州", "幼儿园教师、早教老师", "南宁"),
        ("意向单位及岗位\t青禾市第四人民医院 心血管内科医师", "心血管内科医师", None),
        ("拟应聘职务\t人力资源经理（HRBP）", "人力资源经理", None),
        ("想在昆明或者成都找个木工工长、施工员的工作，包吃住。", "木工工长", "昆明"),
        ("应聘岗位：月嫂\n可上户地区：杭州、绍兴", "月嫂", "杭州"),
    ],
)
def test_wishes_of_many_forms(lines: str, title: str, city: str | None) -> None:
    assert wished(f"{HEAD}{lines}\n工作经历\n2020-至今 青禾公司 员工") == (title, city)


@pytest.mark.parametrize(
    ("told", "town"),
    [
        ("我是张伟，内江市东兴区人，今年五十岁，现在在昆明西山项目部当木工班长。", "昆明"),
        ("我是张伟，内江市东兴区人，今年五十岁。", None),
        ("我是张伟，今年五十岁，目前在北京银行任客户经理。", None),
    ],
)
def test_where_somebody_comes_from_is_no_home(told: str, town: str | None) -> None:
    assert lives(f"{told}\n电话13800138000") == town


def test_a_career_below_other_sections() -> None:
    found = read_job(
        sheet_of_text(
            "# 张伟\n13800138000\n## 学历\n青禾大学 | 机械 | 硕士 | 2015 ~ 2018\n## 履历\n### 晨光精密股份有限公司 | 机械工程师 | 2021.04 ~ now\n- 设计"
        )
    )
    assert found.employer
    assert found.employer.value == "晨光精密股份有限公司"


def test_a_school_among_jobs() -> None:
    found = read_education(
        sheet_of_text(
            "姓  名：张伟\n经  历：2000.09-2005.07 青禾大学 给水排水工程专业（城市给排水） 本科\n2005.09-2010.02 晨光监理有限公司 监理工程师"
        )
    )
    assert (found.degree and found.degree.value.level, found.school and found.school.value) == ("bachelor", "青禾大学")


def test_a_life_told_in_plain_words_is_a_resume(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        "自我介绍\n\n我是张建军，内江市东兴区人，今年五十岁，高中文化。从1995年起一直在工地上干木工，先后在成都、贵阳打工，现在在昆明西山项目部当"
        "木工班长。\n\n会看图纸，手下有二十来个工人。想在昆明或者成都找个木工工长、施工员的工作，包吃住。\n\n我的电话是13800138000，微信也是这个号。\n"
    ).resumes
    assert (resume.name, resume.city, resume.desired_title) == ("张建军", "昆明", "木工工长")


@pytest.mark.parametrize(
    ("line", "title", "city"),
    [
        ("应聘：上海-仓库主管", "仓库主管", "上海"),
        ("求职目标：希望在物流行业从事仓储管理工作", "仓储管理", None),
        ("求职意向：本人希望从事人事行政类工作", "人事行政类", None),
        ("求职意向：电工 | 宁波 | 8K", "电工", "宁波"),
    ],
)
def test_wishes_behind_a_label(line: str, title: str, city: str | None) -> None:
    text = f"张伟\n{line}\n13800138000\n籍贯 浙江台州"
    assert (wished(text), lives(text)) == ((title, city), None)


@pytest.mark.parametrize(
    "told",
    [
        "自己创办的青禾餐饮管理有限公司，任总经理",
        "自主创业，创办青禾餐饮管理有限公司，任总经理",
        "与朋友合伙开办青禾餐饮管理有限公司 总经理",
    ],
)
def test_a_firm_of_ones_own(told: str) -> None:
    job = read_job(sheet_of_text(f"{HEAD}工作经历\n2018年至今 {told}\n2010-2018 晨光酒店 厨师长"))
    assert (job.employer and job.employer.value, job.title and job.title.value) == ("青禾餐饮管理有限公司", "总经理")


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("教育\n北大 数学 本科 2010-2014\n华科 计算机 硕士 2014-2017", "华科"),
        ("自我介绍\n毕业于西电，现在做测试工程师", "西电"),
        ("自我介绍\n就职于中大银行，喜欢大海", None),
    ],
)
def test_schools_by_their_short_names(text: str, school: str | None) -> None:
    found = read_education(sheet_of_text(f"{HEAD}{text}")).school
    assert (found and found.value) == school


@pytest.mark.parametrize(
    ("line", "title", "city"),
    [
        ("求职意向：想找杭州的会计工作", "会计", "杭州"),
        ("求职意向：①会计 ②出纳 ③审计", "会计", None),
        ("第一志愿：内科护士 第二志愿：急诊护士", "内科护士", None),
        ("期望岗位1：会计 期望岗位2：出纳", "会计", None),
        ("应聘部门：财务部 应聘岗位：会计 可接受工作城市：无锡", "会计", "无锡"),
        ("本人求职会计岗位", "会计", None),
    ],
)
def test_the_first_of_several_wishes(line: str, title: str, city: str | None) -> None:
    assert wished(f"{HEAD}{line}\n工作经历\n2019.3-至今 青禾科技有限公司 主管") == (title, city)


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("現居地址：桃園市中壢區中山路1號", "桃園"),
        ("户籍/现居：山西太原/北京", "北京"),
        ("籍贯/现居地：湖南岳阳 / 广东深圳", "深圳"),
        ("所在地：海外-新加坡", "新加坡"),
        ("地址：中山路100号", None),
    ],
)
def test_towns_behind_labels(line: str, town: str | None) -> None:
    assert lives(f"{HEAD}{line}") == town


@pytest.mark.parametrize(
    ("row", "school"),
    [
        ("`2014-` 博士在读, GIS, **中国科学院地理科学与资源研究所**", "中国科学院地理科学与资源研究所"),
        ("2010-2014 中国科学院大学 物理 博士", "中国科学院大学"),
        ("2010-2014 中国社会科学院研究生院 法学 硕士", "中国社会科学院研究生院"),
        ("2010-2014 青禾农业科学院 农学 博士", "青禾农业科学院"),
    ],
)
def test_academies_are_no_colleges(row: str, school: str) -> None:
    found = read_education(sheet_of_text(f"# 张伟\n13800138000\n## 教育经历\n{row}")).school
    assert found
    assert found.value == school


def test_a_vocational_school_of_taiwan() -> None:
    shown = "高職 電子科"
    assert [one.level for one in degrees_in("高职 电子科", shown)] == ["high_school"]
    assert [one.level for one in degrees_in("高职 电子科")] == ["college"]


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        (
            "学历：晨光水产学校 中专\n证书：二副适任证书\n履历\n2005.7-2012.3 晨光水产公司 船员\n2018.7-至今 青禾远洋渔业有限公司 大副",
            "青禾远洋渔业有限公司",
        ),
        (
            "教育经历\n晨光大学 公共管理 硕士 2023.09—2026.06\n学生工作与实习\n青禾省发展和改革委员会\t社会发展处\t实习生\t2025.07—2025.09",
            "青禾省发展和改革委员会",
        ),
    ],
)
def test_jobs_below_headings_seldom_seen(text: str, firm: str) -> None:
    job = read_job(sheet_of_text(f"{HEAD}{text}"))
    assert job.employer
    assert job.employer.value == firm


def test_thanks_below_hopes_are_no_wish() -> None:
    hopes = "工作期許\n我樂於面對不同的挑戰，同時給自己壓力，要求我成長。\n誠摯感謝\n感謝公司主管百忙之中翻閱我的履歷，懇請給予面試機會。"
    assert wished(f"張偉\n學歷\n青禾大學\n{hopes}") == (None, None)


def test_the_town_in_one_word_beside_contacts() -> None:
    assert lives("张伟\n自由插画师\n居杭州 | zw@post.example | 13800138000\n**找：** 游戏原画主美") == "杭州"


@pytest.mark.parametrize(
    ("text", "title", "city", "home"),
    [
        (
            "張偉\n0912345678\n現居 台中市北屯區\n希望職務名稱：機械工程師\n希望工作地點：台中市、彰化縣",
            "機械工程師",
            "台中",
            "台中",
        ),
        (
            "张伟（应聘平面设计）\nTel 13800138000 | 长沙岳麓区 | zw@post.example\n教育\n青禾大学",
            "平面设计",
            None,
            "长沙",
        ),
        (
            "张伟\n13800138000\n现居广州番禺\n想做：仓库主管/物流主管，广州番禺、南沙优先",
            "仓库主管/物流主管",
            "广州",
            "广州",
        ),
        ("张伟\n家住成都双流，13800138000，想应聘小区保安或者门卫，45岁，高中毕业。", "小区保安或者门卫", None, "成都"),
        ("张伟 男 1990年生 临沂人 现在青岛黄岛 13800138000\n应聘：叉车司机", "叉车司机", None, "青岛"),
    ],
)
def test_wishes_and_homes_side_by_side(text: str, title: str, city: str | None, home: str) -> None:
    assert (wished(text), lives(text)) == ((title, city), home)


@pytest.mark.parametrize(
    ("told", "town", "pay"),
    [
        ("期望薪资: 18-22K · 无锡 (远程亦可)", "无锡", "18-22K"),
        ("期望薪资：8000-10000元/月 | 烟台", "烟台", "8000-10000元/月"),
        ("期望薪资：15-20K·13薪", None, "15-20K·13薪"),
        ("期望薪资：面议 · 五险一金", None, "面议 · 五险一金"),
        ("期望薪资：15-20K · 可出差", None, "15-20K · 可出差"),
    ],
)
def test_a_town_behind_the_pay_is_where_work_is_looked_for(
    read: Callable[..., Reading], told: str, town: str | None, pay: str
) -> None:
    text = f"# 王青禾\n\n求职意向: 会计\n{told}\n电话: 13900001111\n\n## 教育背景\n\n2012-2016 南方大学 会计学 本科\n"
    (found,) = read(text.encode(), "x.md").resumes
    assert (found.desired_city, found.desired_salary) == (town, pay)
