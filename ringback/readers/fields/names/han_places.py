"""Chinese names where pages keep them aside: the title, the foot, a network's label, a line of their own far down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.names.candidates import Candidate, candidate_for
from ringback.readers.fields.names.cleaning import clean, is_placeholder
from ringback.readers.fields.names.han_weights import name_weight
from ringback.readers.fields.names.shapes import han_score
from ringback.readers.fields.wordlists import chinese_cities, surnames
from ringback.readers.normalise import fold, show

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.fields.sheet import Sheet

SHORT_NAME, FACT_LINES = 2, 6
_FACTS = re.compile(r"[\s|/·,;:]+")
LIKELY, SURE, SURE_SHORT = 0.0, 6.0, 3.0
SCORE = 0.85
FOOT_LINES, HEAD_LINES, LONGEST_FOOT = 8, 60, 90
_OF_RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|版权(?:所有|归)?|保留所有权利|all rights reserved", re.IGNORECASE)
_BETWEEN = re.compile(r"[^\u3400-\u9fff·]+|版权(?:所有|归)?|保留所有权利|(?:最近|最后)?更新(?:于|时间)?|[的由]")
_TITLE_SIGNS = re.compile(
    r"\s*[|｜/_:：,，()（）【】\[\]<>《》~～]\s*|\s+[-–—·•]\s+|(?<=[\u3400-\u9fff])[-–—](?=[\u3400-\u9fff])"
)
_OWNED = re.compile("(?:关于\\s*)?([\u3400-\u9fff]{2,4})\\s?(?:的[\u3400-\u9fff]{1,8}|['’]s\\b.*)?", re.IGNORECASE)
_NETWORK = re.compile(
    r"(?:FB|Facebook|脸书|臉書|LinkedIn|领英|微博|新浪微博|Weibo|知乎|GitHub|Gitee|码云|B站|bilibili|Instagram|IG|Twitter|推特|Line|豆瓣|简书|掘金|CSDN|小红书|抖音|力扣"
    "|(?:个人|我的)?(?:主页|网站|博客))"
    "\\s?[:@]\\s?[@\\[]?([\u3400-\u9fff]{2,4})",
    re.IGNORECASE,
)
_OF_TEMPLATE = re.compile(r"模[板版]|范[文本]|样[本例表]|template|sample|example", re.IGNORECASE)
_BUSY = frozenset({"experience", "projects", "references", "education", "awards", "training", "skills"})


def weigh_han_places(sheet: Sheet, candidates: dict[str, Candidate], threshold: float) -> None:
    """Add a name that stands aside, the surest place first: the title, the foot, a network, the only lone one of the head."""
    for places in (_in_title, _in_foot, _in_network, _alone_in_head, _town_on_top):
        found = dict.fromkeys(places(sheet))
        if len(found) == 1:
            value, evidence = next(iter(found))
            how = "metadata" if places is _in_title else "layout"
            candidate_for(candidates, value).add(how, threshold, evidence)
            return


def _named(text: str, least: float) -> str | None:
    """Return the Chinese name that a text is, if it is likelier one than a word."""
    value = clean(text)
    is_name = han_score(value) >= SCORE and not is_placeholder(value) and name_weight(fold(value)) >= least
    return value if is_name else None


def _in_title(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield who the title names, alone or as the owner of something: 卢晓东, 关于 - 卢晓东的博客, Harbour (卢晓东的小渔港)."""
    title = show(sheet.document.title or "")
    for piece in [] if _OF_TEMPLATE.search(title) else _TITLE_SIGNS.split(title):
        owned = _OWNED.fullmatch(piece.strip())
        value = owned and _named(owned.group(1), LIKELY if len(owned.group(1)) > len("王伟") else SURE_SHORT)
        if value:
            yield value, title


def _in_foot(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield who has the rights of the page: © 2022-present 卢晓东."""
    for line in sheet.shown[-FOOT_LINES:]:
        for piece in _BETWEEN.split(line) if len(line) <= LONGEST_FOOT and _OF_RIGHTS.search(line) else ():
            if piece and (value := _named(piece, LIKELY)):
                yield value, line


def _in_network(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield whose page of a network is linked: FB: 卢晓东."""
    for number, folded in enumerate(sheet.folded[:HEAD_LINES]):
        told = _NETWORK.search(folded) if sheet.sections[number] not in _BUSY and len(folded) <= LONGEST_FOOT else None
        if told and (value := _named(sheet.shown[number][slice(*told.span(1))], LIKELY)):
            yield value, sheet.shown[number]


def _alone_in_head(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield what stands in a line or a cell of its own and is hardly anything but a name."""
    for number, line in enumerate(sheet.shown[:HEAD_LINES]):
        if sheet.sections[number] in _BUSY:
            continue
        for cell in line.split("\t"):
            if len(cell.strip()) in {2, 3, 4} and (value := _named(cell, SURE)):
                yield value, value


def _town_on_top(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield who is called as a town is, alone in the first line, where the lines below name the town of his home: 黄山."""
    first = sheet.shown[0].split("\t")[0].strip() if sheet.shown else ""
    named = fold(first)
    if len(named) != SHORT_NAME or named not in chinese_cities() or named[0] not in surnames()[0]:
        return
    pieces = {piece for line in sheet.folded[1:FACT_LINES] for piece in _FACTS.split(line)}
    if any(piece != named and piece.removeprefix("现居").removeprefix("住") in chinese_cities() for piece in pieces):
        yield first, sheet.shown[0]
