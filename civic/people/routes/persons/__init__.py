"""People edited by hand: entered, corrected, off the roll and back, suspended and freed, their kin."""

from civic.people.routes.persons import agents, entering, kin, leaving, one, suspending
from civic.web.routing import Route

ROUTES: list[Route] = [
    *entering.ROUTES,
    *one.ROUTES,
    *leaving.ROUTES,
    *suspending.ROUTES,
    *kin.ROUTES,
    *agents.ROUTES,
]
