"""One dwelling for those who keep the roll: its page, its facts, who lives there, who owns it."""

from civic.people.routes.dwellings import (
    facts,
    leaving,
    living,
    one,
    owning,
    owning_ends,
    removing,
    shares,
)
from civic.web.routing import Route

ROUTES: list[Route] = [
    *one.ROUTES,
    *facts.ROUTES,
    *living.ROUTES,
    *leaving.ROUTES,
    *owning.ROUTES,
    *owning_ends.ROUTES,
    *shares.ROUTES,
    *removing.ROUTES,
]
