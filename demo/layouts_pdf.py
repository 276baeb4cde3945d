"""PDF layouts: Chinese attachments (one column, side bar), an English resume, and the profile that LinkedIn saves.

Chinese text is set in STSong-Light, which every PDF reader brings along, and Latin text in Helvetica, so nothing is
embedded and a page takes a few kilobytes. The same resume always gives the same bytes (``invariant``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from people import Job, Resume
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    KeepTogether,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from wording import PhoneStyle, print_english_month, print_gender, print_month, print_phone

registerFont(UnicodeCIDFont("STSong-Light"))

INK = HexColor("#222222")
BLUE = HexColor("#1f4e79")
GREY = HexColor("#666666")
LATIN_RUN = re.compile(r"[!-~]{6,}")
"""Addresses, numbers and English words; shorter runs stay in the Chinese font, so that no line is cut into single signs."""

_zh = ParagraphStyle("zh", fontName="STSong-Light", fontSize=10.5, leading=17, textColor=INK, wordWrap="CJK")
ZH = {
    "body": _zh,
    "duty": ParagraphStyle("duty", _zh, leftIndent=12, bulletIndent=2),
    "job": ParagraphStyle("job", _zh, fontSize=11, textColor=BLUE, spaceBefore=5),
    "name": ParagraphStyle("name", _zh, fontSize=22, leading=30),
    "centred": ParagraphStyle("centred", _zh, alignment=TA_CENTER, fontSize=22, leading=32),
    "heading": ParagraphStyle("heading", _zh, fontSize=12.5, leading=18, textColor=BLUE, spaceBefore=12),
    "side": ParagraphStyle("side", _zh, fontSize=9, leading=15, wordWrap=None),
}
_en = ParagraphStyle("en", fontName="Helvetica", fontSize=10.5, leading=15.5, textColor=INK)
EN = {
    "body": _en,
    "duty": ParagraphStyle("duty", _en, leftIndent=12, bulletIndent=2),
    "job": ParagraphStyle("job", _en, fontName="Helvetica-Bold", spaceBefore=4),
    "name": ParagraphStyle("name", _en, fontName="Helvetica-Bold", fontSize=20, leading=26),
    "heading": ParagraphStyle("heading", _en, fontName="Helvetica-Bold", fontSize=11.5, spaceBefore=9, textColor=BLUE),
    "grey": ParagraphStyle("grey", _en, textColor=GREY),
    "side": ParagraphStyle("side", _en, fontSize=8.5, leading=12),
}


def zh(text: str, style: str = "body", *, bullet: str | None = None) -> Paragraph:
    """Return Chinese text as a paragraph, its Latin runs in Helvetica."""
    marked = LATIN_RUN.sub(lambda run: f'<font name="Helvetica">{escape(run[0])}</font>', text)
    return Paragraph(marked, ZH[style], bulletText=bullet)


def en(text: str, style: str = "body", *, bullet: str | None = None) -> Paragraph:
    """Return English text as a paragraph."""
    return Paragraph(escape(text), EN[style], bulletText=bullet)


def draw_pdf(story: Sequence[Flowable], frames: Sequence[Frame], *, title: str, password: str | None = None) -> bytes:
    """Return a document of ``story`` that flows through ``frames`` on each page; ``password`` is asked to open it."""
    target = BytesIO()
    lock = None if password is None else StandardEncryption(password, strength=128)
    size = LETTER if frames[0].id == "letter" else A4
    document = BaseDocTemplate(target, pagesize=size, title=title, author="", invariant=1, encrypt=lock)
    document.addPageTemplates(PageTemplate(id="page", frames=list(frames)))
    document.build(list(story))
    return target.getvalue()


def _full_page() -> list[Frame]:
    return [Frame(20 * mm, 16 * mm, A4[0] - 40 * mm, A4[1] - 32 * mm, id="a4")]


def _side_bar(*, width: float, page: tuple[float, float] = A4, name: str = "a4") -> list[Frame]:
    height = page[1] - 30 * mm
    main_x = width + 16 * mm
    return [
        Frame(10 * mm, 15 * mm, width, height, id=name),
        Frame(main_x, 15 * mm, page[0] - main_x - 12 * mm, height, id=name),
    ]


def _section(title: str) -> list[Flowable]:
    return [zh(title, "heading"), HRFlowable(width="100%", thickness=0.6, color=BLUE, spaceBefore=1, spaceAfter=3)]


def _zh_job(job: Job, *lines: str) -> Flowable:
    period = f"{print_month(job.start)} - {print_month(job.end)}"
    head = [zh(line.format(period=period, employer=job.employer, title=job.title), "job") for line in lines]
    return KeepTogether([*head, *(zh(duty, "duty", bullet="-") for duty in job.duties), Spacer(1, 3)])


def _zh_studies(resume: Resume) -> Iterable[Flowable]:
    for study in resume.studies:
        yield zh(f"{study.start_year}.09 - {study.end_year}.06　{study.school}　{study.major}　{study.degree}")


def draw_one_column(resume: Resume, *, phone_style: PhoneStyle = "plain", password: str | None = None) -> bytes:
    """Return a plain Chinese resume: name on top, one line of facts, one of contacts, then the sections."""
    person = resume.person
    facts = f"{print_gender(person)}　|　{person.age}岁　|　{resume.years}年工作经验　|　{resume.degree}　|　现居{person.city}"
    contact = f"电话：{print_phone(resume.phone, phone_style)}　　邮箱：{resume.email}"
    story: list[Flowable] = [zh(person.name, "name"), zh(facts), zh(contact)]
    if person.wechat:
        story.append(zh(f"微信：{person.wechat}"))
    story += [*_section("求职意向"), zh(f"{person.title}　|　{person.city}　|　{resume.salary}　|　月内到岗")]
    story += [*_section("个人优势"), zh(resume.summary)]
    story += [*_section("工作经历"), *(_zh_job(job, "{employer}　{title}　{period}") for job in resume.jobs)]
    story += [*_section("教育背景"), *_zh_studies(resume), *_section("专业技能"), zh("、".join(resume.skills))]
    return draw_pdf(story, _full_page(), title=f"{person.name}的简历", password=password)


def draw_side_bar(resume: Resume) -> bytes:
    """Return a Chinese resume with contacts, wishes and skills in a column on the left."""
    person = resume.person
    side = [
        ("联系方式", [print_phone(resume.phone, "dashes"), resume.email, person.wechat and f"微信 {person.wechat}"])
    ]
    side += [
        (
            "基本信息",
            [f"{print_gender(person)}，{person.birth_year}年生", f"现居 {person.city}", f"学历 {resume.degree}"],
        )
    ]
    side += [
        ("期望", [person.title, f"{person.city} {resume.salary}", "在职，考虑机会"]),
        ("技能", list(resume.skills)),
    ]
    story: list[Flowable] = []
    for title, lines in side:
        story += [*_section(title), *(zh(line, "side") for line in lines if line)]
    story += [FrameBreak(), zh(person.name, "name"), zh(f"{person.title}，{resume.years}年经验")]
    story += [*_section("工作经历"), *(_zh_job(job, "{period}　{title}", "{employer}") for job in resume.jobs)]
    story += [*_section("教育经历"), *_zh_studies(resume), *_section("自我评价"), zh(resume.summary)]
    return draw_pdf(story, _side_bar(width=52 * mm), title="个人简历")


def draw_centred(resume: Resume) -> bytes:
    """Return a Chinese resume under the heading 个人简历, with the name as a labelled line."""
    person = resume.person
    rows = [
        [zh(f"姓　名：{person.name}"), zh(f"性　别：{print_gender(person)}")],
        [zh(f"出生年份：{person.birth_year}年"), zh(f"学　历：{resume.degree}")],
        [zh(f"联系电话：{print_phone(resume.phone, 'spaces')}"), zh(f"所在城市：{person.city}")],
        [zh(f"应聘职位：{person.title}"), zh(f"期望月薪：{resume.salary}")],
    ]
    story: list[Flowable] = [zh("个人简历", "centred"), Table(rows, colWidths=[85 * mm, 75 * mm], hAlign="LEFT")]
    story.append(Table([[zh(f"电子邮箱：{resume.email}")]], colWidths=[160 * mm], hAlign="LEFT"))
    story += [*_section("教育经历"), *_zh_studies(resume)]
    story += [*_section("工作经验"), *(_zh_job(job, "{period}　{employer}　{title}") for job in resume.jobs)]
    story += [*_section("技能特长"), zh("；".join(resume.skills)), *_section("自我评价"), zh(resume.summary)]
    return draw_pdf(story, _full_page(), title="个人简历")


def _en_job(job: Job, *lines: str) -> Flowable:
    period = f"{print_english_month(job.start)} - {print_english_month(job.end)}"
    first, *rest = (line.format(period=period, employer=job.employer, title=job.title) for line in lines)
    head: list[Flowable] = [en(first, "job"), *(en(line, "grey") for line in rest)]
    return KeepTogether([*head, *(en(duty, "duty", bullet="\u2022") for duty in job.duties), Spacer(1, 4)])


def draw_english(resume: Resume) -> bytes:
    """Return an English resume on one column."""
    person = resume.person
    contact = f"{person.city}  |  {print_phone(resume.phone, 'plus86')}  |  {resume.email}"
    story: list[Flowable] = [en(person.name, "name"), en(person.title), en(contact, "grey")]
    story += [en("Summary", "heading"), en(resume.summary), en("Work experience", "heading")]
    story += [_en_job(job, "{title}, {employer}", "{period}") for job in resume.jobs]
    story.append(en("Education", "heading"))
    story += [en(f"{s.degree}, {s.major}, {s.school}, {s.start_year} - {s.end_year}") for s in resume.studies]
    story += [en("Skills", "heading"), en(", ".join(resume.skills))]
    return draw_pdf(story, _full_page(), title=f"{person.name} - Resume")


def draw_linkedin(resume: Resume) -> bytes:
    """Return what "Save to PDF" on a LinkedIn profile gives: a side bar with contacts, then the profile."""
    person = resume.person
    slug = f"{person.latin_name.lower().replace(' ', '-')}-{person.person_id.lower()}demo"
    side = ["Contact", f"{print_phone(resume.phone, 'plus86')} (Mobile)", resume.email, f"www.linkedin.com/in/{slug}"]
    story: list[Flowable] = [en(side[0], "heading"), *(en(line, "side") for line in side[1:])]
    story += [en("Top Skills", "heading"), *(en(skill, "side") for skill in resume.skills[:3])]
    story += [
        FrameBreak(),
        en(person.name, "name"),
        en(f"{person.title} at {resume.job.employer}"),
        en(person.city, "grey"),
    ]
    story += [en("Summary", "heading"), en(resume.summary), en("Experience", "heading")]
    story += [_en_job(job, "{employer}", "{title}", "{period}") for job in resume.jobs]
    story.append(en("Education", "heading"))
    for study in resume.studies:
        story += [en(study.school, "job"), en(f"{study.degree}, {study.major} ({study.start_year} - {study.end_year})")]
    return draw_pdf(story, _side_bar(width=58 * mm, page=LETTER, name="letter"), title=person.name)


def draw_invoice() -> bytes:
    """Return an invoice, which somebody dropped by mistake."""
    target = BytesIO()
    page = Canvas(target, pagesize=A4, invariant=1)
    page.setTitle("发票")
    lines = ["电子普通发票", "发票代码：000000000001　发票号码：00000042", "开票日期：2026年09月18日"]
    lines += ["购买方：江临市汀澜屿商贸有限公司", "货物名称：复印纸　规格：A4　数量：20　单价：22.50　金额：450.00"]
    lines += ["税率：13%　税额：58.50", "价税合计：伍佰零捌元伍角整（508.50）", "销售方：江临市砚北桥办公设备有限公司"]
    for row, line in enumerate(lines):
        page.setFont("STSong-Light", 18 if row == 0 else 11)
        page.drawString(25 * mm, A4[1] - (30 + 11 * row) * mm, line)
    page.save()
    return target.getvalue()
