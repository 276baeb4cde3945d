"""Invented people and their records, with the truth: the noise and the traps of a recruiter's pool.

Independent in form from the weights: names come from flat lists, not from the frequency table; the noise is drawn per field,
not per level. Everything is invented; numbers only have valid shapes. One seed gives the same records for ever.
"""

# ruff: noqa: PLR2004, S311 (shares and dice of invented data)

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pypinyin import Style, lazy_pinyin

if TYPE_CHECKING:
    from collections.abc import Iterator

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊"
    "金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单解仇查区朴翟覃"
)
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉红建国志文辉力云鹏飞宇轩浩然子涵欣怡梓睿晨阳雨佳琪思远博嘉俊豪一诺可馨若曦语桐家乐天"
    "成海波龙凤春兰梅林森东南西北清源泽楷瑞祥安康宁静雅琴瑶瑾瑜珊莉莎菲雪冰倩颖慧妍婷玲婧琳璐蕾薇晓亮斌峰岩松柏健翔旭昊"
)
COMMON_NAMES = ("张伟", "王芳", "李娜", "王伟", "刘洋", "李静", "张敏", "李强", "王静", "张丽")
ENGLISH = ("David", "Kevin", "Tina", "Leo", "Linda", "Amy", "Jason", "Vivian", "Eric", "Grace", "Jack", "Cindy")
CITIES = (
    "上海",
    "北京",
    "深圳",
    "广州",
    "杭州",
    "成都",
    "武汉",
    "南京",
    "苏州",
    "西安",
    "长沙",
    "郑州",
    "青岛",
    "天津",
    "重庆",
)
CORE_1, CORE_2 = "星嘉卓弘瑞恒博云智新海天佳华明德信达远通", "蘅棠迩图沃曜辰麟澜岳川禾序澄拓锐韬旻屹朗"
TRADES = (
    "网络科技",
    "信息技术",
    "贸易",
    "科技",
    "电子商务",
    "文化传媒",
    "供应链管理",
    "餐饮管理",
    "机械设备",
    "教育科技",
)
SCHOOLS = tuple(
    f"{place}{kind}"
    for place in ("华东", "华南", "西南", "东北", "中原", "江南", "北方", "南方", "滨海", "长江", "燕山", "岭南")
    for kind in ("理工大学", "师范大学", "财经大学", "工业大学", "职业技术学院", "农业大学")
)
TRADITIONAL = str.maketrans(
    "张刘陈杨赵黄吴孙马罗郑谢韩冯萧邓许苏卢蒋贾阎钟谭邹陆龙钱汤贺赖龚伟国强华丽军艳杰涛刚红建辉云飞凤兰东泽琼莹",
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許蘇盧蔣賈閻鍾譚鄒陸龍錢湯賀賴龔偉國強華麗軍豔傑濤剛紅建輝雲飛鳳蘭東澤瓊瑩",
)
DOMAINS = ("qq.com", "163.com", "126.com", "outlook.com", "gmail.com", "foxmail.com")
DUTIES = tuple(
    f"{verb}{what}，{result}"
    for verb in ("负责", "主导", "参与", "推动", "独立完成", "协助")
    for what in (
        "华东区渠道拓展",
        "客户关系维护",
        "后端接口开发",
        "月度财务结账",
        "新媒体账号运营",
        "仓库盘点与调度",
        "招聘流程搭建",
        "设备保养计划",
        "活动方案策划",
        "供应商谈判",
        "数据报表自动化",
        "门店日常管理",
    )
    for result in (
        "季度业绩提升两成",
        "客户满意度明显上升",
        "交付周期缩短一周",
        "成本下降百分之八",
        "获评年度优秀员工",
        "覆盖三十余个城市",
    )
)


@dataclass
class Invented:
    """One person. ``trap`` names the trap they were planted for."""

    person_id: str
    name: str
    gender: str
    birth_year: int
    city: str
    school: str
    employers: list[str]
    phones: list[str]
    emails: list[str]
    wechat: str
    linkedin: str
    story: list[str]
    trap: str = ""
    english: str = ""


@dataclass
class World:
    """All people, and the values that many of them share."""

    rng: random.Random
    people: list[Invented] = field(default_factory=list)
    agency_phones: list[str] = field(default_factory=list)
    agency_mails: list[str] = field(default_factory=list)


def invent_records(n_people: int, *, seed: int, with_text: bool = False) -> list[dict[str, Any]]:
    """Return about 1.8 records a person, shuffled: import columns, and the truth in ``person_id`` and ``trap``."""
    world = _world(n_people, seed)
    records = [record for person in world.people for record in _records_of(world, person, with_text=with_text)]
    world.rng.shuffle(records)
    return [{"record_id": f"r{number:07d}", **record} for number, record in enumerate(records)]


def _world(n_people: int, seed: int) -> World:
    rng = random.Random(seed)
    world = World(rng)
    world.agency_phones = [_mobile(rng) for _ in range(max(1, n_people // 2500))] + ["13800138000", "13000000000"]
    world.agency_mails = [f"hr{i}@agency{i}.example.com" for i in range(max(1, n_people // 2500))] + ["test@qq.com"]
    world.people = [_person(rng, i) for i in range(n_people)]
    _plant_traps(world)
    return world


def _person(rng: random.Random, number: int) -> Invented:
    surname = (
        SURNAMES[min(int(rng.paretovariate(0.55)) - 1, len(SURNAMES) - 1)]
        if rng.random() < 0.7
        else rng.choice(SURNAMES)
    )
    given = "".join(rng.choice(GIVEN) for _ in range(1 if rng.random() < 0.15 else 2))
    name = rng.choice(COMMON_NAMES) if rng.random() < 0.01 else surname + given
    letters = "".join(lazy_pinyin(name, style=Style.NORMAL))
    phones = [_mobile(rng), _mobile(rng)]
    emails = [f"{letters}{rng.randint(1, 99999)}@{rng.choice(DOMAINS)}", f"{rng.randint(10**7, 10**10)}@qq.com"]
    return Invented(
        person_id=f"p{number:07d}",
        name=name,
        gender=rng.choice(("male", "female")),
        birth_year=int(rng.triangular(1966, 2004, 1993)),
        city=rng.choice(CITIES),
        school=rng.choice(SCHOOLS),
        employers=[_employer(rng) for _ in range(3)],
        phones=phones,
        emails=emails,
        wechat=phones[0] if rng.random() < 0.4 else f"{letters[:8]}_{rng.randint(10, 99999)}",
        linkedin=f"https://www.linkedin.com/in/{letters}-{rng.randint(1000, 99999999):x}",
        story=rng.sample(DUTIES, 12),
        english=rng.choice(ENGLISH),
    )


def _mobile(rng: random.Random) -> str:
    return (
        rng.choice(("138", "139", "136", "150", "158", "177", "186", "189", "199", "165"))
        + f"{rng.randint(0, 99999999):08d}"
    )


def _employer(rng: random.Random) -> str:
    return (
        rng.choice(CITIES)
        + rng.choice(CORE_1)
        + rng.choice(CORE_2)
        + rng.choice(TRADES)
        + rng.choice(("有限公司", "有限责任公司"))
    )


def _plant_traps(world: World) -> None:
    """Families and siblings on one phone, recycled numbers, agency contacts, placeholders, namesakes."""
    rng, people = world.rng, world.people
    free = rng.sample(range(len(people)), len(people) // 6)
    step = max(1, len(free) // 6)
    for number, index in enumerate(free):
        one, other = people[index], people[free[(number + 1) % len(free)]]
        kind = min(number // step, 5)
        one.trap = ("family", "sibling", "recycled", "agency", "placeholder", "namesake")[kind]
        if kind == 0:
            one.phones[0] = other.phones[0]
        elif kind == 1:
            one.phones[0], one.city, one.school = other.phones[0], other.city, other.school
            one.name = other.name[0] + other.name[1:-1] + rng.choice([c for c in GIVEN if c != other.name[-1]])
            one.birth_year = other.birth_year + rng.randint(1, 4)
        elif kind == 2:
            one.phones[1] = other.phones[0]
        elif kind == 3:
            one.phones[0], one.emails[0] = rng.choice(world.agency_phones), rng.choice(world.agency_mails)
        elif kind == 4:
            one.phones[0] = "13800138000"
        else:
            one.name, one.city = other.name, other.city
            one.birth_year = other.birth_year + rng.choice((0, 1, 3, 7))


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
