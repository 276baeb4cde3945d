"""A recruiter has found the right number or address of somebody in the pool."""

from __future__ import annotations

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.naming import run_name
from flows.words import in_words
from ringback.reports.followup import contact_added_sentence
from schemas.forms import ContactForm
from tasks import people as steps
from tasks.remind import publish_today
from tasks.steps import now, workspace


@flow(name="add-contact", flow_run_name=run_name("add contact"), persist_result=False)
@in_words
def add_contact(found: ContactForm) -> State[None]:
    """Enter a new number or mail address of a candidate: 登记新号码或新邮箱.

    It is used before those that were known. Who could not be rung until now gets their next call.

    Args:
        found: 哪一位、新的号码或邮箱 / which one, and the new number or address.
    """
    added = steps.add_contact(
        candidate=found.candidate,
        phones=[found.phone] if found.phone else [],
        emails=[found.email] if found.email else [],
        actor=found.recruiter,
    )
    publish_today(now())
    return Completed(message=contact_added_sentence(added, timezone=workspace().settings.timezone))
