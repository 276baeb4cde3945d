"""The steps of the flows on one person: show, add a contact, reopen, merge, split, erase."""

from __future__ import annotations

from prefect.logging import get_run_logger

from ringback.actions.duplicates import Decided
from ringback.actions.new_contact import ContactAdded
from ringback.actions.new_contact import add_contact as add
from ringback.actions.people import erase, merge, split, story_of
from ringback.actions.reopen import Reopened, reopen
from ringback.reports.people import erased_sentence, headline, story_markdown
from tasks.publish import publish_markdown, shows_contacts
from tasks.steps import now, step, workspace


@step()
def show_candidate(*, candidate: str) -> str:
    """Leave the candidate's records and timeline as an artifact; return who it is."""
    story = story_of(workspace(), candidate)
    page = story_markdown(story, timezone=workspace().settings.timezone, is_revealed=shows_contacts(workspace()))
    publish_markdown("candidate", page, headline(story))
    return headline(story)


@step()
def add_contact(*, candidate: str, phones: list[str], emails: list[str], actor: str) -> ContactAdded:
    """Store the candidate's new number or address, and choose their next call if they had none to be rung at."""
    added = add(workspace(), candidate=candidate, phones=phones, emails=emails, actor=actor, now=now())
    get_run_logger().info("candidate %s: %d numbers, %d addresses", added.candidate_id, len(phones), len(emails))
    return added


@step()
def reopen_candidate(*, candidate: str, actor: str) -> Reopened:
    """Take the candidate back into the pool and choose their next call."""
    result = reopen(workspace(), candidate=candidate, actor=actor, now=now())
    get_run_logger().info("candidate %s: %s -> %s", result.candidate_id, result.status_before, result.status)
    return result


@step()
def merge_candidates(*, candidate: str, other: str, note: str | None, is_confirmed: bool, actor: str) -> Decided:
    """Store that the two are one person, and bring the pool in line with it."""
    decided = merge(
        workspace(), candidate=candidate, other=other, note=note, is_confirmed=is_confirmed, actor=actor, now=now()
    )
    get_run_logger().info("merged into %s", decided.candidate_id_a)
    return decided


@step()
def split_candidate(*, candidate: str, record_ids: list[str], note: str | None, actor: str) -> Decided:
    """Store that these records are another person, and bring the pool in line with it."""
    decided = split(workspace(), candidate=candidate, record_ids=record_ids, note=note, actor=actor, now=now())
    get_run_logger().info("parted: %s and %s", decided.candidate_id_a, decided.candidate_id_b)
    return decided


@step()
def erase_candidate(*, candidate: str, record_ids: list[str], is_confirmed: bool, actor: str) -> str:
    """Take the candidate's records out of the pool as if they had never come."""
    erased = erase(
        workspace(), candidate=candidate, record_ids=record_ids, is_confirmed=is_confirmed, actor=actor, now=now()
    )
    get_run_logger().info("%d records erased", erased.n_records)
    return erased_sentence(erased)
