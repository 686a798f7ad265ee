"""Countries: their two-letter codes of ISO 3166-1, and the English names that exports write."""

import re
import unicodedata
from functools import cache

from certadvisor.base.scalars import ValueParseError, quote, text

COUNTRIES = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()  # noqa: SIM905  a block of codes, not a column
)
_COMMON_ALIASES = {
    "uk": "GB", "u.k.": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "el": "GR", "usa": "US", "u.s.": "US", "u.s.a.": "US",
    "america": "US", "holland": "NL", "uae": "AE", "deutschland": "DE", "österreich": "AT",
    "schweiz": "CH", "suisse": "CH", "svizzera": "CH", "españa": "ES", "italia": "IT",
    "brasil": "BR", "méxico": "MX", "polska": "PL", "nederland": "NL", "belgië": "BE",
    "belgique": "BE", "sverige": "SE", "norge": "NO", "danmark": "DK", "suomi": "FI",
    "česko": "CZ", "magyarország": "HU", "românia": "RO", "россия": "RU", "україна": "UA",
    "perú": "PE", "panamá": "PA", "日本": "JP", "中国": "CN",
}  # fmt: skip
_NAMES = """
AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua and Barbuda|AI Anguilla|AL Albania
AM Armenia|AO Angola|AQ Antarctica|AR Argentina|AS American Samoa|AT Austria|AU Australia|AW Aruba
AX Aland Islands|AX Åland Islands|AZ Azerbaijan|BA Bosnia and Herzegovina|BB Barbados
BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria|BH Bahrain|BI Burundi|BJ Benin
BL Saint Barthélemy|BM Bermuda|BN Brunei|BN Brunei Darussalam|BO Bolivia|BR Brazil|BS Bahamas
BS The Bahamas|BT Bhutan|BW Botswana|BY Belarus|BZ Belize|CA Canada|CD Congo, Democratic Republic
CD Democratic Republic of the Congo|CF Central African Republic|CG Congo|CG Republic of the Congo
CH Switzerland|CI Côte d'Ivoire|CI Cote d'Ivoire|CI Ivory Coast|CK Cook Islands|CL Chile
CM Cameroon|CN China|CO Colombia|CR Costa Rica|CU Cuba|CV Cabo Verde|CV Cape Verde|CW Curaçao
CW Curacao|CY Cyprus|CZ Czechia|CZ Czech Republic|DE Germany|DJ Djibouti|DK Denmark|DM Dominica
DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|ER Eritrea|ES Spain|ET Ethiopia
FI Finland|FJ Fiji|FM Micronesia|FO Faroe Islands|FR France|GA Gabon|GB United Kingdom
GB Great Britain|GB UK|GB United Kingdom of Great Britain and Northern Ireland|GD Grenada
GE Georgia|GF French Guiana|GG Guernsey|GH Ghana|GI Gibraltar|GL Greenland|GM Gambia|GM The Gambia
GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece|GT Guatemala|GU Guam|GW Guinea-Bissau
GY Guyana|HK Hong Kong|HK Hong Kong SAR|HN Honduras|HR Croatia|HT Haiti|HU Hungary|ID Indonesia
IE Ireland|IL Israel|IM Isle of Man|IN India|IQ Iraq|IR Iran|IS Iceland|IT Italy|JE Jersey
JM Jamaica|JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros
KN Saint Kitts and Nevis|KP North Korea|KR South Korea|KR Korea, Republic of|KR Republic of Korea
KW Kuwait|KY Cayman Islands|KZ Kazakhstan|LA Laos|LB Lebanon|LC Saint Lucia|LI Liechtenstein
LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania|LU Luxembourg|LV Latvia|LY Libya|MA Morocco
MC Monaco|MD Moldova|ME Montenegro|MG Madagascar|MH Marshall Islands|MK North Macedonia|ML Mali
MM Myanmar|MN Mongolia|MO Macao|MO Macau|MQ Martinique|MR Mauritania|MT Malta|MU Mauritius
MV Maldives|MW Malawi|MX Mexico|MY Malaysia|MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger
NG Nigeria|NI Nicaragua|NL Netherlands|NL The Netherlands|NO Norway|NP Nepal|NR Nauru
NZ New Zealand|OM Oman|PA Panama|PE Peru|PF French Polynesia|PG Papua New Guinea|PH Philippines
PK Pakistan|PL Poland|PR Puerto Rico|PS Palestine|PT Portugal|PW Palau|PY Paraguay|QA Qatar
RE Réunion|RE Reunion|RO Romania|RS Serbia|RU Russia|RU Russian Federation|RW Rwanda
SA Saudi Arabia|SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore|SI Slovenia
SK Slovakia|SK Slovak Republic|SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname
SS South Sudan|ST Sao Tome and Principe|SV El Salvador|SY Syria|SZ Eswatini|SZ Swaziland|TD Chad
TG Togo|TH Thailand|TJ Tajikistan|TL Timor-Leste|TL East Timor|TM Turkmenistan|TN Tunisia|TO Tonga
TR Türkiye|TR Turkey|TT Trinidad and Tobago|TV Tuvalu|TW Taiwan|TZ Tanzania|UA Ukraine|UG Uganda
US United States|US United States of America|US USA|UY Uruguay|UZ Uzbekistan|VA Holy See
VA Vatican City|VC Saint Vincent and the Grenadines|VE Venezuela|VG British Virgin Islands
VI U.S. Virgin Islands|VN Vietnam|VN Viet Nam|VU Vanuatu|WS Samoa|YE Yemen
ZA South Africa|ZM Zambia|ZW Zimbabwe
"""
# In the languages whose job titles are read: without accents, whatever the writing.
_FOREIGN_NAMES = """
AT oesterreich, osterreich, autriche, austria, oostenrijk, osterrike, osterrig, itavalta,
 rakousko, rakusko, ausztria, avusturya, австрия, австрія, 奥地利, オーストリア, 오스트리아
BE belgien, belgique, belgica, belgio, belgie, belgia, belgicko, belgium, belcika, бельгия,
 бельгія
BR brasilien, bresil, brasil, brasile, brazilie, brasilia, brazylia, brazilia, brezilya, бразилия
CA kanada, canada, канада, 加拿大, カナダ, 캐나다
CH schweiz, suisse, suiza, suica, svizzera, zwitserland, sveits, sveitsi, szwajcaria, svycarsko,
 svajciarsko, svajc, elvetia, isvicre, швейцария, швейцарія, 瑞士, スイス, 스위스
CN chine, cina, kina, kiina, chiny, kinai nepkoztarsasag, cin, китай, 中国, 中國, 중국
CZ tschechien, tschechische republik, republique tcheque, tchequie, chequia, republica checa,
 tchequia, cechia, repubblica ceca, tsjechie, tjeckien, tjekkiet, tsjekkia, tsekki, czechy, cesko,
 ceska republika, csehorszag, cehia, cekya, чехия, чехія
DE deutschland, allemagne, alemania, alemanha, germania, duitsland, tyskland, saksa, niemcy,
 nemecko, nemetorszag, almanya, германия, німеччина, 德国, ドイツ, 독일
DK danemark, dinamarca, danimarca, denemarken, danmark, tanska, dania, dansko, danimarka, дания
ES spanien, espagne, espana, espanha, spagna, spanje, spania, espanja, hiszpania, spanelsko,
 spanyolorszag, ispanya, испания, іспанія, 西班牙, スペイン, 스페인
FI finnland, finlande, finlandia, finland, suomi, finsko, finnorszag, finlanda, finlandiya,
 финляндия
FR frankreich, francia, franca, frankrijk, frankrike, frankrig, ranska, francja, francie,
 franciaorszag, franta, fransa, франция, франція, 法国, フランス, 프랑스
GB vereinigtes konigreich, grossbritannien, royaume uni, grande bretagne, angleterre, reino unido,
 gran bretana, inglaterra, regno unito, gran bretagna, verenigd koninkrijk, storbritannien,
 storbritannia, iso britannia, wielka brytania, velka britanie, velka britania,
 egyesult kiralysag, marea britanie, birlesik krallik, великобритания, велика британія, 英国,
 イギリス, 영국
HU ungarn, hongrie, hungria, ungheria, hongarije, ungern, unkari, wegry, madarsko, magyarorszag,
 ungaria, macaristan, венгрия, угорщина
IE irland, irlande, irlanda, ierland, irlanti, irlandia, irsko, irorszag, ирландия, ірландія
IN indien, inde, india, intia, indie, indija, hindistan, индия, індія, 印度, インド, 인도
IT italien, italie, italia, wlochy, taliansko, olaszorszag, italya, италия, італія, 意大利, イタリア
JP japon, japao, giappone, japani, japonia, japonsko, japan, japonya, япония, японія, 日本, 일본
LU luxemburg, luxembourg, luxemburgo, lussemburgo, люксембург
MX mexiko, mexique, mexico, messico, meksiko, meksyk, meksika, мексика
NL niederlande, pays bas, paises bajos, paises baixos, paesi bassi, nederland, nederlanderna,
 nederlandene, alankomaat, holandia, niderlandy, nizozemsko, holandsko, hollandia, tarile de jos,
 olanda, hollanda, нидерланды, нідерланди, 荷兰, オランダ, 네덜란드
NO norwegen, norvege, noruega, norvegia, noorwegen, norge, norja, norwegia, norsko, norvec,
 норвегия, норвегія
PL polen, pologne, polonia, puola, polska, polsko, lengyelorszag, polonya, польша, польща, 波兰
PT portugal, portogallo, portugali, portugalia, portugalsko, portekiz, португалия
RO rumanien, roumanie, rumania, romenia, roemenie, rumaenien, romania, rumunia, rumunsko, romanya,
 румыния, румунія
RU russland, russie, rusia, rossija, russia, rusland, ryssland, venaja, rosja, rusko, oroszorszag,
 rusya, россия, росія, 俄罗斯
SE schweden, suede, suecia, svezia, zweden, sverige, ruotsi, szwecja, svedsko, svedorszag, suedia,
 isvec, швеция, швеція, 瑞典, スウェーデン
SK slowakei, slovaquie, eslovaquia, slovacchia, slowakije, slovakien, slowacja, slovensko,
 szlovakia
TR turkei, turquie, turquia, turchia, turkije, turkiet, tyrkiet, tyrkia, turkki, turcja, turecko,
 torokorszag, turcia, turkiye, турция, туреччина
UA ukraine, ucrania, ucraina, oekraine, ukraina, ukrajina, ukrajna, ukrayna, украина, україна
US vereinigte staaten, vereinigte staaten von amerika, etats unis, etats unis d amerique,
 estados unidos, estados unidos de america, ee uu, eeuu, eua, stati uniti, verenigde staten, usa,
 forenta staterna, forenede stater, yhdysvallat, stany zjednoczone, spojene staty,
 spojene staty americke, egyesult allamok, statele unite, amerika birlesik devletleri, abd, сша,
 美国, アメリカ, 미국
"""


def _fold(name: str) -> str:
    """A name without case, accents and punctuation."""
    decomposed = unicodedata.normalize(
        "NFKD", name.casefold().replace("\u0131", "i").replace("ø", "o")
    )
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.sub(r"[\W_]+", " ", unicodedata.normalize("NFC", letters)).split())


@cache
def _codes() -> dict[str, str]:
    foreign = _FOREIGN_NAMES.replace("\n ", " ").strip().splitlines()
    codes = {_fold(name): one[:2] for one in foreign for name in one[3:].split(",")}
    codes |= {_fold(name): code for name, code in _COMMON_ALIASES.items()}
    english = (entry.split(" ", 1) for line in _NAMES.split("\n") for entry in line.split("|"))
    return codes | {_fold(name): code for code, *rest in english for name in rest}


def english_names() -> dict[str, str]:
    """Return the first English name of each country, by its code.

    >>> english_names()["GB"], english_names()["KR"]
    ('United Kingdom', 'South Korea')
    """
    names: dict[str, str] = {}
    for entry in _NAMES.replace("\n", "|").strip("|").split("|"):
        code, name = entry.split(" ", 1)
        names.setdefault(code, name)
    return names


def country(value: object) -> str:
    """Parse a country: its code in upper or lower case, or its name. Raises ValueParseError."""
    name = text(value)
    code = name.upper() if name.upper() in COUNTRIES else country_code(name)
    if code not in COUNTRIES:
        remedy = "write the two letters of ISO 3166, such as US"
        raise ValueParseError(f"{quote(value)} is not a country", remedy)
    return code


OUTSIDE_US = "outside-us"  # the place of a price that was seen outside the United States
EU = "EU"
_EU_COUNTRIES = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)


def places_of(code: str | None) -> tuple[str, ...]:
    """The places whose prices apply in a country, the narrowest first; () for no country.

    >>> places_of("DE"), places_of("US")
    (('DE', 'EU', 'outside-us'), ('US',))
    """
    if code is None:
        return ()
    union = (EU,) if code in _EU_COUNTRIES else ()
    return (code, *union, *(() if code == "US" else (OUTSIDE_US,)))


def country_code(cell: str) -> str:
    """The code of a country name; any other text is returned unchanged.

    >>> country_code("United Kingdom")
    'GB'
    """
    return _codes().get(_fold(cell), cell)
