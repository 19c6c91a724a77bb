"""What the reader is to be told: their issue was answered, or what they stand behind was merged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Select, case, exists, literal, or_, select, true, union_all
from sqlalchemy.orm import aliased

from civic.people.tables import Account
from civic.propose.queries.mediation import Waiting, asks_something_of
from civic.propose.rules import OVER, Phase
from civic.propose.rules.petition import Counted, Ended
from civic.propose.tables import Carried, DeclineObjection, Issue, Mediation, Petition, Signature
from civic.work import UnitOfWork

SHOWN_FOR = timedelta(days=15)
"""How long news stands on the page Today of whoever does not say that they know."""
DECLINED_FOR = timedelta(days=30)
"""The same for a decline, so that the answer to an objection is still news."""
PETITION_FOR = timedelta(days=3)
"""Nobody says that they know of this one, so it stands for a few days only."""
MOST = 10
ANSWER, PETITION, MEDIATION, MEDIATED = 1, 2, 3, 4
"""What `objection` says in a row; 0: what became of the issue itself; a mediation, open or ended."""
MOST_MEDIATIONS = 5


@dataclass(frozen=True)
class News:
    """One thing to be told; `into` is the issue that it became part of, if that is the news."""

    reference: str
    title: str
    phase: Phase
    into: str
    mine: bool
    """Whether the reader raised it or stands behind it; else they entered it for somebody, and tell them."""
    at: datetime
    object_until_on: date | None
    objection: bool = False
    """Whether it is the answer to an objection."""
    petition: Ended | None = None
    """How a petition on it ended, if that is the news."""
    mediation: Waiting | None = None
    """What a mediation asks, if that is it: read along, because everybody's page Today asks for both."""


def news(work: UnitOfWork) -> Sequence[News]:
    """Not older than that and not yet said to be known, the newest first: one statement."""
    me, since, here = work.person_id, work.now - SHOWN_FOR, work.community.id
    into = aliased(Issue)
    merged = (
        select(
            Issue.reference, Issue.title, Issue.phase, into.reference.label("into"), true().label("mine"),
            Issue.settled_at.label("at"), Issue.object_until_on.label("until"), literal(0).label("objection"),
        )
        .join(Carried, Carried.issue_id == Issue.id)
        .join(into, into.id == Carried.into_id)
        .where(
            Carried.person_id == me, Carried.seen_at.is_(None), Issue.community_id == here,
            Issue.settled_at > since, into.status.not_in(sorted(OVER)),
        )
    )  # fmt: skip
    # Answered by whom it was routed to, or archived (`propose.archived`).
    archived = (Issue.reason != "") & (Issue.settled_at == Issue.moved_at)
    closed = (Issue.phase == Phase.CLOSED.value) & or_(Issue.receiver != "", Issue.mediation != "", archived)
    # Of a merger whoever raised it reads themselves; without an account, who entered it for them tells them.
    online = exists().where(Account.person_id == Issue.raiser_id)
    told_by_me = (Issue.collector_id == me) & (Issue.raiser_id != me) & ~online
    joined = (Issue.phase == Phase.MERGED.value) & told_by_me
    answered = select(
        Issue.reference, Issue.title, Issue.phase, literal("").label("into"),
        (Issue.raiser_id == me).label("mine"), Issue.settled_at.label("at"), Issue.object_until_on.label("until"),
        literal(0).label("objection"),
    ).where(
        or_(Issue.raiser_id == me, Issue.collector_id == me), Issue.community_id == here,
        Issue.told_at.is_(None),
        or_(
            (Issue.phase == Phase.DECLINED.value) & (Issue.settled_at > work.now - DECLINED_FOR),
            or_(Issue.phase == Phase.HANDLED.value, closed, joined) & (Issue.settled_at > since),
        ),
    )  # fmt: skip
    objected = (
        select(
            Issue.reference, Issue.title, Issue.phase, literal("").label("into"),
            (DeclineObjection.person_id == me).label("mine"), DeclineObjection.answered_at.label("at"),
            Issue.object_until_on.label("until"), literal(ANSWER).label("objection"),
        )
        .join(Issue, Issue.id == DeclineObjection.issue_id)
        .where(
            DeclineObjection.community_id == here, DeclineObjection.answered_at > since,
            DeclineObjection.told_at.is_(None),
            or_(DeclineObjection.person_id == me, DeclineObjection.collector_id == me),
        )
    )  # fmt: skip
    both = union_all(answered, merged, objected, _petitions(work), _mediations(work)).subquery()
    rows = work.session.execute(
        select(both).order_by(both.c.at.desc(), both.c.reference).limit(MOST + MOST_MEDIATIONS)
    )
    return [_news(row) for row in rows]


def _news(r: Any) -> News:
    petition = Ended(r.into) if r.objection == PETITION else None
    into = "" if petition else r.into
    opened, mediated = r.objection == MEDIATION, r.objection in (MEDIATION, MEDIATED)
    asks = (
        Waiting(r.reference, r.title, bool(r.mine), opened, r.until if opened else None) if mediated else None
    )
    return News(
        r.reference,
        r.title,
        Phase(r.phase),
        into,
        bool(r.mine),
        r.at,
        r.until,
        r.objection == ANSWER,
        petition,
        asks,
    )


def _petitions(
    work: UnitOfWork,
) -> Select[str, str, str, str | None, bool, datetime | None, date | None, int]:
    """Petitions that ended in the last days, of whoever began, signed or raised it."""
    signed = exists().where(
        Signature.petition_id == Petition.id, Signature.person_id == work.person_id,
        Signature.state == Counted.COUNTED.value,
    )  # fmt: skip
    return (
        select(
            Issue.reference, Issue.title, Issue.phase, Petition.ended.label("into"), true().label("mine"),
            Petition.ended_at.label("at"), Issue.object_until_on.label("until"),
            literal(PETITION).label("objection"),
        )
        .join(Issue, Issue.id == Petition.issue_id)
        .where(
            Petition.community_id == work.community.id, Petition.ended_at > work.now - PETITION_FOR,
            or_(Petition.starter_id == work.person_id, Issue.raiser_id == work.person_id, signed),
        )
    )  # fmt: skip


def _mediations(work: UnitOfWork) -> Select[*tuple[Any, ...]]:
    """What a mediation asks of the reader, above all news."""
    asked = (
        select(
            Issue.reference, Issue.title, Issue.phase, literal("").label("into"),
            (Mediation.mediator_id == work.person_id).label("mine"),
            literal(work.now, Issue.settled_at.type).label("at"), Mediation.until_on.label("until"),
            case((Mediation.ended_at.is_(None), MEDIATION), else_=MEDIATED).label("objection"),
        )
        .join(Mediation, Mediation.issue_id == Issue.id)
        .where(asks_something_of(work))
        .order_by(Mediation.until_on, Mediation.id)
        .limit(MOST_MEDIATIONS)
        .subquery()
    )  # fmt: skip
    return select(asked)
