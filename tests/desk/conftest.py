"""The application on a real port, and requests signed as the providers sign them."""

from __future__ import annotations

import base64
import json
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
import uvicorn
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from twilio.request_validator import RequestValidator

from ringback.channels import links
from ringback.desk.app import make_app
from ringback.workspace import Workspace, open_workspace
from schemas.tables import WebhookEvent
from tests.standins.homes import rows, workspaces

PUBLIC = "https://ringback.example.com"
TOKEN = "twilio-secret"  # noqa: S105
KEY = ec.generate_private_key(ec.SECP256R1())
PUBLIC_KEY = base64.b64encode(KEY.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()


@dataclass
class Door:
    """The running application, and what the providers can do with it."""

    ws: Workspace
    client: httpx.Client

    def twilio(self, path: str, *, token: str = TOKEN, **form: str) -> httpx.Response:
        signature = RequestValidator(token).compute_signature(f"{PUBLIC}{path}", form)
        headers = {"X-Twilio-Signature": signature, "Content-Type": "application/x-www-form-urlencoded"}
        return self.client.post(path, content=urlencode(form), headers=headers)

    def sms(self, text: str, sender: str = "+8613900001111", **more: str) -> httpx.Response:
        sid = more.pop("MessageSid", f"SM{uuid.uuid4().hex}")
        return self.twilio(links.SMS_PATH, MessageSid=sid, From=sender, To="+15550100", Body=text, **more)

    def status(self, message_id: str, status: str, n_try: int = 1, **more: str) -> httpx.Response:
        url = links.status_url(self.ws.vault, PUBLIC, message_id, n_try)
        assert url
        form = {"MessageSid": "SM" + "1" * 32, "MessageStatus": status} | more
        return self.twilio(url.removeprefix(PUBLIC), **form)

    def events(self, *events: dict[str, Any], body: bytes | None = None, at: int | None = None) -> httpx.Response:
        raw = json.dumps(events).encode() if body is None else body
        return self.client.post(
            links.EVENTS_PATH, content=raw, headers={"Content-Type": "application/json"} | signed(raw, at)
        )

    def mail(self, **fields: str) -> httpx.Response:
        url = links.parse_url(self.ws.vault, PUBLIC).removeprefix(PUBLIC)
        return self.client.post(url, files={name: (None, value) for name, value in fields.items()})

    def stored(self) -> list[WebhookEvent]:
        return rows(self.ws, WebhookEvent, WebhookEvent.id)

    def settled(
        self, seconds: float = 30
    ) -> list[WebhookEvent]:  # patience of a busy machine; it returns when all is done
        """Return what is stored once all of it is applied."""
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            events = self.stored()
            if all(event.applied_at for event in events):
                return events
            time.sleep(0.03)
        raise AssertionError([(e.kind, e.dedupe_key) for e in self.stored() if not e.applied_at])


def signed(raw: bytes, at: int | None = None) -> dict[str, str]:
    timestamp = str(int(time.time()) if at is None else at)
    signature = KEY.sign(timestamp.encode() + raw, ec.ECDSA(hashes.SHA256()))
    return {
        "X-Twilio-Email-Event-Webhook-Signature": base64.b64encode(signature).decode(),
        "X-Twilio-Email-Event-Webhook-Timestamp": timestamp,
    }


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    for plain in workspaces(request, tmp_path):
        settings = plain.settings.model_copy(update={"public_url": PUBLIC, "sendgrid_event_public_key": PUBLIC_KEY})
        settings = type(settings).model_validate(settings.model_dump() | {"twilio_auth_token": TOKEN})
        workspace = open_workspace(settings)
        yield workspace
        workspace.engine.dispose()


@pytest.fixture
def door(ws: Workspace) -> Iterator[Door]:
    server = uvicorn.Server(uvicorn.Config(make_app(ws), port=0, log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=20) as client:
        yield Door(ws, client)
    server.should_exit = True
    thread.join(15)
