"""Headers of jobs that end in a full stop as sentences do: a post, a house, a house and its post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.deeds import DEED, MAX_POST_WORDS, MIN_FIRM
from ringback.readers.fields.jobs.titles import employer_score, ends_as_title, title_score
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    pass

MIN_CLAUSE = 7
MAX_CELL = 20  # of a row of cells that commas part
MAX_COMMAS = 3
MAX_SMALL = 2
MIN_HOUSE_WORDS = 3  # Cloud Services. is what was done
MAX_TITLE_WORDS = 4
_OWN_BOSS = re.compile(r"(?:self[- ]employed|freelancer?)\.", re.IGNORECASE)
_HOUSE_AND_STATE = re.compile(
    r"([A-Z][\w.'’&-]*(?: (?:[A-Z][\w.'’&-]*|of|and|the|for)){0,6}),(?: [A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)?,){0,2}"
    r" [A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,2}(?: (?:State|County|Province|District|Region))?\.$"
)
_HOUSE_AND_POST = re.compile(r"([A-ZÀ-Þ][^:;|.]{1,80}?)(?:: | [-–—|] )([A-ZÀ-Þ][^:;|.,]{2,50})\.")


def is_post_with_stop(bare: str) -> bool:
    """Tell a post that stands alone with a full stop behind it, set as a sentence: ``Lecturer.``."""
    if _OWN_BOSS.fullmatch(bare):
        return True
    words = bare[:-1].split() if bare.endswith(".") else []
    if words and words[0][0].isupper() and "and" in words and not DEED.match(bare):
        posts = bare[:-1].split(" and ")  # Financial accountant and general supervisor.
        return all(len(one.split()) < MAX_TITLE_WORDS and title_score(one) == 1.0 for one in posts)
    is_name = 0 < len(words) <= MAX_TITLE_WORDS and words[0][0].isupper()
    is_name = is_name and (all(word[0].isupper() for word in words) or ends_as_title(bare[:-1]))
    return is_name and title_score(bare[:-1]) == 1.0 and not DEED.match(bare)


def is_job_with_stop(bare: str) -> bool:
    """Tell a house and its post with a full stop behind them: ``Larch Trust, Ely: Tide Analyst.``, ``Fern Ltd — Clerk.``."""
    job = _HOUSE_AND_POST.fullmatch(bare)
    if job is None or DEED.match(bare) or len(job.group(2).split()) > MAX_TITLE_WORDS:
        return False
    house, post = job.groups()
    n_small = sum(word[0].islower() for word in house.split())
    is_named = employer_score(house) >= MIN_FIRM and all(word[0].isupper() for word in post.split())
    return n_small <= MAX_SMALL and (is_named or title_score(post) == 1.0) and not title_score(house)


def is_han_post_with_stop(bare: str) -> bool:
    """Tell a row of a department and a post set as a sentence: ``冷链部门，实习并转正，Java开发工程师。``."""
    *beside, post = bare[:-1].split(",")
    is_row = 0 < len(beside) < MAX_COMMAS and max(map(len, beside)) <= MIN_CLAUSE and len(post) <= MAX_CELL
    return is_row and not is_latin(bare) and title_score(post.strip()) == 1.0 and not any(map(title_score, beside[1:]))


def is_house_with_stop(bare: str) -> bool:
    """Tell a house with a full stop behind it, and where it stands: ``St. Anne's College, Lindale, Northmoor State.``."""
    words = bare[:-1].split() if bare.endswith(".") else []
    if MIN_HOUSE_WORDS <= len(words) <= MAX_POST_WORDS and all(word[0].isupper() and word.isalpha() for word in words):
        name = bare[:-1]  # Larch Hollow Music Academy.
        return employer_score(name) >= MIN_FIRM and not title_score(name) and not DEED.match(bare)
    house = _HOUSE_AND_STATE.match(bare)
    return house is not None and employer_score(house.group(1)) >= MIN_FIRM and not DEED.match(bare)
