"""When somebody in office, or the console, opened a way into an account that was not its owner's own doing."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import select

from civic.ledger.tables import Entry
from civic.people.events.accounts import SecondFactorTakenAway
from civic.people.tables import Helped, PersonCode
from civic.work import UnitOfWork

Resets = Mapping[int, Sequence[datetime]]
"""The instants, by whose account it was."""


def resets_between(work: UnitOfWork, since: datetime, until: datetime) -> Resets:
    """One-time codes that were used and second factors that were taken away in that time: two statements."""
    used = work.session.execute(
        select(PersonCode.person_id, PersonCode.used_at).where(
            PersonCode.community_id == work.community.id,
            PersonCode.used_at >= since, PersonCode.used_at < until,
        )
    )  # fmt: skip
    taken = work.session.execute(
        select(Entry.payload, Entry.at).where(
            Entry.community_id == work.community.id, Entry.kind == SecondFactorTakenAway.kind,
            Entry.at >= since, Entry.at < until,
        )
    )  # fmt: skip
    found: dict[int, list[datetime]] = defaultdict(list)
    for person_id, used_at in used:
        if used_at is not None:
            found[person_id].append(used_at)
    for payload, at in taken:
        found[int(json.loads(payload)["person_id"])].append(at)
    return found


def helped_by(
    work: UnitOfWork, helpers: set[int], kind: str, issue_id: int
) -> Sequence[tuple[int, int, datetime]]:
    """For whom these helpers did such a thing on that issue: helper, person, when. One statement."""
    rows = work.session.execute(
        select(Helped.helper_id, Helped.person_id, Helped.at).where(
            Helped.community_id == work.community.id, Helped.helper_id.in_(helpers),
            Helped.kind == kind, Helped.issue_id == issue_id,
        )
    )  # fmt: skip
    return [(helper, person, at) for helper, person, at in rows]
