"""The signs that may part two things in a header line of a job: cells, dashes, brackets, words like at and for."""

from __future__ import annotations

from collections.abc import Iterator

from ringback.readers import patterns as re
from ringback.readers.fields.places.place_words import is_town

_HAN = "\u4e00-\u9fff"
_WHAT_ONE_KNOWS = (  # Técnico en Sistemas Microinformáticos: a trade; Cajera en Hotel Sol: a house
    "(?:Sistemas|Ingenier|Administra|Gesti|Inform|Desarroll|Marketing|Recursos|Educa|Ciencia|Electr|Comunica|Contab|Finan"
    "|Cuidado"
    "|Atenci|Seguridad|Prevenci|Redes|Diseñ|Enfermer|Log[ií]st|Derecho|Psicolog|Proyecto|Base|An[áa]lis|Calidad|Comercio"
    "|Turismo"
    "|Venta|Salud|Big|Data|Business|Machine|Cloud|Software|Producci|Manten|Microinform|Telecom|Automa|Energ|Impuesto"
    "|Medio|Materia"
    "|Matem|F[íi]sica|Qu[íi]mica|Biolog|Historia|Lengua|Negocio|Asuntos|Relaciones|Operacion|Tecnolog|Trabajo|Servicios"
    "|Inteligencia"
    "|Realidad|Econom|Estad|Geolog|Nutrici|Fisiot|Terapi|Imagen|Laboratorio|Farmacia|Soldadura|Construcc|Obra|Edifica"
    "|Recherche|Développement|Génie|Intelligence|Communication|Réseaux|Cyber|Infrastructure|Ressources|Systèmes|Méthodes"
    "|Optimisation|Calcul|Traitement|Apprentissage|Modélisation|Conception|Robotique|Mécatron|Science|Réalité|Relations"
    "|Électr|Acoustique|Thermique|Hydraulique|Aéronaut|Sûreté|Sécurité|Qualité|Analyse|Traduction)"
)
_ACRONYM_KNOWN = (  # Especialista en SEO, Vendeuse en CDD; Docente en UNAM
    r"(?:PRL|SST|HSE|SEO|SEM|SMM|SAP|ERP|CRM|TICS?|TI|IT|RRHH|HR|BI|BD|QA|UX|UI|PLC|CNC|CAD|BIM|SIG|GIS|VIH|UCI|ABA|AT|PHP|SQL"
    r"|AWS|VFX|COMEX|NIIF|PYMES?|FP|ELE|TEA|ESO|CDD|CDI|VIE|CIFRE|CAP|BTS|DUT)\b"
)
_FIELD_ALONE = (  # Auxiliar en Farmacia, Vendeuse en Boulangerie: a trade; Dependienta en Zara: a house
    r"(?:\w+(?:ías?|(?:er|log|graf|nom|metr)ias?|icas?|ción|sión|ing|ajes?|ismo|mientos?|dad|tud|ura|encia|ancia|eries?|tion|sion|iques?|ments?|ence|ance|age"
    r"|gie|mie|phie|sophie|ités?|logie)\b|Cocina|Sala|Tienda|Almac[ée]n|Prácticas|Remoto|Línea|Caja|Barra|Pista|Fábrica|Planta|Campo"
    r"|Casa|Oficina|Belleza|Alturas|Frío|Turno|Equipo|Piso|Terreno|Domicilio|Curso|Crèche|Mairie|Usine|Atelier|Alternance|Intérim|Stage"
    r"|Chef|Ligne|Salle|Cuisine|Caisse|Rayon|Magasin|Boutique|Milieu|École|Maison|Entreprise|Libéral|Freelance|Anglais|Français|Espagnol"
    r"|Inglés|Francés|Español|Alemán|Langues|Lettres|Droit|Sciences|Santé|Sport|Vente|Ventes|Arte|Artes|Música|Danza|Idiomas|Letras|Jefe"
    r"|Master|Grado|Formation|Horario|Jornada|Cours|Doctorat|Thèse|Physique|Chimie|Cloud|Web|Java|Python|Excel|React|Angular|Node)"
)
_FIELD_OF_WORK = (  # im Technischen Außendienst: where in a house, and not which
    r"(?:\w*(?:[Aa]ußendienst|[Ii]nnendienst|[Vv]ertrieb|[Bb]ereich|[Dd]ienst|[Hh]andel|[Ee]inkauf|[Vv]erkauf|[Mm]arketing|[Bb]üro|[Ss]ervice"
    r"|[Ll]ager|[Ff]eld|[Tt]eam|[Aa]uftrag|[Rr]ahmen|[Jj]ahr|[Ss]emester|[Gg]ebiet|[Ff]ach|[Pp]rojekt|[Ww]esen|[Mm]anagement|[Ss]ektor"
    r"|[Ss]tudium|[Bb]au|[Rr]echt|[Ss]icherheit))\b"
)
_HOUSE_OF_WORK = (  # im Gasthof Zur Post; im Vertrieb tells the department
    r"(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Hh]aus|[Hh]eim|[Hh]of|[Hh]otel|[Kk]linik|[Kk]linikum|[Gg]arten|[Mm]inisterium|[Aa]mt|[Mm]arkt"
    r"|[Zz]entrum|[Mm]useum|[Tt]heater|[Ii]nstitut|[Rr]estaurant|Café|Kita|[Kk]anzlei|[Pp]raxis|[Aa]potheke|[Bb]äckerei"
    r"|[Mm]etzgerei|[Ss]chule|[Gg]ymnasium|[Ff]iliale|[Tt]ankstelle|[Gg]ärtnerei|[Ss]chreinerei)"
)
_KIND_FIRST = re.compile(  # (Senior) Economist: which one, in front of a post
    r"\((?!(?i:remote|freelance|part|full|contract|volunt|intern|temp|season|current|present|former|on-?site|hybrid)\w*\b)"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)?\) [A-Z]"
)
_GROUP_OF = r"(?:[A-Z][\w&'’-]*\s){1,4}(?i:lab(?:oratory)?|group|team)\b"  # Clerk in the Tide laboratory
_CAMPUS = re.compile(r"\bUniversity of [A-Z]\w+(?: [A-Z]\w+)?$")  # at its town, which is of its name
_MAX_CAMPUS = 44  # characters, of it
_SEPARATOR = re.compile(
    r"(?=[\s|·*.\-_~>@/:;,(\[»\U0001f4cd\U0001f4c5\U0001f5d3])"  # all begin with one of them, and most letters with none
    r"(?:(?P<cell>[ ]*\t[\t ]*|\s{2,}|\s*(?:\||(?<![lL])·|·(?!l))\s*|(?<=[a-z]{3})\.\s+(?=[A-Z][a-z]+\s?:)|\s\.\s(?=[A-ZÀ-Þ])"
    r"|\s*[\U0001f4cd\U0001f4c5\U0001f5d3]\ufe0f?\s*"
    r"|\s+(?:/{2,}|:{2,}|=+>|[»→➔➜⇒])\s+|(?<=[a-z])\*\s+(?=[A-Z])|\s*(?:-{3,}|\.{4,}|_{3,})\s*)"
    rf"|(?P<dash>\s+[-~>]+\s+|(?<=[a-zäöüß]{{3}})-\s+(?!(?:und|oder|bzw|sowie|and|or|en|of|och|og|et|ou|y|e|o|to"
    rf"|bis)\b)(?=[^\W\d_])|(?<=[{_HAN})])-+(?=[{_HAN}A-Za-z(])|(?<=[A-Za-z])-+(?=[{_HAN}]))"
    rf"|(?P<at>\s*@\s*|\s+bei de[rmn]\s+(?=[A-ZÄÖÜ])"
    rf"|\s+(?:at|chez|bei|presso)\s+(?=\S)|\s+à (?:la |l['’]\s?)(?=[A-ZÀ-Þ])|\s+(?:hos|på|ved"
    rf"|bij) (?=[A-ZÀ-Þ\d])"
    r"|\s+à (?=[A-ZÀ-Þ][\w&.'’-]*(?: [A-ZÀ-Þ][\w&.'’-]*)?\s?\()"
    rf"|\s+en (?!{_ACRONYM_KNOWN})(?=[A-Z]{{2,6}}(?:\s|$))"
    rf"|\s+en (?!{_WHAT_ONE_KNOWS})(?=[A-ZÀ-Þ][^\W\d_]+ (?:[A-ZÀ-Þ]|de[l ]|y |&))"
    rf"|\s+en (?!{_WHAT_ONE_KNOWS}|{_FIELD_ALONE})(?=[A-ZÀ-Þ][a-zà-ÿ][^\W\d_]+(?:,|\s*$|\s[(|]|\t))"
    rf"|\s+(?:im|in der|in einem|in einer) (?={_HOUSE_OF_WORK}\s[„\"A-ZÄÖÜ])"
    r"|\s+en (?=(?:Construcciones|Seguridad|Servicios|Sistemas|Energía) [A-ZÀ-Þ][\w.]+ ?(?:S\.|SL|SA|[A-Z]))"
    rf"|\s+(?:im|in der) (?=[A-ZÄÖÜ][\w-]+ {_HOUSE_OF_WORK}(?:,|\s*$|\s[(|]|\t))"
    rf"|\s+im (?!(?:\w+ )?{_FIELD_OF_WORK})(?=[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ][a-zäöüß]+(?: [A-ZÄÖÜ]\w+)?(?:,|\s*$|\s[(|]|\t))"
    r"|\s+aux? (?=[A-ZÀ-Þ])|\s+(?:en el|en la|en los|nel|nella|na|no) (?=[A-ZÀ-Þ])|\s+nell['’](?=[A-ZÀ-Þ])"
    r"|\s+(?:an der|beim|am(?! (?:Main|See|Rhein|Neckar|Inn|Bodensee)\b)) (?=[A-ZÄÖÜ])|\s+在(?![线职读岗])\s*)"
    rf"|(?P<for>\s+(?:for|with)\s+)|(?P<in>\s+in\s+(?:the\s+(?={_GROUP_OF}))?(?=[A-Z]))"
    r"|(?P<slash>\s+/\s*|\s*/\s+)"
    r"|(?P<colon>\s*:\s*)"
    r"|(?P<comma>(?<=, [A-Z]{2})\.\s+(?=[A-Z][a-z])"
    rf"|(?<=[a-z]{{4}})\.\s+(?=[A-Z])|(?<=\w\.[a-z]{{2}})\.\s+(?=[A-Z])|(?<=\w\.com)\.\s+(?=[A-Z])|(?<=[A-ZÀ-Þ]{{4}})\.\s+(?=[A-ZÀ-Þ][a-zß-ÿ])"
    rf"|(?<=[a-z]{{3}})\.\s+(?=(?:Assistant|Associate|Adjunct|Visiting|Senior"
    rf"|Lecturer|Professor|Instructor|Research)\b)|\s*,\s+(?!(?:I[Nn][Cc]|L[Tt][Dd]|LLC|LLP|PLLC|Co|CO\.|C[Oo][Rr][Pp]"
    rf"|GmbH|N\.A|P\.[AC]|[LS]\.|e\.V|SAS|SRL|SpA|SARL|L[Tt][Dd][Aa]|PLC|plc|s\.r\.o|a\.s|d\.o\.o|JSC|UAB)\b)"
    rf"|(?<=[a-z]{{3}})\s*,(?=[A-Z][a-z][A-Za-z])|(?<=公司)\.\s*(?=\S)|(?<=[{_HAN})]),"
    rf"|,(?=[{_HAN}])|\s*;\s*)"
    r"|(?P<bracket>\s*[(\[](?P<inner>[^()\[\]]{2,120})[)\]])"
    rf"|(?P<space>(?<=[{_HAN})])\s(?=\S)|(?<=\S)(?<!/\w)(?<!/\w\w)(?<!/\w{{3}})(?<!/\w{{7}})\s(?=[A-Za-z+#]{{0,8}}[{_HAN}])))"
)


def pieces_between_signs(folded: str, begin: int) -> Iterator[tuple[int, int, str, bool]]:
    """Yield (start, end, gap in front, whether a colon follows) of what stands between the separators."""
    gap = "line"
    for match in _SEPARATOR.finditer(folded, begin):
        kind = match.lastgroup or ""
        kind = "bracket" if match.group("inner") is not None else kind
        if kind == "bracket" and not folded[:begin].strip() and _KIND_FIRST.match(folded[begin:].lstrip()):
            continue
        if kind == "colon" and folded[match.end() : match.end() + 2] == "//":
            continue
        if kind == "at" and (_is_of_campus(folded, match) or _is_in_town(folded, match)):
            continue
        if match.start() > begin:
            yield begin, match.start(), gap, kind == "colon" or (kind == "dash" and match.group() == "-")
            gap = kind
        elif kind != "space" or gap == "line":
            gap = kind if gap not in {"line", "cell"} else gap
        begin = match.end()
        if kind == "bracket":
            inner = match.start() + len(match.group()) - len(match.group().lstrip())
            yield inner, match.end(), "bracket", False
            gap = "glue"
    if begin < len(folded):
        yield begin, len(folded), gap, False


def _is_in_town(folded: str, match: re.Match[str]) -> bool:
    """Tell where somebody worked from for whom, a bracket behind it: ``Chef à Lindau (88)``, ``à Larchtide (Lindau)``."""
    name = folded[match.end() :].partition("(")[0].strip()
    return match.group().strip() == "à" and is_town(name)


def _is_of_campus(folded: str, match: re.Match[str]) -> bool:
    """Tell the *at* within ``University of Marland at Rowanville`` from that between a post and its house."""
    if match.group().strip() != "at" or not folded[match.end()].isupper():
        return False
    return _CAMPUS.search(folded[max(0, match.start() - _MAX_CAMPUS) : match.start()]) is not None
