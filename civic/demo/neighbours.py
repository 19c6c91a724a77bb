"""Buttons of the demo: the neighbours whom nobody plays vote, and two clerks key what they handed in."""

from dataclasses import dataclass, replace

from sqlalchemy import select

from civic.decide import acts as decide
from civic.decide.queries.counting import ballots_in, entitled_in
from civic.decide.tables import Ballot, RollEntry, Sheet, Vote
from civic.demo.paper import FIRST, SECOND
from civic.demo.votes import mark
from civic.people.queries.mine import demo_cast
from civic.people.queries.who import actor_of
from civic.people.tables import Person
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Came:
    """How many came in just now, and how many are in of how many."""

    now: int
    ballots: int
    entitled: int


def let_neighbours_vote(work: UnitOfWork, vote_id: int) -> Came:
    """Whoever is on the roll, has not voted and is not of the cast casts a ballot: 17 of 20, mostly for."""
    vote = work.get(Vote, vote_id)
    cast = {each.person_id for each in demo_cast(work)}
    before = ballots_in(work.session, vote.id)
    for number, person_id, _sheet in _waiting(work, vote):
        if person_id not in cast and _comes(number):
            decide.cast_ballot(_as(work, person_id), vote.id, _opinion(number))
    return _came(work, vote, before)


def let_clerks_key(work: UnitOfWork, vote_id: int) -> Came:
    """Both clerks key, blind, the sheets that came in, 17 of 20, and any that was keyed once already."""
    vote = work.get(Vote, vote_id)
    before = ballots_in(work.session, vote.id)
    clerks = [_as(work, work.one(Person, name=name).id) for name in (FIRST, SECOND)]
    for number, _person, sheet in _waiting(work, vote):
        if sheet is None and _comes(number):
            choice, reason = mark("unsigned" if number % 40 == 1 else _opinion(number))
            for clerk in clerks:
                decide.key_sheet(clerk, vote.id, number=number, choice=choice, reason=reason)
        elif sheet is not None and sheet.second_clerk_id is None:
            other = next(clerk for clerk in clerks if clerk.person_id != sheet.first_clerk_id)
            decide.key_sheet(
                other, vote.id, number=number, choice=sheet.first_choice, reason=sheet.first_reason
            )
    return _came(work, vote, before)


def _waiting(work: UnitOfWork, vote: Vote) -> list[tuple[int, int, Sheet | None]]:
    """Entries without a ballot: number on the roll, whose, and the sheet if somebody keyed it."""
    rows = work.session.execute(
        select(RollEntry.number, RollEntry.person_id, Sheet)
        .outerjoin(Ballot, Ballot.roll_entry_id == RollEntry.id)
        .outerjoin(Sheet, Sheet.roll_entry_id == RollEntry.id)
        .where(RollEntry.vote_id == vote.id, RollEntry.person_id.is_not(None), Ballot.id.is_(None))
        .order_by(RollEntry.number)
    )
    return [(row[0], row[1] or 0, row[2]) for row in rows]


def _as(work: UnitOfWork, person_id: int) -> UnitOfWork:
    """The same hour and transaction, but this person acts."""
    return replace(work, actor=actor_of(work.session, work.community.id, person_id, work.today))


def _came(work: UnitOfWork, vote: Vote, before: int) -> Came:
    ballots = ballots_in(work.session, vote.id)
    return Came(ballots - before, ballots, entitled_in(work.session, vote.id))


def _comes(number: int) -> bool:
    return number % 20 not in {7, 13, 18}


def _opinion(number: int) -> str:
    """Nobody's in earnest: by the number on the roll, so that a telling can be repeated."""
    return "no" if number % 9 == 4 else "abstain" if number % 14 == 5 else "yes"
