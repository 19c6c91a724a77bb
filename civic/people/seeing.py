"""A person of the roll as one reader may see them: the table of sight applied, and nothing else shown."""

from dataclasses import dataclass
from datetime import date

from civic.core.message import Message
from civic.people.queries.entries import Entry, Place
from civic.people.queries.reach import Reach
from civic.people.rules.sight import Field, Looker, Sight, Subject, best, shown, viewers_of
from civic.people.spoken import door_words, office_words, roles_words
from civic.people.tables import PersonKind
from civic.work import UnitOfWork

F = Field


@dataclass(frozen=True)
class Seen:
    """What may stand on the page; None is what must not be there at all, "" what nobody knows."""

    person_id: int
    name: str
    home: Message | None
    dwelling_id: int | None
    since: date | None
    roles: list[Message]
    owns: list[Message]
    offices: list[Message]
    unregistered: bool
    unsaid: bool
    """Nobody has said whether they are registered as living here."""
    phone: str | None
    born: str | date | None
    account: bool
    suspended: bool
    gone_on: date | None
    hidden: bool
    """Whether a press of the button would show more."""
    open: frozenset[Field]
    """Fields that lie open, for the parts of the page beside the entry."""


def seen(work: UnitOfWork, reach: Reach, entry: Entry, *, shown_now: bool = False) -> Seen:
    """The entry for the acting reader; `shown_now` once the button was pressed and logged."""
    sights = sights_of(work, reach, entry)
    door = sights[F.DOOR] is Sight.FULL
    phone = shown(F.PHONE, entry.phone, sights[F.PHONE], pressed=shown_now)
    born = shown(F.BORN_ON, entry.born_on, sights[F.BORN_ON], pressed=shown_now)
    pressing = [F.PHONE] * bool(entry.phone) + [F.BORN_ON] * bool(entry.born_on)
    return Seen(
        person_id=entry.person_id,
        name=str(shown(F.NAME, entry.name, sights[F.NAME], in_office=bool(entry.offices))),
        home=door_words(entry.home) if entry.home and door else None,
        dwelling_id=entry.home.dwelling_id if entry.home and door else None,
        since=entry.since if door else None,
        roles=roles_words(entry, relation=sights[F.RELATION] is Sight.FULL),
        owns=[door_words(each) for each in entry.owns if each != entry.home] if door else [],
        offices=[office_words(each) for each in entry.offices],
        unregistered=bool(entry.home) and sights[F.REGISTERED] is Sight.FULL and entry.registered is False,
        unsaid=bool(entry.home) and sights[F.REGISTERED] is Sight.FULL and entry.registered is None,
        phone=phone if phone is None else str(phone),
        born=_known(entry, sights[F.BORN_ON], born),
        account=entry.account,
        suspended=entry.suspended,
        gone_on=entry.gone_on,
        hidden=not shown_now and any(sights[field] is Sight.SHOWN_ON_PRESS for field in pressing),
        open=frozenset(
            f for f, s in sights.items() if s is Sight.FULL or (s is Sight.SHOWN_ON_PRESS and shown_now)
        ),
    )


def owner_named(work: UnitOfWork, person_id: int, name: str) -> str:
    """The name beside a line of an owners' roll, as the acting reader may see it while that vote is on."""
    actor = work.actor
    looker = Looker(actor.person_id, actor.standings) if actor and not actor.helper_id else Looker(None)
    viewers = viewers_of(looker, Subject(person_id, owner=True))
    return str(shown(F.NAME, name, best(F.NAME, viewers)) or "")


def _known(entry: Entry, sight: Sight, born: str | date | None) -> str | date | None:
    """A birthday that nobody knows is said to be missing; an organisation has none."""
    if sight is Sight.ABSENT or entry.kind == PersonKind.ORGANISATION.value:
        return None
    return born or ""


def sights_of(work: UnitOfWork, reach: Reach, entry: Entry) -> dict[Field, Sight]:
    """How much of each field the acting reader sees of this person."""
    viewers = viewers_of(_looker(work, reach), _subject(entry))
    return {field: best(field, viewers) for field in Field}


def _looker(work: UnitOfWork, reach: Reach) -> Looker:
    actor = work.actor
    if actor is None:
        return Looker(None)
    if actor.helper_id:
        return Looker(actor.helper_id, actor.standings, helps=frozenset({actor.person_id}))
    return Looker(
        actor.person_id, actor.standings, None, actor.building_id, reach.buildings, reach.entrances,
        glass=reach.until is not None,
    )  # fmt: skip


def _subject(entry: Entry) -> Subject:
    """Whoever lives elsewhere counts by the dwelling that they own within the reader's reach."""
    at: Place | None = entry.home or next(iter(entry.owns), None)
    if at is None:
        return Subject(entry.person_id)
    home = (entry.home.dwelling_id, entry.household) if entry.home else None
    return Subject(entry.person_id, home, at.building_id, at.entrance)
