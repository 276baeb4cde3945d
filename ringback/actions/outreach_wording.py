"""What a message says when it leaves, and to which address: from what is known of the candidate at that moment."""

from __future__ import annotations

from typing import Any

from ringback.channels.links import door_url, unsubscribe_url
from ringback.rules.gate import choose_contact, may_carry
from ringback.rules.wording import TemplateKey, Templates, Wording, job_called, salutation
from ringback.workspace import Workspace
from schemas.records import CandidateFacts, ContactPoint
from schemas.words import Channel


def contact_of(row: Any, facts: CandidateFacts) -> ContactPoint | None:
    """Return the address to use: the planned one while it is usable; another only if nothing was ever tried."""
    planned = next((c for c in facts.contact_points if c.contact_point_id == row.contact_point_id), None)
    if planned is not None and (row.n_tries > 0 or may_carry(planned, row.channel)):
        return planned
    return choose_contact(facts.contact_points, row.channel)


def kept_wording(row: Any) -> Wording | None:
    """Return the text of an earlier try: what may have been sent once is repeated word for word."""
    return None if row.body is None else Wording(row.subject, row.body, row.n_segments)


def wording_of(ws: Workspace, templates: Templates, row: Any, contact: ContactPoint) -> Wording:
    """Return what a message says if it leaves now; ``row`` has the columns of message and candidate.

    Raises:
        TemplateError: the text cannot be made.
    """
    messages = ws.policy.messages
    may_link = row.channel is not Channel.SMS or not contact.value.startswith(messages.no_link_prefixes)
    return templates.render(
        TemplateKey(row.language, row.channel, row.template, row.role_family),
        {
            "salutation": salutation(row.name, row.language),
            "title": job_called(
                ws.policy.roles,
                wish=row.desired_title,
                held=row.title,
                role_family=row.role_family,
                language=row.language,
                otherwise="在招" if row.language == "zh" else "job",
            ),
            "company": messages.company,
            "agent": "",
            "interview_link": _link(ws, row.message_id) if may_link else "",
            "can_reply": may_link,
            "marker": row.marker,
            "unsubscribe_url": unsubscribe_of(ws, row) or "",
        },
    )


def unsubscribe_of(ws: Workspace, row: Any) -> str | None:
    """Return the one-click address of a mail; an SMS has none."""
    if row.channel is not Channel.EMAIL:
        return None
    return unsubscribe_url(ws.vault, ws.settings.public_url, row.message_id)


def _link(ws: Workspace, message_id: str) -> str:
    """Return the candidate's own page where it is served, else the booking page of the policy."""
    return door_url(ws.vault, ws.settings.public_url, message_id) or ws.policy.messages.interview_link
