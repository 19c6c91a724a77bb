"""Every answer of every route, whatever its status, carries the headers; no page changes anything."""

import re
from collections.abc import Iterator

import pytest

from civic.app import ROUTES
from civic.web import endpoint, once, ready
from civic.web.routing import Route
from tests.security.matrix import ROWS
from tests.security.picture_rows import KEPT
from tests.security.seats import columns
from tests.security.walk import Cell, cells
from tests.security.wire import FORM, Answer
from tests.security.world import World

HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
CSP = {
    "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "connect-src": "'self'",
    "form-action": "'self'", "base-uri": "'none'", "object-src": "'none'", "frame-ancestors": "'none'",
}  # fmt: skip
FILES = {"image/jpeg", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
"""A file without letters of its own needs no charset."""
SIGNED_IN = [column for column in columns() if column not in {"visitor", "stranger"}]


def missing(answer: Answer) -> list[str]:
    """What an answer should carry and does not."""
    found = [name for name, value in HEADERS.items() if answer.header(name) != value]
    parts = (part.partition(" ") for part in answer.header("content-security-policy").split("; ") if part)
    policy = {name: value for name, _, value in parts}
    found += [name for name, value in CSP.items() if policy.get(name) != value]
    if "unsafe" in answer.header("content-security-policy"):
        found.append("a policy without unsafe")
    age = re.match(r"max-age=(\d+)", answer.header("strict-transport-security"))
    if age is None or int(age[1]) < 31536000:
        found.append("strict-transport-security of a year")
    kind = answer.header("content-type")
    if answer.body and kind not in FILES and not re.fullmatch(r"text/\w+; charset=utf-8", kind):
        found.append(f"a content type with its charset, not {answer.header('content-type')!r}")
    if answer.body and answer.header("content-type").startswith("text/html"):
        if "HX-Request" not in answer.header("vary"):
            found.append("vary")
        if not answer.header("cache-control"):
            found.append("cache-control")
    found += [f"a careful cookie: {line}" for line in answer.cookies if careless(line)]
    return found


def careless(line: str, *, https: bool = True) -> bool:
    """Whether a Set-Cookie line lacks what every cookie of ours has."""
    name, *attributes = [part.strip() for part in line.split(";")]
    kept = {part.partition("=")[0].lower(): part.partition("=")[2] for part in attributes}
    wanted = "httponly" in kept and kept.get("samesite", "").lower() == "lax" and kept.get("path") == "/"
    if "domain" in kept or not wanted:
        return True
    return https and ("secure" not in kept or name.startswith("civic="))


def test_every_page_and_act(world: World) -> None:
    """Each row once as a visitor, as one who may and as one who may not: 200, 303, 403, 404, 409, 422."""
    found, seen = [], set()
    for cell in some(cells(ROWS)):
        if world.halt != cell.row.halt:
            world.go(cell.row.halt)
        path = cell.address(world)
        if cell.row.writes:
            answer = world.post(cell.column, path, cell.fields(world))
        else:
            answer = world.ask(cell.column, "GET", path)
        seen.add(answer.status)
        found += [f"{cell.row.name} {cell.column} ({answer.status}): {each}" for each in missing(answer)]
        kept = cell.row.path in KEPT and answer.status == 200
        if (
            cell.column in SIGNED_IN
            and answer.body
            and answer.header("cache-control") != "no-store"
            and not kept
        ):
            found.append(f"{cell.row.name} {cell.column}: kept by the browser")
        if not world.untouched():
            world.go(cell.row.halt)
    assert not found, "\n".join(found[:60])
    assert {200, 303, 403, 404, 409, 422} <= seen


def some(asked: Iterator[Cell]) -> Iterator[Cell]:
    """Of each row: the visitor, the first who may, the first who may not, and the next community's object."""
    last, kinds = "", set[tuple[str, bool]]()
    for cell in asked:
        if cell.row.name != last:
            last, kinds = cell.row.name, set()
        if cell.thing == "other":
            continue
        if cell.column == "visitor":
            yield cell
            continue
        kind = (cell.thing, cell.row.may(cell.column, cell.thing))
        if kind not in kinds:
            kinds.add(kind)
            yield cell


def test_every_route_that_is_used_wrongly(world: World) -> None:
    """405 for another method, 413 for too much, 422 for what is no form."""
    world.go("topic")
    both = {route.path for route in ROUTES if route.writes} & {
        route.path for route in ROUTES if not route.writes
    }
    found = []
    for route in ROUTES:
        path = "/gongfu" + re.sub(r"{\w+}", "1", route.path)
        asked = [(405, world.ask("resident", method, path)) for method in ("PUT", "DELETE", "PATCH", "TRACE")]
        if route.path not in both:
            asked.append((405, world.ask("resident", "GET" if route.writes else "POST", path)))
        if route.writes:
            asked.append(
                (413, world.ask("resident", "POST", path, body=b"x=" + b"y" * (2_000_000 + route.upload)))
            )
            asked.append((422, world.ask("resident", "POST", path, body=b"{}", kind="application/json")))
        for status, answer in asked:
            if _shadowed(route, answer, status):
                continue
            if answer.status != status:
                found.append(f"{route.method} {route.path}: {answer.status}, not {status}")
            found += [f"{route.method} {route.path} ({answer.status}): {each}" for each in missing(answer)]
    assert not found, "\n".join(found[:60])
    assert world.untouched()


def _shadowed(route: Route, answer: Answer, status: int) -> bool:
    """Another pattern takes that method at the same address, as /issues/{reference} does /issues/new."""
    return status == 405 and answer.status in {404, 303, 403, 422, 200} and any(
        other.path != route.path and re.fullmatch(re.sub(r"{\w+}", "[^/]+", other.path), re.sub(r"{\w+}", "1", route.path))
        for other in ROUTES
    )  # fmt: skip


def test_a_failure_says_nothing_of_its_cause(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A handler that breaks: 500, the headers, nothing stored, no trace."""
    world.go("topic")

    def broken(*_args: object, **_more: object) -> None:
        raise RuntimeError("a secret cause")

    for name, module in (("token_fits", endpoint), ("remember", endpoint), ("first_answer", once)):
        if hasattr(module, name):
            monkeypatch.setattr(module, name, broken)
    answer = world.post("resident", "/gongfu/issues/new/discard", {})
    assert answer.status == 500
    assert not missing(answer)
    assert "secret cause" not in answer.body
    assert "Traceback" not in answer.body
    assert world.untouched()


def test_a_failure_outside_every_page_too(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.go("topic")

    def broken(*_args: object, **_more: object) -> None:
        raise RuntimeError("a secret cause")

    monkeypatch.setattr(ready, "read_look", broken)
    for path in ("/", "/gongfu/", "/nowhere/", "/static/none.css", "/n/ABCD2345"):
        answer = world.ask("visitor", "GET", path)
        assert answer.status in {200, 303, 404, 500}, path
        assert not [each for each in missing(answer) if each not in {"vary", "cache-control"}], path
        assert "secret cause" not in answer.body, path


def test_what_lies_outside_the_communities(world: World) -> None:
    world.go("topic")
    front = world.ask("visitor", "GET", "/")
    static = re.findall(r'(?:href|src)="(/static/[^"]+)"', front.body)
    assert static
    code = world.halts["topic"].params["own"]["code"]
    for path in ["/", "/nowhere/", f"/i/{code}", "/i/ABCD2345", "/n/%00", "/static/none", *static]:
        answer = world.ask("visitor", "GET", path)
        assert not missing(answer), path
    for fields in ({}, {"size": "xl"}):
        answer = world.ask("visitor", "POST", "/look", fields=fields)
        assert answer.status == 403
        assert not missing(answer)
    assert world.post("visitor", "/look", {"size": "xl"}).status == 303
    assert world.ask("visitor", "POST", "/look", body=b"x" * 2_000_000).status == 413
    assert world.ask("visitor", "POST", "/look", body=b"{}", kind="application/json").status == 422


def test_cookies_of_plain_http_are_still_careful(world: World) -> None:
    """On this machine without https the browser would drop Secure and __Host-; nothing else is given up."""
    world.go("topic")
    lines = world.wire.ask("GET", "/gongfu/", scheme="http").cookies
    assert lines
    assert not [line for line in lines if careless(line, https=False)]
    secure = world.wire.ask("GET", "/gongfu/").cookies
    assert [line for line in secure if line.startswith("__Host-civic=") and "Secure" in line]


def test_no_page_changes_anything(world: World) -> None:
    """Every GET, by everybody who may and some who may not: not a row differs."""
    found = []
    for row in sorted((row for row in ROWS if not row.writes), key=lambda row: row.halt):
        if world.halt != row.halt:
            world.go(row.halt)
        for column in ("visitor", "committee", "raiser", "supervisor", "clerk", "suspended"):
            path = Cell(row, column, "own").address(world)
            world.ask(column, "GET", path)
            world.ask(column, "HEAD", path)
            world.ask(column, "GET", path + "?page=2&status=voting&next=/gongfu/&confirm=yes&delete=1")
        if not world.untouched():
            found.append(row.name)
            world.go(row.halt)
    assert not found


def test_a_head_is_a_page_without_its_body(world: World) -> None:
    world.go("topic")
    answer = world.ask("visitor", "HEAD", "/gongfu/issues")
    assert answer.status == 200
    assert answer.header("content-type").startswith("text/html")


def test_unsafe_methods_hidden_in_a_form_do_nothing(world: World) -> None:
    world.go("submitted")
    path = Cell(next(row for row in ROWS if row.path.endswith("endorsements")), "resident", "own").address(
        world
    )
    for more in ({"x_http_method_override": "POST"}, {"x_method_override": "POST"}):
        assert world.ask("resident", "GET", path, **more).status == 405
    assert world.ask("resident", "GET", path + "?_method=POST").status == 405
    assert world.ask("resident", "POST", path, body=b"", kind=FORM).status == 403
    assert world.untouched()


def test_a_page_that_is_given_out_again_is_as_careful(world: World) -> None:
    """The second visitor gets the first one's page, with tokens and a cookie of one's own."""
    world.go("result")
    path = f"/gongfu/votes/{world.halts['result'].params['own']['vote']}/result"
    one, two = world.wire.ask("GET", path), world.wire.ask("GET", path)
    assert (one.status, two.status) == (200, 200)
    assert not missing(one)
    assert not missing(two)
    assert one.cookies != two.cookies
    found = [set(re.findall(r'name="(?:csrf|once)" value="(\w+)"', answer.body)) for answer in (one, two)]
    assert all(len(each) == 2 for each in found)
    assert not found[0] & found[1]
    mine = world.ask("committee", "GET", path)
    assert mine.header("cache-control") == "no-store"
    assert world.wire.ask("GET", path).header("cache-control") == "no-cache"
