"""Opens the channels that the settings ask for. Provider packages are imported only when they are used."""

from __future__ import annotations

from collections.abc import Mapping

from ringback.channels.base import Sender
from ringback.channels.console import ConsoleFile, ConsoleSender
from ringback.errors import SetupError
from ringback.settings import Settings
from schemas.words import Channel


def open_channels(settings: Settings) -> Mapping[Channel, Sender]:
    """Return a sender for SMS and for mail: the console, or the live providers.

    Raises:
        SetupError: live channels are asked for and credentials are missing; the message names every missing variable.
    """
    if settings.channels == "console":
        file = ConsoleFile(settings.home / "outbox")
        return {channel: ConsoleSender(file, f"console:{channel.value}") for channel in (Channel.SMS, Channel.EMAIL)}
    missing = missing_credentials(settings)
    if missing:
        raise SetupError(
            f"RINGBACK_CHANNELS is live, but {', '.join(missing)} {'is' if len(missing) == 1 else 'are'} not set."
            " Set them, or use RINGBACK_CHANNELS=console, which sends nothing."
        )
    from ringback.channels.email_sendgrid import SendGridSender  # noqa: PLC0415 (only where mail is really sent)
    from ringback.channels.sms_twilio import TwilioSender  # noqa: PLC0415 (half a second)

    return {Channel.SMS: TwilioSender.of(settings), Channel.EMAIL: SendGridSender.of(settings)}


def missing_credentials(settings: Settings) -> list[str]:
    """Return the names of the variables that live channels need and that are not set."""
    needed = {
        "RINGBACK_TWILIO_ACCOUNT_SID": settings.twilio_account_sid,
        "RINGBACK_TWILIO_AUTH_TOKEN": settings.twilio_auth_token,
        "RINGBACK_TWILIO_FROM (or RINGBACK_TWILIO_MESSAGING_SERVICE_SID)": settings.twilio_from
        or settings.twilio_messaging_service_sid,
        "RINGBACK_SENDGRID_API_KEY": settings.sendgrid_api_key,
        "RINGBACK_SENDGRID_FROM": settings.sendgrid_from,
    }
    return [name for name, value in needed.items() if not value]
