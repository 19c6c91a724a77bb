"""What the committee may edit of a person, from their page."""

from dataclasses import dataclass

from civic.core.message import Message, say
from civic.core.verdict import Verdict
from civic.people.acts.people import may_edit_person
from civic.people.queries.entries import Entry
from civic.people.queries.people import last_home
from civic.people.spoken import door_words
from civic.people.tables import Person, PersonKind
from civic.permissions import Permission
from civic.work import UnitOfWork

Way = tuple[str, Message, Message | None]
"""Address, name, one more line."""


@dataclass(frozen=True)
class Ways:
    """Whether the entry may be edited, and where."""

    may: Verdict
    open: tuple[Way, ...] = ()
    ends: tuple[Way, ...] = ()
    """What takes something away; last on the page."""


def person_ways(work: UnitOfWork, entry: Entry) -> Ways | None:
    """For whoever edits the roll: the ways, or why not this entry; None for everybody else. One statement, two of
    whoever lives nowhere here."""
    if not work.may(Permission.EDIT_ROLL):
        return None
    may = may_edit_person(work, work.get(Person, entry.person_id))
    return Ways(may, tuple(_ways(work, entry)), tuple(_ends(entry))) if may else Ways(may)


def _ways(work: UnitOfWork, entry: Entry) -> list[Way]:
    here = f"/admin/people/{entry.person_id}"
    if entry.gone_on is not None:
        return [(f"{here}/gone", say("Put back on the roll"), None)]
    person = entry.kind == PersonKind.PERSON
    lines = say("Name, telephone, birthday") if person else say("Name, telephone")
    found: list[Way] = [(f"{here}/edit", say("Correct the entry"), lines)]
    if person and entry.home is None:
        found += _homes(work, entry)
    if person:
        found.append((f"{here}/kin", say("Close kin"), None))
    why = (
        say("Guardian of a minor or of whoever lacks capacity")
        if person
        else say("Representative of the organisation, with the document")
    )
    found.append((f"{here}/agent", say("Who acts by law"), why))
    return found


def _homes(work: UnitOfWork, entry: Entry) -> list[Way]:
    """Where they live: as before, or at any door."""
    any_door: Way = ("/admin/buildings", say("Enter the home"), say("Choose the building, then the door."))
    last = last_home(work, entry.person_id)
    if last is None:
        return [any_door]
    again = f"/admin/dwellings/{last.dwelling_id}/in/{entry.person_id}?from=person-{entry.person_id}"
    return [(again, say("Enter the last home again"), door_words(last)), any_door]


def _ends(entry: Entry) -> list[Way]:
    here = f"/admin/people/{entry.person_id}"
    if entry.gone_on is not None:
        return []
    gone: Way = (f"{here}/gone", say("Take off the roll"), say("Died, or moved away for good"))
    if entry.suspended:
        return [(f"{here}/suspend", say("Lift the suspension"), None), gone]
    if entry.account and not entry.offices:
        return [(f"{here}/suspend", say("Suspend the account"), None), gone]
    return [gone]
