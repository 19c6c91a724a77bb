"""Tries at a door are counted before it is known whether they are right: fifty at once are fifty."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select

from civic.core.entropy import derived
from civic.people.rules.limits import Limit, Tried, one_more, waits
from civic.store.tables import Tries
from civic.work import UnitOfWork

Door = tuple[Limit, str]
"""A limit and whom it is for: a name as it was typed, a person's id, a network."""

KEPT = timedelta(days=2)


def knock(work: UnitOfWork, *doors: Door) -> datetime | None:
    """One more try at each door; or, when one is shut, until when, and nothing is counted.

    Commit this before the check itself, so that neither an error page nor a crash takes it back.
    """
    rows = {key: _row(work, key) for key in (_key(work, door) for door in doors)}
    shut = [
        until
        for door, row in zip(doors, rows.values(), strict=True)
        if (until := waits(door[0], _tried(row), work.now))
    ]
    if shut:
        return max(shut)
    for door, (key, row) in zip(doors, rows.items(), strict=True):
        _keep(work, key, row, one_more(door[0], _tried(row), work.now))
    return None


def forgive(work: UnitOfWork, *doors: Door) -> None:
    """It was right: nothing is held against that name or person any more."""
    keys = [_key(work, door) for door in doors]
    work.session.execute(delete(Tries).where(Tries.key_hash.in_(keys)))


def give_back(work: UnitOfWork, door: Door) -> None:
    """It was right: this one try does not count against the network, which many people share."""
    row = _row(work, _key(work, door))
    if row is not None and row.count > 0:
        row.count -= 1
        row.wait_until = None


def _key(work: UnitOfWork, door: Door) -> str:
    """Keyed by the server's secret: the table tells nobody which names and addresses were tried."""
    return derived(work.secret, f"tries:{work.community.id}:{door[0].name}:{door[1]}").hex()


def _row(work: UnitOfWork, key: str) -> Tries | None:
    return work.session.execute(select(Tries).where(Tries.key_hash == key)).scalar_one_or_none()


def _tried(row: Tries | None) -> Tried | None:
    return None if row is None else Tried(row.count, row.since, row.wait_until)


def _keep(work: UnitOfWork, key: str, row: Tries | None, tried: Tried) -> None:
    if row is None:
        work.session.execute(
            delete(Tries).where(Tries.community_id == work.community.id, Tries.since < work.now - KEPT)
        )
        row = work.add(Tries(key_hash=key, count=tried.count, since=tried.since))
    row.count, row.since, row.wait_until = tried.count, tried.since, tried.wait_until
