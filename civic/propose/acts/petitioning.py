"""Begin a petition, sign it, take a signature back."""

from sqlalchemy import select

from civic.core.days import deadline, end_of, working_days_after
from civic.core.errors import Refusal
from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.permissions import Permission
from civic.permissions import Standing as Office
from civic.propose import events
from civic.propose.queries.petitions import Standing, bars_today, standing_of, votes_as_owner
from civic.propose.rules import Nature, Phase
from civic.propose.rules.petition import (
    AGAIN_DAYS,
    CHECK_DAYS,
    DAYS,
    Channel,
    Counted,
    Ended,
    Way,
    may_petition,
    may_sign,
)
from civic.propose.tables import Issue, Petition, Signature
from civic.work import UnitOfWork

P = Permission


def may_start_petition(work: UnitOfWork, issue: Issue, standing: Standing | None) -> Verdict:
    """Whoever lives, owns or rents here, and representatives; on what the committee has not made a topic."""
    last = standing.petition if standing else None
    short = last is not None and last.ended == Ended.SHORT.value
    return work.may(P.START_PETITION).then(
        lambda: may_petition(
            Phase(issue.phase),
            Nature(issue.nature) if issue.nature else None,
            issue.category,
            running=last is not None and last.ended is None,
            again_on=deadline(last.ends_on, AGAIN_DAYS, work.calendar)
            if last is not None and short
            else None,
            today=work.today,
        )
    )


def start_petition(work: UnitOfWork, issue_id: int) -> Petition:
    """Who is entitled and how many it takes is fixed now, for its thirty days."""
    issue = work.get(Issue, issue_id, lock=True)
    may_start_petition(work, issue, standing_of(work, issue, None)).demand()
    work.require(P.START_PETITION)
    residents, representatives, owners = bars_today(work, issue)
    if not (residents.of or representatives.of or owners.of):
        raise Refusal(say("Nobody here is on the roll as entitled yet, so nobody could sign."))
    ends_on = deadline(work.today, DAYS, work.calendar)
    checked_on = working_days_after(ends_on, CHECK_DAYS, work.calendar)
    figures = {
        "of_residents": residents.of, "needed_residents": residents.needed,
        "of_representatives": representatives.of, "needed_representatives": representatives.needed,
        "of_owners": owners.of, "needed_owners": owners.needed,
    }  # fmt: skip
    petition = work.add(
        Petition(
            issue_id=issue.id, starter_id=work.person_id, started_at=work.now, roll_on=work.today, ends_on=ends_on,
            ends_at=end_of(ends_on, work.zone), checks_end_at=end_of(checked_on, work.zone), **figures,
        )
    )  # fmt: skip
    issue.petitions += 1
    issue.petitioned_until_on = checked_on
    work.record(
        events.PetitionStarted(issue_id=issue.id, petition_id=petition.id, ends_on=ends_on, **figures)
    )
    return petition


def may_sign_petition(work: UnitOfWork, standing: Standing, way: Way) -> Verdict:
    """Whoever was entitled that way on the day of the roll, once, while it runs."""
    return work.may(P.SIGN_PETITION).then(
        lambda: may_sign(
            open_now=standing.runs(work.now),
            as_it=way in standing.open_ways(),
            already=way in standing.signed,
            because=_why_not(work, standing, way),
        )
    )


def _why_not(work: UnitOfWork, standing: Standing, way: Way) -> Message | None:
    if way is Way.OWNER:
        owns = work.actor is not None and Office.OWNER in work.actor.standings
        return None if owns else say("Only owners vote on what owners share.")
    verdict = standing.may_vote(way)
    return None if verdict else verdict.because or say("Nobody signs this petition that way.")


def sign_petition(work: UnitOfWork, issue_id: int, way: Way) -> None:
    """One tap. Whoever signed on paper too is counted once."""
    issue = work.get(Issue, issue_id, lock=True)
    work.may(P.SIGN_PETITION).demand()
    standing = running(work, issue, work.person_id)
    may_sign_petition(work, standing, way).demand()
    if way is Way.OWNER:
        votes_as_owner(work, issue, standing.petition, work.person_id).demand()
    work.require(P.SIGN_PETITION)
    row = _row(work, standing.petition, work.person_id, way, Channel.PHONE)
    row.state, row.at = Counted.COUNTED.value, work.now
    work.record(events.PetitionSigned(issue_id=issue.id, petition_id=standing.petition.id, way=way))


def running(work: UnitOfWork, issue: Issue, person_id: int | None) -> Standing:
    """The newest petition, for that person; a refusal where none was ever begun."""
    standing = standing_of(work, issue, person_id)
    if standing is None:
        raise Refusal(say("There is no petition on this issue."))
    return standing


def _row(work: UnitOfWork, petition: Petition, person_id: int, way: Way, channel: Channel) -> Signature:
    """Their signature in that way and channel, a new one that does not count yet when there is none."""
    found = signature_of(work, petition, person_id, way, channel)
    return found or work.add(
        Signature(
            petition_id=petition.id, person_id=person_id, way=way.value, channel=channel.value,
            state=Counted.WAITING.value, at=work.now,
        )
    )  # fmt: skip


def signature_of(
    work: UnitOfWork, petition: Petition, person_id: int, way: Way, channel: Channel
) -> Signature | None:
    """Somebody's signature that way, on the phone or on paper, whatever became of it."""
    return work.session.scalar(
        select(Signature).where(
            Signature.petition_id == petition.id, Signature.community_id == work.community.id,
            Signature.person_id == person_id, Signature.way == way.value, Signature.channel == channel.value,
        )
    )  # fmt: skip


def may_withdraw_signature(work: UnitOfWork, standing: Standing) -> Verdict:
    """One's own, until the petition ends, also one given on paper."""
    held = bool(standing.signed) or standing.on_paper
    return work.may(P.SIGN_PETITION).then(lambda: _may_withdraw(held=held, runs=standing.runs(work.now)))


def _may_withdraw(*, held: bool, runs: bool) -> Verdict:
    if not held:
        return no(say("You have not signed this petition."))
    if not runs:
        return no(say("The petition is over; nobody can sign it or take back a signature any more."))
    return YES


def withdraw_signature(work: UnitOfWork, issue_id: int) -> None:
    """Every signature of one's own on it, on the phone and on paper."""
    issue = work.get(Issue, issue_id, lock=True)
    work.may(P.SIGN_PETITION).demand()
    standing = running(work, issue, work.person_id)
    may_withdraw_signature(work, standing).demand()
    work.require(P.SIGN_PETITION)
    live = (Counted.COUNTED.value, Counted.WAITING.value)
    for row in work.session.scalars(
        select(Signature).where(
            Signature.petition_id == standing.petition.id, Signature.person_id == work.person_id,
            Signature.community_id == work.community.id, Signature.state.in_(live),
        )
    ):  # fmt: skip
        row.state = Counted.WITHDRAWN.value
    work.record(events.SignatureWithdrawn(issue_id=issue.id, petition_id=standing.petition.id))
