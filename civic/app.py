"""The only place that wires things together."""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import anyio
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route as WebRoute

import civic.decide.tables
import civic.discuss.tables
import civic.manage.tables
import civic.propose.tables
import civic.supervise.tables  # noqa: F401 - until these rooms have routes
from civic import timetable
from civic.core.clock import Clock
from civic.core.days import Calendar
from civic.core.entropy import Entropy
from civic.inbox import routes as inbox
from civic.notices import routes as notices
from civic.people import routes as people
from civic.people.queries import load_actor, load_community, only_slug
from civic.reactions import REACTIONS
from civic.settings import Settings, place_of
from civic.store.engine import Database, connect
from civic.web.endpoint import endpoint, stray
from civic.web.house import House
from civic.web.middleware import Headers
from civic.web.render import Renderer, load_assets
from civic.web.routing import Route
from civic.web.security import read_secret
from civic.web.static import static_endpoint
from civic.work import Workshop

ROUTES: list[Route] = [*inbox.ROUTES, *people.ROUTES, *notices.ROUTES]
"""Every address below a community; the permission matrix walks this list."""

TICK_SECONDS = 5


def build_workshop(
    settings: Settings, clock: Clock, entropy: Entropy, calendar: Calendar | None = None
) -> Workshop:
    """Database, clock, chance, reactions."""
    database: Database = connect(settings.database_url)
    return Workshop(database, clock, entropy, REACTIONS, calendar or Calendar())


def build_house(settings: Settings, workshop: Workshop) -> House:
    """What answering a request needs."""
    return House(
        settings=settings,
        workshop=workshop,
        renderer=Renderer(place_of("templates"), load_assets(place_of("static"))),
        secret=read_secret(settings.secret_file, workshop.entropy),
        load_actor=load_actor,
        load_community=load_community,
        can_move_clock=settings.loopback and hasattr(workshop.clock, "move_to"),
        next_deadline=timetable.next_deadline,
    )


def create_app(house: House, *, ticking: bool = True) -> Starlette:
    """The ASGI application."""
    limiter = anyio.CapacityLimiter(2 if house.workshop.database.is_sqlite else 8)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        async with anyio.create_task_group() as tasks:
            if ticking:
                tasks.start_soon(_tick, house)
            yield
            tasks.cancel_scope.cancel()

    routes = [
        WebRoute("/", _front(house), methods=["GET"]),
        WebRoute("/static/{name}", static_endpoint(house.renderer.assets), methods=["GET"]),
        *(
            WebRoute("/{community}" + route.path, endpoint(house, route, limiter), methods=[route.method])
            for route in ROUTES
        ),
    ]
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers=stray(house))
    app.add_middleware(Headers)
    app.state.house = house
    return app


async def _tick(house: House) -> None:
    while True:
        await anyio.to_thread.run_sync(timetable.run_due, house.workshop)
        await anyio.sleep(TICK_SECONDS)


def _front(house: House) -> Callable[[Request], Awaitable[Response]]:
    """With a single community, / goes there."""

    async def front(_request: Request) -> Response:
        slug = await anyio.to_thread.run_sync(only_slug, house.workshop.database)
        return RedirectResponse(f"/{slug}/" if slug else "/none", 302)

    return front
