"""The application that listens: provider webhooks, the candidate's door, and whether it is well."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from sqlalchemy import text
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from ringback.desk.door import DoorPages
from ringback.desk.inbox import Inbox
from ringback.desk.waking import Waker
from ringback.desk.webhooks import Webhooks, utc_now
from ringback.workspace import Workspace


def make_app(workspace: Workspace, now: Callable[[], datetime] = utc_now) -> Starlette:
    """Return the application on an open workspace; it writes through one thread that lives as long as it does."""
    waker = Waker(workspace, now)
    inbox = Inbox(workspace, now, waker.wake)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        waker.start()
        inbox.start()
        try:
            yield
        finally:
            await run_in_threadpool(inbox.stop)
            await run_in_threadpool(waker.stop)

    async def healthz(_: Request) -> Response:
        """Answer 200 when the database answers, 503 when not."""

        def ask() -> None:
            with workspace.reading() as session:
                session.execute(text("SELECT 1"))

        try:
            await run_in_threadpool(ask)
        except Exception:  # noqa: BLE001 (whatever it is, we are not well)
            return PlainTextResponse("the database does not answer", 503)
        return PlainTextResponse("ok")

    return Starlette(
        routes=[
            Route("/healthz", healthz),
            *Webhooks(workspace, inbox, now).routes(),
            *DoorPages(workspace, now).routes(),
        ],
        lifespan=lifespan,
    )
