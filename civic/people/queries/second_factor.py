"""Keys and recovery codes of accounts: made again from the server's secret, stored nowhere."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from civic.core.entropy import derived, derived_code
from civic.ledger.tables import Entry
from civic.people.events.accounts import SecondFactorTakenAway
from civic.people.queries.named import named
from civic.people.rules.second_factor import RECOVERY_SIGNS, step_at
from civic.people.tables import Account, RecoveryCode
from civic.work import UnitOfWork

PER_PAGE = 20


def key_of(work: UnitOfWork, account_id: int, salt: str) -> bytes:
    """The 20 bytes that the phone and this server share."""
    return derived(work.secret, f"totp:{account_id}:{salt}")[:20]


def next_salt(work: UnitOfWork, account: Account, token_hash: str) -> str:
    """The salt of the key that this browser is offered: the same however often the page is opened, another
    one after each turning on."""
    purpose = f"totp-salt:{account.id}:{account.totp_salt}:{token_hash}"
    return derived(work.secret, purpose)[:8].hex()


def recovery_code(work: UnitOfWork, row: RecoveryCode, salt: str) -> str:
    """The code of a row; rows are never deleted, so none comes twice."""
    return derived_code(work.secret, f"recovery:{row.id}:{salt}", RECOVERY_SIGNS)


def recovery_hash(work: UnitOfWork, account_id: int, code: str) -> str:
    """What is stored of it: keyed, for forty bits alone could be tried out."""
    return derived(work.secret, f"recovery-hash:{account_id}:{code}").hex()


def unused_codes(work: UnitOfWork, account_id: int) -> Sequence[RecoveryCode]:
    """Recovery codes that still work, in the order in which they are printed."""
    return list(
        work.session.scalars(
            select(RecoveryCode)
            .where(RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None))
            .order_by(RecoveryCode.id)
        )
    )


@dataclass(frozen=True)
class TakenAway:
    """Whose second factor was taken away, by whom, when; nobody's name is "" for the console."""

    at: datetime
    person_id: int
    person: str
    by: str
    role: str


def taken_away(work: UnitOfWork, page_no: int = 1) -> tuple[Sequence[TakenAway], int]:
    """The newest first, and how many there are in all: from the ledger, which nobody can change."""
    where = [Entry.community_id == work.community.id, Entry.kind == SecondFactorTakenAway.kind]
    rows = work.session.execute(
        select(Entry.at, Entry.actor_id, Entry.role, Entry.payload)
        .where(*where)
        .order_by(Entry.height.desc())
        .offset((page_no - 1) * PER_PAGE)
        .limit(PER_PAGE)
    ).all()
    count = work.session.scalar(select(func.count()).select_from(Entry).where(*where)) or 0
    whose = [int(json.loads(row.payload)["person_id"]) for row in rows]
    names = named(work, {*whose, *(row.actor_id for row in rows if row.actor_id)})
    return [
        TakenAway(row.at, who, names[who].public, names[row.actor_id].name if row.actor_id else "", row.role)
        for row, who in zip(rows, whose, strict=True)
    ], count


def last_taken_away(work: UnitOfWork, account: Account) -> TakenAway | None:
    """When it happened to this account, among the twenty that are newest; None once it was on again since."""
    lines, _count = taken_away(work)
    found = next((line for line in lines if line.person_id == account.person_id), None)
    return found if found and step_at(found.at) >= account.totp_step else None


def took_away_at(work: UnitOfWork, person_id: int) -> datetime | None:
    """When the actor last took away that person's second factor, among the twenty that are newest."""
    rows = work.session.execute(
        select(Entry.at, Entry.payload)
        .where(
            Entry.community_id == work.community.id, Entry.kind == SecondFactorTakenAway.kind,
            Entry.actor_id == work.person_id,
        )
        .order_by(Entry.height.desc())
        .limit(PER_PAGE)
    )  # fmt: skip
    return next((row.at for row in rows if json.loads(row.payload)["person_id"] == person_id), None)
