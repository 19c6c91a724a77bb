"""Buildings for everybody: who is in office where; for neighbours the doors of their own building."""

from starlette.responses import Response

from civic.people.place_words import KINDS, floor_words
from civic.people.queries.listed_buildings import Post, by_estate, posts_of
from civic.people.queries.plan import doors_of
from civic.people.spoken import office_words
from civic.people.tables import Building, OfficeKind
from civic.permissions import Permission, Standing
from civic.web.call import Call
from civic.web.routing import page
from civic.work import UnitOfWork

PER_PAGE = 20
P = Permission


def list_buildings(call: Call, work: UnitOfWork) -> Response:
    """By estate, with the building heads in full: they hold an office."""
    found = by_estate(work)
    pages = max(1, -(-len(found) // PER_PAGE))
    page_no = min(call.page_no(), pages)
    shown = found[(page_no - 1) * PER_PAGE : page_no * PER_PAGE]
    posts = posts_of(work, [each.id for each in shown])
    estates: dict[str, list[tuple[Building, list[Post]]]] = {}
    for each in shown:
        heads = [post for post in posts.get(each.id, []) if post.kind == OfficeKind.BUILDING_HEAD]
        estates.setdefault(each.estate, []).append((each, heads))
    return call.page(
        "people/buildings_public.html", estates=estates, count=len(found), page_no=page_no, pages=pages,
        own=work.actor.building_id if work.actor else None,
        href_for=lambda number: call.to(f"/buildings?page={number}"),
    )  # fmt: skip


def show_building(call: Call, work: UnitOfWork) -> Response:
    """Who is in office there; whoever lives there sees its doors, never who lives behind them."""
    building = work.get(Building, call.number("building"))
    lives = _lives_in(work, building)
    posts = posts_of(work, [building.id]).get(building.id, [])
    return call.page(
        "people/building_public.html", building=building, lives=lives, floor=floor_words, kinds=KINDS,
        posts=[(post, office_words(post)) for post in posts],
        headed=any(post.kind == OfficeKind.BUILDING_HEAD for post in posts),
        flights=doors_of(work, building.id) if lives else [], keeps=work.may(P.READ_ROLL),
    )  # fmt: skip


def _lives_in(work: UnitOfWork, building: Building) -> bool:
    """A neighbour who is signed in; not whoever is suspended (domain paper, section 6)."""
    actor = work.actor
    return (
        actor is not None and actor.building_id == building.id and Standing.SUSPENDED not in work.standings()
    )


ROUTES = [
    page("/buildings", list_buildings, P.READ),
    page("/buildings/{building}", show_building, P.READ),
]
