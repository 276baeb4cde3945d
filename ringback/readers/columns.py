"""What the column of posts in a list means: the post a person holds, or the opening he is a candidate for."""

from __future__ import annotations

from collections.abc import Sequence

from ringback.readers import patterns as re
from ringback.readers.fields.label_parts import field_by_parts
from ringback.readers.fields.label_parts_han import field_by_parts_han
from ringback.readers.fields.label_questions import core_of_question
from ringback.readers.fields.label_words import COLUMN_FIELDS, field_of_column, raw_field_of_column
from ringback.readers.normalise import fold

_BARE_AS = re.compile(
    r"\W*(?:as|as an?|as what|in the role of|in what role|doing|role there|post there|任|担任|所任|任何职)\W*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+(?:['’]s?)?|[^\W\d_]+")
_POSTS = frozenset({"role", "title", "position", "job", "post", "designation", "occupation", "opening", "vacancy"})
_OPENINGS = frozenset({"opening", "vacancy"})
_FIRMS = frozenset(
    {"employer", "company", "organisation", "organization", "firm", "org", "orgn", "workplace", "employers"}
)
_NOW = frozenset({"most", "recent", "current", "curr", "present", "latest", "last", "existing"})
_SOUGHT = frozenset(
    {"applied", "applying", "apply", "sought", "wanted", "desired", "target", "targeted", "preferred", "requested"}
)
_FILLERS = frozenset({"for", "the", "of", "or", "name"})
_OF_CANDIDATE = frozenset({"candidate", "candidate's", "applicant", "applicant's"})
_OWN = frozenset(
    {"primary", "main", "personal", "private", "contact"}
)  # of an address; a primary school is another thing
_ADDRESSES = frozenset({"phones", "emails"})
MAX_HEAD_LETTERS = 72  # the longest label with all words for one's own in front of it; more are a sentence
MIN_QUESTION = 4
_ASKING = re.compile("什么样?|哪一?[个家所些座]|几年|多少|的|于")
_WHERE_TO_WORK = re.compile(
    "(?:希望|想要?|期望|愿意)(?:能)?(?:在|去|到)(?:哪一?[个座]?)?(?:城市|地方|地区|里)(?:工作|发展|上班|就业)"
)
_QUESTION = re.compile(r"[?？]|^\W{0,2}\d{1,2}\s?[、.．)）]|^(?:请|您|你|your\b)", re.IGNORECASE)
MIN_SINGULAR = 2  # "as" is none of several
_CONTACTS = frozenset({"name", "phones", "emails", "wechat"})
_BIRTHS = frozenset({"birth", "born", "yob", "dob", "bday", "birthday"})
_OF_BIRTHS = frozenset({"year", "yr", "month", "date", "in", "on"})
_DEGREES = frozenset({"qualification", "qual", "degree", "award", "education", "edu"})
_OF_DEGREES = frozenset(
    {
        "ug",
        "pg",
        "under",
        "graduation",
        "graduate",
        "course",
        "highest",
        "top",
        "best",
        "final",
        "level",
        "academic",
        "attained",
        "obtained",
        "achieved",
        "held",
    }
)
_SCHOOLS = frozenset({"university", "institute", "college", "school"})
_OF_SCHOOLS = frozenset({"ug", "pg", "last", "highest", "attended", "graduated", "from"})
_KINDS = (
    ("school", (_SCHOOLS, _OF_SCHOOLS), _SCHOOLS | _OF_SCHOOLS),
    ("current_employer", (_FIRMS, _NOW), _FIRMS | _NOW),
    ("birth", (_BIRTHS,), _BIRTHS | _OF_BIRTHS),
    ("degree", (_DEGREES, _OF_DEGREES), _DEGREES | _OF_DEGREES),
)
_FIRST_WORDS = frozenset({"is", "currently", "now", "presently", "recently", "last"})
_PHRASES = {
    "who": "name", "person": "name", "where": "city", "loc": "city", "curr loc": "city",
    "lives": "city", "lives in": "city", "living in": "city", "lives at": "city",
    "doing": "current_title", "works as": "current_title", "working as": "current_title", "employed as": "current_title",
    "with": "current_employer", "at": "current_employer", "works for": "current_employer", "works at": "current_employer",
    "working for": "current_employer", "working at": "current_employer", "working with": "current_employer",
    "employed by": "current_employer", "employed at": "current_employer", "employed with": "current_employer",
    "going for": "desired_title", "interested in": "desired_title", "up for": "desired_title", "applied to": "desired_title",
    "as": "current_title", "studied at": "school", "studied in": "school", "graduated from": "school", "graduate of": "school",
    "went to": "school", "alma mater": "school", "yrs": "years", "yoe": "years", "yrs exp": "years", "exp yrs": "years",
    "total exp": "years", "yrs of exp": "years", "yrs worked": "years", "looking for": "desired_title", "asks": "desired_salary",
    "hopes for": "desired_salary", "wants to work in": "desired_city", "would move to": "desired_city",
    "considered for": "desired_title", "put forward for": "desired_title", "wants to be": "desired_title",
}  # fmt: skip
"""Heads of columns that are parts of sentences; in a document the same words would be no labels."""
_HELD_IN_CHINESE = re.compile("(?:现|目前|当前|最近|现任|在职)的?(?:岗|职|岗位|职位|职务|工种|职称)(?:名称)?")
_SOUGHT_IN_CHINESE = re.compile(
    "(?:拟|初|复)?(?:想?看|在看|想找|关注|感兴趣|心仪|应聘|面试|沟通|投递|申请|意向|期望|求职|竞聘|报名|推荐|应征|报考|匹配)的?(?:岗位|职位|职务|工种|职缺|职称)(?:名称)?"
)
_LIVES_IN_CHINESE = re.compile("(?:人|现|目前|现在|常驻|住|家)在(?:哪里?|何处|哪个城市|哪座城市)")
_ENDING_IN_CHINESE = re.compile("(?<=..)(?:名称|号码?|地址)$")  # 毕业学校名称, 联系手机号, 电子邮件地址
_OPENING = re.compile(r"岗位|工种|职缺|\bpost\b|vacanc|opening", re.IGNORECASE)


def fields_of_header(cells: Sequence[str]) -> tuple[str | None, ...]:
    """Return the field of each column of a header row.

    A bare post (岗位, 职位, Post) is the post held when it stands beside the employer's column. It is what the person is a
    candidate for when another column names the post held, when the list has no employers at all, or when the word means
    an opening (岗位, not 职务) and does not stand right behind an employer that is expressly the present one (现公司).
    """
    fields = [field_of_column(cell) for cell in cells]
    raw = [raw_field_of_column(cell) for cell in cells]
    fields = [
        field or (None if known else _field_of_question(cell) or _field_by_words(cell) or _field_by_parts(cell))
        for cell, field, known in zip(cells, fields, raw, strict=True)
    ]
    raw = [
        "current_title" if one == "title" and _field_by_parts(cell) == "current_title" else one
        for one, cell in zip(raw, cells, strict=True)
    ]
    fields = _with_posts_behind_house(cells, _with_halves_of_name(cells, fields))
    if "desired_title" in fields:
        return tuple(fields)
    bare = [number for number, field in enumerate(raw) if field == "title"]
    employers = [number for number, field in enumerate(fields) if field == "current_employer"]
    is_held_told = any(field == "current_title" and number not in bare for number, field in enumerate(fields))
    for number in bare:
        is_opening = bool(_OPENING.search(fold(cells[number])))
        is_beside = number - 1 in employers
        is_expressly_now = any(raw[employer] == "current_employer" for employer in employers)
        if is_held_told or not employers or (is_opening and is_expressly_now and not is_beside):
            fields[number] = "desired_title"
    return tuple(fields)


def _field_of_question(text: str) -> str | None:
    """Read the head of a column of answers: *Where do you live now?*, 5、您应聘的岗位是？."""
    if len(text) < MIN_QUESTION or not _QUESTION.search(text):
        return None
    asked, rest = core_of_question(text)
    bare = _ASKING.sub("", rest).removeprefix("有")
    if _WHERE_TO_WORK.fullmatch(rest):
        return "desired_city"
    return COLUMN_FIELDS.get(asked or "") or field_of_column(rest) or field_of_column(bare) or _field_in_chinese(bare)


def _field_by_parts(text: str) -> str | None:
    return field_by_parts(text) if text.isascii() else field_by_parts_han(text)


def _with_halves_of_name(cells: Sequence[str], fields: list[str | None]) -> list[str | None]:
    """Read *First* and *Last* as the halves of the name where both stand and no column names the whole."""
    halves = {"first": "first_name", "given": "first_name", "last": "last_name", "family": "last_name"}
    bare = [halves.get(fold(cell).strip().lower()) for cell in cells]
    is_name = {"first_name", "last_name"} <= {*bare, *fields} and "name" not in fields
    return [field or half for field, half in zip(fields, bare, strict=True)] if is_name else fields


def _with_posts_behind_house(cells: Sequence[str], fields: list[str | None]) -> list[str | None]:
    """Read a bare *As* right behind the column of employers: ``Now working at``, ``As``."""
    return [
        "current_title"
        if at and not field and fields[at - 1] == "current_employer" and _BARE_AS.fullmatch(cell)
        else field
        for at, (cell, field) in enumerate(zip(cells, fields, strict=True))
    ]


def _field_by_words(text: str) -> str | None:
    """Read a header that no list knows by its words: what it says of which (Job Applied, Most recent role, Suburb/City).

    Every word must be understood, so that *Recruiter Email* and *Date Applied* stay unknown.
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(fold(text).replace("_", " "))]
    if not words:
        return None
    said = {_singular(word) for word in words} - _FILLERS
    if said & _POSTS and said <= _POSTS | _NOW | _SOUGHT:
        is_sought = bool(said & _SOUGHT or said & _OPENINGS)
        return "desired_title" if is_sought else "current_title" if said & _NOW else None
    if said & _POSTS and said & _FIRMS and said & _NOW and said <= _POSTS | _FIRMS | _NOW:
        return "current_title"  # Current Company Designation
    if field := _field_in_chinese(text) or _field_of_phrase(words) or _field_of_kind(said):
        return field
    bare = [word for word in words if word not in _OF_CANDIDATE]
    if sum(map(len, bare)) > MAX_HEAD_LETTERS:
        return _field_of_either(text)
    one = _field_of_words(bare)
    if one is None and (address := _field_of_words([word for word in bare if word not in _OWN])) in _ADDRESSES:
        one = address
    return one or _field_of_either(text)


def _field_in_chinese(text: str) -> str | None:
    bare = fold(text).strip()
    if _SOUGHT_IN_CHINESE.fullmatch(bare):
        return "desired_title"
    if _HELD_IN_CHINESE.fullmatch(bare):
        return "current_title"
    if _LIVES_IN_CHINESE.fullmatch(bare):
        return "city"
    shorter = _ENDING_IN_CHINESE.sub("", bare)
    return field_of_column(shorter) if shorter != bare else None


def _field_of_kind(said: set[str]) -> str | None:
    """Read *Latest company*, *Birth Yr* and *Top award*, which hold no other words."""
    return next((field for field, needed, known in _KINDS if all(map(said.__and__, needed)) and said <= known), None)


def _field_of_phrase(words: list[str]) -> str | None:
    """Read *Currently with* and *Going for*: a bare *At* or *With* needs the word for now in front."""
    said = words[1:] if words[0] in _FIRST_WORDS else words
    return None if words in (["at"], ["with"], ["as"]) else _PHRASES.get(" ".join(said))


def _field_of_words(words: list[str]) -> str | None:
    return field_of_column(" ".join([*words[:-1], _singular(words[-1])])) if words else None


def _field_of_either(text: str) -> str | None:
    """Read ``Suburb/City``: of two names of a column the one that we know, unless it may be another person's contact."""
    if "/" not in text:
        return None
    parts = [part.strip() for part in fold(text).split("/")]
    if any(" " in part for part in parts):
        return None
    fields = {field_of_column(part) for part in parts if raw_field_of_column(part)}
    return fields.pop() if len(fields) == 1 and not fields & _CONTACTS else None


def _singular(word: str) -> str:
    if word.endswith(("sses", "shes", "ches")):
        return word[:-2]
    return (
        word[:-1] if len(word) > MIN_SINGULAR and word.endswith("s") and not word.endswith(("ss", "us", "'s")) else word
    )
