"""What the page of an issue shows besides its journey."""

from dataclasses import dataclass

from sqlalchemy import Executable, bindparam, exists, func, select
from sqlalchemy.orm import Session, aliased

from civic.core.errors import NotFound
from civic.people.queries.home import at_home
from civic.people.tables import Building, Dwelling, Person, Residence
from civic.propose.tables import Endorsement, Following, Handover, Issue
from civic.store.tables import Community
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Shown:
    """An issue with the names around it."""

    issue: Issue
    building: str
    raiser: str
    raiser_building: str
    collector: str
    merged_into: str
    endorsed: bool
    follows: bool
    """Whether what happens to it stands on the reader's own page."""


def _page() -> Executable:
    raiser, collector, target = aliased(Person), aliased(Person), aliased(Issue)
    live, home, home_building = aliased(Residence), aliased(Dwelling), aliased(Building)
    mine = exists().where(
        Endorsement.issue_id == Issue.id,
        Endorsement.person_id == bindparam("reader"),
        Endorsement.withdrawn_at.is_(None),
    )
    muted = (
        select(Following.muted)
        .where(Following.issue_id == Issue.id, Following.person_id == bindparam("reader"))
        .scalar_subquery()
    )
    return (
        select(
            Issue, Building.name.label("building"), raiser.name.label("raiser"),
            home_building.name.label("raiser_building"), collector.name.label("collector"),
            target.reference.label("merged_into"), mine.label("endorsed"),
            muted.label("muted"),
        )
        .join(raiser, raiser.id == Issue.raiser_id)
        .outerjoin(live, at_home(bindparam("today", type_=Residence.from_on.type), raiser, live))
        .outerjoin(home, home.id == live.dwelling_id)
        .outerjoin(home_building, home_building.id == home.building_id)
        .outerjoin(collector, collector.id == Issue.collector_id)
        .outerjoin(target, target.id == Issue.merged_into_id)
        .outerjoin(Building, Building.id == Issue.building_id)
        .where(Issue.community_id == bindparam("community"), Issue.reference == bindparam("reference"))
    )  # fmt: skip


PAGE = _page()
"""Put together once: that takes longer than to run it."""


def shown(work: UnitOfWork, reference: str) -> Shown:
    """The issue of this reference with place, people, and whether the reader endorsed it: one statement."""
    reader = work.actor.person_id if work.actor else None
    wanted = {"community": work.community.id, "reference": reference, "reader": reader, "today": work.today}
    row = work.session.execute(PAGE, wanted).one_or_none()
    if row is None:
        raise NotFound
    by_itself = row.endorsed or (
        reader is not None and reader in {row.Issue.raiser_id, row.Issue.collector_id}
    )
    return Shown(
        row.Issue, row.building or "", row.raiser, row.raiser_building or "", row.collector or "",
        row.merged_into or "", bool(row.endorsed),
        bool(by_itself) if row.muted is None else not row.muted,
    )  # fmt: skip


def handovers(work: UnitOfWork, issue_id: int) -> list[tuple[str, int]]:
    """How many entries came by which channel, most first (议题征集表)."""
    rows = work.session.execute(
        select(Handover.channel, func.count().label("n"))
        .where(Handover.issue_id == issue_id, Handover.community_id == work.community.id)
        .group_by(Handover.channel)
        .order_by(func.count().desc(), Handover.channel)
    )
    return [(row.channel, row.n) for row in rows]


def path_of_code(session: Session, code: str) -> str | None:
    """The address that an issue's short code on paper stands for, in whichever community."""
    row = session.execute(
        select(Community.slug, Issue.reference)
        .join(Community, Community.id == Issue.community_id)
        .where(Issue.code == code)
    ).first()
    return f"/{row.slug}/issues/{row.reference}" if row else None
