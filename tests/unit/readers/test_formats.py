"""Each format gives the same person, whatever the file is called."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Mapping
from html import escape

import docx
import openpyxl
import pytest
from lxml import etree
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

from ringback.readers.sniff import sniff
from schemas.records import Reading

Read = Callable[..., Reading]
Pack = Callable[[Mapping[str, bytes]], bytes]


def as_docx(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_pdf(text: str, **options: object) -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    page = canvas.Canvas(stream, **options)
    for number, line in enumerate(text.splitlines()):
        page.setFont("STSong-Light", 11)
        page.drawString(60, 780 - 18 * number, line)
    page.showPage()
    page.save()
    return stream.getvalue()


def as_rtf(text: str) -> bytes:
    body = "".join(
        f"\\u{ord(mark) if ord(mark) < 32768 else ord(mark) - 65536}?" if ord(mark) > 127 else mark for mark in text
    )
    return (
        "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}\\f0 " + body.replace("\n", "\\par ") + "}"
    ).encode()


def as_gbk_rtf(text: str) -> bytes:
    body = b"".join(
        b"\\'%02x" % byte if byte > 127 else bytes([byte]) for byte in text.replace("\n", "\\par ").encode("gb18030")
    )
    return b"{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}\\f0 " + body + b"}"


def as_html(text: str) -> bytes:
    rows = "".join(f"<tr><td><p class=MsoNormal>{line}</p></td></tr>" for line in text.splitlines())
    return f"<html><head><meta charset=gb2312><style>p{{x}}</style></head><body><table>{rows}</table></body></html>".encode(
        "gb18030"
    )


def as_mhtml(text: str) -> bytes:
    body = base64.encodebytes(as_html(text))
    return (
        "From:<由 网才@51Job 生成>\r\nSubject: Resume\r\nX-51JOB-FLAG:EhireExport_1\r\nMIME-Version: 1.0\r\n".encode(
            "gb18030"
        )
        + b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="gb2312"\r\n'
        + b"Content-Transfer-Encoding: base64\r\n\r\n"
        + body
        + b"\r\n--b--\r\n"
    )


def as_odt(text: str, pack: Pack) -> bytes:
    paragraphs = "".join(f"<text:p>{line}</text:p>" for line in text.splitlines())
    content = (
        '<?xml version="1.0"?><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        f' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><o:text>{paragraphs}</o:text></o:document>'
    )
    return pack({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (as_docx, "docx"),
        (as_pdf, "pdf"),
        (as_rtf, "rtf"),
        (as_gbk_rtf, "rtf"),
        (as_html, "html"),
        (as_mhtml, "mhtml"),
        (lambda text: text.encode(), "txt"),
        (lambda text: text.encode("gb18030"), "txt"),
        (lambda text: text.encode("utf-16"), "txt"),
        (lambda text: text.encode("utf-16-le"), "txt"),
        (lambda text: text.encode("utf-8-sig"), "txt"),
    ],
)
def test_format_is_known_by_content(read: Read, resume_text: str, make: Callable[[str], bytes], expected: str) -> None:
    reading = read(make(resume_text), "whatever.xyz")
    (resume,) = reading.resumes
    assert resume.format == expected
    assert (resume.name, resume.phones, resume.emails) == ("林晓月", ("+8613812345678",), ("xiaoyue.lin@example.com",))
    assert (resume.current_title, resume.current_employer) == ("销售经理", "杭州云上贸易有限公司")
    assert (resume.highest_degree, resume.school, resume.city) == ("bachelor", "浙江大学", "杭州")
    assert (resume.gender, resume.desired_title, resume.role_family, resume.language) == (
        "female",
        "销售经理",
        "sales",
        "zh",
    )


def test_big5_text(read: Read) -> None:
    text = "姓名：陳大文\n聯絡電話：0912-345-678\n居住地：台北市\n學歷：碩士\n工作經驗：五年\n現職：產品經理\n國立臺灣大學資訊管理研究所畢業\n"
    (resume,) = read(text.encode("big5"), "a.txt").resumes
    assert (resume.name, resume.phones, resume.highest_degree) == ("陳大文", ("+886912345678",), "master")


def test_odt(read: Read, resume_text: str, zip_of: Pack) -> None:
    (resume,) = read(as_odt(resume_text, zip_of), "a.doc").resumes
    assert (resume.format, resume.name) == ("odt", "林晓月")


def test_paragraphs_of_a_drawn_shape_in_odt_are_lines(read: Read, resume_text: str, zip_of: Pack) -> None:
    head, _, rest = resume_text.partition("工作经历")
    shape = "".join(f"<text:p>{line}</text:p>" for line in head.splitlines())
    body = "".join(f"<text:p>{line}</text:p>" for line in f"工作经历{rest}".splitlines())
    xml = (
        '<?xml version="1.0"?><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f"<o:text><text:p><draw:custom-shape>{shape}</draw:custom-shape></text:p>{body}</o:text></o:document>"
    )
    data = zip_of({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": xml.encode()})
    (resume,) = read(data, "a.odt").resumes
    assert (resume.name, resume.gender, resume.phones) == ("林晓月", "female", ("+8613812345678",))


def test_flat_odt(read: Read, resume_text: str) -> None:
    body = "".join(f"<text:p>{escape(line)}</text:p>" for line in resume_text.split("\n"))
    xml = (
        '<?xml version="1.0"?>\n<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="t"><style:x/>'
        f"<office:body>{body}</office:body></office:document>"
    )
    (resume,) = read(xml, "a.fodt").resumes
    assert (resume.name, resume.format) == ("林晓月", "odt")


def slide(*shapes: str) -> bytes:
    return f'<p:sld xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree>{"".join(shapes)}</p:spTree></p:cSld></p:sld>'.encode()


def shape(text: str, *, x: int, y: int, size: int = 1200) -> str:
    paragraphs = "".join(
        f'<a:p><a:r><a:rPr sz="{size}"/><a:t>{escape(line)}</a:t></a:r></a:p>' for line in text.split("\n")
    )
    return f'<p:sp><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/></a:xfrm></p:spPr><p:txBody>{paragraphs}</p:txBody></p:sp>'


def test_slides_are_read_from_the_top_left(read: Read, resume_text: str, zip_of: Pack) -> None:
    head, body = resume_text.split("求职意向", 1)
    first = slide(
        shape("求职意向" + body, x=100, y=3_000_000),
        shape("现居住地：杭州", x=5_000_000, y=120_000),
        shape(head.replace("现居住地：杭州", ""), x=100, y=100_000),
    )
    pages = {"[Content_Types].xml": b"<x/>", "ppt/slides/slide2.xml": slide(), "ppt/slides/slide1.xml": first}
    (resume,) = read(zip_of(pages), "a.doc").resumes
    assert (resume.name, resume.format, resume.pages) == ("林晓月", "pptx", 2)
    assert (resume.phones, resume.city, resume.current_title) == (("+8613812345678",), "杭州", "销售经理")


def test_slides_that_are_pictures_need_ocr(read: Read, zip_of: Pack) -> None:
    pages = {"[Content_Types].xml": b"<x/>", "ppt/slides/slide1.xml": slide(), "ppt/media/image1.png": b"x"}
    assert [one.code for one in read(zip_of(pages), "a.pptx").problems] == ["needs_ocr"]


def test_docx_reads_text_boxes_once_and_tables_in_order(read: Read) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=4)
    for cell, text in zip(
        table._cells, ["姓名", "林晓月", "性别", "女", "手机", "13812345678", "学历", "本科"], strict=True
    ):
        cell.text = text
    document.add_paragraph("工作经历")
    paragraph = document.add_paragraph("2020.01-至今 上海某某网络有限公司 产品经理")
    box = (
        '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice Requires="wps">'
        "<w:txbxContent><w:p><w:r><w:t>邮箱：box@example.com</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>"
        "<w:txbxContent><w:p><w:r><w:t>邮箱：box@example.com</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    paragraph._p.append(etree.fromstring(box))
    stream = io.BytesIO()
    document.save(stream)
    (resume,) = read(stream.getvalue(), "简历.docx").resumes
    assert (resume.name, resume.emails, resume.phones) == ("林晓月", ("box@example.com",), ("+8613812345678",))
    assert resume.text.count("box@example.com") == 1


def test_workbook_lists_people_and_forms_are_documents(read: Read) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["候选人名单（内部）"])
    sheet.append(["序号", "候选人姓名", "联系电话", "电子邮箱", "现任公司", "目前职位", "内部备注"])
    sheet.append([1, "林晓月", 13812345678.0, "a@example.com", "云上贸易", "会计", "推荐"])
    sheet.append([2, "Tom Reed", "+44 7400 123456", "b@example.com", "Acme", "Driver", None])
    sheet.append([3, None, None, None, "无名公司", None, None])
    sheet.append([1, "林晓月", 13812345678.0, "a@example.com", "云上贸易", "会计", "推荐"])
    stream = io.BytesIO()
    book.save(stream)
    reading = read(stream.getvalue(), "list.csv")
    assert [(one.name, one.phones, one.member, one.role_family) for one in reading.resumes] == [
        ("林晓月", ("+8613812345678",), "row 3", "finance"),
        ("Tom Reed", ("+447400123456",), "row 4", "logistics"),
    ]
    assert [(one.code, one.member) for one in reading.problems] == [
        ("invalid_row", "row 5"),
        ("duplicate_row", "row 6"),
    ]
    assert reading.resumes[0].extra == {"序号": "1", "内部备注": "推荐"}
    assert {one.how for one in reading.resumes[0].provenance} >= {"column"}


def test_form_in_a_workbook_is_one_resume(read: Read) -> None:
    book = openpyxl.Workbook()
    for row in [
        ["应聘登记表"],
        ["姓名", "林晓月", "性别", "女"],
        ["手机", "13812345678", "学历", "本科"],
        ["毕业院校", "浙江大学", "应聘职位", "会计"],
    ]:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    (resume,) = read(stream.getvalue(), "form.xlsx").resumes
    assert (resume.name, resume.phones, resume.school, resume.desired_title) == (
        "林晓月",
        ("+8613812345678",),
        "浙江大学",
        "会计",
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimited_lists(read: Read, encoding: str, delimiter: str) -> None:
    rows = [
        ["姓名", "手机", "邮箱", "城市"],
        ["林晓月", "138 1234 5678", "a@example.com", "杭州"],
        ["赵一", "13900001111", "", "北京"],
    ]
    reading = read("\n".join(delimiter.join(row) for row in rows).encode(encoding), "名单.csv")
    assert [(one.name, one.phones, one.city) for one in reading.resumes] == [
        ("林晓月", ("+8613812345678",), "杭州"),
        ("赵一", ("+8613900001111",), "北京"),
    ]


def test_notes_below_a_list_are_nobody(read: Read) -> None:
    rows = [
        "姓名,手机,邮箱",
        "林晓月,13812345678,a@example.com",
        "制表人：孙,,",
        "合计,,",
        "Prepared by Ann,,",
        "欧阳明,,",
    ]
    reading = read("\n".join(rows), "名单.csv")
    assert [one.name for one in reading.resumes] == ["林晓月", "欧阳明"]
    assert [(one.code, one.member) for one in reading.problems] == [("invalid_row", f"row {n}") for n in (3, 4, 5)]


def test_a_huge_cell_is_no_damage(read: Read) -> None:
    (resume,) = read(f"姓名,手机,备注\n林晓月,13812345678,{'很' * 1_200_000}\n", "名单.csv").resumes
    assert (resume.name, resume.phones) == ("林晓月", ("+8613812345678",))


def test_the_first_heading_of_a_page_opens_the_head_below_its_navigation(read: Read) -> None:
    page = (
        "<html><body><ul><li>About Me</li><li>CV</li><li>Portfolio</li></ul><h1>Ania Lyn Lauron</h1><p>Curriculum Vitae</p>"
        "<p>Copenhagen, Denmark Email: ania@lauron.example</p><h2>Education</h2><p>BSc Pharmacy, University of Leeds</p>"
        "<p>2013 – 2015</p><h2>Work Experience</h2><p>Barista</p><p>Moss Hotel</p><p>2025 – 2026</p></body></html>"
    )
    (resume,) = read(page, "a.html").resumes
    assert (resume.name, resume.city) == ("Ania Lyn Lauron", "Copenhagen")


def test_the_number_behind_a_link_counts_where_none_is_printed(read: Read) -> None:
    page = "<html><body><h1>Luc Moreau</h1><p>Développeur pour le web et les médias</p><h2>Compétences</h2><p>Vente, SAP</p><h2>Formation</h2><p>2012 - 2015 Licence</p><p>Université de Lyon, 2015 - 2018</p><h2>Expérience</h2><p>2019 - 2021 Vendeur chez Acme</p><p>2018 - 2019 Vendeur chez Moss</p>{}"
    link = '<p>luc@moreau.example <a href="tel:06%2027%2072%2035%2005">Appelez-moi</a></p>'
    (resume,) = read(page.format(link), "a.html").resumes
    assert resume.phones == ("+33627723505",)
    (resume,) = read(page.format(f"<p>06 27 72 35 99</p>{link}"), "a.html").resumes
    assert resume.phones == ("+33627723599",)


def test_json_resume_and_plain_json(read: Read) -> None:
    basics = {
        "name": "Ann Lee",
        "email": "Ann@Example.com",
        "phone": "(415) 555-0132",
        "location": {"city": "Austin", "region": "TX"},
    }
    whole = {
        "basics": basics,
        "work": [{"name": "Acme", "position": "Nurse"}],
        "education": [{"institution": "Rice University", "studyType": "BSc"}],
    }
    (resume,) = read(json.dumps(whole), "r.json").resumes
    assert (resume.name, resume.emails, resume.phones, resume.city) == (
        "Ann Lee",
        ("ann@example.com",),
        ("+14155550132",),
        "Austin, TX",
    )
    assert (resume.current_title, resume.current_employer, resume.highest_degree) == ("Nurse", "Acme", "bachelor")
    people = [{"name": "A B", "phone": "13800000000"}, {"name": "C D", "email": "c@d.org"}, 7]
    reading = read(json.dumps(people), "l.json")
    assert [one.member for one in reading.resumes] == ["row 1", "row 2"]
    assert [one.code for one in reading.problems] == ["invalid_row"]


@pytest.mark.parametrize("half", ["\\ud83d", "\\ude00", "\\uD83D x", "\\ude00\\ud83d", "\\\\ud800 C:\\\\x"])
def test_half_a_character_is_left_out_and_a_whole_one_kept(read: Read, half: str) -> None:
    person = '"name": "Tamsin Thornley", "email": "tamsin@example.com", "summary": "a \\ud83d\\ude00 b '
    basics = '{"basics": {' + person + half + ' c"}}'
    (resume,) = read(basics, "a.json").resumes
    assert resume.name == "Tamsin Thornley"
    resume.text.encode()
    assert "\U0001f600" in resume.text


def test_a_name_of_half_characters_is_no_name(read: Read) -> None:
    reading = read('{"basics": {"name": "\\ud83d", "email": "tamsin@example.com"}}', "a.json")
    assert not any(resume.name for resume in reading.resumes)


def test_markdown_with_a_few_tags_keeps_its_lines(read: Read) -> None:
    text = "<div align='center'>\n<font size='70'>个人简历</font>\n</div>\n\n## 联系方式\n- 手机：13812345678\n- Email：lin@example.com\n"
    text += "## 教育背景\n- 复旦大学 本科 2010-2014\n"
    (resume,) = read(text, "a.md").resumes
    assert resume.school == "复旦大学"
    assert "手机：13812345678\n" in resume.text


def test_pictures_of_markdown_are_no_words(read: Read) -> None:
    text = "# Lin Xiaoyue\nlin@example.com\n\n## Education\n\n![](img/1.png) **FUDAN UNIVERSITY**\n- Bachelor, 2010 - 2014\n\n## Skills\n- SQL\n"
    (resume,) = read(text, "a.md").resumes
    assert resume.school == "FUDAN UNIVERSITY"


def test_old_word_document_without_piece_table_is_refused(read: Read) -> None:
    (problem,) = read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.doc").problems
    assert problem.code == "truncated"


def test_pdf_needs_a_password_or_its_end(read: Read, resume_text: str) -> None:
    data = as_pdf(resume_text)
    locked = as_pdf(resume_text, encrypt=StandardEncryption("secret", "owner"))
    (problem,) = read(locked, "a.pdf").problems
    assert problem.code == "encrypted"
    open_to_all = as_pdf(resume_text, encrypt=StandardEncryption("", "owner"))
    assert read(open_to_all, "b.pdf").resumes
    (problem,) = read(data[: len(data) * 3 // 4], "c.pdf").problems
    assert problem.code == "truncated"


def test_pdf_with_a_broken_table_of_contents_is_repaired(read: Read, resume_text: str) -> None:
    data = as_pdf(resume_text)
    at = data.rindex(b"startxref")
    (resume,) = read(b"junk" + data[:at] + b"startxref\n999999\n%%EOF\n", "a.pdf").resumes
    assert resume.name == "林晓月"


def test_empty_pages_are_empty_and_pictures_need_ocr(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ringback.readers.ocr.is_available", lambda: False)
    assert [one.code for one in read(as_pdf(""), "a.pdf").problems] == ["empty"]
    stream = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(stream, "PNG")
    assert [one.code for one in read(stream.getvalue(), "简历.png").problems] == ["needs_ocr"]
    Image.new("RGB", (400, 600), "gray").save(stream := io.BytesIO(), "PDF")
    assert [one.code for one in read(stream.getvalue(), "简历.pdf").problems] == ["needs_ocr"]


def test_form_of_markdown_is_no_list(read: Read) -> None:
    """A form drawn as a Markdown table has label and value side by side; the rule below its first row is no person."""
    text = (
        "| 姓名 | 刘芸 | 性别 | 女 |\n|---|---|---|---|\n| 电话 | 18900112233 | 邮箱 | liuyun@mail.example |\n"
        "\n## 工作\n- 武汉山海通信科技有限公司 项目主管 2018.4–今\n## 教育\n- 华中科技大学 通信工程 2010–2014\n"
    )
    (resume,) = read(text.encode(), "a.md").resumes
    assert (resume.name, resume.phones, resume.emails) == ("刘芸", ("+8618900112233",), ("liuyun@mail.example",))


def test_line_of_facts_is_no_list(read: Read) -> None:
    """Cells that hold a label and its value are no head of a list."""
    text = (
        "姓名:符海生 | 性别:男 | 出生年月:1987/05 | 现居:海口龙华 | 电话:18976001234 | 微信:haisheng-fu\n"
        "教育经历\n海南南方大学    汉语言文学    本科    2010年9月-2014年6月\n"
        "工作经历\n2014年7月-至今    海口启明教育咨询有限公司    课程顾问\n"
    )
    (resume,) = read(text.encode(), "a.txt").resumes
    assert (resume.name, resume.phones, resume.wechat) == ("符海生", ("+8618976001234",), "haisheng-fu")


def test_icon_says_what_a_handle_is(read: Read) -> None:
    text = (
        "\\documentclass{article}\n\\begin{document}\n\\begin{center}{\\LARGE 林书远}\\\\\n"
        "\\faPhone\\ 138-0013-1122 \\quad \\faWeixin\\ linshu\\_yuan \\quad \\faMapMarker\\ 杭州\\end{center}\n"
        "\\section*{工作经历}\n2019.07 -- 至今 \\quad 杭州云岫科技有限公司 \\quad 产品经理\n\\end{document}\n"
    )
    (resume,) = read(text.encode(), "a.tex").resumes
    assert (resume.wechat, resume.phones) == ("linshu_yuan", ("+8613800131122",))


def test_picture_of_wechat_in_a_page(read: Read) -> None:
    text = (
        "<html><body><h1>林书远</h1><p><i class='fa fa-phone'></i> 13800131122 <i class='fa fa-weixin'></i> linshu_yuan</p>"
        "<h2>工作经历</h2><p>2019.07-至今 杭州云岫科技有限公司 产品经理</p></body></html>"
    )
    (resume,) = read(text.encode(), "a.html").resumes
    assert (resume.wechat, resume.phones) == ("linshu_yuan", ("+8613800131122",))


@pytest.mark.parametrize("corner", ["XFD1048576", "XFD2", "AAA3", "B1048576", "AZ250000"])
def test_a_touched_cell_far_outside_of_the_list_costs_nobody(read: Read, corner: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Name", "Phone", "Email"], ["Orla Penn", "+1 212 555 0142", "orla.penn@example.org"]):
        sheet.append(row)
    sheet[corner] = "x"
    buffer = io.BytesIO()
    book.save(buffer)
    reading = read(buffer.getvalue(), "list.xlsx")
    assert [resume.name for resume in reading.resumes] == ["Orla Penn"]
    assert {problem.code for problem in reading.problems} <= {"invalid_row"}


def test_an_rtf_that_was_cut_in_its_picture_is_truncated_and_a_whole_one_needs_ocr(read: Read) -> None:
    whole = rb"{\rtf1\ansi {\pict\pngblip\picw100\pich100 89504e470d0a1a0a" + b"00ff" * 3000 + b"}}"
    assert [one.code for one in read(whole, "scan.rtf").problems] == ["needs_ocr"]
    assert [one.code for one in read(whole[:9000], "scan.rtf").problems] == ["truncated"]


PAGE = (
    "<!DOCTYPE html>\n<html lang='zh'>\n<head><title>简历</title><style>h1 {color: red}</style></head>\n<body>\n<h1>卢晓东</h1>\n"
    "<p>手机：13800138000</p>\n<h2>工作经历</h2>\n<h3>青禾数字技术有限公司</h3><span>2016.6-至今</span>\n<p>职位：数据中心副总经理</p>\n<h2>教育经历</h2>\n<p>2002.09-2006.07 北川大学 市场营销 本科</p>\n</body>\n</html>"
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (as_rtf(PAGE.replace("{", "\\{").replace("}", "\\}")), "x.html"),
        (PAGE.replace("<html lang='zh'>", "<html style='display: none;'>").encode(), "x.html"),
        (PAGE.replace("<body>", "<body style='visibility: hidden'>").encode(), "x.html"),
    ],
    ids=["kept as letters", "shown by a script", "faded in"],
)
def test_a_page_is_read_as_a_browser_shows_it_in_the_end(read: Read, data: bytes, name: str) -> None:
    (found,) = read(data, name).resumes
    assert (found.name, found.current_title, found.current_employer) == (
        "卢晓东",
        "数据中心副总经理",
        "青禾数字技术有限公司",
    )


@pytest.mark.parametrize("first", ["[Your Name]", "[name]", "{{ name }}", "{Full name}"])
def test_a_template_that_opens_with_a_bracket_is_no_data(read: Read, first: str) -> None:
    text = f"{first}\n[Phone] | [Email]\nExperience\n[Job Title] | [Company]\n[Degree] | [School] | [Date]"
    reading = read(text.encode(), "template.txt")
    assert not {problem.code for problem in reading.problems} & {"truncated"}
    assert all(resume.name is None for resume in reading.resumes)


@pytest.mark.parametrize(
    "data", [b'[{"name": "Ana Munk", "email": "ana@munk.example"', b'{"name": ]', b"[1, 2", b"[nul]"]
)
def test_data_that_is_cut_off_opens_as_data_does(data: bytes) -> None:
    assert sniff(data + b"]") == ("text" if data == b"[nul]" else "json")


def test_links_of_odt_and_rtf_are_used(read: Read, zip_of: Pack) -> None:
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body>'
        "<text:p>Odile Farnham</text:p><text:p>Baker</text:p>"
        '<text:p><text:a xlink:href="mailto:odile@mailbox.example">Write to me</text:a></text:p>'
        "<text:h>Experience</text:h><text:p>Head Baker, Larch Bakery, 2019 - now</text:p></office:body></office:document-content>"
    )
    odt = zip_of({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": content.encode()})
    rtf = (
        rb"{\rtf1\ansi Odile Farnham\par Baker\par "
        rb'{\field{\*\fldinst{HYPERLINK "mailto:odile@mailbox.example"}}{\fldrslt{Write to me}}}\par '
        rb"Experience\par Head Baker, Larch Bakery, 2019 - now\par}"
    )
    for data, name in ((odt, "cv.odt"), (rtf, "cv.rtf")):
        (found,) = read(data, name).resumes
        assert (found.format, found.emails) == (name[3:], ("odile@mailbox.example",))
