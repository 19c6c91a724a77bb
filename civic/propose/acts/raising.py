"""Raise an issue, for oneself or for a neighbour."""

from sqlalchemy import func, select

from civic.core.days import working_days_after
from civic.core.entropy import code
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.people.queries.places import home_of
from civic.people.tables import Building, Person
from civic.permissions import Permission, Standing
from civic.pictures.keeping import Ready, hand_over
from civic.propose import events, rules
from civic.propose.acts.private import keep_private
from civic.propose.queries.dates import clocks_of
from civic.propose.reach import reach_of
from civic.propose.rules import Further, Phase, categories_of
from civic.propose.rules.born import BORN_PRIVATE
from civic.propose.rules.categories import answer_days
from civic.propose.rules.clock import next_note
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission
NONE = Ready()
"""No photos."""
NOTHING = Further()
"""Nothing said besides."""


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
    more: Further = NOTHING,
    photos: Ready = NONE,
) -> Issue:
    """One's own issue, with the next number of the year and a day for the first answer."""
    may_raise_issue(work).demand()
    work.require(P.RAISE, Standing.RAISER)
    issue = _enter(
        work,
        work.person_id,
        title,
        facts,
        wish,
        category,
        building_id,
        entrance,
        danger,
        more,
        "online",
        None,
    )
    shown = hand_over(work, photos, issue.id)
    work.record(events.IssueRaised(issue_id=issue.id, answer_due_on=issue.answer_due_on, photos=shown))
    return issue


def may_raise_on_behalf(work: UnitOfWork, person: Person | None = None) -> Verdict:
    """Those who collect (building heads, representatives, committee, grid workers, volunteers),
    for this neighbour when one is given."""
    return work.may(P.RAISE_FOR).then(lambda: _within(work, person) if person else YES)


def _within(work: UnitOfWork, person: Person) -> Verdict:
    assert work.actor is not None
    reach = reach_of(work.actor)
    if reach.buildings is None or reach.holds(*home_of(work, person.id)):
        return YES
    return no(say("You enter issues for people of your own building. Please ask the committee for others."))


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
    more: Further = NOTHING,
    photos: Ready = NONE,
) -> Issue:
    """代录: the issue belongs to the neighbour, the record names channel and collector."""
    person = work.get(Person, person_id)
    may_raise_on_behalf(work, person).demand()
    work.require(P.RAISE_FOR)
    issue = _enter(
        work,
        person.id,
        title,
        facts,
        wish,
        category,
        building_id,
        entrance,
        danger,
        more,
        channel,
        work.person_id,
    )
    shown = hand_over(work, photos, issue.id)
    work.record(
        events.IssueRaised(
            issue_id=issue.id,
            answer_due_on=issue.answer_due_on,
            channel=channel,
            on_behalf=True,
            photos=shown,
        )
    )
    return issue


def _enter(
    work: UnitOfWork, raiser_id: int, title: str, facts: str, wish: str, category: str,
    building_id: int | None, entrance: int | None, danger: bool, more: Further, channel: str, collector_id: int | None,
) -> Issue:  # fmt: skip
    if building_id is not None:
        work.get(Building, building_id)
    kind = categories_of(work.community.categories)[category]
    first = working_days_after(work.today, answer_days(kind, danger=danger), work.calendar)
    year = work.today.year
    # Under the community's write lock, so that numbers have no gaps (Design §8.4).
    last = work.session.scalar(
        select(func.max(Issue.number)).where(Issue.community_id == work.community.id, Issue.year == year)
    )
    number = (last or 0) + 1
    issue = work.add(
        Issue(
            year=year, number=number, reference=rules.reference_of(work.community.prefix, year, number),
            code=code(work.entropy), title=title, facts=facts, wish=wish, category=category,
            building_id=building_id, entrance=entrance, floor=more.floor, common_part=more.common_part, affects=more.affects,
            hide_building=more.hide_building, received_on=more.received_on, danger=danger or kind.danger, raiser_id=raiser_id, channel=channel,
            collector_id=collector_id, raised_at=work.now, moved_at=work.now, phase=Phase.SUBMITTED.value,
            answer_due_on=first, whole_due_on=working_days_after(work.today, kind.whole_days, work.calendar),
            owner=kind.owner.value,
        )
    )  # fmt: skip
    issue.note_on = next_note(clocks_of(work, issue))
    if category in BORN_PRIVATE:  # nobody may read it before somebody looked whether it is private
        issue.nature = BORN_PRIVATE[category].value
        keep_private(issue, work)
    return issue
