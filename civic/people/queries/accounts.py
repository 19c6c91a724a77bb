"""Whose account it is: by the name or number that was typed, or by the person."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from civic.people.rules.logins import folded
from civic.people.tables import Account, Person
from civic.store.tables import LoginSession
from civic.work import UnitOfWork


def account_by_login(work: UnitOfWork, typed: str) -> Account | None:
    """By its name; or by a telephone number that the roll gives to one account alone.

    One statement whoever exists, so that the answer takes as long.
    """
    name = folded(typed)
    number = name.removeprefix("+86").replace("-", "")
    rows = work.session.execute(
        select(Account, Person.phone)
        .join(Person, Person.id == Account.person_id)
        .where(
            Account.community_id == work.community.id,
            or_(Account.login == name, Person.phone.in_([name, number])),
        )
        .limit(3)
    ).all()
    named = [row.Account for row in rows if row.Account.login == name]
    found = named or [row.Account for row in rows]
    return found[0] if len(found) == 1 else None


def account_of(work: UnitOfWork, person_id: int) -> Account | None:
    """The means by which that person signs in; None for a person on paper."""
    return work.session.execute(
        select(Account).where(Account.community_id == work.community.id, Account.person_id == person_id)
    ).scalar_one_or_none()


def own_words(work: UnitOfWork, account: Account) -> list[str]:
    """What everybody knows about its owner, and so would guess first."""
    person = work.get(Person, account.person_id)
    return [person.name, person.phone, account.login, work.community.name, work.community.slug]


@dataclass(frozen=True)
class Known:
    """A signed-in browser of one's own."""

    session: LoginSession
    here: bool
    """Whether it is the one that asks."""


def own_sessions(work: UnitOfWork, token_hash: str) -> list[Known]:
    """Where I am signed in: this browser first, then the one last seen."""
    rows = work.session.scalars(
        select(LoginSession)
        .where(
            LoginSession.community_id == work.community.id, LoginSession.person_id == work.person_id,
            LoginSession.idle_until > work.now, LoginSession.ends_at > work.now,
        )
        .order_by(LoginSession.seen_at.desc(), LoginSession.id.desc())
    )  # fmt: skip
    found = [Known(row, row.token_hash == token_hash) for row in rows]
    return sorted(found, key=lambda each: not each.here)
