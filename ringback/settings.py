"""Settings: what differs between installations, from ``RINGBACK_*`` environment variables or a ``.env`` file.

Read once at the top (command line, tasks, desk) and passed down. What differs between employers is policy, not settings.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from ringback.errors import SetupError
from schemas.policy import Policy

DEFAULT_POLICY = Path(__file__).with_name("policy.toml")
DATABASE = "ringback.db"


class Settings(BaseSettings):
    """Every setting, with what it is for."""

    model_config = SettingsConfigDict(env_prefix="RINGBACK_", env_file=".env", extra="ignore", frozen=True)

    home: Path = Field(Path("data"), description="Folder of database, drop, archive, quarantine and outbox.")
    database_url: str | None = Field(
        None, description="SQLAlchemy URL; default: ringback.db (SQLite) in the home folder."
    )
    keys: Path | None = Field(None, description="Encryption keyset file; default: keys.json in the home folder.")
    policy: Path | None = Field(None, description="TOML file laid over the shipped policy.")
    timezone: str = Field("Asia/Shanghai", description="Zone of the office, and of candidates whose own is unknown.")
    settle_seconds: float = Field(5.0, ge=0, description="A dropped file is taken when it has stood still this long.")
    readers: int = Field(2, ge=1, description="Reader processes that work side by side.")
    artifact_contacts: Literal["masked", "full"] = Field(
        "masked",
        description="full shows whole phone numbers in Prefect artifacts, which everybody who opens the UI can read.",
    )
    channels: Literal["console", "live"] = Field(
        "console", description="console writes what would be sent; live sends."
    )
    twilio_account_sid: str | None = Field(None, description="Twilio account SID (live).")
    twilio_auth_token: SecretStr | None = Field(None, description="Twilio auth token (live).")
    twilio_from: str | None = Field(None, description="Sending number in E.164 (or use the messaging service).")
    twilio_messaging_service_sid: str | None = Field(None, description="Messaging Service SID (instead of a number).")
    twilio_base_url: str | None = Field(None, description="Where a stand-in for Twilio listens (tests).")
    sendgrid_api_key: SecretStr | None = Field(None, description="SendGrid API key (live).")
    sendgrid_from: str | None = Field(None, description="Verified sender address (live).")
    sendgrid_base_url: str | None = Field(None, description="Where a stand-in for SendGrid listens (tests).")
    sendgrid_event_public_key: str | None = Field(None, description="Public key of SendGrid's signed events.")
    sendgrid_parse_public_key: str | None = Field(None, description="Public key of a signed Inbound Parse.")
    public_url: str | None = Field(None, description="Where webhooks and candidates' links reach this installation.")
    in_doubt_settle_seconds: float = Field(
        900.0, ge=0, description="How long an unclear send is looked for before a person decides."
    )
    lease_seconds: float = Field(120.0, gt=0, description="How long a dispatcher may hold a message.")
    provider_timeout_seconds: float = Field(20.0, gt=0, description="Longest wait for one provider answer.")

    @field_validator("timezone")
    @classmethod
    def _is_a_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(f"{value!r} is not an IANA time zone, such as Asia/Shanghai") from error
        return value

    @property
    def url(self) -> str:
        """The database URL, with the default filled in."""
        return self.database_url or f"sqlite:///{self.home.resolve() / DATABASE}"

    @property
    def keys_path(self) -> Path:
        """The keyset file, with the default filled in."""
        return self.keys or self.home / "keys.json"


def load_settings(**overrides: Any) -> Settings:
    """Return the settings of this process; ``overrides`` (None ignored) win over the environment.

    Raises:
        SetupError: a value is not usable; the message names the variable and the reason.
    """
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})
    except ValidationError as error:
        lines = [f"RINGBACK_{str(e['loc'][0]).upper()}: {_reason(e['msg'])}" for e in error.errors()]
        raise SetupError("A setting is not usable. " + "; ".join(lines)) from error


def load_policy(path: Path | None = None) -> Policy:
    """Return the shipped policy with the tables of ``path`` laid over it, checked.

    Raises:
        SetupError: the file is missing, not TOML, or a value breaks a rule; the message names the key.
    """
    merged = tomllib.loads(DEFAULT_POLICY.read_text(encoding="utf-8"))
    if path is not None:
        try:
            merged = _laid_over(merged, tomllib.loads(path.read_text(encoding="utf-8-sig")))
        except OSError as error:
            raise SetupError(
                f"Policy file {path} cannot be read ({error.strerror}); correct RINGBACK_POLICY."
            ) from error
        except UnicodeDecodeError as error:
            raise SetupError(f"Policy file {path} is not UTF-8; save it as UTF-8 text.") from error
        except tomllib.TOMLDecodeError as error:
            raise SetupError(f"Policy file {path} is not valid TOML: {error}.") from error
    try:
        return Policy.model_validate(merged)
    except ValidationError as error:
        lines = [f"{'.'.join(str(part) for part in e['loc']) or 'policy'}: {_reason(e['msg'])}" for e in error.errors()]
        raise SetupError(f"Policy {path or DEFAULT_POLICY.name} is not usable. " + "; ".join(lines)) from error


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ")


def _laid_over(base: dict[str, Any], top: dict[str, Any]) -> dict[str, Any]:
    """Return ``base`` with the keys of ``top`` replaced, table by table; lists are replaced whole."""
    merged = dict(base)
    for key, value in top.items():
        below = merged.get(key)
        merged[key] = _laid_over(below, value) if isinstance(below, dict) and isinstance(value, dict) else value
    return merged
