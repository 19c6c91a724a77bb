"""Who may do what: the permission table, published in plain words."""

from starlette.responses import Response

from civic.people.matrix import ROLES, by_role, by_room, departures, published
from civic.permissions import Permission
from civic.web.call import Call
from civic.web.routing import page
from civic.work import UnitOfWork


def show_permissions(call: Call, work: UnitOfWork) -> Response:
    """By role, or by act."""
    told = published(demo=work.community.demo)
    by = "act" if call.query.get("by") == "act" else "role"
    return call.page(
        "people/permissions.html",
        by=by,
        columns=ROLES,
        rooms=by_room(told) if by == "act" else (),
        roles=by_role(told) if by == "role" else (),
        departures=departures(),
    )


ROUTES = [page("/permissions", show_permissions, Permission.READ, cached=True)]
