"""An address finds its own route, in whatever order the rooms stand."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from civic.web.dispatch import Rooms


def say(word: str, path: str, method: str = "GET") -> Route:
    async def answer(request: Request) -> PlainTextResponse:
        return PlainTextResponse(f"{word} {dict(request.path_params)}")

    return Route(path, answer, methods=[method])


@pytest.fixture
def client() -> TestClient:
    app = Starlette()
    app.router = Rooms(
        [
            say("front", "/"),
            say("short", "/i/{code}"),
            say("today", "/{community}/"),
            say("list", "/{community}/issues"),
            say("new", "/{community}/issues/new"),
            say("issue", "/{community}/issues/{reference}"),
            say("raise", "/{community}/issues", "POST"),
        ],
        lifespan=None,
    )
    return TestClient(app)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/", "front {}"),
        ("/i/ABCD", "short {'code': 'ABCD'}"),
        ("/gongfu/", "today {'community': 'gongfu'}"),
        ("/gongfu/issues", "list {'community': 'gongfu'}"),
        ("/gongfu/issues/new", "new {'community': 'gongfu'}"),
        ("/gongfu/issues/GF-2026-017", "issue {'community': 'gongfu', 'reference': 'GF-2026-017'}"),
    ],
)
def test_an_address_finds_its_route(client: TestClient, path: str, answer: str) -> None:
    assert client.get(path).text == answer


def test_the_method_tells_routes_of_one_address_apart(client: TestClient) -> None:
    assert client.post("/gongfu/issues").text == "raise {'community': 'gongfu'}"


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/gongfu/nowhere", 404), ("PUT", "/gongfu/issues", 405)]
)
def test_what_no_route_knows_is_said(client: TestClient, method: str, path: str, status: int) -> None:
    assert client.request(method, path).status_code == status
