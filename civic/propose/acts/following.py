"""Follow an issue or no more; say up to where one has read. For oneself alone: the ledger does not tell it."""

from sqlalchemy import select

from civic.core.message import say
from civic.core.verdict import YES, Verdict, not_allowed
from civic.ledger.queries import head_of
from civic.permissions import Permission
from civic.propose.acts.supporting import has_endorsed
from civic.propose.readers import reads
from civic.propose.tables import Following, Issue, LastLook
from civic.work import UnitOfWork

P = Permission


def may_follow_issue(work: UnitOfWork, issue: Issue) -> Verdict:
    """Whoever has a home or an office here; a matter that is not public, whoever reads it."""
    return work.may(P.FOLLOW).then(
        lambda: (
            YES
            if reads(work, issue)
            else not_allowed(say("Only whoever may read this matter can follow it."))
        )
    )


def follow_issue(work: UnitOfWork, issue_id: int) -> None:
    """From now on what happens to it stands on their own page; once however often it is pressed."""
    issue = work.get(Issue, issue_id, lock=True)
    may_follow_issue(work, issue).demand()
    work.require(P.FOLLOW)
    row = _row(work, issue_id)
    if row is None:
        _put(work, issue_id, muted=False)
    elif row.muted:
        row.muted, row.since, row.at = False, head_of(work.session, work.community.id)[0], work.now


def may_unfollow_issue(work: UnitOfWork) -> Verdict:
    """Always, also of what they may not read any more."""
    return work.may(P.FOLLOW)


def unfollow_issue(work: UnitOfWork, issue_id: int) -> None:
    """Nothing of it stands on their page any more; what is followed by itself is muted, else no trace is left."""
    issue = work.get(Issue, issue_id, lock=True)
    may_unfollow_issue(work).demand()
    work.require(P.FOLLOW)
    row = _row(work, issue_id)
    by_itself = work.person_id in {issue.raiser_id, issue.collector_id} or has_endorsed(work, issue_id)
    if by_itself and row is None:
        _put(work, issue_id, muted=True)
    elif by_itself and row is not None:
        row.muted, row.at = True, work.now
    elif row is not None:
        work.session.delete(row)


def may_note_looked(work: UnitOfWork) -> Verdict:
    """For oneself."""
    return work.may(P.FOLLOW)


def note_looked(work: UnitOfWork, height: int) -> None:
    """They have read what changed up to this entry, the newest that stood on their page."""
    may_note_looked(work).demand()
    work.require(P.FOLLOW)
    height = min(height, head_of(work.session, work.community.id)[0])
    row = work.session.scalar(select(LastLook).where(LastLook.person_id == work.person_id).with_for_update())
    if row is None:
        work.add(LastLook(person_id=work.person_id, height=height, at=work.now))
    else:
        row.height, row.at = max(row.height, height), work.now


def _put(work: UnitOfWork, issue_id: int, *, muted: bool) -> None:
    since = head_of(work.session, work.community.id)[0]
    work.add(Following(issue_id=issue_id, person_id=work.person_id, muted=muted, since=since, at=work.now))


def _row(work: UnitOfWork, issue_id: int) -> Following | None:
    return work.session.scalar(
        select(Following).where(Following.issue_id == issue_id, Following.person_id == work.person_id)
    )
