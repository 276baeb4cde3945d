"""Jobs in Chinese resumes of all walks of life: the latest post and its house, and none where none is told."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.jobs.entries import entries_of
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.shapes import han_score
from ringback.readers.fields.periods import NOW, period_in
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.markdown import lines_of_markdown
from ringback.readers.pdf_prints import without_prints
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


JOBS: list[tuple[str, str | None, str | None]] = [
    # months without a sign before them, and a post between the heading and its dates
    ("张伟\n职业生涯\n青禾商贸有限公司·店员(201708～201902)\n晨光商贸有限公司·店长(202209～至今)", "店长", "晨光商贸有限公司"),
    ("张伟\n工作背景\n202311～在职  青禾医疗有限公司  销售经理\n202211～202310  晨光环保有限公司  销售", "销售经理", "青禾医疗有限公司"),
    ("张伟\n学历\n江海大学 统计学 硕士\n2020.9-2023.6\n履历\n出纳\n202305~现在\n青禾有限公司", "出纳", "青禾有限公司"),
    # the dates close each job, below what was done there
    ("張偉\n過往經歷\n高級工程師\n青禾化學集團\n執行數位轉型相關專案，導入人工智慧，協助組織提升生產效率。\n2024年1月 - 2025年1月\n專任研究助理\n晨光研究中心\n撰寫研究報告，執行實驗，擔任課堂助教。\n2020年8月 - 2021年1月", "高級工程師", "青禾化學集團"),
    ("张伟\n实习&项目经历\n青禾科技有限公司 | 数据标注\n2023.08 - 2023.09\n• 学习标注流程\n销量预测 | 多模型集成学习\n2024.12 - 2025.02 | 晨光杯数模比赛三等奖\n• 预处理数据", "数据标注", "青禾科技有限公司"),
    ("張偉\n服務經歷\n高一上: 參與校內訓育組志工活動 擔任親師座談會志工\n高一下: 參與校內訓育組志工活動", None, None),
    ("张伟\n项目经历\n2024.07~2024.07\t青禾科技有限公司\t生产实习\n• 项目名称：音乐平台", None, "青禾科技有限公司"),
    ("张伟\n个人优势：学习能力强，可以在15日内独立完成一个Java springboot的项目。", None, None),
    ("张伟\n项目经历\n青禾未来\t2017 年 10 月 – 至今\n自动驾驶中间件开发\n• 参与公司自研中间件的开发", None, None),
    ("张伟\n实践经验\n时间\t单位\t实践内容\n2020.7\t青禾科技有限公司\t负责会议记录", None, "青禾科技有限公司"),
    ("张伟\n实习经历\n2014.07 — 2014.08\n在青禾房地产开发有限公司实习，职位为工程师助理，主要负责检查\n2015.05 — 2015.06\n在晨光市人民广播电视台处实习，职位为助理编辑，主要负责编辑撰写", "助理编辑", "晨光市人民广播电视台"),
    ("张伟\n职场经历\n起止年月\t单位名称\t职务\t证明人\n2019.06~目前\t晨青禾（中国）建材有限公司\t外贸业务员\t贺帆", "外贸业务员", "晨青禾（中国）建材有限公司"),
    ("张伟\n职业轨迹\n2019.05 → 至今\n采购主管\n青禾（中国）配送有限公司\n求学之路\n2009 → 2013\n青禾大学", "采购主管", "青禾（中国）配送有限公司"),
    ("张伟\n工作经历\n公司\t职位\t开始时间\t结束时间\n青禾家居\t店长\t2020.1\t至今", "店长", "青禾家居"),
    ("张伟\n工作经历\n主办会计\t2016.07-2019.09\n晨青禾融资租赁（福州）有限公司\n按月结账", "主办会计", "晨青禾融资租赁（福州）有限公司"),
    ("张伟\n工作经历\n2019.06 – 至今\t车间班长\n青禾（中国）机床有限公司|生产部\n- 编写作业指导书\n2007.05 – 2019.01\t品管\n晨光制鞋有限公司|生产部", "车间班长", "青禾（中国）机床有限公司"),
    ("张伟\n工作经历\n晨青禾翻译（赣州）有限公司\t2016.07-2019.09\n翻译主管", "翻译主管", "晨青禾翻译（赣州）有限公司"),
    ("张伟\n工作经历\n2016年到现在 在青禾典当集团做税务会计", "税务会计", "青禾典当集团"),
    ("张伟\n工作经历\n青禾医院  在线客服专员\t2019.05-至今", "在线客服专员", "青禾医院"),
    ("张伟\n工作经历\n2022/06 -- 至今\n晨光青禾设计院 | 综合部 | 土建工程师\n医院 | 企业性质：民营 | 规模：100-499人", "土建工程师", "晨光青禾设计院"),
    ("张伟\n工作经历\n青禾珠宝金行（晨光大悦城店）    店长    2020/06—至今\n下属：9人", "店长", "青禾珠宝金行"),
    ("张伟\n工作经历\n一、二〇一二年七月至二〇一五年三月    青禾经纪有限公司   置业顾问\n二、二〇二〇年十一月至今    晨光经纪有限公司    区域经理", "区域经理", "晨光经纪有限公司"),
    ("张伟\n工作经历\n青禾影像工作室\n2013 三月 – 至今\n网页设计组长\n晨光软件有限公司\n2011 六月 – 2011 十二月\n测试员", "网页设计组长", "青禾影像工作室"),
    ("张伟\n简历\n2008.09--2014.12  青禾市教育局办公室科员、副主任\n2014.12--2019.06  青禾市晨光中学校长\n2019.06--        青禾市教育体育局党委委员、副局长", "副局长", "青禾市教育体育局"),
    ("张伟\n工作经历\n时间：2019年3月—至今\n单位：青禾建筑工程有限公司\n项目：晨光安置房项目（18万㎡）\n职务：生产经理\n职责：现场管理", "生产经理", "青禾建筑工程有限公司"),
    ("张伟\n实践经历\n2024.07-2024.08 青禾钢铁股份有限公司 生产实习（轧钢车间）\n了解生产流程\n2023.07 “三下乡”社会实践 队长", None, "青禾钢铁股份有限公司"),
    ("張偉\n經歷：\n1. 青禾電子股份有限公司　製程工程師　102.8~106.3\n2. 晨光光電　設備工程師　106.4~110.12\n3. 百川電子股份有限公司　生產課長　111.1~迄今", "生產課長", "百川電子股份有限公司"),
    ("張偉\n學歷\n2008 - 2012\t青禾教育學院\t教育榮譽學士\n教學經驗\n2015年9月 - 現在\t青禾小學\t常額教師\n2012年9月 - 2015年8月\t晨光小學\t合約教師", "常額教師", "青禾小學"),
    ("张伟\n工作经历\n2013/08 -- 至今：青禾投资咨询有限公司\n外商独资 | 100 - 499人\n渠道（产业）分析/研究\n工作描述：撰写周报", "渠道（产业）分析/研究", "青禾投资咨询有限公司"),
    ("张伟\n工作经历\n2013/08 -- 至今：青禾投资咨询有限公司\n民营 | 规模：少于50人\n会计主管 | 4001-6000元/月\n工作描述：做账", "会计主管", "青禾投资咨询有限公司"),
    # a prize beside a post is no contest; 乡 and 镇 stand inside other words too
    ("王明\n工作经历\n2021.03-至今 晨光中学 语文教师 市优质课一等奖\n2018.09-2021.02 青禾小学 语文教师", "语文教师 市优质课一等奖", "晨光中学"),
    ("王明\n工作经历\n2021.03-至今\n美丽乡村规划师", "美丽乡村规划师", None),
    # dates in front of the verb are no house, and the verb is no part of one
    ("王明\n实践经历\n白鹭职业技术学院\n2024.03-2024.07担任代课教师，教授《普通话》和《模拟导游》两门课程，学生课程\n通过率100%。", "代课教师", "白鹭职业技术学院"),
    ("王明\n工作经历\n2021年11月-至今，就职于青禾飞讯-智慧城市-建筑科技部\n建筑专业总负责人\n2020年7月-2021年11月，就职于晨光设计有限公司", "建筑专业总负责人", "青禾飞讯"),
    ("王明\n工作经历\n2019.03-至今 失业保险处 科员\n2015.03-2019.02 青禾有限公司 工程师", "科员", "失业保险处"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_latest_jobs(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_years_of_the_republic_are_periods_without_a_word_for_them() -> None:
    period = period_in("青禾光電 102.8~106.12")
    assert period is not None
    assert (int(period.start), int(period.end)) == (2013, 2017)
    open_period = period_in("青禾光電 112年3月-迄今")
    assert open_period is not None
    assert (int(open_period.start), open_period.end) == (2023, NOW)
    assert period_in("GPA 90.5, 排名 12") is None
    since = period_in("青禾物流有限公司 · 冷库主管 · 2020年5月起至今")
    assert since is not None
    assert (int(since.start), since.end) == (2020, NOW)


def test_a_short_heading_in_black_brackets_opens_the_studies() -> None:
    found = read_education(
        sheet_of_text(
            "张伟\n【工作经验】\n2018.03-2023.05：青禾商贸有限公司——行政主管\n【学历】\n2011.09-2015.07：青禾师范大学——社会工作——本科"
        )
    ).school
    assert found is not None
    assert found.value == "青禾师范大学"


def test_the_address_of_a_page_is_no_place() -> None:
    assert read_city(sheet_of_text("张伟\n13800138000\n项目 DEMO 地址 <http://www.example.com/a>")) is None


def test_who_hopes_to_find_work_says_which() -> None:
    wishes = read_wishes(sheet_of_text("自我介绍\n您好！我叫张伟，会开叉车，希望找一份仓库主管的工作，工资面议。"))
    assert (wishes.title and wishes.title.value) == "仓库主管"


def test_what_a_browser_prints_at_the_edges_of_a_page_is_left_out() -> None:
    shown = ["11/28/26, 2:41 PM\tAbout", "张伟", "2024/3/15 14:22", "工作经历", "https://a.example/cv.html\t1/2"]
    assert [line.text for line in without_prints([Line(text) for text in shown])] == [
        "张伟",
        "2024/3/15 14:22",
        "工作经历",
    ]
    assert without_prints([Line("2024/3/15 下午2:22\t张伟的简历"), Line("电话 13800138000")]) == [
        Line("电话 13800138000")
    ]
    assert without_prints([Line("1 of 2\t11/28/26, 2:41 PM")]) == []
    assert len(without_prints([Line("2019/3 - 2020/4"), Line("https://a.example/")])) == 2


EVERYDAY: list[tuple[str, str | None, str | None]] = [
    ("2019.03-2023.08 个体经营 水果店 老板\n负责进货与销售", "老板", "水果店"),
    ("至今-2021.06 青禾口腔门诊部 口腔医师\n2021.05-2018.07 晨光口腔医院 住院医师", "口腔医师", "青禾口腔门诊部"),
    ("2015.04 – 2020.10\n厨师\n青禾食堂\n2020.11 – 至今\n主厨\n百川私房菜馆", "主厨", "百川私房菜馆"),
    ("单位名称：青禾水泥厂\n工作时间：2000年3月至2012年10月\n工作岗位：化验室主任\n单位名称：晨光混凝土有限公司\n工作时间：2012年11月至2024年3月\n工作岗位：试验室主任", "试验室主任", "晨光混凝土有限公司"),
    ("2006.7—2011.9   青禾矿务局第一煤矿   采煤队技术员\n2016.5—        晨光煤业集团安全监察部   主任工程师", "主任工程师", "晨光煤业集团"),
    ("2015年5月-2018年6月：青禾酒店客房部，任楼层领班；\n2018年7月-2023年9月：晨光大酒店前厅部，任大堂副理；", "大堂副理", "晨光大酒店"),
    ("私立青禾幼兒園 教保員\n110年8月1日～113年7月31日\n晨光托嬰中心 托育人員\n108年3月～110年7月", "教保員", "私立青禾幼兒園"),
    ("2016.08-至今 青禾防水工程公司 防水工\n负责屋面施工", "防水工", "青禾防水工程公司"),
    ("2019.7 - 2021.8 OPPO 软件工程部 Android开发工程师\n2021.9 - 至今 vivo 影像部 相机开发工程师", "相机开发工程师", "vivo"),
    ("学校：青禾市晨光小学\n职务：语文教师\n时间：2016年8月—至今\n学校：青禾市百川小学\n职务：代课教师\n时间：2014年2月—2016年7月", "语文教师", "青禾市晨光小学"),
    ("2021-2023 国外（新加坡） 青禾海事 甲板水手\n2023-至今 国内 待业", "甲板水手", "青禾海事"),
    ("青禾技术有限公司 2012实验室 中央软件院 高级工程师A 2016.04 — 2022.08", "高级工程师A", "青禾技术有限公司"),
    ("青禾环卫 驾驶员（洒水车）\n2015.1至今", "驾驶员（洒水车）", "青禾环卫"),
    ("2017.6-2021.9 青禾贸易有限公司 行政部经理\n2021.10-至今 赋闲", "行政部经理", "青禾贸易有限公司"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), EVERYDAY)
def test_jobs_of_kitchens_sites_and_mines(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(f"张伟\n工作经历（2段）\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        ("张伟，男，1980年出生，现为青禾书画院院长、青禾市美术家协会理事。", "院长", "青禾书画院"),
        ("现就职于青禾市第一医院放射科，从事影像诊断工作。", "影像诊断", "青禾市第一医院放射科"),
        ("本人2015年至2020年在青禾小区当保安，2020年到2023年在晨光工业园任保安队长。", "保安队长", "晨光工业园"),
    ],
)
def test_jobs_told_in_a_sentence(text: str, title: str, employer: str) -> None:
    job = read_job(sheet_of_text(f"张伟\n电话：13800138000\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    "text",
    [
        "校内经历\n2021.09-2023.06 班长",
        "社会实践\n2021.07-2021.08 暑期三下乡 宣传组组长",
        "比赛经历\n2022.05 “晨光杯”创业计划大赛 队长\n获省级银奖",
        "主要经历\n1994.09-1998.07 青禾大学会计学专业学习",
    ],
)
def test_who_tells_no_job_has_none(text: str) -> None:
    job = read_job(sheet_of_text(f"张伟\n电话：13800138000\n{text}"))
    assert (job.title, job.employer) == (None, None)


def test_a_row_of_jobs_between_semicolons_is_parted() -> None:
    job = read_job(
        sheet_of_text(
            "张伟 男 1988.6\n13800138000\n从业经历：2010-2014 青禾证券 客户经理；2014-2019 晨光财富 理财师；2019至今 百川银行 财富顾问"
        )
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("财富顾问", "百川银行")


def test_what_was_worked_on_is_no_post_in_smaller_print_under_the_firm() -> None:
    text = (
        "# 张伟\n# 工作经历\n## 青禾网络科技有限公司 （ 2017年7月 ~ 至今 ）\n### 风控平台开发\n"
        "我在此项目负责整体项目的开发维护，在工作中积极推动代码管理工具的切换。\n### 智能柜\n这个项目是唯一一个由我主导的项目。\n"
        "# 致谢\n感谢您花时间阅读我的简历，期待能有机会和您共事。\n"
    )
    document = Document(format="md", lines=tuple(lines_of_markdown(text)))
    job = read_job(make_sheet(document, read_file_name("x.md", source=None)))
    assert (job.title, job.employer and job.employer.value) == (None, "青禾网络科技有限公司")


def test_province_and_town_with_a_dot_between_are_no_name() -> None:
    assert han_score("福建·泉州") == 0
    assert han_score("古丽·买买提") > 0


def test_the_post_that_a_letter_has_heard_of_may_stand_at_the_end_of_its_line() -> None:
    text = "自荐信\n尊敬的高经理:\n您好!从招聘启事得知招主管护师,特\n此应聘。随信附上简历。\n张伟\n工作经历\n2019.5-至今 青禾医院 护师"
    wish = read_wishes(sheet_of_text(text)).title
    assert wish is not None
    assert wish.value == "主管护师"


def test_years_between_which_something_was_done_at_times_date_no_job() -> None:
    sheet = sheet_of_text("张伟\n其他\n于 2018 - 2020 年之间多次进行小学语文的家教，学生均有明显的提升。")
    assert entries_of(sheet, range(3)) == []
