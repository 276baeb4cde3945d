"""Degree and school told in sentences, where no section lists them: 在香港城市大学获得计算机科学博士学位."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.degrees import LEVELS, Degree, degrees_in, highest
from ringback.readers.fields.studies.school_levels import HIGHER, OF_CHILDREN, is_higher
from ringback.readers.fields.studies.school_words import HAN_SCHOOL
from ringback.readers.fields.studies.schools import school_in, school_said
from ringback.readers.fields.studies.schools_in_small import school_in_small
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.fields.sheet import Sheet

MIN_CHARS = 30  # shorter lines are entries
MAX_CLAUSES = 200
_SECTIONS = (TOP, "summary", "basic", "other", "education")
_CLAUSE = re.compile(
    r"[。；;!！?？，]|,(?=[\u4e00-\u9fff]|(?:19|20)\d{2}\s?年)|(?<=[a-z\d)])\.\s+(?=[A-Z])"
    r"|(?<=[\u4e00-\u9fff)])\.\s?(?=[\u4e00-\u9fff]|(?:19|20)\d{2}\s?年)"
)
_GRADUATION = re.compile(
    r"毕业|获得?|取得|学位|就读|攻读|完成学业"
    r"|\b(?:received|earned|obtained|hold(?:s|ing)?|completed|graduat\w+|awarded|has|have|degree|pursuing|studied"
    r"|stud(?:ent|ying)|estudiante|estudiando|estudiado|cursando|egresad[oa]|titulad[oa]|graduad[oa]|licenciad[oa]|formad[oa]"
    r"|estudante|étudiante?|diplômée?|titulaire|student(?:in)?|studiere|absolvent(?:in)?|laureat[oa]|studente(?:ssa)?)\b",
    re.IGNORECASE,
)
_GRADUATE = re.compile(
    "(?:我|本人)(?:目前)?(?:是|为)[\u4e00-\u9fff\\d]{0,30}?(大专|专科|本科|硕士|博士|中专|高职)(?:学历)?(?:应届)?(?:毕业生|学历|在读)"
)
_EARNED = re.compile(
    r"\b(?:[Ii]|[Ss]?[Hh]e|[Tt]hey) (?:earned|received|obtained|completed) (?:my|h(?:is|er)|their|an?) "
)
MAX_SENTENCE = 300
MAX_LEAD = 10  # characters in front of a school in which a wish, or somebody else, is told
_STUDENT_OF = re.compile(
    r"\b(?:[Ss]tudent|[Gg]raduate|[Aa]lumn[iu]s|[Aa]lumna|[Ss]tudying|[Gg]raduated|[Ss]tudied)\b[^.;]{0,40}?"
    r"\b(?:of|at|from|in) (?:the )?([A-Z].{3,80})"
)
_IN_STUDIES = re.compile(
    r"\b(?:(?:(?:am|['’]m|is|currently) (?:an? )?(?:[\w-]+ ){0,4}(?:student|[Ff]reshman|[Ss]ophomore)"
    r"|(?:am|['’]m|is|currently) (?:studying|pursuing|enrolled|attending))"
    r"|, an? (?:[\w-]+ ){0,3}student(?= (?:at|of|from|in) (?:the )?[A-Z])"
    r"|^(?:[A-Z][\w-]+ ){0,3}[Ss]tudent(?= (?:at|of) (?:the )?(?:[A-Z][\w'’-]+ ){0,3}Univ)"
    r"|(?:[Ss]oy|[Ee]s|[,.]|^)\s?(?:un |una )?(?:[Ee]studiante|[Ee]studante)"
    r"|(?:[Ee]stoy |[Ee]stou )?(?:[Ee]studiando|[Cc]ursando|[Ee]studando)"
    r"|(?:[Jj]e suis |, |^)[ÉéE]tudiante?)\b"
)
_OF_ONESELF = re.compile("(?:我|本人)(?:于|是|在|从|毕业|本科|目前|现|曾)")
_CLAUSE_BEHIND = re.compile(r"[,.;]|\s(?:and|with|where|in)\s")
_OWN_STUDIES = re.compile(
    r"\b(?:[Ii] ?(?:am|was|['’]m|have been)|(?:^|[Cc]urrently )?)(?: currently| now| still)? ?"
    r"(?:studying|pursuing|taking(?: up)?|doing|finishing"
    r"|completing)\b(?: [\w'’.]+){0,5}? (?:bachelor|master|B\.?S|B\.?A|BSIT|B\.?Com|B\.?Tech)\w*(?: of)?[^.;]{0,60}"
)
_OPEN_END = re.compile(r"[a-z] (?:at|from|in|of|the)$")  # I earned my degree at / Northmoor University
_OWN_YEARS = re.compile(
    r"(?:^\W*|\bI (?:have |had )?(?:recently )?|\b(?:and|then|who) |\b[Ss]?[Hh]e )"
    r"(?:[Gg]raduated?|[Ss]tudied|[Cc]ompleted|[Aa]ttended|[Ee]arned|[Rr]eceived)\b"
    r"|\bI(?: am|['’]m) an? (?:[\w-]+ ){0,2}(?:alumn[aiu]s?|graduate)\b|^\W*[Ee]ducated at\b"
)
_HAN_STUDIES = re.compile(
    "(?:毕业于|毕业自|(?:目前|现|正)?就读于?|考[上入取]了?)(?P<where>[^,，。;；:：!！?？\\s]{3,30})"
    "|(?:^|(?<=[,，。;；\\s])|(?<=我)|(?<=本人))[^,，。;；:：!！?？\\s]{3,24}(?:毕业|就读|在读|(?:19|20)\\d\\d[级届]|大[一二三四]|研[一二三])"
    "(?:学生|[)）])?(?=$|[,，。;；!！?？\\s])"
)
_NOT_YET = re.compile("希望|想要?|打算|计划|准备|梦想|朋友|同学|孩子|儿子|女儿|学生都?[考毕]")
_OF_OTHERS = re.compile(r"导师|教授指导|指导老师|\b(?:supervis\w+|advis\w+|under Prof)", re.IGNORECASE)


def education_told(sheet: Sheet) -> tuple[Found[Degree] | None, Found[str] | None]:
    """Return the highest degree that a sentence tells with its school, and that school; nothing where none does."""
    best: tuple[Degree, str, str] | None = None
    later: Degree | None = None  # without a school of its own: In 1998 she earned her Master of Science
    for number, clause in enumerate(_clauses(sheet)):
        if number >= MAX_CLAUSES:
            break
        degree = highest(degrees_in(clause)) if _GRADUATION.search(clause) else None
        if degree is None or (best and LEVELS.index(degree.level) >= LEVELS.index(best[0].level)):
            continue
        if school := _school_of(clause):
            best = (degree, school, clause.strip())
        elif best and _EARNED.search(clause):
            later = highest([degree, *([later] if later else [])])
    if best is None:
        return None, None
    degree, school, clause = best
    degree = highest([degree, later]) or degree if later else degree
    return Found(degree, "pattern", 0.7, clause), Found(school, "pattern", 0.7, clause)


def graduate_of(sheet: Sheet) -> Found[Degree] | None:
    """Return the degree that somebody calls himself a graduate of: 我是一名大专毕业生."""
    for number in sheet.lines_in(*_SECTIONS) if sheet.is_chinese else ():
        told = _GRADUATE.search(sheet.folded[number])
        if told and (degree := highest(degrees_in(told.group(1)))):
            return Found(degree, "pattern", 0.6, told.group())
    return None


def degree_begun(sheet: Sheet) -> Found[Degree] | None:
    """Return the degree that somebody says he studies for, at whatever school: ``I am studying my degree of bachelor``."""
    for line in () if sheet.is_chinese else _sentences(sheet):
        told = _OWN_STUDIES.search(line)
        if told and (degree := highest(degrees_in(told.group()))):
            return Found(degree, "pattern", 0.6, told.group())
    return None


def school_of_student(sheet: Sheet) -> Found[str] | None:
    """Return the school that somebody calls himself a student of and whose kind he writes in small letters."""
    for line in () if sheet.is_chinese else _sentences(sheet):
        told = _STUDENT_OF.search(line)
        name = school_in_small(_CLAUSE_BEHIND.split(told.group(1))[0]) if told else None
        if name and name[0].isupper():
            return Found(name, "pattern", 0.6, line[:120])
    return None


def university_of_student(sheet: Sheet) -> Found[str] | None:
    """Return the university that somebody says he studies at now: ``I am a student at Millmoor University``."""
    named = _attended_now(sheet)
    return next((one for one in named if HIGHER.search(one.value) and not OF_CHILDREN.search(one.value)), None)


def school_of_pupil(sheet: Sheet) -> Found[str] | None:
    """Return the school that somebody young says he attends now: ``I am currently attending Larch Hill High School``."""
    return next((one for one in _attended_now(sheet) if OF_CHILDREN.search(one.value)), None)


def _attended_now(sheet: Sheet) -> Iterator[Found[str]]:
    for line in () if sheet.is_chinese else _sentences(sheet):
        for clause in _CLAUSE.split(line) if _IN_STUDIES.search(line) else ():
            if _IN_STUDIES.search(clause) and (name := school_said(clause)):
                yield Found(name, "pattern", 0.6, clause.strip()[:120])


def school_told(sheet: Sheet) -> Found[str] | None:
    """Return the university that somebody says he left or attends, with no degree: ``Graduated as a Civil Engineer at …``."""
    for line in () if sheet.is_chinese else _sentences(sheet):
        for clause in _CLAUSE.split(line) if _OWN_YEARS.search(line) else ():
            name = school_said(clause) if _OWN_YEARS.search(clause) and not _OF_OTHERS.search(clause) else None
            if name and HIGHER.search(name) and not OF_CHILDREN.search(name):
                return Found(name, "pattern", 0.6, clause.strip()[:120])
    return None


def han_studies_told(sheet: Sheet) -> tuple[Found[Degree] | None, Found[str] | None]:
    """Return the school that somebody says in Chinese he left or attends, and the degree that its institute confers.

    ``我毕业于江海大学，喜欢写程序``; ``畢業於江海大學統計研究所``
    """
    left: Found[str] | None = None
    for number in sorted({*sheet.lines_in(*_SECTIONS, "experience"), *_stray(sheet)}) if sheet.is_chinese else ():
        line, shown = sheet.folded[number], sheet.shown[number]
        if len(line) != len(shown):
            continue
        for told in _HAN_STUDIES.finditer(line):
            begin = told.start("where") if told.group("where") else told.start()
            clause, printed = line[begin : told.end()], shown[begin : told.end()]
            school = (
                None
                if _NOT_YET.search(line[max(0, begin - MAX_LEAD) : told.end()]) or _OF_OTHERS.search(clause)
                else school_in(clause, printed)
            )
            level = highest(degrees_in(clause, printed))
            sentence = shown[
                line.rfind(".", 0, begin) + 1 : told.end()
            ].strip()  # it may name the school further in front
            degree = Found(level, "pattern", 0.6, sentence) if level else None
            if school and is_higher(fold(school)):
                return degree, Found(school, "pattern", 0.6, printed)
            if degree and school is None and not _NOT_YET.search(clause):
                return degree, None
            is_left = school and left is None and told.group("where") and line.strip("-•·* ").startswith("毕业于")
            left = Found(school, "pattern", 0.5, printed) if school and is_left else left
    return None, left


def _clauses(sheet: Sheet) -> Iterator[str]:
    for line in _sentences(sheet):
        if len(line) >= MIN_CHARS:
            yield from (clause for clause in _CLAUSE.split(line) if not _OF_OTHERS.search(clause))


def _sentences(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of the sections that tell of a person, those of one sentence that the margin broke as one."""
    before, text = -1, ""
    for number in sorted([*sheet.lines_in(*_SECTIONS), *_stray(sheet)]):
        line = sheet.folded[number]
        if number == before + 1 and text and len(text) < MAX_SENTENCE and _is_broken(text, line):
            text = f"{text} {line}"
        else:
            if text:
                yield text
            text = line
        before = number
    if text:
        yield text


def _stray(sheet: Sheet) -> list[int]:
    """Return the lines where somebody speaks of himself below the menu of a page, whose words open sections."""
    if not sheet.is_chinese:
        return []
    return [i for i in sheet.lines_in("awards", "languages", "skills") if _OF_ONESELF.match(sheet.folded[i])]


def _is_broken(above: str, line: str) -> bool:
    """Tell prose that goes on in the next line, in small letters or with a name, from the lines of an entry."""
    is_prose = " " in above and "\t" not in above and "\t" not in line and above[-1:] not in ".:;!?"
    goes_on = line[:1].islower() or _OPEN_END.search(above) is not None
    return is_prose and goes_on and line.isascii() == above.isascii()


def _school_of(clause: str) -> str | None:
    return school_in(clause, clause) if HAN_SCHOOL.search(clause) else school_said(clause)
