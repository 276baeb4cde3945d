"""Office layouts: DOCX resumes (plain and table), the XLSX and CSV lists of an agency, and archives with fixed time stamps.

Office files are ZIP containers that remember when each part was written; :func:`fix_times` writes them again with one
date, so that the same content always gives the same bytes.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO, StringIO

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.shared import Pt
from openpyxl import Workbook
from people import Resume
from wording import print_gender, print_month, print_phone

WRITTEN_AT = datetime(2026, 10, 20, 9, 30, tzinfo=UTC)
ZIP_TIME = (2026, 10, 20, 9, 30, 0)
MODIFIED = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")

LIST_COLUMNS = ("姓名", "手机号码", "邮箱", "应聘职位", "目前公司", "现居住地", "学历", "工作年限", "期望薪资", "备注")
"""The columns of an agency's list of candidates, in both of its files."""


def fix_times(container: bytes) -> bytes:
    """Return the ZIP container with the same parts in the same order, all written at one fixed time."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(container)) as source, zipfile.ZipFile(target, "w") as fixed:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = MODIFIED.sub(rb"\g<1>" + WRITTEN_AT.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), part)
            fixed.writestr(zipfile.ZipInfo(name, ZIP_TIME), part, zipfile.ZIP_DEFLATED)
    return target.getvalue()


class GBKName(zipfile.ZipInfo):
    """An archive member whose name is written in GBK without the UTF-8 mark, as Chinese Windows tools do."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 (the name that zipfile calls)
        return self.filename.encode("gbk"), self.flag_bits & ~0x800


def pack_zip(members: Mapping[str, bytes]) -> bytes:
    """Return an archive of ``members`` with GBK names."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(GBKName(name, ZIP_TIME), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _new_document(title: str) -> DocumentObject:
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.comments = ""
    font = document.styles["Normal"].font
    font.name, font.size = "Calibri", Pt(10.5)
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    return document


def _save(document: DocumentObject) -> bytes:
    target = BytesIO()
    document.save(target)
    return fix_times(target.getvalue())


def _contact_line(resume: Resume) -> str:
    """Return phone, mail and WeChat on a line; "" for somebody who gave none."""
    parts = [print_phone(resume.phone, "dashes"), resume.email, resume.person.wechat and f"微信 {resume.person.wechat}"]
    return "  |  ".join(part for part in parts if part.strip("-"))


def write_docx(resume: Resume) -> bytes:
    """Return a Chinese resume as people type it in Word: headings and paragraphs."""
    person = resume.person
    document = _new_document(f"{person.name} 简历")
    document.add_heading(person.name, level=0)
    document.add_paragraph(
        f"{print_gender(person)}，{person.birth_year}年出生，{resume.degree}，现居住地：{person.city}"
    )
    if contact := _contact_line(resume):
        document.add_paragraph(contact)
    document.add_heading("求职意向", level=1)
    document.add_paragraph(f"期望职位：{person.title}；期望城市：{person.city}；期望薪资：{resume.salary}")
    document.add_heading("工作经历", level=1)
    for job in resume.jobs:
        period = f"{print_month(job.start, pattern='{0}年{1}月')} - {print_month(job.end, pattern='{0}年{1}月')}"
        document.add_paragraph().add_run(f"{period}　{job.employer}　{job.title}").bold = True
        for duty in job.duties:
            document.add_paragraph(duty, style="List Bullet")
    document.add_heading("教育经历", level=1)
    for study in resume.studies:
        document.add_paragraph(
            f"{study.start_year}.9 - {study.end_year}.6　{study.school}　{study.major}　{study.degree}"
        )
    document.add_heading("技能与评价", level=1)
    document.add_paragraph("、".join(resume.skills))
    document.add_paragraph(resume.summary)
    return _save(document)


def write_docx_table(resume: Resume) -> bytes:
    """Return a Chinese resume on a form: labels and values in the cells of a table, as Liepin exports them."""
    person = resume.person
    document = _new_document("猎聘网简历")
    document.add_paragraph(
        f"简历编号：{18840000 + int(person.person_id[1:])}　　更新时间：2026-09-2{person.birth_year % 10}"
    )
    facts = {
        "姓名": person.name,
        "性别": print_gender(person),
        "手机号码": print_phone(resume.phone),
        "电子邮件": resume.email,
        "年龄": str(person.age),
        "教育程度": resume.degree,
        "所在地": person.city,
        "工作年限": f"{resume.years}年",
        "公司名称": resume.job.employer,
        "所任职位": resume.job.title,
        "期望职位": person.title,
        "期望月薪": resume.salary,
    }
    _fill_form(document, "个人信息", facts)
    document.add_heading("工作经历", level=2)
    for job in resume.jobs:
        document.add_paragraph(f"{print_month(job.start)} - {print_month(job.end)}　{job.employer}").runs[0].bold = True
        document.add_paragraph(f"所任职位：{job.title}")
        document.add_paragraph("工作职责：" + "；".join(job.duties) + "。")
    document.add_heading("教育经历", level=2)
    for study in resume.studies:
        document.add_paragraph(
            f"{study.school}（{study.start_year}.09 - {study.end_year}.06）专业：{study.major}　学历：{study.degree}"
        )
    document.add_heading("自我评价", level=2)
    document.add_paragraph(f"{resume.summary}技能：{'，'.join(resume.skills)}。")
    return _save(document)


def _fill_form(document: DocumentObject, title: str, facts: Mapping[str, str]) -> None:
    """Add a table with two label-value pairs a row."""
    document.add_heading(title, level=2)
    table = document.add_table(rows=(len(facts) + 1) // 2, cols=4, style="Table Grid")
    for index, (label, value) in enumerate(facts.items()):
        row, side = divmod(index, 2)
        table.cell(row, 2 * side).text = f"{label}："
        table.cell(row, 2 * side + 1).text = value


def write_english_docx(resume: Resume) -> bytes:
    """Return an English resume as a Word document."""
    person = resume.person
    document = _new_document(f"{person.name} resume")
    document.add_heading(person.name, level=0)
    document.add_paragraph(f"{person.title}  |  {person.city}")
    document.add_paragraph(f"Phone: {print_phone(resume.phone)}    Email: {resume.email}")
    document.add_heading("Profile", level=1)
    document.add_paragraph(resume.summary)
    document.add_heading("Professional Experience", level=1)
    for job in resume.jobs:
        start, end = (print_month(month, language="en", pattern="{1:02d}/{0}") for month in (job.start, job.end))
        document.add_paragraph().add_run(f"{job.employer}, {job.title}, {start} - {end}").bold = True
        for duty in job.duties:
            document.add_paragraph(duty, style="List Bullet")
    document.add_heading("Education", level=1)
    for study in resume.studies:
        document.add_paragraph(f"{study.degree} in {study.major}, {study.school}, {study.start_year}-{study.end_year}")
    document.add_heading("Skills", level=1)
    document.add_paragraph(", ".join(resume.skills))
    return _save(document)


def list_row(resume: Resume, note: str = "") -> tuple[str, ...]:
    """Return the row of one candidate under :data:`LIST_COLUMNS`."""
    person = resume.person
    facts = (person.name, print_phone(resume.phone), resume.email, person.title, resume.job.employer, person.city)
    return (*facts, resume.degree, f"{resume.years}年", resume.salary if person.language == "zh" else "面议", note)


def write_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a list as Excel on Chinese Windows saves it: GBK, CRLF."""
    target = StringIO()
    csv.writer(target, lineterminator="\r\n").writerows([LIST_COLUMNS, *rows])
    return target.getvalue().encode("gbk")


def write_xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a list as a workbook; Chinese numbers are cells of type number, as they come out of Excel."""
    book = Workbook()
    sheet = book.active
    sheet.title = "推荐名单"
    sheet.append(LIST_COLUMNS)
    for row in rows:
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    for column, width in zip("ABCDEFGHIJ", (12, 16, 30, 18, 32, 12, 8, 10, 12, 24), strict=True):
        sheet.column_dimensions[column].width = width
    target = BytesIO()
    book.save(target)
    return fix_times(target.getvalue())
