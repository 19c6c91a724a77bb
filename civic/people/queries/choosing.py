"""Whom an office is given to: chosen among those whose entry the giver may see, never guessed."""

from dataclasses import dataclass

from civic.core.errors import NotAllowed, NotFound
from civic.people.queries.entries import Place
from civic.people.queries.named import named
from civic.people.queries.naming import meant
from civic.people.queries.reach import Reach, reach_of
from civic.people.queries.roll import entry_of
from civic.people.tables import Person
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Chosen:
    """Somebody for an office; without an id they come onto the roll with it."""

    person_id: int | None
    name: str
    phone: str = ""
    home: Place | None = None


def reach_or_none(work: UnitOfWork) -> Reach | None:
    """How far the roll lies open to the giver; None for an administrator before the shut glass."""
    try:
        return reach_of(work)
    except NotAllowed:
        return None


def name_shown(work: UnitOfWork, person_id: int) -> str:
    """In full within the reader's reach; else as in public, 王** for whoever holds no office."""
    reach = reach_or_none(work)
    if reach is not None:
        try:
            return entry_of(work, reach, person_id).name
        except NotFound:
            pass
    return named(work, [person_id])[person_id].public


def chosen_by_id(work: UnitOfWork, person_id: int) -> Chosen:
    """Within the reader's reach, or named in public because of an office; else `NotFound`."""
    reach = reach_or_none(work)
    if reach is not None:
        try:
            entry = entry_of(work, reach, person_id)
        except NotFound:
            pass
        else:
            return Chosen(person_id, entry.name, home=entry.home)
    public = named(work, [person_id]).get(person_id)
    if public is None or not public.in_office:
        raise NotFound
    return Chosen(person_id, public.name)


def chosen_by_name(work: UnitOfWork, name: str, door: str) -> Chosen | None:
    """The one person of that full name at that door; the name comes back as it was typed, nothing more."""
    ident = meant(work, name, door)
    return Chosen(ident, work.get(Person, ident).name) if ident else None
