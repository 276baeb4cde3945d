"""Invented people, with the truth: the traps of a recruiter's pool.

Independent in form from the weights: names come from flat lists, not from the frequency table. Everything is invented;
numbers only have valid shapes. One seed gives the same people for ever.
"""

# ruff: noqa: PLR2004, S311 (shares and dice of invented data)

from __future__ import annotations

import random
from dataclasses import dataclass, field

from pypinyin import Style, lazy_pinyin

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


def invent_world(n_people: int, *, seed: int) -> World:
    """Return people with the traps planted among them; what is drawn later from ``rng`` follows from the seed too."""
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
