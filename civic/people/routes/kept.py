"""Behind the sign-in: what one had typed when the login session was over."""

from starlette.responses import Response

from civic.permissions import Permission
from civic.web.call import Call
from civic.web.kept import kept_words
from civic.web.routing import page
from civic.web.signed_out import words_page
from civic.web.typist import typist_of
from civic.work import UnitOfWork


def show_kept(call: Call, work: UnitOfWork) -> Response:
    """For whoever typed it; anybody else on this device learns nothing."""
    words = kept_words(work, call.path["code"])
    return words_page(call, words, typist_of(work), status=200 if words else 404)


ROUTES = [page("/kept/{code}", show_kept, Permission.READ_ME, "me")]
