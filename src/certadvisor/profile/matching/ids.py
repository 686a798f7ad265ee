"""Resolving the names in a profile to catalogue ids."""

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from certadvisor.base.kebab import kebab
from certadvisor.base.scalars import ValueParseError, ValueParser, quote, text, word
from certadvisor.base.suggest import did_you_mean, misspelled, suggestion
from certadvisor.catalog.records import Catalog

if TYPE_CHECKING:  # slow to import, and only needed for a name that is not the catalogue's own
    from certadvisor.profile.matching.written_credentials import WrittenCredential


class ResolvedId(NamedTuple):
    """The id of a name; one that the catalogue does not know keeps its id form, with a warning."""

    id: str
    warning: ValueParseError | None = None


_MAX_SUGGESTIONS = 3


@lru_cache(8)  # catalogues: a table names a thousand unknown certifications, each looked for here
def _words_of_names(catalog: Catalog) -> tuple[tuple[str, tuple[frozenset[str], ...]], ...]:
    """The words of each name of each certification, by its id."""
    return tuple(
        (id, tuple(frozenset(kebab(name).split("-")) for name in (one.name, *one.aliases)))
        for id, one in catalog.certifications.items()
    )


class IdResolver:
    """Parsers of names; each method raises ValueParseError for a name that cannot be used."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def certification(self, value: object) -> ResolvedId:
        """Resolve a certification that a person holds; an ambiguous name is a fault.

        Its own id is never ambiguous. What no name fits is read as imports and tables read it.
        """
        if value in self._catalog.certifications:
            return ResolvedId(str(value))
        match = self._catalog.find_certification(text(value))
        if not match.ids:
            written = self.read_written(text(value))
            match = match._replace(ids=written.match.ids or match.ids)
        if len(match.ids) > 1:
            problem = f"{quote(value)} is a name that several issuers use"
            raise ValueParseError(problem, f"write one of: {', '.join(match.ids)}")
        id = match.id or word(value)
        if match.id or id in self._catalog.known_names:
            return ResolvedId(id)
        from certadvisor.profile.matching.written_credentials import is_elsewhere

        near = self._containing(text(value)) or match.suggestions[:1]
        remedy = "" if is_elsewhere(text(value), self._catalog) else suggestion(near)
        return ResolvedId(id, _unknown("no certification", value, remedy))

    def _containing(self, value: str) -> tuple[str, ...]:
        """The certifications that are asked for most of those with all these words in a name."""
        words = frozenset(kebab(value).split("-"))
        found = [
            id for id, names in _words_of_names(self._catalog) if any(map(words.issubset, names))
        ]
        return tuple(sorted(found, key=self._rank))[:_MAX_SUGGESTIONS]

    def _rank(self, id: str) -> tuple[float, str]:
        return -max((one.value for one in self._catalog.demand_for(id)), default=0.0), id

    def is_own_name(self, value: str) -> bool:
        """Return whether this is a name of a certification as it stands, with nothing beside it."""
        return bool(self._catalog.find_exact_certifications(value).ids)

    def read_written(self, value: str) -> "WrittenCredential":
        """Read a certification as people write it, with the dates beside its name."""
        from certadvisor.profile.matching.written_credentials import read_credential

        return read_credential(value, self._catalog)

    def topic(self, value: object) -> ResolvedId:
        """Resolve a topic of training: one that a rule asks for, or another field of work."""
        id = word(value)
        fields = (cert.disciplines for cert in self._catalog.certifications.values())
        if id in self.topics or id in self._catalog.kinds or any(id in one for one in fields):
            return ResolvedId(id)
        remedy = misspelled(id, self.topics) or f"write one of: {', '.join(sorted(self.topics))}"
        return ResolvedId(id, _unknown("no rule that requires training in", value, remedy))

    def membership(self, value: object) -> ResolvedId:
        """Resolve a membership: the id or the name of an organisation."""
        id = word(value)
        by_name = {kebab(name): issuer for issuer, name in self._catalog.issuers.items()}
        memberships = self._catalog.ids_asked_for("membership")
        if id in memberships or id in self._catalog.issuers:
            return ResolvedId(id)
        if id in by_name:
            return ResolvedId(by_name[id])
        remedy = misspelled(id, (*memberships, *self._catalog.issuers))
        return ResolvedId(id, _unknown("no organisation", value, remedy))

    def course(self, value: object) -> ResolvedId:
        """Resolve a course: one that a rule names, or `<certification>-course`."""
        id = word(value)
        courses = self._catalog.ids_asked_for("course")
        if id.removesuffix("-course") in self._catalog.certifications or id in courses:
            return ResolvedId(id)
        courses = (*courses, *(f"{cert}-course" for cert in self._catalog.certifications))
        return ResolvedId(id, _unknown("no course", value, did_you_mean(id, courses, "")))

    def declaration(self, value: object) -> ResolvedId:
        """Resolve a declaration or an assessment that a rule or a career step names."""
        declarations = self._catalog.ids_asked_for("declare", "assessment")
        return self.one_of(declarations, "nothing to confirm called")(value)

    @staticmethod
    def one_of(ids: tuple[str, ...], what: str) -> ValueParser[ResolvedId]:
        """Return a parser of these ids; `what` begins the warning about another word."""

        def resolve(value: object) -> ResolvedId:
            id = kebab(text(value))
            if id in ids:
                return ResolvedId(id)
            return ResolvedId(id, _unknown(what, value, did_you_mean(id, ids, "")))

        return resolve

    def interest(self, value: object) -> ResolvedId:
        """Resolve a discipline; a near miss is a fault, any other unknown word gets a warning."""
        id = word(value)
        fields = {
            field for cert in self._catalog.certifications.values() for field in cert.disciplines
        }
        if id in fields:
            return ResolvedId(id)
        suggestion = did_you_mean(id, sorted(fields), "", likeness=0.75)
        if suggestion:
            raise ValueParseError(
                f"{quote(value)} is not a discipline in the catalogue", suggestion
            )
        return ResolvedId(id, _unknown("no discipline", value, ""))

    def kind(self, value: object) -> str:
        """Resolve a kind of experience; an unknown one is a fault."""
        id = word(value)
        by_name = {kebab(kind.name): kind.id for kind in self._catalog.kinds.values()}
        id = by_name.get(id, id)
        if id not in self._catalog.kinds:
            kinds = tuple(self._catalog.kinds)
            remedy = misspelled(id, kinds) or f"write some of: {', '.join(kinds)}"
            raise ValueParseError(f"{quote(value)} is not a kind of experience", remedy)
        return id

    def skill(self, value: object) -> str:
        """Resolve a skill by its id or its name; an unknown one is a fault."""
        id = word(value)
        if id in self._catalog.skills:
            return id
        by_name = {kebab(name): skill_id for skill_id, name in self._catalog.skills.items()}
        if id not in by_name:
            remedy = did_you_mean(id, self._catalog.skills, "write one of the catalogue's")
            raise ValueParseError(f"{quote(value)} is not a skill in the catalogue", remedy)
        return by_name[id]

    def role(self, value: object) -> str:
        """Resolve a role by id, title or alias; an unknown one is a fault."""
        match = self._catalog.find_role(text(value))
        if match.id is None:
            suggestions = match.suggestions
            remedy = (
                f"did you mean `{suggestions[0]}`?"
                if suggestions
                else "`certadvisor roles` lists them"
            )
            raise ValueParseError(f"{quote(value)} is not a role in the catalogue", remedy)
        return match.id

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of training that rules ask for."""
        return self._catalog.ids_asked_for("training")


def _unknown(what: str, value: object, remedy: str) -> ValueParseError:
    problem = f"the catalogue has {what} {quote(value)}, so it is ignored"
    return ValueParseError(problem, remedy)
