"""Owners of one dwelling: their shares make one whole, one of them votes (domain.md §2.1; Ningbo, art. 18).

They go in together or not at all: half of the owners would be a false roll.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from civic.core.message import Message, say
from civic.people.rules.importing.columns import Column
from civic.people.rules.importing.entry import Entry, Home
from civic.people.rules.importing.faces import Faces
from civic.people.rules.importing.registry import KnownOwnership
from civic.people.rules.importing.roll import Roll


@dataclass(frozen=True)
class Owned:
    """What a row comes to: the share and whether this owner votes; `known` where the roll has it already."""

    share: Fraction
    named_voter: bool
    known: KnownOwnership | None
    share_known: bool = True
    """False where several own and neither list nor roll says how much."""


def settle_owners(entries: Iterable[Entry], faces: Faces, roll: Roll) -> dict[int, Owned]:
    """The ownership of each row that says so, by its number; rows that do not add up are refused."""
    homes: dict[Home, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.owner and entry.door:
            homes[entry.home].append(entry)
    settled: dict[int, Owned] = {}
    for rows in homes.values():
        if refused := [row for row in rows if row.refused]:
            _refuse(
                [row for row in rows if not row.refused],
                say(
                    "Row %(row)s about another owner of this dwelling is refused; its owners go in together.",
                    row=str(refused[0].number),
                ),
                Column.OWNER,
            )
            continue
        settled |= _Dwelling(rows, faces, roll).settle()
    return settled


class _Dwelling:
    """The owners of one dwelling in the list, and those on the roll who do not stand in it."""

    def __init__(self, rows: list[Entry], faces: Faces, roll: Roll) -> None:
        self.rows = rows
        self.known: dict[int, KnownOwnership] = {}
        for row in rows:
            person = faces.of[row.number].known
            if person and (ownership := roll.owns_of(person.id, row)):
                self.known[row.number] = ownership
        dwelling = roll.dwelling(rows[0])
        mentioned = {ownership.id for ownership in self.known.values()}
        owners = roll.owners[dwelling.id] if dwelling else []
        self.others = [ownership for ownership in owners if ownership.id not in mentioned]
        self.names = [roll.people[ownership.person_id].name for ownership in self.others]

    def settle(self) -> dict[int, Owned]:
        """By row; nothing where they are refused."""
        shares = self._shares()
        if shares is None or not self._whole(shares):
            return {}
        voters = self._voters()
        if voters is None:
            return {}
        return {
            row.number: Owned(
                shares[row.number], voters[row.number], self.known.get(row.number), self._told(row)
            )
            for row in self.rows
        }

    def _told(self, row: Entry) -> bool:
        """Whether anybody said how large the share is; a sole owner has it all."""
        known = self.known.get(row.number)
        return bool(row.share) or (known.share_known if known else len(self.rows) + len(self.others) == 1)

    def _shares(self) -> dict[int, Fraction] | None:
        """As the row says, else as the roll has it; new owners without any share are taken as equal until somebody
        says (Civil Code 309)."""
        told: dict[int, Fraction] = {}
        for row in self.rows:
            known = self.known.get(row.number)
            if row.share:
                told[row.number] = Fraction(*row.share)
            elif known:
                told[row.number] = Fraction(known.share_num, known.share_den)
        if not told and not self.others:
            return {row.number: Fraction(1, len(self.rows)) for row in self.rows}
        if blank := [row for row in self.rows if row.number not in told]:
            _refuse(
                self.rows,
                say(
                    "Row %(row)s gives no share of this dwelling. Please give one to each owner, as 1/2.%(others)s",
                    row=str(blank[0].number),
                    others=self._others(),
                ),
                Column.SHARE,
            )
            return None
        return told

    def _whole(self, shares: dict[int, Fraction]) -> bool:
        """Whether all shares make one; what the roll has already and the list leaves as it is may stay odd."""
        total = sum(shares.values(), Fraction(0))
        total += sum((Fraction(other.share_num, other.share_den) for other in self.others), Fraction(0))
        if total == 1:
            return True
        because = say(
            "The shares of this dwelling come to %(total)s instead of 1.%(others)s",
            total=str(total),
            others=self._others(),
        )
        if all(_as_known(self.known.get(row.number), shares[row.number]) for row in self.rows):
            self.rows[0].mend(because, Column.SHARE)
            return True
        _refuse(self.rows, because, Column.SHARE)
        return False

    def _voters(self) -> dict[int, bool] | None:
        """Who votes; a sole owner does unless the list says no; None where two would."""
        named = any(row.named_voter for row in self.rows)
        sole = len(self.rows) + len(self.others) == 1
        voters = {}
        for row in self.rows:
            known = self.known.get(row.number)
            blank = False if named else known.named_voter if known else sole
            voters[row.number] = blank if row.named_voter is None else row.named_voter
        count = sum(voters.values()) + sum(other.named_voter for other in self.others)
        if count > 1:
            _refuse(
                self.rows,
                say(
                    "This dwelling has %(n)s named voters. Its owners name one.%(others)s",
                    n=count,
                    others=self._others(),
                ),
                Column.NAMED_VOTER,
            )
            return None
        if count == 0:
            self.rows[0].mend(
                say("None of the owners is named to vote for this dwelling. Please ask them whom they name."),
                Column.NAMED_VOTER,
            )
        return voters

    def _others(self) -> Message:
        if not self.names:
            return Message("")
        return say(
            " On the roll %(name)s owns a part too; if that has ended, please end it there first.",
            name=self.names[0],
        )


def _as_known(known: KnownOwnership | None, share: Fraction) -> bool:
    return known is not None and Fraction(known.share_num, known.share_den) == share


def _refuse(rows: list[Entry], because: Message, column: Column) -> None:
    for row in rows:
        row.refuse(because, column)
