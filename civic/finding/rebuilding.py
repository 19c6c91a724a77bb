"""Make the index anew from what is there: after a restore, after a change of what may be found."""

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import delete, insert
from sqlalchemy.orm import Session

from civic.finding.queries.sources import all_of
from civic.finding.tables import Passage
from civic.people.queries.who import communities
from civic.store.tables import Community
from civic.work import UnitOfWork, Workshop, open_work

AT_ONCE = 500


def rebuild(work: UnitOfWork) -> int:
    """The community's whole index, in the order in which things came; how many passages it has."""
    work.session.execute(delete(Passage).where(Passage.community_id == work.community.id))
    rows, count = all_of(work), 0
    while batch := list(islice(rows, AT_ONCE)):
        work.session.execute(insert(Passage), batch)
        count += len(batch)
    return count


def rebuild_all(workshop: Workshop) -> Iterator[tuple[str, int]]:
    """Community by community, a transaction each: its slug, and how many passages it has now."""
    with Session(workshop.database.reader) as session:
        slugs = [(each.id, each.slug) for each in communities(session)]
    for ident, slug in slugs:
        with open_work(workshop, lambda s, c=ident: s.get_one(Community, c)) as work:  # type: ignore[misc]
            count = rebuild(work)
        yield slug, count
