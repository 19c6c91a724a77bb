"""Whoever sends a form and is not signed in any more: nothing typed is lost, and the way back stands on the page."""

from starlette.responses import Response

from civic.core.errors import NotAllowed, Refusal
from civic.core.message import say
from civic.permissions import GRANTS, Standing
from civic.web.call import Call
from civic.web.errors import Held
from civic.web.kept import Words, keep_words, words_of
from civic.web.routing import Route
from civic.web.typist import Typist, typed_by, typist_of
from civic.work import UnitOfWork

FIRST = say("Please sign in first.")
STALE = say("This form is too old or came from elsewhere. Please go back, reload the page and send it again.")
BACK = say("You are signed in again. Everything that you had typed is here; please send it once more.")


class SignedOut(Refusal):
    """An act of a browser in which nobody is signed in."""

    status = 403


def must_be_in(route: Route, work: UnitOfWork) -> None:
    """`SignedOut` for an act that visitors cannot do."""
    if work.actor is None and route.writes and Standing.VISITOR not in GRANTS[route.permission]:
        raise SignedOut(FIRST)


def ask_to_sign_in(route: Route, call: Call) -> Refusal:
    """What was typed is kept where it may be; the page that leads to the sign-in and back."""
    was_in, path = typed_by(call) is not None, keep_words(route, call)

    def answer(call: Call) -> Response:
        then = call.to(path) if path else call.came_from
        return call.page(
            "errors/signed_out.html", fragment="refusal", status=403, then=then, kept=bool(path), was_in=was_in
        )  # fmt: skip

    return Held(FIRST, answer)


def out_of_date(route: Route, call: Call) -> Refusal:
    """A form that another login session was given: shown once more to the same person, who may send it anew."""
    typist = typed_by(call)
    if typist is None:
        return NotAllowed(STALE)
    with call.opened(write=False) as work:
        here, present = typist.community_id == work.community.id, typist_of(work)
    if here and present is None:
        return ask_to_sign_in(route, call)
    if not here or present != typist or route.upload:
        return NotAllowed(STALE)
    return Held(STALE, lambda call: words_page(call, words_of(call, typist), present, status=403))


def words_page(
    call: Call, words: Words | None, me: Typist | None, *, direct: bool = False, status: int = 200
) -> Response:
    """One button that leads back to the form; `direct` where there is only something to press."""
    other = bool(words and words.typist != me)
    return call.page(
        "errors/kept.html", fragment="refusal", status=status, words=words, other=other, direct=direct
    )


def shown_again(call: Call, response: Response) -> Response:
    """The form with everything typed; where a handler has none to show, a button that does it."""
    if response.status_code not in {204, 303}:
        response.status_code = 200 if response.status_code == 422 else response.status_code
        return response
    call.after.clear()
    assert call.work is not None
    me = typist_of(call.work)
    return words_page(call, words_of(call, me), me, direct=True) if me else response
