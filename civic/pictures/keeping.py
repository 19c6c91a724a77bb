"""Photos that wait in a draft: private and no act on the road, as the draft itself. What posting does with them.

Whoever raises the matter hands them over in the same act (`hand_over`), blacked out ahead of it (`burnt`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from civic.core.errors import Refusal
from civic.core.message import say
from civic.pictures.queries import of_draft
from civic.pictures.reading import Redrawn, Unreadable, redrawn
from civic.pictures.rules import Box, Size, box_at, may_add, may_mark
from civic.pictures.tables import Picture
from civic.work import UnitOfWork


@dataclass(frozen=True)
class Blackened:
    """A photo with its boxes burnt in, and what it was made from."""

    picture_id: int
    sha256: str
    boxes: list[Box]
    redrawn: Redrawn


@dataclass(frozen=True)
class Ready:
    """The photos of a draft that is sent: which draft, and those of its photos that had boxes to burn in."""

    draft_id: int | None = None
    blackened: tuple[Blackened, ...] = ()


def add(work: UnitOfWork, draft_id: int, read: Redrawn) -> Picture:
    """One more photo of the draft."""
    may_add(len(of_draft(work, draft_id))).demand()
    return work.add(
        Picture(
            owner_id=work.person_id, draft_id=draft_id, sha256=read.sha256, width=read.width, height=read.height,
            boxes=[], at=work.now, small=read.small, large=read.large,
        )
    )  # fmt: skip


def mark(picture: Picture, size: Size, x: int, y: int) -> None:
    """One more black box around that pixel."""
    may_mark(len(picture.boxes)).demand()
    picture.boxes = [*picture.boxes, list(box_at(size, x, y, picture.width, picture.height))]


def unmark(picture: Picture) -> None:
    """The last box goes again."""
    picture.boxes = picture.boxes[:-1]


def remove(work: UnitOfWork, picture: Picture) -> None:
    """The photo goes, and leaves nothing."""
    work.session.delete(picture)


def to_burn(work: UnitOfWork, draft_id: int | None) -> list[tuple[Picture, bytes]]:
    """The photos of a draft that have boxes to burn in, with their bytes; to be redrawn outside the act."""
    return [(each, each.large) for each in of_draft(work, draft_id) if each.boxes]


def burnt(waiting: Sequence[tuple[Picture, bytes]]) -> tuple[Blackened, ...]:
    """Each of these redrawn with its boxes black; `Refusal` where one cannot be, and nothing is posted then."""
    done = []
    for picture, large in waiting:
        read = redrawn(large, picture.boxes)
        if isinstance(read, Unreadable):
            raise Refusal(read.because, say("Nothing is lost: what you typed is kept."))
        done.append(Blackened(picture.id, picture.sha256, picture.boxes, read))
    return tuple(done)


def hand_over(work: UnitOfWork, ready: Ready, issue_id: int) -> int:
    """The photos of a draft become those of the issue, black where they were to be; how many. The pixels below
    the boxes are overwritten here and exist nowhere from then on (SQLite: `secure_delete`; PostgreSQL: its vacuum).
    """
    made = {each.picture_id: each for each in ready.blackened}
    photos = of_draft(work, ready.draft_id)
    for picture in photos:
        if picture.boxes:
            _burn(picture, made.get(picture.id))
        picture.draft_id, picture.issue_id = None, issue_id
    work.session.flush()
    return len(photos)


def _burn(picture: Picture, made: Blackened | None) -> None:
    if made is None or made.sha256 != picture.sha256 or made.boxes != picture.boxes:
        raise Refusal(
            say("The black boxes were changed meanwhile. Please look at the photos and send it once more.")
        )
    new = made.redrawn
    picture.sha256, picture.width, picture.height = new.sha256, new.width, new.height
    picture.small, picture.large, picture.boxes = new.small, new.large, []
