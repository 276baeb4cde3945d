"""Role family of a title, by the words of the configured taxonomy and the longer titles shipped with the reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from operator import add
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.wordlists import rows_by_key
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from schemas.policy import RoleTaxonomy

REST = "other"
MAX_TEXT = 12_000
MIN_SIGNS = 4  # different words of one trade
MIN_SIGNS_OVER_TITLE = 3  # among the skills of who has a title that tells nothing
CLEAR_LEAD = 2
MIN_FORMER = 2  # posts of one trade, under a title that tells none
_SHORT_LATIN = 4
_SOFTWARE = "technology"
_OF_OFFICES = frozenset({"hr", "finance"})
_WRITES = re.compile("(?:应用|系统|软件|开发|前端|后端)工程师")
_TEACHES = re.compile(
    r"\bteachers?\b|\b(?:professor|lecturer|docent)s?\b|教师|老师|班主任"
    r"|\b(?:profesora?|professeure?|enseignante?|insegnante|docente|lehrer(?:in)?|lehrkraft|maestr[oa])\b",
    re.IGNORECASE,
)  # of whatever subject

_OF_ANY_TRADE = re.compile(
    r"\b(?:projects?|program(?:me)?s?|pmo)[ -](?:manag(?:er|ement)|coordinator|lead(?:er)?|director|officer|assistant)\b"
    r"|项目(?:经理|主管|总监|负责人|主任|专员|助理|经办)|专案(?:经理|管理|主管|负责人)"
)  # every trade has projects: who leads them is of the trade that the rest tells
_DOES = re.compile(
    "(?<![未没不想欲望愿拟])(?:现在|目前|一直|主要|长期)?从事(?:着|于)?([\u4e00-\u9fffA-Za-z+#. ]{2,16}?)"
    "(?:的?(?:相关)?(?:工作|行业|领域|方面))?(?=[,，。;；、!！\n]|$)"
)
_PERMIT_OF_ALL = re.compile(
    r"^(?!.*\b(?:cdl|hgv|lgv|pcv|psv|commercial|heavy|truck|bus)\b)"
    r".*(?:\b(?:driv\w*['’]?s?'?|motor\w*) (?:licen[cs]e|permit)|驾驶证|驾照|\bpermis de conduire|führerschein"
    r"|(?:carn[eé]t|licencia|permiso) de conduc|\brijbewijs|patente di guida|carta de condução|prawo jazdy)",
    re.IGNORECASE,
)  # most people may drive a car: no trade of theirs


def family_of_title(title: str, taxonomy: RoleTaxonomy) -> str | None:
    """Return the family whose longest word stands in a title; earlier families win ties, None when no word fits.

    Who teaches is of the family that names teachers, and of none else: a teacher of computer science writes no software.
    """
    lowered = f" {fold(title).lower()} "
    if teaches := _TEACHES.search(lowered):
        lowered = f" {teaches.group()} "
    words = _words(tuple((name, tuple(family.title_words)) for name, family in taxonomy.items()))
    begun = words.keys() & {*lowered, *map(add, lowered, lowered[1:])}
    held = [one for letters in begun for one in words[letters] if one[1] in lowered]
    found = next((family for _, word, family in sorted(held) if _is_whole(word, lowered)), None)
    if found in _OF_OFFICES and _WRITES.search(lowered):
        return _SOFTWARE if _SOFTWARE in taxonomy else found  # 人力资源系统工程师 builds what they work with
    return found


@lru_cache(maxsize=4)  # one taxonomy a policy
def _words(families: tuple[tuple[str, tuple[str, ...]], ...]) -> dict[str, list[tuple[int, str, str]]]:
    """Return (rank, word, family) by the first two letters, the heaviest first: words of the policy, longer titles shipped."""
    longer = rows_by_key("role_titles.tsv")
    words = [(word, name) for name, own in families for word in (*own, *longer.get(name, ()))]
    words.sort(key=lambda item: -len(item[0]) * (1 if item[0].isascii() else 3))
    found: dict[str, list[tuple[int, str, str]]] = {}
    for rank, (word, name) in enumerate(words):
        found.setdefault(word.lower()[:2], []).append((rank, word.lower(), name))
    return found


def _is_whole(word: str, lowered: str) -> bool:
    if not word.isascii():
        return True
    if len(word) <= _SHORT_LATIN:
        return re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", lowered) is not None
    is_short_in_front = " " in word[: _SHORT_LATIN + 1]  # it manager, not credit manager
    return not is_short_in_front or re.search(rf"(?<![a-z]){re.escape(word)}", lowered) is not None


def family_of_alias(word: str, taxonomy: RoleTaxonomy) -> str | None:
    """Return the family that a word of a list or an import means: its stored name, a label or an alias."""
    bare = word.strip().lower()
    if not bare:
        return None
    for name, family in taxonomy.items():
        if bare in {name, family.zh, family.en.lower(), *(alias.lower() for alias in family.aliases)}:
            return name
    return None


def read_role_family(
    titles: Iterable[Found[str] | None],
    skills: Sequence[str],
    texts: Iterable[str],
    taxonomy: RoleTaxonomy,
    former: Iterable[str] = (),
) -> Found[str] | None:
    """Choose the family by the first title that tells: desired, then current, then the board's, then the headline.

    Where none tells, most of the ``former`` posts do, then the skills, then what the person writes. A title that nothing
    places is of the family ``other``.
    """
    known = [title for title in titles if title and title.value]
    open_one: Found[str] | None = None
    for title in known:
        family = _family_by_trade(title.value, taxonomy)
        if family is None and REST in taxonomy and _TEACHES.search(fold(title.value)):
            family = REST
        if family:
            return Found(family, title.how, min(0.95, title.confidence), title.value)
        of_any = family_of_title(title.value, taxonomy)
        open_one = open_one or (Found(of_any, title.how, 0.5, title.value) if of_any else None)
    told = _family_of_most(former, taxonomy) if known else None
    return told or _family_of_rest(known, skills, texts, taxonomy, open_one)


def _family_of_most(posts: Iterable[str], taxonomy: RoleTaxonomy) -> Found[str] | None:
    """Return the family of most of the posts that a word of a trade places, of two at least."""
    families = [family for post in posts if (family := _family_by_trade(post, taxonomy))]
    most = max(families, key=families.count, default=None)
    is_told = most is not None and families.count(most) >= MIN_FORMER and 2 * families.count(most) > len(families)
    return Found(most, "rule", 0.4, "former posts") if most and is_told else None


def _family_by_trade(title: str, taxonomy: RoleTaxonomy) -> str | None:
    """Return the family of a title by the words of a trade in it: of a web project manager that of the web."""
    of_any = _OF_ANY_TRADE.search(fold(title).lower())
    return family_of_title(_OF_ANY_TRADE.sub(" ", fold(title).lower()) if of_any else title, taxonomy)


def _family_of_rest(
    known: Sequence[Found[str]],
    skills: Sequence[str],
    texts: Iterable[str],
    taxonomy: RoleTaxonomy,
    open_one: Found[str] | None,
) -> Found[str] | None:
    """Return the family that the skills tell, or the whole text; else that of a title of any trade (a project manager)."""
    least = MIN_SIGNS_OVER_TITLE if known else 1
    votes: dict[str, int] = {}
    for skill in skills:
        if _PERMIT_OF_ALL.match(skill):
            continue
        family = family_of_title(skill, taxonomy) or next(iter(_signs_in(skill, taxonomy)), None)
        if family:
            votes[family] = votes.get(family, 0) + 1
    if votes and max(votes.values()) >= least:
        family = max(votes, key=lambda name: votes[name])
        return Found(family, "rule", 0.4, "skills")
    text = "\n".join(texts)
    told = (None if known else _family_said(text, taxonomy)) or _family_told(text, taxonomy)
    if told:
        return Found(told, "rule", 0.3, "text")
    if open_one:
        return open_one
    return Found(REST, "rule", 0.3, known[0].value) if known and REST in taxonomy else None


def _family_said(text: str, taxonomy: RoleTaxonomy) -> str | None:
    """Return the family of the work that somebody says he does, where no title tells: 毕业于某大学，从事iOS开发."""
    said = (family_of_title(match.group(1), taxonomy) for match in _DOES.finditer(fold(text[:MAX_TEXT])))
    return next(filter(None, said), None)


def _family_told(text: str, taxonomy: RoleTaxonomy) -> str | None:
    """Return the family that a text has most signs of, if it has several and twice as many as of any other."""
    signs = _signs_in(text[:MAX_TEXT], taxonomy)
    ranked = sorted(signs, key=lambda name: -len(signs[name]))
    if not ranked or len(signs[ranked[0]]) < MIN_SIGNS:
        return None
    second = len(signs[ranked[1]]) if len(ranked) > 1 else 0
    return ranked[0] if len(signs[ranked[0]]) >= CLEAR_LEAD * second else None


def _signs_in(text: str, taxonomy: RoleTaxonomy) -> dict[str, set[str]]:
    """Return the different words of each family that stand in a text."""
    pattern, families = _signs()
    found: dict[str, set[str]] = {}
    for match in pattern.finditer(fold(text).lower()):
        family = families[match.group()]
        if family in taxonomy:
            found.setdefault(family, set()).add(match.group())
    return found


@cache
def _signs() -> tuple[re.Pattern[str], dict[str, str]]:
    families = {word: name for name, words in rows_by_key("role_signs.tsv").items() for word in words}
    longest_first = sorted(families, key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in longest_first if word.isascii())
    han = "|".join(word for word in longest_first if not word.isascii())
    return re.compile(rf"(?<![a-z0-9])(?:{latin})(?![a-z0-9+#])|{han}"), families
