"""What a petition comes to: enough, too few, overtaken; called by reactions and by the timetable."""

from sqlalchemy import select

from civic.core.days import day_of, deadline
from civic.propose import events
from civic.propose.acts.checking import step_on
from civic.propose.acts.clock import move_date
from civic.propose.queries.dates import clocks_of
from civic.propose.queries.petitions import Standing, standing_of
from civic.propose.rules import Nature, Phase
from civic.propose.rules.clock import Term, next_note, stood
from civic.propose.rules.petition import AGAIN_DAYS, REFUSED, Ended, Way
from civic.propose.tables import DeclineObjection, Issue, Petition
from civic.work import UnitOfWork


def settle_petition(work: UnitOfWork, petition_id: int) -> None:
    """Enough have signed, any way: it succeeds at once. Its time is up and no sheet waits: it fell short.
    A reaction on each signature, and the timetable at its end."""
    petition = work.get(Petition, petition_id, lock=True)
    issue = work.get(Issue, petition.issue_id, lock=True)
    work.session.flush()
    standing = standing_of(work, issue, None)
    if standing is None or standing.petition.id != petition.id or petition.ended:
        return
    reached = next((bar for bar in standing.bars if bar.reached), None)
    over = work.now >= (petition.checks_end_at if standing.waiting else petition.ends_at)
    if reached is not None:
        _end(work, issue, petition, Ended.SUCCEEDED)
        work.record(
            events.PetitionSucceeded(
                issue_id=issue.id, petition_id=petition.id, way=reached.way, signed=reached.signed,
                needed=reached.needed, of=reached.of,
            )
        )  # fmt: skip
    elif over:
        _end_without(work, issue, standing, Ended.SHORT)


def _end(work: UnitOfWork, issue: Issue, petition: Petition, how: Ended) -> None:
    petition.ended, petition.ended_at = how.value, work.now
    issue.petitioned_until_on = None


def _end_without(work: UnitOfWork, issue: Issue, standing: Standing, how: Ended) -> None:
    petition = standing.petition
    _end(work, issue, petition, how)
    signed = {bar.way: bar.signed for bar in standing.bars}
    work.record(
        events.PetitionEnded(
            issue_id=issue.id, petition_id=petition.id, how=how, residents=signed[Way.RESIDENT],
            needed_residents=petition.needed_residents, representatives=signed[Way.REPRESENTATIVE],
            needed_representatives=petition.needed_representatives,
            again_on=deadline(petition.ends_on, AGAIN_DAYS, work.calendar),
        )
    )  # fmt: skip


def overtake_petition(work: UnitOfWork, issue_id: int) -> None:
    """The committee made it a topic itself, or the check found a private matter. A reaction on both."""
    issue = work.get(Issue, issue_id)
    if issue.petitioned_until_on is None:
        return
    work.session.flush()
    standing = standing_of(work, issue, None)
    if standing is None or standing.petition.ended:
        return
    if issue.nature and Nature(issue.nature) in REFUSED:
        _end_without(work, issue, standing, Ended.PRIVATE)
    elif Phase(issue.phase) is Phase.TOPIC:
        _end_without(work, issue, standing, Ended.OVERTAKEN)


def take_up_petition(
    work: UnitOfWork, issue_id: int, petition_id: int, *, background: str, scope: str, reason: str
) -> None:
    """The issue becomes a topic whatever the committee thinks; why it had declined it stays with the petition.
    `reason` is the petition in a sentence: it moves dates and answers objections to the decline. A reaction on
    PetitionSucceeded."""
    issue, petition = work.get(Issue, issue_id, lock=True), work.get(Petition, petition_id)
    declined_at = issue.settled_at if Phase(issue.phase) is Phase.DECLINED else None
    step_on(issue, "petition", work.now)
    issue.background, issue.scope = background, scope
    if declined_at is not None:
        petition.refused, issue.reason, issue.object_until_on = issue.reason, "", None
        _answer_objections(work, issue, reason)
        whole = clocks_of(work, issue).due(Term.WHOLE)
        if whole is not None:
            began = day_of(declined_at, work.zone)
            later = stood(whole, began, work.today, work.calendar)
            move_date(issue, work, Term.WHOLE, later, reason=reason)
    issue.note_on = next_note(clocks_of(work, issue))


def _answer_objections(work: UnitOfWork, issue: Issue, reason: str) -> None:
    """The decline does not stand any more: whoever objected to it is told so."""
    for each in work.session.scalars(
        select(DeclineObjection).where(
            DeclineObjection.issue_id == issue.id, DeclineObjection.community_id == work.community.id,
            DeclineObjection.answered_at.is_(None),
        )
    ):  # fmt: skip
        each.upheld, each.answer, each.answered_at = True, reason, work.now
