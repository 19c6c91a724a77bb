"""Keep what can be found in step with what was written. Called by reactions alone."""

from sqlalchemy import delete, insert, select, update

from civic.finding.queries.sources import SOURCES, Values, passages, the_one
from civic.finding.tables import Passage
from civic.propose.tables import Issue
from civic.work import UnitOfWork


def index_issue(work: UnitOfWork, issue_id: int) -> None:
    """What an issue says now. One that became private takes everything said about it along; one that became
    open brings it back."""
    values = the_one(work, "issue", issue_id)
    if values is None:
        work.session.execute(delete(Passage).where(Passage.issue_id == issue_id))
    elif _put(work, values):
        for kind in SOURCES.keys() - {"issue"}:
            for each in list(passages(work, kind, Issue.id == issue_id)):
                _put(work, each)


def index_row(work: UnitOfWork, kind: str, row_id: int) -> None:
    """What a contribution or a notice says now; one that is not to be read any more is not found any more."""
    values = the_one(work, kind, row_id)
    if values is None:
        work.session.execute(delete(Passage).where(Passage.kind == kind, Passage.row_id == row_id))
    else:
        _put(work, values)


def _put(work: UnitOfWork, values: Values) -> bool:
    """Write it down; whether it is new."""
    here = select(Passage.id).where(Passage.kind == values["kind"], Passage.row_id == values["row_id"])
    known = work.session.scalar(here)
    if known is None:
        work.session.execute(insert(Passage).values(**values))
    else:
        work.session.execute(update(Passage).where(Passage.id == known).values(**values))
    return known is None
