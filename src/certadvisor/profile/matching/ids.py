"""Resolving the names in a profile to catalogue ids."""

from typing import NamedTuple

from certadvisor.base.kebab import kebab
from certadvisor.base.scalars import ValueParseError, ValueParser, quote, text, word
from certadvisor.base.suggest import did_you_mean
from certadvisor.catalog.records import Catalog


class ResolvedId(NamedTuple):
    """The id of a name; one that the catalogue does not know keeps its id form, with a warning."""

    id: str
    warning: ValueParseError | None = None


class IdResolver:
    """Parsers of names; each method raises ValueParseError for a name that cannot be used."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def certification(self, value: object) -> ResolvedId:
        """Resolve a certification that a person holds; an ambiguous name is a fault."""
        match = self._catalog.find_certification(text(value))
        if len(match.ids) > 1:
            problem = f"{quote(value)} is a name that several issuers use"
            raise ValueParseError(problem, f"write one of: {', '.join(match.ids)}")
        id = match.id or word(value)
        if match.id or id in self._catalog.known_names:
            return ResolvedId(id)
        remedy = f"did you mean `{match.suggestions[0]}`?" if match.suggestions else ""
        return ResolvedId(id, _unknown("no certification", value, remedy))

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
            raise ValueParseError(f"{quote(value)} is no discipline of the catalogue", suggestion)
        return ResolvedId(id, _unknown("no discipline", value, ""))

    def kind(self, value: object) -> str:
        """Resolve a kind of experience; an unknown one is a fault."""
        id = word(value)
        if id not in self._catalog.kinds:
            kinds = tuple(self._catalog.kinds)
            remedy = did_you_mean(id, kinds, f"write some of: {', '.join(kinds)}")
            raise ValueParseError(f"{quote(value)} is no kind of experience", remedy)
        return id

    def skill(self, value: object) -> str:
        """Resolve a skill by its id or its name; an unknown one is a fault."""
        id = word(value)
        if id in self._catalog.skills:
            return id
        by_name = {kebab(name): skill_id for skill_id, name in self._catalog.skills.items()}
        if id not in by_name:
            remedy = did_you_mean(id, self._catalog.skills, "write one of the catalogue's")
            raise ValueParseError(f"{quote(value)} is no skill of the catalogue", remedy)
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
            raise ValueParseError(f"{quote(value)} is no role of the catalogue", remedy)
        return match.id


def _unknown(what: str, value: object, remedy: str) -> ValueParseError:
    problem = f"the catalogue has {what} {quote(value)}, so it counts for nothing"
    return ValueParseError(problem, remedy)
