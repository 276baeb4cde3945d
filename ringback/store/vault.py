"""The keyset, the cipher of encrypted columns, and the keyed blind index.

Values are sealed with AES-256-GCM by Google's Tink, whose keysets rotate: a new primary key encrypts, old keys still
decrypt. Equality on sealed values is looked up by HMAC-SHA256 under a separate key, one sub-key a kind, so that equal
values of different kinds do not look equal. The keyset file lies outside the database and is never logged.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ringback.errors import KeysError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = "ringback-keys/1"
TAIL_DIGITS = 4
BLIND_BYTES = 16


class Vault:
    """An open keyset: seals, unseals and blinds. Holds key material: never print or pickle one."""

    def __init__(self, keyset: dict[str, Any]) -> None:
        from tink import aead, json_proto_keyset_format, secret_key_access  # noqa: PLC0415 (150 ms, only where needed)

        aead.register()
        handle = json_proto_keyset_format.parse(json.dumps(keyset["aead"]), secret_key_access.TOKEN)
        self._aead = handle.primitive(aead.Aead)
        self._index_key = base64.b64decode(keyset["index"])
        self.fingerprint = hashlib.sha256(b"ringback index" + self._index_key).hexdigest()[:16]

    def __repr__(self) -> str:
        """Name the keyset without showing it."""
        return f"Vault({self.fingerprint})"

    def encrypt(self, plain: bytes, purpose: bytes) -> bytes:
        """Return ``plain`` sealed by the primary key and bound to ``purpose``."""
        sealed: bytes = self._aead.encrypt(plain, purpose)
        return sealed

    def decrypt(self, secret: bytes, purpose: bytes) -> bytes:
        """Return what :meth:`encrypt` sealed for the same purpose.

        Raises:
            KeysError: no key of this keyset opens it, or it was changed.
        """
        from tink import TinkError  # noqa: PLC0415

        try:
            plain: bytes = self._aead.decrypt(secret, purpose)
        except TinkError as error:
            raise KeysError(
                f"A value of {purpose.decode()} cannot be decrypted with keyset {self.fingerprint}: it was written with"
                " another keyset or changed. Put the right keyset file in place (RINGBACK_KEYS)."
            ) from error
        return plain

    def blind(self, kind: str, value: str) -> bytes:
        """Return the keyed hash by which equal values of one kind are found (16 bytes, the same for ever)."""
        started = self._keyed(kind).copy()  # taking up a key costs as much as the short values hashed with it
        started.update(value.encode())
        return started.digest()[:BLIND_BYTES]

    def blind_tail(self, phone_e164: str) -> bytes:
        """Return the keyed hash of a phone's last four digits."""
        return self.blind("phone_tail", phone_e164[-TAIL_DIGITS:])

    @lru_cache(maxsize=64)  # noqa: B019 (a vault lives as long as its process)
    def _keyed(self, kind: str) -> hmac.HMAC:
        sub_key = hmac.digest(self._index_key, f"ringback index {kind}".encode(), "sha256")
        return hmac.new(sub_key, digestmod="sha256")


def open_vault(path: Path) -> Vault:
    """Open the keyset file at ``path``.

    Raises:
        KeysError: the file is missing or not a keyset.
    """
    try:
        keyset = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise KeysError(
            f"The keyset file {path} is missing. Contact data is encrypted with it: restore it from where you keep it,"
            " or point RINGBACK_KEYS at it. A new keyset cannot open an existing database."
        ) from error
    except (OSError, ValueError) as error:
        raise KeysError(
            f"The keyset file {path} cannot be read ({error}). Restore it from where you keep it."
        ) from error
    if not isinstance(keyset, dict) or keyset.get("format") != FORMAT:
        raise KeysError(f"{path} is not a Ringback keyset file (expected format {FORMAT}).")
    return Vault(keyset)


def create_keyset(path: Path) -> Vault:
    """Make a new keyset file, readable by its owner only, and open it; an existing file is opened, never replaced."""
    keyset = {"format": FORMAT, "aead": _new_aead_keyset(), "index": base64.b64encode(secrets.token_bytes(32)).decode()}
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        json.dump(keyset, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)  # atomic, and refuses to replace: of two first starts one wins and both use its keys
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return open_vault(path)


def rotate_keyset(path: Path) -> Vault:
    """Add a new primary encryption key to the keyset file and open it; what old keys sealed stays readable."""
    import tink  # noqa: PLC0415
    from tink import aead, json_proto_keyset_format, secret_key_access  # noqa: PLC0415

    open_vault(path)
    keyset = json.loads(path.read_text(encoding="utf-8"))
    handle = json_proto_keyset_format.parse(json.dumps(keyset["aead"]), secret_key_access.TOKEN)
    more = json.loads(_serialised(tink.new_keyset_handle(aead.aead_key_templates.AES256_GCM)))
    merged = json.loads(_serialised(handle))
    merged["key"] += more["key"]
    merged["primaryKeyId"] = more["primaryKeyId"]
    keyset["aead"] = merged
    draft = path.with_name(f".{path.name}.new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        json.dump(keyset, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    return open_vault(path)


def _new_aead_keyset() -> Any:
    import tink  # noqa: PLC0415
    from tink import aead  # noqa: PLC0415

    aead.register()
    return json.loads(_serialised(tink.new_keyset_handle(aead.aead_key_templates.AES256_GCM)))


def _serialised(handle: Any) -> str:
    from tink import json_proto_keyset_format, secret_key_access  # noqa: PLC0415

    text: str = json_proto_keyset_format.serialize(handle, secret_key_access.TOKEN)
    return text
