"""The words of a matter that is not public."""

from sqlalchemy import select

from civic.propose.rules.private import is_private
from civic.propose.tables import Issue, PrivateWords
from civic.work import UnitOfWork


def words_of(work: UnitOfWork, issue: Issue) -> PrivateWords | None:
    """The private words of an issue, without asking who reads: one statement, none where it is public."""
    if not is_private(issue.nature):
        return None
    return work.session.scalar(
        select(PrivateWords).where(
            PrivateWords.issue_id == issue.id, PrivateWords.community_id == work.community.id
        )
    )
