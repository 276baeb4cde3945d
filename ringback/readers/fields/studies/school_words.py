"""The words that make the name of a school, and what stands beside it in a line: dates, subjects, signs."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.months import MONTHS
from ringback.readers.fields.wordlists import one_of, rows_by_key

MAX_SCHOOL_CHARS = 80
TEACHES = re.compile(
    "教授|讲师|研究员|博士后|教师|教员|辅导员|院长|校长|导师|助教|老师|班主任"
    "|[Pp]rofessor|[Ll]ecturer|[Ff]ellow|[Pp]ost-?[Dd]oc|[Rr]esearch|[Ss]cientist|[Ii]nstructor|[Ff]aculty|[Tt]each|[Dd]ean\\b"
)  # who works at a school
HAN_SCHOOL = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff·]{1,18}?(?:大学附[属设][\u4e00-\u9fff]{0,4}?(?:中学|小学|学校)|大学附[中小](?!学)"
    r"|大学学院(?![\u4e00-\u9fff])|大学|(?<!科)学院|专科学校|职业学校|技术学校|中等专业学校|职业中专(?:学校)?"
    r"|职业?教育?中心(?:学校)?|高级中学"
    r"|职业高中(?:学校)?|师范学校|卫校|技校|党校|学校|中学(?![到习會会得了着過过])|[一二三]中(?![学等])|附中(?!学)|高中(?!学))(?!生(?![命物态科技化医药]))(?:大学(?!生|本科|专科|毕业|学历))?"
    r"(?:[\u4e00-\u9fff]{2,8}?(?:学院|分校|校区))?(?:[(（][\u4e00-\u9fff]{2,8}[)）])?"
)
HAN_PART_OF_SCHOOL = re.compile(
    "(?:计算机|软件|信息|经济|管理|工商|商|法|政法|医|药|外国语|外语|人文|文|理|工|化学|化工|生命|生物|材料|机械|机电|电气|电子|通信|自动化|控制"
    "|数学|统计|物理|建筑|土木|水利|环境|资源|能源|动力|艺术|设计|美术|音乐|体育|新闻|传播|公共|国际|金融|会计|财经|财政|旅游|教育|护理|临床|基础"
    "|网络|空间|安全|人工智能|大数据|航空|航天|交通|海洋|农|林|食品|纺织|光电|仪器|测绘|地理|社会|历史|哲学|马克思主义|研究生|继续教育|国防|系统|传媒|影视|动画|数字|媒体|智能|制造|微电子|集成电路"
    "|矿业|石油|船舶|汽车|轨道|高分子|生态|园林|卫生|口腔|中医|心理|舞蹈|音乐"
    "|科学|技术|工程|与|和|及)+(?:学院|系)"
)  # 计算机学院: of which university it does not say
_ACRONYMS = (
    r"IIT|IIM|IIIT|NIT|BITS|MIT|UCLA|UC|UCL|LSE|NYU|USC|CMU|UIUC|UNC|UBC|SUNY|CUNY|ETH|EPFL|INSA|IFSI|IUT"
    r"|INSEAD|ESSEC"
    r"|ESCP|EDHEC|HKUST|HKU|CUHK"
    r"|PolyU|NUS|NTU|SMU|KAIST|DHBW|CNAM|IGNOU|Technion|JNTU|VTU|LMU|TUM|UNAM|UFRJ|UERJ|UFMG|UFRGS|UFSC|UFPR"
    r"|UFPE|UFBA"
    r"|UFF|USP|UNICAMP|UNESP|UnB|PUCRS|ITESM|UPM|UPV|UAB|UCM|UC3M|SJTU|USTC|XLRI|SPJIMR|RMIT|UNSW|UiTM|UPenn"
    r"|UIC|UMass"
    r"|Caltech|VIT|SRM|RWTH"
)
_ACRONYMS_OF_EUROPE = (
    r"ENSEEIHT|ENSIMAG|Ensimag|ENSTA|ENSAM|CPE Lyon|EPITA|Epitech|EPITECH|EFREI|ESIEE|Supélec|CentraleSupélec"
    r"|Supinfo|SUPINFO|ESGI|ISEP|UTC|UTT|UTBM|UQAM|UDEM|HEC|ESIEA|Polytech"
    r"|UOC|UNED|UPC|UPF|UGR|UBA|UTN|UDELAR|UdelaR|USACH|ITBA|IPN|UANL|FIB|ETSII|ETSIT|ISEL|ISCTE|IST|FEUP|FCUL"
    r"|KTH|DTU|NTNU|AGH|ČVUT|VUT|VŠB|ZHAW|FHNW|HSR|ZHdK|KIT|TUHH|HTWK|HAW|HPI"
)
_SHORT_NAMES = (  # by which everybody calls them: they need no word beside them
    r"ENSAE|ENSAI|ENSAD|ENSG|UCLouvain|ULB|VUB|UGent|OpenClassrooms|IF(?:SP|RJ|MG|RS|SC|PR|BA|CE|PE|GO|ES|MT|MS|PA|PB|RN|AL|AM"
    r"|MA|PI|TO|RO|SUL)|SENAI|SENAC|UNINTER|Uninter|UNOPAR|Unopar|UNIASSELVI|Uniasselvi|Est[aá]cio(?: de Sá)?|FIAP"
    r"|Anhanguera|PUC(?:-[A-Z]{2,4})|INACAP|DUOC(?: UC)?|CONALEP|Bocconi|LUISS|Luiss|La Sapienza|Alma Mater Studiorum"
    r"|Digital House|Coderhouse|Ironhack|Le Wagon|Soy Henry|Wild Code School|SGH|Saxion|Avans|Fontys"
    r"|UNIMINUTO|Uniminuto|Uniandes|Unisabana|Uninorte|Univalle|Unicauca|Areandina|EAFIT|ICESI|Icesi|UNAD|SENATI|TECSUP|Tecsup"
    r"|PUCP|UNMSM|ESPOL|USFQ|UTPL|Tec de Monterrey|ITESO|ITAM|BUAP|UAEM|UNLaM|UNLP|UADE|UNIR|ESIC|Unicamp|UNIP|Uninove"
    r"|UNINOVE|Unicesumar|UniCesumar|UNICESUMAR|Uninassau|UNINASSAU|Unigranrio|Unifor|Unisinos|Univali|Unoesc|Unisul|Ulbra"
    r"|ULBRA|Univesp|UNIVESP|Uniube|Mackenzie|Insper|Ibmec|ESPM|FAAP|FAVENI|Faveni|Multivix|Cruzeiro do Sul|Ynov(?: Campus)?"
    r"|UNOESC|UNISINOS|UNIVALI|UNISUL|UNIFOR|UNIGRANRIO|UNIUBE|MACKENZIE|UNIANDES|UNISABANA|UNINORTE|UNIVALLE|UNICAUCA"
    r"|UDESC|FURB|UNISC|UNIJU[IÍ]|UNIVILLE|Univille|UNOCHAPEC[OÓ]|Unochapec[oó]|UFSM|UFPel|UNIOESTE|Unioeste|UTFPR|UNIFESP|Unifesp|UFABC"
    r"|WHU(?= |$)|ESMT|HHL|Sophia Ynov Campus|ETNA(?= |$)|Ufrj|Arts et [Mm][ée]tiers(?: Paris ?Tech)?|IPSIA"
)
_DOTTED = (
    r"(?:M\.I\.T|U\.C\.L\.A|U\.S\.C|N\.Y\.U|L\.S\.E|C\.M\.U|S\.M\.U|N\.U\.S|N\.T\.U|U\.C|I\.I\.T|N\.I\.T|E\.T\.H)\.?"
)
_LISTED = one_of(rows_by_key("school_names.tsv")["short"])
ALL_ACRONYMS = f"{_DOTTED}|{_LISTED}|{_ACRONYMS}|{_ACRONYMS_OF_EUROPE}|{_SHORT_NAMES}"
_NATIONAL = (  # words of one country each, and kinds of schools whose name stands behind them
    r"Schulen?|Oberstufenzentrum|OSZ|(?:WU|PH|MU|BOKU) [A-ZÄÖÜ][a-zäöü]+|Zespół Szkół|Wyższa Szkoła|učení technické|SPŠ|SOŠ|VOŠ"
    r"|INP|ENS (?:de )?[A-Z][a-z]+|EM (?:Lyon|Normandie|Strasbourg)|ESC [A-Z][a-zé]{3,}|IAE (?:de )?[A-Z][a-z]+"
    r"|CFA (?:de |du |d[’']|[A-Z])|GRETA|AFPA|C[ée]gep"
    r"|CESI [A-Z][a-z]+|CFP [A-Z]|Centro de Formación|Servicio Nacional de Aprendizaje|Preparatoria|CBTIS|CETIS|CECYT"
    r"|E\.E\. [A-Z]|IPSIA|IPSSAR|Hogescholen|KU Leuven|ROC (?:van )?[A-Z][a-z]+|[hH]ögskolan?|[hH]ø[gjy]+sk[oe]le[nr]?"
    r"|Handelsh\w+|yliopisto|[eE]gyetem|Főiskola|Gimnázium|Colegiul|Liceul|Facultatea|Sveučilište|Veleučilište|Univerza"
    r"|Univerzitet|Fakultet|Gimnazija|Üniversitesi|Lisesi|Yüksekokulu|Ülikool"
    r"|[KC]onservatorium|Athenaeum|Athénée|Lyceum|Atheneum [A-Z]|Scholengemeenschap|CVO [A-Z]\w+|Middelbare [Ss]chool"
    r"|Berufskolleg|Kolleg"
    r"|Berufsförderungswerk|BFW|(?:FOS|BOS|FOSBOS|BBS|BBZ|BSZ|HLW|HTBLuVA|BORG"
    r"|HBLA) [A-ZÄÖÜ][a-zäöüß]+|Schulzentrum"
    r"|(?:Groupe?|GROUPE?|Complexe|COMPLEXE) (?:[Ss]colaire|SCOLAIRE)|Maison Familiale Rurale"
    r"|MFR (?:de |du |d[’'])?[A-Z]|CFPPA|EREA|Campus [A-Z][a-zé]+|Haute [ÉE]cole|Sup de [A-Z]\w+"
    r"|Institución [Ee]ducativa|Unidad [Ee]ducativa|Centro [Ee]ducativo|CEIP|CEPA|SENA(?= |$|,)|CETPRO|CONALEP|Liceu|EMEF"
    r"|EEEFM|EEEP|CIEP"
    r"|Externato|Agrupamento de Escolas|Ginásio|I\.?T\.?C\.?G?|I\.?P\.?S\.?S|I\.?T\.?G\.?(?= )"
    r"|ITS (?!Help|Support|Depart"
    r"|Serv|Desk|Consult|Tech)[A-Z][a-z]+|Ist\. |Folkehøjskole"
    r"|\w{4,}gymnasie(?:t|skola)"
    r"|I\.C\. (?:di )?[\"“A-Z]|Istituto Magistrale|IPSS?EOA|Centro di Formazione Professionale|Centro de Estudios|Sint-\w+college"
    r"|KTA [A-Z]\w+|Koninklijk (?:Technisch )?Atheneum|MBO College|Praktijkonderwijs|Komvux|GRETA (?:du|de)|Greta (?:du|de)|IFAS"
    r"|Faculté d|[Tt]ekniske? [Ss]kole|[Hh]andelsskole|[Vv]ideregående [Ss]kole|Střední odborné|odborná škola|SOU [A-Z]"
)
COMPOUND = (
    r"(?:Fach|Bildungs|Lehr)institut|[A-ZÄÖÜ][\wäöüß-]+(?:-?[Ss]chule|-?[Gg]ymnasium|-?[Kk]olleg|-?[Aa]kademie|-?[Uu]niversität|universitet|universiteit"
    r"|hogeschool|skolan"
    r"|højskole|høgskole|høyskole|högskolan?|-yliopisto|tudományegyetem)"
)
KIND_OF_SCHOOL = re.compile(
    r"(?:Grund|Real|Haupt|Berufs|Hoch|Fachhoch|Fachober|Volks|Gesamt|Sekundar|Berufsfach|Handels|Mittel|Ober"
    r"|Kantons|Fach|Meister|Abend"
    r"|Technische Hoch|Musik|Förder|Sommer|Tanz|Fahr|Sprach)schule"
)  # which of them it does not say
LATIN_SCHOOL = re.compile(
    rf"\b(?=\w)(?:{COMPOUND}|[Uu]niversite(?:i?t|tet)\w{{0,2}}|[Uu]niver[sz]it[aäyě]\w{{0,2}}|univerz\w+|"
    r"École|Ecole|Collège|Polit[eéè]cni\w+|Politechnik\w+|Scuola|Istituto|Accademia|Academia|Acadèmia|Szkoła"
    r"|Liceum|Technikum|škola|Škola|Gymnázium|Vysoké učení|Vysoká škola"
    r"|fakulta|Fakulta|Tecnológico|Conservatorio|Conservatório|Hoge ?school|I\.?E\.?S|I\.?T\.?I\.?S|ISIS|IIS"
    r"|CEFET|SENAI|SENAC|CPI|UNIP|FGV|PUC|UFSCar|UFU|UFES|UFRN|UFC|UFPA"
    rf"|{_LISTED}|{_ACRONYMS_OF_EUROPE}|{_SHORT_NAMES}|{_NATIONAL}"
    r"|[A-ZÄÖÜ]*SCHULE|(?:Berufs)?[Bb]ildungszentrum|HTL|HTBLA|BHAK|HAK [A-Z][a-zäöü]+"
    r"|UNIVERS[A-ZÀ-Þ]{2,5}|COLLEGE|INSTITUTE?|SCHOOL|ACADEMY|POL[IY]T[EÉ][A-Z]{2,6}|FACULTY|College(?! [Dd](?:egree|iploma))"
    r"|Institut\w{0,3}|Ins(?:iti|titi|tu|i)tut[eo]?|Institue|Uni?v(?:eris|es|erc)i?ty|Unversity|School|Academy|Univ\.|Univers(?!itari[oa])\w{2,6}|Uniwersyte\w+|Pol[iy]t[eé]\w+"
    r"|Fachhochschule|Hogeschool"
    r"|Högskola\w*|Yliopisto|Egyetem|Escuela|Escola|Facultad|Faculdade|Akademi[ea]|Hochschule|[ÉE]cole|[Ll]ycée|collège"
    r"|Faculty|Faculté|Kolej|Politeknik|Pamantasan|Dalubhasaan|Kolehiyo|Paaralan|Sekolah|SEKOLAH|KOLEJ|UNIVERSITI"
    r"|(?:Commerce|Multiple|Business|Technical|Medicine|Engineering|Science|Education|Arts|Law|Medical|Management) Campus"
    r"|(?i:(?:sec(?:ondary)?|high|primary|grammar|tech(?:nical)?|community|comp(?:rehensive)?)\.? ?sch)(?=\.?(?: |$|[,\t)]))"
    r"|(?:(?:Govt|GOVT|Pvt|Government|Private)\.? )I\.?T\.?I\.?(?= |,|$)|I\.?T\.?I\.?(?=,? [A-Z])"
    r"|Vidyalaya|Vishwavidyalaya|SM[AKP]N?(?= (?:Negeri|Swasta|\d))|Vidyap\w+|IES|CIFP|ETEC|FATEC|Fatec"
    r"|Etec|Colegio|Colégio|Liceo|Gymnasi(?:um|on|o)|Lykeio"
    r"|Conservatoire|Conservatory|Seminary|TAFE|A?TEI(?= of [A-Z])|Georgia Tech|Virginia Tech|Sciences Po|Texas A&M"
    rf"|HEC Paris|(?:TU|FH|TH|HTW|Uni|CAU|FU|HU|KU|VU) [A-ZÄÖÜ][a-zäöüß]+|{_DOTTED}|{_ACRONYMS})\b"
)
PART_OF_SCHOOL = re.compile(
    r"\b(?:Faculty|Facultad|Faculdade|Faculté|Department|Dept|FACULTY|FACULTAD|FACULDADE|DEPARTMENT|DEPT)\b"
    r"|^(?:(?:Graduate|Undergraduate) )?(?:School|College) of\b|^(?:SCHOOL|COLLEGE) OF\b|\bHonou?rs College\b"
)
SUBJECT = re.compile(
    r"\b(?:science|engineering|management|administra\w+|economics?|economía|arts?|design|studies|business|finance"
    r"|accounting|accountancy"
    r"|marketing|commerce|mathematics|maths?|physics|chemistry|biology|\w*logy|\w*logía|\w*logie|history|english"
    r"|literature|law|droit"
    r"|derecho|medicine|nursing|education|computer|informati\w+|information|technology|communications?|media"
    r"|journalism"
    r"|statistics"
    r"|humanities|sociology|hono(?:u)?rs?|hons|distinction|class|grade|gpa|cgpa|major|minor|concentration|special\w+"
    r"|option|thesis"
    r"|relevant|coursework|graduated?|expected|present|mechanical|electrical|civil|electronics|industrial"
    r"|hospitality|tourism"
    r"|supply|logistics|human|resources|public|international|relations|software|data|analytics|applied|general|cum"
    r"|laude|board|cbse"
    r"|icse|year|degree|qualification|languages?|music|fashion|culinary|automotive|hvac|welding|dental|pharmacy"
    r"|agriculture|ing[eé]ni[eé]r\w+|ingenier\w+|ingegneria|engenharia|informáti\w+|enfermer\w+|enfermagem|arquitect\w+"
    r"|arquitet\w+|histori[ae]|histoire|geschichte|lett(?:res|ere)|letras|ci[eê]ncias?|scienze|qu[ií]mica|física|chimie|physique"
    r"|matemáti\w+|medicina|médecine|educa(?:ci[oó]n|ção)|pedagog\w+|comunica(?:ci[oó]n|ção|zione)|turismo|diseño"
    r"|gesti[oó]n|gestão"
    r"|administra(?:ci[oó]n|ção)|contab\w+|jornalismo|periodismo|giornalismo|giurisprudenza|direito|diritto|filosof\w+|\w*logia"
    r"|\w*logía)\b",
    re.IGNORECASE,
)
SPLIT = re.compile(
    r"\t|(?<=\))(?=C?GPA\b)|(?<=[a-z])-\s+(?=[A-Z])|\s+(?=(?:Major|Degree|Minor)\s*:|C?GPA\b\s*:?\s*\d)|\s{2,}|(?<=[a-zà-ž]{4})\.\s+"
    r"|(?<=\d of \d)\.\s+(?=[A-ZÀ-Þ])|(?<=\d[/:]\d)\.\s+(?=[A-ZÀ-Þ])|(?<=\))\.(?=\s|$)"
    r"|\s+(?=Abschluss(?:note)?\s?:)|\s+@\s*(?=[A-Z\u4e00-\u9fff])|\s*["
    r"|;•·→]\s*|\s,\s?(?=[A-ZÀ-Þ])|\s\.\s(?=[A-ZÀ-Þ])|\s+[-–—:]+\s+|,\s+|，|(?<!\b[A-Z])\s*/\s*(?=[A-Z\u4e00-\u9fff])"
)  # H/S Larch Inter College is one name
_MONTH_WORDS = one_of({word for words in MONTHS for word in words.split()})
_MONTH = rf"(?:(?<![^\W\d_])(?:{_MONTH_WORDS})\b(?:/|\.?,? ?(?:de |del )?)|(?<!\d)(?:0?[1-9]|1[0-2])[./] ?)"
_NOW = (
    r"至今|今|现在|(?:(?:to |till |until )?(?:date|present|now|today)|current|heute|jetzt"
    r"|dato|laufend|aujourd['’]hui|présent|ce jour|maintenant|en cours|actuel\w*"
    r"|(?:la |el )?(?:actualidad|fecha|presente)|actual|en curso|cursando|atual\w*|hoje|momento|em andamento|oggi|in corso"
    r"|attual\w*|heden|nu|obecnie|teraz|dnes|dosud|nå|nåværende|pågående|nutid)\b"
)
_POINT = rf"{_MONTH}?(?:19|20)\d{{2}}\s*(?:[年./-]\s*\d{{1,2}}(?!\d)\s*月?)?"
DATES = re.compile(
    r"(?=[^\n]{0,26}(?:19|20)\d)"  # most lines print no year at all
    r"\(?(?:(?<![^\W\d_])(?:seit|depuis|desde|sinds|dal|since|od)\s)?"
    rf"{_POINT}(?:\s*(?:[-–]+\s?to\b|[-–]+|~|至|到|to\b|till?\b|until\b|bis\b|à|al?\b|até|t/m|tot\b|do\b)\s*(?:{_POINT}"
    rf"|{_NOW}))?\)?",
    re.IGNORECASE,
)
