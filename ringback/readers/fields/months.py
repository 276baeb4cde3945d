"""The names of months and seasons in the languages that resumes come in, long and short, accents and case aside."""

MONTHS = (
    (
        "january janurary januray janaury jan janvier janv januar jänner "
        "enero ene janeiro januari gennaio gen gener styczeń "
        "stycznia leden ledna január ianuarie tammikuu ocak январь января янв січень січня"
    ),
    (
        "february febuary feburary februrary februay februray feburay "
        "feb février fevrier févr fév fev februar feber febrero fevereiro februari febbraio "
        "febrer luty lutego únor února februarie február helmikuu şubat февраль февраля фев февр лютий лютого"
    ),
    (
        "march mar mars märz maerz mrz marzo março maret maart "
        "març marzec marca březen března marec martie március maaliskuu "
        "март марта мар березень березня"
    ),
    (
        "april apr avril avr abril abr aprile kwiecień kwietnia duben "
        "dubna apríl aprilie április huhtikuu nisan апрель апреля апр квітень квітня"
    ),
    (
        "may mai mayo maio maggio mag mei maig maj maja "
        "květen května máj mája május toukokuu mayıs май мая травень травня"
    ),
    (
        "june jun juin juni junio junho giugno giu juny czerwiec czerwca "
        "červen června jún iunie június kesäkuu haziran июнь июня червень червня"
    ),
    (
        "july jul juillet juil juli julio julho luglio lug juliol lipiec "
        "lipca červenec července júl iulie július heinäkuu temmuz июль июля липень липня"
    ),
    (
        "august agust augest aug août aout agosto ago ag agustus augustus agost "
        "augusti sierpień sierpnia srpen srpna augusztus elokuu ağustos август августа авг серпень серпня"
    ),
    (
        "september septemeber septembar setember septmber sept sep setp septbre "
        "septembre septiembre setiembre setembro set settembre sett setembre "
        "wrzesień września září septembrie szeptember syyskuu eylül сентябрь сентября сен сент вересень вересня"
    ),
    (
        "october ocotber octuber octobar oct octobre oktober okt "
        "octubre outubro out ottobre ott październik października říjen "
        "října október octombrie lokakuu ekim октябрь октября окт жовтень жовтня"
    ),
    (
        "november novemeber novmber novembar nov novembre noviembre novembro listopad "
        "listopada listopadu noiembrie marraskuu kasım ноябрь ноября ноя листопада"
    ),
    (
        "december decemeber decmber decembar dec décembre decembre déc dezember dez diciembre dic dezembro desembre "
        "desember dicembre grudzień prosinec decembrie joulukuu aralık декабрь декабря дек грудень грудня"
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
