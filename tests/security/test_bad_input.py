"""What people and programs send wrongly: always a sentence and what was typed, never a failure, never half a change."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from html.parser import HTMLParser
from urllib.parse import quote_plus, urlencode

from civic.app import ROUTES
from tests.security.matrix import ROWS
from tests.security.rows import SIGNED_IN, Row
from tests.security.walk import Cell
from tests.security.wire import Answer
from tests.security.world import World

Pairs = list[tuple[str, str]]
UNREAD = {"then"}
"""Fields whose odd values are not refused but lead home."""
SECRET = {"password", "old", "new"}
"""Never shown again, whatever is wrong."""
BUTTONS = {"kept", "step", "sure", "again", "report", "m.x", "m.y"}
"""What a pressed button says; nobody typed it."""
WORDS = {
    "title", "facts", "wish", "findings", "what", "reason", "background", "scope", "answer", "text", "place",
    "consensus", "opinion", "agreed", "criterion", "question", "number", "task", "payer", "helpers", "view",
    "proof", "note", "q", "wanted", "login", "password", "new", "name", "receiver", "receipt", "then",
    "estate", "door", "seen", "because", "text_A", "text_B", "bearer_A", "bearer_B", "risks_A", "risks_B",
    "duty", "conditions", "treatment", "bearer", "risks", "effects", "other", "agenda",
}  # fmt: skip
"""Fields in which any words may stand (`agreed` and `number` of some forms, not of others)."""

WORDS_HERE = {"agreed": "/outcome", "other": "/mediation/new"}
"""Fields that take words on one form only."""


def takes_words(row: Row, name: str) -> bool:
    """Whether any words may stand in that field of that form."""
    return name in WORDS and row.path.endswith(WORDS_HERE.get(name, ""))


UNOPENED = {"/join/{code}/account"}
"""Forms that lead back, before anything is read, to the one that must come first."""


def forms() -> Iterator[tuple[Row, str]]:
    """Each act that takes a form, and somebody who may do it."""
    for row in sorted(ROWS, key=lambda row: row.halt):
        if (
            row.writes
            and row.sends
            and row.then < 400
            and row.path not in UNOPENED
            and (able := sorted((row.yes & SIGNED_IN) - row.but.keys()))
        ):
            yield row, able[0]


def asked(world: World, row: Row, column: str) -> tuple[Cell, Pairs]:
    """The cell at its stage, and what it sends when all is well."""
    if world.halt != row.halt or not world.untouched():
        world.go(row.halt)
    cell = Cell(row, column, "own")
    return cell, list(cell.fields(world).items())


def changed(sent: Pairs, name: str, value: str) -> Pairs:
    return [(key, value if key == name else kept) for key, kept in sent]


SPOILED: dict[str, Callable[[str], str]] = {
    "too long": lambda _value: "长" * 5000,
    "a control character": lambda value: f"{value}\x07",
    "a NUL": lambda value: f"{value[:1]}\x00{value}",
    "turned writing": lambda value: f"{value}\u202e{value}",
}


def test_a_spoiled_field_gets_its_sentence(world: World) -> None:
    """Too long, invisible characters: 422 in every field of every form, and nothing else is lost."""
    found: list[str] = []
    for row, column in forms():
        for name in row.sends:
            if name in UNREAD:
                continue
            for what, spoil in SPOILED.items():
                cell, sent = asked(world, row, column)
                spoiled = changed(sent, name, spoil(dict(sent)[name]))
                answer = post(world, cell, spoiled)
                words = takes_words(row, name)
                shown = words and what == "too long"
                found += judged(world, cell, answer, f"{name} {what}", spoiled, set() if shown else {name})
    assert not found, f"{len(found)}\n" + "\n".join(found[:60])


def test_a_value_that_is_none_of_the_answers(world: World) -> None:
    """A wrong choice, no number, a number beyond all columns, no day."""
    found = []
    for row, column in forms():
        for name in row.sends:
            for value in (
                "no-such-choice",
                "99999999999999999999",
                "2147483648",
                "-1",
                "1e3",
                "2026-02-30",
                "{}",
            ):
                cell, sent = asked(world, row, column)
                answer = post(world, cell, changed(sent, name, value))
                if answer.status >= 500 or answer.status not in {200, 303, 403, 404, 409, 422}:
                    found.append(f"{row.name} {name}={value}: {answer.status}")
                if not takes_words(row, name) and value == "no-such-choice" and answer.status != 422:
                    found.append(f"{row.name} {name}={value}: {answer.status}, not 422")
                if answer.status >= 400 and not world.untouched():
                    found.append(f"{row.name} {name}={value}: something was stored")
    assert not found, f"{len(found)}\n" + "\n".join(found[:60])


def test_fields_that_are_missing_empty_double_or_unknown(world: World) -> None:
    found: list[str] = []
    for row, column in forms():
        for name in row.sends:
            cell, sent = asked(world, row, column)
            for what, pairs in {
                "is missing": [pair for pair in sent if pair[0] != name],
                "is empty": changed(sent, name, ""),
                "is blank": changed(sent, name, " \u3000\n"),
            }.items():
                cell, _sent = asked(world, row, column)
                answer = post(world, cell, pairs)
                if answer.status >= 500 or (answer.status >= 400 and not world.untouched()):
                    found.append(f"{row.name} {name} {what}: {answer.status}")
                if answer.status == 422:
                    found += lost(cell, answer, pairs, {name})
            if name in UNREAD:
                continue
            cell, sent = asked(world, row, column)
            twice = [*sent, (name, "another")]
            found += judged(world, cell, post(world, cell, twice), f"{name} twice", sent, {name})
        cell, sent = asked(world, row, column)
        if not sent:
            continue
        for extra in ("community_id", "role", "phase", "id", "person_id[]", "__class__", "is_admin"):
            more = [*sent, (extra, "1")]
            found += judged(world, cell, post(world, cell, more), f"with {extra}", sent, set())
    assert not found, f"{len(found)}\n" + "\n".join(found[:60])


def test_a_file_in_place_of_words(world: World) -> None:
    found: list[str] = []
    for row, column in forms():
        for name in row.sends:
            cell, sent = asked(world, row, column)
            body, kind = multipart([*world.guards(column).items(), *sent], name)
            answer = world.ask(column, "POST", cell.address(world), body=body, kind=kind)
            if name in UNREAD:
                continue
            found += judged(world, cell, answer, f"{name} as a file", sent, {name})
    assert not found, f"{len(found)}\n" + "\n".join(found[:60])


def test_broken_utf8(world: World) -> None:
    """Percent-encoded and raw; in a value, in a name."""
    found = []
    for row, column in forms():
        for name in row.sends:
            for broken in ("%FF%FE", "%ED%A0%80", "%C0%AF"):
                cell, sent = asked(world, row, column)
                rest = urlencode([*world.guards(column).items(), *(pair for pair in sent if pair[0] != name)])
                answer = world.ask(
                    column, "POST", cell.address(world), body=f"{rest}&{quote_plus(name)}=a{broken}".encode()
                )
                if name not in UNREAD | SECRET and answer.status != 422:
                    found.append(f"{row.name} {name} {broken}: {answer.status}")
        cell, sent = asked(world, row, column)
        rest = urlencode([*world.guards(column).items(), *sent])
        for tail in (b"&%FF=1", b"&\xff\xfe=\xff", b"&;&&=&=="):
            answer = world.ask(column, "POST", cell.address(world), body=rest.encode() + tail)
            if answer.status >= 500:
                found.append(f"{row.name} {tail!r}: {answer.status}")
            world.go(row.halt)
    assert not found, f"{len(found)}\n" + "\n".join(found[:60])


def test_what_is_no_form_or_too_much(world: World) -> None:
    found = []
    for row in (row for row in ROWS if row.writes):
        column = sorted(row.yes & SIGNED_IN)[0]
        cell, sent = asked(world, row, column)
        path = cell.address(world)
        form = urlencode([*world.guards(column).items(), *sent]).encode()
        much = 2_000_000 + UPLOADS.get(row.path, 0)
        for what, wanted, answer in [
            ("as JSON", {422}, world.ask(column, "POST", path, body=b'{"csrf": 1}', kind="application/json")),
            ("as text", {422}, world.ask(column, "POST", path, body=form, kind="text/plain")),
            ("without a type", {422}, world.ask(column, "POST", path, body=form, kind="")),
            ("cut multipart", {422}, world.ask(column, "POST", path, body=b"--x\r\n", kind="multipart/form-data")),
            ("no multipart", {403, 422}, world.ask(column, "POST", path, body=form, kind="multipart/form-data; boundary=x")),
            ("2 MB", {413}, world.ask(column, "POST", path, body=form + b"&x=" + b"y" * much)),
            ("2 MB unsaid", {413}, world.ask(column, "POST", path, body=b"y" * much, content_length="5")),
            ("a lying length", {413}, world.ask(column, "POST", path, body=form, content_length="99999999999")),
            ("a broken length", {413}, world.ask(column, "POST", path, body=form, content_length="-1")),
            ("5000 fields", {422}, world.ask(column, "POST", path, body=form + b"&x=1" * 5000)),
        ]:  # fmt: skip
            if answer.status not in wanted or not world.untouched() or not answer.body:
                found.append(f"{row.name} {what}: {answer.status}, not {wanted}")
                world.go(row.halt)
    assert not found, f"{len(found)}\n" + "\n".join(found[:60])


def test_two_presses_have_one_effect(world: World) -> None:
    """The same form sent twice gets the same answer and stores once; two tabs never end in a failure."""
    found = []
    for row in sorted((row for row in ROWS if row.writes and row.then == 303), key=lambda row: row.halt):
        column = sorted((row.yes & SIGNED_IN) - row.but.keys())[0]
        cell, sent = asked(world, row, column)
        path, pressed = cell.address(world), [*world.guards(column).items(), *sent]
        one = world.ask(column, "POST", path, fields=pressed)
        after = world.stored()
        two = world.ask(column, "POST", path, fields=pressed)
        if (one.status, one.onward) != (two.status, two.onward) or world.stored() != after:
            found.append(f"{row.name} twice: {one.status} {one.onward}, then {two.status} {two.onward}")
        three = world.ask(column, "POST", path, fields=[*world.guards(column).items(), *sent])
        if three.status not in {303, 409, 422, 403} and row.path not in RENEWS | GONE:
            found.append(f"{row.name} in another tab: {three.status}")
        if three.status != 303 and not three.body:
            found.append(f"{row.name} in another tab: a bare {three.status}")
    world.go(world.halt)
    assert not found, "\n".join(found)


class _Forms(HTMLParser):
    """The forms of a page: action, method, and what would be sent if nobody touched them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str, Pairs]] = []
        self.links: list[str] = []
        self._form: Pairs | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "a" and named.get("href"):
            self.links.append(named["href"].partition("#")[0])
        elif tag == "form":
            self._form = []
            self.found.append((named.get("action", ""), named.get("method", "get").lower(), self._form))
        elif (
            tag in {"input", "textarea", "select", "button"} and self._form is not None and named.get("name")
        ):
            unset = named.get("type") in {"radio", "checkbox"} and "checked" not in named
            if not unset and tag != "button" and named.get("type") != "image":
                self._form.append((named["name"], named.get("value", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None

    @property
    def posting(self) -> list[tuple[str, Pairs]]:
        return [(action, sent) for action, method, sent in self.found if method == "post"]


def test_every_form_of_every_page_leads_to_an_act(world: World) -> None:
    """Guarded, to an address that exists; sent untouched it names no field that the act does not know."""
    patterns = [re.compile(re.sub(r"{\w+}", r"[^/]+", route.path)) for route in ROUTES if route.writes]
    found = []
    for row in sorted((row for row in ROWS if not row.writes), key=lambda row: row.halt):
        if world.halt != row.halt:
            world.go(row.halt)
        able = [
            column
            for column in ("committee", "clerk", "raiser", "lead", "supervisor")
            if row.may(column, "own")
        ]
        for column in able or sorted(row.yes & SIGNED_IN)[:1]:
            for action, sent in read_page(world, column, Cell(row, column, "own").address(world)).posting:
                path = action.removeprefix("/gongfu").partition("?")[0]
                if not action.startswith("/gongfu/") or not any(each.fullmatch(path) for each in patterns):
                    found.append(f"{row.name} {column}: {action} leads nowhere")
                if not {"csrf", "once"} <= {name for name, _value in sent}:
                    found.append(f"{row.name} {column}: {action} is not guarded")
                answer = world.ask(column, "POST", action, fields=sent)
                if answer.status >= 500 or UNKNOWN_FIELD.search(answer.body):
                    found.append(f"{row.name} {column}: {action} untouched: {answer.status}")
                if not world.untouched():
                    world.go(row.halt)
    assert not found, "\n".join(found[:40])


UNKNOWN_FIELD = re.compile("does not have that field|没有这一项|没有这一栏")

UPLOADS = {route.path: route.upload for route in ROUTES if route.upload}
RENEWS = {"/me/helping/stop"}
"""The browser gets a new token with it, which the other tab then has too; ours keeps the old one."""

GONE = {f"/issues/{way}/photos/{{picture}}/remove" for way in ("new", "new-for")}
"""What was removed is not there any more, as if it had never been."""

LATER = {
    "/me/following/looked": "once something changed",
    "/issues/{reference}/following/end": "once it is followed",
    "/issues/{reference}/found": "where a category names the property firm first",
    "/votes/{vote}/roll/names": "at a vote of owners, for those of their committee who own there",
    "/issues/{reference}/mediation/sessions": "for the mediator, who is none of the columns",
    "/issues/{reference}/mediation/end": "for the mediator, who is none of the columns",
    "/issues/{reference}/mediation/review": "for the mediator, who is none of the columns",
    "/issues/{reference}/option-paper/writing": "once a draft is begun",
    "/issues/{reference}/dates/wait": "once nobody is waited for",
    "/issues/pile/slips/{slip}": "once a pile is begun",
    "/issues/pile/slips/{slip}/drop": "once a pile is begun",
    "/rounds/new": "behind the list of rounds",
    "/rounds/{round}/doors": "behind the list of rounds",
    "/rounds/{round}/end": "behind the list of rounds",
    "/rounds/{round}/doors/{door}/matter": "behind the list of rounds",
    "/issues/pile/check": "once a pile is begun",
    "/issues/pile/discard": "once a pile is begun",
    "/admin/dwellings/{dwelling}/slip": "behind the list of an entrance",
    "/admin/buildings": "behind the list of buildings",
    "/admin/buildings/{building}/edit": "behind the list of buildings",
    "/admin/buildings/{building}/dwellings/new": "behind the list of buildings",
    "/admin/dwellings/{dwelling}/edit": "behind the search",
    "/admin/dwellings/{dwelling}/in/{person}": "behind the search",
    "/admin/dwellings/{dwelling}/own/{person}": "behind the search",
    "/admin/dwellings/{dwelling}/voter": "behind the search",
    "/admin/residences/{residence}/change": "behind the search",
    "/admin/residences/{residence}/out": "behind the search",
    "/admin/residences/{residence}/mistake": "behind the search",
    "/admin/ownerships/{ownership}/end": "behind the search",
    "/admin/ownerships/{ownership}/mistake": "behind the search",
    "/admin/ownerships/{ownership}/share": "behind the search",
    "/admin/dwellings/{dwelling}/remove": "once nothing hangs on it",
    "/admin/dwellings/{dwelling}/door": "behind the plan of a building",
    "/admin/people/{person}/edit": "behind the search",
    "/admin/people/{person}/gone": "behind the search",
    "/admin/people/{person}/return": "once somebody is off the roll",
    "/admin/people/{person}/suspend": "behind the search",
    "/admin/people/{person}/free": "once an account is suspended",
    "/admin/people/{person}/agent": "once somebody was chosen",
    "/admin/people/{person}/agent/end": "once somebody acts by law",
    "/admin/people/{person}/kin": "once somebody was chosen",
    "/admin/people/{person}/kin/strike": "once kin was declared",
    "/admin/people/{person}/code": "behind the search",
    "/admin/people/{person}/corrections/new": "behind the search",
    "/admin/people/{person}/helpers": "behind the search",
    "/admin/offices/new": "once the office is chosen",
    "/admin/offices/{office}/end": "behind the list of offices",
    "/admin/offices/{office}/held": "behind the list of offices",
    "/in/again": "between an old proof and a dangerous act",
    "/me/sessions/{session}/end": "with a second session alone",
    "/me/sessions/end-others": "with a second session alone",
    "/in/cast/{person}": "only in the demo",
    "/demo/clock": "only in the demo",
    "/demo/votes/{vote}/ballots": "only in the demo",
    "/demo/votes/{vote}/sheets": "only in the demo",
    "/first/{code}": "the address stands on the console",
    "/issues/{reference}/petition/withdrawal": "once one has signed",
    "/issues/{reference}/petition/paper": "once somebody was found by name",
    "/issues/new/photos": "behind the question what is wrong",
    "/issues/new/photos/{picture}": "behind the page of photos",
    "/issues/new/photos/{picture}/boxes": "behind the page of photos",
    "/issues/new/photos/{picture}/undo": "behind the page of photos",
    "/issues/new/photos/{picture}/remove": "behind the page of photos",
    "/issues/new-for/photos": "behind the question what is wrong",
    "/issues/new-for/photos/{picture}": "behind the page of photos",
    "/issues/new-for/photos/{picture}/boxes": "behind the page of photos",
    "/issues/new-for/photos/{picture}/undo": "behind the page of photos",
    "/issues/new-for/photos/{picture}/remove": "behind the page of photos",
    **{
        f"/issues/{way}/joined{act}": "once all questions are answered"
        for way in ("new", "new-for")
        for act in ("", "/undo", "/discard")
    },
    "/issues/new/facts": "once the questions before are answered",
    "/issues/new-for/facts": "once the questions before are answered",
    "/issues/new/check": "once all questions are answered",
    "/issues/new/discard": "once a question is answered",
    "/issues/new-for/check": "once all questions are answered",
    "/issues/new-for/discard": "once a question is answered",
    "/issues/new-for/{step}": "once it is known for whom",
    "/issues/{reference}/rating/paper": "once somebody was found by name",
    "/votes/{vote}/ballot": "on the check page",
    "/votes/{vote}/change": "on the check page",
    "/work-orders/{order}/completion": "on the check page",
    "/votes/{vote}/declaration": "when no sheet is pending",
    "/votes/{vote}/roll/corrections/{objection}": "before voting opens, after an upheld objection",
    "/in/second": "after a first proof",
    "/me/second-factor/off": "once the factor is on",
    "/me/second-factor/renew": "once the factor is on",
    "/admin/people/{person}/second-factor": "once the factor is on",
    "/in/oidc/as": "with an organisation's sign-in",
    "/me/organisation": "with an organisation's sign-in",
    "/me/organisation/unlink": "with an organisation's sign-in",
    "/join/{code}": "the address stands on a slip",
    "/join/{code}/account": "after the fact fits",
    "/admin/slips/{building}/issue": "while a home waits for a slip",
    "/admin/slips/{building}/handed": "once slips are issued",
    "/admin/import/{batch}/commit": "once a list was read",
    "/admin/import/{batch}/discard": "once a list was read",
    "/admin/offices/{office}/code": "for a first officer without an account",
    "/admin/offices/{office}/held/strike": "once something is on the sheet",
    "/admin/offices/{office}/held/handed": "once something is on the sheet",
    "/me/corrections/{correction}/withdraw": "once something was asked",
    "/me/corrections/{correction}/seen": "once something was answered",
    "/admin/corrections/{correction}": "once something was asked",
    "/me/helpers/seen": "once something was done",
    "/me/helpers/{helping}/end": "once somebody helps",
    "/me/helping/stop": "while helping",
    "/me/helping/{helping}/start": "once somebody helps",
    "/me/helping/{helping}/end": "once somebody helps",
    "/admin/people/{person}/helpers/told": "once something was done",
    "/admin/people/{person}/helpers/{helping}/end": "once somebody helps",
}
"""Forms that stand on a page which only another form brings up, or nobody."""


def test_every_act_is_offered_to_whoever_may(world: World) -> None:
    """From the first page or the issue, by links alone, its form is a few pages away."""
    found = []
    for row in sorted(
        (row for row in ROWS if row.writes and row.path not in LATER), key=lambda row: row.halt
    ):
        if world.halt != row.halt:
            world.go(row.halt)
        column = sorted((row.yes & SIGNED_IN) - row.but.keys())[0]
        wanted = Cell(row, column, "own").address(world)
        if not offered(world, column, wanted):
            found.append(f"{row.name} is offered to {column} nowhere ({wanted} at {row.halt})")
    assert not found, "\n".join(found)


def offered(world: World, column: str, wanted: str) -> bool:
    """Whether a form for that address stands within four pages."""
    params = world.halts[world.halt].params["own"]
    # From the keepers' desks alone: the other issues lead nowhere near.
    names = ["reference"] if "/admin/" in wanted else params
    starts = [params[name] for name in names if name.endswith("reference")]
    near = ["/gongfu/", "/gongfu/me", "/gongfu/in", *(f"/gongfu/issues/{each}" for each in starts)]
    seen = set[str]()
    for _step in range(4):
        further: list[str] = []
        for address in near:
            if address in seen or len(seen) > 160:
                continue
            seen.add(address)
            page = read_page(world, column, address)
            if any(action.partition("?")[0] == wanted for action, _sent in page.posting):
                return True
            further += [link for link in page.links if link.startswith("/gongfu/")]
        # What lies below the thing itself first.
        near = sorted(further, key=lambda link: not wanted.startswith(link.partition("?")[0]))
    return False


def read_page(world: World, column: str, address: str) -> "_Forms":
    answer = world.ask(column, "GET", address.partition("#")[0])
    if answer.status == 303:
        answer = world.ask(column, "GET", answer.onward.partition("#")[0])
    page = _Forms()
    page.feed(answer.body)
    return page


def post(world: World, cell: Cell, sent: Pairs) -> Answer:
    pairs = [*world.guards(cell.column).items(), *sent]
    return world.ask(cell.column, "POST", cell.address(world), fields=pairs)


def judged(
    world: World, cell: Cell, answer: Answer, what: str, sent: Pairs, beside: set[str]
) -> Iterator[str]:
    """What is wrong with the answer to a spoiled form."""
    if answer.status != 422:
        yield f"{cell.row.name} {what}: {answer.status}, not 422"
    elif not world.untouched():
        yield f"{cell.row.name} {what}: something was stored"
    else:
        yield from lost(cell, answer, sent, beside)


def lost(cell: Cell, answer: Answer, sent: Pairs, beside: set[str]) -> Iterator[str]:
    """Values that were typed well and do not come back."""
    page = unescape(answer.body)
    for name, value in sent:
        if name not in beside | SECRET | UNREAD | BUTTONS and value.strip() and value not in page:
            yield f"{cell.row.name}: {name}={value[:20]} is lost"


def multipart(pairs: Pairs, as_file: str) -> tuple[bytes, str]:
    """The fields as multipart, one of them as a file."""
    parts = []
    for name, value in pairs:
        file = '; filename="a.txt"\r\nContent-Type: text/plain' if name == as_file else ""
        parts.append(f'--line\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n{value}\r\n')
    return ("".join(parts) + "--line--\r\n").encode(), "multipart/form-data; boundary=line"
