"""The words of dates in the languages whose job titles are read: lower case, no accents.

Each language has a line: nominative, other cases, abbreviations. Chinese, Japanese and Korean
write months as numbers, which `written_dates` reads.
"""

MONTHS = (
    """
    january jan januar janner jan januari januar januar janvier janv enero ene janeiro gennaio gen
    tammikuu tammikuuta tammikuun tammi styczen stycznia sty leden ledna led januara januarja
    ianuarie ian ocak oca январь января янв січень січня січ
    """,
    """
    february feb februar feber febr februari fevrier fevr fev febrero fevereiro febbraio helmikuu
    helmikuuta helmikuun helmi luty lutego lut unor unora uno februara februarie subat sub
    февраль февраля фев февр лютий лютого лют
    """,
    """
    march mar marz maerz maart mrt mars marts marzo marco maaliskuu maaliskuuta maaliskuun maalis
    marzec marca brezen brezna bre marec marcius marc martie mart март марта мар
    березень березня бер
    """,
    """
    april apr avril avr abril abr aprile huhtikuu huhtikuuta huhtikuun huhti kwiecien kwietnia kwi
    duben dubna dub aprila aprilis aprilie nisan nis апрель апреля апр квітень квітня квіт кві
    """,
    """
    may mai mei maj mayo maio maggio mag toukokuu toukokuuta toukokuun touko maja kveten kvetna kve
    majus mayis май мая травень травня трав тра
    """,
    """
    june jun juni juin junio junho giugno giu kesakuu kesakuuta kesakuun kesa czerwiec czerwca cze
    cerven cervna cvn juna junius iunie iun haziran haz июнь июня июн червень червня черв чер
    """,
    """
    july jul juli juillet juil julio julho luglio lug heinakuu heinakuuta heinakuun heina lipiec
    lipca lip cervenec cervence cvc jula julius iulie iul temmuz tem июль июля июл
    липень липня лип
    """,
    """
    august aug augustus augusti aout agosto ago elokuu elokuuta elokuun elo sierpien sierpnia sie
    srpen srpna srp augusta augusztus agustos agu август августа авг серпень серпня серп сер
    """,
    """
    september sept sep septembre septiembre setiembre set setembro settembre sett syyskuu
    syyskuuta syyskuun syys wrzesien wrzesnia wrz zari zar septembra szeptember szept septembrie
    eylul eyl сентябрь сентября сен сент вересень вересня вер
    """,
    """
    october oct oktober okt octobre octubre outubro out ottobre ott lokakuu lokakuuta lokakuun loka
    pazdziernik pazdziernika paz rijen rijna rij oktobra octombrie ekim eki октябрь октября окт
    жовтень жовтня жовт жов
    """,
    """
    november nov novembre noviembre novembro marraskuu marraskuuta marraskuun marras listopad
    listopada listopadu lis novembra noiembrie noi kasim kas ноябрь ноября ноя нояб
    листопад листопада лист
    """,
    """
    december dec dezember dez desember des decembre diciembre dic dezembro dicembre joulukuu
    joulukuuta joulukuun joulu grudzien grudnia gru prosinec prosince pro decembra decembrie
    aralik ara декабрь декабря дек грудень грудня груд гру
    """,
)

# Words that join the parts of a date and say nothing: "10 de mayo de 2012", "10 maja 2012 r."
JOINING = frozenset(
    """
    of the de del di da do den der die das la le el il lo en em in im am on a vom le
    r roku rok года год г р року рік
    """.split()  # noqa: SIM905  a block of words, not a column
)
ORDINAL_ENDINGS = "st|nd|rd|th|er|re|eme|e|o|a|ste|de|te|го"

WEEKDAYS = frozenset(
    """
    monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat
    sunday sun montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonnabend
    sonntag so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves
    viernes sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag
    """.split()  # noqa: SIM905  a block of words, not a column
)

# What stands in place of an end: "still going on".
PRESENT = frozenset(
    part.strip()
    for part in """
    present, present date, current, currently, current date, now, today, ongoing, on going,
    to date, till date, till now, until now, until present, to present, to this day, date,
    still employed, heute, bis heute,
    aktuell, laufend, gegenwartig, gegenwart, derzeit, jetzt, bis jetzt, andauernd,
    aujourd'hui, a aujourd'hui, jusqu'a aujourd'hui, actuel, actuelle, actuellement, a ce jour,
    ce jour, maintenant, en cours, en poste,
    actual, actualidad, actualmente, en la actualidad, la actualidad, presente, al presente, hoy,
    hasta hoy, hasta la fecha, a la fecha, hasta la actualidad, en curso,
    atual, atualmente, actualmente, o momento, ate o momento, ate ao momento, hoje, ate hoje,
    ate a data, ate o presente, em andamento, em curso,
    attuale, attualmente, ad oggi, oggi, a oggi, in corso, tuttora,
    heden, tot heden, nu, tot nu, huidig, huidige, lopend,
    nuvarande, pagaende, idag, i dag, nutid, tills vidare, nuvaerende, nutid, dags dato,
    na, naverende, navaerende, nykyinen, nyt, nykyhetki, talla hetkella, jatkuu, toistaiseksi,
    obecnie, teraz, do teraz, do chwili obecnej, nadal, dzisiaj, dzis, w trakcie,
    soucasnost, do soucasnosti, dosud, nyni, dnes, sucasnost, doteraz, trva,
    jelenleg, jelen, maig, folyamatban, prezent, in prezent, pana in prezent, astazi,
    halen, gunumuz, devam, devam ediyor, su an, su anda, bugun,
    настоящее время, по настоящее время, по н в, н в, сейчас, по сей день, теперішній час,
    по теперішній час, дотепер, зараз, до сьогодні,
    至今, 现在, 現在, 目前, 现今, 在职, 在職中, 현재, 재직중
    """.replace("\n", " ").split(",")
)

# What stands in place of a last day: "it does not lapse". That is less than a last day.
NO_EXPIRY = frozenset(
    part.strip()
    for part in """
    never, never expires, does not expire, no expiry, no expiration, no expiration date,
    no expiry date, non expiring, lifetime, for life, life, unlimited, indefinite, permanent,
    unbefristet, unbegrenzt, lebenslang, kein ablauf, a vie, illimite, illimitee, sans expiration,
    permanente, indefinido, sin vencimiento, sin caducidad, no caduca, no vence, vitalicio,
    vitalicia, sem validade, sem vencimento, nao expira, illimitato, senza scadenza, non scade,
    onbeperkt, geen vervaldatum, tills vidare, bezterminowo, bezterminowy, suresiz, бессрочно,
    безстроково, 永久, 无期限, 無期限
    """.replace("\n", " ").split(",")
)
