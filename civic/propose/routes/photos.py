"""Photos of a matter that is being raised: add, black out, say what can be seen, remove. All of it optional.

They wait in the draft, seen by its owner alone; what is to be black is burnt in when the matter is sent.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.responses import Response

from civic.core.message import say
from civic.permissions import Permission
from civic.pictures import keeping, rules
from civic.pictures.forms import AddForm, BoxForm, NoForm, SeenForm, place_of
from civic.pictures.limits import BODY
from civic.pictures.queries import of_draft, own_in_draft
from civic.pictures.reading import Unreadable
from civic.pictures.tables import Picture
from civic.propose import drafts
from civic.propose.routes.developing import read_photo
from civic.propose.routes.ways import Journey
from civic.web.call import Call
from civic.web.forms import Filled, blank
from civic.web.routing import Route, act, page
from civic.work import UnitOfWork


def show_photos(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """Those there are, and room for another."""
    return _photos(journey, call, work, blank())


def add_photo(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """Keep it and show it, so that one looks at it before going on; without one, go on."""
    form, read = call.form(AddForm), call.prepared
    if form.clean is not None and read is None:
        if form.clean.step != "add":
            return call.redirect(
                call.to(f"{journey.base}/{journey.missing(drafts.kept(work, journey.name))}")
            )
        form.refuse("file", say("Please choose a photo first."))
    if isinstance(read, Unreadable):
        form.refuse("file", read.because)
    if form.clean is None or form.errors or read is None:
        return _photos(journey, call, work, form)
    found = keeping.add(work, drafts.begun(work, journey.name), read)
    return call.done(f"{journey.base}/photos/{found.id}")


def _photos(journey: Journey, call: Call, work: UnitOfWork, form: Filled[Any]) -> Response:
    photos = of_draft(work, drafts.id_of(work, journey.name))
    answers = drafts.kept(work, journey.name)
    return call.page(
        "propose/photos.html", status=422 if form.errors else 200, journey=journey, answers=answers, form=form,
        photos=photos, more=rules.may_add(len(photos)), most=rules.MOST,
        back=f"{journey.base}/{'facts' if journey.missing(answers) != 'check' else 'check'}",
    )  # fmt: skip


def show_photo(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """One photo: tap on what nobody shall see."""
    return _photo(journey, call, _own(journey, call, work), blank())


def _own(journey: Journey, call: Call, work: UnitOfWork) -> Picture:
    return own_in_draft(work, drafts.id_of(work, journey.name), call.number("picture"))


def _photo(journey: Journey, call: Call, picture: Picture, form: Filled[Any]) -> Response:
    size = form.raw("size") or call.query.get("size", "")
    return call.page(
        "propose/photo.html", status=422 if form.errors else 200, journey=journey, picture=picture, form=form,
        base=f"{journey.base}/photos/{picture.id}", shown=rules.SHOWN, sizes=list(rules.SIZES.items()),
        size=size if size in set(rules.Size) else rules.Size.MEDIUM.value,
    )  # fmt: skip


def describe(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """Done with this photo; what can be seen on it is kept."""
    picture, form = _own(journey, call, work), call.form(SeenForm)
    if form.clean is None:
        return _photo(journey, call, picture, form)
    picture.seen = form.clean.seen or ""
    return call.done(f"{journey.base}/photos")


def add_box(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """One more black box, where one tapped."""
    picture, form = _own(journey, call, work), call.form(BoxForm)
    place = place_of(form, picture)
    if place is None or form.clean is None:
        return _photo(journey, call, picture, form)
    keeping.mark(picture, form.clean.size, *place)
    return call.done(f"{journey.base}/photos/{picture.id}?size={form.clean.size}#photo")


def undo_box(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """The last box goes again."""
    picture = _own(journey, call, work)
    if call.form(NoForm).clean is not None:
        keeping.unmark(picture)
    return call.done(f"{journey.base}/photos/{picture.id}#photo")


def remove_photo(journey: Journey, call: Call, work: UnitOfWork) -> Response:
    """It goes, and leaves nothing."""
    picture = _own(journey, call, work)
    if call.form(NoForm).clean is not None:
        keeping.remove(work, picture)
    return call.done(f"{journey.base}/photos", say("The photo is removed."))


def routes_of(journey: Journey, permission: Permission) -> list[Route]:
    """The pages of one way of raising."""
    base, one = f"{journey.base}/photos", f"{journey.base}/photos/{{picture}}"

    def on(path: str, handler: Callable[[Journey, Call, UnitOfWork], Response], **more: Any) -> Route:
        return act(path, partial(handler, journey), permission, "issues", **more)

    return [
        page(base, partial(show_photos, journey), permission, "issues"),
        on(base, add_photo, before=read_photo, upload=BODY),
        page(one, partial(show_photo, journey), permission, "issues"),
        on(one, describe),
        on(f"{one}/boxes", add_box),
        on(f"{one}/undo", undo_box),
        on(f"{one}/remove", remove_photo),
    ]
