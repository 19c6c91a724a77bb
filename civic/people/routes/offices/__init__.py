"""Offices: who holds which until when, giving, ending, handing over."""

from civic.people.routes.offices import giving, handing, listing, one
from civic.web.routing import Route

ROUTES: list[Route] = [*listing.ROUTES, *giving.ROUTES, *one.ROUTES, *handing.ROUTES]
