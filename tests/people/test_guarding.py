"""Held: the second factor and the password once more; what is done ahead of an act; files."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from starlette.responses import Response

import civic.app
from civic.app import ROUTES
from civic.core.errors import Refusal
from civic.core.message import say
from civic.people.tables import Account
from civic.permissions import GUARDED, STEP_UP, Permission
from civic.store.engine import Database
from civic.store.tables import Community
from civic.web.call import Call
from civic.web.forms import blank
from civic.web.routing import act, page
from civic.work import UnitOfWork
from tests.cast import Cast, gather
from tests.people.door import PASSWORD, give_password, sessions
from tests.web import Browser, browser, plain, sign_in

P = Permission
FACTOR, AGAIN = "请先开启二次验证", "请再输一次密码"


@dataclass
class Hall:
    """A few routes that note what reached them."""

    done: list[list[tuple[str, Any]]] = field(default_factory=list)
    before: list[Any] = field(default_factory=list)
    uploads: list[tuple[str, bytes] | None] = field(default_factory=list)

    def show(self, call: Call, work: UnitOfWork) -> Response:
        return call.page("people/first.html", person=work.actor, form=blank())

    def do(self, call: Call, work: UnitOfWork) -> Response:
        self.done.append([(name, value) for name, value in call.sent if name != "csrf"])
        self.uploads.append(call.upload)
        if any(value == "refuse" for _name, value in call.sent):
            raise Refusal(say("You are signed out."))
        return call.done("/me")

    def ahead(self, call: Call) -> str:
        with call.opened(write=True) as work:
            self.before.append((work.person_id, [name for name, _value in call.sent]))
        return "prepared"

    def use(self, call: Call, work: UnitOfWork) -> Response:
        assert call.prepared == "prepared"
        return self.do(call, work)

    @property
    def routes(self) -> list[Any]:
        return [
            *(page(f"/try/{p.name.lower()}", self.show, p) for p in (P.IMPORT_ROLL, P.APPOINT, P.COUNT)),
            *(act(f"/try/{p.name.lower()}", self.do, p) for p in (P.IMPORT_ROLL, P.APPOINT, P.COUNT)),
            act("/try/ahead", self.use, P.IMPORT_ROLL, before=self.ahead),
            act("/try/both", self.use, P.COUNT, before=self.ahead),
            act("/try/file", self.use, P.RAISE, before=self.ahead, upload=2_000_000),
            act("/try/plain", self.do, P.RAISE),
        ]


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    give_password(cast, "刘敏")
    return cast


@pytest.fixture
def hall(monkeypatch: pytest.MonkeyPatch) -> Hall:
    hall = Hall()
    monkeypatch.setattr(civic.app, "ROUTES", [*civic.app.ROUTES, *hall.routes])
    return hall


def come(cast: Cast, folder: Path, name: str = "刘敏", *, strong: bool = True) -> Browser:
    there = browser(cast, folder=folder)
    there.client.cookies.set("__Host-civic", sign_in(cast, name, strong=strong))
    there.get("/me")
    return there


def press(there: Browser, path: str, tokens: dict[str, str] | None = None, **typed: str) -> Any:
    return there.post(path, follow=False, tokens=tokens or there.tokens(), **typed)


@contextmanager
def demo(cast: Cast) -> Iterator[None]:
    with cast.acting(None) as work:
        work.session.get_one(Community, cast.community_id).demo = True
    yield


# The second factor


@pytest.mark.on_sqlite
@pytest.mark.parametrize("permission", ["import_roll", "appoint"])
def test_without_the_second_factor_nothing_that_reaches_everybodys_data(
    cast: Cast, hall: Hall, tmp_path: Path, permission: str
) -> None:
    weak = come(cast, tmp_path, strong=False)
    tokens = weak.tokens()
    answer = weak.get(f"/try/{permission}")
    assert answer.status == 403
    assert answer.says(FACTOR, "旁人看一眼就能学去", "开启二次验证")
    assert f'href="/gongfu/me/second-factor?next=/gongfu/try/{permission}"' in answer.text
    answer = press(weak, f"/try/{permission}", tokens, name="王")
    assert answer.status == 403
    assert answer.says(FACTOR)
    assert hall.done == []
    strong = come(cast, tmp_path)
    assert strong.get(f"/try/{permission}").status == 200
    assert press(strong, f"/try/{permission}", name="王").status == 303


@pytest.mark.on_sqlite
def test_a_factor_that_was_not_given_here_is_asked_for(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    with cast.acting(None) as work:
        work.one(Account, person_id=cast.people["刘敏"]).totp_since = work.now
    answer = come(cast, tmp_path, strong=False).get("/try/import_roll")
    assert answer.says("请先用二次验证登录")
    assert 'href="/gongfu/in?next=/gongfu/try/import_roll"' in answer.text


@pytest.mark.on_sqlite
def test_the_demo_asks_for_neither(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    with demo(cast):
        weak = come(cast, tmp_path, strong=False)
        cast.clock.advance(minutes=20)
        for path in ("/try/import_roll", "/try/appoint", "/try/count"):
            assert weak.get(path).status == 200, path


@pytest.mark.on_sqlite
def test_whoever_may_not_hears_that_and_nothing_else(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    resident = come(cast, tmp_path, "赵玉梅", strong=False)
    tokens = resident.tokens()
    for path in ("/try/import_roll", "/try/appoint", "/try/count"):
        assert "二次验证" not in resident.get(path).text
        assert resident.page.status == 403
    assert press(resident, "/try/count", tokens, again=PASSWORD).status == 403
    assert hall.done == []


@pytest.mark.on_sqlite
def test_a_fragment_is_held_too(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    weak = come(cast, tmp_path, strong=False)
    headers = {"HX-Request": "true", "HX-Request-Type": "partial"}
    answer = weak.client.get("/gongfu/try/import_roll", headers=headers)
    assert answer.status_code == 403
    assert "<main" not in answer.text
    assert FACTOR in answer.text.replace('<span class="ph">', "").replace("</span>", "")


OPEN_IN_ADMIN = {P.HAND_OVER, P.SET_CATEGORIES}
"""One's own office, and the promises of the categories: nobody's data."""


def test_every_page_of_the_administration_needs_the_factor() -> None:
    """Security paper, 6.3.3: without it, admin routes are refused to the committee and administrators."""
    inside = {route.permission for route in ROUTES if route.path.startswith("/admin")}
    assert inside - GUARDED == OPEN_IN_ADMIN


def test_what_is_guarded_is_what_the_paper_says() -> None:
    assert {P.IMPORT_ROLL, P.EXPORT_ROLL, P.BREAK_GLASS, P.APPOINT, P.READ_LOOKS} <= GUARDED
    assert {P.EXPORT_ROLL, P.BREAK_GLASS, P.APPOINT, P.COUNT} <= STEP_UP


# The password once more


@pytest.mark.on_sqlite
def test_within_ten_minutes_nobody_is_asked(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    cast.clock.advance(minutes=9)
    assert there.get("/try/count").status == 200
    assert press(there, "/try/count", name="王").status == 303


@pytest.mark.on_sqlite
def test_a_page_leads_through_the_page_between(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    cast.clock.advance(minutes=11)
    first = there.client.get("/gongfu/try/count?a=1", follow_redirects=False)
    assert first.headers["location"] == "/gongfu/in/again?next=/gongfu/try/count%3Fa%3D1"
    assert there.get("/try/count").says(AGAIN)
    assert there.post("/in/again", again="wrong wrong").says("密码不对")
    assert there.page.status == 422
    answer = there.post("/in/again", again=PASSWORD, follow=False)
    assert (answer.status, answer.location) == (303, "/gongfu/try/count")
    assert there.get("/try/count").status == 200
    assert [row.confirmed_at for row in sessions(cast, "刘敏")] == [cast.clock.now()]


@pytest.mark.on_sqlite
def test_the_page_between_leads_nowhere_else(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    there.get("/in/again?next=https://evil.example/")
    assert there.post("/in/again", again=PASSWORD, follow=False).location == "/gongfu/"


@pytest.mark.on_sqlite
def test_an_act_is_carried_across_and_nothing_typed_is_lost(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    tokens = there.tokens()
    cast.clock.advance(minutes=11)
    held = press(there, "/try/count", tokens, name='王"<b>', text="第一行\n第二行")
    assert held.status == 403
    assert held.says(AGAIN, "您先前填的都还在")
    assert hall.done == []
    hidden = there.hidden("/try/count")
    assert hidden["once"] == tokens["once"], "still the same press"
    wrong = press(there, "/try/count", hidden, again="wrong wrong")
    assert wrong.status == 422
    assert wrong.says("密码不对")
    assert there.hidden("/try/count") == hidden
    assert press(there, "/try/count", hidden, again=PASSWORD).status == 303
    sent = [("once", tokens["once"]), ("name", '王"<b>'), ("text", "第一行\n第二行")]
    assert [sorted(each) for each in hall.done] == [sorted(sent)], "the handler knows nothing of the password"


@pytest.mark.on_sqlite
def test_two_presses_on_the_page_between_are_one_act(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    tokens = there.tokens()
    cast.clock.advance(minutes=11)
    press(there, "/try/count", tokens, name="王")
    hidden = there.hidden("/try/count")
    first, again = (press(there, "/try/count", hidden, again=PASSWORD) for _ in range(2))
    assert (first.status, again.status, again.location) == (303, 303, first.location)
    assert len(hall.done) == 1
    assert press(there, "/try/count", tokens, name="王").location == first.location, "Back, and once more"
    assert len(hall.done) == 1


@pytest.mark.on_sqlite
def test_a_refused_act_is_refused_after_the_password_too(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    tokens = there.tokens()
    cast.clock.advance(minutes=11)
    assert press(there, "/try/count", tokens, name="refuse", again=PASSWORD).status == 409


@pytest.mark.on_sqlite
def test_guessing_on_the_page_between_waits_like_at_the_door(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    tokens = there.tokens()
    cast.clock.advance(minutes=11)
    found = [press(there, "/try/count", tokens, again=f"wrong {n} wrong").status for n in range(6)]
    assert found == [422] * 5 + [429]
    assert press(there, "/try/count", tokens, again=PASSWORD).status == 429
    assert hall.done == []


@pytest.mark.on_sqlite
def test_anothers_password_proves_nothing(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    give_password(cast, "赵玉梅", "another one altogether")
    there = come(cast, tmp_path)
    tokens = there.tokens()
    cast.clock.advance(minutes=11)
    assert press(there, "/try/count", tokens, again="another one altogether").status == 422


@pytest.mark.on_sqlite
def test_whoever_has_no_password_signs_in_again(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    with cast.acting(None) as work:
        work.one(Account, person_id=cast.people["刘敏"]).password_hash = ""
    there = come(cast, tmp_path)
    tokens = there.tokens()
    cast.clock.advance(minutes=11)
    assert there.get("/try/count").says("您没有设密码")
    assert 'href="/gongfu/in?next=/gongfu/try/count"' in there.page.text
    assert press(there, "/try/count", tokens, name="王").says("您没有设密码")
    assert press(there, "/try/count", tokens, name="王", again="x").status == 422


@pytest.mark.on_sqlite
def test_a_stranger_with_the_cookie_alone_can_do_nothing_dangerous(
    cast: Cast, hall: Hall, tmp_path: Path
) -> None:
    there = come(cast, tmp_path)
    tokens = there.tokens()
    cast.clock.advance(minutes=11)
    press(there, "/try/appoint", tokens)
    press(there, "/try/count", tokens)
    assert hall.done == []


# What is done ahead


@pytest.mark.on_sqlite
def test_ahead_of_the_act_for_whoever_may_alone(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    assert press(there, "/try/ahead", name="王").status == 303
    assert [person for person, _sent in hall.before] == [cast.people["刘敏"]]
    weak, resident = come(cast, tmp_path, strong=False), come(cast, tmp_path, "赵玉梅", strong=False)
    assert press(weak, "/try/ahead").says(FACTOR)
    assert press(resident, "/try/ahead").status == 403
    forged = come(cast, tmp_path)
    assert press(forged, "/try/ahead", {"csrf": "0" * 64, "once": "x"}).status == 403
    visitor = browser(cast, folder=tmp_path)
    visitor.get("/in")
    assert press(visitor, "/try/ahead").status == 403
    assert len(hall.before) == 1


@pytest.mark.on_sqlite
def test_a_second_press_is_answered_before_anything_is_done_again(
    cast: Cast, hall: Hall, tmp_path: Path
) -> None:
    there = come(cast, tmp_path)
    tokens = there.tokens()
    assert [press(there, "/try/ahead", tokens, name="王").status for _ in range(2)] == [303, 303]
    assert (len(hall.before), len(hall.done)) == (1, 1)


@pytest.mark.on_sqlite
def test_the_password_comes_before_what_takes_long(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    tokens = there.tokens()
    cast.clock.advance(minutes=11)
    assert press(there, "/try/both", tokens, name="王").status == 403
    assert hall.before == []
    assert press(there, "/try/both", tokens, name="王", again=PASSWORD).status == 303
    assert [sent for _person, sent in hall.before] == [["csrf", "once", "name"]]


# Files


def send_file(there: Browser, path: str, name: str, content: bytes, tokens: dict[str, str]) -> Any:
    return there.client.post(
        f"/gongfu{path}",
        data={**tokens, "what": "roll"},
        files={"file": (name, content)},
        follow_redirects=False,
    )


@pytest.mark.on_sqlite
def test_a_file_reaches_the_one_address_that_takes_it(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    content = bytes(range(256)) * 7800
    answer = send_file(there, "/try/file", "名册.xlsx", content, there.tokens())
    assert answer.status_code == 303
    assert hall.uploads == [("名册.xlsx", content)]
    assert ("what", "roll") in hall.done[0]


@pytest.mark.on_sqlite
@pytest.mark.parametrize(("size", "status"), [(2_000_000, 303), (2_000_001, 413), (2_100_000, 413)])
def test_a_file_has_a_limit(cast: Cast, hall: Hall, tmp_path: Path, size: int, status: int) -> None:
    there = come(cast, tmp_path)
    answer = send_file(there, "/try/file", "a.csv", b"x" * size, there.tokens())
    assert answer.status_code == status
    assert status == 303 or "2 MB" in plain(answer.text)


@pytest.mark.on_sqlite
def test_elsewhere_a_form_stays_small(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    answer = send_file(there, "/try/plain", "a.csv", b"x" * 1_100_000, there.tokens())
    assert answer.status_code == 413
    assert "1 MB" in plain(answer.text)
    assert send_file(there, "/try/plain", "a.csv", b"x", there.tokens()).status_code == 303
    assert hall.uploads == [None], "no file gets as far as a handler"


@pytest.mark.on_sqlite
@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\名册\\a.xls", "a.xls"),
        ("a\u202ex.csv", "ax.csv"),
        ("x" * 300, "x" * 120),
    ],
)
def test_a_files_name_is_its_last_part(cast: Cast, hall: Hall, tmp_path: Path, name: str, kept: str) -> None:
    there = come(cast, tmp_path)
    send_file(there, "/try/file", name, b"1", there.tokens())
    assert hall.uploads == [(kept, b"1")]


@pytest.mark.on_sqlite
def test_a_mended_file_of_the_same_name_is_another_press(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    tokens = there.tokens()
    for content in (b"one", b"one", b"two"):
        assert send_file(there, "/try/file", "a.csv", content, tokens).status_code == 303
    assert [each and each[1] for each in hall.uploads] == [b"one", b"two"]


@pytest.mark.on_sqlite
def test_two_files_and_no_file(cast: Cast, hall: Hall, tmp_path: Path) -> None:
    there = come(cast, tmp_path)
    two = [("file", ("a.csv", b"1")), ("file", ("b.csv", b"2"))]
    answer = there.client.post("/gongfu/try/file", data=there.tokens(), files=two)
    assert answer.status_code == 422
    there.get("/me")
    assert press(there, "/try/file", name="王").status == 303
    assert hall.uploads == [None]


def test_a_file_cannot_meet_the_page_between() -> None:
    with pytest.raises(ValueError, match="carried"):
        act("/x", Hall().do, P.EXPORT_ROLL, upload=1000)
