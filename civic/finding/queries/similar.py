"""Open issues that sound like what somebody is about to raise."""

from sqlalchemy import select

from civic.finding.alike import Matter, best, phrases
from civic.finding.tables import Passage
from civic.propose.rules import OVER
from civic.propose.tables import Issue
from civic.store.matching import holding
from civic.work import UnitOfWork

NEWEST, CLOSE = 600, 150
"""So many of the newest that have a word in common are looked at, and so many open ones of them are compared."""
MOST = 5


def similar(work: UnitOfWork, title: str, text: str, building_id: int | None, category: str) -> list[int]:
    """Ids of open issues, the most alike first, five at most; of what only few may read, or whose building is not
    shown, as much is compared as anybody may find. One statement, none without words."""
    mine = Matter(title, text, building_id, category)
    wanted = phrases(mine)
    if not wanted:
        return []
    sqlite = work.session.get_bind().dialect.name == "sqlite"
    ids = holding(
        select(Passage.id).where(Passage.community_id == work.community.id, Passage.kind == "issue"),
        Passage.id, Passage.words, wanted, work.community.id, sqlite=sqlite, one_is_enough=True,
    ).limit(NEWEST).subquery()  # fmt: skip
    rows = work.session.execute(
        select(Passage.issue_id, Passage.title, Passage.text, Passage.building_id, Passage.category)
        .join(ids, ids.c.id == Passage.id)
        .join(Issue, Issue.id == Passage.issue_id)
        .where(Issue.status.not_in(sorted(OVER)))
        .order_by(Passage.id.desc())
        .limit(CLOSE)
    )
    others = [(row.issue_id, Matter(row.title, row.text, row.building_id, row.category)) for row in rows]
    return best(mine, others, MOST)
