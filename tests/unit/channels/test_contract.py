"""What every sender promises, asked of all of them: the console, Twilio's and SendGrid's official clients."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ringback.channels.base import FencedError, OutgoingMessage, Sender
from ringback.channels.console import ConsoleFile, ConsoleSender
from ringback.channels.email_sendgrid import SendGridSender
from ringback.channels.outcomes import Outcome, outcome_of
from ringback.channels.sms_twilio import TwilioSender
from ringback.errors import InDoubtError, PermanentError, RetryableError
from schemas.words import Channel
from tests.standins.running import Providers

KINDS = ("console", "twilio", "sendgrid")
LIVE = KINDS[1:]
_numbers = itertools.count()


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sender(kind: str, providers: Providers, tmp_path: Path) -> Iterator[Sender]:
    settings = providers.settings(tmp_path)
    opened: Sender
    if kind == "console":
        opened = ConsoleSender(ConsoleFile(tmp_path / "outbox"), "console:sms")
    else:
        opened = TwilioSender.of(settings) if kind == "twilio" else SendGridSender.of(settings)
    yield opened
    opened.close()


def a_message(kind: str, **changes: object) -> OutgoingMessage:
    n = next(_numbers)
    is_mail = kind == "sendgrid"
    message = OutgoingMessage(
        message_id=f"00000000-0000-4000-8000-{n:012d}",
        n_try=1,
        channel=Channel.EMAIL if is_mail else Channel.SMS,
        to=f"c{n}@example.com" if is_mail else f"+86139{n:08d}",
        subject="职位邀请 😀" if is_mail else None,
        body="您好，请看 https://jobs.example.com/?a=1&b=2\n\n此致 <星河>\n"
        if is_mail
        else f"您好 😀（编号 M{n:07d}）",
        marker=f"M{n:07d}",
        status_url=f"https://ringback.example.com/hooks/twilio/status/{n}/1/abc",
        unsubscribe_url=f"https://ringback.example.com/unsubscribe/{n}/abc" if is_mail else None,
    )
    return dataclasses.replace(message, **changes)


def test_what_is_accepted_can_be_found_again(kind: str, sender: Sender) -> None:
    message = a_message(kind)
    assert sender.look_up(message) is None
    accepted = sender.send(message)
    assert sender.look_up(message) == accepted
    assert sender.look_up(a_message(kind, to=message.to)) is None  # another marker


def test_nothing_leaves_through_a_fence_that_is_down(kind: str, sender: Sender) -> None:
    def down() -> None:
        raise FencedError("too late", code="fenced")

    message = a_message(kind, fence=down)
    with pytest.raises(FencedError):
        sender.send(message)
    assert sender.look_up(message) is None
    sender.send(dataclasses.replace(message, fence=lambda: None))


@pytest.mark.parametrize("kind", LIVE, indirect=True)
@pytest.mark.parametrize("fault", ["hang", "reset", "error_after", "truncate", "garble"])
def test_an_unclear_answer_after_acceptance_is_a_doubt_and_not_an_error(
    kind: str, sender: Sender, providers: Providers, fault: str
) -> None:
    providers.set(faults=1.0, kinds=[fault])
    message, n_before = a_message(kind), providers.n_requests()
    with pytest.raises(InDoubtError) as caught:
        sender.send(message)
    assert outcome_of(sender.provider, caught.value) is Outcome.UNCLEAR
    assert providers.n_requests() == n_before + 1  # and it was not repeated
    providers.set(faults=0.0)
    assert sender.look_up(message) is not None


@pytest.mark.parametrize("kind", LIVE, indirect=True)
def test_too_fast_says_how_long_to_wait(kind: str, sender: Sender, providers: Providers) -> None:
    providers.set(faults=1.0, kinds=["throttle"], retry_after=2)
    waits = set()
    for _ in range(12):
        with pytest.raises(RetryableError) as caught:
            sender.send(a_message(kind))
        assert outcome_of(sender.provider, caught.value) is Outcome.THROTTLED
        waits.add(caught.value.retry_after_seconds)
    assert waits == {None, 2.0}  # the stand-in says it sometimes only


@pytest.mark.parametrize("kind", LIVE, indirect=True)
def test_a_refused_connection_was_certainly_not_taken(kind: str, tmp_path: Path, providers: Providers) -> None:
    nowhere = "http://127.0.0.1:9"
    settings = providers.settings(tmp_path, twilio_base_url=nowhere, sendgrid_base_url=nowhere)
    sender = TwilioSender.of(settings) if kind == "twilio" else SendGridSender.of(settings)
    with pytest.raises(RetryableError) as caught:
        sender.send(a_message(kind))
    assert outcome_of(sender.provider, caught.value) is Outcome.NOT_TAKEN
    with pytest.raises(RetryableError):
        sender.look_up(a_message(kind))


@pytest.mark.parametrize("kind", LIVE, indirect=True)
def test_wrong_credentials_are_a_fault_of_the_setup(kind: str, sender: Sender, providers: Providers) -> None:
    providers.set(outage=1)
    with pytest.raises(RetryableError) as caught:
        sender.send(a_message(kind))
    assert outcome_of(sender.provider, caught.value) is Outcome.CONFIGURATION


@pytest.mark.parametrize(
    ("kind", "answer", "outcome"),
    [
        ("twilio", 21211, Outcome.WRONG_ADDRESS),
        ("twilio", 21610, Outcome.OPTED_OUT),
        ("twilio", 21617, Outcome.OUR_FAULT),
        ("twilio", 99999, Outcome.OUR_FAULT),
        ("sendgrid", 400, Outcome.WRONG_ADDRESS),
        ("sendgrid", 413, Outcome.OUR_FAULT),
        ("sendgrid", 418, Outcome.UNKNOWN),
    ],
    indirect=["kind"],
)
def test_a_refusal_is_final_and_has_its_reason(
    kind: str, sender: Sender, providers: Providers, answer: int, outcome: Outcome
) -> None:
    message = a_message(kind)
    providers.set(refuse={message.to: answer})
    with pytest.raises(PermanentError) as caught:
        sender.send(message)
    assert outcome_of(sender.provider, caught.value) is outcome
    assert str(caught.value)


@pytest.mark.parametrize("kind", LIVE, indirect=True)
def test_a_list_that_cannot_be_read_proves_nothing(kind: str, sender: Sender, providers: Providers) -> None:
    providers.set(list_faults=1.0)
    with pytest.raises(RetryableError):
        sender.look_up(a_message(kind))


@pytest.mark.parametrize("kind", ["twilio"], indirect=True)
def test_a_paged_list_is_read_to_its_end(kind: str, sender: Sender, providers: Providers) -> None:
    first = a_message(kind)
    sender.send(first)
    for _ in range(5):
        sender.send(a_message(kind, to=first.to))
    providers.set(page_size=2)
    assert sender.look_up(first) is not None


@pytest.mark.parametrize("kind", ["sendgrid"], indirect=True)
def test_a_whole_answer_without_an_id_is_an_acceptance(kind: str, sender: Sender, providers: Providers) -> None:
    providers.set(faults=1.0, kinds=["no_id"])
    message = a_message(kind)
    assert sender.send(message).provider_id == ""
    assert sender.look_up(message) is not None


@pytest.mark.parametrize("kind", ["sendgrid"], indirect=True)
def test_an_activity_that_knows_no_markers_is_searched_by_address(
    kind: str, sender: Sender, providers: Providers
) -> None:
    first = a_message(kind)
    other = a_message(kind, to=first.to)
    sender.send(other)
    providers.set(searches="address")
    assert sender.look_up(first) is None
    accepted = sender.send(first)
    assert sender.look_up(first) == accepted


@pytest.mark.parametrize("kind", ["sendgrid"], indirect=True)
def test_an_account_without_activity_cannot_be_asked(kind: str, sender: Sender, providers: Providers) -> None:
    providers.set(has_activity=False)
    with pytest.raises(PermanentError, match="not part of this"):
        sender.look_up(a_message(kind))


@pytest.mark.parametrize("kind", ["sendgrid"], indirect=True)
def test_a_mail_carries_no_personal_data_beside_itself(kind: str, sender: Sender, providers: Providers) -> None:
    message = a_message(kind)
    sender.send(message)
    mail = next(
        body
        for body in (_json_body(request) for request in reversed(providers.requests()))
        if body and body["personalizations"][0]["to"][0]["email"] == message.to
    )
    assert mail["custom_args"] == {"marker": message.marker, "message_id": message.message_id, "try": "1"}
    assert mail["headers"]["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert [part["type"] for part in mail["content"]] == ["text/plain", "text/html"]
    html = mail["content"][1]["value"]
    assert '<a href="https://jobs.example.com/?a=1&amp;b=2">' in html
    assert "&lt;星河&gt;" in html


@pytest.mark.parametrize("kind", ["console"], indirect=True)
def test_the_console_holds_a_message_once_also_after_a_writer_died(kind: str, sender: Sender, tmp_path: Path) -> None:
    message = a_message(kind)
    first = sender.send(message)
    path = tmp_path / "outbox" / "console.jsonl"
    with path.open("ab") as file:
        file.write(b'{"marker": "half a li')
    other = ConsoleSender(ConsoleFile(tmp_path / "outbox"), "console:sms")
    assert other.send(message) == first
    other.send(a_message(kind))
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line.endswith("}")]
    assert len(rows) == 2
    assert message.body in (tmp_path / "outbox" / "console.txt").read_text(encoding="utf-8")
    assert {each.stat().st_mode & 0o777 for each in (tmp_path / "outbox").glob("console.*")} == {0o600}


def _json_body(request: dict[str, str]) -> dict | None:  # type: ignore[type-arg]
    import base64  # noqa: PLC0415

    body = base64.b64decode(request["body"])
    return json.loads(body) if body.startswith(b"{") else None
