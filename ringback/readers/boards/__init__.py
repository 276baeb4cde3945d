"""What the job boards say outside the resume: in file names and mail subjects.

A board is one module here with a ``BOARD``; it is found by being in this folder. To add one, write its patterns (see any
of the modules) and put examples into its test; nothing else has to be touched.
"""

from __future__ import annotations

import pkgutil
from dataclasses import replace
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.boards.evidence import Board, Evidence
from ringback.readers.fields.jobs.titles import title_score

if TYPE_CHECKING:
    from collections.abc import Iterable

_FORWARDED = re.compile(r"^\s*(?:(?:fwd?|re|转发|回复|答复|转|fw)\s*[:：]\s*)+", re.IGNORECASE)
MIN_TITLE = 0.6
MAX_CHARS = 300  # of a name of a file or a subject; no board writes as many
_APPLIES = "(?:应聘|應聘|申请|申請|求职|求職|应征|應徵)"
_POST = r"(?:position|role|post|job)"
_ENDS = rf"\s*(?:{_POST}\b.*|\s[-–|]\s.*|[,(|].*|\b(?:at|by|from)\b.*)?$"
_APPLIED = (  # how people call their files and mails who apply by themselves
    re.compile(
        rf"\b(?:application(?:\s+received)?|applying|applied|apply)\s*(?:for|as|[-:–])\s*(?:(?:the|an?)\s+)?(?:{_POST}\s*(?:of|[-:–])?\s*)?"
        rf"(?P<title>[A-Z][\w&/+# -]{{2,50}}?){_ENDS}",
        re.IGNORECASE,
    ),
    re.compile(  # Bewerbung als Köchin, Candidature au poste de chef de rang, Candidatura para cocinero
        r"\b(?:Bewerbung (?:als|um|für)|(?:candidature|candidatura|postulaci[oó]n) (?:au|à|al|a|para|pour|per|come|per il|ao)"
        r"(?: (?:le |el |la |il |o )?(?:poste|puesto|cargo|posto|vaga)(?: (?:de|di|d['’]))?)?)"
        rf" ?(?P<title>[^\W\d_][\w&/+# -]{{2,50}}?){_ENDS}",
        re.IGNORECASE,
    ),
    re.compile(rf"^(?P<name>[\u4e00-\u9fff]{{2,4}})[-_—－+| ]*{_APPLIES}[-_:： ]*(?P<title>[^-_—－+|，,\s]{{2,20}})"),
    re.compile(
        rf"{_APPLIES}(?:贵公司)?(?:职位|職位|职缺|職缺|职务|職務|岗位)?[-_—－:： ]*"
        r"(?P<title>[^-_—－+|，,\s()（）]{2,20})"
    ),
)
_NAMED_FOR_SURE = re.compile(  # My CV for the Choirmaster job: whatever is called so is one
    r"\b(?:cv|resume|résumé|application|applying|candidature) for (?:the|your|a|an) (?P<title>[A-Z][\w&/+#' -]{2,40}?)"
    r" (?:vacancy|position|role|opening|post|job)\b",
    re.IGNORECASE,
)
_PLAIN_SUBJECTS = (
    re.compile(
        r"^(?P<title>[A-Z][\w&/+#' -]{2,50}?) (?:job |role |post |position |vacancy )?application\b", re.IGNORECASE
    ),
    re.compile(  # application from Pat Marlowe for Store Manager (Leeds)
        rf"\b(?:application|cv|resume|résumé|candidate|applicant)\s?(?:from|of|by|:)\s(?:[\w'’.-]+ ){{1,4}}?for (?:the |your )?"
        rf"(?P<title>[A-Z][\w&/+# -]{{2,50}}?){_ENDS}",
        re.IGNORECASE,
    ),
    _APPLIED[0],
    _APPLIED[1],
    re.compile(  # your Store Manager vacancy
        r"\b(?:your|the) (?P<title>[A-Z][\w&/+# -]{2,50}?) (?:vacancy|position|role|opening|post|job)\b", re.IGNORECASE
    ),
    re.compile(  # Your vacancy Store Manager: application of Pat Marlowe
        r"\b(?i:your|the) (?:vacancy|position|role|opening|post|job)(?: as| of| for)?:? (?P<title>[A-Z][\w&/+# -]{2,50}?)"
        r"\s*(?:\s[-–|]\s.*|[:,(|].*)?$"
    ),
    re.compile(  # Pat Marlowe for Store Manager
        r"^(?:[A-Z][\w.'’-]*[ ,]+){2,5}for (?:the )?(?:(?:position|role|post|job) of )?(?P<title>[A-Z][\w&/+# -]{2,50})$"
    ),
    re.compile(  # Store Manager - Pat Marlowe
        r"^(?P<title>[A-Z][\w&/+#' -]{2,40}?)\s[-–—|]\s(?:[A-ZÀ-Þ][\w'’.-]+(?: |$)){2,4}$"
    ),
    re.compile(  # Pat Marlowe - Store Manager
        r"^(?:[A-ZÀ-Þ][\w'’.-]+ ){1,3}[A-ZÀ-Þ][\w'’.-]+\s?[-–—|,]\s(?P<title>[A-Z][\w&/+#' -]{2,40})$"
    ),
    _APPLIED[2],
    re.compile(
        r"^(?:内推|推荐|举荐|自荐|(?:简历|人才|候选人)推荐)[-_—－:： ]*(?P<title>[^-_—－+|，,\s]{2,20})"
        r"(?:[-_—－+| ]+(?P<name>[\u4e00-\u9fff]{2,4}))?$"
    ),
    re.compile(
        r"^(?:内推|推荐|举荐|自荐|(?:简历|人才|候选人)推荐)[-_—－:： ]*(?P<name>[\u4e00-\u9fff]{2,4})"
        r"[-_—－+| ]+(?P<title>[^-_—－+|，,\s]{2,20})$"
    ),
    _APPLIED[3],
)
_PAPER = re.compile(r"(?:表|表格|简历|簡歷|履历|履歷|名单|名單)$")  # 应聘人员登记表
_RUNNING_NUMBER = re.compile(r"[\s(]+v?\d[\d.]*\)?$", re.IGNORECASE)  # Store Manager 2026, Store Manager (2)
_SUFFIX = re.compile(
    r"\.(?:pdf|docx?|docm|wps|html?|mht(?:ml)?|rtf|txt|eml|msg|jpe?g|png|odt|json|zip|xlsx?|csv|md|markdown|[rq]md|rst|org|adoc|tex|ya?ml|xml|pages)$",
    re.IGNORECASE,
)


@cache
def boards() -> tuple[Board, ...]:
    """Return every board in this folder, in the order of their file names."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name != "evidence")
    return tuple(import_module(f"{__name__}.{name}").BOARD for name in names)


def read_file_name(name: str, *, source: str | None) -> Evidence:
    """Return what a file name says; ``source`` (the drop folder) breaks ties between boards with the same convention.

    Of a file that no board named only the post is told that it says is applied for: ``应聘店长-周小满.pdf``.
    """
    stem = " ".join(_SUFFIX.sub("", name.replace("\u00a0", " ")).split())[:MAX_CHARS]
    found = _first(stem, "file_name", source)
    if found.board is None and (
        match := _applied_for(stem if not stem.isascii() else stem.replace("_", " "), _APPLIED)
    ):
        return replace(found, title=match["title"].strip())
    return found


def _applied_for(text: str, patterns: Iterable[re.Pattern[str]]) -> re.Match[str] | None:
    bare = _RUNNING_NUMBER.sub("", text)
    matches = (match for pattern in patterns if (match := pattern.search(bare)))
    return next(
        (one for one in matches if title_score(one["title"]) >= MIN_TITLE and not _PAPER.search(one["title"])), None
    )


def read_subject(subject: str, sender: str) -> Evidence:
    """Return what a mail subject says; ``Fw:`` and ``转发：`` are taken off, because the inner subject is the board's."""
    bare = _FORWARDED.sub("", " ".join(subject.split())[:MAX_CHARS]).strip()
    address = sender.lower()
    source = next((board.name for board in boards() if any(map(address.__contains__, board.domains))), None)
    found = _first(bare, "mail_subject", source)
    if found.board is None:
        match = _applied_for(bare, _PLAIN_SUBJECTS) or _NAMED_FOR_SURE.search(bare)
        return Evidence.of(match, board="direct", how="mail_subject") if match else found
    return found


def board_domains() -> frozenset[str]:
    """Return the domains of all boards: an address there is never the candidate's."""
    return frozenset(domain for board in boards() for domain in board.domains)


def _first(text: str, how: str, source: str | None) -> Evidence:
    ranked = sorted(boards(), key=lambda board: source is None or board.name != source)
    for board in ranked:
        patterns = board.file_names if how == "file_name" else board.subjects
        for pattern in patterns:
            match = pattern.search(text)
            if match:
                return _in_order(Evidence.of(match, board=board.name, how=how))
    return Evidence(how=how, text=text)


def _in_order(found: Evidence) -> Evidence:
    """Return name and post in their places where whoever saved the file wrote the post first: ``拉勾_测试工程师_林晓月``."""
    if not found.name or not found.title or title_score(found.name) < 1.0 or title_score(found.title):
        return found
    return replace(found, name=found.title, title=found.name)
