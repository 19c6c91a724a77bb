"""Every address of the room: signing in, me, the roll, offices, slips, helping."""

from civic.people.routes import me, permissions, setup, sign_in
from civic.web.routing import Route

ROUTES: list[Route] = [*sign_in.ROUTES, *setup.ROUTES, *me.ROUTES, *permissions.ROUTES]
