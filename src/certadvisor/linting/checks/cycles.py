"""Checks for cycles in lineages and in implied kinds of experience."""

from collections.abc import Iterator, Mapping
from datetime import date

from certadvisor.linting.finding import RawFinding
from certadvisor.linting.sources import CatalogSources


def check(sources: CatalogSources, _: date) -> Iterator[RawFinding]:
    """Yield each cycle once, at its first record in file order, and incomplete implied kinds."""
    certifications = sources.certifications.certifications
    for name, verb in (("replaces", "replaces"), ("absorbs", "absorbs")):
        graph = {cert.id: tuple(getattr(cert.lineage, name)) for cert in certifications}
        for cycle in find_cycles(graph):
            problem = f"{_describe_cycle(cycle, verb)}: a ring"
            yield RawFinding(
                "cyclic-lineage", "certifications", cycle[0], ("lineage", name),
                problem, "remove one of these",
            )  # fmt: skip
    kinds = {kind.id: tuple(kind.implies) for kind in sources.roles.kinds}
    for cycle in find_cycles(kinds):
        problem = f"{_describe_cycle(cycle, 'implies')}: a ring"
        yield RawFinding(
            "cyclic-kinds", "kinds", cycle[0], ("implies",), problem, "remove one of these"
        )
    for kind in sources.roles.kinds:
        implied_by_implied = {far for near in kind.implies for far in kinds.get(near, ())}
        missing = sorted(implied_by_implied - {kind.id, *kind.implies})
        if missing:
            problem = f"does not say that it implies {', '.join(missing)}"
            remedy = "list every implied kind; nothing is inferred from the list"
            yield RawFinding("incomplete-kinds", "kinds", kind.id, ("implies",), problem, remedy)


def _describe_cycle(cycle: tuple[str, ...], verb: str) -> str:
    return ", which ".join(
        f"{id} {verb} {next_id}" if index == 0 else f"{verb} {next_id}"
        for index, (id, next_id) in enumerate(zip(cycle, (*cycle[1:], cycle[0]), strict=True))
    )


def find_cycles(graph: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The cycles of a graph: for each node in none so far, the shortest cycle through it.

    >>> find_cycles({"a": ("b",), "b": ("a", "c"), "c": ()})
    [('a', 'b')]
    """
    cycles: list[tuple[str, ...]] = []
    reported: set[str] = set()
    for start in graph:
        if start in reported:
            continue
        cycle = _shortest_cycle(start, graph)
        if cycle:
            cycles.append(cycle)
            reported.update(cycle)
    return cycles


def _shortest_cycle(start: str, graph: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    paths: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for path in paths:  # grows while iterating: a breadth-first search
        for neighbour in graph.get(path[-1], ()):
            if neighbour == start:
                return path
            if neighbour not in seen:
                seen.add(neighbour)
                paths.append((*path, neighbour))
    return ()
