"""What boards and mail clients hand over: MHTML and Word-HTML named .doc, HTML, forwarded mail, plain text, JSON Resume."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from people import Job, Resume
from wording import print_gender, print_month, print_phone

STYLE = "body{font-family:SimSun;font-size:10.5pt} td{padding:3px} .t{background:#eef3f8;font-weight:bold}"


def _page(title: str, body: str, *, office: bool = False) -> str:
    space = ' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"'
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
    head = f"<head>{meta}<title>{title}</title><style>{STYLE}</style></head>"
    return f"<html{space if office else ''}>{head}<body>{body}</body></html>"


def _rows(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f"<tr><td>{escape(label)}</td><td>{escape(value)}</td></tr>" for label, value in pairs)


def _section(title: str, body: str) -> str:
    return f'<table width="640"><tr><td class="t">{title}</td></tr><tr><td>{body}</td></tr></table>'


def _period(job: Job, pattern: str) -> str:
    return f"{print_month(job.start, pattern=pattern)} - {print_month(job.end, pattern=pattern)}"


def _studies(resume: Resume) -> str:
    return "<br>".join(
        f"{study.start_year}/9 -- {study.end_year}/6　{study.school}　{study.major}　{study.degree}"
        for study in resume.studies
    )


def write_zhaopin(resume: Resume) -> bytes:
    """Return a Zhaopin export: HTML that Word opens, in gb2312, under the suffix .doc."""
    person = resume.person
    facts = f"{print_gender(person)}　{person.birth_year}年生　{resume.years}年工作经验　{resume.degree}"
    head = f"<b><font size=5>{person.name}</font></b><br>{facts}"
    contact = f"现居住地：{person.city}　|　户口：{person.city}<br>手机：{print_phone(resume.phone)}<br>E-mail：{resume.email}"
    wishes = [("期望工作性质：", "全职"), ("期望从事职业：", person.title), ("期望工作地区：", person.city)]
    wishes += [("期望月薪：", resume.salary), ("目前状况：", "我目前在职，正考虑换个新环境")]
    jobs = "<br><br>".join(
        f"<b>{_period(job, '{0}/{1:02d}')}　{job.employer}</b><br>{job.title}<br>工作描述：" + "<br>".join(job.duties)
        for job in resume.jobs
    )
    body = f"<p>应聘职位：{person.title}　　ID：JR{person.person_id[1:]}7420{person.birth_year}</p><p>{head}</p><p>{contact}</p>"
    body += _section("求职意向", f"<table>{_rows(wishes)}</table>") + _section("自我评价", resume.summary)
    body += _section("工作经历", jobs) + _section("教育经历", _studies(resume))
    body += _section("专业技能", "<br>".join(f"{skill}：熟练" for skill in resume.skills))
    return _page("智联招聘简历", body, office=True).encode("gb18030")


def write_51job(resume: Resume) -> bytes:
    """Return a 51job export: MHTML under the suffix .doc; name and contacts stand without labels."""
    person = resume.person
    contact = "<br>".join(part for part in (print_phone(resume.phone), resume.email) if part)
    born = f"{person.age}岁（{person.birth_year}年{person.birth_year % 12 + 1}月）"
    line = f"{print_gender(person)} | {born} | 现居住{person.city} | {resume.years}年工作经验"
    body = f"<table width=640>{_rows([('应聘职位：', person.title), ('投递时间：', '2026-10-12')])}</table>"
    body += f"<p><b>{person.name}</b>　流程状态：未处理<br>{contact}</p><p>{line}</p>"
    latest = [("职位：", resume.job.title), ("公司：", resume.job.employer), ("学历/学位：", resume.degree)]
    body += _section("最近工作", f"<table>{_rows(latest)}</table>")
    wishes = [
        ("期望薪资：", f"{resume.salary}/月"),
        ("地点：", person.city),
        ("职能：", person.title),
        ("到岗时间：", "1个月内"),
    ]
    body += _section("求职意向", f"<table>{_rows(wishes)}</table><p>自我评价：{resume.summary}</p>")
    jobs = "<br><br>".join(
        f"{_period(job, '{0}/{1}')}<br>{job.title}<br>{job.employer}<br>工作描述：" + "<br>".join(job.duties)
        for job in resume.jobs
    )
    body += _section("工作经验", jobs) + _section("教育经历", _studies(resume))
    body += _section("技能特长", "、".join(resume.skills))
    return _pack_mhtml(_page("简历", body))


def _pack_mhtml(page: str) -> bytes:
    """Return the page as 51job packs it: header lines in GBK bytes, one base64 part in gb2312."""
    boundary = "----=_NextPart_DEMO_51JOB"
    head = [
        "From: <由 网才@51Job 生成>",
        "Subject: Resume",
        "Date: Tue, 20 Oct 2026 09:30:00 +0800",
        "MIME-Version: 1.0",
    ]
    head += [
        f'Content-Type: multipart/related; type="text/html"; boundary="{boundary}"',
        "X-51JOB-FLAG: EhireExport_Demo",
    ]
    part = [
        'Content-Type: text/html; charset="gb2312"',
        "Content-Transfer-Encoding: base64",
        "Content-Location: Resume.htm",
    ]
    text = base64.encodebytes(page.encode("gb18030")).decode("ascii").replace("\n", "\r\n")
    lines = [*head, "", f"--{boundary}", *part, "", text, f"--{boundary}--", ""]
    return "\r\n".join(lines).encode("gbk")


def write_liepin_html(resume: Resume) -> bytes:
    """Return a Liepin export as a web page in UTF-8."""
    person = resume.person
    facts = [
        ("姓名：", person.name),
        ("性别：", print_gender(person)),
        ("手机号码：", print_phone(resume.phone, "dashes")),
    ]
    facts += [
        ("电子邮件：", resume.email),
        ("年龄：", f"{person.age}"),
        ("所在地：", person.city),
        ("教育程度：", resume.degree),
    ]
    present = [
        ("公司名称：", resume.job.employer),
        ("所任职位：", resume.job.title),
        ("目前状态：", "在职，看看新机会"),
    ]
    wishes = [("期望职位：", person.title), ("期望地点：", person.city), ("期望月薪：", resume.salary)]
    jobs = "".join(
        f"<p>{_period(job, '{0}.{1:02d}')}　<b>{job.employer}</b><br>所任职位：{job.title}<br>"
        + "<br>".join(job.duties)
        + "</p>"
        for job in resume.jobs
    )
    tables = (("个人信息", facts), ("目前职业概况", present), ("职业发展意向", wishes))
    body = "".join(_section(title, f"<table>{_rows(pairs)}</table>") for title, pairs in tables)
    body += _section("工作经历", jobs) + _section("教育经历", _studies(resume))
    body += _section("自我评价", resume.summary) + _section("附加信息", "、".join(resume.skills))
    return _page("猎聘网简历", body).replace("charset=gb2312", "charset=utf-8").encode()


def write_text(resume: Resume, *, encoding: str = "utf-8") -> bytes:
    """Return a Chinese resume as plain text in ``encoding``."""
    person = resume.person
    lines = [
        "【个人简历】",
        f"姓名：{person.name}",
        f"性别：{print_gender(person)}",
        f"手机：{print_phone(resume.phone, 'plus86')}",
    ]
    lines += [
        f"邮箱：{resume.email}",
        f"现居：{person.city}",
        f"学历：{resume.degree}",
        f"工作年限：{resume.years}年",
        "",
    ]
    lines += ["【求职意向】", f"{person.title}，{person.city}，月薪{resume.salary}", "", "【工作经历】"]
    for job in resume.jobs:
        lines += [f"{_period(job, '{0}.{1}')} {job.employer} {job.title}", *(f"* {duty}" for duty in job.duties), ""]
    lines.append("【教育经历】")
    lines += [f"{s.start_year}.9-{s.end_year}.6 {s.school} {s.major} {s.degree}" for s in resume.studies]
    lines += ["", "【技能】", "，".join(resume.skills), "", "【自我评价】", resume.summary, ""]
    return "\r\n".join(lines).encode(encoding)


def write_english_text(resume: Resume) -> bytes:
    """Return an English resume as plain text."""
    person = resume.person
    lines = [
        person.name,
        person.title,
        f"Mobile: {print_phone(resume.phone)}",
        f"Email: {resume.email}",
        f"Location: {person.city}",
    ]
    lines += ["", "SUMMARY", resume.summary, "", "EXPERIENCE"]
    for job in resume.jobs:
        start, end = (print_month(month, language="en", pattern="{1:02d}/{0}") for month in (job.start, job.end))
        lines += [f"{job.title}, {job.employer} ({start} - {end})", *(f"- {duty}" for duty in job.duties), ""]
    lines += [
        "EDUCATION",
        *(f"{s.degree}, {s.major}, {s.school}, {s.start_year} - {s.end_year}" for s in resume.studies),
    ]
    return "\n".join([*lines, "", "SKILLS", ", ".join(resume.skills), ""]).encode()


def write_json_resume(resume: Resume) -> bytes:
    """Return the resume in the JSON Resume schema."""
    person = resume.person
    document = {
        "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
        "basics": {
            "name": person.name,
            "label": person.title,
            "email": resume.email,
            "phone": print_phone(resume.phone),
            "summary": resume.summary,
            "location": {"city": person.city, "countryCode": "GB" if resume.phone.startswith("+44") else "US"},
        },
        "work": [
            {"name": job.employer, "position": job.title, "startDate": print_month(job.start, pattern="{0}-{1:02d}")}
            | ({} if job.end is None else {"endDate": print_month(job.end, pattern="{0}-{1:02d}")})
            | {"highlights": list(job.duties)}
            for job in resume.jobs
        ],
        "education": [
            {
                "institution": s.school,
                "area": s.major,
                "studyType": s.degree,
                "startDate": f"{s.start_year}",
                "endDate": f"{s.end_year}",
            }
            for s in resume.studies
        ],
        "skills": [{"name": skill} for skill in resume.skills],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode() + b"\n"


def write_mail(*, subject: str, body: str, attachment_name: str, attachment: bytes, number: int) -> bytes:
    """Return a forwarded mail with the resume attached; ``number`` keeps its boundary and message id apart from others'."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "colleague@ringback.example"
    message["To"] = "hr@ringback.example"
    message["Subject"] = subject
    message["Date"] = f"Mon, 12 Oct 2026 1{number}:15:00 +0800"
    message["Message-ID"] = f"<demo-{number}@ringback.example>"
    message.set_content(body, charset="utf-8", cte="base64")
    subtype = (
        "pdf" if attachment_name.endswith(".pdf") else "vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    message.add_attachment(attachment, maintype="application", subtype=subtype, filename=attachment_name)
    message.set_boundary(f"=_ringback_demo_{number}")
    return message.as_bytes()
