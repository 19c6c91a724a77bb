"""Every address of the room: signing in, me, the roll, offices, slips, helping."""

from civic.people.routes import (
    again,
    codes,
    joining,
    me,
    opening,
    password,
    permissions,
    sessions,
    setup,
    sign_in,
    slips,
)  # fmt: skip
from civic.web.routing import Route

ROUTES: list[Route] = [
    *codes.ROUTES,
    *sign_in.ROUTES,
    *joining.ROUTES,
    *opening.ROUTES,
    *slips.ROUTES,
    *again.ROUTES,
    *setup.ROUTES,
    *me.ROUTES,
    *sessions.ROUTES,
    *password.ROUTES,
    *permissions.ROUTES,
]
