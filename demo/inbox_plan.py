"""What lies in the demo's drop folders: every file, who is in it, and what should become of it.

An :class:`Entry` is one resume found or one bad file, as a line of ``truth.jsonl`` says it; a :class:`DroppedFile` is its bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import bad_files
import layouts_board as board
import layouts_office as office
import layouts_pdf as pdf
from people import Person, Resume, load_people, write_resume

PEOPLE: Mapping[str, Person] = load_people()
Layout = Callable[[Resume], bytes]


@dataclass(frozen=True)
class Entry:
    """One resume in a file, or the file itself where nothing can be read from it (``resume`` is None then).

    ``member`` names the attachment, archive member or row (``sheet!row``; the header is row 1). ``case`` says what the
    entry is there to show.
    """

    resume: Resume | None = None
    member: str | None = None
    reason: str | None = None
    case: str | None = None


@dataclass(frozen=True)
class DroppedFile:
    """One file below ``inbox/``."""

    path: str
    content: bytes
    entries: Sequence[Entry] = field(default_factory=tuple)


def _resume(key: str) -> Resume:
    """Return the resume that a key names: ``P12`` the first edition, ``P12b`` another board's edition of the same facts."""
    return write_resume(PEOPLE[key[:3]], edition=int(key.endswith("b")))


def _single(path: str, key: str, layout: Layout, *, case: str | None = None) -> DroppedFile:
    resume = _resume(key)
    return DroppedFile(
        path, layout(resume), [Entry(resume, case=case or ("second_board" if key.endswith("b") else None))]
    )


def drop_zhaopin() -> Iterator[DroppedFile]:
    """Word-HTML named .doc, with the title and a time stamp in the file name."""
    for number, key in enumerate(["P03", "P05", "P08", "P18", "P21", "P27", "P33"]):
        person = PEOPLE[key]
        name = f"智联招聘_{person.name}_{person.title}_中文_2026101{number}_17602{number}4820{number}.doc"
        yield _single(f"zhaopin/{name}", key, board.write_zhaopin)


def drop_51job() -> Iterator[DroppedFile]:
    """MHTML named .doc."""
    for number, key in enumerate(["P01", "P10", "P19", "P23", "P25", "P26", "P36"]):
        case = "shared_phone" if key == "P25" else None
        yield _single(f"51job/51job_{PEOPLE[key].name}(49731{number}08{number}).doc", key, board.write_51job, case=case)


def drop_boss() -> Iterator[DroppedFile]:
    """Attach the candidates' own PDF files under BOSS Zhipin's file names; one of them still has an old number."""
    layouts = (pdf.draw_one_column, pdf.draw_side_bar, pdf.draw_centred)
    for number, key in enumerate(["P03b", "P06", "P11", "P13", "P22", "P29", "P35"]):
        resume = _resume(key)
        yield _single(_boss_path(resume), key, layouts[number % len(layouts)])
    changed = write_resume(PEOPLE["P12"], has_earlier_phone=True)
    yield DroppedFile(_boss_path(changed), pdf.draw_centred(changed), [Entry(changed, case="changed_phone")])


def _boss_path(resume: Resume) -> str:
    person = resume.person
    return f"boss/【{person.title}_{person.city} {resume.salary}】{person.name} {resume.years}年.pdf"


def drop_liepin() -> Iterator[DroppedFile]:
    """Forms as DOCX, and web pages."""
    for key in ("P02", "P04", "P14", "P31"):
        person = PEOPLE[key]
        name = f"简历编号{18840000 + int(key[1:])}-{person.name}-{person.title}-猎聘网简历.docx"
        yield _single(f"liepin/{name}", key, office.write_docx_table)
    for key in ("P01b", "P32"):
        person = PEOPLE[key[:3]]
        yield _single(f"liepin/{person.name}-{person.title}-猎聘网简历.html", key, board.write_liepin_html)


def drop_linkedin() -> Iterator[DroppedFile]:
    """Profiles, which all come under the same name."""
    for number, key in enumerate(["P39", "P41", "P45", "P49", "P50"]):
        name = f"Profile ({number}).pdf" if number else "Profile.pdf"
        yield _single(f"linkedin/{name}", key, pdf.draw_linkedin)


def drop_direct() -> Iterator[DroppedFile]:
    """What people send themselves: every format; two namesakes, a father's and a daughter's shared number."""
    yield _single("direct/Desmond_Achterfeld_Resume.pdf", "P40", pdf.draw_english)
    yield _single("direct/Tobias Wrenfold CV.pdf", "P47", pdf.draw_english)
    yield _single("direct/Marisol_Quintanard_Resume.docx", "P42", office.write_english_docx)
    yield _single("direct/resume-hannah.json", "P44", board.write_json_resume)
    yield _single("direct/yusuf-demirhane.json", "P48", board.write_json_resume)
    yield _single("direct/周以安-销售经理.docx", "P07", office.write_docx, case="namesake")
    yield _single("direct/周以安的简历.txt", "P16", board.write_text, case="namesake")
    yield _single("direct/个人简历_葛青屿.txt", "P28", partial(board.write_text, encoding="gb18030"))
    yield _single("direct/邵雨眠_酒店前厅主管.pdf", "P24", pdf.draw_centred, case="shared_phone")
    yield _single("direct/纪闻笙_简历_新号码.pdf", "P12b", pdf.draw_one_column, case="changed_phone")
    yield _single("direct/蓝若汐的简历.docx", "P34", office.write_docx, case="same_bytes")
    unreachable = Entry(_resume("P51"), reason="no_contact", case="no_contact")
    yield DroppedFile("direct/汤未央 出纳 简历.docx", office.write_docx(_resume("P51")), [unreachable])


def drop_referral() -> Iterator[DroppedFile]:
    """Forwarded mails with the resume attached, and a file that lies in ``direct`` too."""
    notes = "Hi，附件是朋友的简历，麻烦看看合适的岗位，谢谢！\r\n\r\n（内部推荐）"
    mails: list[tuple[str, str, str, str, Layout]] = [
        ("推荐-数据分析.eml", "P15", "Fwd: 内部推荐 数据分析师-骆子衿", "骆子衿-数据分析师.pdf", pdf.draw_side_bar),
        (
            "转发 楚雨荞.eml",
            "P20",
            "转发：(Zhaopin.com) 应聘 审计专员-天津-楚女士",
            "楚雨荞_简历.docx",
            office.write_docx,
        ),
        (
            "FW customer success.eml",
            "P46",
            "FW: Referral - Ingrid Solvance",
            "Ingrid_Solvance_CV.pdf",
            pdf.draw_english,
        ),
    ]
    for number, (name, key, subject, attachment_name, layout) in enumerate(mails):
        resume = _resume(key)
        body = (
            notes if resume.person.language == "zh" else "Hi,\r\n\r\nworked with her for three years. Worth a call.\r\n"
        )
        mail = board.write_mail(
            subject=subject, body=body, attachment_name=attachment_name, attachment=layout(resume), number=number
        )
        yield DroppedFile(f"referral/{name}", mail, [Entry(resume, member=attachment_name)])
    yield _single("referral/简历(1).docx", "P34", office.write_docx, case="same_bytes_known")


def drop_agency() -> Iterator[DroppedFile]:
    """Lists with a row a person (one row cannot be right), and an archive with Chinese names."""
    sheet = [_resume(key) for key in ("P09", "P37", "P38", "P30", "P18b")]
    rows = [
        office.list_row(resume, note)
        for resume, note in zip(sheet, ["", "可接受外派", "", "", "重点推荐"], strict=True)
    ]
    yield DroppedFile(
        "agency/10月推荐名单.xlsx",
        office.write_xlsx(rows),
        [_row_entry(resume, f"推荐名单!{row}") for row, resume in enumerate(sheet, start=2)],
    )
    listed = [_resume(key) for key in ("P17", "P43", "P29b", "P33b", "P10b")]
    rows = [office.list_row(resume) for resume in listed]
    impossible = _resume("P52")
    rows.append(_with_phone(office.list_row(impossible, "电话待核实"), "1380000"))
    rows[2] = _with_phone(rows[2], "")  # the agency keeps this number to itself: only the mail address says who it is
    entries = [_row_entry(resume, str(row)) for row, resume in enumerate(listed, start=2)]
    entries.append(Entry(impossible, member="7", reason="invalid_row", case="impossible_phone"))
    yield DroppedFile("agency/候选人名单_GBK.csv", office.write_csv(rows), entries)
    members = {
        "石磊岩_质量工程师.pdf": ("P26b", pdf.draw_one_column),
        "白露薇的简历.docx": ("P21b", office.write_docx),
        "Desmond Achterfeld.txt": ("P40b", board.write_english_text),
    }
    contents = {name: layout(_resume(key)) for name, (key, layout) in members.items()}
    found = [Entry(_resume(key), member=name, case="second_board") for name, (key, _) in members.items()]
    yield DroppedFile("agency/简历打包_1012.zip", office.pack_zip(contents), found)


def _row_entry(resume: Resume, member: str) -> Entry:
    seen_before = {"P18", "P29", "P33", "P10"}
    return Entry(resume, member=member, case="second_board" if resume.person.person_id in seen_before else None)


def _with_phone(row: Sequence[str], phone: str) -> tuple[str, ...]:
    return (row[0], phone, *row[2:])


def drop_bad() -> Iterator[DroppedFile]:
    """What cannot be read, and what is no resume; each lies where somebody would have put it."""
    page = pdf.draw_one_column(_resume("P13"))
    locked = pdf.draw_one_column(_resume("P06"), password="ringback")  # noqa: S106 (the demo's locked file needs a lock)
    bad = [
        ("boss/【商务拓展经理_深圳】加密简历.pdf", locked, "encrypted"),
        ("boss/【前端开发工程师_深圳】下载中断.pdf", bad_files.truncate(page), "truncated"),
        ("zhaopin/智联招聘_空文件.doc", b"", "empty"),
        ("direct/发票_20260918.pdf", pdf.draw_invoice(), "not_a_resume"),
        ("direct/岗位说明_区域销售经理.txt", bad_files.write_job_description(), "not_a_resume"),
        ("direct/简历.pdf", bad_files.write_program(), "unsupported"),
        ("agency/简历合集.zip", bad_files.write_bomb(), "bomb"),
    ]
    for path, content, reason in bad:
        yield DroppedFile(path, content, [Entry(reason=reason, case=reason)])


def plan_inbox() -> list[DroppedFile]:
    """Return every file of the inbox, in the order of its path."""
    drops = (
        drop_zhaopin,
        drop_51job,
        drop_boss,
        drop_liepin,
        drop_linkedin,
        drop_direct,
        drop_referral,
        drop_agency,
        drop_bad,
    )
    return sorted((file for drop in drops for file in drop()), key=lambda file: file.path)
