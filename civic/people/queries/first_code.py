"""The first code of whoever came onto the roll with an office."""

from sqlalchemy import select

from civic.core.entropy import derived_code
from civic.people.tables import PersonCode, Purpose
from civic.work import UnitOfWork

SIGNS, GROUP = 20, 5


def first_code(secret: bytes, given: PersonCode) -> str:
    """Twenty signs in fives; stored nowhere, made again while they are shown to their giver."""
    code = derived_code(secret, f"setup_code:{given.id}:{given.salt}", SIGNS)
    return "-".join(code[at : at + GROUP] for at in range(0, SIGNS, GROUP))


def live_first_code(work: UnitOfWork, person_id: int) -> PersonCode | None:
    """The one that the actor gave this person and that still opens the door."""
    return work.session.scalar(
        select(PersonCode)
        .where(
            PersonCode.community_id == work.community.id, PersonCode.person_id == person_id,
            PersonCode.purpose == Purpose.SETUP.value, PersonCode.issued_by == work.person_id,
            PersonCode.salt != "", PersonCode.used_at.is_(None), PersonCode.expires_at > work.now,
        )
        .order_by(PersonCode.id.desc())
        .limit(1)
    )  # fmt: skip
