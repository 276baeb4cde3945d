"""HTTP that knows how far it came: the one question that decides whether a message may be sent again.

The common clients answer "connection error" both for "never connected" and for "sent, then no answer". Here connecting and
sending are separate steps with a fence between them: until it is passed nothing has left (``RetryableError``), from then on
everything is unclear (``InDoubtError``) until a whole answer has been read. Connections are kept, one a thread and host,
and nothing is ever repeated.
"""

from __future__ import annotations

import http.client
import select
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import certifi

from ringback.channels.base import no_fence
from ringback.errors import InDoubtError, RetryableError

LONGEST_IDLE_SECONDS = 4.0  # providers close idle connections after 5 s and more; a race with that would be a doubt
LONGEST_RETRY_AFTER_SECONDS = 3600.0


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer, as it came."""

    status: int
    headers: Message
    body: bytes


class Transport:
    """Requests to one base URL, each within a time limit."""

    def __init__(self, timeout_seconds: float) -> None:
        self._timeout = timeout_seconds
        self._tls = ssl.create_default_context(cafile=certifi.where())
        self._local = threading.local()
        self._open: list[http.client.HTTPConnection] = []
        self._lock = threading.Lock()

    def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str],
        body: bytes | None = None,
        fence: Callable[[], None] = no_fence,
    ) -> Answer:
        """Send one request, once, and return the whole answer.

        Raises:
            RetryableError: no connection, or the fence is down; not a byte of the request has left.
            InDoubtError: bytes have left, and no whole answer came back in time.
        """
        parts = urlsplit(url)
        target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
        deadline = time.monotonic() + self._timeout
        connection = self._connected(parts.scheme, parts.netloc)
        fence()
        try:
            connection.request(method, target, body=body, headers=dict(headers))
            _limit(connection, deadline)
            response = connection.getresponse()
            _limit(connection, deadline)
            answer = Answer(response.status, response.headers, response.read())
        except (OSError, http.client.HTTPException) as error:
            self._drop(parts.netloc)
            raise InDoubtError(f"no whole answer from {parts.hostname}: {_name(error)}", code="no_answer") from error
        if response.will_close:
            self._drop(parts.netloc)
        else:
            self._kept[parts.netloc] = (connection, time.monotonic())
        return answer

    def close(self) -> None:
        """Close every connection, those of other threads too; they must have ended."""
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open.clear()

    @property
    def _kept(self) -> dict[str, tuple[http.client.HTTPConnection, float]]:
        kept: dict[str, tuple[http.client.HTTPConnection, float]] | None = getattr(self._local, "kept", None)
        if kept is None:
            kept = self._local.kept = {}
        return kept

    def _connected(self, scheme: str, netloc: str) -> http.client.HTTPConnection:
        """Return a standing connection: the kept one if the other side has not closed it, else a new one."""
        connection, used_at = self._kept.get(netloc, (None, 0.0))
        if connection is not None:
            if (
                connection.sock is not None
                and time.monotonic() - used_at < LONGEST_IDLE_SECONDS
                and _is_quiet(connection)
            ):
                connection.sock.settimeout(self._timeout)
                return connection
            self._drop(netloc)
        connection = self._new(scheme, netloc)
        try:
            connection.connect()
        except (OSError, http.client.HTTPException) as error:
            connection.close()
            raise RetryableError(f"no connection to {netloc}: {_name(error)}", code="no_connection") from error
        with self._lock:
            self._open.append(connection)
        self._kept[netloc] = (connection, time.monotonic())
        return connection

    def _new(self, scheme: str, netloc: str) -> http.client.HTTPConnection:
        if scheme != "https":
            return http.client.HTTPConnection(netloc, timeout=self._timeout)
        proxy = urllib.request.getproxies().get("https")
        if not proxy or urllib.request.proxy_bypass(netloc.partition(":")[0]):
            return http.client.HTTPSConnection(netloc, timeout=self._timeout, context=self._tls)
        through = http.client.HTTPSConnection(urlsplit(proxy).netloc or proxy, timeout=self._timeout, context=self._tls)
        through.set_tunnel(netloc)
        return through

    def _drop(self, netloc: str) -> None:
        kept = self._kept.pop(netloc, None)
        if kept is not None:
            kept[0].close()
            with self._lock:
                if kept[0] in self._open:
                    self._open.remove(kept[0])


def retry_after_seconds(headers: Mapping[str, str] | Message) -> float | None:
    """Return how long the provider asks to wait: ``Retry-After`` in seconds or as a date, or ``X-RateLimit-Reset``."""
    asked = headers.get("Retry-After")
    reset = headers.get("X-RateLimit-Reset")
    try:
        if asked is not None and asked.strip().isdigit():
            seconds = float(asked)
        elif asked is not None:
            seconds = (parsedate_to_datetime(asked) - datetime.now(UTC)).total_seconds()
        elif reset is not None:
            seconds = float(reset) - time.time()
        else:
            return None
    except (ValueError, TypeError):
        return None
    return min(max(0.0, seconds), LONGEST_RETRY_AFTER_SECONDS)


def _is_quiet(connection: http.client.HTTPConnection) -> bool:
    """Tell whether an idle connection still stands: one that can be read from was closed, or has lost its place."""
    poll = select.poll()
    poll.register(connection.sock, select.POLLIN | select.POLLHUP | select.POLLERR)
    return not poll.poll(0)


def _limit(connection: http.client.HTTPConnection, deadline: float) -> None:
    if connection.sock is not None:
        connection.sock.settimeout(max(0.001, deadline - time.monotonic()))


def _name(error: Exception) -> str:
    return str(error) or type(error).__name__
