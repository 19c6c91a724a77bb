"""How a community begins: its row, its first administrator, and the one-time code that lets them in."""

from datetime import date, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from civic.core.entropy import Entropy, code, digest
from civic.people.tables import Office, OfficeKind, Person, PersonCode
from civic.store.tables import Community

CODE_MINUTES = 60
"""How long a one-time code lives."""


def found_community(
    session: Session, *, slug: str, name: str, prefix: str, phone: str, help_name: str, administrator: str, on: date,
    language: str = "zh_CN",
) -> tuple[Community, Person]:  # fmt: skip
    """A community with nobody in it but its administrator, who cannot sign in yet."""
    community = Community(
        slug=slug, name=name, prefix=prefix, phone=phone, help_name=help_name, help_hours="08:30–17:30",
        language=language,
    )  # fmt: skip
    session.add(community)
    session.flush()
    person = Person(community_id=community.id, name=administrator)
    session.add(person)
    session.flush()
    session.add(
        Office(
            community_id=community.id, person_id=person.id, kind=OfficeKind.ADMINISTRATOR.value, from_on=on
        )
    )
    return community, person


def administrator_of(session: Session, community_id: int) -> Person | None:
    """The administrator who was named first."""
    return session.scalars(
        select(Person)
        .join(Office, Office.person_id == Person.id)
        .where(Office.community_id == community_id, Office.kind == OfficeKind.ADMINISTRATOR.value)
        .order_by(Office.id)
        .limit(1)
    ).first()


def new_code(session: Session, person: Person, entropy: Entropy, now: datetime) -> str:
    """A fresh code for that person, used once within the hour; earlier ones are worth nothing now."""
    session.execute(
        update(PersonCode)
        .where(PersonCode.person_id == person.id, PersonCode.used_at.is_(None), PersonCode.expires_at > now)
        .values(expires_at=now)
    )
    fresh = "-".join(code(entropy, 5) for _ in range(4))
    session.add(
        PersonCode(
            community_id=person.community_id, person_id=person.id, code_hash=digest(fresh),
            issued_at=now, expires_at=now + timedelta(minutes=CODE_MINUTES),
        )
    )  # fmt: skip
    return fresh
