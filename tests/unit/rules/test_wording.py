from __future__ import annotations

from pathlib import Path

import pytest

from ringback.rules.wording import (
    TemplateError,
    TemplateKey,
    Templates,
    count_segments,
    family_name,
    job_called,
    job_title,
    language_for,
    load_templates,
    salutation,
)
from ringback.settings import load_policy
from schemas.policy import Policy
from schemas.words import Channel

POLICY = load_policy()
VARIABLES = {
    "salutation": "王小明您好",
    "title": "销售经理",
    "company": "星河",
    "agent": "",
    "interview_link": "https://jobs.example.com/x",
    "can_reply": True,
    "marker": "K7F3QD2M",
    "unsubscribe_url": "https://jobs.example.com/u",
}


@pytest.fixture
def templates() -> Templates:
    return load_templates(POLICY)


def with_messages(**changes: object) -> Policy:
    return POLICY.model_copy(update={"messages": POLICY.messages.model_copy(update=changes)})


def test_every_shipped_template_says_what_it_must(templates: Templates) -> None:
    assert {key.name for key in templates.by_key} == {"first_contact", "missed_call", "job_details"}
    for key in templates.by_key:
        wording = templates.render(key, VARIABLES)
        if key.channel is Channel.SMS:
            assert wording.body.count("K7F3QD2M") == 1
            assert wording.n_segments is not None
            assert wording.n_segments <= POLICY.messages.sms_max_segments
            assert "\n" not in wording.body
        else:
            assert wording.subject
            assert (
                "K7F3QD2M" not in wording.body + wording.subject
            )  # in a mail the marker stands in the custom arguments
            assert "https://jobs.example.com/u" in wording.body


def test_a_chinese_invitation_without_link_fits_into_two_segments(templates: Templates) -> None:
    for name in templates.names(Channel.SMS):
        bare = {**VARIABLES, "interview_link": "", "can_reply": False}
        wording = templates.render(TemplateKey("zh", Channel.SMS, name), bare)
        assert wording.n_segments is not None
        assert wording.n_segments <= 2
        assert "http" not in wording.body
        assert "退订" not in wording.body  # nobody can answer there


def test_a_role_has_its_own_words_or_the_general_ones(templates: Templates) -> None:
    general = templates.render(TemplateKey("zh", Channel.SMS, "first_contact"), VARIABLES)
    sales = templates.render(TemplateKey("zh", Channel.SMS, "first_contact", "sales"), VARIABLES)
    finance = templates.render(TemplateKey("zh", Channel.SMS, "first_contact", "finance"), VARIABLES)
    assert sales.body != general.body == finance.body


@pytest.mark.parametrize(
    ("path", "text", "why"),
    [
        ("zh/sms/hello.txt", "{{ salutation }}", "marker }} is missing"),
        ("zh/sms/hello.txt", "{{ salutation }} {{ marker }} {{ phone }}", "unknown phone"),
        ("zh/sms/hello.txt", "{{ marker }} {% if %}", "line 1"),
        ("zh/sms/hello.txt", "{{ marker }}" + "很" * 300, "takes 5 segments"),
        ("zh/email/hello.txt", "{{ salutation }}\n", "first line must be 'Subject:"),
        ("zh/email/hello.txt", "Subject: {{ title }}\n", "needs a subject line and a text"),
        ("fr/sms/hello.txt", "{{ marker }}", "expected <zh|en>"),
        ("zh/sms/hello.txt", "{{ marker }}{{ ''.__class__.__mro__ }}", "hello"),
    ],
)
def test_a_bad_template_is_refused_at_load_with_its_reason(tmp_path: Path, path: str, text: str, why: str) -> None:
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError) as caught:
        load_templates(with_messages(templates=str(tmp_path)))
    assert why in str(caught.value)


def test_own_templates_are_laid_over_the_shipped_ones(tmp_path: Path) -> None:
    file = tmp_path / "zh/sms/missed_call.txt"
    file.parent.mkdir(parents=True)
    file.write_text("{{ salutation }}，回个电话吧 {{ marker }}", encoding="utf-8")
    templates = load_templates(with_messages(templates=str(tmp_path)))
    wording = templates.render(TemplateKey("zh", Channel.SMS, "missed_call"), VARIABLES)
    assert wording.body == "王小明您好，回个电话吧 K7F3QD2M"
    with pytest.raises(TemplateError, match="does not exist"):
        load_templates(with_messages(templates=str(tmp_path / "nowhere")))


def test_a_sequence_may_only_name_templates_that_exist() -> None:
    sequences = dict(POLICY.sequences)
    step = sequences["sales"].steps[0].model_copy(update={"template": "first_kontakt"})
    sequences["sales"] = sequences["sales"].model_copy(update={"steps": (step,)})
    with pytest.raises(TemplateError, match="first_kontakt"):
        load_templates(POLICY.model_copy(update={"sequences": sequences}))


def test_a_missing_template_and_a_long_text_are_refused_when_rendered(templates: Templates) -> None:
    with pytest.raises(TemplateError, match="there is no template"):
        templates.render(TemplateKey("zh", Channel.SMS, "nothing"), VARIABLES)
    with pytest.raises(TemplateError, match="segments"):
        templates.render(TemplateKey("zh", Channel.SMS, "first_contact"), {**VARIABLES, "title": "😀" * 400})


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("很" * 70, 1),
        ("很" * 71, 2),
        ("很" * 134, 2),
        ("很" * 135, 3),
        ("€" * 80, 1),
        ("😀" * 36, 2),
    ],
)
def test_segments_are_counted_as_carriers_do(text: str, n: int) -> None:
    assert count_segments(text) == n


@pytest.mark.parametrize(
    ("name", "language", "greeting"),
    [
        ("王小明", "zh", "王小明您好"),
        ("张*", "zh", "您好"),
        (None, "zh", "您好"),
        ("  ", "en", "Hello"),
        ("Maren Hill", "en", "Hello Maren"),
        ("王小明", "en", "Hello 王小明"),
    ],
)
def test_people_are_greeted_by_name_unless_it_is_masked(name: str | None, language: str, greeting: str) -> None:
    assert salutation(name, language) == greeting


def test_a_chinese_title_is_no_word_for_somebody_who_is_written_to_in_english() -> None:
    assert job_title("高级销售经理", "Sales", "en") == "Sales"
    assert job_title("Sales Manager 销售经理", "Sales", "en") == "Sales"
    assert job_title("Sales Manager", "Sales", "en") == "Sales Manager"
    assert job_title("Product Manager", "产品", "zh") == "Product Manager"


@pytest.mark.parametrize(
    ("wish", "held", "language", "called"),
    [
        ("数据分析师", "销售经理", "zh", "数据分析师"),
        ("数据分析师", "Sales Manager", "en", "Sales Manager"),
        ("any position", "Clerk", "en", "Clerk"),
        (None, "销售经理", "en", "Sales"),
        (None, None, "zh", "销售"),
    ],
)
def test_a_job_is_called_by_the_wish_else_the_post_else_its_kind(
    wish: str | None, held: str | None, language: str, called: str
) -> None:
    named = job_called(POLICY.roles, wish=wish, held=held, role_family="sales", language=language, otherwise="job")
    assert named == called
    assert job_called(POLICY.roles, wish=None, held=None, role_family="other", language="en", otherwise="job") == "job"


@pytest.mark.parametrize("family", ["sales", "technology", "finance"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_first_message_claims_what_somebody_who_only_wants_such_a_job_has_not_done(
    templates: Templates, family: str, language: str
) -> None:
    """The kind of job follows the wish: of who sells and wants to build, and the other way round, both texts are true."""
    for channel in (Channel.SMS, Channel.EMAIL):
        key = TemplateKey(language, channel, "first_contact", family)
        wording = templates.render(key, VARIABLES | {"title": "Product Manager"})
        said = f"{wording.subject} {wording.body}"
        for claim in ("record", "built", "engineer", "stack", "fits", "经历", "做过", "技术", "工程师", "合适"):
            assert claim not in said
        assert "Product Manager" in said


def test_titles_are_cut_and_languages_guessed() -> None:
    assert job_title("  资深\n销售 ", "职位", "zh") == "资深 销售"
    assert job_title(None, "职位", "zh") == "职位"
    assert len(job_title("长" * 100, "职位", "zh")) == 40
    assert language_for("en", "王", "zh") == "en"
    assert language_for(None, "Maren Hill", "zh") == "en"
    assert language_for(None, "王小明", "zh") == "zh"
    assert language_for("mixed", "Maren", "zh") == "zh"


def test_nobody_is_written_to_about_an_opening_for_other() -> None:
    assert family_name(POLICY.roles, "other", "en", "job") == "job"
    assert family_name(POLICY.roles, "astronaut", "zh", "在招") == "在招"
    assert family_name(POLICY.roles, "sales", "en", "job") == "Sales"
    for template in ("first_contact", "job_details"):
        key = TemplateKey("en", Channel.EMAIL, template, "other")
        subject = load_templates(POLICY).render(key, VARIABLES | {"title": "job"}).subject
        assert subject is not None
        assert subject.startswith("Job at 星河")
