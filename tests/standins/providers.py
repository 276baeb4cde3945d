"""A stand-in for Twilio and SendGrid on loopback: keeps what it accepted, and fails on purpose, by seed.

Run as a process of its own: ``python providers.py --seed 7 --faults 0.3``; it prints its port on the first line. What it
accepted is at ``GET /_standin/accepted``, requests as they came at ``GET /_standin/requests``, and
``POST /_standin/set`` changes its behaviour. It shares no code with the product.
"""

from __future__ import annotations

import argparse
import asyncio
import base64
import json
import random
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

BEFORE = ("refuse", "throttle", "error_before")
AFTER = ("hang", "reset", "error_after", "truncate", "garble", "slow", "late")
ACCOUNT = "AC" + "0" * 32
REASONS = {200: "OK", 201: "Created", 202: "Accepted", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found"}


@dataclass
class Accepted:
    """One message that this provider has taken."""

    id: str
    channel: str
    to: str
    text: str
    marker: str
    at: float
    visible_at: float
    status_callback: str | None = None
    status: str = "queued"
    error_code: int | None = None
    arguments: dict[str, str] = field(default_factory=dict)


@dataclass
class Behaviour:
    """How it answers; every field can be set while it runs."""

    faults: float = 0.0
    kinds: tuple[str, ...] = (*BEFORE, *AFTER)
    latency: float = 0.0
    lag: float = 0.0
    list_faults: float = 0.0
    page_size: int = 50
    retry_after: float = 0.2
    outage: int = 0  # so many of the next requests are answered 401
    hold_at: int = 0  # so many messages are taken; who sends the next waits until something is set and is refused then
    has_activity: bool = True
    searches: str = "marker"  # what the email activity can be searched by: "marker" or "address"
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)  # SendGrid's suppressions by their names
    inbound: list[dict[str, Any]] = field(default_factory=list)  # SMS that came in, as Twilio lists them
    legs: list[dict[str, Any]] = field(default_factory=list)  # legs of calls, as Twilio lists them
    refuse: dict[str, int] = field(default_factory=dict)  # recipient -> Twilio code, or HTTP status of SendGrid


@dataclass
class Standin:
    """The state of both providers."""

    behaviour: Behaviour
    dice: random.Random
    accepted: list[Accepted] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    n_requests: int = 0
    n_lists: dict[str, int] = field(default_factory=dict)
    keep_requests: int = 400
    was_set: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
                method, target, _ = head[0].split(" ")
                headers = {k.lower(): v for k, v in (line.split(": ", 1) for line in head[1:] if line)}
                body = await reader.readexactly(int(headers.get("content-length", "0")))
                if not await self.answer(writer, method, target, headers, body):
                    break
        with suppress(ConnectionError):
            writer.close()

    async def answer(self, writer: asyncio.StreamWriter, method: str, target: str, headers: dict, body: bytes) -> bool:
        path = urlsplit(target).path
        query = {k: v[0] for k, v in parse_qs(urlsplit(target).query).items()}
        if path.startswith("/_standin/"):
            return reply(writer, 200, self.control(path, body))
        self.n_requests += 1
        if len(self.requests) < self.keep_requests:
            self.requests.append(
                {"method": method, "target": target, "headers": headers, "body": base64.b64encode(body).decode()}
            )
        if method == "GET":
            return self.list_(writer, path, query)
        if self.behaviour.outage > 0:
            self.behaviour.outage -= 1
            return reply(
                writer, 401, {"code": 20003, "message": "Authenticate"} if "Messages" in path else {"errors": []}
            )
        return await self.take(writer, path, body)

    async def take(self, writer: asyncio.StreamWriter, path: str, body: bytes) -> bool:
        is_sms = path.endswith(("/Messages.json", "/Calls.json"))
        fault = self.dice.choice(self.behaviour.kinds) if self.dice.random() < self.behaviour.faults else ""
        if self.behaviour.latency:
            await asyncio.sleep(self.behaviour.latency)
        if await self.was_held():
            fault = "refuse"
        if fault == "refuse":
            writer.transport.abort()
            return False
        if fault == "throttle":
            wait = {"Retry-After": str(max(1, round(self.behaviour.retry_after)))} if self.dice.random() < 0.3 else {}
            return reply(writer, 429, {"code": 20429, "message": "Too Many Requests"}, wait)
        if fault == "error_before":
            return reply(writer, 500, {"code": 20500, "message": "Internal Server Error"})
        if fault == "late":
            asyncio.get_running_loop().call_later(1.0, lambda: self.accept(is_sms, body))
            await asyncio.sleep(30)
            return False
        taken = self.accept(is_sms, body)
        if isinstance(taken, tuple):
            return reply(writer, *taken)
        return await self.tell(writer, taken, fault, is_sms=is_sms)

    async def was_held(self) -> bool:
        """Wait while no more may be taken, and tell whether that was so: what was held is never taken later."""
        is_held = 0 < self.behaviour.hold_at <= len(self.accepted)
        if is_held:
            await self.was_set.wait()
        return is_held

    async def tell(self, writer: asyncio.StreamWriter, taken: Accepted, fault: str, *, is_sms: bool) -> bool:
        if fault == "hang":
            await asyncio.sleep(30)
            return False
        if fault == "reset":
            writer.transport.abort()
            return False
        if fault == "error_after":
            return reply(writer, 500, {"code": 20500, "message": "Internal Server Error"})
        if fault == "slow":
            await asyncio.sleep(0.3)
        known = {} if fault == "no_id" else {"X-Message-Id": taken.id}
        status, content, more = (201, as_twilio(taken), {}) if is_sms else (202, None, known)
        if fault in ("truncate", "garble"):
            whole = encode(status, content if is_sms else None, more)
            cut = (
                whole[: len(whole) // 2]
                if fault == "truncate"
                else b"HTTP/1.1 201 Created\r\nContent-Length: 4\r\n\r\n<ht\n"
            )
            writer.write(cut)
            await writer.drain()
            writer.close()
            return False
        return reply(writer, status, content, more)

    def accept(self, is_sms: bool, body: bytes) -> Accepted | tuple[int, dict]:  # noqa: FBT001
        now = time.time()
        n = len(self.accepted)
        visible_at = now + self.dice.random() * self.behaviour.lag
        if is_sms:
            form = {k: v[0] for k, v in parse_qs(body.decode(), keep_blank_values=True).items()}
            code = self.behaviour.refuse.get(form["To"])
            if code:
                return 400, {"code": code, "message": f"refused {code}", "status": 400}
            kind, text = ("sms", form["Body"]) if "Body" in form else ("call", form["Twiml"])
            sid = f"{'SM' if kind == 'sms' else 'CA'}{n:032x}"
            taken = Accepted(sid, kind, form["To"], text, "", now, visible_at, form.get("StatusCallback"))
        else:
            mail = json.loads(body)
            to = mail["personalizations"][0]["to"][0]["email"]
            status = self.behaviour.refuse.get(to)
            if status:
                return status, {
                    "errors": [
                        {"message": "does not contain a valid address", "field": "personalizations.0.to.0.email"}
                    ]
                }
            arguments = {**mail.get("custom_args", {}), **mail["personalizations"][0].get("custom_args", {})}
            text = mail["content"][0]["value"]
            taken = Accepted(f"mid{n:019x}", "email", to, text, arguments.get("marker", ""), now, visible_at)
            taken.arguments = arguments
        self.accepted.append(taken)
        return taken

    def list_(self, writer: asyncio.StreamWriter, path: str, query: dict[str, str]) -> bool:
        if self.dice.random() < self.behaviour.list_faults:
            return reply(writer, self.dice.choice((429, 500, 503)), {"code": 20500, "message": "try later"})
        now = time.time()
        shown = [a for a in reversed(self.accepted) if a.visible_at <= now]
        answer = self.of_sendgrid(shown, path, query) if path.startswith("/v3/") else self.of_twilio(shown, path, query)
        return reply(writer, *(answer or (404, {"errors": [{"message": "not found"}]})))

    def of_twilio(self, shown: list[Accepted], path: str, query: dict[str, str]) -> tuple[int, Any] | None:
        if path.endswith("/Calls.json"):
            legs = [leg for leg in self.behaviour.legs if leg["parent_call_sid"] == query.get("ParentCallSid")]
            return 200, {"calls": legs, "next_page_uri": None}
        if "/Messages/" in path:
            return next(((200, as_twilio(a)) for a in self.accepted if path.endswith(f"/{a.id}.json")), None)
        if "DateSent>" in query:
            rows = [row for row in self.behaviour.inbound if query.get("To") in (None, row["to"])]
            return 200, {"messages": rows, "next_page_uri": None}
        self.count(query.get("To", ""))
        shown = [a for a in shown if a.channel == "sms" and a.to == query.get("To", a.to)]
        size = min(int(query.get("PageSize", "50")), self.behaviour.page_size)
        page = int(query.get("Page", "0"))
        more = len(shown) > (page + 1) * size
        next_uri = (
            f"{path}?To={query.get('To', '').replace('+', '%2B')}&PageSize={size}&Page={page + 1}" if more else None
        )
        messages = [as_twilio(a) for a in shown[page * size : (page + 1) * size]]
        return 200, {"messages": messages, "next_page_uri": next_uri, "page": page, "page_size": size}

    def of_sendgrid(self, shown: list[Accepted], path: str, query: dict[str, str]) -> tuple[int, Any] | None:
        if path.startswith("/v3/suppression/"):
            return 200, self.behaviour.lists.get(path.rsplit("/", 1)[1], [])
        if not self.behaviour.has_activity:
            return None
        if path != "/v3/messages":
            mails = [a for a in shown if path.endswith(f"/{a.id}.recv")]
            return (200, {"to_email": mails[0].to, "unique_args": json.dumps(mails[0].arguments)}) if mails else None
        asked = query.get("query", "")
        self.count(asked)
        by_marker = "unique_args" in asked
        if by_marker and self.behaviour.searches == "address":
            return 400, {"errors": [{"message": "the query cannot be read"}]}
        mails = [a for a in shown if a.channel == "email" and f'"{a.marker if by_marker else a.to}"' in asked]
        return 200, {"messages": [{"to_email": a.to, "msg_id": f"{a.id}.recv", "status": a.status} for a in mails]}

    def count(self, asked: str) -> None:
        self.n_lists[asked] = self.n_lists.get(asked, 0) + 1

    def control(self, path: str, body: bytes) -> Any:
        if path.endswith("/set"):
            for name, value in json.loads(body).items():
                setattr(self.behaviour, name, tuple(value) if isinstance(value, list) else value)
            self.was_set.set()
            self.was_set = asyncio.Event()
        if path.endswith("/report"):
            said = json.loads(body)
            for one in self.accepted:
                if said.get("to") in (None, one.to):
                    one.status, one.error_code = said["status"], said.get("code")
        if path.endswith("/requests"):
            return self.requests
        if path.endswith("/lists"):
            return self.n_lists
        return [vars(a) for a in self.accepted] if path.endswith("/accepted") else self.counts()

    def counts(self) -> dict[str, int]:
        return {"n_requests": self.n_requests, "n_accepted": len(self.accepted)}


def as_twilio(taken: Accepted) -> dict[str, Any]:
    """Describe a message as Twilio does while it is queued: no date_sent yet."""
    return {
        "sid": taken.id,
        "account_sid": ACCOUNT,
        "to": taken.to,
        "from": "+15550100",
        "body": taken.text,
        "status": taken.status,
        "direction": "outbound-api",
        "date_created": format_datetime(datetime.fromtimestamp(taken.at, UTC)),
        "date_sent": None,
        "error_code": taken.error_code,
        "num_segments": "1",
    }


def encode(status: int, content: Any, more: dict[str, str]) -> bytes:
    """Return an HTTP answer."""
    body = b"" if content is None else json.dumps(content).encode()
    lines = [
        f"HTTP/1.1 {status} {REASONS.get(status, 'Status')}",
        "Content-Type: application/json",
        *(f"{k}: {v}" for k, v in more.items()),
    ]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body


def reply(writer: asyncio.StreamWriter, status: int, content: Any, more: dict[str, str] | None = None) -> bool:
    """Answer and keep the connection."""
    writer.write(encode(status, content, more or {}))
    return True


async def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--behaviour", default="{}")
    asked = parser.parse_args()
    behaviour = Behaviour()
    for name, value in json.loads(asked.behaviour).items():
        setattr(behaviour, name, tuple(value) if isinstance(value, list) else value)
    standin = Standin(behaviour, random.Random(asked.seed))  # noqa: S311
    server = await asyncio.start_server(standin.serve, "127.0.0.1", asked.port, backlog=512)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
