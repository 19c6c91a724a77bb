"""What a looker is to the person looked at, from plain values."""

from dataclasses import dataclass

from civic.people.rules.sight.table import Viewer
from civic.permissions import Standing

S, V = Standing, Viewer


@dataclass(frozen=True)
class Looker:
    """Whoever looks; a helper looks as themselves, with the persons whom they help today."""

    person_id: int | None
    """None: nobody is signed in."""
    standings: tuple[Standing, ...] = (Standing.VISITOR,)
    household: tuple[int, int] | None = None
    """A dwelling and the number of a household in it."""
    building_id: int | None = None
    buildings: frozenset[int] = frozenset()
    """Over which they hold office as building head or grid worker."""
    entrances: frozenset[tuple[int, int]] = frozenset()
    helps: frozenset[int] = frozenset()
    glass: bool = False
    """Whether an administrator has broken the glass, with a logged reason, less than an hour ago."""


@dataclass(frozen=True)
class Subject:
    """The person looked at."""

    person_id: int
    household: tuple[int, int] | None = None
    building_id: int | None = None
    entrance: int | None = None
    owner: bool = False
    """Whether on the owners' roll of a vote that is on."""


ANYWHERE = {
    S.COMMITTEE: V.COMMITTEE,
    S.SUPERVISOR: V.SUPERVISOR,
    S.ADMINISTRATOR: V.ADMINISTRATOR,
    S.PARTY_COMMITTEE: V.PARTY_COMMITTEE,
    S.BUILDING_HEAD: V.HEAD_ELSEWHERE,
    S.ENTRANCE_HEAD: V.HEAD_ELSEWHERE,
    S.GRID_WORKER: V.GRID_WORKER_ELSEWHERE,
    S.PROPERTY_FIRM: V.PROPERTY_FIRM,
    S.ADVISOR: V.ADVISOR,
    S.VOLUNTEER: V.VOLUNTEER,
    S.DEPARTMENT: V.DEPARTMENT,
    S.CLERK: V.CLERK,
}
"""What an office is to everybody; other offices look like any resident."""


def viewers_of(looker: Looker, subject: Subject) -> frozenset[Viewer]:
    """Everything that a looker is to this person; a suspended account is a visitor to all but itself."""
    if looker.person_id is None:
        return frozenset({V.VISITOR})
    if looker.person_id == subject.person_id:
        return frozenset({V.ONESELF})
    if S.SUSPENDED in looker.standings or not looker.standings:
        return frozenset({V.VISITOR})
    found = {ANYWHERE.get(standing, V.RESIDENT) for standing in looker.standings}
    return frozenset(found | _near(looker, subject) | _by_office(looker, subject))


def viewer_of(looker: Looker, subject: Subject) -> Viewer:
    """The strongest of them: what a log of looks says they looked as."""
    found = viewers_of(looker, subject)
    return next(viewer for viewer in Viewer if viewer in found)


def _near(looker: Looker, subject: Subject) -> set[Viewer]:
    found = set()
    if subject.person_id in looker.helps:
        found.add(V.HELPER)
    if looker.household is not None and looker.household == subject.household:
        found.add(V.SAME_HOUSEHOLD)
    if looker.building_id is not None and looker.building_id == subject.building_id:
        found.add(V.NEIGHBOUR)
    return found


def _by_office(looker: Looker, subject: Subject) -> set[Viewer]:
    """Offices over this person's building or entrance, or over this vote."""
    held, found = set(looker.standings), set()
    here = subject.building_id in looker.buildings
    door = subject.building_id is not None and subject.entrance is not None
    at_door = door and (subject.building_id, subject.entrance) in looker.entrances
    if (S.BUILDING_HEAD in held and here) or (S.ENTRANCE_HEAD in held and at_door):
        found.add(V.HEAD)
    if S.GRID_WORKER in held and here:
        found.add(V.GRID_WORKER)
    if S.OWNERS_COMMITTEE in held and subject.owner:
        found.add(V.OWNERS_COMMITTEE)
    if S.ADMINISTRATOR in held and looker.glass:
        found.add(V.ADMINISTRATOR_GLASS)
    return found
