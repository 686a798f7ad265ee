"""Resolving the names in a profile to catalogue ids."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from certadvisor.base.scalars import MisreadError, did_you_mean, kebab, quoted, text, word
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Assessment, Course, Declare, Leaf, leaves


class Named(NamedTuple):
    """The id of a name; one that the catalogue does not know keeps its id form, with a warning."""

    id: str
    doubt: MisreadError | None = None


class Names:
    """Parsers of names; each method raises ValueParseError for a name that cannot be used."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def certification(self, value: object) -> Named:
        """Resolve a certification that a person holds; an ambiguous name is a fault."""
        found = self._catalog.find_certification(text(value))
        if len(found.ids) > 1:
            problem = f"{quoted(value)} is a name that several issuers use"
            raise MisreadError(problem, f"write one of: {', '.join(found.ids)}")
        id = found.id or word(value)
        if found.id or id in self._catalog.known_names:
            return Named(id)
        remedy = f"did you mean `{found.suggestions[0]}`?" if found.suggestions else ""
        return Named(id, _unknown("no certification", value, remedy))

    def course(self, value: object) -> Named:
        """Resolve a course: one that a rule names, or `<certification>-course`."""
        id = word(value)
        if id.removesuffix("-course") in self._catalog.certifications or id in self._courses:
            return Named(id)
        courses = (*self._courses, *(f"{cert}-course" for cert in self._catalog.certifications))
        return Named(id, _unknown("no course", value, did_you_mean(id, courses, "")))

    def declaration(self, value: object) -> Named:
        """Resolve a declaration or an assessment that a rule or a career step names."""
        id = word(value)
        if id in self._declarations:
            return Named(id)
        remedy = did_you_mean(id, self._declarations, "")
        return Named(id, _unknown("nothing to confirm called", value, remedy))

    def interest(self, value: object) -> Named:
        """Resolve a discipline; a near miss is a fault, any other unknown word gets a warning."""
        id = word(value)
        fields = {
            field for cert in self._catalog.certifications.values() for field in cert.disciplines
        }
        if id in fields:
            return Named(id)
        meant = did_you_mean(id, sorted(fields), "", likeness=0.75)
        if meant:
            raise MisreadError(f"{quoted(value)} is no discipline of the catalogue", meant)
        return Named(id, _unknown("no discipline", value, ""))

    def kind(self, value: object) -> str:
        """Resolve a kind of experience; an unknown one is a fault."""
        id = word(value)
        if id not in self._catalog.kinds:
            kinds = tuple(self._catalog.kinds)
            remedy = did_you_mean(id, kinds, f"write some of: {', '.join(kinds)}")
            raise MisreadError(f"{quoted(value)} is no kind of experience", remedy)
        return id

    def skill(self, value: object) -> str:
        """Resolve a skill by its id or its name; an unknown one is a fault."""
        written = word(value)
        if written in self._catalog.skills:
            return written
        by_name = {kebab(name): id for id, name in self._catalog.skills.items()}
        if written not in by_name:
            remedy = did_you_mean(written, self._catalog.skills, "write one of the catalogue's")
            raise MisreadError(f"{quoted(value)} is no skill of the catalogue", remedy)
        return by_name[written]

    def role(self, value: object) -> str:
        """Resolve a role by id, title or alias; an unknown one is a fault."""
        found = self._catalog.find_role(text(value))
        if found.id is None:
            near = found.suggestions
            remedy = f"did you mean `{near[0]}`?" if near else "`certadvisor roles` lists them"
            raise MisreadError(f"{quoted(value)} is no role of the catalogue", remedy)
        return found.id

    @cached_property
    def _courses(self) -> tuple[str, ...]:
        return _once(leaf.course for leaf in self._leaves if isinstance(leaf, Course))

    @cached_property
    def _declarations(self) -> tuple[str, ...]:
        return _once(
            leaf.declare if isinstance(leaf, Declare) else leaf.assessment
            for leaf in self._leaves
            if isinstance(leaf, Declare | Assessment)
        )

    @cached_property
    def _leaves(self) -> tuple[Leaf, ...]:
        rules = (rule for cert in self._catalog.certifications.values() for rule in cert.rules)
        ruled = (leaf for rule in rules for leaf in (*leaves(rule.sit), *leaves(rule.award)))
        asked = (step.asks for step in self._catalog.steps if step.asks)
        return (*ruled, *(leaf for asks in asked for leaf in leaves(asks)))


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _unknown(what: str, value: object, remedy: str) -> MisreadError:
    problem = f"the catalogue has {what} {quoted(value)}, so it counts for nothing"
    return MisreadError(problem, remedy)
