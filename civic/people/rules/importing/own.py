"""What a list does not change: whoever brings it (four eyes), and what somebody had corrected at their request."""

from collections.abc import Iterable

from civic.core.message import say
from civic.people.rules.importing.entry import Entry
from civic.people.rules.importing.faces import Faces
from civic.people.rules.importing.roll import Roll

OWN = say(
    "This is your own entry or your own door. It stays as it is on the roll; please let a colleague import or enter it."
)
ASKED = say(
    "This person had the roll corrected; what it says stays. Should it be wrong again, please correct it on their own page."
)


def leave_own(entries: Iterable[Entry], faces: Faces, roll: Roll, mine: int | None) -> int:
    """Refuse the rows about the person `mine`, and of all rows about a door where that person lives or
    owns, by the roll or by this list: owners of one dwelling go in together or not at all. How many they are."""
    rows = [entry for entry in entries if not entry.refused]
    if mine is None:
        return 0
    homes = set(roll.linked().get(mine, ()))
    homes |= {row.home for row in rows if _about(row, faces, mine)}
    own = [row for row in rows if row.home in homes]
    for row in own:
        row.refuse(OWN)
    return len(own)


def _about(row: Entry, faces: Faces, mine: int) -> bool:
    face = faces.of.get(row.number)
    return face is not None and face.known is not None and face.known.id == mine
