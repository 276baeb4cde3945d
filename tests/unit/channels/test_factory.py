from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ringback.channels.factory import open_channels
from ringback.channels.links import is_signed, sign, status_url, unsubscribe_url
from ringback.channels.outcomes import CODES, Outcome, judge
from ringback.errors import SetupError
from ringback.settings import Settings
from schemas.words import Channel


class Blinder:
    def blind(self, kind: str, value: str) -> bytes:
        return f"{kind}|{value}".encode()[-16:]


def test_the_console_is_the_default_and_imports_no_provider(tmp_path: Path) -> None:
    channels = open_channels(Settings(home=tmp_path))
    assert {channel: sender.name for channel, sender in channels.items()} == {
        Channel.SMS: "console:sms",
        Channel.EMAIL: "console:email",
    }
    code = (
        "import sys; from ringback.channels.factory import open_channels; from ringback.settings import Settings;"
        " open_channels(Settings(home='x')); sys.exit(any(m in sys.modules for m in ('twilio', 'sendgrid')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_live_channels_name_every_missing_variable(tmp_path: Path) -> None:
    with pytest.raises(SetupError) as caught:
        open_channels(Settings(home=tmp_path, channels="live", twilio_account_sid="AC1"))
    said = str(caught.value)
    assert "RINGBACK_TWILIO_AUTH_TOKEN" in said
    assert "RINGBACK_TWILIO_FROM" in said
    assert "RINGBACK_SENDGRID_API_KEY" in said
    assert "RINGBACK_TWILIO_ACCOUNT_SID" not in said


@pytest.mark.parametrize("provider", ["twilio", "sendgrid"])
@pytest.mark.parametrize("status", [500, 502, 503, 504, 599])
def test_a_server_error_is_unclear_whatever_its_code(provider: str, status: int) -> None:
    for code in (None, *CODES[provider]):
        assert judge(provider, http_status=status, code=code) is Outcome.UNCLEAR


def test_what_no_table_knows_is_never_guessed_at() -> None:
    assert judge("twilio", http_status=418, code="12345") is Outcome.UNKNOWN
    assert judge("nobody", http_status=400, code=None) is Outcome.UNKNOWN


def test_addresses_are_signed_for_one_purpose() -> None:
    vault = Blinder()
    url = status_url(vault, "https://x.example/", "m1", 2)
    assert url is not None
    assert url.startswith("https://x.example/hooks/twilio/status/m1/2/")
    assert is_signed(vault, "status", "m1/2", url.rsplit("/", 1)[1])
    assert not is_signed(vault, "status", "m1/3", url.rsplit("/", 1)[1])
    assert sign(vault, "status", "m1") != sign(vault, "unsubscribe", "m1")
    assert status_url(vault, None, "m1", 2) is None
    assert unsubscribe_url(vault, None, "m1") is None
