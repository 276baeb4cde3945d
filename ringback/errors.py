"""The error tree, split by what the caller should do.

    RingbackError               shown to a person as it stands: the thing, the reason, the next step
    |-- UsageError              the request is wrong: correct it (exit code 2)
    |   |-- NotFoundError       no such candidate, file, pair ...
    |   `-- AmbiguousError      several candidates fit; name one of them
    |-- SetupError              the installation is not ready: settings, keys, database (exit code 1)
    |   |-- KeysError           the keyset is missing or does not open this database
    |   `-- SchemaError         the database is older or newer than this program
    `-- ChannelError            a provider did not take a message
        |-- RetryableError      nothing was accepted: try again later
        |-- PermanentError      will never be accepted: tell a person
        `-- InDoubtError        no answer came: it may have been accepted; ask before sending again

A refusal that is part of the rules (opted out, quiet hours) is no error: it is a value, see ``schemas.words.Refusal``.
"""

from __future__ import annotations


class RingbackError(Exception):
    """A fault that a person can act on: the message names the thing, the reason and the next step."""


class UsageError(RingbackError):
    """The request itself is wrong; correct it and call again."""


class NotFoundError(UsageError):
    """What was asked for does not exist."""


class AmbiguousError(UsageError):
    """Several things fit the request; name one of them."""


class SetupError(RingbackError):
    """The installation is not ready."""


class KeysError(SetupError):
    """The keyset is missing, unreadable, or not the one that this database was encrypted with."""


class SchemaError(SetupError):
    """The database's schema is not the one this program works with."""


class ChannelError(RingbackError):
    """A provider did not take a message; ``code`` is the provider's own word for it."""

    def __init__(self, message: str, *, code: str | None = None, http_status: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.http_status = http_status


class RetryableError(ChannelError):
    """Certainly nothing was accepted; sending again later is safe. ``retry_after_seconds`` if the provider said so."""

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        http_status: int | None = None,
        retry_after_seconds: float | None = None,
    ) -> None:
        super().__init__(message, code=code, http_status=http_status)
        self.retry_after_seconds = retry_after_seconds


class PermanentError(ChannelError):
    """Certainly nothing was accepted, and nothing will be."""


class InDoubtError(ChannelError):
    """It is not known whether the message was accepted; it must not be sent again before the provider was asked."""
