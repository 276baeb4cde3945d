"""What is read out of print: one row a wording that people really use."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from ringback.readers.boards import board_domains, boards, read_file_name, read_subject
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.contacts.handles import read_linkedin, read_wechat
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.roles import family_of_alias, family_of_title
from ringback.readers.fields.label_words import field_of_column
from ringback.readers.fields.language import read_language
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.names.shapes import agrees_with_email
from ringback.readers.fields.person import read_gender, read_years
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.skills import read_skills, skills_of_text
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.normalise import fold, show
from schemas.policy import RoleTaxonomy

MakeSheet = Callable[..., Sheet]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("姓名：张伟", "张伟"),
        ("我叫王永辉，今年27岁。\n手机：13812345678", "王永辉"),
        ("EMPLOYMENT APPLICATION\nFull Name\tPrudence Osei\tDate\nPhone\t+1 415 555 0132", "Prudence Osei"),
        ("姓　　名：张　伟　性别：男", "张伟"),
        ("姓名\t欧阳文静\t性别\t女", "欧阳文静"),
        ("姓 名 李娜 性 别 女", "李娜"),
        ("姓名/Name: 王芳", "王芳"),
        ("个人简历\n赵敏\n13812345678", "赵敏"),
        ("赵 敏 丽\n13812345678", "赵敏丽"),
        ("赵敏的个人简历\n电话：13812345678", "赵敏"),
        ("范峰志 Fengzhi Fan - 个人简历 Resume\n电话 Phone: 13812345678", "范峰志"),
        ("姓名：阿依古丽·买买提", "阿依古丽·买买提"),
        ("姓名：陳大文", "陳大文"),
        ("JOHN SMITH, PMP\n(415) 555-0132 | john@example.com", "JOHN SMITH"),
        ("Resume of Wei Zhang\nShanghai", "Wei Zhang"),
        ("JORDAN SHARMA\njordan@example.com", "JORDAN SHARMA"),
        ("JACK MA\njack@example.com", "JACK MA"),
        ("Mason Cook\nmason.cook@example.com", "Mason Cook"),
        ("Curriculum Vitae\nName: Dr. Anna de Souza", "Anna de Souza"),
        ("Surname: Okonkwo\nFirst name: Chidinma", "Chidinma Okonkwo"),
        ("Garima Pruthi is a developer.\ngarima@example.com", "Garima Pruthi"),
        ("Vamsi krishna\nHyderabad, Telangana", "Vamsi krishna"),
        ("Noah\nJohnson\nPhone (415) 555-0132", "Noah Johnson"),
    ],
)
def test_names(sheet_of: MakeSheet, text: str, expected: str) -> None:
    name, is_masked = read_name(sheet_of(text), re.findall(r"\S+@\S+", text))
    assert name is not None
    assert (name.value, is_masked) == (expected, False)


@pytest.mark.parametrize("text", ["张先生\n31岁", "姓名：王女士", "姓名：李**"])
def test_masked_names_are_marked(sheet_of: MakeSheet, text: str) -> None:
    assert read_name(sheet_of(text), [])[1]


@pytest.mark.parametrize(
    "file_name",
    [
        "20-lebenslauf.md",
        "cv.tex",
        "resume.yaml",
        "x.txt",
        "个人简历.docx",
        "简约蓝色简历模板.docx",
        "应聘登记表.doc",
        "高端商务_简历.pdf",
    ],
)
@pytest.mark.parametrize(
    "text",
    [
        "个人简历\n姓名：\n性别：    年龄：\n电话：\n工作经历\n",
        "个人简历\n姓名：XXX\n电话：138XXXXXXXX\n教育背景\nXX大学",
        "应聘人员登记表\n姓名\t\t性别\t\t年龄\n学历\t\t专业\t",
        "YOUR NAME\nYour Title\nyour.email@example.com\nExperience\nJob Title, Company Name",
        "姓名：某某\n求职意向：XX岗位",
        "RESUME\nName: [Your Name]\nEducation\nSchool Name",
    ],
)
def test_blank_forms_have_no_name(sheet_of: MakeSheet, text: str, file_name: str) -> None:
    assert read_name(sheet_of(text, name=file_name), [])[0] is None


def test_largest_print_and_address_decide(sheet_of: MakeSheet) -> None:
    text = "Top Skills\nProject Planning\nJordan Baker\nSales Manager at Acme\nExperience\nAcme"
    name, _ = read_name(sheet_of(text, sizes={0: 11, 2: 24, 4: 13}), ["jbaker@example.com"])
    assert name is not None
    assert (name.value, name.how) == ("Jordan Baker", "layout")


@pytest.mark.parametrize(
    ("name", "local", "expected"),
    [
        ("李瑶", "liyao", True),
        ("李瑶", "yao.li88", True),
        ("单晓", "shanxiao1", True),
        ("欧阳文静", "ouyangwenjing", True),
        ("李瑶", "happy", False),
        ("John Smith", "jsmith", True),
        ("John Smith", "smithj", True),
        ("John Smith", "cool.cat", False),
    ],
)
def test_name_agrees_with_address(name: str, local: str, *, expected: bool) -> None:
    assert agrees_with_email(name, local) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("手机：138-1234-5678", ["+8613812345678"]),
        ("手机：１３８１２３４５６７８", ["+8613812345678"]),
        ("电话：(0086)13812345678 / 13900001111", ["+8613812345678", "+8613900001111"]),
        ("电话：+86 138 1234 5678、021-62345678", ["+8613812345678", "+862162345678"]),
        ("手机：138‑1234‑5678（微信同号）", ["+8613812345678"]),
        ("Tel: (415) · 555 · 0132\nSan Francisco, CA", ["+14155550132"]),
        ("Phone: 1-415-555-0132\nAustin, TX", ["+14155550132"]),
        ("Mobile: 0044 7400 123456", ["+447400123456"]),
        ("Mobile 07400 123456\nLondon, United Kingdom", ["+447400123456"]),
        ("+65 9174 1727 | a@b.sg | Singapore", ["+6591741727"]),
        ("9876543210\nBengaluru, India", ["+919876543210"]),
        ("QQ：13812345678\n身份证号：330102199001011234", []),
        ("手机：13812345678\n证明人：刘总 13900001111", ["+8613812345678"]),
        ("手机：13812345678\n工作经历\n开通客户服务热线400-690-6929，处理工单13572670139287082", ["+8613812345678"]),
        ("13812345678\nReferences\nMr Lee +86 139 0000 1111", ["+8613812345678"]),
        ("手机：13812345678\n2019.05-2020.06 某公司\n2015-2019", ["+8613812345678"]),
        ("期望薪资：10000-15000元/月", []),
        ("Nik 0812-3456-7890\nJakarta, Indonesia", ["+6281234567890"]),
        ("NIK 3201234567890001\nnik: 3201234567890002\nJakarta, Indonesia", []),
        ("416 555 0158 • jo@moor.example • Nationality: Indian\nBucks County Community College", ["+14165550158"]),
        (
            "Jo Moor\nRaleigh, NC\nHome Phone: 919 555 0173\nWORK EXPERIENCE\nJob Title: Clerk\nLocation: Dublin, Ireland",
            ["+19195550173"],
        ),
        ("Jo Moor\n12 Larch Street, Spokane, WA 99201\nMobile: 13605550119", ["+13605550119"]),
        ("Jo Moor\n12 Larch Street, Spokane, WA 99201\nMobile: 13900001111", ["+8613900001111"]),
        ("6123 1148 | jo@moor.example\nPersonal Statement\nKnown for calm", ["+85261231148"]),
        (
            "Jo Moor\njo@moor.example / 813.555.0154 / based in Tampa\nJobs\n2019 - now Clerk, Ardent Ltd (Pune)",
            ["+18135550154"],
        ),
        (
            "Name: Jo Moor\nCurrent location: Nashville\nPreferred location: Singapore\nContact no.: 615.555.0137",
            ["+16155550137"],
        ),
        (
            "Jo Moor\nWork\n2021 - now Fitter, Ardent GmbH\nStudies\n2007 Diploma\nSingapore · 9115 1502 · jo@moor.example",
            ["+6591151502"],
        ),
        ("周青禾\n+86 139 0000 7777  zhou@post.example  GitHub: qinghe  2036660001", ["+8613900007777"]),
        ("周青禾\n电话：2036660001\n现居：广州", ["+862036660001"]),
    ],
)
def test_phones(sheet_of: MakeSheet, text: str, expected: list[str]) -> None:
    assert [found.value for found in read_phones(sheet_of(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("邮箱：Li.Yao@QQ.com", ["li.yao@qq.com"]),
        ("电子邮箱：\nxiaohai.hr65@example.\norg", ["xiaohai.hr65@example.org"]),
        ("someone.long.name@gmail.c\nom", ["someone.long.name@gmail.com"]),
        ("Email: c.okonkwo (at) hotmail.co.uk", ["c.okonkwo@hotmail.co.uk"]),
        ("a@b.org / c@d.org", ["a@b.org", "c@d.org"]),
        ("Jo Lee\njo.lee at northmoor.ac.uk\n+44 20 7946 0018", ["jo.lee@northmoor.ac.uk"]),
        ("Jo Lee\ndeveloper at northmoor.com\nDeveloper at qinghe.com", []),
        ("邮箱a@qq.com微信abc", ["a@qq.com"]),
        ("a@b.org\n工作经历\n管理对外邮箱service@corp.example.com及公众号留言", ["a@b.org"]),
        ("a@b.org\nReferences\nDr. Turner, turner@school.edu", ["a@b.org"]),
        ("来自 hr@51job.com\n邮箱：a@b.org", ["a@b.org"]),
        ("your.email@example.com", []),
        ("Correo: correo@ejemplo.com", []),
        ("Courriel : prenom@exemple.fr", []),
        ("E-Mail: m.muster@beispiel.de", []),
        ("Correo: correa@ejemplos.example", ["correa@ejemplos.example"]),
    ],
)
def test_emails(sheet_of: MakeSheet, text: str, expected: list[str]) -> None:
    assert [found.value for found in read_emails(sheet_of(text))] == expected


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("工作经历\n2023.09 - 至今 郑州卓迩贸易有限公司 财务分析师\n负责报表", "财务分析师", "郑州卓迩贸易有限公司"),
        (
            "工作经历\n2021.5～现在：上海某某（中国）有限公司 | 销售部 | 销售经理",
            "销售经理",
            "上海某某（中国）有限公司",
        ),
        (
            "工作经历\n南京苏宁电子商务有限公司\n2020年5月—至今\n高级Java开发工程师\n工作内容：",
            "高级Java开发工程师",
            "南京苏宁电子商务有限公司",
        ),
        ("工作经历\n2018.1-2019.1 甲乙有限公司 出纳\n2019.2-至今 丙丁有限公司 会计", "会计", "丙丁有限公司"),
        ("工作经验\n公司名称：华兴科技\n担任职务：采购\n起止时间：2019.1-至今", "采购", "华兴科技"),
        ("1. 顺丰速运  仓库主管（2021.11～现在）", "仓库主管", "顺丰速运"),
        ("Experience\nAcme Co., Ltd. Sales Manager\tJan 2020 - Present", "Sales Manager", "Acme Co., Ltd."),
        (
            "EXPERIENCE\nSoftware Development Engineer II @ Flipkart\nJune 2021 to Present",
            "Software Development Engineer II",
            "Flipkart",
        ),
        ("Experience\nAcme Inc., Chicago — Nurse\nJANUARY 2020 - PRESENT", "Nurse", "Acme Inc."),
        ("Experience\nAcme Ltd.\nField Engineer\nFeb 2023 - Present\nManaged 30 agents", "Field Engineer", "Acme Ltd."),
        ("CAREER HISTORY\nJan 2020 – present: Principal Engineer, Arup, Dublin", "Principal Engineer", "Arup"),
        ("WORK EXPERIENCE\nWaiter\nPizza Place - Denver, CO\n2019 - 2021", "Waiter", "Pizza Place"),
        ("目前公司：云上贸易\n目前职位：会计\n工作经历\n2018-至今 别的有限公司 出纳", "会计", "云上贸易"),
        ("Jo Lee\nSales Manager at Acme", "Sales Manager", "Acme"),
    ],
)
def test_latest_job(sheet_of: MakeSheet, text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(text))
    assert job.title is not None
    assert job.employer is not None
    assert (job.title.value, job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "level", "school"),
    [
        ("学历：硕士\n毕业院校：浙江大学", "master", "浙江大学"),
        ("教育经历\n2010.9-2014.6 武汉大学 会计 本科\n2014.9-2017.6 南京大学 会计 硕士", "master", "南京大学"),
        ("教育背景\n黄冈师范学院（大专）\n2010-2013", "college", "黄冈师范学院"),
        ("教育背景\n哈尔滨工业大学（威海） 计算机 学士", "bachelor", "哈尔滨工业大学（威海）"),
        ("男 | 44岁 | 无锡 | 大专", "college", None),
        ("Education\nUniversity of Leeds Advertising PhD\nBoston College, BA", "doctor", "University of Leeds"),
        (
            "Education\nB.S. in Biology, University of California, Berkeley, 2014",
            "bachelor",
            "University of California, Berkeley",
        ),
        ("Education\nMBA, Fudan University", "master", "Fudan University"),
        ("Education\nJinhua Polytechnic\nAssociate Degree, Tourism", "college", "Jinhua Polytechnic"),
        ("教育背景\nXX大学 XX专业", None, None),
        (
            "Education\nBachelor of Science in Computer Engineering University of California, Santa Cruz",
            "bachelor",
            "University of California, Santa Cruz",
        ),
        (
            "Education\nDHBW Stuttgart: B.Sc. Computer Science (2018)\nExchange semester: Mahidol University International College",
            "bachelor",
            "DHBW Stuttgart",
        ),
        ("Education\nBachelors in CS\n1337 Coding School", "bachelor", "1337 Coding School"),
        (
            "Degrees\n2018\tPhD Linguistics, Cardiff University\n2014\tBA Linguistics, Durham University",
            "doctor",
            "Cardiff University",
        ),
        ("Educación\nGrado en Derecho\nUniversidad de Sevilla", "bachelor", "Universidad de Sevilla"),
        ("学习简历：\n2014.9～2018.6    浙江大学  工业工程专业  本科", "bachelor", "浙江大学"),
        ("学歷\n年份\t學校\t程度\n2014-2018\t香港浸會大學\t學士學位", "bachelor", "香港浸會大學"),
        (
            "Jo Lee\nI studied Engineering at Anna University and graduated with a BBA in 2017.",
            "bachelor",
            "Anna University",
        ),
        ("Education\nUniversity of Leeds, MA in History, 2018-2019", "master", "University of Leeds"),
        ("Education\nUniversity of Leeds\nDoctor of Engineering, Faculty of Energy", "doctor", "University of Leeds"),
        ("Education\n![logo](a/b.png) **ANNA UNIVERSITY**\nB-Tech", "bachelor", "ANNA UNIVERSITY"),
        (
            "教育经历\n核工业西南物理研究院 2018-2021 硕士\n成都理工大学 2014-2018 本科",
            "master",
            "核工业西南物理研究院",
        ),
    ],
)
def test_education(sheet_of: MakeSheet, text: str, level: str | None, school: str | None) -> None:
    education = read_education(sheet_of(text))
    assert (education.degree.value.level if education.degree else None) == level
    assert (education.school.value if education.school else None) == school


def test_short_degrees_are_not_found_in_prose() -> None:
    assert not degrees_in("I want to be a master of it; ms word; let me be")[1:]


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("现居住地：江苏省南京市鼓楼区中山路1号", "南京"),
        ("籍贯：湖南长沙\n所在城市：上海", "上海"),
        ("籍贯：湖南长沙", None),
        ("女 | 25岁 | 现居住上海 | 5年工作经验", "上海"),
        ("我叫张伟，今年27岁，佛山本地人。", "佛山"),
        ("男 | 无锡 | 23年", "无锡"),
        ("Address: 12 Main Street, Austin, TX 94107", "Austin, TX"),
        ("Jo Lee\njo@example.com | Seattle, WA", "Seattle, WA"),
        ("Current location: Leeds, United Kingdom", "Leeds"),
        ("期望城市：北京", None),
        ("Jo Lee\nBased in Amsterdam, The Netherlands.", "Amsterdam"),
        ("Jo Lee\nMedellín, Antioquia, Colombia\njo@example.com", "Medellín"),
        ("Jo Lee\nExperience\nNurse, Acme Ltd, Oslo, Norway 2019 - 2021\nEducation\nBSc, University of Leeds", None),
        ("Localidade\nLisboa\nTelemóvel\n919200815", "Lisboa"),
        ("现居地址：江苏省苏州市吴江区", "苏州"),
        ("个人情况介绍\n本人高原，1992年1月出生于四川南充，现定居南京，本科毕业。", "南京"),
        ("教育程度：\t本科\n所在地：\t苏州\n国籍：\t中国", "苏州"),
        ("高原\n技能\nExcel\n手机 13812345678\t邮箱 gao@example.com\t现居 杭州", "杭州"),
        ("高原\n技能\nExcel\n13812345678 | 杭州市 | gao@example.com", "杭州"),
        ("Address: LB11 University Hall, Kennedy Gardens, St Andrews, Fife KY16 9DL", "St Andrews"),
        ("Address: Shanti nagar\nKannauj, Uttar Pradesh\nMobile: 7985400000", "Kannauj"),
        ("Address: Kothrud, Pune, Maharashtra", "Pune"),
        ("Jo Lee\nHouston, TX (wanting to relocate)\njo@example.com", "Houston, TX"),
        ("Jo Lee\nI am a nurse, currently based in Leeds and looking for work.", "Leeds"),
        ("王珂\n昆明 · 期望：店长", "昆明"),
        ("王珂\n女｜29岁｜昆明｜求职意向：店长 成都", "昆明"),
        ("王珂\n求职意向：店长｜昆明", None),
    ],
)
def test_city(sheet_of: MakeSheet, text: str, city: str | None) -> None:
    found = read_city(sheet_of(text))
    assert (found.value if found else None) == city


def test_person(sheet_of: MakeSheet) -> None:
    head = sheet_of("女 | 25岁（1991年12月23日）| 现居住上海 | 5年工作经验")
    gender, born, years = read_gender(head), read_birth_year(head), read_years(head)
    assert (gender and gender.value, born and born.value, years and years.value) == ("female", 1991, 5.0)
    age_only = sheet_of("年龄：36岁\n工作年限：11年\nGender: Male")
    gender, born, years = read_gender(age_only), read_birth_year(age_only), read_years(age_only)
    assert (gender and gender.value, born, years and years.value) == ("male", None, 11.0)
    english = sheet_of("Summary\nEngineer with over 12 years of experience.\nDOB: 3 May 1988")
    born, years = read_birth_year(english), read_years(english)
    assert (born and born.value, years and years.value) == (1988, 12.0)


def test_the_next_label_of_a_blank_form_is_no_name(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("EMPLOYMENT APPLICATION\nFull Name\tDate\nAddress\tPhone")
    assert read_name(sheet, []) == (None, False)
    assert read_city(sheet) is None


def test_a_label_in_two_languages_says_what_the_first_says(sheet_of: MakeSheet) -> None:
    wish = read_wishes(
        sheet_of("张伟\n手机 Mobile：13812345678\n应聘职位 Position：品管\n工作经历 Work Experience")
    ).title
    assert (wish and wish.value) == "品管"


def test_wishes(sheet_of: MakeSheet) -> None:
    labelled = read_wishes(sheet_of("求职意向：人力资源专员（全职）| 北京 | 8k-10k"))
    assert [one and one.value for one in (labelled.title, labelled.city, labelled.salary)] == [
        "人力资源专员",
        "北京",
        "8k-10k",
    ]
    sought = read_wishes(sheet_of("Jo Moor\nObjective\nSeeking a Data Engineer role."))
    assert (sought.title and sought.title.value) == "Data Engineer"
    agreed = read_wishes(sheet_of("期望 往来会计 面议"))
    assert (agreed.title and agreed.title.value) == "往来会计"
    section = read_wishes(sheet_of("职业目标\n采购专员 / 昆明 / 面议"))
    assert [one and one.value for one in (section.title, section.city, section.salary)] == ["采购专员", "昆明", "面议"]
    bilingual = read_wishes(sheet_of("應徵職位 Position applied for 行銷企劃"))
    assert bilingual.title is not None
    assert bilingual.title.value == "行銷企劃"
    prose = read_wishes(sheet_of("Objective: To obtain a challenging position in a growing organisation"))
    assert prose.title is None
    board = read_wishes(sheet_of("张三丰", name="【销售经理_上海 10-15K】张三丰 5年.pdf"))
    assert (board.title and board.title.value, board.title and board.title.how, board.salary) == (
        "销售经理",
        "file_name",
        None,
    )


WISHED: list[tuple[str, str | None]] = [
    ("候选人\t张伟\n推荐职位\t供应链总监\t到岗\t一个月", "供应链总监"),
    ("张伟\n财务主管（期望）\n贵阳，离职，随时到岗", "财务主管"),
    ("张伟\n架构师 求职中 | 南昌", "架构师"),
    ("张伟\n目标职位/大数据开发工程师", "大数据开发工程师"),
    ("张伟\n求职意向/期望城市", None),
    ("【想找】财务主管\n期望：面议，两周内到岗", "财务主管"),
    ("张伟\n期望：面议，两周内到岗", None),
    ("张伟\n期望：15-20K，随时到岗", None),
    ("Jo Lee\nDesired employment /\nOccupational field\nPlatform Engineer", "Platform Engineer"),
    ("Jo Lee\nDesired employment /\tPlatform Engineer\nOccupational field", "Platform Engineer"),
    ("Jo Lee\nRe: Distribution Manager\nDear Ms Tully,\nPlease accept my application.", "Distribution Manager"),
    ("Jo Lee\nRe: application for the role of Store Manager (ref. 12)\nDear Ms Tully,", "Store Manager"),
    ("Jo Lee\nRE: Application for Store Manager\nDear Ms Tully,", "Store Manager"),
    ("Jo Lee\nSubject: Job Application as a Baker\nTo whom it may concern,", "Baker"),
    ("Jo Lee\nRe: our meeting\nDear Ms Tully,", None),
    ("Objective: HR Business Partner with a growing company", "HR Business Partner"),
    ("Goal: Team Leader who listens before deciding", "Team Leader"),
    ("Objective: Office Manager that keeps the house in order", "Office Manager"),
    ("Objective: Store Manager in a busy team", "Store Manager"),
]


@pytest.mark.parametrize(("text", "title"), WISHED)
def test_desired_titles(sheet_of: MakeSheet, text: str, title: str | None) -> None:
    found = read_wishes(sheet_of(text)).title
    assert (found.value if found else None) == title


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("姓名\t张伟\n学历\t□初中\t☑高中/中专\t□大专\t□本科", "high_school"),
        ("姓名：张伟\n学历：□高中 □大专 ■本科 □硕士", "bachelor"),
        ("姓名：张伟\n学历：□高中 □大专 □本科", None),
        ("姓名：张伟\n学历：√本科", "bachelor"),
    ],
)
def test_ticked_degrees(sheet_of: MakeSheet, text: str, level: str | None) -> None:
    degree = read_education(sheet_of(text)).degree
    assert (degree.value.level if degree else None) == level


def test_columns_of_schools(sheet_of: MakeSheet) -> None:
    heads = "學歷\n學校名稱\t科系\t學位\t就學期間"
    found = read_education(
        sheet_of(
            f"{heads}\n淡江大學\t國際企業學系\t碩士\t2014/9～2016/6\n國立屏東大學\t國際企業學系\t學士\t2010/9～2014/6"
        )
    )
    assert (found.school and found.school.value, found.degree and found.degree.value.level) == ("淡江大學", "master")


@pytest.mark.parametrize(
    ("text", "wechat"),
    [
        ("微信：abc_12345", "abc_12345"),
        ("手机：13812345678（微信同号）", "13812345678"),
        ("☎ 15082794536 微 randouwx74", "randouwx74"),
        ("jo@example.com | Jo Lee | Austin", None),
    ],
)
def test_wechat(sheet_of: MakeSheet, text: str, wechat: str | None) -> None:
    found = read_wechat(sheet_of(text))
    assert (found.value if found else None) == wechat


def test_linkedin_over_two_lines(sheet_of: MakeSheet) -> None:
    found = read_linkedin(sheet_of("www.linkedin.com/in/jo-lee-\n3a4b5c (LinkedIn)"))
    assert found is not None
    assert found.value == "linkedin.com/in/jo-lee-3a4b5c"


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("餐厅店长", "service"),
        ("Field Service Engineer", "service"),
        ("仓储运营经理", "operations"),
        ("质量工程师", "manufacturing"),
        ("新媒体运营", "marketing"),
        ("HR Business Partner", "hr"),
        ("Java开发工程师", "technology"),
        ("總賬會計", "finance"),
        ("Truck Driver", "logistics"),
        ("教育訓練專員", "hr"),
        ("系統分析員", "technology"),
        ("Learning and Development Manager", "hr"),
        ("关务专员", "logistics"),
        ("哲学家", None),
    ],
)
def test_role_family(taxonomy: RoleTaxonomy, title: str, family: str | None) -> None:
    assert family_of_title(title, taxonomy) == family


def test_role_alias_and_own_taxonomy(taxonomy: RoleTaxonomy) -> None:
    assert family_of_alias("Ops", taxonomy) == "operations"
    assert family_of_title("销售经理", {"sales": taxonomy["sales"]}) == "sales"
    assert family_of_title("会计", {"sales": taxonomy["sales"]}) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [("姓名：张伟\n负责 Java 开发，使用 Spring Boot", "zh"), ("Name: Jo Lee\nLed a team", "en"), ("", None),
     ("电话 Phone: 1\n邮箱 Email: a\n性别 Gender: 男\n负责销售", "mixed")],
)  # fmt: skip
def test_language(text: str, language: str | None) -> None:
    assert read_language(text) == language


def test_skills(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "专业技能\n编程语言：Java、Python；熟练使用 Excel\n负责公司的日常运营工作并且完成领导安排的任务指标\n教育经历"
    )
    assert read_skills(sheet) == ("Java", "Python", "Excel")


@pytest.mark.parametrize(
    ("text", "skills"),
    [
        ("Python (Django), AWS (EC2, S3), C++", ["Python (Django)", "AWS (EC2, S3)", "C++"]),
        ("数据库（MySQL、Redis），Linux", ["数据库（MySQL、Redis）", "Linux"]),
        ("(Excel, Word)", ["Excel", "Word"]),
        ("Office (Word", ["Office Word"]),
        ("Java (8, 11, and all that has come out since then), SQL", ["Java 8", "SQL"]),
    ],
)
def test_what_a_skill_holds_in_brackets_stays_with_it(text: str, skills: list[str]) -> None:
    assert skills_of_text(text) == skills


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("【工作经历】", "experience"),
        ("一、教育背景", "education"),
        ("工 作 经 历".replace(" ", ""), "experience"),
        ("WORK EXPERIENCE / 工作经历", "experience"),
        ("SELECTED PROFESSIONAL EXPERIENCE", "experience"),
        ("Project Manager", None),
        ("计算机科学与技术 | 本科", None),
        ("Experience: 16 years", None),
        ("▍自我评价", "summary"),
    ],
)
def test_headings(line: str, kind: str | None) -> None:
    assert section_of_heading(fold(show(line))) == kind


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("手机号码*", "phones"),
        ("候选人姓名", "name"),
        ("E-mail", "emails"),
        ("现任公司", "current_employer"),
        ("手机1", "phones"),
        ("备用号码", "phones"),
        ("Primary Email", "emails"),
        ("Town/City", "city"),
        ("應徵職務", "desired_title"),
        ("求职者电话", "phones"),
        ("求职者", "name"),
        ("最高学历院校", "school"),
        ("姓名 Name", "name"),
        ("现公司 Current Company", "current_employer"),
        ("人选", "name"),
        ("上家公司", "current_employer"),
        ("期望从事岗位", "desired_title"),
        ("推荐人手机", None),
        ("备注", None),
    ],
)
def test_columns(header: str, field: str | None) -> None:
    assert field_of_column(header) == field


@pytest.mark.parametrize(
    ("file_name", "board", "name", "title"),
    [
        ("51job_张三(497000000).doc", "51job", "张三", None),
        ("51job_李四-2年软件测试(上海).doc", "51job", "李四", None),
        ("智联招聘_张三_销售经理_中文_20191221_1576892320569.doc", "zhaopin", "张三", "销售经理"),
        ("简历编号18840522-张三-设计总监-猎聘网简历.doc", "liepin", "张三", "设计总监"),
        ("16721662--男-32岁-本科-北京-目前离职-猎聘网简历.html", "liepin", None, None),
        ("【销售经理_上海 10-15K】张三 5年.pdf", "boss", "张三", "销售经理"),
        ("【销售经理_上海_10-15K】张三_10年以上.pdf", "boss", "张三", "销售经理"),
        ("【【2026秋招】游戏算法工程师_成都 15-16K】张三\u00a026年应届生.pdf", "boss", "张三", "游戏算法工程师"),
        ("Profile (3).pdf", "linkedin", None, None),
        ("【带货主播 | 无锡9-14K】张三 10年以上.pdf", "boss", "张三", "带货主播"),
        ("张三-带货主播-BOSS直聘.pdf", "boss", "张三", "带货主播"),
        ("张三_摄影师_猎聘.pdf", "liepin", "张三", "摄影师"),
        ("【猎聘】张三_摄影师.pdf", "liepin", "张三", "摄影师"),
        ("104_林曉月_業務專員.pdf", "104", "林曉月", "業務專員"),
        ("林曉月_業務專員_104人力銀行.html", "104", "林曉月", "業務專員"),
        ("104履歷_林曉月_9065011.html", "104", "林曉月", None),
        ("林曉月的履歷-104.html", "104", "林曉月", None),
        ("104_2023.pdf", None, None, None),
        ("Naukri_MaraVelding[5y_2m] (1).pdf", "naukri", "Mara Velding", None),
        ("Mara Velding[9_2].doc", "naukri", "Mara Velding", None),
        ("Jean-Luc Velding_Naukri.pdf", "naukri", "Jean-Luc Velding", None),
        ("SEEK Profile - Mara Velding.pdf", "seek", "Mara Velding", None),
        ("Mara_Velding_SEEK.pdf", "seek", "Mara Velding", None),
        ("Seek work.pdf", None, None, None),
        ("Indeed_Mara_Velding.pdf", "indeed", "Mara Velding", None),
        ("ResumeDataEngineer.pdf", None, None, None),
        ("Mara-Velding-Indeed-Resume.pdf", "indeed", "Mara Velding", None),
        ("StepStone_Mara_Velding.pdf", "stepstone", "Mara Velding", None),
        ("Bewerbung_Mara_Velding_StepStone.pdf", "stepstone", "Mara Velding", None),
        ("Monster Resume - Mara Velding.docx", "monster", "Mara Velding", None),
        ("Monster Truck Driver CV.pdf", None, None, None),
        ("Reed_Mara_Velding_CV.doc", "reed", "Mara Velding", None),
        ("CV_MaraVelding_reed.co.uk.rtf", "reed", "Mara Velding", None),
        ("Reed Ashdown.pdf", None, None, None),
        ("Reed_McVelding_CV.pdf", None, None, None),
        ("Reed_OVelding.pdf", None, None, None),
        ("Reed_ASHDOWN.pdf", None, None, None),
        ("SEEK_Resume_Final.pdf", None, None, None),
        ("Indeed_Cover_Letter.pdf", None, None, None),
        ("StepStone_Jürgen_Veldmann.pdf", "stepstone", "Jürgen Veldmann", None),
        ("Naukri_MaraMcVelding[5y_2m].pdf", "naukri", "Mara McVelding", None),
        ("Naukri_MARA_VELDING.pdf", "naukri", "MARA VELDING", None),
        ("张三-销售经理.pdf", None, None, None),
    ],
)
def test_file_names_of_boards(file_name: str, board: str | None, name: str | None, title: str | None) -> None:
    evidence = read_file_name(file_name, source=None)
    assert (evidence.board, evidence.name, evidence.title) == (board, name, title)


@pytest.mark.parametrize(
    ("subject", "sender", "board", "name"),
    [
        ("(51job.com)申请贵公司销售经理（上海）－张三", "x@51job.com", "51job", "张三"),
        ("Fw: (Zhaopin.com) 应聘 销售经理-上海-张女士", "a@b.c", "zhaopin", "张女士"),
        ("转发：【销售经理-华中区_青岛】 张先生_来自猎聘的候选人", "x@lietou.com", "liepin", "张先生"),
        ("张三 | 5年，应聘 销售经理 | 上海10-15K【BOSS直聘】", "x@service.bosszhipin.com", "boss", "张三"),
        ("(58.com)应聘贵公司销售-上海 奉贤-张三", "x@58.com", "58", "张三"),
        ("(hdjob.bjx.com.cn)应聘 工程师 - 山西运城 - 张三", "x@bjx.com.cn", "bjx", "张三"),
        ("Application for Warehouse Supervisor", "a@b.c", "direct", None),
        ("应聘销售经理", "a@b.c", "direct", None),
        ("张三-应聘-财务主管", "a@b.c", "direct", "张三"),
        ("Fwd: Pat Q. Marlowe for Store Manager", "a@b.c", "direct", None),
        ("Thanks for lunch", "a@b.c", None, None),
        ("Application for leave", "a@b.c", None, None),
        ("申请报销", "a@b.c", None, None),
        ("周末聚餐", "a@b.c", None, None),
    ],
)
def test_mail_subjects_of_boards(subject: str, sender: str, board: str | None, name: str | None) -> None:
    evidence = read_subject(subject, sender)
    assert (evidence.board, evidence.name) == (board, name)


def test_boards_are_found_by_listing() -> None:
    assert {"51job", "zhaopin", "liepin", "boss", "linkedin"} <= {board.name for board in boards()}
    assert "51job.com" in board_domains()


def test_kangxi_radicals_and_icons_are_one_spelling() -> None:
    assert show("⾼策 \uf0e0a@b.com ⼤学") == "高策  a@b.com 大学"
    assert fold(show("電話：１３８")) == "电话:138"
