"""Plans to the goal that a person names: a certification, or what employers of a role prefer."""

from certadvisor.advice.career.role_certifications import certifications_for_role
from certadvisor.advice.recommend.gates import find_outgrown_gate
from certadvisor.advice.recommend.recommendations import Gate, GateKind
from certadvisor.advice.target import target_of
from certadvisor.planner.conditional import Conditional
from certadvisor.planner.plan_request import Outgrown, PlanRequest, PlanTargets, RoleRequirements
from certadvisor.planner.plan_result import PlanResult
from certadvisor.planner.planner import find_plan
from certadvisor.planner.planning_resources import PlanningResources
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.matching.lookup import GoalKind
from certadvisor.rules.eligibility import Timeline
from certadvisor.rules.leaves import holds
from certadvisor.rules.outcome import Outcome

_EQUIVALENT_GATES = (GateKind.ABSORBED, GateKind.SAME_LEVEL)


def plan_goal(evidence: Evidence, request: PlanRequest) -> PlanResult:
    """Plan the steps to a certification, or to the best of those that a role prefers.

    A pure function: the same evidence and request always give the same result.

    Args:
        evidence: The person's evidence, the catalogue, and the day on which the plan starts.
        request: What to reach, by when, and what to minimise.

    Returns:
        The plan with alternatives, or why there is none.
    """
    timeline = Timeline(evidence)
    resources = PlanningResources(evidence, timeline)
    result = find_plan(resources, request, _find_targets(timeline, request))
    if result.conditional is None:
        return result
    return result._replace(conditional=_with_first_steps(result.conditional, evidence))


def _with_first_steps(conditional: Conditional, evidence: Evidence) -> Conditional:
    """The condition with what to do until it is fulfilled, as `recommend` lists it."""
    from certadvisor.advice.recommend.conditionals import until_then  # few plans have a condition
    from certadvisor.advice.recommend.ranking import RankingOptions, recommend

    advice = recommend(evidence, RankingOptions(complete=False))
    return conditional._replace(until_then=until_then(conditional, advice, evidence))


def _find_targets(timeline: Timeline, request: PlanRequest) -> PlanTargets:
    """The requested certification, or those of the role that the person has not outgrown."""
    evidence, catalog = timeline.evidence, timeline.evidence.catalog
    target = target_of(evidence)
    if request.kind is GoalKind.CERTIFICATION:
        gate = find_outgrown_gate(catalog.certifications[request.id], timeline, target)
        return PlanTargets(
            (request.id,),
            held=request.id if _is_held(request.id, evidence) else None,
            outgrown=gate and gate.reason,
        )
    role = catalog.roles[request.id]
    expected = certifications_for_role(role, evidence.profile.country)
    known_ids = tuple(
        id for id in expected.preferred or expected.helpful if id in catalog.certifications
    )
    gates = {
        id: gate
        for id in known_ids
        if (gate := find_outgrown_gate(catalog.certifications[id], timeline, target))
    }
    return PlanTargets(
        tuple(id for id in known_ids if id not in gates),
        RoleRequirements(
            role.id,
            known_ids,
            bool(expected.preferred),
            tuple(id for id in known_ids if id in expected.sourced),
            tuple((id, Outgrown(gate.kind)) for id, gate in gates.items()),
        ),
        held=_find_held(known_ids, gates, evidence),
    )


def _find_held(ids: tuple[str, ...], gates: dict[str, Gate], evidence: Evidence) -> str | None:
    """A certification of the role that the person holds, or that makes one of these pointless."""
    held = next((id for id in ids if _is_held(id, evidence)), None)
    if held is not None:
        return held
    equivalents = (gate.reason.values for gate in gates.values() if gate.kind in _EQUIVALENT_GATES)
    return next((str(values.get("by") or values.get("as")) for values in equivalents), None)


def _is_held(id: str, evidence: Evidence) -> bool:
    return holds.judge_certification(id, evidence, evidence.as_of) is Outcome.MET
