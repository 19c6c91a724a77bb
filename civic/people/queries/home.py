"""Where somebody lives today, as a clause for joins."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from civic.people.tables import Office, Ownership, Person, Residence


def current(table: Any, today: Any) -> ColumnElement[bool]:
    """Of rows with `from_on` and `to_on`: those that hold on `today`, its last day included."""
    return and_(table.from_on <= today, or_(table.to_on.is_(None), table.to_on >= today))


def at_home(today: date | Any, person: Any = Person, home: Any = Residence) -> ColumnElement[bool]:
    """ON clause: the residence of `person` today; at most one, since they never overlap."""
    return and_(home.person_id == person.id, current(home, today))


def in_office(today: date | Any) -> ColumnElement[bool]:
    """Offices whose term includes today."""
    return current(Office, today)


def owned(today: date | Any) -> ColumnElement[bool]:
    """Ownerships that hold today."""
    return current(Ownership, today)
