"""Write ``calls.jsonl``: four weeks of invented calls, replies and one opt-out, for the demo to log through the product.

A line is one attempt: who (``person_id``, ``name``, ``phone`` in E.164; ``email`` for a mail), when (``at_days_ago``, and
``local_hour`` and ``local_minute`` where the person lives), ``channel`` (call, sms, email), ``direction`` (out, in),
``outcome`` (the words of the call form; ``replied`` and ``opted_out`` for what comes in) and ``note``. ``callback_hour`` is
the local hour, on the next day, that somebody who said "call later" asked for; else null. Lines are in the order of time.

The chances below are stage directions that give the demo something to find; they are no findings. Run
``python demo/calls.py``: the same sources give the same bytes.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from people import HERE, SEED, Person, load_people

CALLED: Sequence[str] = (
    *("P01", "P02", "P03", "P04", "P05", "P06", "P07", "P50"),
    *(
        "P08",
        "P09",
        "P11",
        "P13",
        "P14",
        "P16",
        "P19",
        "P20",
        "P21",
        "P23",
        "P26",
        "P27",
        "P29",
        "P32",
        "P35",
        "P36",
        "P40",
    ),
)
"""Who was rung: sales first, so that their hours show."""

WRONG_NUMBERS: Mapping[str, str] = {"P23": "空号，需要核实号码", "P36": "接电话的人说打错了"}
HOURS: Sequence[int] = (10, 15, 11, 18, 16, 10, 19, 18)
"""When recruiters ring: mostly when it suits themselves."""

CHANCE_OF_ANSWER: Mapping[str, Mapping[bool, float]] = {
    "sales": {False: 0.12, True: 0.65},
    "technology": {False: 0.15, True: 0.40},
}
"""By role family, at office hours (False) and from 18:00 on (True)."""

OTHER_CHANCE: Mapping[bool, float] = {False: 0.20, True: 0.45}

UNANSWERED: Sequence[str] = ("no_answer", "no_answer", "no_answer", "no_answer", "no_answer", "busy", "power_off")
ANSWERED: Sequence[tuple[str, str]] = (
    ("answered", "聊了十分钟，愿意了解，发了岗位说明"),
    ("call_later", "在开会，请明天晚上再打"),
    ("answered", "在职，看机会，期望薪资可以谈"),
    ("booked", "约好下周二下午面试"),
    ("not_interested", "刚换工作，暂不考虑"),
    ("call_later", "在路上，不方便说话"),
)
CLOSING = frozenset({"booked", "not_interested", "wrong_number", "not_them"})
"""Outcomes after which nobody rings again."""

INBOUND: Sequence[tuple[str, str, str, str]] = (
    ("P04", "sms", "replied", "您好，白天不方便接电话，晚上七点以后可以"),
    ("P14", "email", "replied", "岗位说明已看，想了解团队情况，本周四下午可以面试"),
    ("P29", "sms", "replied", "可以的，请加微信详聊"),
    ("P35", "sms", "opted_out", "退订"),
)
"""Who wrote back, on which channel, and what: three replies and an opt-out, the day before the demo."""


def tell_calls(person: Person) -> Iterator[dict[str, Any]]:
    """Yield the calls to one person, oldest first: a new try some days later until somebody answers for good."""
    dice = random.Random(f"{SEED}:calls:{person.person_id}")
    days_ago = dice.randint(9, 27)
    for n_try in range(dice.randint(2, 4)):
        hour = HOURS[(int(person.person_id[1:]) + 3 * n_try) % len(HOURS)]
        outcome, note = _outcome(person, hour, dice)
        yield _line(person, days_ago, (hour, dice.randint(2, 57)), "call", "out", outcome, note) | {
            "callback_hour": 19 if outcome == "call_later" else None
        }
        days_ago -= dice.randint(1, 5)
        if outcome in CLOSING or days_ago < 2:
            return


def _outcome(person: Person, hour: int, dice: random.Random) -> tuple[str, str]:
    if person.person_id in WRONG_NUMBERS:
        note = WRONG_NUMBERS[person.person_id]
        return ("wrong_number" if note.startswith("空号") else "not_them"), note
    chance = CHANCE_OF_ANSWER.get(person.role_family, OTHER_CHANCE)[hour >= 18]
    writes_later = any(person.person_id == person_id for person_id, *_ in INBOUND)
    if not writes_later and dice.random() < chance:
        return dice.choice(ANSWERED)
    return dice.choice(UNANSWERED), ""


def _line(
    person: Person, days_ago: int, at: tuple[int, int], channel: str, direction: str, outcome: str, note: str
) -> dict[str, Any]:
    return {
        "person_id": person.person_id,
        "name": person.name,
        "phone": person.phone,
        "email": person.email,
        "at_days_ago": days_ago,
        "local_hour": at[0],
        "local_minute": at[1],
        "channel": channel,
        "direction": direction,
        "outcome": outcome,
        "note": note,
        "callback_hour": None,
    }


def tell_inbound(people: Mapping[str, Person]) -> Iterator[dict[str, Any]]:
    """Yield the replies and the opt-out."""
    for number, (person_id, channel, outcome, text) in enumerate(INBOUND):
        yield _line(people[person_id], 1, (12 + number, 20), channel, "in", outcome, text)


def build() -> list[dict[str, Any]]:
    """Write ``calls.jsonl`` and return its lines."""
    people = load_people()
    lines = [line for person_id in CALLED for line in tell_calls(people[person_id])] + list(tell_inbound(people))
    lines.sort(key=lambda line: (-line["at_days_ago"], line["local_hour"], line["local_minute"], line["person_id"]))
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    (HERE / "calls.jsonl").write_text(text, encoding="utf-8")
    return lines


if __name__ == "__main__":
    print(f"{len(build())} attempts in calls.jsonl")
