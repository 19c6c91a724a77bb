"""Paper sheets: one by its number, and all of them."""

from dataclasses import dataclass

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from civic.decide.rules.kinds import Choice
from civic.decide.rules.sheets import Keying
from civic.decide.tables import Ballot, RollEntry, Sheet, Vote


@dataclass(frozen=True)
class Numbered:
    """The sheet of one roll number: its entry, what was keyed, and whether a ballot is on record."""

    entry: RollEntry
    sheet: Sheet | None
    voted: bool

    @property
    def keyings(self) -> tuple[Keying, ...]:
        """What the clerks read, in their order."""
        return keyings_of(self.sheet)


def numbered(session: Session, vote: Vote, number: int) -> Numbered | None:
    """The sheet with this number on the roll; None if the roll has no such number."""
    row = session.execute(
        select(RollEntry, Sheet, Ballot.id)
        .outerjoin(Sheet, and_(Sheet.vote_id == vote.id, Sheet.roll_entry_id == RollEntry.id))
        .outerjoin(Ballot, and_(Ballot.vote_id == vote.id, Ballot.roll_entry_id == RollEntry.id))
        .where(RollEntry.vote_id == vote.id, RollEntry.number == number)
    ).first()
    return Numbered(row[0], row[1], row[2] is not None) if row else None


def keyings_of(sheet: Sheet | None) -> tuple[Keying, ...]:
    """The readings of a sheet: none, one or two."""
    if sheet is None:
        return ()
    first = Keying(sheet.first_clerk_id, _read(sheet.first_choice), sheet.first_reason)
    if sheet.second_choice is None or sheet.second_clerk_id is None:
        return (first,)
    return first, Keying(sheet.second_clerk_id, _read(sheet.second_choice), sheet.second_reason)


def _read(choice: str) -> Choice | None:
    return None if choice == "invalid" else Choice(choice)
