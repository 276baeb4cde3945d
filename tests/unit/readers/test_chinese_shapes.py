"""Shapes in which people write their resumes in Chinese: what the latest post, its firm and the school are."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


JOBS: list[tuple[str, str | None, str | None]] = [
    ("张伟\n工作经历\n2021-至今，在Northwind Labs China担任Staff Engineer\n负责测试", "Staff Engineer", "Northwind Labs China"),
    ("张伟\n工作经历\n2021/09-至今 就职于青禾市实验小学，任Sales Manager职务\n负责测试", "Sales Manager", "青禾市实验小学"),
    ("张伟\n工作经历\n2021-至今：在Northwind担任SRE\n负责测试", "SRE", "Northwind"),
    ("# 张伟\n## 项目经验\n| 时间 | 工作内容 |\n| --- | --- |\n| 2016.07~今 | Python后端开发 |\n| | 在青禾科技任职数据开发工程师，使用框架做后端开发 |\n| 2015.11~2016.02 | 框架维护更新 |", "数据开发工程师", "青禾科技"),
    ("# 张伟\n## 项目经验\n2016.07~今\t门诊系统\n在项目中担任前端负责人，完成页面", None, None),
    ("张伟\n工作经历\n2018 – 2020\n算法实习生\n青禾银行晨光支行\n- 与同事配合，接待来访人员，处理投诉\n2021 – 今\n服务员\n自由职业\n负责日常工作的计划，组织与协调", "服务员", "自由职业"),
    ("张伟\n工作经历\n2021.3-至今\n单位：青禾电器有限公司    部门：质量管理部    岗位：质量工程师\n负责巡检", "质量工程师", "青禾电器有限公司"),
    ("# 张伟\n## 工作经验\n### **青禾科技有限公司** `2013.7 - 至今`\n```\n高级软件工程师\n```\n- ##### **电商平台中间件项目** `2020.1 - 2021.5`\n- 负责整个项目搭建\n- ##### **晨光管理项目** `2017.3 - 至今`\n- 负责模块", "高级软件工程师", "青禾科技有限公司"),
    ("# 张伟\n## 工作经历\n**青禾科技**   -   *2017.03-至今*\n```\n在公司担任Web前端开发的岗位，参与公司管理系统的开发。\n```\n", "Web前端开发", "青禾科技"),
    ("# 张伟\n## 工作经验\n### **高级 Android 开发工程师** [青禾科技有限公司](https://a.example)\n*2018/10 - 至今*\n### **Android 开发工程师** [晨光网络有限公司](https://b.example)\n*2018/03 - 2018/08*\n负责工程", "高级 Android 开发工程师", "青禾科技有限公司"),
    ("张伟\n工作经历\n* 201705至今\n公司及部门: 青禾游戏 - 运营支持部\n职位名称: iOS开发工程师\n工作内容:\n* 负责重构", "iOS开发工程师", "青禾游戏"),
    ("# 张伟\n# 工作经历（共两段）\n## 青禾(外派）（2017年01月 ~ 2018年02月）\n负责票务业务产品开发\n## 深度沟通（2015年06月 ~ 2016年12月）\n负责公司移动端开发", None, "青禾"),
    ("# 张伟\n## 目前职位\n博士后研究员，潮汐实验室，青禾海洋学院\n## 教育经历\n2015-2021 青禾大学 博士", "博士后研究员", "青禾海洋学院"),
    ("# 张伟\n## 工作经历\n### 青禾网络 （ 2021.07-2022.05 ）\n#### 帝国游戏\n日常维护以及新功能的设计与制作。\n#### 其他\n1. 项目维护\n### 晨光优能 （ 2022.05-2024.10 ）\n#### 能量系统\n将数据上传到云端显示。\n## 其他\n英语", None, "晨光优能"),
    ("一、主要荣誉:\n2013年:校二等奖\n六、参加工作经历：\n2014.12-2016.01 青禾光电子技术有限公司 光学设计工程师\n1、光学设计\n2016.01-2017.08 晨光激光科技有限公司 研发助理\n1.程序编写", "研发助理", "晨光激光科技有限公司"),
    ("# 张伟\n## 实习/项目经历\n青禾科技有限公司 测试实习生\t2018年6月 - 2018年8月\n编写用例。", "测试实习生", "青禾科技有限公司"),
    ("# 张伟\n## 实习经历\n### 晨光加速器第五期成员 NORTHWIND （2014年8月 ~ 2014年9月）\n完成公司创业初期的展示。", "晨光加速器第五期成员", "NORTHWIND"),
    ("张伟\n语言\n英语\n校内开发经历\n2012学年，大一年度项目：\n职务：小组组长\n完成工作：核心代码；", None, None),
    ('---\ntitle: 个人经历\nexperiences:\n  - title: 服务端工程师\n    organization:\n      name: 青禾科技集团\n      url: https://a.example\n    dates: "2023.07 - 至今"\n---\n', "服务端工程师", "青禾科技集团"),
    ("张伟\n简介\n我是一名小学教师，热爱孩子。", "小学教师", None),
    ("张伟\n简介\n我希望成为一名工程师，努力学习。", None, None),
    ("张伟\n工作经历\n2020.03-至今\t青禾医学（北京）科技有限公司科研项目部\t研究助理", "研究助理", "青禾医学（北京）科技有限公司"),
    ("张伟\n青禾大学海洋工程学院副教授\n电话：13800000000", "副教授", "青禾大学海洋工程学院"),
    ("张伟\n实习经历\n青禾电力安装有限公司\t2025.06 – 2026.07\n电力材料员\n参与线路迁改项目，负责物料收发。", "电力材料员", "青禾电力安装有限公司"),
    ("张伟，男，1972年5月生\n现任青禾县农业农村局党组书记、局长。\n1995.07—2016.12  青禾县农业局科员\n2016.12—  青禾县农业农村局党组书记、局长", "党组书记、局长", "青禾县农业农村局"),
    ("張偉\n現任：青禾科技股份有限公司 人力資源處 處長\n經歷：\n晨光半導體 人資經理 (2009~2016)", "人力資源處 處長", "青禾科技股份有限公司"),
    ("张伟，男，中共党员\n2004年毕业于青禾师范大学，同年分配到青禾县第一中学任语文教师，2012年调入青禾市实验中学，担任语文教研组长至今。", "语文教研组长", "青禾市实验中学"),
    ("张伟\n实习/项目经历\n青禾科技有限公司\t2018年6月 - 2018年8月\n测试实习生\n分布式下载\t2018年9月 - 至今\n个人项目，与同学合作", "测试实习生", "青禾科技有限公司"),
    ("张伟\n实习经历\n青禾科技有限公司\t2018年6月 - 2018年8月\n实习\t经理: 王富贵", None, "青禾科技有限公司"),
    ("张伟\n工作经历\n1. 青禾科技有限公司 2009年4月－2013年5月\n2. 待业 2013年6月－\n照顾家人。", None, "青禾科技有限公司"),
    ("张伟\n工作经历\n- 青禾选聘生，2021.07 - 2023.06。市直事业编。", "青禾选聘生", None),
    ("张伟\n公司项目\n工作经历：\n- 实习阶段 2017.5 ---- 2017.11\n- 正式入职 2018.7 ---- 至今", None, None),
    ("张伟\n工作经历\n2015年-2018年\n青禾口腔 - 会计\n负责日常工作的计划，组织与协调\n2018年-2020年\n晨光会计师事务所 - 审计助理\n主要工作：填写记录。\n2021年-至今\n百川广场 - 车间主任\n带教新人", "车间主任", "百川广场"),
    ("张伟\n工作经历\n骑手（青禾电器（芜湖）有限公司） 2019-07 ～ 至今\n整理资料", "骑手", "青禾电器（芜湖）有限公司"),
    ("张伟\n工作经历\n【青禾电器（芜湖）有限公司】电工 2019/07~至今\n整理资料", "电工", "青禾电器（芜湖）有限公司"),
    ("张伟\n工作经历\n普工\t2021.02-2024.03\n苏州青禾幼儿园\n- 接待来访人员", "普工", "苏州青禾幼儿园"),
    ("张伟\n工作经历\n青禾广场-教务处-快递员  2019.02-至今\n整理资料", "快递员", "青禾广场"),
    ("張偉\n工作經歷\n財團法人青禾策進會（III）\n組長 – 智慧移動與車用 AI 系統\n2024 年 3 月 – 迄今\n主導車用系統開發", "組長", "財團法人青禾策進會"),
    ("我叫张伟，95年的，男。\n毕业后先在湖州市青禾幼儿园做配班老师，2020年3月跳槽到杭州市晨光幼儿园，担任主班老师至今。", "主班老师", "杭州市晨光幼儿园"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_latest_jobs(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("张伟\n教育背景\n2014-2017　　研究生　　中科院计算所　　系统结构专业  2010-2014　　本科　　　青禾师范大学　　信息学院", "中科院计算所"),
        ("张伟\n教育背景\n青禾理工大学\n2021.09 - 2023.06\n计算机学院软件工程专业硕士研究生", "青禾理工大学"),
        ("张伟\n个人简介：1989年毕业于晨光医科大学临床医学系，获医学学士学位；2003年获青禾大学内科学硕士学位。", "青禾大学"),
        ("张伟\n教育经历\n* 学校：**青禾职业技术学院（大专）**\n* 专业：计算机（2010.09 - 2013.06）", "青禾职业技术学院"),
        ("张伟\n教育经历\n青禾师范大学晨光传媒学院\t武汉\t2010/9-2014/6\n本科\t传媒技术学院\t计算机科学与技术", "青禾师范大学晨光传媒学院"),
        ("张伟\n教育经历\n2011-2015 青禾市第二中学 高中", "青禾市第二中学"),
        ("张伟\n学历\n* 青禾大学物理系\n经历\n家教\n* 高中：物理、化学\n* 大学：微积分、线性代数", "青禾大学"),
        ("张伟\n工作经历\n2021.09-至今  青禾数据服务有限公司   招聘主管\n教育经历：2013.09-2017.06 青禾经济学院 人力资源管理 管理学学士", "青禾经济学院"),
        ("张伟\n教育背景\n时间\t学校\t研究方向\t获得学位\n2012年9月- 2017年7月\t晨光大学\t建筑学方向\t学士学位\n2017年9月- 2020年6月\t青禾大学\t城市设计方向\t硕士学位", "青禾大学"),
        ("张伟\n教育情况\n2006.8–2008.12\n硕士，计算机科学, Larchmont 大学, 美国费城\n2002.9– 2006.7\n学士，计算机科学与技术, 青禾大学", "Larchmont 大学"),
        ("张伟\n教育背景\n20XX.9-20XX.6\tXX大学\t本科", None),
        ("张伟\n荣誉\n获全国大学生竞赛二等奖\n担任光电学院网宣中心副主任", None),
    ],
)  # fmt: skip
def test_schools(text: str, school: str | None) -> None:
    found = read_education(sheet_of_text(text)).school
    assert (found and found.value) == school


@pytest.mark.parametrize(
    "title", ["副主任医师", "护理師", "信贷员", "法官", "副鎮長", "首席财务官", "园长", "钳工", "科员", "家教", "护师"]
)
def test_titles_of_all_trades(title: str) -> None:
    assert title_score(title) == 1.0


@pytest.mark.parametrize("phrase", ["中共党员", "共青团员", "团队成员", "学习委员", "书法大师"])
def test_members_are_no_titles(phrase: str) -> None:
    assert title_score(phrase) < 1.0


@pytest.mark.parametrize("name", ["市博物馆", "青禾村委会", "区消防大队", "普华永道", "青禾驾校", "青禾海关"])
def test_employers_of_all_trades(name: str) -> None:
    assert employer_score(name) > 0


def test_number_below_its_label_in_pieces() -> None:
    sheet = sheet_of_text(
        "姓名\n张伟\n电话\n138\n0013\n8000\n邮箱\nzw@\nexample.com\n工作经历\n2019.7-至今 青禾医院 护士"
    )
    assert [phone.value for phone in read_phones(sheet)] == ["+8613800138000"]


def test_born_in_a_year_of_two_digits() -> None:
    birth = read_birth_year(sheet_of_text("您好，我叫张伟，95年的，男，想找一份老师的工作。\n电话 13800138000"))
    assert birth
    assert birth.value == 1995


@pytest.mark.parametrize("line", ["1994 年 11 月", "女 | 1994年11月 | 3年工作经验", "女 1994年11月 3年经验"])
def test_born_in_the_head_with_gaps(line: str) -> None:
    birth = read_birth_year(sheet_of_text(f"张伟\nzw@example.com\n{line}\n教育背景\n2019 – 2024\t青禾大学"))
    assert birth
    assert birth.value == 1994


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("江苏省南京市，210044", "南京"),
        ("Address: zw@example.com, example.com", None),
        ("希望求職地點：台北 / 新北", None),
    ],
)
def test_cities(line: str, city: str | None) -> None:
    found = read_city(sheet_of_text(f"张伟\n{line}\n(+86) 13800138000\n教育背景\n2019 – 2024\t青禾大学"))
    assert (found and found.value) == city


def test_wish_for_an_internship() -> None:
    wish = read_wishes(sheet_of_text("张伟\n男 / 本科\n实习意向：PHP开发工程师\n实习时间：2016年7月")).title
    assert wish
    assert wish.value == "PHP开发工程师"


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("【4】教育背景", "education"), ("（二）、工作经历", "experience"), ("第二部分：教育背景", "education"), ("PART.02 工作经历", "experience"),
        ("02 / 教育背景", "education"), ("01｜教育经历", "education"), ("Ⅱ、工作经历", "experience"), ("①项目经历", "projects"),
        ("A. 教育背景", "education"), ("3、主要工作经历", "experience"), ("工作经历（5年）", "experience"), ("職涯經歷", "experience"),
        ("3年工作经验", None), ("10年以上工作经验", None), ("12月工作", None), ("（2）教育背景良好", None),
    ],
)  # fmt: skip
def test_numbers_in_front_of_headings(line: str, section: str | None) -> None:
    sheet = sheet_of_text(f"张伟\n电话：13800138000\n{line}\n2019 – 2024\t青禾大学")
    assert (sheet.sections[2] if sheet.headings[2] else None) == section


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("卜凡·产品经理\n13800138000", "卜凡"),
        ("zw@example.com\n13800138000\n江山", "江山"),
        ("个人简历\n时光\n男 | 28岁", "时光"),
        ("乌云其木格 | 后端工程师\n13800138000", "乌云其木格"),
        ("尼玛次仁\n护士\n拉萨 · 5年经验", "尼玛次仁"),
        ("个人简历\n特斯拉\n2023年至今", None),
    ],
)
def test_names_in_the_head(text: str, name: str | None) -> None:
    sheet = sheet_of_text(f"{text}\n\n教育背景\n2013.9-2017.6\t青禾大学\t会计学\t本科")
    found = read_name(sheet, [])[0]
    assert (found and found.value) == name


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("葛荣\n青禾职业技术学院 - 工程造价\n2019.9 - 2022.6\n二、专业技能\n1. 能编制清单", None, None),
        ("# 张伟\n## 工作经历\n### 2022-01~现在 大数据\n* 建设集群\n* 2019/1-Now 青禾智能科技有限公司  **技术合伙人**\n* 2016/3-2016/9 晨光数据技术有限公司 **技术经理**", "技术合伙人", "青禾智能科技有限公司"),
        ("# 张伟\n#工作经历\n- 青禾信息科技有限公司。任职 **iOS 开发助理**，自2014年11月至2015年7月\n#项目经历", "iOS 开发助理", "青禾信息科技有限公司"),
        ("# 张伟\n# 工作经历\n## Northwind Optical (2022.06 ~ 2023.01)\n数据科学家 (其中8月前是兼职)\n### OCR 项目\n- 负责识别", "数据科学家", "Northwind Optical"),
        ("# 张伟\n# 工作经历\n## 青禾信息技术有限公司 （ 2017年1月 ~ 至今 ）\n### 采购商城项目\n我在此项目负责了页面", None, "青禾信息技术有限公司"),
        ("简历\n工作信息\n2018.09至今 青禾医学院 博士后\n2016.08-2018.08 晨光大学 博士后\n教育背景", "博士后", "青禾医学院"),
    ],
)  # fmt: skip
def test_jobs_that_headings_and_remarks_blur(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "title", "city", "salary"),
    [
        (
            "张伟\n期望职位\n房产经纪人 广州 10-15K 房产中介\n置业顾问 深圳 8-12K\n工作经历",
            "房产经纪人",
            "广州",
            "10-15K",
        ),
        ("张伟\n求职意向\n主管 广州 10-15K\n工作经历", "主管", "广州", "10-15K"),
        ("张伟\n求职意向：行政主管（上海）\n工作经历", "行政主管", "上海", None),
    ],
)
def test_place_and_pay_behind_the_wish(text: str, title: str, city: str, salary: str | None) -> None:
    wishes = read_wishes(sheet_of_text(text))
    assert (wishes.title and wishes.title.value) == title
    assert (wishes.city and wishes.city.value, wishes.salary and wishes.salary.value) == (city, salary)


@pytest.mark.parametrize(
    ("line", "year"),
    [("张令 本科 94年 13800138000", 1994), ("张令 女 02年", 2002), ("张令 10年经验", None), ("张令 94年", None)],
)
def test_a_year_of_two_digits_beside_the_name(line: str, year: int | None) -> None:
    found = read_birth_year(sheet_of_text(f"{line}\n教育背景\n2013至2017 青禾学院"))
    assert (found and found.value) == year


def test_shortcodes_for_pictures_are_labels_or_nothing() -> None:
    text = "## 联系方式\n+ 手机:phone: : 13800138000\n+ 微信:blue_book: :zqx204817\n## 个人信息\n:email: zw@example.com | :wechat: zhang_wei9"
    shown = "\n".join(sheet_of_text(text).shown)
    assert "blue_book" not in shown
    assert "wechat: zhang_wei9" in shown


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("张伟\n工作经历\n晨光科技北京\t2017年04月 – 至今\n见习算法研究员\t部门: 算法平台部\n负责平台", "见习算法研究员", "晨光科技"),
        ("张伟\n工作经历\n晨光上海研究院\t2020年10月 – 2021年1月\n（形式化验证）研发实习\n- 使用工具协助团队构建编译器", "研发实习", "晨光上海研究院"),
        ("张伟\n实习经历\n2023.06-2023.09\t晨光证券股份有限公司\t投行实习\n整理底稿", "投行实习", "晨光证券股份有限公司"),
    ],
)  # fmt: skip
def test_towns_glued_to_firms_and_posts_of_interns(text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("张伟\n教育背景\n中科院海洋所, 北京\t2015 – 至今\n在读硕士研究生 海洋学, 预计 2018 年 6 月毕业\n青禾大学, 西安\t2011 – 2015\n学士 软件工程", "中科院海洋所"),
        ("張偉\n學歷\n國立青禾大學\n電機工程研究所 碩士\n國立青禾大學\n電機工程學系 學士", "國立青禾大學"),
    ],
)  # fmt: skip
def test_institutes_over_their_degree_and_under_their_university(text: str, school: str) -> None:
    found = read_education(sheet_of_text(text)).school
    assert found is not None
    assert found.value == school


def test_a_date_of_birth_behind_a_label_and_before_the_gender() -> None:
    found = read_birth_year(sheet_of_text("# 冯剑\n## 个人信息\n- 基本信息：1993.3.7/男/汉/党员"))
    assert found is not None
    assert found.value == 1993


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("张伟\n工作经历\n**青禾信息科技有限公司**\n**项目名称：**信息速查系统\n**时间：**2024年4月初-2024年7月底\n**项目描述：**\n优化缓存", None, "青禾信息科技有限公司"),
        ("# 张伟\n## 主要工作经验\n### 2017年10月 - 2022年7月 (Northwind.com 荷兰阿姆斯特丹)\n* 职位：研发工程师\n负责系统", "研发工程师", "Northwind.com"),
        ("# 张伟\n## 工作经历\n### $\\color{#00FFFF}{青禾电器集团}$\n2019/10  - 至今\n#### 项目职责", None, "青禾电器集团"),
    ],
)  # fmt: skip
def test_firms_over_labels_before_places_and_in_colours(text: str, title: str | None, employer: str) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_the_degree_behind_a_school_is_no_part_of_its_name() -> None:
    found = read_education(
        sheet_of_text("# 胡帆\n## 基本信息\n* 学历：青禾学院大学本科网络工程\n* 电话：13800138000")
    ).school
    assert found is not None
    assert found.value == "青禾学院"


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("張偉\n實務經歷\n晨光漢堡\t值班人員\t2024/03 - 2025/06\n執行庫存盤點、物料叫貨與系統清帳\n落實標準作業流程，協調現場工作安排\n課程實作\t材料性質分析\t國立青禾大學", "值班人員", "晨光漢堡"),
        ("张伟\n获奖情况\n2009–2010\t学习类二等奖学金\n实习\n2013.6.18–now\t数据分析，晨光游戏，中国北京\n微博数据抓取\n2010.6–2010.9\tJava 工程师，青禾有限公司，中国杭州", "数据分析", "晨光游戏"),
    ],
)  # fmt: skip
def test_work_in_practice_and_interns_under_awards(text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("李东\n青禾大学软件学院大连市经济技术开发区, 116620\n13800138000", "大连"),
        (
            "楊東\n致遠科技大學\n資管系\n" + "專長\n" * 14 + "聯絡方式\n0912345678\n板橋區, 新北市\n自傳\n我是學生",
            "新北",
        ),
    ],
)
def test_addresses_behind_schools_and_far_below(text: str, city: str) -> None:
    found = read_city(sheet_of_text(text))
    assert found is not None
    assert found.value == city


@pytest.mark.parametrize("heading", ["求學過程", "學歷"])
def test_schools_of_children_only_named_by_their_degree(heading: str) -> None:
    found = read_education(
        sheet_of_text(f"楊綾\n0912345679\n{heading}\n新竹縣立青禾高級中學 106-108\n國立晨光大學 109-現在\n興趣\n閱讀")
    ).school
    assert found is not None
    assert found.value == "國立晨光大學"


@pytest.mark.parametrize(
    "title", ["嵌入式系统工程师", "质量体系工程师", "员工关系专员", "客户关系经理", "储备干部", "管理培训生"]
)
@pytest.mark.parametrize("gap", ["\t", "\n"])
def test_a_word_with_the_sign_of_a_department_is_one(title: str, gap: str) -> None:
    job = read_job(sheet_of_text(f"张伟\n工作经历\n2019.3-至今\t青禾科技有限公司{gap}{title}\n负责测试"))
    assert job.title is not None
    assert (job.title.value, job.employer and job.employer.value) == (title, "青禾科技有限公司")


def test_short_headings_over_tables_and_in_two_languages() -> None:
    sheet = sheet_of_text(
        "# 樊娜\n## Education 教育\n| 时间 | 学校 | 专业 |\n| --- | --- | --- |\n| 2015.9-2018.6 | 青禾大学 | 药学 |\n## 工作\n"
        "| 时间 | 单位 | 岗位 |\n| --- | --- | --- |\n| 2021.3-至今 | 晨光药业集团 | 注册专员 |\n| 2018.7-2021.2 | 青禾制药 | 研究员 |"
    )
    job = read_job(sheet)
    assert "education" in sheet.sections
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("注册专员", "晨光药业集团")


def test_a_vacancy_seen_is_the_wish() -> None:
    wishes = read_wishes(sheet_of_text("您好！我叫戴梦，看到贵公司招聘前台文员，特来应聘。\n手机13800138000"))
    assert (wishes.title and wishes.title.value) == "前台文员"
