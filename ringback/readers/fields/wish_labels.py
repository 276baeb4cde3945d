"""The labels of wishes, by their parts: a word for wishing beside a word for what is wished, in either order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

_WISHED = (
    "expected", "desired", "preferred", "target", "targeted", "required", "requested", "wanted", "sought", "anticipated",
    "ideal", "next", "pref", "pref.", "hopedfor", "proposed", "intended",
)  # fmt: skip
_WISHES = (
    "expectation", "expectations", "requirement", "requirements", "preference", "preferences", "expected", "desired",
    "preferred", "required", "requested", "wanted", "sought", "anticipated", "hopedfor", "askedfor",
)  # fmt: skip
_THINGS = {
    "desired_title": (
        "position", "role", "job", "post", "jobtitle", "title", "occupation", "designation", "vacancy", "jobrole",
        "employment", "typeofwork", "lineofwork",
    ),
    "desired_city": (
        "location", "city", "town", "worklocation", "joblocation", "placeofwork", "workplace", "worksite", "area",
        "region", "workcity", "jobcity", "locationofwork", "placeofemployment", "workarea", "workregion", "joblocations",
        "locations", "cities",
    ),
    "desired_salary": (
        "salary", "pay", "wage", "wages", "remuneration", "compensation", "package", "salarypackage", "ctc", "earnings",
        "annualsalary", "monthlysalary", "basicsalary", "grosssalary", "netsalary", "payrate", "rateofpay", "hourlyrate",
        "dayrate", "salaryrange", "payrange", "annualpay", "monthlypay", "startingsalary", "basesalary", "basepay",
    ),
}  # fmt: skip
_OF_WORKS = frozenset({"proposedtitle", "intendedtitle"})  # of a thesis
_ASKED_FOR = ("applied", "applying", "application")
_HAN_WISHES = ("期望", "希望", "意向", "目标", "期待", "理想", "预期", "要求", "求职", "应聘", "申请", "投递")
_HAN_PLACES = tuple(map("".join, product(("职位", "岗位", "工作"), ("所在地", "所在城市", "地点", "地区", "城市"))))
_HAN_PAYS = tuple(
    map(
        "".join,
        product(
            ("薪资", "薪水", "薪酬", "薪金", "工资", "月薪", "年薪", "待遇", "收入"), ("范围", "水平", "标准", "区间")
        ),
    )
)


_OF_EUROPE: tuple[tuple[tuple[str, ...], dict[str, tuple[str, ...]]], ...] = (
    (
        (
            "gewünschte",
            "gewünschter",
            "gewünschtes",
            "angestrebte",
            "angestrebter",
            "angestrebtes",
            "bevorzugte",
            "bevorzugter",
        ),
        {
            "desired_title": ("position", "stelle", "tätigkeit", "funktion", "beruf"),
            "desired_city": ("arbeitsort", "einsatzort", "ort", "standort", "region", "arbeitsregion"),
            "desired_salary": ("gehalt", "jahresgehalt", "monatsgehalt", "vergütung", "einkommen"),
        },
    ),
    (
        ("wunsch", "ziel"),
        {
            "desired_title": ("position", "stelle", "tätigkeit", "beruf"),
            "desired_city": ("ort", "arbeitsort", "standort", "region", "einsatzort"),
            "desired_salary": ("gehalt", "einkommen"),
        },
    ),
)
_BEHIND: tuple[tuple[tuple[str, ...], dict[str, tuple[str, ...]]], ...] = (
    (
        (
            "souhaité",
            "souhaitée",
            "recherché",
            "recherchée",
            "désiré",
            "désirée",
            "visé",
            "visée",
            "envisagé",
            "envisagée",
        ),
        {
            "desired_title": ("poste", "emploi", "métier", "fonction"),
            "desired_city": ("lieudetravail", "ville", "région", "localisation", "lieu"),
            "desired_salary": ("salaire", "rémunération"),
        },
    ),
    (
        (
            "deseado",
            "deseada",
            "esperado",
            "esperada",
            "pretendido",
            "pretendida",
            "desejado",
            "desejada",
            "desiderato",
        ),
        {
            "desired_title": ("puesto", "cargo", "empleo", "vaga", "ruolo"),
            "desired_city": ("ciudad", "lugardetrabajo", "ubicación", "zona", "cidade", "localdetrabalho", "città"),
            "desired_salary": ("salario", "sueldo", "remuneración", "salário", "stipendio"),
        },
    ),
)
_PAYS_OF_EUROPE = (
    "gehaltsvorstellung", "gehaltsvorstellungen", "gehaltswunsch", "gehaltserwartung", "prétentionssalariales",
    "prétentions", "pretensiónsalarial", "pretensionessalariales", "expectativasalarial", "expectativassalariales",
    "aspiraciónsalarial", "pretensãosalarial", "retribuzionedesiderata", "salarisindicatie", "gewenstsalaris", "löneanspråk",
)  # fmt: skip


def _asks(field: str, wishes: str) -> bool:
    """Tell what a job requires of people (*Job requirements*), not they of it."""
    return field == "desired_title" and wishes.startswith("requirement")


def wish_labels() -> Iterator[tuple[str, str]]:
    """Yield (label without spaces, field): *Expected Remuneration*, *Location preferred*, 应聘岗位所在地, 期望薪资范围."""
    for field, things in _THINGS.items():
        yield from (
            (wished + thing, field) for wished, thing in product(_WISHED, things) if wished + thing not in _OF_WORKS
        )
        yield from ((thing + wishes, field) for thing, wishes in product(things, _WISHES) if not _asks(field, wishes))
    yield from (
        (thing + asked + "for", "desired_title") for thing, asked in product(_THINGS["desired_title"], _ASKED_FOR)
    )
    places = (place for place in _THINGS["desired_city"] if place.endswith("location"))
    yield from ((wished + place + "(s)", "desired_city") for place, wished in product(places, _WISHED))
    for words, of_field in _OF_EUROPE:
        yield from (
            (word + thing, field) for field, things in of_field.items() for word, thing in product(words, things)
        )
    for words, of_field in _BEHIND:
        yield from (
            (thing + word, field) for field, things in of_field.items() for word, thing in product(words, things)
        )
    yield from ((pay, "desired_salary") for pay in _PAYS_OF_EUROPE)
    yield from ((wish + place, "desired_city") for wish, place in product(_HAN_WISHES, _HAN_PLACES))
    yield from ((wish + pay, "desired_salary") for wish, pay in product(_HAN_WISHES, _HAN_PAYS))
