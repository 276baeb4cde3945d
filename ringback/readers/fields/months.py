"""The names of months and seasons in the languages that resumes come in, long and short, accents and case aside."""

MONTHS = (
    (
        "january janurary januray janaury jan janvier janv januar jänner enero ene janeiro januari gennaio gen gener styczeń "
        "stycznia leden ledna január"
    ),
    (
        "february febuary feburary februrary februay februray feburay "
        "feb février fevrier févr fév fev februar feber febrero fevereiro februari febbraio "
        "febrer luty lutego únor února"
    ),
    "march mar mars märz maerz mrz marzo março maret maart març marzec marca březen března marec",
    "april apr avril avr abril abr aprile kwiecień kwietnia duben dubna apríl",
    "may mai mayo maio maggio mag mei maig maj maja květen května máj mája",
    "june jun juin juni junio junho giugno giu juny czerwiec czerwca červen června jún",
    "july jul juillet juil juli julio julho luglio lug juliol lipiec lipca červenec července júl",
    "august agust augest aug août aout agosto ago ag agustus augustus agost augusti sierpień sierpnia srpen srpna",
    (
        "september septemeber septembar setember septmber sept sep setp septbre "
        "septembre septiembre setiembre setembro set settembre sett setembre "
        "wrzesień września září"
    ),
    (
        "october ocotber octuber octobar oct octobre oktober okt octubre outubro out ottobre ott październik października říjen "
        "října október"
    ),
    "november novemeber novmber novembar nov novembre noviembre novembro listopad listopada listopadu",
    (
        "december decemeber decmber decembar dec décembre decembre déc dezember dez diciembre dic dezembro desembre "
        "desember dicembre grudzień prosinec"
    ),
)
IN_ENGLISH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?|Dec(?:ember)?"
)
"""The names in English as they begin a date, long or short; of a pattern whose case matters."""
SEASONS = (
    "spring|summer|autumn|fall|winter|printemps|été|automne|hiver|frühling|frühjahr|sommer|herbst|sommersemester|wintersemester"
    "|verano|otoño|primavera|invierno|verão|outono|inverno|estate|autunno|estiu|tardor|våren|sommaren?|hösten|vintern"
    "|zomer|herfst"
)
