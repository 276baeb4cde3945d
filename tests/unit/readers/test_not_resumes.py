"""Forms that nobody has filled in give nobody's name, and papers that name people without being a resume are put aside."""

from __future__ import annotations

import io
from collections.abc import Callable

import openpyxl
import pytest

from ringback.actions.read import rows_of
from schemas.records import Reading

Read = Callable[..., Reading]

BLANK = {
    "labels_below_each_other.txt": "入职登记表\n姓名\n曾用名\n照片\n身份证号\n手机\n学历\n毕业学校\n本人签字：    日期：",
    "relatives.txt": "保安人员登记表\n姓名\t\t性别\t\n文化程度\t\t驾驶证\t\n家庭住址\t\n家庭成员\t姓名\t关系\t工作单位\t电话\n应聘岗位\t",
    "biodata.txt": "BIO-DATA\nName :\nDate of Birth :\nMobile No :\nEmail ID :\nPermanent Address :\nPlace :\nDate :\nSignature",
    "traditional.txt": "人事資料表\n中文姓名\t\t英文姓名\t\t相片\n通訊地址\t\n聯絡電話\t\t行動電話\t\n學歷\t學校名稱\t科系\t起訖時間",
    "drawn.txt": "面试登记表\n应聘岗位：______  填表日期：__年__月__日\n姓  名：______ 性别：□男 □女\n联系电话：______ 电子邮箱：______",
    "titled.html": "<h2>Candidate questionnaire</h2><p>First name ______ Last name ______<p>Mobile ______<p>Desired position ______",
    "Mara Velding CV form.txt": "CURRICULUM VITAE\nPersonal data\nFirst name:\nSurname:\nPhone:\nWork experience\nFrom - To\nEmployer\n"
    "Position\nEducation\nFrom - To\nSchool\nQualification\nSkills\nLanguages",
    "Nora_Pellwick_Application_2.txt": "Application for employment\nPosition applied for: ______\nLast name: ______ First name: ______\n"
    "Phone: ______\nEducation\nSchool\tFrom\tTo\tDegree\n\t\t\t\nEmployment history\nEmployer\tPosition\tFrom\tTo\n\t\t\t",
    "words.txt": "求职登记表\n姓名\n性别\n文化程度\n毕业院校\n应聘岗位\n联系电话\n何时参加工作\n温馨提示：请如实填写",
}

PAPERS = {
    "year.txt": "Work-Diary\n工作备注\n本文作者: Diary 创建时间: 2022年1月21日 阅读时间: 5分钟阅读\n2021 岁末总结\n2021 依旧过的很快。\n1.技术\n"
    "前端代码行数：100行\n2.工作\n关于工作的话题，在 2021 年应该可以分为三部分。\n3.团队\n学习动力不强",
    "report.txt": "2022年度工作总结\n姓名：卢晓东\n部门：财务部\n一、工作内容\n2022.01-2022.12 完成了报表。\n二、学习\n参加大学课程\n三、计划",
    "recommend.txt": "大家好，\n我们部门急招高级产品经理一名，base杭州，5年以上经验，本科以上。\n"
    "欢迎推荐，简历发我邮箱 liwei@corp.example.com 或加微信 liwei_hr。\n李伟\n人力资源部\n13900001111",
    "fair.txt": "CAREER FAIR\nSaturday 5 December, 10–4, Town Hall, Swansea\nMeet 40 employers. Bring ten copies of your CV!\n"
    "Free clinic: how to write your work experience, education and skills.\nRegister: fair@jobs.example",
    "role.txt": "Data Analyst\nLocation: Manchester (hybrid)\nSalary: £35,000\nAbout us\nBrightwave is a retailer.\nThe role\n"
    "You will build dashboards.\nWhat you will bring\n- Degree in a numerate subject\nBenefits\n25 days holiday\n"
    "Contact: Sarah Jennings, talent@brightwave.example.co.uk, 0161 496 0000\nClosing date: 31 January 2026",
    "nurse.txt": "Staff Nurse (Band 5)\nEmployer\tSt Anne Hospital Trust\nLocation\tLeeds\nClosing date\t12/02/2026\nJob summary\n"
    "We are seeking a motivated nurse.\nPerson specification\nQualifications\nEssential: Registered nurse, degree\n"
    "Experience\nEssential: acute care\nContact\nHelen Moss, helen.moss@nhs.example.uk, 0113 496 0000",
    "outline.txt": "Module outline\nBaking Hygiene, Level 2\nTrainer: Mara Velding, BSc, Hygiene Manager\nmara@fernpost.net | +44 7700 900123\n"
    "Duration: 2 days\nLearning outcomes\nBy the end of the course learners will be able to:\n- Judge a kitchen\nExperience\n"
    "The trainer has worked in hotels for 12 years.\nDay 2: Skills and assessment\nLanguages: English",
    "syllabus.txt": "Introduction to Ward Work\nSyllabus, Spring 2023\nMara Velding, RN, MSN\nLecturer, School of Nursing\n"
    "mara.velding@larch.example, 555-201-3344\nEducation\nStudents must have completed NUR 100.\nCourse objectives\n"
    "1. Describe the role\nClinical experience\nJan 2023 - Mar 2023: Rowan Hospital\nMar 2023 - May 2023: Larch Clinic\nAssessment\nEssay",
    "privacy.txt": "隐私政策\n更新日期：2026年1月2日\n我们会收集您的姓名、手机号、简历信息用于提供服务。您可以通过 privacy@site.example.cn 联系我们删除数据。",
    "course.txt": "培训通知\n各部门：\n定于7月15日举办谈判技巧培训，讲师：曾光，费用：免费。请于7月10日前将报名表发至 px@site.example.cn，联系人：武丹 13800000000。\n行政部",
    "interview.txt": "面试评价表\n候选人：孙悦  应聘岗位：平面设计师  面试官：林涛  面试日期：2026-01-08\n专业能力：4分\n面试结论：进入复试",
    "arrangement.txt": "面试安排\n候选人：李晓明  应聘岗位：会计  手机：13812340000\n时间：2026年11月20日 14:00\n面试官：张经理\n评价：表达清晰，建议复试。",
    "invitation.txt": "面试邀请-客服主管\n赵敏 您好：\n感谢您应聘我公司客服主管职位，请于1月15日参加面试。\n地址：苏州市星湖街1号\n"
    "联系人：钱芳 13611112222\n请携带简历一份、学历证书复印件。",
    "brochure.txt": "宏远精密2026年招聘简章\n面向社会招聘以下人员：\n一、生产主管 2名\n要求：大专及以上学历，有机械行业背景者优先。\n"
    "待遇：6000-9000元/月，包吃住。\n联系人：陈丽华  联系电话：13812340099",
    "contract.txt": "劳动合同书\n甲方（用人单位）：上海德昌物流有限公司\n乙方（劳动者）：王建国\n性别：男  学历：大专\n"
    "家庭住址：上海市宝山区友谊路1号  联系电话：13800001234\n一、合同期限：2026年1月1日至2028年12月31日",
    "invited.txt": "您好，\n诚邀您于3月12日14:00到我司面试会计岗位，地址：文三路100号。\n请带身份证和简历。\n联系人：张敏 13900000000",
    "reference.txt": "To whom it may concern\nIt is my pleasure to recommend Daniel Frost, who worked with us as Warehouse Supervisor"
    " from March 2019 to June 2025.\nPlease contact me on 0113 496 0222.\nRuth Bennett, Operations Director, Calder Ltd",
}


@pytest.mark.parametrize("file_name", BLANK)
def test_blank_form_names_nobody(read: Read, file_name: str) -> None:
    for resume in read(BLANK[file_name], file_name).resumes:
        assert (resume.name, resume.city, resume.school, resume.phones) == (None, None, None, ())


def test_blank_form_in_a_workbook_is_no_list(read: Read) -> None:
    book = openpyxl.Workbook()
    for row in (
        ["应聘人员登记表"],
        ["姓名", None, "性别", None, "出生日期", None],
        ["民族", None, "籍贯", None, "婚姻状况", None],
        ["学历", None, "专业", None, "毕业院校", None],
        ["手机", None, "邮箱", None, "期望薪资", None],
    ):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    assert [resume.name for resume in read(stream.getvalue(), "a.xlsx").resumes] in ([], [None])


@pytest.mark.parametrize("file_name", PAPERS)
def test_paper_is_put_aside(read: Read, file_name: str) -> None:
    reading = read(PAPERS[file_name], file_name)
    assert [problem.code for problem in reading.problems] == ["not_a_resume"]
    [row] = rows_of(reading)
    assert row["p_resume"] < 0.5
    assert "p =" not in row["message"]  # a number for whoever asks with --json, none for who reads the page


def test_customers_of_orders_are_no_candidates(read: Read) -> None:
    text = "订单编号,客户姓名,手机,邮箱,商品名称,金额\nSO1001,王小明,13800005555,wxm@x.example.com,打印机,1200\n" * 2
    assert [problem.code for problem in read(text, "order.csv").problems] == ["not_a_resume"]


def test_short_resume_without_headings_may_speak_of_invoices(read: Read) -> None:
    text = (
        "吴敏\n13800001111\n会计，5年经验\n2019-至今 苏州宏远精密制造有限公司 会计：开具发票、对账单、编制资产负债表\n"
        "2015-2019 苏州大学 会计学 本科"
    )
    (resume,) = read(text, "会计.txt").resumes
    assert resume.name == "吴敏"


def test_words_to_fill_in_are_no_wish(read: Read) -> None:
    text = "个人简历\n姓    名：[您的姓名]\n电    话：[您的电话]\n求职意向：[意向岗位]\n期望职位：请选择\n工作经历\n教育背景"
    assert [(resume.name, resume.desired_title) for resume in read(text, "模板.txt").resumes] == [(None, None)]


def test_resume_of_who_writes_such_papers_is_one(read: Read) -> None:
    text = (
        "孙悦\n电话：13812345678\n求职意向：招聘主管\n工作经历\n2019.3-至今 苏州蓝海商务有限公司 招聘主管\n"
        "撰写招聘简章与招聘启事，担任面试官，发出面试邀请与录用通知，填写面试评价表\n"
        "组织校园招聘，招聘对象为应届毕业生\n教育经历\n2012-2016 苏州大学 人力资源管理 本科"
    )
    (resume,) = read(text, "简历.txt").resumes
    assert resume.name == "孙悦"


def test_resume_of_who_writes_outlines_is_one(read: Read) -> None:
    text = (
        "Mara Velding\nmara@fernpost.net\nEducation\nPhD, Tides, University of Northmoor, 2012\nTeaching experience\n"
        "Lecturer, Larch College, 2012 - present\n- Wrote the syllabus, the learning outcomes and the prerequisites\n"
        "- Students will remember her office hours\nSyllabus and grading of eight courses"
    )
    (resume,) = read(text).resumes
    assert resume.name == "Mara Velding"


@pytest.mark.parametrize(
    ("file_name", "text"),
    [
        ("people.json", "[]"),
        ("people.json", " [ ]\n"),
        ("zero_width.txt", "\u200b\u200b\ufeff\u200d\n\u200b\u00ad\n"),
        ("zero_width.html", "<html><body><p>\u200b\u200d</p></body></html>"),
    ],
)
def test_what_says_nothing_is_empty(read: Read, file_name: str, text: str) -> None:
    reading = read(text, file_name)
    assert ([problem.code for problem in reading.problems], reading.resumes) == (["empty"], ())


_OF_LETTER = "Mara Velding\nMillmoor · 905-555-0135 · mara@velding.example\n\n"
LETTERS = (
    (
        "[Date]\nDear Larch Hiring Team,\nI’m writing to apply as a conductor. I worked for Larch from 2013 to 2015.\n"
        "I’ve decided I want to come back.\nSincerely,\nMara Velding"
    ),
    (
        "Dear Mr. Vale:\nI write about the open post. My work at Larch (2012 - 2015) taught me much. I'd be glad to meet.\n"
        "Best regards,\nMara"
    ),
    "Application\nDear Hiring Manager\nAs a gardener I grew trees. I hold a degree. I love my work.\nKind regards\nMara Velding",
    (
        "Sehr geehrte Damen und Herren,\nich bewerbe mich. Ich war von 2012 - 2015 bei Larch. Ich freue mich.\n"
        "Mit freundlichen Grüßen\nMara Velding"
    ),
    "尊敬的领导：\n您好！我是青禾大学的学生林小禾。我希望加入贵公司，我学习认真。\n此致\n敬礼\n林小禾",
)


@pytest.mark.parametrize("letter", LETTERS)
def test_letter_about_oneself_is_put_aside(read: Read, letter: str) -> None:
    assert [problem.code for problem in read(_OF_LETTER + letter).problems] == ["not_a_resume"]


def test_letter_over_a_resume_is_one(read: Read) -> None:
    life = "Experience\nClerk, Larch Ltd\n2012 - 2015\nEducation\nBSc Botany, Northmoor University, 2012"
    assert read(f"{_OF_LETTER}{LETTERS[0]}\n\n{life}").resumes
