"""An imported list against the roll: `plan_import`, pure and repeatable.

Order: understand each row; find the building it means; refuse rows that contradict each other; find whom each row is about; settle the
owners of each dwelling; write down what is left. A row goes in whole or not at all.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from civic.people.rules.importing.conflicts import refuse_contradictions
from civic.people.rules.importing.draft import Draft
from civic.people.rules.importing.estates import settle_estates
from civic.people.rules.importing.faces import Faces
from civic.people.rules.importing.own import leave_own
from civic.people.rules.importing.owners import settle_owners
from civic.people.rules.importing.planned import Plan
from civic.people.rules.importing.reading import read_entry
from civic.people.rules.importing.registry import Registry
from civic.people.rules.importing.roll import Roll


def plan_import(
    rows: Iterable[tuple[int, Mapping[str, str]]],
    known: Registry,
    today: date,
    mine: int | None = None,
    registered: bool | None = None,
) -> Plan:
    """What importing these rows on that day would do to the roll.

    `rows` are `Sheet.rows`: the number in the file and the text by column. The same list planned against
    the roll after it was written gives no new and no changed row. Who is missing from the list stays.
    `mine` is the person who imports: their own entry and their own door are left to a colleague (four eyes). `registered` is what the
    importer said, once for the whole list, of whoever lives here and of whom it says nothing; never of tenants.
    """
    roll = Roll(known, today)
    entries = [read_entry(number, row, today) for number, row in rows]
    settle_estates(entries, roll)
    for entry in entries:
        roll.find_entrance(entry)
    refuse_contradictions(entries)
    faces = Faces(roll)
    faces.find_all(entries)
    owned = settle_owners(entries, faces, roll)
    own = leave_own(entries, faces, roll, mine)
    taken = [entry for entry in entries if not entry.refused]
    return Draft(taken, roll, faces, owned, registered).plan(entries, own)
