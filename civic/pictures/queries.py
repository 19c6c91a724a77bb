"""Which photos a draft or an issue has, and their bytes for whoever may see them."""

from sqlalchemy import select

from civic.core.errors import NotFound
from civic.pictures.tables import Picture
from civic.work import UnitOfWork


def of_draft(work: UnitOfWork, draft_id: int | None) -> list[Picture]:
    """The photos of a draft in the order in which they were added, without their bytes."""
    return _those(work, Picture.draft_id == draft_id) if draft_id else []


def of_issue(work: UnitOfWork, issue_id: int) -> list[Picture]:
    """The photos of an issue, hidden ones too, without their bytes."""
    return _those(work, Picture.issue_id == issue_id)


def _those(work: UnitOfWork, where: object) -> list[Picture]:
    found = select(Picture).where(Picture.community_id == work.community.id, where)  # type: ignore[arg-type]
    return list(work.session.scalars(found.order_by(Picture.id)))


def own_in_draft(work: UnitOfWork, draft_id: int | None, picture_id: int) -> Picture:
    """A photo of one's own draft; `NotFound` for any other, as if there were none."""
    found = work.get(Picture, picture_id)
    if draft_id is None or found.draft_id != draft_id or found.owner_id != work.person_id:
        raise NotFound
    return found


def posted(work: UnitOfWork, picture_id: int) -> Picture:
    """A photo of an issue, hidden or not; `NotFound` while it waits in a draft."""
    found = work.get(Picture, picture_id)
    if found.issue_id is None:
        raise NotFound
    return found
