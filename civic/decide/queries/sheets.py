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


@dataclass(frozen=True)
class Line:
    """One sheet on the clerks' list; never what anybody read on it."""

    number: int
    office: str
    label: str
    area: int
    sheet_id: int | None
    state: str
    """open, once, differs, done, voted (on the screen)."""


@dataclass(frozen=True)
class SheetList:
    """Where the sheets of a vote stand."""

    lines: list[Line]

    def count(self, state: str) -> int:
        """How many stand there."""
        return sum(line.state == state for line in self.lines)

    def among(self, state: str) -> list[Line]:
        """Those that stand there; all of them for no state."""
        return [line for line in self.lines if not state or line.state == state]


def sheet_list(session: Session, vote_id: int) -> SheetList:
    """All numbers of the roll with the state of their sheets: one statement."""
    rows = session.execute(
        select(
            RollEntry.number, RollEntry.office, RollEntry.label, RollEntry.area_hundredths, Sheet.id,
            Sheet.second_clerk_id, Sheet.settled_choice, Ballot.channel,
        )
        .outerjoin(Sheet, and_(Sheet.vote_id == vote_id, Sheet.roll_entry_id == RollEntry.id))
        .outerjoin(Ballot, and_(Ballot.vote_id == vote_id, Ballot.roll_entry_id == RollEntry.id))
        .where(RollEntry.vote_id == vote_id)
        .order_by(RollEntry.number)
    )  # fmt: skip
    return SheetList([Line(*row[:5], _state(*row[4:])) for row in rows])


def _state(sheet: int | None, second: int | None, settled: str | None, channel: str | None) -> str:
    if sheet is None:
        return "voted" if channel else "open"
    if settled is not None:
        return "done"
    return "once" if second is None else "differs"
