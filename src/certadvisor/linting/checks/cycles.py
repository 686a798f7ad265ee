"""Checks for cycles in lineages and in implied kinds of experience."""

from collections.abc import Iterator, Mapping
from datetime import date

from certadvisor.linting.finding import Noted
from certadvisor.linting.sources import Shelf


def check(shelf: Shelf, _: date) -> Iterator[Noted]:
    """Yield each cycle once, at its first record in file order, and incomplete implied kinds."""
    certifications = shelf.certifications.certifications
    for name, word in (("replaces", "replaces"), ("absorbs", "absorbs")):
        graph = {cert.id: tuple(getattr(cert.lineage, name)) for cert in certifications}
        for ring in rings(graph):
            problem = f"{_told(ring, word)}: a ring"
            yield Noted(
                "cyclic-lineage", "certifications", ring[0], ("lineage", name),
                problem, "remove one of these",
            )  # fmt: skip
    kinds = {kind.id: tuple(kind.implies) for kind in shelf.roles.kinds}
    for ring in rings(kinds):
        problem = f"{_told(ring, 'implies')}: a ring"
        yield Noted("cyclic-kinds", "kinds", ring[0], ("implies",), problem, "remove one of these")
    for kind in shelf.roles.kinds:
        deeper = {far for near in kind.implies for far in kinds.get(near, ())}
        missing = sorted(deeper - {kind.id, *kind.implies})
        if missing:
            problem = f"does not say that it implies {', '.join(missing)}"
            remedy = "list every implied kind; nothing is inferred from the list"
            yield Noted("incomplete-kinds", "kinds", kind.id, ("implies",), problem, remedy)


def _told(ring: tuple[str, ...], verb: str) -> str:
    return ", which ".join(
        f"{one} {verb} {following}" if at == 0 else f"{verb} {following}"
        for at, (one, following) in enumerate(zip(ring, (*ring[1:], ring[0]), strict=True))
    )


def rings(graph: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The cycles of a graph: for each node in none so far, the shortest cycle through it.

    >>> rings({"a": ("b",), "b": ("a", "c"), "c": ()})
    [('a', 'b')]
    """
    found: list[tuple[str, ...]] = []
    told: set[str] = set()
    for start in graph:
        if start in told:
            continue
        ring = _back_to(start, graph)
        if ring:
            found.append(ring)
            told.update(ring)
    return found


def _back_to(start: str, graph: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:  # grows while iterating: a breadth-first search
        for following in graph.get(way[-1], ()):
            if following == start:
                return way
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return ()
