"""The words of a draft go along when its author joins an issue that is there already."""

from dataclasses import dataclass

from sqlalchemy import select

from civic.propose.tables import Addition, Issue
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Words:
    """What was typed, and who may read it."""

    text: str
    private: bool = False
    hide_building: bool = False


def add_words(issue: Issue, work: UnitOfWork, person_id: int, words: Words | None) -> None:
    """Instead of those before; part of an act, never one by itself."""
    if words is None:
        return
    forget_words(issue, work, person_id)
    issue.additions += 1
    work.add(
        Addition(
            issue_id=issue.id, person_id=person_id, text=words.text, private=words.private,
            hide_building=words.hide_building, at=work.now,
        )
    )  # fmt: skip


def forget_words(issue: Issue, work: UnitOfWork, person_id: int) -> None:
    """They leave with the endorsement; part of an act, never one by itself."""
    found = work.session.scalar(
        select(Addition).where(
            Addition.issue_id == issue.id, Addition.person_id == person_id,
            Addition.community_id == work.community.id,
        )
    )  # fmt: skip
    if found is not None:
        work.session.delete(found)
        work.session.flush()
        issue.additions -= 1
