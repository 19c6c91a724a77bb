"""Who may be given work: people in office today, and how they are called."""

from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, select

from civic.core.errors import NotFound
from civic.core.message import Message, say
from civic.manage.rules import LEADS, office_of
from civic.people.tables import Office, Person
from civic.permissions import NAMES, Standing
from civic.work import UnitOfWork


def who(office: str, title: str) -> Message | str:
    """How a lead is called where there is no room for a name: the title, else the office."""
    return title or NAMES[Standing(office)]


@dataclass(frozen=True)
class Lead:
    """Somebody in office today who may be given work."""

    person_id: int
    name: str
    offices: tuple[tuple[Standing, str], ...]
    """Each with its title."""

    @property
    def held(self) -> frozenset[Standing]:
        """The offices alone."""
        return frozenset(office for office, _ in self.offices)

    @property
    def office(self) -> Standing | None:
        """The office under which they would lead."""
        return office_of(self.held)

    @property
    def title(self) -> str:
        """What is said with the name: 综合执法中队."""
        return next((title for office, title in self.offices if office is self.office), "")

    @property
    def called(self) -> Message:
        """Title or office, and the name."""
        office = self.office
        title = who(office.value, self.title) if office else ""
        return say("%(title)s, %(name)s", title=title, name=self.name)


def lead(work: UnitOfWork, person_id: int) -> Lead:
    """This person with the offices held today; `NotFound` if they are not of this community."""
    found = _leads(work, Person.id == person_id)
    if not found:
        raise NotFound
    return found[0]


def leads(work: UnitOfWork) -> list[Lead]:
    """Everybody who may be chosen; departments first, representatives left out (they are sixty)."""
    found = [
        each
        for each in _leads(work, Office.id.is_not(None))
        if each.office not in {None, Standing.REPRESENTATIVE}
    ]
    return sorted(found, key=lambda each: (_rank(each), each.title, each.person_id))


def _rank(each: Lead) -> int:
    return LEADS.index(each.office) if each.office else len(LEADS)


def _leads(work: UnitOfWork, wanted: ColumnElement[bool]) -> list[Lead]:
    today = work.today
    rows = work.session.execute(
        select(Person.id, Person.name, Office.kind, Office.title)
        .outerjoin(
            Office,
            (Office.person_id == Person.id)
            & (Office.from_on <= today)
            & (Office.to_on.is_(None) | (Office.to_on >= today)),
        )
        .where(Person.community_id == work.community.id, Person.suspended.is_(False), wanted)
        .order_by(Person.id, Office.id)
    )
    found: dict[int, Lead] = {}
    for row in rows:
        known = found.setdefault(row.id, Lead(row.id, row.name, ()))
        if row.kind:
            found[row.id] = replace(known, offices=(*known.offices, (Standing(row.kind), row.title)))
    return list(found.values())
