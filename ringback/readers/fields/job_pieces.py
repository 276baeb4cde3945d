"""A header line of a job, cut into pieces: which of them is the employer, which the title, which neither."""

from __future__ import annotations

import re
from functools import cache

from ringback.readers.fields.addresses import is_town, place_of
from ringback.readers.fields.found import Found
from ringback.readers.fields.titles import employer_score, is_noise, split_employer_title, title_score
from ringback.readers.fields.wordlists import chinese_cities, words_by_key

_SPLIT = re.compile(
    r"\t+|\s{2,}|\s*[|•·]\s*|\s+[-–—]+\s+|\s+@\s+|\s*[,，]\s+(?!(?:Inc|Ltd|LLC|Co|Corp|L\.)\b)|，|\s*/\s+|\s+/\s*|;\s*"
)
MAX_GUESSED_WORDS = 8  # longer ones are sentences
AT = re.compile(r"^(.{2,60}?)\s+(?:at|@|with|for|chez|bei|presso|在)\s+(.{2,70})$")
_FIELD_SPLIT = re.compile(r"(.{3,}?)(\s*,\s+|\s+[-–—]\s+)([^,\t|–—-]{2,32})(?=$|\t|\s{2,}|\s*[|•·,(]|\s+[-–—@]\s)")
_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff)）]) +| +(?=[\u4e00-\u9fff])")
_KIND = re.compile(
    r"\s*[(\[]\s*(?:full|part)[- ]?time\s*[)\]]$"
    r"|\s*[(\[]\s*(?:contract(?:or)?|permanent|temporary|remote|freelance|hybrid)\s*[)\]]$",
    re.IGNORECASE,
)


_FIRM_REMARK = re.compile(
    r"\s*[(（][^()（）]*(?:\d人|人以上|上市|国企|央企|外企|民企|民营|外资|合资|独资|500强|世界五百强|规模|融资|[A-D]轮|employees|NYSE|NASDAQ)[^()（）]*[)）]",
    re.IGNORECASE,
)
_TITLE_IN_BRACKETS = re.compile(
    r"([\u4e00-\u9fffA-Za-z0-9()（）]{3,40})[(（]([\u4e00-\u9fffA-Za-z]{2,16})[)）](?=$|[\s|,，])"
)
_IN_BRACKETS = re.compile(r"\s*\((?!Pty|Pte|Pvt|Private|Asia)([A-Z][^()]{3,40})\)")
_PLACE_IN_BRACKETS = re.compile(r"^(.{3,}?)\s*\(([A-Z][^()]{2,30})\)$")


def _title_apart(match: re.Match[str]) -> str:
    """Part ``青禾科技（销售经理）``; brackets behind a title belong to it."""
    firm, inner = match.groups()
    return f"{firm}\t{inner}" if title_score(inner) == 1.0 and title_score(firm) < 1.0 else match.group()


def _without_place(brackets: re.Match[str]) -> str:
    inner = brackets.group(1)
    return "\t" if is_town(inner) or place_of(inner).country else brackets.group()


def pieces_of(text: str) -> list[str]:
    """Return the pieces between commas, bars, dashes and gaps, in order of print, without a seam of two things in one."""
    found: list[str] = []
    text = _IN_BRACKETS.sub(_without_place, _FIRM_REMARK.sub("", text))
    text = _TITLE_IN_BRACKETS.sub(_title_apart, text)
    titled = _title_with_field(text)
    for piece in [titled[0], *_SPLIT.split(titled[1])] if titled else _SPLIT.split(text):
        bare = bare_piece(piece)
        if len(bare) < 2:  # noqa: PLR2004
            continue
        seam = split_employer_title(bare)
        around = AT.match(bare) if " 在 " in bare else None
        if around and title_score(around.group(1)) > 0:
            found += around.groups()
        elif seam:
            found += seam
        elif re.search("[\u4e00-\u9fff]", bare) and " " in bare:
            found += [word for word in _han_words(bare) if len(word) > 1] if _splits_well(bare) else [bare]
        else:
            found += _around_at(bare)
    return found


def _title_with_field(text: str) -> tuple[str, str] | None:
    """Keep a title and the field it is about together: ``Deputy Manager – Maintenance``; return it and what is left."""
    for match in re.finditer(r"(?:^|\t|\s{2,}|[|•·]\s*|\s[-–—@]\s)(?=\w)", text):
        whole = _FIELD_SPLIT.match(text, match.end())
        if whole and whole.group(3).strip().lower() in _work_fields() and title_score(whole.group(1)) == 1.0:
            kept = whole.group().strip()
            return kept, text[: match.end()] + "\t" + text[whole.end() :]
    return None


@cache
def _work_fields() -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words_by_key("title_words.tsv")["field"])


def _han_words(bare: str) -> list[str]:
    """Split at spaces; ``Android 架构师`` is one title, ``IBM 架构师`` a firm and a title."""
    words = _HAN_GAP.split(bare)
    if len(words) > 2 and words[0].isascii() and title_score(words[1]) == 1.0 and employer_score(words[0]) == 0:  # noqa: PLR2004
        return [f"{words[0]} {words[1]}", *words[2:]]
    return words


def _splits_well(bare: str) -> bool:
    """Chinese words are parted by a space only where two things stand side by side."""
    words = _HAN_GAP.split(bare)
    if words[-1] in chinese_cities():
        return True
    return len(words) <= 4 and (any(employer_score(word) >= 0.8 for word in words) or title_score(words[-1]) == 1.0)  # noqa: PLR2004


def _around_at(bare: str) -> list[str]:
    match = AT.match(bare)
    return [match.group(1), match.group(2)] if match and title_score(match.group(1)) > 0 else [bare]


def title_and_employer(pieces: list[str], evidence: str) -> tuple[Found[str] | None, Found[str] | None]:
    """Return (title, employer): choose which piece is the employer and which the title; one that is known tells the other."""
    kept = [
        piece
        for piece in pieces
        if not is_noise(piece)
        and not (place_of(piece).is_certain and employer_score(piece) < (1 if "(" not in piece else 0.5))
    ]
    firm = [piece for piece in kept if not is_town(piece)]
    kept = firm if len(firm) > 1 else kept
    if not kept:
        return None, None
    scored = [(piece, title_score(piece), employer_score(piece)) for piece in dict.fromkeys(kept[:6])]
    by_title = max(scored, key=lambda item: (round(item[1] - item[2], 2), -scored.index(item)))
    others = [item for item in scored if item is not by_title]
    by_employer = min(others, key=lambda item: (round(item[1] - item[2], 2), scored.index(item)), default=None)
    is_title = by_title[1] > 0 and (by_title[1] >= by_title[2] or len(scored) > 1)
    chosen_title = by_title[0] if is_title else None
    if by_employer is None and not is_title and by_title[2] > 0:
        by_employer = by_title
    chosen_employer = by_employer[0] if by_employer and by_employer[2] > by_employer[1] else None
    sure = 0.9
    if chosen_employer is None or chosen_title is None:
        rest = [piece for piece in kept[:3] if piece not in {chosen_employer, chosen_title}]
        sure = 0.7
        if chosen_employer is None and rest and (chosen_title or len(rest) > 1):
            chosen_employer = rest.pop(0)
        if (
            chosen_title is None
            and rest
            and not re.search(r"\d{3,}", rest[0])
            and len(rest[0].split()) <= MAX_GUESSED_WORDS
        ):
            chosen_title = rest.pop(0)
    return (
        Found(chosen_title, "layout", sure, evidence) if chosen_title else None,
        Found(chosen_employer, "layout", sure, evidence) if chosen_employer else None,
    )


def bare_piece(text: str) -> str:
    """Return a piece without numbering, head counts, the kind of contract, and the marks around it."""
    text = _KIND.sub("", text).lstrip("●■◆▪►▶★☆◇□○•*> ")
    behind = _PLACE_IN_BRACKETS.match(text.strip())
    if behind and (is_town(behind.group(2)) or place_of(behind.group(2)).country):
        text = behind.group(1)
    text = re.sub(r"\s*[(（][^()（）]*\d+\s*[-~]?\s*\d*\s*(?:人|employees)[^()（）]*[)）]$", "", text)
    text = re.sub(r"^\s*(?:\d{1,2}|[一二三四五六七八九十])[.、)]\s*(?=\D)", "", text)
    return (
        text.strip(" \t,;:|·-–—/、，；：.()（）[]【】").strip()
        if not re.search(
            r"(?:Ltd|Inc|Co|Corp|Bhd|Pty|Pvt|Bros|Ltda|(?:\b[A-Za-z]\.\s?)+[A-Za-z]|e\.V)\.\s*$|[)）]\s*$", text
        )
        else text.strip(" \t,;:|·-–—/、，；：")
    )
