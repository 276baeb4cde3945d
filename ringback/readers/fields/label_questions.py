"""Questions of a form in front of their answers: ``Where do you live? Derby``, ``Which job are you applying for? Baker``.

The questions of an inquiry head the columns of its answers as well: 5、您应聘的岗位是？
"""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re

_JOB = r"(?:job|position|post|role|vacancy|opening)"
_PAY = r"(?:pay|salary|wages?|rate|ctc|remuneration|compensation)"
_YOUR = r"what(?:'s|’s| is| are) your"
_FIRM = r"(?:employer|company|organi[sz]ation|firm)"
_NOW = r"(?:current|present|most recent|last|latest|(?:current|present) (?:or|/) (?:last|most recent|previous))"
_KIND = r"(?:work(?:ing)?|relevant|professional|total)"
_QUESTIONS = tuple(
    (re.compile(rf"\W{{0,3}}(?:{asked})\s?\?(?:\s?\*)?", re.IGNORECASE), field)
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
        (
            (
                rf"(?:who is|what is) your {_NOW} {_FIRM}|{_YOUR} {_NOW} {_FIRM}|(?:which|what) company do you work (?:for|at)"
                r"|where do you (?:currently |now )?work(?: now)?|who do you work for(?: now)?"
            ),
            "current_employer",
        ),
        (
            (
                rf"{_YOUR} (?:{_NOW} )?(?:job title|position|role|designation|job)(?: there)?"
                r"|what do you do(?: there)?"
            ),
            "current_title",
        ),
        (
            (
                rf"{_YOUR} highest (?:level of )?(?:education|qualification|degree)"
                r"(?: level| obtained| completed)?"
            ),
            "degree",
        ),
        (
            (
                r"(?:which|what) (?:school|university|college|school or university|college or university|institution)"
                r" (?:did you (?:attend|go to|graduate from|study at)|are you from)|where did you study"
            ),
            "school",
        ),
        (rf"how (?:many years|much) (?:of )?(?:{_KIND} )?experience do you (?:have|possess)", "years"),
        (rf"{_YOUR} (?:gender|sex)", "gender"),
    )
)


ANSWER = re.compile(r"\s*(?:[aA](?:nswer)?\d{0,2}|答|回答)\s?[:：.]\s*(?=\S)")
"""What stands in front of an answer."""
_NUMBER = re.compile(r"\W{0,2}(?:[qQ]\s?)?\d{1,2}\s?[、.．)）:]\s?")
_ASKS_IN_CHINESE = re.compile(
    "(?:请(?:问|您|输入|填写|填|选择|留下|提供|告知|如实填写)*)?(?:您|你)?(?:本人)?的?(?:(?:目前|现在|当前)?[(（](?:最近|或最近|上一[家份])[)）])?的?"
)
_END_IN_CHINESE = re.compile(
    "(?:是|为|在|有)?(?:什么|多少|哪里|哪一?[个家些]|几年)?(?:呢|吗)?\\s?[?？:：*]*\\s*(?:[(（](?:必填|选填|单选题?)[)）])?$"
)
_LIVES = re.compile(
    "(?:现在|目前|现|当前|常)?(?:居?住|居住|生活|常驻)(?:在|于)?(?:的?(?:城市|地方)|哪个?(?:城市|地方|里)|哪里|何处)"
)


def core_of_question(text: str) -> tuple[str | None, str]:
    """Return the field that the question at the head of a column asks for, and what is left of one that is told by a label.

    ``What is your full name?`` asks for the name; of 3、您期望的工作城市是？ is left 期望的工作城市.
    """
    bare = _NUMBER.sub("", text.strip(), count=1) if _NUMBER.match(text.strip()) else text.strip()
    asked = next((field for question, field in _QUESTIONS if question.fullmatch(bare.rstrip("?？* ") + "?")), None)
    if asked or bare.isascii():
        return asked, "" if asked else bare
    core = _END_IN_CHINESE.sub("", bare)
    opening = _ASKS_IN_CHINESE.match(core)
    core = core[opening.end() :] if opening else core
    return ("city" if _LIVES.fullmatch(core) or _LIVES.fullmatch(bare.rstrip("?？")) else None), core


def label_in_question(line: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield a question that a line begins with as the label of its answer, with where the answer begins."""
    numbered = _NUMBER.match(line) if "?" in line else None
    for question, field in _QUESTIONS if "?" in line else ():
        if asked := question.match(line, numbered.end() if numbered else 0):
            yield 0, asked.end(), (field,)
            return
