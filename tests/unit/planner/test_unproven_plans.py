"""Plans among more ways than can be compared: one is found, and said to be unproven."""

from pathlib import Path

from sample_plans import LEADER, plan_builder, request_for

from certadvisor.catalog.loader import load_catalog
from certadvisor.catalog.records import Catalog

TESTS = Path(__file__).parents[2]
SMALL, BROKEN = TESTS / "small", TESTS / "broken" / "catalogs"


def test_a_plan_among_very_many_ways_says_that_it_is_not_proven(tmp_path: Path) -> None:
    """One of four courses in each of six groups: 4,096 ways, more than are followed."""
    groups = "".join(
        f"          - any: [{', '.join(f'{{course: part-{group}-{one}}}' for one in range(4))}]\n"
        for group in range(6)
    )
    faulty = BROKEN / "many-ways" / "certifications.yaml"
    text = faulty.read_text("utf-8").partition("        needs:\n")[0]
    rule = f"        all:\n{groups}    no_source: invented for tests\n"
    (tmp_path / "certifications.yaml").write_text(text + rule)
    catalog = load_catalog((str(SMALL), str(tmp_path)), built_in=False, cache=False)
    answer = plan_builder("courses: []\n", request_for("many"))(catalog).result
    assert answer.plan is not None
    assert len([step for step in answer.plan.steps if step.kind == "course"]) == 6
    assert [remark.key for remark in answer.remarks][:1] == ["unproven"]


def test_a_plan_among_few_ways_is_proven(small: Catalog) -> None:
    """Every certification of the small catalogue."""
    for id in small.certifications:
        remarks = plan_builder(LEADER, request_for(id))(small).result.remarks
        assert "unproven" not in {remark.key for remark in remarks}
