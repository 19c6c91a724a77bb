"""The addresses of Propose."""

from civic.permissions import Permission
from civic.propose.routes import (
    categories,
    checking,
    dates,
    following,
    issue,
    ladder,
    listing,
    mediating,
    objecting,
    petitions,
    pile,
    pile_sending,
    pile_sent,
    pile_slips,
    private,
    raising,
    round_sheet,
    rounds,
    settling,
    sheets,
    supporting,
)
from civic.web.routing import Route, page

P = Permission
ROUTES: list[Route] = [
    page("/issues", listing.list_issues, P.READ, "issues"),
    *raising.ROUTES,
    *pile.ROUTES,
    *pile_slips.ROUTES,
    *pile_sending.ROUTES,
    *pile_sent.ROUTES,
    page("/issues/{reference}", issue.show_issue, P.READ, "issues"),
    *supporting.ROUTES,
    *following.ROUTES,
    *checking.ROUTES,
    *private.ROUTES,
    *settling.ROUTES,
    *mediating.ROUTES,
    *objecting.ROUTES,
    *ladder.ROUTES,
    *dates.ROUTES,
    *petitions.ROUTES,
    *sheets.ROUTES,
    *categories.ROUTES,
    *rounds.ROUTES,
    *round_sheet.ROUTES,
]
