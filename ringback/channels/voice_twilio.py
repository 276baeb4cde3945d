"""Click-to-call through Twilio: rings the recruiter first, and when they pick up, the candidate.

A call is not a message: nobody waits for it in a queue, and one that may have begun is never begun again by a machine. The
caller sees the error and presses the key once more if they like.
"""

from __future__ import annotations

from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]
from twilio.twiml.voice_response import Dial, VoiceResponse  # type: ignore[import-untyped]

from ringback.channels.base import Ring
from ringback.channels.sms_twilio import SID_LENGTH, TwilioHttp, as_channel_error, open_client
from ringback.channels.transport import Transport
from ringback.errors import ChannelError, InDoubtError, SetupError
from ringback.settings import Settings

RING_SECONDS = 25  # a mailbox takes most calls after 25 to 30 seconds
EVENTS = "initiated ringing answered completed"


class TwilioVoice:
    """Connects a recruiter with a candidate, from the number of the settings."""

    def __init__(self, client: Client, http: TwilioHttp, transport: Transport, from_e164: str) -> None:
        self._client, self._http, self._transport, self._from = client, http, transport, from_e164

    @classmethod
    def of(cls, settings: Settings) -> TwilioVoice:
        """Return the caller that the settings describe.

        Raises:
            SetupError: no number to call from; a Messaging Service cannot ring.
        """
        if not (settings.twilio_account_sid and settings.twilio_auth_token and settings.twilio_from):
            raise SetupError(
                "Calls need RINGBACK_TWILIO_ACCOUNT_SID, RINGBACK_TWILIO_AUTH_TOKEN and RINGBACK_TWILIO_FROM; set them."
            )
        return cls(*open_client(settings), settings.twilio_from)

    def ring(self, ring: Ring) -> str:
        """Start the call, once, and return its SID.

        Raises:
            RetryableError: it was certainly not started.
            PermanentError: it cannot be started; the message says why.
            InDoubtError: it may have been started; the recruiter's phone tells.
        """
        try:
            call = self._client.calls.create(
                to=ring.recruiter_e164, from_=self._from, twiml=str(connect(ring, self._from))
            )
            sid = call.sid
        except ChannelError:
            raise
        except TwilioException as error:
            raise as_channel_error(error, self._http.retry_after_seconds) from error
        except Exception as error:
            raise InDoubtError(f"Twilio's answer cannot be read: {type(error).__name__}", code="garbled") from error
        if not isinstance(sid, str) or len(sid) != SID_LENGTH:
            raise InDoubtError("Twilio's answer has no call SID", code="garbled")
        return sid

    def close(self) -> None:
        """Close the connections to Twilio."""
        self._transport.close()


def connect(ring: Ring, from_e164: str) -> VoiceResponse:
    """Return what Twilio does when the recruiter has picked up: ring the candidate, report each step, tell machines apart."""
    response = VoiceResponse()
    dial = Dial(caller_id=from_e164, timeout=RING_SECONDS, answer_on_bridge=True)
    reports = {"status_callback": ring.status_url, "status_callback_event": EVENTS} if ring.status_url else {}
    machines = {"machine_detection": "Enable", "amd_status_callback": ring.status_url} if ring.status_url else {}
    dial.number(ring.candidate_e164, **reports, **machines)
    response.append(dial)
    return response
