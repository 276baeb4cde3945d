"""What a name looks like, in Chinese and in Latin letters, and what only looks like one."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ringback.readers.fields.labels import label_table
from ringback.readers.fields.sections import section_table
from ringback.readers.fields.titles import employer_score, title_score
from ringback.readers.fields.wordlists import (
    chinese_cities,
    given_name_characters,
    latin_cities,
    places_after_comma,
    surnames,
)
from ringback.readers.normalise import fold

HAN = re.compile("[\u4e00-\u9fff\u3400-\u4dbf]")
_HAN_NAME = re.compile(
    "[\u4e00-\u9fff\u3400-\u4dbf]{2,4}|[\u4e00-\u9fff\u3400-\u4dbf]{1,8}(?:[·•・.][\u4e00-\u9fff\u3400-\u4dbf]{1,8}){1,3}"
)
_LATIN_WORD = re.compile(r"^(?:[A-ZÀ-ÞŁŚŠŽČĐ][A-Za-zÀ-ÿĀ-ž'’`-]*\.?|[A-ZÀ-Þ]\.?(?:[A-ZÀ-Þ]\.)*)$")
_PARTICLES = frozenset(
    ["de", "da", "di", "del", "della", "der", "den", "van", "von", "bin", "binti", "ibn", "al", "el", "la", "le", "du", "dos", "das", "san", "y", "e", "ten", "ter", "st"]
)
_PLACEHOLDER = re.compile(
    r"^(?:[xX×*_.\-/\s某○〇□…]+|[\u4e00-\u9fff][某xX*×]{1,2}|name|(?:your|full|first|last|first and last|firstname|lastname)[\s_]*(?:name|last)*|first\s+last(?:\s*name)?"
    r"|(?:您|你)的(?:姓名|名字)|姓名|请填写.*|请输入.*|待填写?|暂无|无|空|保密|匿名|john doe|jane doe|name surname|name here|insert name)$",
    re.IGNORECASE,
)
_MASKED = re.compile(r"^([\u4e00-\u9fff]{1,2})(先生|女士|小姐|同学|[*＊×xX]{1,3}|某某?)$")
_HONORIFIC = re.compile(r"(?:先生|女士|小姐|同学|老师)$")
_HAN_STOP = re.compile(
    r"简历|求职|应聘|姓名|工作|公司|大学|学院|经历|信息|电话|手机|邮箱|教育|技能|项目|负责|管理|工程|经理|专业|有限|证书|岗位|职位|意向|年龄|性别|男性|女性|学历|本科|硕士|博士|大专|毕业"
    r"|中国|汉族|党员|团员|群众|已婚|未婚|联系|地址|城市|照片|头像|自我|评价|介绍|概述|总监|主管|专员|助理|顾问|设计|开发|销售|运营|会计|财务|人事|行政|客服|产品|技术|服务|软件|数据|招聘|登记|模板|表格"
    r"|个人|资料|优势|基本|兴趣|爱好|特长|语言|英语|获奖|荣誉|校园|实习|实践|应届|现居|籍贯|民族|婚姻|政治|面貌|薪资|面议|全职|兼职|到岗|离职|在职|附件|封面|目录|编号|第.页|共.页|年限|经验|先生|女士|部门|时间|日期|职务|单位|备注|有限|集团|银行|医院|学校|科技|市场|物流|生产|质量|工艺|设备|机械|电气|仓储|推荐"
    r"|最新|更新|最终|终稿|定稿|修改|中文|英文|副本|版本|扫描|打包|名单|候选|共用|无联|文件|新建|文档|下载|转发|内部|猎聘|智联|前程|拉勾|脉脉|直聘|北京|上海|广州|深圳|高中|中专|初中"
)
_LATIN_STOP = frozenset(
    ["resume", "résumé", "curriculum", "vitae", "cv", "profile", "summary", "contact", "contacts", "education", "experience", "experiences", "skills", "skill", "objective", "address", "phone", "mobile", "email", "e-mail", "mail", "linkedin", "github", "confidential", "name", "gender", "male", "female", "date", "birth", "nationality", "references", "reference", "available", "request", "languages", "language", "personal", "information", "details", "professional", "work", "employment", "history", "projects", "project", "about", "me", "portfolio", "website", "top", "certifications", "certification", "certificates", "awards", "honors", "honours", "achievements", "interests", "hobbies", "university", "college", "school", "institute", "high", "bachelor", "master", "degree", "diploma", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "present", "current", "street", "road", "avenue", "lane", "drive", "suite", "apt", "floor", "building", "district", "city", "province", "state", "country", "dear", "sir", "madam", "to", "whom", "it", "may", "concern", "career", "job", "title", "position", "company", "department", "technologies", "technology", "inc", "ltd", "llc", "corp", "applicant", "application", "letter", "cover", "microsoft", "office", "word", "excel", "powerpoint", "java", "python", "javascript", "html", "css", "sql", "linux", "windows", "adobe", "photoshop", "full", "stack", "front", "end", "back", "software", "computer", "science", "engineering", "business", "administration", "marketing", "finance", "human", "resources", "data", "machine", "learning", "artificial", "intelligence", "web", "mobile", "android", "ios", "team", "player", "leadership", "communication", "problem", "solving", "management", "strong", "english", "chinese", "mandarin", "french", "german", "spanish", "native", "fluent", "married", "single", "citizen", "visa", "status", "chief", "executive", "general", "senior", "junior", "sr", "jr.", "updated", "last", "modified", "download", "my", "the", "of", "and", "in", "for", "with", "at", "on", "by", "from", "an", "is", "are", "statement", "qualifications", "key", "core", "competencies", "technical", "tools", "functional", "creative", "designer", "template", "sample", "example", "blank", "form", "registration", "recruiter", "notes", "note", "invoice", "report", "agenda", "minutes", "newsletter", "summary."]
)
_SUFFIXES = re.compile(
    r"(?:,?\s*(?:Ph\.?\s?D\.?|M\.?D\.?|MBA|EMBA|PMP|CPA|CFA|ACCA|P\.?E\.?|Esq\.?|M\.?S\.?c?\.?|B\.?S\.?c?\.?|B\.?A\.?|M\.?A\.?|RN|CISSP|SHRM-CP|PHR|SPHR|CSM|J\.?D\.?|Jr\.?|Sr\.?|II|III|IV|B\.?Tech\.?|M\.?Tech\.?|MCA|LL\.?[BM]\.?))+\s*$"
)
_KEPT_SUFFIXES = re.compile(r"^(?:Jr\.?|Sr\.?|II|III|IV)$")
_PREFIXES = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof|professor|er|shri|smt|sir|engr|eng)\.?\s+(?=\S)", re.IGNORECASE)
_AROUND = re.compile(
    r"^(?:(?:the\s+)?(?:resume|résumé|cv|curriculum vitae)\s*(?:of|for|[-:–|])\s*|(?:个人)?(?:求职)?简历\s*[-:：—|]\s*|hi,?\s+i(?:'|’)?a?m\s+|i\s+am\s+|我是|我叫|本人)"
    r"|(?:['’]s)?\s*[-–—|:]?\s*(?:resume|résumé|cv|curriculum vitae)\s*$|(?:\s*[-—–|_]\s*|的)?(?:个人|求职|应聘|中文|英文)*(?:简历|履历)(?:表|书)?(?:\s*(?:resume|cv))?$",
    re.IGNORECASE,
)
MAX_NAME_CHARS = 42
MAX_CLEANED = 120


def is_placeholder(text: str) -> bool:
    """Tell what stands where a name should be and is none: XXX, 某某, Your Name."""
    return bool(_PLACEHOLDER.match(text.strip(" .:：()（）[]【】<>《》\"'")))


def masked(text: str) -> bool:
    """Tell a name that a board has masked: 张先生, 王女士, 李**."""
    match = _MASKED.match(text.strip())
    if not match:
        return False
    single, double = surnames()
    return fold(match.group(1)) in single or fold(match.group(1)) in double


def clean(text: str) -> str:
    """Take off what stands around a name: honorifics, academic titles, "Resume of", 的简历, remarks in brackets."""
    bare = text[:MAX_CLEANED].strip(" \t,;:|·•-–—_*#/，；、。.")
    bare = _PREFIXES.sub("", bare)
    previous = None
    while previous != bare:
        previous, bare = bare, _AROUND.sub("", bare).strip(" \t,;:|-–—_*#/，；、")
    bare = re.sub(r"\s*[(（\[【<《].*$", "", bare) if re.search(r"[(（\[【<《]", bare[1:]) else bare
    bare = _SUFFIXES.sub("", bare).strip(" ,-")
    if HAN.search(bare):
        bare = (
            re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff](?:\s|$))", "", bare)
            if re.fullmatch(r"(?:[\u4e00-\u9fff]\s+){1,3}[\u4e00-\u9fff]", bare)
            else bare
        )
        if not masked(bare) and len(bare) > 2:  # noqa: PLR2004
            bare = _HONORIFIC.sub("", bare)
    else:
        bare = _unspread(bare)
    return bare.strip()


def _unspread(bare: str) -> str:
    """Join letters printed apart: ``J O H N  D O E``."""
    if re.fullmatch(r"(?:\S\s){2,}\S(?:\s{2,}(?:\S\s){1,}\S)*", bare):
        return " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", bare))
    return bare


def han_score(text: str, *, is_given: bool = False) -> float:
    """Return how much a text is a Chinese name, 0 to 1; ``is_given`` when a label says that it is one."""
    if not _HAN_NAME.fullmatch(text):
        return 0.0
    folded = fold(text)
    if folded in label_table() or folded in section_table() or folded in chinese_cities():
        return 0.0
    if "·" in folded or "." in folded:
        return 0.9 if not _HAN_STOP.search(folded) else 0.0
    single, double = surnames()
    has_double = folded[:2] in double and len(folded) > 2  # noqa: PLR2004
    if is_given:
        return 1.0 if has_double or folded[0] in single else 0.7
    if _HAN_STOP.search(folded) or employer_score(folded) >= 0.5:  # noqa: PLR2004
        return 0.0
    if len(folded) == 4 and not has_double:  # noqa: PLR2004 - double surnames of two parents
        return 0.35 if folded[0] in single and folded[1] in single else 0.0
    if not (has_double or folded[0] in single):
        return 0.0
    if title_score(folded) >= 0.6 and not has_double:  # noqa: PLR2004
        return 0.2
    typical = sum(mark in given_name_characters() for mark in folded[1:]) / (len(folded) - 1)
    return 0.8 + 0.2 * typical


def latin_score(text: str, *, is_given: bool = False) -> float:
    """Return how much a text is a name in Latin letters, 0 to 1."""
    words = text.replace(",", " , ").split()
    words = [word for word in words if word != ","]
    if not 1 <= len(words) <= 5 or len(text) > MAX_NAME_CHARS or re.search(r"[\d@:/\\|+#$%&*=<>\"]", text):  # noqa: PLR2004
        return 0.0
    if is_given:
        return 0.9 if re.search("[A-Za-z]{2}", text) else 0.0
    lowered = [word.strip(".,").lower() for word in words]
    if any(word in _LATIN_STOP for word in lowered):
        return 0.0
    if not all(_LATIN_WORD.match(word) or word.lower() in _PARTICLES for word in words):
        return 0.0
    if not any(len(word.strip(".")) > 1 and word[0].isupper() for word in words):
        return 0.0
    if _is_place(text, lowered):
        return 0.0
    if len(words) == 1:
        return 0.35 if len(words[0]) > 2 and words[0].isalpha() else 0.0  # noqa: PLR2004
    score = 0.9 if len(words) <= 3 else 0.7  # noqa: PLR2004
    if title_score(text) >= 0.8 or employer_score(text) >= 0.7:  # noqa: PLR2004
        score -= 0.6
    return score


def careless_score(text: str) -> bool:
    """Tell a name written carelessly (``Vamsi krishna``, ``john smith``); believed on the very first line only."""
    words = text.split()
    if not 2 <= len(words) <= 3 or not all(re.fullmatch(r"[A-Za-z]{2,15}", word) for word in words):  # noqa: PLR2004
        return False
    return (
        not any(word.lower() in _LATIN_STOP for word in words)
        and title_score(text) == 0
        and not _is_place(text, [word.lower() for word in words])
    )


def _is_place(text: str, lowered: list[str]) -> bool:
    compact = "".join(lowered)
    if compact in latin_cities() or text.lower() in places_after_comma():
        return True
    return "," in text and lowered[-1] in places_after_comma()


@cache
def _readings() -> dict[str, str]:
    """Return character -> its first reading, from the table inside pypinyin (MIT).

    The package itself is not imported: it loads and trains a phrase dictionary for half a second, which names do not need.
    """
    spec = find_spec("pypinyin")
    if spec is None or spec.origin is None:
        return {}
    table = json.loads(Path(spec.origin).with_name("pinyin_dict.json").read_text(encoding="utf-8"))
    return {chr(int(code)): _plain(readings.split(",")[0]) for code, readings in table.items() if 0x4E00 <= int(code) <= 0x9FFF}  # noqa: PLR2004


def _plain(syllable: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFKD", syllable.replace("ü", "v")) if mark.isascii())


_SURNAME_READINGS = {"单": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "查": "zha", "区": "ou", "任": "ren", "翟": "zhai", "盖": "ge",
                     "覃": "qin", "朴": "piao", "缪": "miao", "乐": "yue", "尉": "yu", "万俟": "moqi", "长": "zhang", "贾": "jia", "石": "shi"}  # fmt: skip


@cache
def pinyin_of(name: str) -> tuple[str, str]:
    """Return (surname, given name) in pinyin without tones; compound surnames are kept whole."""
    folded = fold(name).replace("·", "")
    _, double = surnames()
    cut = 2 if folded[:2] in double and len(folded) > 2 else 1  # noqa: PLR2004
    readings = _readings()
    surname = _SURNAME_READINGS.get(folded[:cut]) or "".join(readings.get(mark, "") for mark in folded[:cut])
    return surname, "".join(readings.get(mark, "") for mark in folded[cut:])


def agrees_with_email(name: str, local: str) -> bool:
    """Tell whether the part of an address before the @ is made of this name: liyao, yao.li, ly1990, jsmith, john."""
    letters = re.sub(r"[^a-z]", "", local.lower())
    if len(letters) < 3:  # noqa: PLR2004
        return False
    if HAN.search(name):
        if not HAN.match(name[0]):
            return False
        surname, given = pinyin_of(name)
        return bool(given) and (
            f"{surname}{given}" in letters or f"{given}{surname}" in letters or (len(given) > 3 and given in letters)
        )
    words = [re.sub(r"[^a-z]", "", word.lower()) for word in name.split()]
    words = [word for word in words if word]
    long = [word for word in words if len(word) >= 3]  # noqa: PLR2004
    if any(word in letters for word in long):
        return True
    return len(words) > 1 and letters.startswith((words[0][0] + words[-1], words[-1] + words[0][0]))
