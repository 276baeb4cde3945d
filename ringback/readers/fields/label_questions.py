"""Questions of a form in front of their answers: ``Where do you live? Derby``, ``Which job are you applying for? Baker``."""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re

_JOB = r"(?:job|position|post|role|vacancy|opening)"
_PAY = r"(?:pay|salary|wages?|rate|ctc|remuneration|compensation)"
_YOUR = r"what(?:'s|’s| is| are) your"
_QUESTIONS = tuple(
    (re.compile(rf"\W{{0,3}}(?:{asked})\s?\?", re.IGNORECASE), field)
    for asked, field in (
        (
            (
                r"where (?:do you|are you) (?:currently |now |presently )?(?:live|living|based|located|resid\w+)(?: now)?"
                r"|(?:in )?(?:which|what) (?:city|town) (?:do you live|are you (?:based|living))(?: in)?"
                rf"|{_YOUR} (?:current |home |present )?(?:address|location|city|town)"
            ),
            "city",
        ),
        (
            (
                rf"(?:which|what) {_JOB} (?:are|do|would) you [^?]{{0,24}}"
                r"\b(?:apply(?:ing)?|interested|want|looking|seek(?:ing)?|like)\b[^?]{0,8}"
                rf"|{_YOUR} (?:desired|preferred|target) {_JOB}"
            ),
            "desired_title",
        ),
        (
            (
                rf"what {_PAY} (?:are|do|would) you [^?]{{0,24}}"
                r"\b(?:expect(?:ing)?|want|looking|hop(?:e|ing)|like|seek(?:ing)?)\b[^?]{0,8}"
                rf"|{_YOUR} (?:expected|desired) {_PAY}|{_YOUR} {_PAY} expectations?"
            ),
            "desired_salary",
        ),
        (r"where (?:would you like|do you want|are you (?:willing|looking|hoping)) to work", "desired_city"),
        (rf"{_YOUR} (?:full |legal |first and last )*name", "name"),
        (rf"{_YOUR} (?:phone|mobile|cell|telephone)(?: phone)?(?: number)?", "phones"),
        (rf"{_YOUR} e-?mail(?: address)?", "emails"),
        (rf"{_YOUR} date of birth|when were you born", "birth"),
    )
)


def label_in_question(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield a question that a line begins with as the label of its answer, with where the answer begins."""
    for question, field in _QUESTIONS if "?" in line else ():
        if asked := question.match(line):
            yield 0, asked.end(), (field,)
            return
