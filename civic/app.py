"""The only place that wires things together."""

import contextlib
import logging
from collections.abc import AsyncIterator
from dataclasses import replace

import anyio
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route as WebRoute

from civic import timetable
from civic.core.clock import Clock
from civic.core.days import Calendar
from civic.core.entropy import Entropy
from civic.core.holidays import official_calendar
from civic.decide import routes as decide
from civic.decide.panels import panel as decide_panel
from civic.decide.queries.rolls_now import rolls_now
from civic.decide.queries.votes import path_of_code as path_of_vote
from civic.decide.today import asks as decide_asks
from civic.demo import routes as demo
from civic.demo.deadlines import next_deadline
from civic.discuss import routes as discuss
from civic.discuss.panels import panel as discuss_panel
from civic.discuss.today import asks as discuss_asks
from civic.finding import routes as finding
from civic.finding.queries.similar import similar
from civic.inbox import routes as inbox
from civic.manage import routes as manage
from civic.manage.handed import handed as manage_handed
from civic.manage.panels import panel as manage_panel
from civic.manage.today import asks as manage_asks
from civic.notices import routes as notices
from civic.notices.queries import path_of_code as path_of_notice
from civic.people import routes as people
from civic.people.acts.limits import knock
from civic.people.acts.sessions import renew_session
from civic.people.beginning import asks as beginning_asks
from civic.people.handed import handed as people_handed
from civic.people.handing import Handed, asks_about
from civic.people.queries.slips import path_of_code as path_of_slip
from civic.people.queries.who import communities, load_actor, load_community
from civic.people.routes.again import hold, prove
from civic.people.today import asks as people_asks
from civic.people.told import asks as told_asks
from civic.pictures import routes as pictures
from civic.propose import routes as propose
from civic.propose.asks import asks as propose_asks
from civic.propose.handed import handed as propose_handed
from civic.propose.panels.mediation import panel as mediation_panel
from civic.propose.panels.petition import panel as petition_panel
from civic.propose.queries.following import followed, own
from civic.propose.queries.page import path_of_code as path_of_issue
from civic.propose.queries.titles import titles
from civic.propose.queries.today import lately_closed
from civic.reactions import REACTIONS
from civic.sealed import routes as sealed
from civic.sealed.today import asks as sealed_asks
from civic.settings import Settings, place_of
from civic.store.engine import Database, connect
from civic.supervise import routes as supervise
from civic.supervise.handed import handed as supervise_handed
from civic.supervise.panels import panel as supervise_panel
from civic.supervise.today import asks as supervise_asks
from civic.web.cache import KnownPages
from civic.web.dispatch import Rooms
from civic.web.endpoint import endpoint, stray
from civic.web.house import House, IssuePanel, TodayPanel
from civic.web.known import KnownCommunities
from civic.web.middleware import Headers
from civic.web.render import Renderer, load_assets
from civic.web.routing import Route
from civic.web.security import read_secret
from civic.web.site import Find, front_door, set_look, short_door
from civic.web.static import static_endpoint
from civic.work import Workshop

ROUTES: list[Route] = [
    *inbox.ROUTES,
    *people.ROUTES,
    *sealed.ROUTES,
    *notices.ROUTES,
    *pictures.ROUTES,
    *propose.ROUTES,
    *discuss.ROUTES,
    *decide.ROUTES,
    *manage.ROUTES,
    *supervise.ROUTES,
    *finding.ROUTES,
    *demo.ROUTES,
]
"""Every address below a community; the permission matrix walks this list."""

ISSUE_PANELS: list[IssuePanel] = [
    mediation_panel, petition_panel, discuss_panel, decide_panel, manage_panel, supervise_panel,
]  # fmt: skip
"""What the rooms above Propose add to an issue's page, a petition or a mediation where there is one."""

HANDED: list[Handed] = [manage_handed, supervise_handed, propose_handed, people_handed]
"""What the rooms have open for the holder of an office, for the hand-over sheet."""

TODAY_PANELS: list[TodayPanel] = [
    beginning_asks,
    people_asks,
    asks_about(HANDED),
    told_asks,
    sealed_asks,
    propose_asks,
    discuss_asks,
    decide_asks,
    manage_asks,
    supervise_asks,
]
"""What the rooms ask of the signed-in reader today."""

SHORT: dict[str, Find] = {"i": path_of_issue, "j": path_of_slip, "n": path_of_notice, "v": path_of_vote}
"""Short addresses for paper, by their letter; no community's slug is a single letter."""

TICK_SECONDS = 5
WAITING_WRITERS = 16
WAITING_SLOW = 32
PACK_FROM_BYTES, PACK_LEVEL = 1024, 4
"""Pages are sent packed from this size on; 40 KB take half a millisecond."""
log = logging.getLogger("civic")


def build_workshop(
    settings: Settings, clock: Clock, entropy: Entropy, calendar: Calendar | None = None
) -> Workshop:
    """Database, clock, chance, reactions."""
    database: Database = connect(settings.database_url)
    return Workshop(database, clock, entropy, REACTIONS, calendar or official_calendar())


def build_house(settings: Settings, workshop: Workshop) -> House:
    """What answering a request needs."""
    secret = read_secret(settings.secret_file, workshop.entropy)
    return House(
        settings=settings,
        workshop=replace(workshop, secret=secret),
        renderer=Renderer(place_of("templates"), load_assets(place_of("static"))),
        secret=secret,
        load_actor=load_actor,
        load_community=KnownCommunities(load_community, workshop.clock, workshop.commits),
        communities=communities,
        pages=KnownPages(workshop.clock, workshop.commits),
        renew=renew_session,
        hold=hold,
        prove=prove,
        can_move_clock=settings.loopback and hasattr(workshop.clock, "move_to"),
        next_deadline=next_deadline,
        issue_panels=ISSUE_PANELS,
        today_panels=TODAY_PANELS,
        recent=lately_closed,
        mine=own,
        issues=titles,
        followed=followed,
        handed=HANDED,
        rolls_now=rolls_now,
        knock=knock,
        similar=similar,
    )


def create_app(house: House, *, ticking: bool = True) -> Starlette:
    """The ASGI application."""
    # One thread reads SQLite: a second one wins no time, for both need the interpreter, and costs a tenth more.
    readers = anyio.CapacityLimiter(1 if house.workshop.database.is_sqlite else 8)
    # Acts queue apart, so that waiting for the writer's lock never holds up a page; on SQLite many may wait
    # for one another, because they share a commit (civic.store.turns).
    writers = anyio.CapacityLimiter(WAITING_WRITERS) if house.workshop.database.is_sqlite else readers
    # Whoever waits for a password to be hashed or a list to be read is in nobody's way: neither of the pages
    # nor of the acts. The gate before the hashing turns away what is too much for it.
    slow = anyio.CapacityLimiter(WAITING_SLOW)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with anyio.create_task_group() as tasks:
            if ticking:
                tasks.start_soon(_tick, house)
            yield
            tasks.cancel_scope.cancel()

    routes = [
        WebRoute("/", front_door(house), methods=["GET"]),
        WebRoute("/look", set_look(house), methods=["POST"]),
        *(
            WebRoute(f"/{letter}/{{code}}", short_door(house, find), methods=["GET"])
            for letter, find in SHORT.items()
        ),
        WebRoute("/static/{name}", static_endpoint(house.renderer.assets), methods=["GET"]),
        *(
            WebRoute(
                "/{community}" + route.path,
                endpoint(house, route, slow if route.slow else writers if route.writes else readers),
                methods=[route.method],
            )
            for route in ROUTES
        ),
    ]
    app = Starlette(exception_handlers=stray(house))
    app.router = Rooms(routes, lifespan=lifespan)
    # Small answers, redirects and ballots among them, pass as they are. What a packed page gives away of a
    # form's token to who watches its length is worth nothing: forms from elsewhere are refused by their origin.
    app.add_middleware(GZipMiddleware, minimum_size=PACK_FROM_BYTES, compresslevel=PACK_LEVEL)
    app.add_middleware(Headers)
    app.state.house = house
    return app


async def _tick(house: House) -> None:
    while True:
        try:
            await anyio.to_thread.run_sync(timetable.run_due, house.workshop)
        except Exception:
            # A locked or restarting database, or one duty that fails, must not stop the clock for good.
            log.exception("the timetable stumbled; it tries again")
        await anyio.sleep(TICK_SECONDS)
