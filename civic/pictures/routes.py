"""A photo that was posted: its page, its bytes, hidden and shown again."""

from typing import Any

from starlette.responses import Response

from civic.core.errors import NotFound
from civic.core.message import say
from civic.permissions import Permission
from civic.pictures import acts, queries
from civic.pictures.forms import HideForm, NoForm
from civic.pictures.tables import Picture
from civic.web.call import Call
from civic.web.errors import UNREAD, error_page
from civic.web.forms import Filled, blank
from civic.web.routing import act, page
from civic.web.security import CSP
from civic.work import UnitOfWork

FOREVER = "private, max-age=31536000, immutable"
"""In the browser that asked, not on the way: what is hidden later is nowhere else."""


def show_picture(call: Call, work: UnitOfWork) -> Response:
    """The photo large, with the way back to its issue."""
    return _shown(call, work, blank())


def _shown(call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    picture = queries.posted(work, call.number("picture"))
    about = call.house.issues(work, {picture.issue_id}).get(picture.issue_id)
    if about is None:
        raise NotFound
    if not about.open:
        raise NotFound
    photos = queries.of_issue(work, picture.issue_id or 0)
    return call.page(
        "pictures/picture.html",
        status=422 if form.errors else 200,
        picture=picture,
        number=[each.id for each in photos].index(picture.id) + 1,
        photos=photos,
        about=about,
        form=form,
        may_see=_may_see(call, work, picture),
        may_hide=acts.may_hide_picture(work, picture),
        may_show=acts.may_show_picture(work, picture),
    )


def fetch_picture(call: Call, work: UnitOfWork) -> Response:
    """The JPEG, large or small; its address carries its hash, so it never changes."""
    picture = work.get(Picture, call.number("picture"))
    asked = f"/pictures/{picture.id}/{call.path['file']}"
    if asked not in {picture.large_path, picture.small_path} or not _may_see(call, work, picture):
        raise NotFound
    public = picture.issue_id is not None and picture.hidden_at is None
    call.after.clear()  # a picture is no page: it sets no cookie and takes no sentence from the next page
    return Response(
        picture.large if asked == picture.large_path else picture.small,
        media_type="image/jpeg",
        headers={
            "Cache-Control": FOREVER if public else "no-store",
            "Content-Disposition": f'inline; filename="photo-{picture.id}.jpg"',
            "Content-Security-Policy": f"{CSP}; sandbox",
        },
    )


def _may_see(call: Call, work: UnitOfWork, picture: Picture) -> bool:
    """In a draft its owner alone; hidden, whoever may show it again; else whoever may know of the issue."""
    if picture.issue_id is None:
        return work.actor is not None and work.actor.person_id == picture.owner_id
    about = call.house.issues(work, {picture.issue_id}).get(picture.issue_id)
    if about is None or not about.open:
        return False
    return picture.hidden_at is None or bool(work.may(Permission.HIDE_PICTURE))


def hide_picture(call: Call, work: UnitOfWork) -> Response:
    """Take it out of sight, with the reason that everybody reads."""
    form = call.form(HideForm)
    if form.clean is None:
        return _shown(call, work, form)
    acts.hide_picture(work, call.number("picture"), form.clean.because)
    return call.done(
        f"/pictures/{call.number('picture')}", say("The photo is hidden; your reason is public.")
    )


def show_again(call: Call, work: UnitOfWork) -> Response:
    """Undo it."""
    if call.form(NoForm).clean is None:
        return error_page(call, 422, UNREAD)
    acts.show_picture(work, call.number("picture"))
    return call.done(f"/pictures/{call.number('picture')}", say("Everybody sees the photo again."))


P = Permission
ROUTES = [
    page("/pictures/{picture}", show_picture, P.READ, "issues"),
    page("/pictures/{picture}/{file}", fetch_picture, P.READ),
    act("/pictures/{picture}/hide", hide_picture, P.HIDE_PICTURE, "issues"),
    act("/pictures/{picture}/show", show_again, P.HIDE_PICTURE, "issues"),
]
