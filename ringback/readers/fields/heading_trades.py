"""Headings that academics, doctors and lawyers use: appointments and training are work, service and grants are not.

Several words together are a heading wherever they stand alone in a line; one word needs larger print or capitals.
"""

from __future__ import annotations

from ringback.readers import patterns as re

_AND = r"(?:,? and | ?& ?| ?/ ?|, )"
_POSTS = (
    r"(?:appointments?|positions?|posts?|employment|experiences?|roles|jobs|engagements|assignments|responsibilities|duties"
    r"|internships)"
)
_KINDS = (
    r"(?:current|recent|other|additional|visiting|honorary|adjunct|concurrent|secondary|joint|present|past|prior|previous|earlier|full-time"
    r"|part-time|permanent|temporary|academic|research|teaching|scientific|scholarly|clinical|medical|surgical|hospital|nursing"
    r"|legal|judicial|law|litigation|trial|consulting|consultancy|administrative|editorial|curatorial|museum|library|industry"
    r"|industrial|government|professional|related|relevant|university|faculty|postdoctoral|post-doctoral|graduate"
    r"|postgraduate|undergraduate|international|field|laboratory|summer|practice|leadership|work|customer service|retail|sales"
    r"|marketing|banking|financial|finance|accounting|healthcare|health care|caregiving|hospitality|restaurant|food service"
    r"|culinary|management|managerial|supervisory|military|construction|engineering|manufacturing|warehouse|production|federal"
    r"|corporate|overseas|sea|flight|performance|coaching|childcare|child care|tutoring|classroom|practicum|seasonal|secretarial"
    r"|clerical|office|security|law enforcement|acting|theat(?:re|er)|film|television|broadcast(?:ing)?|writing|journalism"
    r"|music(?:al)?|design|creative|artistic|studio|gallery|fashion|agency|aviation|maritime|political|business|pharmacy"
    r"|social services?|human services?|information services?|administrative support|technical support|customer support"
    r"|case management|child welfare|mental health|youth|event planning|program management|project management"
    r"|human resources|information technology|it|public relations|communications|fundraising|real estate|property management"
    r"|insurance|transportation|driving|trucking|logistics|maintenance|landscaping|custodial|housekeeping|beauty|cosmetology"
    r"|fitness|sports|athletic|camp|recreation|tourism|travel|hotel|bar|kitchen|catering|farm|agriculture|forestry|fishing"
    r"|mining|oil field|energy|veterinary|dental|social work|non-?profit|ministry|pastoral|agricultural|technical"
    r"|commercial|executive|apprenticeship|trainee)"
)
_WORK_OF_MANY = re.compile(
    rf"(?!(?:leadership|volunteer) (?:roles|responsibilities|duties|engagements))"
    rf"(?:summary of )?{_KINDS}(?:{_AND}?\s?{_KINDS}){{0,2}} {_POSTS}(?:{_AND}(?:affiliations?|(?:{_KINDS} )?{_POSTS}|honou?rs))?"
)
_KIND_BEHIND = re.compile(
    rf"(experiences?|employment|positions|appointments)(?: ?[:/|–—-] ?| in (?:the )?)({_KINDS}(?:{_AND}{_KINDS})?|education)"
)  # Experience: Industry, Experience in Education
_WHAT_IS_DONE = ("responsibilities", "duties")  # in a job, too, where nothing sets the words apart
_ONLY_RESEARCH = re.compile(r"(?:(?:graduate |undergraduate |scientific |clinical )?research|scientific) experiences?")
_AND_KIND = r"(?:(?: and | & | ?/ ?)(?:permanent|freelance|contract|temporary|past|previous|present|current))?"
_JOINT = r"(?:,? (?:and|&) | ?/ ?|, )"
_WORTHS = r"(?:grants?|fellowships?|awards?|funding|scholarships?|honou?rs|contracts|support|gifts|prizes)"
_TALKS = r"(?:talks?|visits|lectures?|seminars?|workshops?|conferences?|colloquia|presentations?|posters?)"
_WRITTEN = r"(?:journal|refereed|peer-reviewed|peer reviewed|conference|selected|published|academic|popular|invited|review|other)"
_LICENCES = r"(?:memberships?|licen[sc]es?|licensures?|(?:board )?certifications?)"
_SHOWN = (
    r"(?:(?:solo|group|two-person|joint|juried|invitational|national|international|local|online|public|live|stage|recent)"
    r"(?:(?: and | & |/)(?:solo|group|juried|invitational|international))? )?"
    r"(?:exhibitions?|installations?|sculptures?|performances?|interventions?|screenings?|concerts?|recitals?|commissions?"
    r"|murals?|art shows?)"
)
_SEVERAL = (
    (
        re.compile(
            r"(?:permanent|freelance|contract|interim|temporary|part-time|full-time|previous|past|prior|former|current|present"
            r"|recent|earlier|other|key|main|major|salaried|paid|professional|board|non-executive|consulting|long-term|short-term)"
            rf"{_AND_KIND} (?:roles|jobs|assignments|engagements|contracts)(?:{_AND}(?:roles|jobs|assignments|{_POSTS}))?"
        ),
        "experience",
    ),
    (
        re.compile(
            rf"(?:(?:selected |recent |upcoming |past ){_SHOWN}|(?:selected |recent )?(?=[a-z/-]+(?: |,)){_SHOWN})"
            rf"(?:(?:,? (?:and|&) | ?/ ?|, ){_SHOWN}){{0,4}}"
            r"|community (?:action|activism|involvement|engagement|projects|organi[sz]ing|organi[sz]ations)"
        ),
        "projects",
    ),
    (
        re.compile(
            rf"(?:internship|residency|fellowship){_JOINT}(?:internship|residency|fellowship)(?: training)?"
            r"|(?:medical |surgical )?(?:residency|internship|fellowship) training"
            r"|(?:graduate|postgraduate) medical (?:education|training)"
            r"|(?:postgraduate|post-graduate|postdoctoral|post-doctoral|specialty|clinical|hospital|medical) training"
            r"|judicial (?:clerkships?|externships?|internships?)"
            r"|(?:teaching|research|graduate) (?:assistant|associate|fellow)ships?"
        ),
        "experience",
    ),
    (
        re.compile(
            r"(?:professional|academic|university|departmental|department|community|public|editorial|institutional|college"
            r"|internal|external|committee|scholarly|other|selected|relevant)"
            rf"(?:{_JOINT}(?:professional|academic|university|departmental|community|public|editorial))? (?:service|citizenship)"
            rf"(?:{_JOINT}(?:outreach|leadership|activities|memberships?|engagement))?"
            r"|service to (?:the )?(?:profession|university|department|field|community|discipline|school|college)"
            rf"|service{_JOINT}(?:outreach|leadership|memberships?)|(?:public|community|science) outreach"
            rf"|(?:public |community )?(?:outreach|engagement){_JOINT}(?:service|outreach|engagement|media)"
            r"|(?:committee|community|volunteer|voluntary|pro bono) (?:work|service|memberships?|activities)"
            r"|(?:students?|thesis|phd|graduate|master'?s) (?:supervision|advising|mentoring)|students? supervised"
            rf"|(?:advising|mentoring){_JOINT}(?:advising|mentoring)|courses? taught"
            r"|(?:phd|ph\.d\.|graduate|doctoral|former) students"
        ),
        "other",
    ),
    (
        re.compile(
            rf"(?:research |external |internal |travel |selected )?{_WORTHS}{_JOINT}{_WORTHS}(?:{_JOINT}{_WORTHS})?"
            r"|(?:research|external|internal|extramural) (?:grants?|funding|support)"
            r"|(?:current|past|completed) (?:grants|funding)"
        ),
        "awards",
    ),
    (
        re.compile(
            rf"{_WRITTEN}(?: journal| conference)? (?:articles?|papers?|proceedings|writings?|{_TALKS})"
            r"|book (?:chapters?|reviews?)|(?:works?|papers?) (?:in progress|under review)"
            rf"|(?:invited |selected )?{_TALKS}{_JOINT}{_TALKS}|(?:media|press) (?:coverage|appearances|mentions)"
            r"|(?:conference|event|workshop|symposium) organi[sz]ation|referee(?:ing)? service"
            r"|(?:editorial|review|reviewing|refereeing) (?:boards?|activities|work|service|experience)"
            r"|(?:representative|selected) (?:cases|matters|transactions|engagements)"
        ),
        "projects",
    ),
    (
        re.compile(
            rf"(?:(?:state |federal )?bar|court|bar{_JOINT}court|state) admissions?(?: to (?:the )?(?:bar|practice))?"
            rf"(?:{_JOINT}{_LICENCES})?|(?:medical|professional|state|nursing) licensures?(?:{_JOINT}{_LICENCES})?"
            rf"|licensures?{_JOINT}{_LICENCES}|board certifications?|(?:medical|law) licen[sc]es?"
        ),
        "certificates",
    ),
    (
        re.compile(r"(?:legal )?(?:practice areas|areas of practice|practice groups?)|clinical (?:interests|skills)"),
        "skills",
    ),
    (
        re.compile(
            r"(?:dissertation|thesis|doctoral|ph\.?d\.?|supervisory|advisory) committees?"
            r"|placement (?:director|officer|committee)s?"
        ),
        "references",
    ),  # professors, each with his address
    (re.compile(r"professional preparation|(?:doctoral|phd|ph\.d\.|master'?s) (?:dissertation|thesis)"), "education"),
)
_ONE = (
    (
        re.compile(
            r"residenc(?:y|ies)|fellowship|professional|consult(?:ing|anc(?:y|ies))|(?:clerk|extern|assistant)ships?"
        ),
        "experience",
    ),
    (re.compile(r"services?|outreach|advising|mentoring|mentorship|committees?|citizenship|nationality"), "other"),
    (re.compile(r"grants?|funding|fellowships|prizes|stipends"), "awards"),
    (
        re.compile(
            rf"{_TALKS}|books?|articles|monographs|preprints|software|datasets|media|press|refereeing|reviewing|editorships?"
            r"|fieldwork|exhibitions?|performances?"
        ),
        "projects",
    ),
    (re.compile(r"admissions?|licensures?"), "certificates"),
    (re.compile(r"thesis|dissertation"), "education"),
)


def kind_in_front(lowered: str) -> str:
    """Return ``Experience: Industry`` as ``Industry experience``, other headings as they are; all in small letters."""
    behind = (
        _KIND_BEHIND.fullmatch(lowered) if lowered.startswith(("experience", "employ", "posit", "appoint")) else None
    )
    return f"{behind.group(2)} {behind.group(1)}".replace("education", "teaching", 1) if behind else lowered


def section_of_trade(bare: str, *, is_loud: bool) -> str | None:
    """Return the section of a heading of these trades, or None; ``is_loud`` says that print or capitals make it one."""
    lowered = kind_in_front(bare.rstrip(": ").lower().replace("’", "'"))
    if not (bare[0].isupper() or is_loud):
        return None
    if _WORK_OF_MANY.fullmatch(lowered) and (is_loud or not lowered.endswith(_WHAT_IS_DONE)):
        return "projects" if _ONLY_RESEARCH.fullmatch(lowered) else "experience"
    if kind := next((kind for pattern, kind in _SEVERAL if pattern.fullmatch(lowered)), None):
        return kind
    return next((kind for pattern, kind in _ONE if pattern.fullmatch(lowered)), None) if is_loud else None
