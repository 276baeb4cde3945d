"""Mails and archives: one resume where people mean one, bounds that hold, and a member named for every problem."""

from __future__ import annotations

import email
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from ringback.readers.limits import ReaderLimits
from ringback.readers.read import read_file
from ringback.readers.zipnames import open_zip
from schemas.policy import RoleTaxonomy
from schemas.records import Reading

Read = Callable[..., Reading]
Pack = Callable[[Mapping[str, bytes]], bytes]


def mail(subject: str, body: str, attachments: Mapping[str, bytes], sender: str = "someone@corp.example.com") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "hr@corp.example.com", subject
    message["Date"] = "Mon, 01 Sep 2025 09:30:00 +0800"
    message.set_content(body)
    for name, data in attachments.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)


def test_attached_resume_is_the_only_one(read: Read, resume_text: str) -> None:
    body = "附件是我朋友的简历，有问题打我电话 13999998888。\n雷伟 leiwei@corp.example.com"
    (resume,) = read(
        mail("推荐", body, {"简历.txt": resume_text.encode(), "logo.gif": b"GIF89a\x00\x00"}), "a.eml"
    ).resumes
    assert (resume.name, resume.phones, resume.member) == ("林晓月", ("+8613812345678",), "简历.txt")


def test_attachments_that_are_too_many_are_told(read: Read, resume_text: str) -> None:
    resumes = {
        f"{number}.txt": resume_text.replace("13812345678", f"138123{number:05}").encode() for number in range(205)
    }
    reading = read(mail("推荐", "见附件", resumes), "a.eml")
    (left,) = reading.problems
    assert (left.code, left.member) == ("too_large", "other attachments")
    assert f"{205 - len(reading.resumes)} more attachments" in left.message


def test_mail_without_attachment_is_read_itself(read: Read, resume_text: str) -> None:
    (resume,) = read(mail("应聘", resume_text, {}), "a.eml").resumes
    assert (resume.name, resume.format, str(resume.document_on)) == ("林晓月", "eml", "2025-09-01")


def test_subject_of_a_board_is_evidence_behind_forwarding(read: Read) -> None:
    text = "手机：13812345678\n工作经历\n2019.1-至今 北京某网络有限公司 前台\n教育经历\n2010-2014 北京大学 本科\n"
    subject = "转发：Fw: 张三丰 | 5年，应聘 销售经理 | 上海10-15K【BOSS直聘】"
    (resume,) = read(mail(subject, "见附件", {"a.txt": text.encode()}), "fw.eml").resumes
    assert (resume.name, resume.desired_title, resume.board) == ("张三丰", "销售经理", "boss")
    assert next(one.how for one in resume.provenance if one.field == "name") == "mail_subject"


def test_letter_says_what_its_attachment_applies_for(read: Read) -> None:
    text = "姓名：张三丰\n电话：13812345678\n工作经历\n2020-至今 某某科技公司 会计\n教育背景\n浙江大学 本科"
    for subject, body in (("内推：大堂副理-张三丰", "见附件"), ("简历", "候选人：张三丰\n推荐岗位：大堂副理")):
        (resume,) = read(mail(subject, body, {"张三丰.txt": text.encode()}), "a.eml").resumes
        assert (resume.name, resume.desired_title) == ("张三丰", "大堂副理")


def test_archive_that_holds_a_pdf_as_it_is_is_no_pdf(read: Read, resume_text: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("scan.pdf", b"%PDF-1.4 broken")
        archive.writestr("resume.txt", resume_text)
    reading = read(stream.getvalue(), "two.zip")
    assert [resume.member for resume in reading.resumes] == ["resume.txt"]


def test_newsletter_is_no_resume(read: Read) -> None:
    assert [one.code for one in read(mail("周报", "各位好，本周热门职位如下。退订请回复。", {}), "n.eml").problems] == [
        "not_a_resume"
    ]


FORWARDER = "请安排初试。\n--\n人力资源部 孙莉　联系 18925714032　sunli@corp.example.com\n"


@pytest.mark.parametrize(
    "mark",
    [
        "------------------ 原始邮件 ------------------",
        "---------- Forwarded message ---------",
        "-------- 转发邮件信息 --------\n发件人：lin <lin@mail.example>\n收件人：hr <hr@corp.example.com>\n主题：应聘",
        "发件人: lin\n发送时间: 2025年9月1日\n收件人: 王芳 <wangfang@corp.example.com>\n主题: 应聘",
    ],
)
def test_signature_of_who_forwards_is_not_the_candidates(read: Read, resume_text: str, mark: str) -> None:
    (alone,) = read(mail("应聘", resume_text, {}), "a.eml").resumes
    (resume,) = read(mail("转发：应聘", f"{FORWARDER}\n{mark}\n\n{resume_text}", {}), "b.eml").resumes
    assert (resume.name, resume.phones) == (alone.name, alone.phones)
    assert not [address for address in resume.emails if "corp" in address]


def test_quoted_resume_is_read_without_its_signs(read: Read, resume_text: str) -> None:
    quoted = "\n".join(f"> {line}" for line in resume_text.split("\n"))
    body = f"{FORWARDER}\n---------- Forwarded message ---------\n{quoted}"
    (resume,) = read(mail("Fwd: 应聘", body, {}), "a.eml").resumes
    assert (resume.name, resume.phones) == ("林晓月", ("+8613812345678",))


def test_signature_of_who_recommends_is_not_the_candidates(read: Read, resume_text: str) -> None:
    (alone,) = read(mail("应聘", resume_text, {}), "a.eml").resumes
    body = f"您好，推荐一位候选人：\n\n{resume_text}\n--\n周敏 HRBP\n手机 13900007777 zhoumin@corp.example.com"
    (resume,) = read(mail("推荐", body, {}), "b.eml").resumes
    assert (resume.phones, resume.emails) == (alone.phones, alone.emails)


def test_resume_above_an_older_mail_is_read(read: Read, resume_text: str) -> None:
    older = (
        "-----Original Message-----\nFrom: 王芳\n您好，请把您的简历发给我们，联系电话 13999998888，谢谢您对本公司的关注，期待您的回复。\n"
        * 2
    )
    (resume,) = read(mail("Re: 简历", f"{resume_text}\n{older}", {}), "a.eml").resumes
    assert (resume.name, resume.phones) == ("林晓月", ("+8613812345678",))


QUOTED = (
    "> Hi Lin,\n>\n> I am recruiting for a sales manager and thought of you. Could you send me an up-to-date CV?\n"
    "> Toby Marsh, Principal Consultant\n> 13999998888 | toby@linkhire.example.com\n"
)


@pytest.mark.parametrize(
    "mark",
    [
        "On Mon, 12 Jan 2026 at 16:40, Toby Marsh <toby@linkhire.example.com> wrote:",
        "On Mon, 12 Jan 2026 at 16:40, Toby Marsh\n<toby@linkhire.example.com> wrote:",
        "在 2026年1月12日 16:40，Toby Marsh <toby@linkhire.example.com> 写道：",
        "Toby Marsh <toby@linkhire.example.com> 于2026年1月12日周一 16:40写道：",
    ],
)
@pytest.mark.parametrize("is_above", [True, False])
def test_signature_in_a_quoted_mail_is_not_the_candidates(
    read: Read, resume_text: str, mark: str, *, is_above: bool
) -> None:
    (alone,) = read(mail("简历", resume_text, {}), "a.eml").resumes
    quote = f"{mark}\n{QUOTED}"
    text = f"{quote}\n{resume_text}" if is_above else f"{resume_text}\n\n{quote}"
    (resume,) = read(mail("Re: 简历", text, {}), "b.eml").resumes
    assert (resume.name, resume.phones, resume.emails) == (alone.name, alone.phones, alone.emails)


def test_mail_within_a_mail(read: Read, resume_text: str) -> None:
    inner = mail("应聘", "见附件", {"简历.txt": resume_text.encode()})
    outer = EmailMessage()
    outer["From"], outer["Subject"] = "a@b.example", "Fwd"
    outer.set_content("请看")
    outer.add_attachment(email.message_from_bytes(inner, policy=outer.policy))
    (resume,) = read(bytes(outer), "x.eml").resumes
    assert resume.name == "林晓月"


def test_archive_members_are_named_and_junk_is_left_out(read: Read, resume_text: str, zip_of: Pack) -> None:
    inner = zip_of({"b.txt": resume_text.replace("林晓月", "赵敏").encode()})
    data = zip_of(
        {
            "dir/林晓月.txt": resume_text.encode(),
            "a.zip": inner,
            "x.exe": b"MZ\x00\x00" * 40,
            "__MACOSX/._a": b"x",
            "Thumbs.db": b"x",
        }
    )
    reading = read(data, "pack.rar")
    assert [(one.name, one.member) for one in reading.resumes] == [
        ("林晓月", "dir/林晓月.txt"),
        ("赵敏", "a.zip/b.txt"),
    ]
    assert [(one.code, one.member) for one in reading.problems] == [("unsupported", "x.exe")]


def test_gbk_names_in_archives(read: Read, resume_text: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        info = zipfile.ZipInfo("PLACEHOLDE.txt")
        archive.writestr(info, resume_text.encode())
    raw = "林晓月简历.txt".encode("gb18030")
    data = stream.getvalue().replace(b"PLACEHOLDE.txt", raw)
    assert read(data, "a.zip").resumes[0].member == "林晓月简历.txt"


@pytest.mark.parametrize("front", [b"", b"an unpacker stands in front of the archive"])
def test_names_that_only_claim_to_be_utf8(read: Read, resume_text: str, tmp_path: Path, front: bytes) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("林晓月.txt", resume_text.encode())
        archive.writestr("b.exe", b"MZ")
    good = "林晓月.txt".encode()
    data = stream.getvalue().replace(good, "林晓月简历".encode("gb18030")[: len(good) - 4] + b".txt".rjust(4))
    (tmp_path / "a.zip").write_bytes(front + data)
    with open_zip(tmp_path / "a.zip") as archive:
        assert archive.read(archive.namelist()[0]) == resume_text.encode()
    reading = read(data, "a.zip")
    assert [one.name for one in reading.resumes] == ["林晓月"]
    assert [(one.code, one.member) for one in reading.problems] == [("unsupported", "b.exe")]


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "C:\\evil.txt", "a\\..\\..\\evil.txt"])
def test_names_that_point_outside(read: Read, resume_text: str, zip_of: Pack, name: str) -> None:
    reading = read(zip_of({name: b"x", "good.txt": resume_text.encode()}), "a.zip")
    assert [one.name for one in reading.resumes] == ["林晓月"]
    assert [one.code for one in reading.problems] == ["traversal"]
    (only,) = read(zip_of({name: b"x"}), "b.zip").problems
    assert only.code == "traversal"


def test_bombs(read: Read, zip_of: Pack) -> None:
    zeros = b"\x00" * (20 << 20)
    assert read(zip_of({"zeros.txt": zeros}), "a.zip").problems[0].code == "bomb"
    assert read(zip_of({"b.zip": zip_of({"zeros.txt": zeros})}), "b.zip").problems[0].code == "bomb"
    nested = zip_of({"x.txt": b"hello"})
    for _ in range(6):
        nested = zip_of({"n.zip": nested})
    assert read(nested, "c.zip").problems[0].code == "bomb"
    bounds = replace(ReaderLimits(), max_members=5)
    assert read(zip_of({f"{n}.txt": b"x" for n in range(9)}), "d.zip", bounds=bounds).problems[0].code == "bomb"


def test_bomb_in_an_office_document(read: Read, zip_of: Pack) -> None:
    data = zip_of({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<w>" + b" " * (30 << 20) + b"</w>"})
    assert read(data, "a.docx").problems[0].code == "bomb"


def test_entities_are_refused(read: Read, zip_of: Pack) -> None:
    xml = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:t>&x;</w:t></w:document>'
    assert read(zip_of({"[Content_Types].xml": b"<x/>", "word/document.xml": xml}), "a.docx").problems[0].code == "xxe"


def test_password_on_an_archive(read: Read, resume_text: str, zip_of: Pack) -> None:
    data = bytearray(zip_of({"a.txt": resume_text.encode()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert read(bytes(data), "a.zip").problems[0].code == "encrypted"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\x00" * 100, "empty"),
        (b"  \r\n\t ", "empty"),
        (b"PK\x03\x04" + b"\x00" * 200, "truncated"),
        (b"Rar!\x1a\x07\x01\x00rest", "unsupported"),
        (b"7z\xbc\xaf\x27\x1cxxxx", "unsupported"),
        (b"MZ\x90\x00" * 60, "unsupported"),
        (bytes(range(256)) * 8, "unsupported"),
        (b"{\\rtf1 }", "empty"),
        (b"<html><body></body></html>", "empty"),
        (b'{"a": ', "truncated"),
        (b'{"a": 1}', "not_a_resume"),
        ("岗位职责：\n任职要求：本科以上，3年以上工作经验\n简历请投 hr@x.example".encode(), "not_a_resume"),
    ],
)
def test_bad_input_has_its_code(read: Read, data: bytes, code: str) -> None:
    reading = read(data, "简历.pdf")
    assert not reading.resumes
    assert [one.code for one in reading.problems] == [code]
    assert all(one.message and one.hint for one in reading.problems)


def test_an_archive_of_leavings_is_empty(read: Read, zip_of: Pack) -> None:
    leavings = {"__MACOSX/._简历.docx": b"x", ".DS_Store": b"x", "Thumbs.db": b"x", "~$简历.docx": b"x"}
    assert [one.code for one in read(zip_of(leavings), "简历.zip").problems] == ["empty"]


def test_who_keeps_books_is_no_invoice(read: Read) -> None:
    work = "Keyed every vendor invoice and purchase order, matched each receipt to the bank statement\n"
    work += "Prepared VAT returns, quotations and contract terms and conditions; took minutes of meetings\n"
    text = f"Dana Whitlock\nPROFESSIONAL EXPERIENCE\nAccounts Clerk, Redwood Labs\n{work}EDUCATION\nJinhua College, accounting"
    assert read(text, "a.txt").resumes
    assert [one.code for one in read(f"Redwood Labs\n{work}Amount due: 300", "a.txt").problems] == ["not_a_resume"]


JOB_ENGLISH = """Warehouse Supervisor
Redwood Logistics, Leeds
About the role
You will lead a team of 12.
Experience
3+ years in a warehouse
Education
Bachelor's degree preferred
To apply, send your CV to jobs@redwood.example or call 0113 496 0123"""
JOB_FORM = """Job Title: Nurse
Location: Leeds
Reports to: Ward manager
Qualifications: a degree
Experience: 2 years
The successful candidate will care for patients.
Contact: 0113 496 0123, jane.smith@ward.example"""
JOB_CHINESE = """招聘：销售经理
工作地点：上海
学历：本科
工作经验：3年以上
任职条件：
三年以上经验
福利待遇：五险一金
联系人：李女士 电话：13812345678"""
REFERENCE = """To whom it may concern
I am pleased to recommend Jane Smith, who worked with us as a nurse from 2015 to 2019.
She has a degree from the University of Leeds.
John Brown
john.brown@acme.example"""


@pytest.mark.parametrize("text", [JOB_ENGLISH, JOB_FORM, JOB_CHINESE, REFERENCE])
def test_who_seeks_people_or_speaks_for_them_is_no_candidate(read: Read, text: str) -> None:
    assert [one.code for one in read(text, "a.txt").problems] == ["not_a_resume"]


def test_a_fault_of_ours_is_not_blamed_on_the_file(
    read: Read, resume_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("ringback.readers.assemble.read_city", stumble)
    (problem,) = read(resume_text).problems
    assert problem.code == "reader_died"
    assert "KeyError" not in problem.message  # whoever reads the page knows no such words
    assert "(it could be opened, its text not be worked out)" in problem.message


def test_what_a_parser_throws_is_said_in_words(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("ringback.readers.read.read_content", stumble)
    (problem,) = read("x").problems
    assert problem.code == "truncated"
    assert problem.message.endswith("(what is inside does not fit together)")


def test_too_large_and_gone(read: Read, tmp_path: Path, taxonomy: RoleTaxonomy) -> None:
    bounds = replace(ReaderLimits(), max_file_bytes=100)
    assert read("x" * 200, "a.txt", bounds=bounds).problems[0].code == "too_large"
    gone = read_file(tmp_path / "gone.pdf", source=None, taxonomy=taxonomy, limits=bounds)
    assert gone.problems[0].code == "unreachable"


def test_large_archive_is_read_in_place(read: Read, resume_text: str, zip_of: Pack) -> None:
    data = zip_of({f"{n}.txt": resume_text.encode() for n in range(3)})
    bounds = replace(ReaderLimits(), max_file_bytes=len(data) - 1)
    assert len(read(data, "a.zip", bounds=bounds).resumes) == 3


def test_deeply_nested_html_is_read_in_time(read: Read, resume_text: str) -> None:
    page = "<html><body>" + "<div>" * 200_000 + resume_text.replace("\n", "<br>") + "</div>" * 200_000
    reading = read(page, "a.html")
    assert reading.resumes[0].name == "林晓月"
    assert reading.seconds < 10


def test_long_text_is_cut_with_a_warning(read: Read, resume_text: str) -> None:
    bounds = replace(ReaderLimits(), max_text_chars=5000)
    (resume,) = read(resume_text + "啊" * 20_000, "a.txt", bounds=bounds).resumes
    assert resume.warnings == ("text_cut",)


def test_sender_of_an_own_letter_is_the_candidate(read: Read) -> None:
    """Who writes his resume as a mail prints no address in it; who passes one on is not the candidate."""
    text = (
        "Dear Sir or Madam,\nLaura Brennan\n12 Dominick Street, Galway\n086 123 4567\nWork history\n"
        "Corrib Devices, Receptionist, 2016 to present\nEducation\nLeaving Certificate, 2014\n"
    )
    sender = "Laura Brennan <laura.b@mail.example>"
    (own,) = read(mail("Application - Office Administrator", text, {}, sender=sender), "a.eml").resumes
    assert (own.name, own.emails) == ("Laura Brennan", ("laura.b@mail.example",))
    (other,) = read(mail("Office Administrator", text, {}, sender="Anna Holm <anna.h@firm.example>"), "b.eml").resumes
    assert other.emails == ()


def test_sender_of_a_broken_header_gives_no_address(read: Callable[..., Reading]) -> None:
    letter = (
        "From: Lavanya Iyengar lavanya.i@mailbox.example>\nTo: jobs@firm.example\nSubject: Hello\n\n"
        "Dear recruiter,\nMy name is Lavanya Iyengar and I live in Pune.\nPhone: +91 81220 02885\n"
        "Until March 2025 I was Farm Manager at Nilgiri Dairy.\nI studied at Pune College, Diploma, 2015.\n"
    )
    reading = read(letter, "a.eml")
    assert [mail for resume in reading.resumes for mail in resume.emails if " " in mail] == []
