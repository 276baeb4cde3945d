"""Forms that were filled in on a screen: the answers are in fields, not in the print of the page."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from ringback.readers.html_forms import with_answers
from schemas.records import Reading

Read = Callable[..., Reading]
ASKED = (
    ("Full name", "Odile Farnham"),
    ("Email", "odile@mailbox.example"),
    ("Mobile", "07400 123456"),
    ("Position applied for", "Dispatcher"),
    ("Present employer", "Wexmoor Motors"),
    ("Position held", "Clerk"),
    ("University", "Northgill University"),
    ("Highest qualification", "BA History"),
)


def _form(
    answers: Sequence[tuple[str, str]], boxes: Sequence[tuple[str, bool]] = (), *, seen: int = 4, kind: int = 0
) -> bytes:
    """Return a form; the last answer's field has the flags ``seen`` (of the annotation) and ``kind`` (of the field)."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595, 842))
    face = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
    )
    print_, fields = [b"BT /F1 14 Tf 50 800 Td (Application for employment) Tj ET"], []
    for number, (label, value) in enumerate(answers):
        at = 770 - 20 * number
        print_.append(b"BT /F1 10 Tf 50 %d Td (%s) Tj ET" % (at, label.encode()))
        fields.append(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(f"t{number}"), V=String(value),
                       DA=String("/F1 10 Tf 0 g"), Rect=Array([200, at - 3, 400, at + 12]), F=4)
        )  # fmt: skip
    fields[-1].F, fields[-1].Ff = seen, kind
    for number, (label, is_on) in enumerate(boxes):
        at = 160
        print_.append(b"BT /F1 10 Tf %d %d Td (%s) Tj ET" % (220 + 80 * number, at, label.encode()))
        fields.append(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, T=String(f"b{number}"), V=Name.On if is_on else Name.Off,
                       AS=Name.On if is_on else Name.Off, Rect=Array([205 + 80 * number, at, 215 + 80 * number, at + 10]), F=4,
                       AP=Dictionary(N=Dictionary(On=pdf.make_stream(b""), Off=pdf.make_stream(b""))))
        )  # fmt: skip
    if boxes:
        print_.append(b"BT /F1 10 Tf 50 160 Td (Gender) Tj ET")
    page.Contents = pdf.make_stream(b"\n".join(print_))
    page.Resources = Dictionary(Font=Dictionary(F1=face))
    kept = Array([pdf.make_indirect(field) for field in fields])
    page.Annots = kept
    pdf.Root.AcroForm = Dictionary(
        Fields=kept, DR=Dictionary(Font=Dictionary(F1=face)), DA=String("/F1 10 Tf 0 g"), NeedAppearances=True
    )
    stream = io.BytesIO()
    pdf.save(stream)
    return stream.getvalue()


def test_answers_in_the_fields_of_a_pdf_stand_beside_their_labels(read: Read) -> None:
    row = read(_form(ASKED, (("Male", False), ("Female", True))), "form.pdf").resumes[0]
    assert (row.name, row.phones, row.emails) == ("Odile Farnham", ("+447400123456",), ("odile@mailbox.example",))
    assert (row.desired_title, row.current_employer, row.current_title) == ("Dispatcher", "Wexmoor Motors", "Clerk")
    assert (row.school, row.highest_degree, row.gender) == ("Northgill University", "bachelor", "female")


def test_a_blank_form_in_pdf_names_nobody(read: Read) -> None:
    reading = read(_form([(label, "") for label, _ in ASKED], (("Male", False), ("Female", False))), "Ann Lee form.pdf")
    assert all(row.name is None for row in reading.resumes)


@pytest.mark.parametrize("typed", ['value="{}"', "value='{}'"])
def test_answers_of_a_saved_page_are_text(read: Read, typed: str) -> None:
    rows = "".join(f"<tr><td>{label}</td><td><input {typed.format(value)}></td></tr>" for label, value in ASKED)
    chosen = "<select><option>Leeds</option><option selected>Derby</option></select>"
    page = (
        f"<html><body><form><table>{rows}<tr><td>Preferred location</td><td>{chosen}</td></tr><tr><td>Gender</td><td>"
        "<input type=radio value=m> Male <input type=radio value=f checked> Female</td></tr></table></form></body></html>"
    )
    row = read(page, "form.html").resumes[0]
    assert (row.name, row.current_employer, row.desired_title) == ("Odile Farnham", "Wexmoor Motors", "Dispatcher")
    assert (row.desired_city, row.gender) == ("Derby", "female")


def test_a_list_that_nothing_closes_keeps_what_stands_before_the_next() -> None:
    typed = "".join(f'<input value="{value}">' for _, value in ASKED[:3])
    page = with_answers(f"{typed}<select><b>Leeds</b><select><option selected>Derby</option></select>")
    assert "<b>Leeds</b>" in page
    assert page.endswith("<span> Derby </span>")


def test_a_box_to_search_in_is_no_answer() -> None:
    page = '<p>Jobs</p><input type="search" value="baker"><input name="q" value="Leeds">'
    assert with_answers(page) == page


@pytest.mark.parametrize(("seen", "kind"), [(2, 0), (32, 0), (4, 1 << 13)])
def test_a_hidden_field_and_a_password_of_a_pdf_are_no_answers(read: Read, seen: int, kind: int) -> None:
    [row] = read(_form((*ASKED, ("Code", "opal-meadow")), seen=seen, kind=kind), "form.pdf").resumes
    assert row.name == "Odile Farnham"
    assert "opal-meadow" not in row.text


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ('<input data-type="text" type="password" value="opal-meadow">', ""),
        ('<input hidden value="opal-meadow">', ""),
        ('<input data-value="0" value="Derby">', "<span> Derby </span>"),
        ('<input placeholder="value=0" value="Derby">', "<span> Derby </span>"),
        ('<input type=radio class="checked-box" aria-checked="false">', "☐"),
        ('<input type=radio data-checked="false" checked>', "☑"),
        ("<select><option class=not-selected>Leeds<option selected>Derby</select>", "<span> Derby </span>"),
    ],
)
def test_of_a_field_only_attributes_by_their_whole_names_count(field: str, told: str) -> None:
    others = "<input value=a><input value=b><input value=c>"
    answers = with_answers(others + field).removeprefix(with_answers(others)).strip()
    assert answers == (told if told or "hidden" not in field else "<span>  </span>")


@pytest.mark.parametrize("opened", ["<select><option selected>Derby", "<select><option ", "<select>"])
def test_a_list_to_choose_from_ends_at_the_next_one(opened: str) -> None:
    """Or each that nothing closes is looked for to the end of the page."""
    last = "<select><option selected>Leeds</option></select>"
    page = f"<input value=a><input value=b><input value=c>{opened * 3}{last}"
    assert with_answers(page).endswith(f"{opened * 3}<span> Leeds </span>")


def test_a_question_is_no_answer_to_the_one_above(read: Read) -> None:
    form = (
        "What is your name?\nOdile Farnham\nWhat is your phone number?\n07400 123456\nWhat is your current employer?\n\n"
        "What is your current job title?\n\nWhere do you live? *\nDerby\n"
    )
    row = read(form, "form.txt").resumes[0]
    assert (row.name, row.current_employer, row.current_title, row.city) == ("Odile Farnham", None, None, "Derby")
