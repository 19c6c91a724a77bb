"""What hangs on the board about a vote: the notice, the result, the final result."""

from dataclasses import dataclass
from datetime import date

from civic.core.days import day_of
from civic.core.message import Message, say
from civic.decide.queries.counting import counted_from, entitled_in
from civic.decide.queries.roll import estate_of
from civic.decide.queries.votes import frozen_terms
from civic.decide.rules.assess import evaluate
from civic.decide.rules.posting import posting_ends
from civic.decide.rules.presets import preset
from civic.decide.rules.words import BODIES, EFFECTS, rule_words
from civic.decide.tables import Vote
from civic.permissions import Standing
from civic.propose.tables import Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Poster:
    """One sheet for the board, not yet written out."""

    vote: Vote
    subject: str
    lines: list[Message | str]
    until_on: date
    takes_objections: bool
    owners_of: str | None = None
    """Whose owners alone may object (empty: all owners here); None: any neighbour."""

    @property
    def issuer(self) -> Standing:
        """The committee whose seal stands below it."""
        return Standing.OWNERS_COMMITTEE if preset(self.vote.preset).of_owners else Standing.COMMITTEE


def notice_lines(vote: Vote, entitled: int) -> list[Message | str]:
    """The notice of a vote: motion, who, when, where, rule, effect, objections to the roll."""
    terms = frozen_terms(vote)
    place = [say("Place: %(place)s", place=vote.place)] if vote.place else []
    return [
        vote.text,
        say("Resolution: %(number)s", number=vote.number),
        say("Who votes: %(body)s, %(entitled)s on the roll", body=BODIES[vote.preset], entitled=entitled),
        say("Voting: from %(opens)s to %(closes)s", opens=vote.opens_at, closes=vote.closes_at),
        *place,
        *rule_words(terms),
        EFFECTS[terms.effect],
        say("Is the roll wrong? Objections are taken here until voting opens."),
    ]


def result_lines(vote: Vote, *, final: bool = False) -> list[Message | str]:
    """What the ballots came to, with the sum to be checked by hand."""
    assert vote.counts is not None
    found = evaluate(frozen_terms(vote), counted_from(vote.counts).counts)
    last = (
        say("The result is final.")
        if final
        else say("Objections are taken here while this result is posted.")
    )
    return [
        found.conclusion(),
        *found.arithmetic(),
        found.abstention(),
        say("Resolution: %(number)s", number=vote.number),
        vote.text,
        last,
    ]


def notice_poster(work: UnitOfWork, vote_id: int) -> Poster:
    """The notice hangs until the day of the vote; the roll can be objected to."""
    vote = work.get(Vote, vote_id)
    lines = notice_lines(vote, entitled_in(work.session, vote.id))
    return Poster(vote, "vote", lines, day_of(vote.opens_at, work.zone), True, _owners_of(work, vote))


def result_poster(work: UnitOfWork, vote_id: int) -> Poster:
    """The result hangs: 15 days for residents, the days of objection for owners."""
    vote = work.get(Vote, vote_id)
    assert vote.posting_until_on is not None
    provisional = preset(vote.preset).of_owners and vote.outcome == "adopted"
    subject = "provisional" if provisional else "result"
    return Poster(vote, subject, result_lines(vote), vote.posting_until_on, True, _owners_of(work, vote))


def _owners_of(work: UnitOfWork, vote: Vote) -> str | None:
    """The estate whose owners vote."""
    if not preset(vote.preset).of_owners:
        return None
    return estate_of(work, work.get(Issue, vote.issue_id).building_id) or ""


def final_poster(work: UnitOfWork, vote_id: int) -> Poster | None:
    """What owners adopted hangs once more, now final; residents' results hang already."""
    vote = work.get(Vote, vote_id)
    if not preset(vote.preset).of_owners or vote.outcome != "adopted":
        return None
    until = posting_ends(frozen_terms(vote), work.today, work.calendar)
    return Poster(vote, "result", result_lines(vote, final=True), until, takes_objections=False)
