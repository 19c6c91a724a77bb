"""What Decide adds to the page of an issue."""

from civic.core.message import Message, say
from civic.decide import acts
from civic.decide.in_place import may_cast_in_place
from civic.decide.queries.ground import ground_of
from civic.decide.queries.votes import Latest, frozen_terms, latest_vote, phase_of
from civic.decide.result_view import VERDICTS
from civic.decide.rules.kinds import Outcome
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.words import BODIES, rule_words
from civic.decide.tables import Vote
from civic.permissions import Permission
from civic.propose.rules import TRANSITIONS, Phase
from civic.propose.tables import Issue
from civic.web.house import Door, Panel
from civic.work import UnitOfWork

BEFORE = frozenset({Phase.SUBMITTED, Phase.VERIFIED, Phase.TOPIC, Phase.ROUTED, Phase.DECLINED, Phase.MERGED})
"""Where no vote can have been called yet."""

UNDECIDED = {
    Outcome.INQUORATE.value: say("Too few took part: nothing was decided"),
    Outcome.VOID.value: say("The vote is void: nothing was decided"),
}
"""Neither is a rejection (domain 3.3): the road ends, the matter is not decided against."""


def panel(work: UnitOfWork, issue: Issue) -> Panel | None:
    """The newest vote in a few lines; its doors for voter, clerk and committee: one statement."""
    phase = Phase(issue.phase)
    if phase in BEFORE:
        return None
    latest = latest_vote(work, issue.id) if phase is not Phase.OUTCOME else None
    doors = _calling(work, issue, phase)
    if latest is None:
        return Panel(3, doors) if doors else None
    vote = latest.vote
    return Panel(
        3,
        [*_voting(work, latest), *_counting(work, latest), *doors],
        "decide/panel.html",
        {
            "vote": vote,
            "vote_phase": phase_of(work, vote),
            "vote_body": BODIES[vote.preset],
            "vote_rules": rule_words(frozen_terms(vote)),
            "vote_verdict": VERDICTS[Outcome(vote.outcome)] if vote.outcome else None,
            "vote_mine": latest.voted,
        },
        ending=_ending(vote) if phase is Phase.NOT_ADOPTED else None,
    )


def _ending(vote: Vote) -> Message | None:
    void = vote.phase == VotePhase.VOID.value
    return UNDECIDED.get(Outcome.VOID.value if void else vote.outcome or "")


def _calling(work: UnitOfWork, issue: Issue, phase: Phase) -> list[Door]:
    if (phase, "call_vote") not in TRANSITIONS or not work.may(Permission.NOTIFY_VOTE):
        return []
    may = acts.may_begin_notice(work, ground_of(work, issue))
    return [Door(say("Give notice of a vote"), "/vote-notice", may, main=phase is Phase.OUTCOME)]


def _voting(work: UnitOfWork, latest: Latest) -> list[Door]:
    """The seal, for whoever may vote on the screen and has not."""
    vote = latest.vote
    if not latest.on_roll or latest.voted or phase_of(work, vote) is not VotePhase.OPEN:
        return []
    if vote.channel != "online":
        return []
    may = may_cast_in_place(work, vote.id)
    if not may:
        return []
    return [
        Door(
            say("Vote"), f"/votes/{vote.id}", may, main=True, seal="vote", ask=vote.question,
            until=vote.closes_at,
        )
    ]  # fmt: skip


def _counting(work: UnitOfWork, latest: Latest) -> list[Door]:
    vote, phase = latest.vote, phase_of(work, latest.vote)
    if phase not in (VotePhase.OPEN, VotePhase.CLOSED):
        return []
    keys = work.may(Permission.KEY_SHEET)
    # The committee keys none, but settles what two clerks read differently.
    doors = [
        Door(
            say("Key in sheets") if keys else say("Where the sheets stand"),
            f"/votes/{vote.id}/sheets",
            keys or work.may(Permission.COUNT),
        )
    ]
    if phase is VotePhase.CLOSED:
        may = work.may(Permission.COUNT)
        doors.append(Door(say("Declare the result"), f"/votes/{vote.id}/declaration", may, main=True))
    return [door for door in doors if door.verdict]
