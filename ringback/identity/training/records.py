"""The records of invented people: written in other scripts, orders and formats, with slips and gaps, and the truth beside.

The noise is drawn per field, not per level, so that it is independent in form from the weights. One seed gives the same
records for ever.
"""

# ruff: noqa: PLR2004 (shares and dice of invented data)

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

from pypinyin import lazy_pinyin

from ringback.identity.training.people import CITIES, DUTIES, TRADES, Invented, World, invent_world

if TYPE_CHECKING:
    from collections.abc import Iterator

TRADITIONAL = str.maketrans(
    "张刘陈杨赵黄吴孙马罗郑谢韩冯萧邓许苏卢蒋贾阎钟谭邹陆龙钱汤贺赖龚伟国强华丽军艳杰涛刚红建辉云飞凤兰东泽琼莹",
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許蘇盧蔣賈閻鍾譚鄒陸龍錢湯賀賴龔偉國強華麗軍豔傑濤剛紅建輝雲飛鳳蘭東澤瓊瑩",
)


def invent_records(n_people: int, *, seed: int, with_text: bool = False) -> list[dict[str, Any]]:
    """Return about 1.8 records a person, shuffled: import columns, and the truth in ``person_id`` and ``trap``."""
    world = invent_world(n_people, seed=seed)
    records = [record for person in world.people for record in _records_of(world, person, with_text=with_text)]
    world.rng.shuffle(records)
    return [{"record_id": f"r{number:07d}", **record} for number, record in enumerate(records)]


def _records_of(world: World, person: Invented, *, with_text: bool) -> Iterator[dict[str, Any]]:
    rng = world.rng
    for _ in range(rng.choices((1, 2, 3, 4, 6), (52, 27, 13, 6, 2))[0]):
        yield _record(rng, person, with_text=with_text)


def _record(rng: random.Random, person: Invented, *, with_text: bool) -> dict[str, Any]:
    name = _written_name(rng, person)
    record: dict[str, Any] = {
        "name": name,
        "phones": _written_phones(rng, person),
        "emails": _written_emails(rng, person),
        "wechat": person.wechat if rng.random() < 0.25 else None,
        "linkedin": person.linkedin if rng.random() < 0.1 else None,
        "city": _written_city(rng, person),
        "employer": _written_employer(rng, person) if rng.random() < 0.9 else None,
        "school": person.school if rng.random() < 0.8 else None,
        "birth_year": person.birth_year + rng.choices((0, -1, 1), (94, 3, 3))[0] if rng.random() < 0.65 else None,
        "source": rng.choice(("zhaopin", "liepin", "51job", "boss", "referral")),
        "resume_date": f"20{rng.randint(20, 26)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}",
        "person_id": person.person_id,
        "trap": person.trap,
    }
    if with_text:
        record["text"] = _written_text(rng, person, name)
    return record


def _written_name(rng: random.Random, person: Invented) -> str:
    surname, given = person.name[0], person.name[1:]
    readings = {
        "单": "shan",
        "解": "xie",
        "仇": "qiu",
        "查": "zha",
        "曾": "zeng",
        "区": "ou",
        "朴": "piao",
        "翟": "zhai",
    }
    latin_surname = readings.get(surname) or lazy_pinyin(surname)[0]
    latin_surname = rng.choice(("lv", "lyu", "lu")) if surname == "吕" else latin_surname
    latin_given = "".join(lazy_pinyin(given))
    return rng.choices(
        (
            person.name,
            person.name.translate(TRADITIONAL),
            f"{latin_given.title()} {latin_surname.title()}",
            f"{latin_surname.upper()} {latin_given.title()}",
            f"{person.english} {latin_surname.title()}",
            f"{person.name}（{person.english}）",
            surname + ("先生" if person.gender == "male" else "女士"),
            f"{surname} {given}",
        ),
        (73, 6, 6, 5, 4, 2, 2, 2),
    )[0]


def _written_phones(rng: random.Random, person: Invented) -> list[str]:
    if rng.random() < 0.07:
        return []
    phone = person.phones[1] if rng.random() < 0.12 else person.phones[0]
    draw = rng.random()
    if draw < 0.02:
        place = rng.randint(4, 10)
        phone = phone[:place] + str((int(phone[place]) + rng.randint(1, 9)) % 10) + phone[place + 1 :]
    elif draw < 0.04:
        return [f"{phone[:3]}****{phone[-4:]}"]
    elif draw < 0.3:
        phone = rng.choice(
            (f"+86 {phone[:3]} {phone[3:7]} {phone[7:]}", f"{phone[:3]}-{phone[3:7]}-{phone[7:]}", f"86{phone}")
        )
    return [phone, person.phones[1]] if rng.random() < 0.06 else [phone]


def _written_emails(rng: random.Random, person: Invented) -> list[str]:
    if rng.random() < 0.22:
        return []
    email = person.emails[1] if rng.random() < 0.16 else person.emails[0]
    return [email.upper() if rng.random() < 0.05 else email]


def _written_city(rng: random.Random, person: Invented) -> str | None:
    if rng.random() < 0.1:
        return None
    city = rng.choice(CITIES) if rng.random() < 0.1 else person.city
    return rng.choices((city, f"{city}市", "".join(lazy_pinyin(city)).title()), (80, 14, 6))[0]


def _written_employer(rng: random.Random, person: Invented) -> str:
    employer = rng.choices(person.employers, (75, 17, 8))[0]
    core = employer[2:4]
    trade = next(trade for trade in TRADES if trade in employer)
    return rng.choices((employer, employer[2:], core + trade, f"{core}{trade[:2]}"), (60, 20, 14, 6))[0]


def _written_text(rng: random.Random, person: Invented, name: str) -> str:
    told = [line for line in person.story if rng.random() < 0.92]
    told += rng.sample(DUTIES, rng.choice((0, 0, 1, 2)))
    return f"{name}\n求职简历\n" + "\n".join(told) + f"\n毕业于{person.school}"
