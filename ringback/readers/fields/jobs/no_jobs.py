"""What stands among the jobs of a resume and is none: offices of students, studies, prizes, own projects, times without work."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.periods import without_periods

_OF_FIRM = re.compile("公司|集团|医院|银行|基金会|事务所")
_ACTIVITY = re.compile(
    r"学生会|社团|社联|团委|团总支|团支部|志愿者|青年志愿|(?:志工|义工)(?!联合会|总会|基金会)|三下乡|实践队|调研队|支教队|班委|(?<![间产修配接压检段行安流库装工组机电料])班长|学习委员|模[范範]生|(?:体育|学艺|风纪|卫生|总务|文艺|纪律|康乐)股长|课代表|协会.{0,8}(?:干事|部长|会长|社长)|(?:社长"
    r"|(?<!政工)(?<!党[务建])(?<!工会)(?<!纪检)(?<!行政)干事)[\s(]|小组组长"
)
_WORK_OF_MUSIC = re.compile(
    r"\bOp(?:us)?\.? ?\d|\bBWV ?\d"
    r"|\b(?:Sonatas?|Concert[oi]|Symphon(?:y|ies)|Sinfonie|Quartets?|Quintets?|Trios?|Partitas?|Caprices?|Nocturnes?|Ballades?"
    r"|Preludes?|Etudes?)\b[^|\t]{0,24}\b(?:No\. ?\d|K\. ?\d|in [A-G](?:[- ](?:flat|sharp))?(?: (?:major|minor)|$))"
)  # Piano Trio (2023) — Piano Trio No. 2 in C: what was played, for whom it does not say
_AT_HOME = re.compile(  # Vivo en Valencia desde 2010
    r"\W{0,3}(?:vivo (?:en|em|a)|resido e[nm]|moro em|(?:ich )?(?:lebe|wohne)\b.{0,20}? in|wohnhaft in|j['’]habite"
    r"|je vis à|abito a) ",
    re.IGNORECASE,
)
_OWN_PROJECT = re.compile(
    "(?:个人|独立|业余)(?:长期|兴趣)?(?:项目|作品|开发项目)|开源(?:项目|贡献)|课程(?:设计|项目)|毕业设计|毕设"
    "|待业|赋闲|失业(?!保险)|空窗期?|全职(?:妈妈|太太|爸爸|考研|备考)|在家(?:带娃|带孩子|备考)"
    r"|^\W*(?i:(?:personal|own|side|hobby|academic|university|college|school|class|course|capstone|final[- ]year|semester"
    r"|mini|major|minor|thesis) projects?)(?=\s*(?:[-–—:(|,.\t\d]|$))"
)
_BETWEEN_JOBS = re.compile(  # Maßnahme beim Berufsförderungswerk, Congé parental: no job of whoever tells it
    # what stands in front is taken once and for good: a leader of dots would else be split in every way there is
    r"[\d\W]*+(?:(?:bis|à|au|al?|tot|hasta|seit|depuis|heute|aujourd'hui|présent|actual|heden) ){0,2}+\W*+"
    r"(?:(?:[Bb]erufliche )?(?:Neu|Um)orientierung\b|[Bb]erufliche Auszeit|Sabbatical\b|Sabbatjahr"
    r"|Arbeit(?:suchend|ssuche)|(?:Job|Stellen)suche"
    r"|(?:Wiedereingliederungs|Bildungs|Qualifizierungs)?[Mm]aßnahme\b|Umschulung\b|[Aa]rbeits(?:suchend|los|suche)"
    r"|Elternzeit|Mutterschutz"
    r"|Erziehungsurlaub|(?:En )?[Rr]echerche d['’](?:un )?emploi|Congé (?:de )?(?:maternité|parental)|Chômage|Sans emploi"
    r"|Desemplead|En búsqueda|Búsqueda de (?:empleo|trabajo)|Baja (?:por )?matern|Disoccupat|In cerca di|Inoccupat"
    r"|Werkzoekend|Werkloos|Zwangerschapsverlof|Ouderschapsverlof|Licença(?:-| )maternidade|Desempregad)"
)
_STAY_ABROAD = re.compile(  # 3-monatiger Schulaufenthalt in Oslo
    r"[\d\W]*+(?:(?:\w{2,10}ige[rsn]?|longue|courte|larga|corta) )?(?:(?:Schul|Sprach|Auslands|Studien)aufenthalte?\b"
    r"|Sprachreisen?\b"
    r"|(?:Schüler|Schul)austausch|Auslands(?:jahr|semester)\b|[Ss]éjours? linguistiques?\b|[Ee]stancia lingüística)"
)
_HAN_STUDY = re.compile(
    "(?:大学|学院|学校|党校|中学)(?:(?!进修|培训|医院|公司|讲师|教授|教师|老师|研究员|工程师|主任).){0,24}(?:学习|就读|读书|求学|在读|上学)[)。;]?\\s*$"
    "|(?:大学|学院|学校|中学)\\s+[\u4e00-\u9fff]{2,20}(?:专业|系).{0,40}(?:本科|专科|大专|硕士|博士|研究生|学士|中专|高中)[)]?\\s*$"
    "|(?:大学|学院|学校|中学)\\s*[(,|/·\t]\\s*(?:[\u4e00-\u9fff]{2,12}[,|/·\t ]\\s*)?"
    "(?:本科|专科|大专|硕士|博士|研究生|学士|中专|高中)"
    "(?:学历|生|学位)?\\s*(?:[),|/·\t]|$)"
)
_STUDENT_OF = re.compile(
    r"(?:(?:[\w-]+ ){0,2}(?:freshman|sophomore|junior|senior|undergraduate|student|[1-6](?:st|nd|rd|th)[- ]year(?: student)?))\s*"
    r"(?:,|\bat\b|\bin\b|\|)[^,]*\b(?:university|college|institute|school)\b"
    r"|(?:(?:I(?: am|['’]m)|currently|now) )?in my (?:freshman|sophomore|junior|senior|final|last|(?:first|second|third|fourth)"
    r"|[1-6](?:st|nd|rd|th)) year\b"
    r"|I(?: am|['’]m) (?:currently |now |also )?an? (?!(?:\w+ ){0,3}(?:ph\.? ?d|d\.?phil|doctora|graduate))"
    r"(?:[\w'’.-]+ ){0,4}?student\b(?! (?:assistant|worker|researcher|teacher|intern)\b)",
    re.IGNORECASE,
)  # Junior at Northmoor University; I'm a master's student at …, on track to
_PRIZE = re.compile("(?:[特一二三]等|[金银铜]|优秀|优胜)奖")
_STUDY = re.compile(
    r"(?:(?:Bachelor|Master|Diplom|Magister|Promotions|Lehramts|Zweit|Aufbau)-?[Ss]tudium|Studium"
    r"|(?:Voraussichtliche[rs]? )?Promotion(?= (?:in|bei|an|zum|zur|über)\b)"
    r"|Abitur|Matura|Grundschule|Gymnasium|Études (?:de|d['’]|en)|Estudios (?:de|en)|Estudiante de"
    r"|(?:Study|Studying|Studied|Pursuing|Pursued)(?: for)? (?:an? |the |my )?"
    r"(?:Master|Bachelor|Doctor|Ph\.?D)\w*['’]?s? (?:in|of|degree)\b"
    r"|(?:Master|Bachelor|Doctor)['’]?s? (?:of|in) [A-Z][^:;]{2,60} (?:at|from) (?:the )?(?:[A-Z][\w.&'’-]* ){0,4}"
    r"(?:University|College|Institute|School)\b)"
)
_EXCHANGE = re.compile(  # Northmoor College, Exchange Studies, 2022
    r"(?:^|[,|\t]\s*|\s[-–—]\s)(?:(?:[Ii]nternational |[Ss]tudent |[Uu]niversity |[Aa]cademic )?[Ee]xchange"
    r" (?:[Ss]tud(?:y|ies)|[Ss]emesters?|[Yy]ear|[Tt]erm|[Pp]eriod)"
    r"|[Ss]tud(?:y|ies|ying) [Aa]broad|(?:[Ss]emester|[Tt]erm) [Aa]broad"
    r"|Erasmus\+?(?: (?:[Ee]xchange|[Ss]emester|[Ss]tud(?:y|ies)))?)"
    r"\s*(?:$|[,|\t(]|\s[-–—]\s)"
)
_WORDS_OF_STUDY = (
    "tudi",
    "Study",
    "Pursu",
    "Master",
    "Bachelor",
    "Doctor",
    "Promotion",
    "Abitur",
    "Matura",
    "Grundschule",
    "Gymnasium",
    "Études",
)
_WORDS_OF_EXCHANGE = ("xchange", "broad", "Erasmus")
_DEGREE_FIRST = re.compile(r"(?:Bachelor|Master) of (?:Science|Arts|Laws|Education|Engineering)\b")
_THESIS = re.compile(
    r"\b(?:Master|Bachelor|Diploma|Doctoral|Ph\.?D\.?)(?:['’]?s)? [Tt]hesis\b"
    r"|^\W*(?:Thèse|Mémoire) de (?:[Mm]aîtrise|[Mm]aster|[Dd]octorat|[Ll]icence|fin d['’]études)"
    r"|^\W*(?:Master|Bachelor|Diplom|Doktor|Studien|Abschluss)arbeit\b"
    r"|^\W*(?:Tesis|Tese|Dissertação|Tesi|Trabajo de [Ff]in) (?:de |di )?"
    r"(?:[Mm][aáe]\w+|[Dd]o[cut]\w+|[Gg]rado|[Ll]icen\w+|[Ll]aurea)"
)


_LEARNER = re.compile(  # Full Stack Web Development Student; a working, a summer or a doctoral student has a post
    r"(?!.*\b(?:ph\.?d|d\.?phil|doctor\w*|m\.?phil|m\.?s\.?c?|m\.?a|masters?|graduate|grad|post\w+|research|thesis|diploma|visiting"
    r"|work(?:ing|[- ]study)?|summer|winter|co-?op\w*|cooperative|dual|articling|placement|intern\w*|trainee|volunteer|paid)\b)"
    r"(?:[\w&/+.-]+ ){0,6}(?:student|bootcamper|camper)(?:,? \(?(?:full|part)[- ]time\)?)?",
    re.IGNORECASE,
)


def is_learner(post: str) -> bool:
    """Tell who learns at the house that his page names beside it, from one whose work there is a student's."""
    return _LEARNER.fullmatch(post.strip(" .,;:").replace("’", "'").replace("master's", "masters")) is not None


def is_activity(line: str) -> bool:
    """Tell an office among students or volunteers, a piece of music that was played and where one lives from a job."""
    if any(map(str.isdigit, line)) and _WORK_OF_MUSIC.search(line):
        return True
    return (_ACTIVITY.search(line) is not None and not _OF_FIRM.search(line)) or _AT_HOME.match(line) is not None


def is_study(line: str) -> bool:
    """Tell studies from the jobs beside them where one list tells a whole life: ``Studium der Mathematik``."""
    if _HAN_STUDY.search(line):
        return True
    if any(map(line.__contains__, _WORDS_OF_EXCHANGE)) and _EXCHANGE.search(
        without_periods(line, line).strip(" \t*•,")
    ):
        return True
    if not any(map(line.__contains__, _WORDS_OF_STUDY)) or not _STUDY.search(line):
        return False
    return _STUDY.match(without_periods(line, line).strip(" \t-–*•:.")) is not None


def is_student_of(line: str) -> bool:
    """Tell that somebody studies, where others tell their job: ``Junior at Northmoor University``."""
    return _STUDENT_OF.match(line.strip(" *_-•")) is not None


def is_degree(line: str) -> bool:
    """Tell a degree or a thesis that has a line of its own among the jobs."""
    return _DEGREE_FIRST.match(line.strip(" \t-–*•:.")) is not None or _THESIS.search(line) is not None


def is_own_project(line: str) -> bool:
    """Tell what was made for oneself or for a course, and a time without work or in retraining, from the jobs beside them."""
    return _OWN_PROJECT.search(line) is not None or is_between_jobs(line) or _is_stay_abroad(line)


def _is_stay_abroad(line: str) -> bool:
    """Tell a journey to learn from the jobs beside it, whatever its dates."""
    return _STAY_ABROAD.match(without_periods(line, line)) is not None


def is_between_jobs(line: str) -> bool:
    """Tell a time without work, or of retraining, that somebody tells among his jobs."""
    return _BETWEEN_JOBS.match(line) is not None or _BETWEEN_JOBS.match(without_periods(line, line)) is not None


def is_prize(line: str) -> bool:
    """Tell a contest that was won from the jobs and projects beside it: 2024.12 - 2025.02 | 晨光杯数模比赛三等奖."""
    return _PRIZE.search(line) is not None and not _OF_FIRM.search(line)
