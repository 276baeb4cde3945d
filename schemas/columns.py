"""Column types that keep two promises on every database: instants are aware UTC, private values are never plain text.

The cipher is not known here: ``ringback.store.vault`` gives one to :func:`use_cipher` when a database is opened. Reading
or writing an encrypted column before that raises :class:`CipherMissingError`.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, Protocol

from sqlalchemy import DateTime, LargeBinary
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))  # json.dumps would make one for every value
_PARSE = json.JSONDecoder().decode  # json.loads would guess the encoding of every value


class Cipher(Protocol):
    """Authenticated encryption with associated data."""

    def encrypt(self, plain: bytes, purpose: bytes) -> bytes:
        """Return the ciphertext; ``purpose`` must be given again to decrypt."""
        ...

    def decrypt(self, secret: bytes, purpose: bytes) -> bytes:
        """Return the plain bytes; raise if the ciphertext, the purpose or the key does not fit."""
        ...


class CipherMissingError(RuntimeError):
    """An encrypted column was used before a keyset was opened; open the database through ``ringback.workspace``."""


class _Installed:
    cipher: Cipher | None = None


def use_cipher(cipher: Cipher | None) -> None:
    """Make ``cipher`` the one that every encrypted column of this process uses; None takes it away."""
    _Installed.cipher = cipher


def _cipher() -> Cipher:
    if _Installed.cipher is None:
        raise CipherMissingError("encrypted columns need a keyset; none was opened in this process")
    return _Installed.cipher


class UTCDateTime(TypeDecorator[datetime]):
    """An aware instant. Refuses naive values; comes back as UTC on SQLite too, which drops the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Return the instant in UTC, without its zone where the database cannot hold one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}: instants must carry a zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (signature)
        """Return the stored instant as aware UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EncryptedText(TypeDecorator[str]):
    """Text that the database sees only encrypted. ``purpose`` binds a ciphertext to its column."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, purpose: str) -> None:
        super().__init__()
        self.purpose = purpose

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002 (signature)
        """Encrypt."""
        return None if value is None else _cipher().encrypt(value.encode(), self.purpose.encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:  # noqa: ARG002 (signature)
        """Decrypt."""
        return None if value is None else _cipher().decrypt(bytes(value), self.purpose.encode()).decode()


class EncryptedJSON(TypeDecorator[Any]):
    """A JSON value that the database sees only encrypted."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, purpose: str) -> None:
        super().__init__()
        self.purpose = purpose

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:  # noqa: ARG002 (signature)
        """Serialise and encrypt."""
        if value is None:
            return None
        return _cipher().encrypt(_JSON.encode(value).encode(), self.purpose.encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:  # noqa: ARG002 (signature)
        """Decrypt and parse."""
        return None if value is None else _PARSE(_cipher().decrypt(bytes(value), self.purpose.encode()).decode())
