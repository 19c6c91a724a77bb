"""Signatures on paper: entered by a collector, checked by a second person."""

from civic.core.errors import NotFound
from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import Permission
from civic.propose import events
from civic.propose.acts.petitioning import running, signature_of
from civic.propose.queries.people import neighbour
from civic.propose.queries.petitions import Standing, votes_as_owner
from civic.propose.reach import reach_of
from civic.propose.rules.petition import Channel, Counted, Way, may_sign
from civic.propose.tables import Issue, Petition, Signature
from civic.work import UnitOfWork

P = Permission


def may_enter_signature(work: UnitOfWork, standing: Standing | None) -> Verdict:
    """Collectors, while the petition runs."""
    open_now = standing is not None and standing.runs(work.now)
    over = no(say("The petition is over; nobody can sign it or take back a signature any more."))
    return work.may(P.ENTER_SIGNATURE).then(lambda: YES if open_now else over)


def enter_signature(work: UnitOfWork, issue_id: int, *, person_id: int, way: Way) -> None:
    """From the sheet: whose it is and as what; it counts once somebody else has checked it. Whether the same
    person signed on the phone, the collector does not learn."""
    issue = work.get(Issue, issue_id, lock=True)
    work.may(P.ENTER_SIGNATURE).demand()
    if work.actor is None:
        raise NotFound
    neighbour(work, reach_of(work.actor), person_id)
    standing = running(work, issue, person_id)
    may_enter_signature(work, standing).demand()
    may_be_theirs(work, issue, standing, person_id, way).demand()
    work.require(P.ENTER_SIGNATURE)
    row = signature_of(work, standing.petition, person_id, way, Channel.PAPER) or work.add(
        Signature(
            petition_id=standing.petition.id, person_id=person_id, way=way.value, channel=Channel.PAPER.value,
            state=Counted.WAITING.value, at=work.now,
        )
    )  # fmt: skip
    row.state, row.at, row.entered_by_id, row.checked_by_id = (
        Counted.WAITING.value, work.now, work.person_id, None,
    )  # fmt: skip
    work.record(
        events.SignatureEntered(
            issue_id=issue.id, petition_id=standing.petition.id, signature_id=row.id, way=way
        )
    )


def may_be_theirs(work: UnitOfWork, issue: Issue, standing: Standing, person_id: int, way: Way) -> Verdict:
    """Entitled on the day of the roll, not entered from paper already; one that was struck may come again."""
    found = signature_of(work, standing.petition, person_id, way, Channel.PAPER)
    if found is not None and found.state != Counted.STRUCK.value:
        return no(say("This signature was entered from paper already."))
    if way is Way.OWNER and way in standing.open_ways():
        entitled: Verdict = votes_as_owner(work, issue, standing.petition, person_id)
    else:
        entitled = standing.may_vote(way)
    as_it = way in standing.open_ways()
    if not entitled and as_it:
        return no(entitled.because or say("Nobody signs this petition that way."))
    return may_sign(open_now=True, as_it=as_it, already=False, because=None)


def may_check_signature(work: UnitOfWork, petition: Petition, signature: Signature) -> Verdict:
    """A second person: neither who entered it nor whose it is; until the days for checking are over."""
    return work.may(P.CHECK_SIGNATURE).then(lambda: _may_check(work, petition, signature))


def _may_check(work: UnitOfWork, petition: Petition, signature: Signature) -> Verdict:
    if signature.state != Counted.WAITING.value or petition.ended or work.now >= petition.checks_end_at:
        return no(say("This entry does not wait for a check any more."))
    if work.actor and work.actor.person_id in {signature.entered_by_id, signature.person_id}:
        return no(say("Somebody else checks this: nobody checks their own entry or signature."))
    return YES


def check_signature(work: UnitOfWork, signature_id: int, *, kept: bool) -> None:
    """Compared with the sheet: it counts from now on, or it is struck."""
    signature = work.get(Signature, signature_id, lock=True)
    petition = work.get(Petition, signature.petition_id)
    may_check_signature(work, petition, signature).demand()
    work.require(P.CHECK_SIGNATURE)
    signature.state = (Counted.COUNTED if kept else Counted.STRUCK).value
    signature.checked_by_id = work.person_id
    work.record(
        events.SignatureChecked(
            issue_id=petition.issue_id, petition_id=petition.id, signature_id=signature.id, kept=kept
        )
    )
