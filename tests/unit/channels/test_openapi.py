"""Every request of the channels, judged against the providers' own descriptions."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from openapi_core import Config, OpenAPI
from openapi_core.testing import MockRequest
from openapi_core.validation.request.exceptions import InvalidRequestBody

from ringback.channels.base import Ring
from ringback.channels.email_sendgrid import SendGridSender
from ringback.channels.sms_twilio import TwilioSender
from ringback.channels.voice_twilio import TwilioVoice
from ringback.errors import InDoubtError, SetupError
from ringback.settings import Settings
from tests.standins.running import Providers
from tests.unit.channels.test_contract import a_message

CONTRACTS = Path(__file__).parents[2] / "data" / "contracts"
HOSTS = {"twilio": "https://api.twilio.com", "sendgrid": "https://api.sendgrid.com"}
FILES = {"twilio": "twilio_api_v2010.hard.json", "sendgrid": "tsg_mail_v3.hard.json"}


def judge(kind: str, request: dict[str, Any]) -> None:
    """Raise if the provider's description does not allow this request."""
    document = json.loads((CONTRACTS / FILES[kind]).read_text(encoding="utf-8"))
    api = OpenAPI.from_dict(
        document, config=Config(spec_validator_cls=None)
    )  # the request is on trial, not the description
    target = urlsplit(request["target"])
    api.validate_request(
        MockRequest(
            HOSTS[kind],
            request["method"].lower(),
            target.path,
            args={name: values[0] for name, values in parse_qs(target.query).items()},
            headers=request["headers"],
            data=base64.b64decode(request["body"]) or None,
            content_type=request["headers"].get("content-type", ""),
        )
    )


@pytest.mark.parametrize("origin", [{"twilio_from": "+15550100"}, {"twilio_messaging_service_sid": "MG" + "0" * 32}])
def test_twilio_is_asked_as_it_wants_to_be(origin: dict[str, str], tmp_path: Path) -> None:
    with Providers() as providers:
        sender = TwilioSender.of(providers.settings(tmp_path, **origin))
        message = a_message("twilio")
        sender.send(message)
        sender.look_up(message)
        sender.close()
        requests = providers.requests()
    assert [request["method"] for request in requests] == ["POST", "GET"]
    assert "DateSent" not in requests[1]["target"]  # what is queued has none
    for request in requests:
        judge("twilio", request)


def test_a_call_is_asked_for_as_twilio_wants_it(tmp_path: Path) -> None:
    ring = Ring("+8613900000001", "+8613900000002", "https://ringback.example.com/hooks/call/1?a=1&b=2")
    with Providers() as providers:
        voice = TwilioVoice.of(providers.settings(tmp_path))
        assert voice.ring(ring).startswith("CA")
        providers.set(faults=1.0, kinds=["error_after"])
        with pytest.raises(InDoubtError):
            voice.ring(ring)
        voice.close()
        requests, (first, second) = providers.requests(), providers.accepted()
    assert len(requests) == 2  # never repeated by a machine
    assert first["text"] == second["text"]
    assert 'statusCallbackEvent="initiated ringing answered completed"' in first["text"]
    assert "+8613900000002</Number></Dial>" in first["text"]
    judge("twilio", requests[0])
    with pytest.raises(SetupError, match="RINGBACK_TWILIO_FROM"):
        TwilioVoice.of(Settings(home=tmp_path))


def test_sendgrid_is_asked_as_it_wants_to_be(tmp_path: Path) -> None:
    with Providers() as providers:
        sender = SendGridSender.of(providers.settings(tmp_path))
        sender.send(a_message("sendgrid"))
        sender.close()
        (request,) = providers.requests()
    judge("sendgrid", request)


def test_the_judge_refuses_what_the_provider_would(tmp_path: Path) -> None:
    with Providers() as providers:
        sender = TwilioSender.of(providers.settings(tmp_path))
        sender.send(a_message("twilio", to="13900000000"))
        sender.close()
        (request,) = providers.requests()
    with pytest.raises(InvalidRequestBody):
        judge("twilio", request)
