"""Stand behind an issue, take that back; stay behind when it is merged, or come along after all."""

from collections.abc import Sequence

from sqlalchemy import func, select

from civic.core.verdict import Verdict
from civic.permissions import Permission
from civic.propose import events, rules
from civic.propose.acts.adding import Words, add_words, forget_words
from civic.propose.rules import Phase
from civic.propose.rules.private import is_private
from civic.propose.tables import Carried, Endorsement, Issue
from civic.work import UnitOfWork

P = Permission


def may_endorse_issue(work: UnitOfWork, issue: Issue, *, already: bool) -> Verdict:
    """A neighbour, once, not the raiser, while it is undecided."""
    return work.may(P.ENDORSE).then(
        lambda: rules.may_endorse(
            Phase(issue.phase), is_raiser=issue.raiser_id == work.person_id, already=already,
            private=is_private(issue.nature),
        )
    )  # fmt: skip


def endorse_issue(work: UnitOfWork, issue_id: int, words: Words | None = None) -> None:
    """Stand behind it, with what one had typed; a UNIQUE of issue and person keeps it to once."""
    issue = work.get(Issue, issue_id, lock=True)
    already = has_endorsed(work, issue.id)
    may_endorse_issue(work, issue, already=already).demand()
    work.require(P.ENDORSE)
    stand(issue, work, work.person_id)
    add_words(issue, work, work.person_id, words)
    work.record(events.IssueEndorsed(issue_id=issue.id))


def has_endorsed(work: UnitOfWork, issue_id: int) -> bool:
    """Whether the actor stands behind it now."""
    return stands_behind(work, issue_id, work.person_id)


def stands_behind(work: UnitOfWork, issue_id: int, person_id: int) -> bool:
    """Whether this person stands behind it now."""
    return bool(
        work.session.scalar(
            select(func.count()).where(
                Endorsement.issue_id == issue_id,
                Endorsement.person_id == person_id,
                Endorsement.withdrawn_at.is_(None),
            )
        )
    )


def may_withdraw_endorsement(work: UnitOfWork, issue: Issue, *, stands: bool) -> Verdict:
    """Whoever stands behind it, while it is undecided."""
    return work.may(P.ENDORSE).then(lambda: rules.may_withdraw(Phase(issue.phase), stands=stands))


def withdraw_endorsement(work: UnitOfWork, issue_id: int) -> None:
    """Taken back; endorsing again is possible as long as endorsing is."""
    issue = work.get(Issue, issue_id, lock=True)
    may_withdraw_endorsement(work, issue, stands=has_endorsed(work, issue.id)).demand()
    work.require(P.ENDORSE)
    stand_no_more(issue, work, work.person_id)
    work.record(events.EndorsementWithdrawn(issue_id=issue.id))


def may_stay_behind(work: UnitOfWork, into: Issue) -> Verdict:
    """Whoever was carried over, while the issue that theirs became part of is under way."""
    return work.may(P.STAY_BEHIND).then(lambda: rules.may_stay(Phase(into.phase)))


def stay_behind(work: UnitOfWork, issue_id: int) -> None:
    """They stand behind the merged issue alone; the other one counts them no more."""
    carried, into = _carried(work, issue_id)
    may_stay_behind(work, into).demand()
    work.require(P.STAY_BEHIND)
    stand_no_more(into, work, work.person_id)
    carried.stayed_at = carried.seen_at = work.now
    work.record(events.SupporterStayed(issue_id=issue_id, into_id=into.id))


def may_come_along(work: UnitOfWork, into: Issue) -> Verdict:
    """As staying behind: this is its undoing, and what says that they know."""
    return may_stay_behind(work, into)


def come_along(work: UnitOfWork, issue_id: int) -> None:
    """They know of the merger and stand behind the issue that theirs became part of."""
    carried, into = _carried(work, issue_id)
    may_come_along(work, into).demand()
    work.require(P.STAY_BEHIND)
    stand(into, work, work.person_id)
    carried.stayed_at, carried.seen_at = None, work.now
    work.record(events.SupporterCame(issue_id=issue_id, into_id=into.id))


def stand(issue: Issue, work: UnitOfWork, person_id: int) -> None:
    """Counted behind the issue, once however often; part of an act, never one by itself."""
    row = _row(work, issue.id, person_id)
    if row is None:
        work.add(Endorsement(issue_id=issue.id, person_id=person_id, at=work.now))
        issue.endorsements += 1
    elif row.withdrawn_at is not None:
        row.at, row.withdrawn_at = work.now, None
        issue.endorsements += 1
    for carried in _carried_into(work, issue.id, person_id):
        carried.stayed_at = None


def stand_no_more(issue: Issue, work: UnitOfWork, person_id: int) -> None:
    """Not counted behind it any more; part of an act, never one by itself."""
    forget_words(issue, work, person_id)
    row = _row(work, issue.id, person_id)
    if row is not None and row.withdrawn_at is None:
        row.withdrawn_at = work.now
        issue.endorsements -= 1
    for carried in _carried_into(work, issue.id, person_id):
        carried.stayed_at = carried.stayed_at or work.now


def _row(work: UnitOfWork, issue_id: int, person_id: int) -> Endorsement | None:
    return work.session.scalars(
        select(Endorsement).where(Endorsement.issue_id == issue_id, Endorsement.person_id == person_id)
    ).one_or_none()


def _carried_into(work: UnitOfWork, into_id: int, person_id: int) -> Sequence[Carried]:
    return work.session.scalars(
        select(Carried).where(Carried.into_id == into_id, Carried.person_id == person_id)
    ).all()


def _carried(work: UnitOfWork, issue_id: int) -> tuple[Carried, Issue]:
    """How the actor was carried over from that issue, and to where; `NotFound` for whoever was not."""
    work.may(P.STAY_BEHIND).demand()
    row = work.one(Carried, issue_id=issue_id, person_id=work.person_id)
    return row, work.get(Issue, row.into_id, lock=True)
