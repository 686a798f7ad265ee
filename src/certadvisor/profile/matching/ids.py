"""Names that people use to the catalogue's ids: found, shared by several, or unknown."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from certadvisor.base.scalars import MisreadError, did_you_mean, kebab, quoted, text, word
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import Assessment, Course, Declare, Leaf, leaves


class Named(NamedTuple):
    """What a name stands for; one that the catalogue does not know is kept, with the doubt told."""

    id: str
    doubt: MisreadError | None = None


class Names:
    """The catalogue's words, as readers of the values that name them."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def certification(self, value: object) -> Named:
        """A certification that somebody holds: known or not, but never one of several."""
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
        """A course: one that a rule names, or the course of a certification."""
        id = word(value)
        if id.removesuffix("-course") in self._catalog.certifications or id in self._courses:
            return Named(id)
        courses = (*self._courses, *(f"{cert}-course" for cert in self._catalog.certifications))
        return Named(id, _unknown("no course", value, did_you_mean(id, courses, "")))

    def declaration(self, value: object) -> Named:
        """What somebody confirms: a declaration or an assessment that a rule names."""
        id = word(value)
        if id in self._declarations:
            return Named(id)
        remedy = did_you_mean(id, self._declarations, "")
        return Named(id, _unknown("nothing to confirm called", value, remedy))

    def interest(self, value: object) -> Named:
        """A discipline; a near miss is a fault, a word far from all is kept with a doubt."""
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
        """A kind of experience."""
        id = word(value)
        if id not in self._catalog.kinds:
            kinds = tuple(self._catalog.kinds)
            remedy = did_you_mean(id, kinds, f"write some of: {', '.join(kinds)}")
            raise MisreadError(f"{quoted(value)} is no kind of experience", remedy)
        return id

    def skill(self, value: object) -> str:
        """A skill, by its id or its name."""
        written = word(value)
        if written in self._catalog.skills:
            return written
        by_name = {kebab(name): id for id, name in self._catalog.skills.items()}
        if written not in by_name:
            remedy = did_you_mean(written, self._catalog.skills, "write one of the catalogue's")
            raise MisreadError(f"{quoted(value)} is no skill of the catalogue", remedy)
        return by_name[written]

    def role(self, value: object) -> str:
        """A role, by id, title or alias."""
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
