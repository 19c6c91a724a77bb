"""Hide a photo with a public reason; show it again."""

from civic.core.message import say
from civic.core.verdict import Verdict, no
from civic.permissions import Permission
from civic.pictures import events
from civic.pictures.queries import posted
from civic.pictures.tables import Picture
from civic.work import UnitOfWork

P = Permission


def may_hide_picture(work: UnitOfWork, picture: Picture) -> Verdict:
    """The committee, while it can be seen."""
    hidden = no(say("This photo is hidden already."))
    return work.may(P.HIDE_PICTURE).then(lambda: hidden) if picture.hidden_at else work.may(P.HIDE_PICTURE)


def hide_picture(work: UnitOfWork, picture_id: int, because: str) -> None:
    """From now on only the committee sees it; everybody reads why."""
    picture = posted(work, picture_id)
    may_hide_picture(work, picture).demand()
    work.require(P.HIDE_PICTURE)
    picture.hidden_at, picture.hidden_by, picture.hidden_because = work.now, work.person_id, because
    work.record(events.PictureHidden(issue_id=picture.issue_id, picture_id=picture.id))


def may_show_picture(work: UnitOfWork, picture: Picture) -> Verdict:
    """The committee, while it is hidden."""
    seen = no(say("This photo is not hidden."))
    return work.may(P.HIDE_PICTURE) if picture.hidden_at else work.may(P.HIDE_PICTURE).then(lambda: seen)


def show_picture(work: UnitOfWork, picture_id: int) -> None:
    """Everybody sees it again."""
    picture = posted(work, picture_id)
    may_show_picture(work, picture).demand()
    work.require(P.HIDE_PICTURE)
    picture.hidden_at, picture.hidden_by, picture.hidden_because = None, None, ""
    work.record(events.PictureShown(issue_id=picture.issue_id, picture_id=picture.id))
