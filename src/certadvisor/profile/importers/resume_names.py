"""The names that résumé tools give to the sections of a résumé and to the fields of its entries.

JSON Resume's own name comes first. Case, spaces, hyphens and underscores never matter.
"""

from collections.abc import Mapping
from typing import Any

from certadvisor.base.kebab import kebab

_Names = tuple[str, ...]

SECTIONS: Mapping[str, _Names] = {
    "work": (
        "work", "experience", "experiences", "work experience", "work experiences", "employment",
        "employments", "employment history", "work history", "job history", "career history",
        "career", "jobs", "positions", "professional experience", "professional experiences",
        "job experience", "experience details", "berufserfahrung", "experiencia",
        "experiencia laboral", "esperienza",
        "esperienze", "erfaring", "werkervaring", "experience professionnelle",
        "experiences professionnelles", "parcours", "experiencias", "experiencia profesional",
        "experiencia profissional", "esperienza lavorativa", "erfahrung", "werdegang",
        "beruflicher werdegang", "doswiadczenie",
    ),
    "volunteer": ("volunteer", "volunteering", "volunteer work", "volunteer experience"),
    "projects": ("projects", "project"),
    "education": (
        "education", "educations", "educational background", "education history", "studies",
        "academic", "academics", "academic background", "academic history", "schools", "schooling",
        "degrees", "degree", "education details", "diplomes", "estudios", "studium", "ausbildung",
        "bildung", "formation", "formations", "educacion",
        "formacion", "formacao", "educacao", "istruzione", "formazione", "opleiding",
        "opleidingen", "utbildning", "utdannelse", "wyksztalcenie",
    ),
    "certificates": (
        "certificates", "certifications", "certification", "certificate", "certs", "licenses",
        "licences", "license", "licence", "licenses and certifications", "licenses certifications",
        "licences and certifications", "certifications and licenses", "certificates and licenses",
        "credentials", "professional certifications", "professional credentials", "badges",
        "accreditations", "professional qualifications", "zertifikate", "zertifizierungen",
        "certificaciones", "certificacoes", "certificados", "certificazioni", "certificaten",
        "certifieringar", "certyfikaty",
    ),
    "awards": ("awards", "award", "honors", "honours", "honors and awards"),
    "skills": ("skills", "skill", "key skills", "core skills", "competencies", "competences"),
}  # fmt: skip

# Words in the name of a section that is not read, by the list that it may belong to.
_HINTS: Mapping[str, frozenset[str]] = {
    "certifications": frozenset(
        ("certification", "certifications", "certificates", "certs", "licenses", "credentials")
    ),
    "education": frozenset(("education", "degree", "degrees", "studies", "academic")),
    "work": frozenset(
        ("experience", "experiences", "employment", "work", "job", "jobs", "positions", "roles",
         "career", "consulting", "freelance", "internships", "erfahrung", "experiencia",
         "experiencias", "esperienza")
    ),
}  # fmt: skip

_START: _Names = (
    "startDate", "start", "from", "started", "starts", "begin", "beginDate", "dateFrom",
    "date start", "start on", "debut", "date de debut", "inicio", "fecha inicio",
    "fecha de inicio", "data inicio", "data de inicio", "inizio", "data inizio", "beginn",
    "startdatum", "von", "rozpoczecie", "started on", "starts at", "started at", "joined",
    "start year",
    "from date", "since",
)  # fmt: skip
_END: _Names = (
    "endDate", "end", "to", "ended", "ends", "until", "till", "finish", "finishDate", "finished",
    "dateTo", "date end", "fin", "date de fin", "fecha fin", "fecha de fin", "fim", "data fim",
    "data de fim", "fine", "data fine", "ende", "enddatum", "bis", "zakonczenie", "finished on",
    "ended on", "ends at", "ended at", "left", "end year",
    "to date",
)  # fmt: skip
SPAN: _Names = (
    "dates", "period", "date range", "duration", "years", "time period", "time", "date", "year",
    "when", "range",
    "employment period", "employment dates", "date label", "timeframe", "time frame", "tenure",
    "periode", "periodo", "zeitraum", "okres", "annees", "anos",
)  # fmt: skip
ONGOING: _Names = (
    "current", "is current", "present", "ongoing", "currently working", "currently work here",
    "currently employed", "still working", "is present", "currently works here",
)  # fmt: skip

_CONTRACT: _Names = (
    "employment type", "contract", "contract type", "type of contract", "job type", "work type",
    "type of employment", "engagement", "type", "contrat", "type de contrat", "tipo de contrato",
    "contrato", "tipo di contratto", "contratto", "vertragsart", "anstellungsart",
    "beschaftigungsart", "dienstverband",
)  # fmt: skip

FIELDS: Mapping[str, Mapping[str, _Names]] = {
    "work": {
        "title": (
            "position", "title", "role", "job title", "position title", "jobRole", "designation",
            "occupation", "job position", "function", "job", "headline", "poste", "intitule",
            "intitule du poste", "fonction", "puesto", "cargo", "funcion", "funcao", "ruolo",
            "mansione", "posizione", "stelle", "berufsbezeichnung", "tatigkeit", "funktion",
            "rolle", "functie", "rol", "tittel", "titel", "stilling", "befattning", "stanowisko",
        ),
        "contract": _CONTRACT,
        "start": _START,
        "end": _END,
        "span": SPAN,
        "ongoing": ONGOING,
    },
    "volunteer": {
        "title": ("position", "title", "role"),
        "contract": _CONTRACT,
        "start": _START,
        "end": _END,
        "span": SPAN,
        "ongoing": ONGOING,
    },
    "projects": {
        "title": ("roles", "role"),
        "contract": _CONTRACT,
        "start": _START,
        "end": _END,
        "span": SPAN,
        "ongoing": ONGOING,
    },
    "education": {
        "degree": (
            "studyType", "degree", "degree name", "degree type", "qualification", "study type",
            "education level", "level", "diploma", "credential", "title", "type", "award", "kind",
            "diplome", "intitule", "titulo", "grado", "titolo", "abschluss", "grad", "opleiding",
        ),
        "subject": (
            "area", "field", "field of study", "fields of study", "major", "majors", "subject",
            "discipline", "specialization", "specialisation", "concentration", "course",
            "course of study", "specialite", "especialidad", "studiengang", "fachrichtung",
            "program", "programme", "study area", "area of study",
        ),
        "school": (
            "institution", "school", "university", "college", "school name", "institution name",
            "institute", "organization", "organisation", "name",
        ),
        "start": _START,
        "end": (
            *_END, "graduation", "graduation date", "graduated", "graduation year", "year",
            "completed", "completion date", "completion year", "date awarded", "awarded",
            "award date", "date completed", "passed", "year of graduation", "year of passing",
            "passing year", "conferred", "date conferred", "expected graduation",
            "expected graduation date", "expected", "year of completion", "conclusion", "conclusao",
            "annee", "ano", "anno", "jahr",
        ),
        "span": SPAN,
        "status": ("status", "state", "note", "notes", "remark", "remarks", "grade status"),
        "ongoing": ONGOING,
    },
    "certificates": {
        "name": (
            "name", "title", "certification", "certificate", "certification name",
            "certificate name", "cert", "cert name", "nom", "nombre", "nome", "titre", "titulo",
            "credential", "credential name", "qualification", "license",
            "licence", "license name", "badge", "badge name", "designation",
        ),
        "issuer": (
            "issuer", "authority", "issuing organization", "issuing organisation", "issued by",
            "issuing authority", "issuing body", "organization", "organisation", "provider",
            "institution", "body", "awarder", "awarding body", "awarded by", "vendor", "company",
            "certifying body", "certification body", "certifying organization", "publisher",
            "issuer name", "school", "from", "org", "entity", "academy", "institute", "university",
            "platform", "by", "source", "subtitle", "sub title", "subheading",
        ),
        "earned": (
            "date", "startDate", "issue date", "issued", "issued on", "issued date", "issued at",
            "date issued", "date of issue", "awarded", "awarded on", "award date", "date awarded",
            "earned", "earned on", "date earned", "obtained", "obtained on", "date obtained",
            "achieved", "achieved on", "acquired", "received", "date received", "completed",
            "completed on", "completion date", "date completed", "passed", "passed on", "granted",
            "certified on", "certification date", "certified since", "valid from", "start",
            "started on", "since", "conclusion", "conclusao", "annee", "ano", "anno", "jahr",
            "datum",
            "fecha", "data", "year", "year obtained", "year earned", "issue year",
            "issued year", "month", "starts at", "release date",
        ),
        "expires": (
            "expires", "endDate", "expirationDate", "expiration", "expiry", "expiry date",
            "expires on", "expires at", "expire date", "expiration year", "date expires",
            "date of expiry", "valid until", "valid to", "valid till", "valid through",
            "valid thru", "validity", "valid", "end", "until", "to", "renewal date", "renew by",
            "renewal due", "expiring", "expired", "expired on", "lapses", "finished on",
            "ends at", "end year", "good through", "date valid until",
        ),
        "status": ("status", "state"),
    },
    "awards": {"name": ("title", "name"), "issuer": ("awarder", "issuer"), "earned": ("date",)},
    "skills": {"name": ("name", "skill", "title"), "keywords": ("keywords",)},
}  # fmt: skip
_FILE_PARTS = ("year", "month", "day")


def section_of(key: str) -> str | None:
    """The section that a top-level key of a résumé names; None where it names none."""
    return _SECTIONS_BY_KEY.get(_fold(key))


def hinted_list(key: str) -> str | None:
    """The list of a profile whose entries a section of another name may hold; None where none."""
    words = set(kebab(key).split("-"))
    return next((id for id, hints in _HINTS.items() if not words.isdisjoint(hints)), None)


def field_of(section: str, key: str) -> str | None:
    """The field that a key of an entry fills; None where it fills none."""
    return _FIELDS_BY_KEY[section].get(_fold(key))


def rank_of(section: str, field: str, key: str) -> int:
    """The place of a key among the names of a field: the first of those with a value counts."""
    return _RANKS[section, field, _fold(key)]


def date_text(value: Any) -> Any:
    """A date given in parts (`{year: 2012, month: 5}`) as text; anything else unchanged."""
    if not isinstance(value, dict):
        return value
    parts = {_fold(str(key)): part for key, part in value.items() if part not in (None, "", 0)}
    if "year" not in parts or not parts.keys() <= set(_FILE_PARTS):
        return value
    month, day = parts.get("month"), parts.get("day")
    if isinstance(month, int) or (isinstance(month, str) and month.isdigit()):
        return "-".join(str(part).zfill(2) for part in (parts["year"], month, day) if part)
    return " ".join(str(part) for part in (day, month, parts["year"]) if part)


def _fold(key: str) -> str:
    return kebab(key).replace("-", "")


_SECTIONS_BY_KEY = {_fold(name): id for id, names in SECTIONS.items() for name in names}
_FIELDS_BY_KEY: dict[str, dict[str, str]] = {}
_RANKS: dict[tuple[str, str, str], int] = {}
for _section, _fields in FIELDS.items():
    _by_key = _FIELDS_BY_KEY.setdefault(_section, {})
    for _field, _names in _fields.items():
        for _rank, _name in enumerate(_names):
            _by_key.setdefault(_fold(_name), _field)
            _RANKS.setdefault((_section, _field, _fold(_name)), _rank)
