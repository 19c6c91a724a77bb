"""Every address of the room: signing in, me, the roll, offices, slips, helping."""

from civic.people.routes import (
    again,
    codes,
    exports,
    glass,
    joining,
    looks,
    me,
    opening,
    password,
    permissions,
    roll,
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
    *roll.ROUTES,
    *looks.ROUTES,
    *glass.ROUTES,
    *exports.ROUTES,
]
