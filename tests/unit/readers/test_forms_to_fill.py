"""Pages of sites that are forms to fill in are nobody's resume; a resume that ends in such a form is one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
CONTACT = "<h1>Contact Me</h1><p>Feel free to reach out.</p><form><label>Name</label><input><label>Email</label><input>"
CONTACT += "<label>Message</label><textarea></textarea><button>Send</button></form>"
APPLICATION = (
    "<h1>Job Application</h1><label>First Name *</label><input><label>Last Name *</label><input><label>Email</label>"
)
APPLICATION += (
    "<input><label>Upload your resume</label><input type=file><label>Education</label><select><option>High school"
)
APPLICATION += (
    "<option>Bachelor</select><label>Work experience</label><textarea></textarea><button>Submit Application</button>"
)


@pytest.mark.parametrize(
    "page",
    [
        f"<html><title>Contact | Mara Velding</title>{CONTACT}<p>mara@example.com</p><footer>(c) 2024 Mara Velding</footer></html>",
        f"<html><title>Careers</title><nav><a>Home</a><a>Careers</a></nav>{APPLICATION}</html>",
    ],
)
def test_a_form_is_no_resume(page: str, read: Read) -> None:
    reading = read(page.encode(), "page.html")
    assert not reading.resumes
    assert [one.code for one in reading.problems] == ["not_a_resume"]


def test_a_form_as_text_is_no_resume(read: Read) -> None:
    form = "Larch Foods - Careers\n\nFirst name *\nLast name *\nEmail *\nPhone *\nCover letter\nUpload resume (PDF, max 5 MB)\n"
    reading = read(f"{form}Education *\nHigh school\nBachelor\nMaster\nSubmit application\n")
    assert not reading.resumes


def test_a_resume_may_end_in_a_form(read: Read) -> None:
    life = "<h1>Mara Velding</h1><h2>Experience</h2><p>Florist, Larch Blooms, 2015 - Present</p>"
    life += "<h2>Education</h2><p>Diploma, Northmoor College, 2014</p>"
    (resume,) = read(f"<html>{life}{CONTACT}</html>".encode(), "page.html").resumes
    assert (resume.name, resume.current_title, resume.current_employer) == ("Mara Velding", "Florist", "Larch Blooms")


def test_a_form_that_is_answered_is_read(read: Read) -> None:
    form = "Name: Mara Velding\nEmail: mara@example.com\nPhone: +44 7700 900123\nPosition: Nurse\nMessage\nSend\n"
    (resume,) = read(form).resumes
    assert resume.name == "Mara Velding"
