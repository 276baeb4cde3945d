"""Words that tell the section of a heading which no list knows: endings of Chinese ones, words of Latin ones."""

from __future__ import annotations

from ringback.readers import patterns as re

HAN_TAILS = (
    (re.compile("^被推荐人(?:信息|资料|情况)?$"), "basic"),
    (
        re.compile(
            "^(?!.*(?:在线|电子|网络|中文|英文)简历$)[^\n]*(?:工作|企业|实习|实务|任职|职业|从业|就业|实战|职场|过往|职业生涯|教学|执教|任教|从教|执业|行医|从医|驾驶|见习|军旅|服役|兼职|打工|勤工|(?<!创新)创业).{0,4}(?:经历|经验|履历|简历|简况|背景|情况|轨迹|生涯|历程|足迹|简介|历练)$"
            "|^(?:工作|实习|任职)(?:信息|概况|资讯)$"
        ),
        "experience",
    ),
    (
        re.compile(
            "(?:项目|科研|校园|社团|组织|志愿|竞赛|学生|活动|实践|论文|研究|专案|在校|志工|发表).{0,4}(?:经历|经验|成果|工作|情况|业绩)$"
            "|^(?:学术|论文|专业|主要|个人)?(?:论文|著作|发表|出版物){1,2}$"
        ),
        "projects",
    ),
    (
        re.compile(
            "(?:教育|学习|求学|受教育|学业|学历).{0,4}(?:经历|背景|情况|信息|履历|简历|简况|经验|轨迹|历程|过程|培训|其[它他])$|^教育$"
            "|^(?:校园|求学|读书|大学|学习|学生)(?:时光|时代|岁月|生涯|之路)$|^(?:学校|高等|全日制|本科|专科)教育$|^教育(?:资历|水平|训练)$|^(?:学术|院校)背景$|^学经历$"
        ),
        "education",
    ),
    (
        re.compile(
            "^.{0,4}(?:技能|特长|技术|能力)(?:清单|描述|掌握|水平|情况|概述|标签|评价|列表|一览|点|概况|概览|介绍|简介|总结|关键词|及证书|与证书)?$"
        ),
        "skills",
    ),
    (re.compile("(?:自我|个人|核心|职业|竞争).{0,2}(?:评价|介绍|总结|描述|优势|简介|陈述|亮点)$"), "summary"),
    (re.compile("(?:求职|职业|职涯|期望|应聘|择业).{0,3}(?:意向|期望|目标|意愿|方向)$"), "wishes"),
    (re.compile("(?:荣誉|获奖|得奖|奖励|奖项).{0,4}$"), "awards"),
    (re.compile("(?:证明|推荐|联络|咨询|介绍|见证)人(?:信息|资料|资讯)?$"), "references"),
    (
        re.compile(
            "^(?:可供?|供|可以)?(?:背景|履历|经历|任职|工作|征信|资信|资历)?(?:证明|推荐|咨询|谘询|见证|核实|核查|查询|查证|查核|调查|背调|征询)"
            "(?:联系人|联络人|人士?)(?:信息|资料|名单)?$"
            "|^(?:(?:可供?|供|可以)(?:联系|核实|查询|咨询|背调)的?前?|(?:联系|背调)?前)"
            "(?:同事|主管|上司|领导|上级|雇主)(?:联系人|联系方式|信息|资料|名单)?$"
        ),
        "references",
    ),  # 背景调查联系人, 可供联系的前同事
    (re.compile("(?:个人|基本|联系|联络).{0,2}(?:信息|资料|资讯|情况|方式)$"), "basic"),
    (
        re.compile("^(?:企业|岗位|校外|专业|毕业|暑期|寒假|公司|医院|假期|顶岗|跟岗)实习(?:项目|内容)?$|^实习项目$"),
        "experience",
    ),
    (re.compile("^(?:近期|最近|现任|过往|曾任|历任|关于|我的|目前|当前)工作$|^职业发展$"), "experience"),
    (
        re.compile(
            "^(?!.*[有的年具备无多富强过积累我])(?!学|求职|应聘|应征|投递|人才|在线|电子|中文|英文|个人|本人|留学|获奖|参赛|竞赛|比赛|旅|游|交换|交流|进修|成长|生活|培训|社团|校园|志愿|论文|开源"
            "|演讲|展览|阅读|写作|感情|基本|面试|军训|创新|答辩|考)[\u4e00-\u9fff]{0,4}(?:经历|履历|资历|历练|历程|经验)$"
        ),
        "experience",
    ),  # 临床经历, 行政经历: whatever work it was
)
LATIN_WORDS = (
    (re.compile(r"^(?:[^\W\d_]+ ){0,2}skills (?:relevant|related|pertinent) to\b"), "skills"),  # the post
    (
        re.compile(r"\b(?:references?|referees?|referenz\w*|références?|referencias|referências|referenze)\b"),
        "references",
    ),
    (
        re.compile(
            r"\b(?:weiterbildung\w*|fortbildung\w*|formations? (?:continues?|complémentaires?)|formación (?:continua"
            r"|complementaria)"
            r"|aperfeiçoamento|aggiornament\w+|lehrgänge)\b"
        ),
        "training",
    ),
    (
        re.compile(
            r"^(?:[^\W\d_]+ ){0,2}(?:(?:schul|akademisch|studien|bildungs)\w* ?(?:werdegang|laufbahn)|berufs?(?:aus)?bildung"
            r"|historial académico|histórico (?:escolar|acadêmico|académico))\b"
        ),
        "education",
    ),
    (
        re.compile(
            r"^(?:[^\W\d_]+ ){0,2}(?:beruf(?:s|lich)\w*|werdegang|arbeits(?:erfahrung|stellen)\w*|beschäftigung(?:en)?"
            r"|anstellung(?:en)?"
            r"|tätigkeiten|praktika|praktische erfahrung\w*|parcours professionnel\w*"
            r"|exp[eé]riences?(?: [^\W\d_]+)? professionnelles?"
            r"|carrière|emplois? (?:actuels?|occupés?|précédents?)|postes? (?:actuels?|occupés?|précédents?)"
            r"|fonctions? actuelles?"
            r"|activités? professionnelles?|trayectoria|experiencias?|puestos? (?:actual(?:es)?|ocupados?|anteriores"
            r"|desempeñados?)"
            r"|cargos? (?:actual(?:es)?|ocupados?|desempeñados?|atual|atuais)|posición actual|posiciones|empleos?|vida laboral"
            r"|historial (?:laboral|profesional)|actividad(?:es)? profesional(?:es)?|experiências?|atuação profissional"
            r"|histórico profissional|percurso profissional|estágios?|esperienz[ae]|carriera|posizion[ei] (?:attuale"
            r"|lavorativ\w+|ricopert\w+)"
            r"|attività (?:lavorativ|professional)\w+|tirocin[io]+|percorso (?:professionale|lavorativo)|impieghi"
            r"|\w*ervaring(?:en)?|doświadczeni[ea]|przebieg (?:pracy|zatrudnienia)|arbejdserfaring|experiență|jobs étudiants"
            r"|expériences pros?)\b"
        ),
        "experience",
    ),
    (
        re.compile(
            r"^(?:[^\W\d_]+ ){0,2}(?:cursus|formations?|études|ausbildung|studium|schulbildung|estudios|estudos"
            r"|formación|formação"
            r"|formazione|istruzione|educación|educação|scolarité|diplômes?|titulación|titulaciones|hochschulstudium"
            r"|schulabschluss"
            r"|opleiding\w*|utbildning\w*|wykształcenie|uddannelse|utdanning|vzdělání|schulbesuch)"
            r"(?: [^\W\d_]{5,})?(?: (?:et|und|y|e|&|en|och|og|i|a) [^\W\d_]+(?:['’]s)?)?$"
        ),
        "education",
    ),
    (
        re.compile(
            r"\b(?:employment|work history|work experiences?|professional experiences?|career history|internships?"
            r"|current (?:position|appointment|role|post)|(?:professional|faculty|university) (?:positions?|appointments?)"
            r"|(?:positions?|appointments?) held|(?:job|work|industry) (?:positions|roles|history))\b"
        ),
        "experience",
    ),
    (
        re.compile(r"^education(?:al background)?(?: and |,| ?& ?| ?/ ?)"),
        "education",
    ),  # Education and Research Overview
    (
        re.compile(
            r"\b(?:projects?|research|publications?|talks|conferences?|seminars|presentations|exhibitions?|volunteer\w*|leadership|activities|recherches?|investiga(?:ción|ciones|ção)"
            r"|forschung\w*|ricerca|pesquisas?|publicaciones|publicações|pubblicazioni|veröffentlichungen|vorträge"
            r"|ponencias|palestras"
            r"|ehrenamt\w*|bénévolat|voluntariado|volontariato)\b"
        ),
        "projects",
    ),
    (
        re.compile(
            r"\b(?:education\w*|academics?|academia|academic \w+|qualifications?|(?:institutions?|schools?|colleges?) attended"
            r"|scholastic \w+|studies)\b"
        ),
        "education",
    ),
    (
        re.compile(
            r"\b(?:certificat\w+|licen[sc]es?|zertifikate?|zertifizierung\w*|certificaciones|certificações|certificazioni)\b"
        ),
        "certificates",
    ),
    (
        re.compile(
            r"\b(?:awards?|honou?rs?|achievements?|accomplishments?|premios?|prêmios?|becas?|bourses?|bolsas?|borse"
            r"|auszeichnung\w*"
            r"|stipendi\w+|reconocimientos|riconoscimenti)\b"
        ),
        "awards",
    ),
    (
        re.compile(r"\b(?:sprach\w*|linguistiques?|linguistiche|linguísticas?|langues|idiomas|línguas|lingue)\b"),
        "languages",
    ),
    (
        re.compile(
            r"\b(?:skills?|competenc\w+|technologies|expertise|proficienc\w+|tools|compétences?|kenntnisse"
            r"|\w+kenntnisse|fähigkeiten"
            r"|habilidades|aptitudes|conocimientos|conhecimentos|competências|competenze|conoscenze|informatique"
            r"|informática|herramientas"
            r"|ferramentas)\b"
        ),
        "skills",
    ),
    (re.compile(r"\bexperiences?\b|^\w+ career$"), "experience"),
    (re.compile(r"\b(?:summary|profile|about)\b"), "summary"),
    (re.compile(r"\b(?:objective)\b"), "wishes"),
    (re.compile(r"\b(?:languages?)\b"), "languages"),
    (re.compile(r"\b(?:training|courses|coursework)\b"), "training"),
    (
        re.compile(
            r"\b(?:interests?|hobbies|additional|memberships?|affiliations?|interés|intereses|interesses?|interessi"
            r"|intérêts?|interessen"
            r"|aficiones|loisirs|freizeit|mitgliedschaften|sonstiges)\b"
        ),
        "other",
    ),
    (
        re.compile(
            r"^(?:datos (?:personales|de contacto)|dados (?:pessoais|de contato)|dati (?:personali|anagrafici)"
            r"|persönliche\w*|kontaktdaten"
            r"|coordonnées|informations? personnelles?|información (?:personal|de contacto))\b"
        ),
        "basic",
    ),
)
STUDY_FIRST = re.compile(
    r"(?:formação|educação|formación|educación|experiências?|experiencias?)\b", re.IGNORECASE
)  # Formação Técnica: no technician
WORK_FIRST = re.compile(
    r"(?:work |professional )?(?:experience|experiências?|experiencias?|expériences?|esperienz[ae]|erfahrung(?:en)?)"
    r" (?:as|como|en tant que|als|come)\b",
    re.IGNORECASE,
)  # Experience as a teacher: no title, whatever noun it ends in
