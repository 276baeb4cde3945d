"""What stands around a name: honorifics, degrees, *Resume of*, remarks in brackets; and what stands where a name should be."""

from __future__ import annotations

from functools import lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.names.behind import without_what_is_behind
from ringback.readers.fields.wordlists import places_after_comma, surnames, town_key, towns
from ringback.readers.no_answers import is_no_name
from ringback.readers.normalise import fold

HAN = re.compile("[\u4e00-\u9fff\u3400-\u4dbf]")
_PLACEHOLDER = re.compile(
    r"^(?:[xX×*_.\-/\s某○〇□…]+|[\u4e00-\u9fff][某xX×]{1,2}|name|(?:your|full|first|last|first and last"
    r"|firstname|lastname)[\s_]*(?:name|last)*|first\s+last(?:\s*name)?"
    r"|(?:st|state),? zip(?: code)?"
    r"|(?:您|你)的(?:姓名|名字)|姓名|请填写.*|请输入.*|匿名|john doe|jane doe"
    r"|name surname|name here|insert name|(?:short )?bio(?:graphy)?(?: ?[/|&] ?cv)?|vitae?|curriculum)$",
    re.IGNORECASE,
)
_BUTTONS = re.compile(  # TR EN, which choose the language of a page
    r"(?=.*\bEN\b)(?:\b(?:EN|DE|FR|ES|IT|PT|NL|PL|RU|TR|CZ|CS|SK|HU|RO|UA|UK|SV|SE|DK|FI|GR|AR|JP|KR|ZH|CN)\b\W*){2,}"
)
_MASKED = re.compile(
    r"^([\u4e00-\u9fff]{1,2})(先生|女士|小姐|同学|阿姨|师傅|大姐|大哥|[*＊]{1,3}"
    "|(?<=^[\u4e00-\u9fff])[OoＯ〇○◯Xx×*＊][\u4e00-\u9fff])$"
)  # 林○倫: in the middle
_HONORIFIC = re.compile("(?:先生|女士|小姐|同学|老师|(?<=[\u4e00-\u9fff]{2})(?:副?教授|博士|医师|医生|律师))$")
# After a comma any letters count that follow a whole name; after a space only those that are nobody's surname (Jack Ma is not
# a Master of Arts).
_DOTTED_DEGREE = (  # M.Com., B.Ed., B.E (Mech)
    r"(?:[BMD]\. ?(?:A|E|Ed|Sc|Com|Tech|Pharm|Arch|Phil|Lib|S|D|Des|Voc|C\.? ?A|B\.? ?A|P\.? ?Ed|S\.? ?W|L\.? ?I\.? ?Sc)"
    r"|M\. ?B\. ?B\. ?S)\.?(?: ?\([A-Za-z .&]{2,20}\))?"
)
_TITLE_BEHIND_COMMA = re.compile(
    rf"{_DOTTED_DEGREE}|"
    r"P[Hh]\.?\s?[Dd]\.?|M\.?D\.?|MBA|EMBA|P\.?E\.?|Esq\.?|M\.?S\.?c?\.?|B\.?S\.?c?\.?|B\.?A\.?|M\.?A\.?|RN|J\.?D\.?"
    r"|LL\.?[BM]\.?"
    r"|B\.?Tech\.?|M\.?Tech\.?|MCA|[MB]\.?Pharm\.?|[MBC]\.?Eng\.?|[MD]\.?Phil\.?|MBBS|BDS"
)
_COMMA_OF_GENERATION = re.compile(r",\s*(?=(?:I{2,3}|IV|[JS][Rr]\.?)(?:,|$))")  # William Foster, IV
_LETTERS_BEHIND_COMMA = re.compile(
    r"[A-Z]{2,5}(?:-[A-Z]{2,4}){0,2}|(?:[A-Z][a-z]{0,4}\.?){2,4}(?:\s?\([A-Za-z ]{1,12}\))?"
)
_TITLE_BEHIND_SPACE = re.compile(
    r"\s(?:[BM]\. ?(?:Ed|Sc|Com|Tech|Pharm|Arch|Phil|Lib|Des|Voc)\.?"
    r"|Ph\.?\s?D\.?|M\.?\s?D\.?|(?:Ed|J|D\.?Sc)\.\s?D\.?|D\.O\.?|MBA|EMBA|PMP|PMI-ACP|CPA|CFA|CFP|FRM|ACA|ACCA|FCCA|FCA|ACMA|CGMA|CIMA|CMA|CIA|CISSP|CISA|CISM"
    r"|CSCP|CPIM|CSPO"
    r"|SHRM-S?CP|S?PHR|(?:Assoc |Chartered )?[MF]?CIPD|CSM|Esq\.|B\.?Tech\.?|M\.Tech\.?|MTech|MSc|BSc|BCom|MPH|MSW|RN"
    r"|BSN|MSN|LPN"
    r"|FNP|LCSW|LPC|EdD"
    r"|[MB]\.?Pharm|PharmD|[MBC]Eng|EngD|MPhil|DPhil|MBBS|MRICS|FRICS|MIET|MRCP|FRCS|CCRN|DDS|DVM|LL\.?[BM]|JD|CCNA|ITIL"
    r"|MB ?(?:BS|ChB|BCh|BChir)|[MF]RC(?:GP|S|P|PCH|R|A|OG|Path|Psych|VS|EM)|BVSc|BVetMed|BDS|RGN|RMN|RSCN|MCSP|MRPharmS"
    r"|PGCE|QTS|Dip[A-Z][A-Za-z]{0,3}|BSW|CQSW|PGDE|PG(?:Dip|Cert)"
    r"|[MB]Ed|S?FHEA|[MF]RSC|MInstP|CChem|CSci|[MF]?I(?:MechE|CE|StructE|ChemE)|RIBA|ARB|[MB]Arch|[MF]CIPS|[MF]?AAT"
    r"|FRSA|OBE|MBE"
    r"|ing\.?|ir\.?|CRNA|APRN|DNP|LVN|CNA|CMA|RPh|LMSW|LMFT|BCBA|CCC-SLP|OTR/L|DPT|LEED AP|EIT"
    r"|P\.?E\.?|P\.?Eng\.?|R\.N\.?|L\.P\.N\.?|C\.P\.A\.?|M\.B\.A\.?|AIA|CPP|CFE|EA|SPHR|aPHR)$"
)
_PARENT = re.compile(
    r"\s+(?:[SsDdWwCc]\s?/\s?[oO]\b|(?:son|daughter|wife) of\b).*$"
)  # of Indian forms, no part of the name
_KIN = re.compile(r"[A-Z][\w'’-]+ [SsDd]/[oO]\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
_PREFIXES = re.compile(
    r"^(?:(?-i:(?:Candidate|Applicant|CANDIDATE|APPLICANT)\s+(?=[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ]))"
    r"|(?:mr|mrs|ms|mx|miss|dr|prof|professor|er|shri|smt|sir|engr|eng|herr|frau|mme|mlle)\.?\s+"
    r"|(?-i:(?:Chef|Captain|Capt\.?|Sgt\.?|Lt\.?|Rev\.?|Sister|Brother)\s+(?=[A-ZÀ-Þ][\w'’-]+ [A-ZÀ-Þ]))"
    r"|(?-i:CA|CS|CMA)\s+(?-i:(?=[A-Z][a-z]+ [A-Z]))"
    r"|(?:dr|prof|mr|mrs|smt|er)\.(?=[A-Z]\.?\s?[A-Z])|(?:adv|ing|ir|ar|arch|dott|dott\.ssa|avv|mag|mgr|bc|mudr|judr|rndr|phdr|dipl\.-ing|rev|fr|med|dent|vet|rer|nat|phil|jur|oec"
    r"|pol|habil|h\.c|dipl\.-kfm|lic|sra?|srta)\.\s*)+(?=\S)",
    re.IGNORECASE,
)
_CALLED = re.compile(
    "[老小阿大][\u4e00-\u9fff]\\s?[(（]([\u4e00-\u9fff]{2,4})[)）]"
)  # 老卢（卢晓东）: what others call him
_SALUTED = re.compile(  # 许先生（许文博）, 赵先生 赵建国: how a board greets him, and his name
    "([\u4e00-\u9fff]{1,2})(?:先生|女士|小姐)\\s?[(（\\s]\\s?(\\1[\u4e00-\u9fff]{1,3})[)）]?(?:\\s?[(（][男女][)）])?"
)
_ALIAS = re.compile(  # Tan Ah Kow @ Peter Tan: both are one person's, the first is the registered one
    r"([A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){1,3}) @ [A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,3}"
)
_IN_FRONT = re.compile(r"^[(（\[【](?:个人)?(?:求职|应聘|简历|自荐)[)）\]】]\s*")
_TWICE = re.compile(r"^(\S{2,} (?:\S+ )*?\S{2,}) \1$")  # the title of a page over its name: Ana Holm Ana Holm
_FOOTNOTE = re.compile(r"(?<=[^\W\d_]{2})[1†‡]$")
_FOOTNOTES = frozenset("1†‡")
_NICKNAME = re.compile(r"\s*[(\[][A-Z][A-Za-z.'’-]{1,14}[)\]]\s+(?=[A-Z])")  # Dwayne (DJ) Major
_NICKNAME_BEHIND = re.compile(r"(?<=[A-Za-z])\s+[\"“”][A-Za-z.'’ -]{1,15}[\"“”]$")  # Nguyen, Thanh "Tony"
_QUOTES = frozenset('"“”')
_PARTED = re.compile("([\u4e00-\u9fff]{1,2})\\s+([\u4e00-\u9fff]{1,3})")  # surname and given name: 单于 飞雁
_AROUND = re.compile(
    r"^(?:(?:the\s+)?(?:resume|résumé|cv|c[iu]r{1,2}[iu]c[ui]l?lum vit(?:ae|æ)|vita|lebenslauf|bewerbung(?:smappe|sunterlagen)?"
    r"|hoja de vida|curr[ií]culo)"
    r"(?:\s*(?:\b(?:of|for|von|de|del|da|do)\b|[-:–|])\s*|\s+(?=[^\W\d_]+\s[^\W\d_]))"
    r"|(?:个人)?(?:求职)?简历(?:\s*[-:：—|]\s*|\s+(?=[\u4e00-\u9fff]{2,4}$))|关于\s*(?=[\u4e00-\u9fff]{2,4}$)|(?:(?:hi|hello|hey|welcome)(?:\s+there)?[,!.]?\s+)?(?:i(?:'|’)?a?m|i\s+am|my\s+name(?:\s+is|['’]s))\s+"
    r"|(?:(?:bonjour|salut|hola|hallo|ol[aá]|ciao)[,!.]?\s+)?(?:je\s+suis|je\s+m['’]appelle|ich\s+bin|mein\s+name\s+ist"
    r"|(?:yo\s+)?soy|me\s+llamo|mi\s+nombre\s+es|(?:eu\s+)?sou|meu\s+nome\s+[ée]|(?:io\s+)?sono|mi\s+chiamo|ik\s+ben"
    r"|mijn\s+naam\s+is|jag\s+heter|jeg\s+heter)\s+|我是|我叫|本人"
    r"|(?:nombres?|nome|nom|name|naam|navn|namn|imię)\s+(?-i:(?=[A-ZÀ-Þ][\w'’.-]*\s[A-ZÀ-Þ]))"  # a label without its colon
    r"|(?-i:von|by|of)\s+(?-i:(?=[A-ZÀ-Þ][\w'’-]+\s[A-ZÀ-Þ]))"  # below the word for a resume: von Ana Moor
    r"|(?-i:AM)\s+(?-i:(?=[A-ZÀ-Þ]{3,}\s[A-ZÀ-Þ]{2,}))"  # AM MOOR ANA, without its I
    r"|(?:meet|about|introducing)\s+(?-i:(?=[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]*){1,3}$))"
    r"|(?:welcome\s+to\s+)?(?:the\s+)?(?:(?:personal|official|academic|professional|online)\s+)?"
    r"(?:(?:home|web)\s?(?:page|site)|portfolio|biography|profile)\s+of\s+|welcome\s+to\s+(?=\S.*['’]s?\s))"
    r"|['’]s?\s+(?:(?:personal|official|academic|professional|online)\s+)?"
    r"(?:portfolio|(?:home|web)\s?(?:page|site)|page|site|corner|profile|biography|bio)\s*$"
    r"|(?:['’]s?\s+(?:personal|official|academic|professional|online))?"
    r"(?:['’]s?)?\s*[-–—|:]?\s*(?:resume|résumé|cv|c[iu]r{1,2}[iu]c[ui]l?lum vitae)\s*$|(?:\s*[-—–|_]\s*|的)?(?:个人|求职"
    r"|应聘|中文|英文)*(?:简历|履历)(?:表|书)?(?:\s*(?:resume|cv))?$"
    r"|的(?:个人|自我|学术|技术|在线)*(?:简介|介绍|主页|首页|博客|小站|站点|网站|空间|作品集|名片|小窝|小屋)$"
    r"|(?<=[\u4e00-\u9fff]{2})(?:个人(?:主页|网站|空间|站点|作品集)|作品集)$",
    re.IGNORECASE,
)
_MAY_BE_AROUND = re.compile(  # a word of each of them, in small letters: names hold none
    r"b(?:onjour|ewerbung|io|y\s)|am\s|s(?:alut|o[yu]\s|ono\s|ite)|h(?:o(?:la|ja|me)|allo|eter)|o(?:l[aá]|f\s)|c(?:iao|hiamo|v|urr|orner)"
    r"|je\s|i(?:ch\s|k\s|c[ui]l?lum|['’]?a?m\s|\s+am\s|ntroduc)|m(?:ein|ijn|y\s|eet)|l(?:lamo|ebenslauf)|n(?:om|ame?|aam|avn)|imię|r(?:esume|ésumé)"
    r"|v(?:ita|on\s)|about|we(?:b|lcome)|p(?:ortfolio|rofile|age)|简历|履历|我[是叫]|本人|关于|的|作品集|个人"
)
_MARKS = re.compile("[®™©℠]")
_REMARK = re.compile(r"\s*[(（\[【<《].*$")
_SIGNS_AROUND = re.compile("^[^\\w(（\"'“]+|[^\\w)）.\"'”*＊]+$")
_SPREAD_HAN = re.compile(r"(?:[\u4e00-\u9fff]\s+){1,3}[\u4e00-\u9fff]")  # 张 小 明
_SPACE_IN_HAN = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff](?:\s|$))")
MAX_CLEANED = 120


_FORM_OF_NAME = re.compile(
    r"(?:vor-? ?und )?(?:vor)?name,? (?:und )?(?:nach)?name|(?:max|erika) mustermann|pr[ée]nom,? (?:et )?nom"
    r"|nom,? (?:et )?pr[ée]nom|nombres?,? (?:y )?apellidos?|apellidos?,? (?:y )?nombres?|nome,? (?:e )?cognome"
    r"|cognome,? (?:e )?nome|nome,? (?:e )?sobrenome|voornaam,? (?:en )?achternaam",
    re.IGNORECASE,
)  # the words of a form, in whose place a name belongs


_KINDS_OF_RESUMES = re.compile(  # Online Resume, One Page CV
    r"(?:on ?line|interactive|digital|virtual|web|html5?|pdf|simple|basic|plain|minimal(?:ist)?|modern|classic|creative|elegant"
    r"|short|brief|long|full|complete|extended|detailed|one[- ]page|two[- ]page|responsive|static|dynamic|animated|printable"
    r"|functional|chronological|targeted|tailored|infographic|visual|video|sample|teaching|acting|military|federal|nursing|master|main|quick|mini"
    r"|standard|default|final|current|latest|updated|old|new|initial|first|second)(?: (?:online|web|page|version|digital))?",
    re.IGNORECASE,
)


def is_placeholder(text: str) -> bool:
    """Tell what stands where a name should be and is none: XXX, 某某, Your Name."""
    bare = text.strip()
    is_latin = not "\u4e00" <= bare[:1] <= "\u9fff"
    if is_latin and (_KINDS_OF_RESUMES.fullmatch(bare) or _FORM_OF_NAME.fullmatch(bare)):
        return True
    if _BUTTONS.fullmatch(bare) or is_no_name(text):
        return True
    return bool(_PLACEHOLDER.match(text.strip(" .:：()（）[]【】<>《》\"'")))


def masked(text: str) -> bool:
    """Tell a name that a board has masked: 张先生, 王女士, 李**."""
    match = None if text.isascii() else _MASKED.match(text.strip())
    if not match:
        return False
    single, double = surnames()
    return fold(match.group(1)) in single or fold(match.group(1)) in double


@lru_cache(maxsize=1024)  # candidates for the name are asked for by several sources
def clean(text: str) -> str:
    """Take off what stands around a name: honorifics, academic titles, "Resume of", 的简历, remarks in brackets."""
    if masked(text):
        return text.strip()
    called = _ALIAS.fullmatch(text.strip()) if " @ " in text else None
    if called is None and not text.isascii():
        called = _CALLED.fullmatch(text.strip()) or _SALUTED.fullmatch(text.strip())
    text = called.group(called.lastindex or 1) if called else text
    bare = _IN_FRONT.sub("", text[:MAX_CLEANED].strip()).strip(" \t,;:|·•-–—_*#/，；、。.")
    bare = bare if bare.isascii() else _MARKS.sub("", bare).replace("\u2019", "'")
    bare = without_what_is_behind(bare)
    bare = _FOOTNOTE.sub("", bare) if bare[-1:] in _FOOTNOTES else bare
    bare = _SIGNS_AROUND.sub("", bare)
    n_taken = 1
    while n_taken:
        bare, n_prefixes = _PREFIXES.subn("", bare)
        bare, n_around = _AROUND.subn("", bare) if _MAY_BE_AROUND.search(bare.lower()) else (bare, 0)
        stripped = bare.strip(" \t,;:|-–—_*#/，；、")
        n_taken = n_prefixes + n_around + len(bare) - len(stripped)
        bare = stripped
    if not bare.isalpha():
        bare = _NICKNAME_BEHIND.sub("", bare) if bare[-1:] in _QUOTES else bare
        bare = _NICKNAME.sub(" ", bare) if "(" in bare or "[" in bare else bare
    if _REMARK.search(bare, 1):
        bare = _AROUND.sub("", _REMARK.sub("", bare))  # X的简历（最新）
    bare = _without_titles(_without_parent(bare)).strip(" ,-")
    half = len(bare) // 2
    if bare[half : half + 1] == " " and bare[:half] == bare[half + 1 :]:
        bare = _TWICE.sub(r"\1", bare)
    if HAN.search(bare):
        bare = _SPACE_IN_HAN.sub("", bare) if _SPREAD_HAN.fullmatch(bare) else bare
        parted = _PARTED.fullmatch(bare)
        if parted and (fold(parted.group(1)) in surnames()[0] or fold(parted.group(1)) in surnames()[1]):
            bare = "".join(parted.groups())
        if not masked(bare) and len(bare) > 2:
            bare = _HONORIFIC.sub("", bare)
    else:
        bare = " ".join(_unspread(bare).split())
    return bare.strip()


def _without_parent(bare: str) -> str:
    """Take off whose child somebody is: ``Ana Moor D/O Karl Moor``; a single word needs it, ``Suresh s/o Raman``."""
    return bare if _KIN.fullmatch(bare) else _PARENT.sub("", bare)


def _without_titles(bare: str) -> str:
    """Take degrees and memberships off the end: ``Priya Rao, MPharm, RPh``; a lone surname keeps what follows its comma."""
    bare = _COMMA_OF_GENERATION.sub(" ", bare)
    while True:
        behind = _TITLE_BEHIND_SPACE.search(bare)
        head, _, tail = bare.rpartition(",")
        if behind:
            bare = bare[: behind.start()].rstrip(" ,")
        elif head and (
            _TITLE_BEHIND_COMMA.fullmatch(tail.strip())
            or (len(head.split(",")[0].split()) > 1 and _LETTERS_BEHIND_COMMA.fullmatch(tail.strip()))
        ):
            bare = head.rstrip(" ,")
        else:
            return bare


def is_titled_name(text: str, *, is_first: bool = False) -> bool:
    """Tell ``Anil Rao, MBBS, MD`` from a town in Maryland: of what follows a name, something is no place.

    ``is_first`` says that it is the first line, where a name stands rather than a town.
    """
    if "," not in text:
        return False
    plain = re.sub(r"\s*\([^()]{1,40}\)$", "", text.strip())
    bare = _without_titles(plain)
    taken = [word.strip(" ,") for word in plain[len(bare) :].split(",") if word.strip(" ,")]
    is_called = _PREFIXES.match(bare) is not None and bool(taken)
    is_place = town_key(bare) in towns() and all(word.lower() in places_after_comma() for word in taken)
    if is_place and not is_called:
        return False  # Los Angeles, CA above the name
    return (
        "," not in bare
        and 1 < len(bare.split()) < 5
        and (is_called or (is_first and bool(taken)) or any(word.lower() not in places_after_comma() for word in taken))
    )


def _unspread(bare: str) -> str:
    """Join letters printed apart: ``J O H N  D O E``."""
    if bare[1:2].isspace() and re.fullmatch(r"(?:\S\s){2,}\S(?:\s{2,}(?:\S\s){1,}\S)*", bare):
        return " ".join(re.sub(r"\s", "", word) for word in re.split(r"\s{2,}", bare))
    return bare
