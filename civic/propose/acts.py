"""Propose: raise, endorse, verify, and say what becomes of an issue."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from civic.core.days import working_days_after
from civic.core.entropy import code
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.tables import Building, Person
from civic.permissions import Permission, Standing
from civic.propose import events, rules
from civic.propose.rules import Nature, Phase
from civic.propose.tables import Endorsement, Handover, Issue
from civic.work import UnitOfWork

P = Permission


def may_raise_issue(work: UnitOfWork) -> Verdict:
    """Everybody who lives, owns, rents or serves here."""
    return work.may(P.RAISE)


def raise_issue(
    work: UnitOfWork,
    *,
    title: str,
    facts: str,
    wish: str,
    category: str,
    building_id: int | None = None,
    entrance: int | None = None,
    danger: bool = False,
) -> Issue:
    """One's own issue, with the next number of the year and a day for the first answer."""
    may_raise_issue(work).demand()
    work.require(P.RAISE)
    issue = _enter(
        work, work.person_id, title, facts, wish, category, building_id, entrance, danger, "online", None
    )
    work.record(events.IssueRaised(issue_id=issue.id, answer_due_on=issue.answer_due_on))
    return issue


def may_raise_on_behalf(work: UnitOfWork) -> Verdict:
    """Those who collect: building heads, representatives, committee, grid workers, volunteers."""
    return work.may(P.RAISE_FOR)


def raise_on_behalf(
    work: UnitOfWork,
    *,
    person_id: int,
    channel: str,
    title: str,
    facts: str,
    wish: str,
    category: str,
    building_id: int | None = None,
    entrance: int | None = None,
    danger: bool = False,
) -> Issue:
    """代录: the issue belongs to the neighbour, the record names channel and collector."""
    may_raise_on_behalf(work).demand()
    work.require(P.RAISE_FOR)
    person = work.get(Person, person_id)
    issue = _enter(
        work, person.id, title, facts, wish, category, building_id, entrance, danger, channel, work.person_id
    )
    work.record(
        events.IssueRaised(
            issue_id=issue.id, answer_due_on=issue.answer_due_on, channel=channel, on_behalf=True
        )
    )
    return issue


def _enter(
    work: UnitOfWork, raiser_id: int, title: str, facts: str, wish: str, category: str,
    building_id: int | None, entrance: int | None, danger: bool, channel: str, collector_id: int | None,
) -> Issue:  # fmt: skip
    if building_id is not None:
        work.get(Building, building_id)
    year = work.today.year
    # Under the community's write lock, so that numbers have no gaps (Design §8.4).
    last = work.session.scalar(
        select(func.max(Issue.number)).where(Issue.community_id == work.community.id, Issue.year == year)
    )
    number = (last or 0) + 1
    return work.add(
        Issue(
            year=year, number=number, reference=rules.reference_of(work.community.prefix, year, number),
            code=code(work.entropy), title=title, facts=facts, wish=wish, category=category,
            building_id=building_id, entrance=entrance, danger=danger, raiser_id=raiser_id, channel=channel,
            collector_id=collector_id, raised_at=work.now, moved_at=work.now, phase=Phase.SUBMITTED.value,
            answer_due_on=working_days_after(work.today, rules.ANSWER_DAYS, work.calendar),
        )
    )  # fmt: skip


def enter_handovers(work: UnitOfWork, issue_id: int, entries: list[dict[str, Any]]) -> None:
    """Slips, calls and visits about the same matter: channel, household, text, received_on."""
    work.require(P.RAISE_FOR)
    issue = work.get(Issue, issue_id, lock=True)
    for entry in entries:
        work.add(Handover(issue_id=issue.id, collector_id=work.person_id, **entry))
    households = len({entry["household"] for entry in entries})
    work.record(events.HandoversEntered(issue_id=issue.id, entries=len(entries), households=households))


def may_endorse_issue(work: UnitOfWork, issue: Issue, *, already: bool) -> Verdict:
    """A neighbour, once, not the raiser, while it is undecided."""
    return work.may(P.ENDORSE).then(
        lambda: rules.may_endorse(
            Phase(issue.phase), is_raiser=issue.raiser_id == work.person_id, already=already
        )
    )


def endorse_issue(work: UnitOfWork, issue_id: int) -> None:
    """Stand behind it; a UNIQUE of issue and person keeps it to once."""
    issue = work.get(Issue, issue_id, lock=True)
    already = has_endorsed(work, issue.id)
    may_endorse_issue(work, issue, already=already).demand()
    work.require(P.ENDORSE)
    work.add(Endorsement(issue_id=issue.id, person_id=work.person_id, at=work.now))
    issue.endorsements += 1
    work.record(events.IssueEndorsed(issue_id=issue.id))


def has_endorsed(work: UnitOfWork, issue_id: int) -> bool:
    """Whether the actor stands behind it already."""
    return bool(
        work.session.scalar(
            select(func.count()).where(
                Endorsement.issue_id == issue_id, Endorsement.person_id == work.person_id
            )
        )
    )


def may_verify_issue(work: UnitOfWork, issue: Issue) -> Verdict:
    """Committee and grid workers; a building head in the own building."""
    return _may_check_here(work, issue).then(lambda: rules.may_move(Phase(issue.phase), "verify"))


def _may_check_here(work: UnitOfWork, issue: Issue) -> Verdict:
    verdict = work.may(P.VERIFY)
    held = set(work.actor.standings) if work.actor else set()
    everywhere = bool(held & {Standing.COMMITTEE, Standing.GRID_WORKER})
    if verdict and work.actor and not everywhere and issue.building_id not in work.actor.buildings:
        return no(
            say("A building head checks matters of the own building. Please leave this to the committee.")
        )
    return verdict


def verify_issue(work: UnitOfWork, issue_id: int, *, findings: str, nature: Nature) -> None:
    """Checked on the spot and classified (核实单): the nature says who may decide."""
    issue = work.get(Issue, issue_id, lock=True)
    may_verify_issue(work, issue).demand()
    work.require(P.VERIFY)
    issue.findings, issue.nature = findings, nature.value
    _move(work, issue, "verify")
    work.record(
        events.IssueVerified(issue_id=issue.id, nature=nature.value, answer_due_on=issue.answer_due_on)
    )


def may_settle_issue(work: UnitOfWork, issue: Issue, step: str) -> Verdict:
    """The committee says what becomes of it: accept, decline, merge, route, handle, answer."""
    return work.may(P.SETTLE).then(lambda: rules.may_move(Phase(issue.phase), step))


def _settle(work: UnitOfWork, issue_id: int, step: str) -> Issue:
    issue = work.get(Issue, issue_id, lock=True)
    may_settle_issue(work, issue, step).demand()
    work.require(P.SETTLE)
    _move(work, issue, step)
    return issue


def accept_issue(work: UnitOfWork, issue_id: int, *, background: str, scope: str, days: int) -> None:
    """It becomes a topic, posted for `days`; the reaction opens it from background and scope."""
    issue = _settle(work, issue_id, "accept")
    issue.background, issue.scope = background, scope
    work.record(events.IssueAccepted(issue_id=issue.id, days=days))


def decline_issue(work: UnitOfWork, issue_id: int, *, reason: str) -> None:
    """Not taken up; the reason is public and says how to object."""
    issue = _settle(work, issue_id, "decline")
    issue.reason = reason
    work.record(events.IssueDeclined(issue_id=issue.id))


def may_merge_issue(work: UnitOfWork, issue: Issue, into: Issue) -> Verdict:
    """Into another open issue of this community, never into itself."""
    if issue.id == into.id:
        return no(say("An issue cannot be merged into itself."))
    if rules.STATUS[Phase(into.phase)] in {"ended", "closed"}:
        return no(say("That issue has ended. Please choose one that is still open."))
    return may_settle_issue(work, issue, "merge")


def merge_issue(work: UnitOfWork, issue_id: int, *, into_reference: str, reason: str) -> None:
    """Goes on as part of another; raiser and endorsers go along, each once."""
    into = work.one(Issue, reference=into_reference)
    may_merge_issue(work, work.get(Issue, issue_id), into).demand()
    issue = _settle_merge(work, issue_id, into, reason)
    work.session.flush()
    here = select(Endorsement.person_id).where(Endorsement.issue_id == into.id)
    people = set(work.session.scalars(select(Endorsement.person_id).where(Endorsement.issue_id == issue.id)))
    people = (people | {issue.raiser_id}) - set(work.session.scalars(here)) - {into.raiser_id}
    for person_id in sorted(people):
        work.add(Endorsement(issue_id=into.id, person_id=person_id, at=work.now))
    into.endorsements += len(people)
    work.record(events.IssueJoined(issue_id=into.id, from_reference=issue.reference))
    work.record(events.IssueMerged(issue_id=issue.id, into_id=into.id, into_reference=into.reference))


def _settle_merge(work: UnitOfWork, issue_id: int, into: Issue, reason: str) -> Issue:
    issue = work.get(Issue, issue_id, lock=True)
    issue.merged_into_id, issue.reason = into.id, reason
    return _settle(work, issue_id, "merge")


def route_issue(
    work: UnitOfWork, issue_id: int, *, receiver: str, receipt: str, reason: str, days: int
) -> None:
    """Handed outside with the receiver's receipt; the answer is due in `days` working days."""
    issue = _settle(work, issue_id, "route")
    issue.receiver, issue.receipt, issue.reason = receiver, receipt, reason
    issue.due_on = working_days_after(work.today, days, work.calendar)
    work.record(events.IssueRouted(issue_id=issue.id, answer_due_on=issue.due_on))


def answer_route(work: UnitOfWork, issue_id: int, *, answer: str) -> None:
    """What the responsible body answered; public."""
    issue = _settle(work, issue_id, "answer")
    issue.reason, issue.due_on = answer, None
    work.record(events.RouteAnswered(issue_id=issue.id))


def handle_issue(work: UnitOfWork, issue_id: int, *, mode: str, what: str, trips: int) -> None:
    """Done at once (即时), on the person's behalf (代为) or by guidance (指导)."""
    issue = _settle(work, issue_id, "handle")
    issue.reason = what
    work.record(events.IssueHandled(issue_id=issue.id, mode=mode, trips=trips))


def take_safety_measure(work: UnitOfWork, issue_id: int, *, what: str, volunteers: int) -> None:
    """Danger: act first, publish after (Civil Code 281). Written into the findings."""
    issue = work.get(Issue, issue_id, lock=True)
    may_take_safety_measure(work, issue).demand()
    work.require(P.VERIFY)
    issue.danger = True
    issue.findings = f"{issue.findings}\n{what}".strip()
    work.record(events.SafetyTaken(issue_id=issue.id, volunteers=volunteers))


def may_take_safety_measure(work: UnitOfWork, issue: Issue) -> Verdict:
    """Whoever checks matters here, until the issue has ended."""
    ended = rules.STATUS[Phase(issue.phase)] in {"ended", "closed"}
    return _may_check_here(work, issue).then(lambda: no(say("This issue has ended.")) if ended else YES)


def _move(work: UnitOfWork, issue: Issue, step: str) -> None:
    issue.phase = rules.TRANSITIONS[(Phase(issue.phase), step)].value
    issue.settled_at = issue.moved_at = work.now


def advance_issue(work: UnitOfWork, issue_id: int, step: str, *, days: int | None = None) -> None:
    """A later room moved the issue on its road. Called by reactions alone."""
    issue = work.get(Issue, issue_id, lock=True)
    rules.may_move(Phase(issue.phase), step).demand()
    issue.phase = rules.TRANSITIONS[(Phase(issue.phase), step)].value
    issue.moved_at = work.now
    issue.due_on = work.today + timedelta(days=days) if days is not None else None


def set_due(work: UnitOfWork, issue_id: int, due_on: date | None) -> None:
    """The day that the step in hand is promised for. Called by reactions alone."""
    work.get(Issue, issue_id).due_on = due_on
