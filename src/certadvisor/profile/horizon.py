"""The horizon of a person's goal: the last day of the time that they give themselves."""

from datetime import date
from typing import assert_never

from certadvisor.base.months import months_after
from certadvisor.profile.evidence import Evidence
from certadvisor.profile.model import Horizon, HorizonUnit


def horizon_end(within: Horizon | None, evidence: Evidence) -> date:
    """The last day of the horizon; without one, the default of the advice tables."""
    amount, unit = within or (
        int(evidence.catalog.tables.values["horizon"]["months_when_not_told"]),
        HorizonUnit.MONTH,
    )
    as_of = evidence.as_of
    match unit:
        case HorizonUnit.DAY:
            return date.fromordinal(as_of.toordinal() + amount)
        case HorizonUnit.WEEK:
            return date.fromordinal(as_of.toordinal() + 7 * amount)
        case HorizonUnit.MONTH:
            return months_after(as_of, amount)
        case HorizonUnit.YEAR:
            return months_after(as_of, 12 * amount)
        case _:
            assert_never(unit)
