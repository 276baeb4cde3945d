"""Starting the stand-in and talking to it."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any, Self

from ringback.settings import Settings

HERE = Path(__file__).parent


class Providers:
    """A stand-in process for both providers; a context manager."""

    def __init__(self, *, seed: int = 0, **behaviour: Any) -> None:
        self._command = [
            sys.executable,
            str(HERE / "providers.py"),
            "--seed",
            str(seed),
            "--behaviour",
            json.dumps(behaviour),
        ]
        self.process: subprocess.Popen[str] | None = None
        self.url = ""

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}"
        return self

    def __exit__(self, *_: object) -> None:
        assert self.process is not None
        self.process.kill()
        self.process.communicate()

    def set(self, **behaviour: Any) -> None:
        self._call("set", json.dumps(behaviour).encode())

    def report(self, status: str, *, to: str | None = None, code: int | None = None) -> None:
        """Let what was accepted be in this state from now on."""
        self._call("report", json.dumps({"status": status, "to": to, "code": code}).encode())

    def accepted(self) -> list[dict[str, Any]]:
        return self._call("accepted")

    def requests(self) -> list[dict[str, Any]]:
        return self._call("requests")

    def n_requests(self) -> int:
        return self._call("counts")["n_requests"]

    def n_accepted(self) -> int:
        return self._call("counts")["n_accepted"]

    def lists(self) -> dict[str, int]:
        return self._call("lists")

    def settings(self, home: Path, **more: Any) -> Settings:
        """Return live settings that reach this stand-in and nobody else."""
        values = {
            "home": home,
            "channels": "live",
            "twilio_account_sid": "AC" + "0" * 32,
            "twilio_auth_token": "secret",
            "twilio_from": "+15550100",
            "twilio_base_url": self.url,
            "sendgrid_api_key": "SG.secret",
            "sendgrid_from": "jobs@example.com",
            "sendgrid_base_url": self.url,
            "public_url": "https://ringback.example.com",
            "in_doubt_settle_seconds": 1.5,
            "provider_timeout_seconds": 0.6,
            "lease_seconds": 1.5,
        }
        return Settings(**{**values, **more})

    def _call(self, what: str, body: bytes | None = None) -> Any:
        request = urllib.request.Request(f"{self.url}/_standin/{what}", data=body)  # noqa: S310
        with urllib.request.urlopen(request, timeout=10) as response:  # noqa: S310
            return json.load(response)
