"""Give notice of a vote: ask who may decide, then freeze rule, text and roll."""

from collections.abc import Sequence
from datetime import datetime
from json import loads

from civic.core.days import clear_days, day_of
from civic.core.entropy import code
from civic.core.errors import Refusal
from civic.core.message import say, say_n
from civic.core.verdict import YES, Verdict, no
from civic.decide import events
from civic.decide.queries.ground import Ground, ground_of, terms_for
from civic.decide.queries.roll import Drawn, draw_roll, unknown_areas
from civic.decide.rules.holding import Plan, holdable, may_give_notice, may_hold_here
from civic.decide.rules.notice import may_notify
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.presets import preset as preset_of
from civic.decide.rules.roll import roll_hash
from civic.decide.rules.router import may_call_vote, route
from civic.decide.rules.terms import Terms
from civic.decide.rules.terms_text import terms_hash, terms_json
from civic.decide.tables import RollEntry, Vote
from civic.ledger.chain import canonical, payload_hash
from civic.permissions import Permission
from civic.propose.rules import Nature, Phase, may_move
from civic.propose.tables import Issue
from civic.work import UnitOfWork

P = Permission


def may_call_vote_on(work: UnitOfWork, issue: Issue) -> Verdict:
    """A committee, on a matter that a vote can decide or advise on, whose discussion has an outcome."""
    return (
        work.may(P.NOTIFY_VOTE)
        .then(lambda: _votable(issue.nature))
        .then(lambda: may_move(Phase(issue.phase), "call_vote"))
    )


def _votable(nature: str | None) -> Verdict:
    if nature is None:
        return no(say("Nobody has said yet what kind of matter this is."))
    way = route(Nature(nature))
    return no(way.reason) if way.effect is None else YES


def may_begin_notice(work: UnitOfWork, ground: Ground) -> Verdict:
    """The same, when all that goes before the notice is done: comments taken, the matter studied."""
    return (
        may_call_vote_on(work, ground.issue)
        .then(lambda: _prepared(work, ground))
        .then(lambda: _studied(ground))
    )


def may_notify_vote(work: UnitOfWork, ground: Ground, plan: Plan) -> Verdict:
    """Who may decide comes first, then whether everything before the notice is done, then the days."""
    issue = ground.issue
    nature = Nature(issue.nature) if issue.nature else None
    return (
        may_call_vote_on(work, issue)
        .then(lambda: _competent(work, nature, plan.preset))
        .then(lambda: may_give_notice(plan.preset, work.actor.standings if work.actor else ()))
        .then(lambda: may_begin_notice(work, ground))
        .then(lambda: _weighed(work, issue, plan.preset))
        .then(lambda: _in_time(work, ground, plan, terms_for(issue, plan.preset)))
    )


def _competent(work: UnitOfWork, nature: Nature | None, preset: str) -> Verdict:
    assert nature is not None
    effect = route(nature).effect
    assert effect is not None
    return may_call_vote(nature, preset, effect, authorisation=work.community.res_rep_authority)


def _prepared(work: UnitOfWork, ground: Ground) -> Verdict:
    until = ground.comments_until_on
    if until is None:
        return no(say("Write the outcome of the discussion first: a vote needs something to vote on."))
    if ground.archived:
        return no(say("The outcome says that nothing more is done here. There is nothing to vote on."))
    if work.today <= until:
        return no(
            say("Comments on the outcome are taken until %(day)s. The notice goes out after.", day=until)
        )
    return YES


def _studied(ground: Ground) -> Verdict:
    """Where the law asks for it under every rule that is open to this matter (art. 30)."""
    presets = holdable(Nature(ground.issue.nature)) if ground.issue.nature else ()
    if ground.study_agreed or not presets or not all(preset_of(each).party_study for each in presets):
        return YES
    if ground.studied_on:
        return no(say("The Party committee did not agree to send this to a vote. Its record says why."))
    return no(say("The Party committee has to study the outcome first. Its record opens the way to a vote."))


def _weighed(work: UnitOfWork, issue: Issue, preset: str) -> Verdict:
    missing = unknown_areas(work, issue) if preset_of(preset).of_owners else 0
    if not missing:
        return YES
    return no(
        say_n(
            "The area of %(n)s dwelling is not on the roll. Owners' votes are weighed by area: please mend it first.",
            "The area of %(n)s dwellings is not on the roll. Owners' votes are weighed by area: please mend it first.",
            missing,
        )
    )


def _in_time(work: UnitOfWork, ground: Ground, plan: Plan, terms: Terms) -> Verdict:
    if plan.closes_at <= plan.opens_at:
        return no(say("Voting has to close after it opens."))
    vote_on = day_of(plan.opens_at, work.zone)
    return may_hold_here(terms, plan.channel).then(
        lambda: may_notify(
            terms, today=work.today, vote_on=vote_on, agenda_frozen=True, studied_on=ground.studied_on
        )
    )


def notify_vote(
    work: UnitOfWork, issue_id: int, *, preset: str, question: str, text: str, number: str,
    opens_at: datetime, closes_at: datetime, place: str, channel: str,
) -> Vote:  # fmt: skip
    """The notice goes out: rule, text and roll are copied and never change with anything later."""
    issue = work.get(Issue, issue_id, lock=True)
    ground, plan = ground_of(work, issue), Plan(preset, opens_at, closes_at, channel)
    may_notify_vote(work, ground, plan).demand()
    work.require(P.NOTIFY_VOTE)
    drawn, terms = draw_roll(work, issue, preset), terms_for(issue, preset)
    vote = work.add(
        Vote(
            code=code(work.entropy), issue_id=issue.id, number=number, question=question, text=text,
            preset=preset, terms=loads(terms_json(terms)), terms_hash=terms_hash(terms),
            text_hash=payload_hash(canonical({"number": number, "question": question, "text": text})),
            roll_hash=roll_hash(seat.line for seat in drawn), channel=channel, place=place,
            phase=VotePhase.NOTIFIED.value, notified_at=work.now, opens_at=opens_at, closes_at=closes_at,
        )
    )  # fmt: skip
    _freeze_roll(work, vote, drawn)
    work.record(
        events.VoteNotified(
            issue_id=issue.id, vote_id=vote.id, preset=preset, effect=terms.effect.value, entitled=len(drawn),
            notice_days=clear_days(work.today, day_of(opens_at, work.zone)), opens_at=opens_at, closes_at=closes_at,
        )
    )  # fmt: skip
    return vote


def _freeze_roll(work: UnitOfWork, vote: Vote, drawn: Sequence[Drawn]) -> None:
    if not drawn:
        raise Refusal(say("Nobody would be on the roll of this vote."))
    work.session.add_all(
        RollEntry(
            community_id=work.community.id, vote_id=vote.id, number=number, person_id=seat.line.voter_id or None,
            office=seat.office, label=seat.label, units=max(1, len(seat.line.dwelling_ids)),
            heads=seat.line.heads, area_hundredths=seat.line.area,
        )
        for number, seat in enumerate(drawn, 1)
    )  # fmt: skip
