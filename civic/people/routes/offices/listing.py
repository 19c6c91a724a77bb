"""Who holds which office until when: for everybody, and for those who give offices."""

from typing import Any

from starlette.responses import Response

from civic.core.message import Message, say_p
from civic.people.queries import offices
from civic.people.queries.offices import PER_PAGE, Listed, Stand
from civic.people.queries.reach import Reach
from civic.people.queries.vacant import vacancies
from civic.people.spoken import OBTAINED, office_words, scope_words
from civic.permissions import NAMES, Permission, Standing
from civic.web.call import Call
from civic.web.routing import page
from civic.work import UnitOfWork

STANDS: dict[Stand, Message] = {
    Stand.CURRENT: say_p("of offices", "Now"),
    Stand.COMING: say_p("of offices", "Coming"),
    Stand.ENDED: say_p("of offices", "Ended"),
}


def show_offices(call: Call, work: UnitOfWork) -> Response:
    """For everybody: holders in full, by office; where nobody is in office; who was, in the last year."""
    groups = offices.by_office(offices.of_today(work))
    return call.page(
        "people/offices.html",
        groups=[(NAMES[Standing(kind)], [_spoken(each) for each in group]) for kind, group in groups],
        former=[(each, office_words(each)) for each in offices.lately_ended(work)],
        vacancies=[
            (each, scope_words(each.building, each.entrance))
            for each in vacancies(work, Reach(Standing.VISITOR, everybody=True))
        ],
        obtained=OBTAINED,
        may_appoint=work.may(P.APPOINT),
    )


def _spoken(each: Listed) -> tuple[Listed, Message | None]:
    return each, scope_words(each.building, each.entrance)


def list_offices(call: Call, work: UnitOfWork) -> Response:
    """For those who give them: terms that run, the one that ends first on top; coming and ended ones."""
    asked = call.query.get("stand", "")
    stand = Stand(asked) if asked in set(Stand) else Stand.CURRENT
    counts = offices.figures(work)
    pages = max(1, -(-counts[stand] // PER_PAGE))
    page_no = min(call.page_no(), pages)
    return call.page(
        "people/offices_kept.html",
        stand=stand,
        links=[_link(call, each, counts, stand) for each in Stand],
        rows=[(each, office_words(each)) for each in offices.page_of(work, stand, page_no)],
        obtained=OBTAINED,
        page_no=page_no,
        pages=pages,
        href_for=lambda number: call.to(f"/admin/offices?stand={stand.value}&page={number}"),
    )


def _link(call: Call, each: Stand, counts: dict[Stand, int], now: Stand) -> tuple[Any, ...]:
    return call.to(f"/admin/offices?stand={each.value}"), STANDS[each], counts[each], each is now


P = Permission
ROUTES = [
    page("/offices", show_offices, P.READ),
    page("/admin/offices", list_offices, P.APPOINT, "me"),
]
