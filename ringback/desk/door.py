"""The candidate's own page behind the link in a message, and the page behind a mail's unsubscribe link.

No login, no script, one small page for a phone, in the language of the message. Opening a link changes nothing; buttons post.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from functools import cache
from urllib.parse import parse_qs
from zoneinfo import ZoneInfo

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from ringback.actions.door import DoorView, record_look, stop_by_link, take_choice, view_door
from ringback.channels import links
from ringback.desk.requests import Refused, body_of
from ringback.errors import UsageError
from ringback.rules.door import Choice
from ringback.workspace import Workspace

FORM = "application/x-www-form-urlencoded"
MOST_BYTES = 4096
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}
_MACHINES = re.compile(
    r"bot\b|bot/|crawl|spider|preview|scan|slurp|curl|wget|python-|go-http|facebookexternalhit|whatsapp|telegram|proofpoint|"
    r"barracuda|mimecast|safelinks|headless",
    re.IGNORECASE,
)
WEEKDAYS = {
    "zh": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
    "en": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
}


class DoorPages:
    """The pages, on one workspace."""

    def __init__(self, workspace: Workspace, now: Callable[[], datetime]) -> None:
        self._ws, self._now = workspace, now

    def routes(self) -> list[Route]:
        """Return what is served; the links are made by :mod:`ringback.channels.links`."""
        return [
            Route(links.DOOR_PATH + "/{token}", self.door, methods=["GET", "POST"]),
            Route(links.DOOR_PATH + "/{token}/job", self.job, methods=["GET"]),
            Route(links.UNSUBSCRIBE_PATH + "/{message_id}/{signature}", self.unsubscribe, methods=["GET", "POST"]),
        ]

    async def door(self, request: Request) -> Response:
        """Show what may be chosen, or take a choice."""
        token = request.path_params["token"]
        view = await run_in_threadpool(view_door, self._ws, token, now=self._now())
        if view is None:
            return _gone(request)
        if request.method == "POST":
            return await self._choose(request, token, view)
        await self._look(request, view, "form_view")
        return _page("door.html", view=view, token=token, done=None, problem=None)

    async def _choose(self, request: Request, token: str, view: DoorView) -> Response:
        try:
            choice, at = _chosen(await body_of(request, most_bytes=MOST_BYTES, content_type=FORM))
            after = await run_in_threadpool(take_choice, self._ws, token, choice, at=at, now=self._now())
        except Refused as refused:
            return _page("door.html", refused.status, view=view, token=token, done=None, problem=str(refused))
        except UsageError as error:
            return _page("door.html", 409, view=view, token=token, done=None, problem=str(error))
        return _page("door.html", view=after, token=token, done=choice, problem=None)

    async def job(self, request: Request) -> Response:
        """Show the job's description."""
        token = request.path_params["token"]
        view = await run_in_threadpool(view_door, self._ws, token, now=self._now())
        if view is None or view.job_text is None:
            return _gone(request)
        await self._look(request, view, "jd_view")
        return _page("job.html", view=view, token=token)

    async def _look(self, request: Request, view: DoorView, event: str) -> None:
        agent = request.headers.get("user-agent", "")
        is_machine = request.method == "HEAD" or not agent or _MACHINES.search(agent) is not None
        await run_in_threadpool(record_look, self._ws, view, event=event, is_machine=is_machine, now=self._now())

    async def unsubscribe(self, request: Request) -> Response:
        """Ask, and on a post (a button, or a mail program by RFC 8058) opt the receiver out."""
        at = request.path_params
        if not links.is_signed(self._ws.vault, "unsubscribe", at["message_id"], at["signature"]):
            return _gone(request)
        is_done = request.method == "POST" and await run_in_threadpool(
            stop_by_link, self._ws, at["message_id"], at["signature"], now=self._now()
        )
        return _page("unsubscribe.html", is_done=is_done)


def _chosen(body: bytes) -> tuple[Choice, datetime | None]:
    fields = parse_qs(body.decode("ascii", "replace"), max_num_fields=10)
    try:
        choice = Choice(fields.get("choice", [""])[0])
        at = datetime.fromisoformat(fields["at"][0]) if "at" in fields else None
    except ValueError as error:
        raise Refused(400, "This page does not know that choice.") from error
    if at is not None and at.tzinfo is None:
        raise Refused(400, "The time has no zone.")
    return choice, at


def _gone(request: Request) -> Response:
    language = "zh" if request.headers.get("accept-language", "").lower().startswith("zh") else "en"
    return _page("gone.html", 404, language=language)


def _page(name: str, status: int = 200, **values: object) -> Response:
    return HTMLResponse(_pages().get_template(name).render(Choice=Choice, **values), status, HEADERS)


@cache
def _pages() -> Environment:
    pages = Environment(
        loader=PackageLoader("ringback.desk", "pages"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    pages.filters["local"] = _local
    pages.filters["day"] = _day
    return pages


def _local(at: datetime, timezone: str, language: str) -> str:
    """Return an instant as its reader writes it, in their own zone."""
    local = at.astimezone(ZoneInfo(timezone))
    return f"{_day(local, language)} {local:%H:%M}"


def _day(day: datetime, language: str) -> str:
    weekday = WEEKDAYS[language][day.weekday()]
    return f"{day.month}月{day.day}日 {weekday}" if language == "zh" else f"{weekday} {day:%d %b}"
