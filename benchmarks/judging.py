"""Decisions a second: our judge against three rule engines, on the same rules and people.

    pip install -c constraints.txt '.[benchmark]'
    python benchmarks/judging.py [people]

A decision is one certification's rule for one person. The other engines get
numbers that are already counted (months of a kind in a window, hours of a topic,
credentials) and answer yes or no. Ours answers from the same numbers, then from
dated evidence that it counts itself, and with the whole tree and the shortfalls.
All profiles are complete, so that no outcome is unknown and all engines must
give the same number of yes. The promises: outcomes at least 5 times as fast as
the fastest of the three, trees with shortfalls faster than each of them.
"""

import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from random import Random

import clingo
import rule_engine
from json_logic import jsonLogic

from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog
from certadvisor.catalog.requirement import (
    AllOf,
    AnyOf,
    Course,
    Degree,
    Experience,
    Leaf,
    Requirement,
    Training,
)
from certadvisor.catalog.requirement import leaves as leaves_of
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Credential, Education, Profile, TrainingRecord, WorkPeriod
from certadvisor.rules.judge import judge_leaf
from certadvisor.rules.leaves.contract import Counter
from certadvisor.rules.leaves.registry import kind_of
from certadvisor.rules.outcome import Outcome
from certadvisor.rules.rule_index import EvidenceCounts, RuleIndex
from certadvisor.rules.verdict_cache import VerdictCache

DAY = date(2026, 11, 22)
PEOPLE = 2000
PROMISE = 5  # times the fastest of the others
NumericProfile = dict[str, float]
YesDecisions = list[int]  # counts of the decisions that are yes; the sum is compared


def main() -> None:
    """Print the table; fail where engines disagree or a promise is broken."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    catalog = load_catalog()
    compiled = RuleIndex(catalog.certifications.values(), DAY)
    rules = [
        rule.sit
        for one in catalog.certifications.values()
        if (rule := one.rule_on(DAY)) is not None
    ]
    profiles = [_profile(Random(seed), catalog) for seed in range(count)]  # noqa: S311  not a secret
    evidence = [Evidence(profile, catalog, DAY) for profile in profiles]
    names = _names(rules)
    numbers = [_numbers(names, one) for one in evidence]
    counts = [compiled.count(one) for one in evidence]
    ours = {
        "outcomes, from numbers already counted": lambda: _bulk(compiled, counts),
        "outcomes, counting included": lambda: _bulk(
            compiled, [compiled.count(Evidence(one, catalog, DAY)) for one in profiles]
        ),
        "tree and shortfalls, from numbers already counted": lambda: _trees(
            compiled, zip(counts, evidence, strict=True)
        ),
        "tree and shortfalls, counting included": lambda: _trees(
            compiled,
            (
                (compiled.count(person_evidence), person_evidence)
                for person_evidence in (Evidence(one, catalog, DAY) for one in profiles)
            ),
        ),
    }
    others = {
        "json-logic-qubit": _json_logic(rules, names, numbers),
        "rule-engine": _rule_engine(rules, names, numbers),
        "clingo": _clingo(rules, names, numbers),
    }
    decisions = len(rules) * count
    print(f"{len(rules)} rules, {count} people, {decisions} decisions")
    speeds, answers = {}, {}
    for name, run in (others | ours).items():
        start = time.perf_counter()
        answers[name] = sum(run())
        speeds[name] = decisions / (time.perf_counter() - start)
        print(f"{name:50} {speeds[name]:12,.0f} decisions a second, {answers[name]} yes")
    best = max(speeds[name] for name in others)
    outcomes, _, trees, _ = (speeds[name] / best for name in ours)
    print(f"of the fastest of the others: outcomes {outcomes:.1f} times, trees {trees:.1f} times")
    raise SystemExit(len(set(answers.values())) > 1 or outcomes < PROMISE or trees <= 1)


def _bulk(compiled: RuleIndex, counts: list[EvidenceCounts]) -> YesDecisions:
    return [
        sum(outcome is Outcome.MET for outcome in compiled.outcomes(one).values()) for one in counts
    ]


def _trees(rules: RuleIndex, people: Iterable[tuple[EvidenceCounts, Evidence]]) -> YesDecisions:
    cache = VerdictCache(rules)
    return [
        sum(one is not None and one.verdict.outcome is Outcome.MET for one in verdicts.values())
        for counts, evidence in people
        for verdicts in (cache.judge(counts, evidence),)
    ]


def _profile(random: Random, catalog: Catalog) -> Profile:
    """A complete profile with about ten entries."""
    kinds = sorted(catalog.kinds)
    courses = sorted({leaf[0] for leaf in _all_leaves(catalog) if isinstance(leaf, Course)})
    work = []
    for _ in range(4):
        start = date(random.randint(2010, 2025), random.randint(1, 12), 1)
        end = start.replace(year=start.year + random.randint(0, 6))
        work_kinds = catalog.kinds_of(random.sample(kinds, 2))
        hours, projects = random.randint(0, 9000), random.randint(0, 5)
        work.append(WorkPeriod(work_kinds, start=start, end=end, hours=hours, projects=projects,
                               complexity="complex", responsibility="leading"))  # fmt: skip
    credential_ids = random.sample(sorted(catalog.certifications), 3)
    return Profile(
        country="US",
        education=(Education(random.choice(["secondary", "bachelor", "master"])),),
        work=tuple(work),
        training=(TrainingRecord("project-management", random.choice([0, 23, 35])),),
        courses=tuple(random.sample(courses, 2)),
        certifications=tuple(Credential(id, expires=date(2030, 1, 1)) for id in credential_ids),
        memberships=(),
        breaks=(),
    )


def _all_leaves(catalog: Catalog) -> list[Leaf]:
    rules = (one.rule_on(DAY) for one in catalog.certifications.values())
    return [leaf for rule in rules if rule for leaf in leaves_of(rule.sit)]


def _numbers(names: dict[tuple[type, Leaf], str], evidence: Evidence) -> NumericProfile:
    """The input of the other engines: months, hours and levels as numbers, the rest as 1 or 0."""
    return {
        name: kind_of(leaf).count(leaf, evidence, DAY)[0]
        if name[0] == "n"
        else int(judge_leaf(leaf, evidence, DAY).outcome is Outcome.MET)
        for (_, leaf), name in names.items()
    }


def _is_number(leaf: Leaf) -> bool:
    """Whether a leaf compares one number; where sources disagree on it, it compares two."""
    counts = isinstance(leaf, Training | Degree | Experience)
    return counts and kind_of(leaf).counter(leaf) is not None


def _key(leaf: Leaf) -> tuple[type, Leaf]:
    return type(leaf), _counter(leaf).counted if _is_number(leaf) else leaf


def _counter(leaf: Leaf) -> Counter:
    counter = kind_of(leaf).counter(leaf)
    assert counter is not None  # noqa: S101  numbers are counted
    return counter


def _names(rules: list[Requirement]) -> dict[tuple[type, Leaf], str]:
    names: dict[tuple[type, Leaf], str] = {}
    for rule in rules:
        for leaf in leaves_of(rule):
            names.setdefault(_key(leaf), f"{'n' if _is_number(leaf) else 'b'}{len(names)}")
    return names


def _threshold(leaf: Leaf, names: dict[tuple[type, Leaf], str]) -> tuple[str, int]:
    return names[_key(leaf)], int(_counter(leaf).need) if _is_number(leaf) else 1


def _json_logic(
    rules: list[Requirement], names: dict[tuple[type, Leaf], str], people: list[NumericProfile]
) -> Callable[[], YesDecisions]:
    def translate(rule: Requirement) -> object:
        if isinstance(rule, AllOf | AnyOf):
            word = "and" if isinstance(rule, AllOf) else "or"
            return {word: [translate(child) for child in rule.children]} if rule.children else True
        name, need = _threshold(rule, names)
        return {">=": [{"var": name}, need]}

    logic = [translate(rule) for rule in rules]
    return lambda: [bool(jsonLogic(rule, person)) for person in people for rule in logic]


def _rule_engine(
    rules: list[Requirement], names: dict[tuple[type, Leaf], str], people: list[NumericProfile]
) -> Callable[[], YesDecisions]:
    def translate(rule: Requirement) -> str:
        if isinstance(rule, AllOf | AnyOf):
            word = " and " if isinstance(rule, AllOf) else " or "
            return f"({word.join(translate(child) for child in rule.children) or 'true'})"
        name, need = _threshold(rule, names)
        return f"{name} >= {need}"

    compiled_rules = [rule_engine.Rule(translate(rule)) for rule in rules]
    return lambda: [rule.matches(person) for person in people for rule in compiled_rules]


def _clingo(
    rules: list[Requirement], names: dict[tuple[type, Leaf], str], people: list[NumericProfile]
) -> Callable[[], YesDecisions]:
    lines: list[str] = []
    atoms: dict[str, str] = {}

    def translate(rule: Requirement) -> str:
        """The atom of a requirement; its clauses are added once, for all people together."""
        if not isinstance(rule, AllOf | AnyOf):
            name, need = _threshold(rule, names)
            bodies = [f"{name}(P,V), V >= {need}"]
        else:
            children = [translate(child) for child in rule.children] or ["p(P)"]
            bodies = [", ".join(children)] if isinstance(rule, AllOf) else children
        key = "|".join(bodies)
        if key not in atoms:
            atoms[key] = f"g{len(atoms)}(P)"
            lines.extend(f"{atoms[key]} :- {body}." for body in bodies)
        return atoms[key]

    for number, rule in enumerate(rules):
        lines.append(f"yes({number},P) :- {translate(rule)}.")
    lines.append("#show yes/2.")
    program = "\n".join(lines)

    def run() -> YesDecisions:
        facts = [
            f"p({number}). "
            + " ".join(f"{name}({number},{int(value)})." for name, value in person.items())
            for number, person in enumerate(people)
        ]
        control = clingo.Control()
        control.add("base", [], program + "\n".join(facts))
        control.ground([("base", [])])
        with control.solve(yield_=True) as handle:
            return [1 for model in handle for _ in model.symbols(shown=True)]

    return run


if __name__ == "__main__":
    main()
