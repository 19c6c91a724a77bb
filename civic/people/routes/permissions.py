"""Who may do what: the permission table, published."""

from starlette.responses import Response

from civic.core.message import joined, say_p
from civic.permissions import GRANTS, WORDS, Permission, names_of, whose
from civic.web.call import Call
from civic.web.routing import page
from civic.work import UnitOfWork


def show_permissions(call: Call, work: UnitOfWork) -> Response:
    """Who may do what: the table itself, published."""
    comma = say_p("between offices", ", ")
    rows = [(WORDS[p], whose(GRANTS[p]) or joined(names_of(GRANTS[p]), comma)) for p in Permission]
    return call.page("people/permissions.html", rows=rows)


ROUTES = [page("/permissions", show_permissions, Permission.READ)]
