"""The screen of `renew`: each credential, activities that count for several, and costs."""

from certadvisor.advice.renewals.reinstatement_offer import ReinstatementState
from certadvisor.advice.renewals.renewal import (
    CredentialRenewal,
    Renewals,
)
from certadvisor.catalog.records import Catalog
from certadvisor.rules.credential_status import CredentialState
from certadvisor.views.blocks import Block, Fragment, Heading, Item, Para, Screen, Title, styled
from certadvisor.views.reports import RenewReport
from certadvisor.views.sections import lists
from certadvisor.views.sections.next_commands import next_section
from certadvisor.views.words import phrases
from certadvisor.views.words import renewals as renewals_words
from certadvisor.views.words.leaves import INCOMPLETE

_MARKS = {
    CredentialState.EXPIRED: Fragment("✗", "bad"),
    CredentialState.EXPIRING: Fragment("!", "doubt"),
    CredentialState.VALID: Fragment("✓", "good"),
    CredentialState.LIFETIME: Fragment("✓", "good"),
    CredentialState.UNKNOWN: Fragment("?", "doubt"),
    CredentialState.FUTURE: Fragment("·", "dim"),
}
_INDENT = 2


def screen(report: RenewReport) -> Screen:
    """The whole screen, most urgent renewal first."""
    overview, catalog = report.renewals, report.context.catalog
    title = Title(styled("What to renew"), overview.as_of.isoformat())
    if overview.credentials is None:
        question = (
            "Which certifications do you hold? Add them with --holds or under `certifications:`."
        )
        return (
            title,
            Item(styled(question), Fragment("?", "doubt")),
            *lists.footer(report.context),
        )
    open_list = Item(styled(INCOMPLETE.format(list="certifications")), Fragment("?", "doubt"))
    doubts = (open_list,) if overview.may_lack_some else ()
    if not overview.credentials:
        none = (
            ()
            if doubts
            else (Para(styled("You hold no certifications, so there is nothing to renew.")),)
        )
        return (title, *none, *doubts, *lists.footer(report.context))
    lines = [block for one in overview.credentials for block in _credential(one, catalog)]
    return (
        title,
        *lines,
        *doubts,
        *_shared_activities(overview, catalog),
        *_costs(overview, catalog),
        *next_section(report.context, _next_command(overview.credentials)),
        *lists.footer(report.context),
    )


def _next_command(credentials: tuple[CredentialRenewal, ...]) -> tuple[str, ...]:
    """About the most urgent: the plan to reinstate it, or to earn it again, or a calendar file."""
    urgent = next((one for one in credentials if not one.lapse_reason), credentials[0])
    if urgent.certification and urgent.status.state is CredentialState.EXPIRED:
        return ("plan", "--to", urgent.id)
    if urgent.status.last_day:
        return ("renew", "--output", "renewals.ics")
    return ("recommend",)


def _credential(renewal: CredentialRenewal, catalog: Catalog) -> list[Block]:
    name = Fragment(phrases.certification_name(renewal.id, catalog), "strong")
    summary = styled(name, " ", Fragment(renewals_words.status_text(renewal.status)))
    lines: list[Block] = [Item(summary, _MARKS[renewal.status.state])]
    if renewal.lapse_reason:
        lines.append(
            _detail("=", renewals_words.lapse_text(renewal.lapse_reason, renewal.status, catalog))
        )
    if renewal.reinstatement and not renewal.lapse_reason:
        lines.append(_detail(">", renewals_words.reinstatement_text(renewal.reinstatement)))
    if not _is_to_be_renewed(renewal):
        return lines
    if renewal.units:
        lines.append(_detail(">", renewals_words.units_text(renewal.units, renewal.status)))
        lines += [_detail("-", text) for text in renewals_words.years_text(renewal.units)]
    if renewal.certification:
        lines.append(_detail("-", renewals_words.fee_text(renewal.fee)))
    lines += [_detail("-", option) for option in renewals_words.renewal_methods(renewal)]
    if renewal.note:
        lines.append(_detail("-", phrases.sentence(renewal.note)))
    return lines


def _is_to_be_renewed(renewal: CredentialRenewal) -> bool:
    """Whether its units and its fee still matter."""
    offer = renewal.reinstatement
    is_gone = offer and offer.state in (ReinstatementState.OVER, ReinstatementState.NEVER)
    has_no_end = renewal.status.state in (CredentialState.LIFETIME, CredentialState.FUTURE)
    return not (renewal.lapse_reason or is_gone or has_no_end)


def _detail(mark: str, text: str) -> Block:
    return Item(styled(text), Fragment(mark, "doubt" if mark == ">" else "dim"), _INDENT)


def _shared_activities(overview: Renewals, catalog: Catalog) -> tuple[Block, ...]:
    if not overview.shared:
        return ()
    lines = (Item(styled(renewals_words.shared_text(one, catalog))) for one in overview.shared)
    return (Heading("One activity for several"), *lines)


def _costs(overview: Renewals, catalog: Catalog) -> tuple[Block, ...]:
    if not overview.costs and not overview.unpriced:
        return ()
    fees = phrases.join_names(phrases.money(one) for one in overview.costs) or phrases.NOT_KNOWN
    lines = [
        Item(styled(f"Fees due by {overview.until.isoformat()}: ", Fragment(fees, "strong"), "."))
    ]
    if overview.unpriced:
        names = phrases.join_names(
            phrases.certification_name(id, catalog) for id in overview.unpriced
        )
        lines.append(Item(styled(f"Not known, and not counted: {names}.")))
    return (Heading("Cost"), *lines)
