"""Household slips: who may issue them where, how many codes, what becomes of the old ones, ticks and their undo."""

from datetime import date
from pathlib import Path

import pytest
import segno

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.acts.slips import issue_slips, may_issue_slips, reissue_slip, tick_slips
from civic.people.queries.slips import buildings_with_figures, card_of, cards_of, slip_reach
from civic.people.rules.cards import HomeState
from civic.people.tables import Office, Residence, Slip
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.people.household import ADULTS, ENTRANCE, Household, codes, seat
from tests.web import browser, statements

HEAD, ENTRANCE_HEAD, COMMITTEE = "刘志强", "赵玉梅", "刘敏"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def home(cast: Cast) -> Household:
    return seat(cast)


def issue(cast: Cast, name: str = HEAD, building: str = "2号楼", entrance: int = ENTRANCE) -> int:
    with cast.acting(name) as work:
        return issue_slips(work, cast.buildings[building], entrance)


def test_others_issue_none(cast: Cast, home: Household) -> None:
    for name in ("王桂兰", "孙浩", "周建", "关锋", None):
        with pytest.raises(NotAllowed):
            issue(cast, name)  # type: ignore[arg-type]


def test_a_head_issues_none_elsewhere(cast: Cast, home: Household) -> None:
    for name, building, entrance in (
        (HEAD, "1号楼", 1),
        (ENTRANCE_HEAD, "2号楼", 1),
        (ENTRANCE_HEAD, "1号楼", 1),
    ):
        with pytest.raises(NotAllowed, match="in their own building or entrance"):
            issue(cast, name, building, entrance)


def test_a_representative_s_building_is_no_head_s(cast: Cast, home: Household) -> None:
    """Sun Hao represents building 2; made a head of building 1, he still issues nothing in 2."""
    with cast.acting(COMMITTEE) as work:
        work.add(
            Office(
                person_id=cast.people["孙浩"], kind="building_head", building_id=cast.buildings["1号楼"],
                from_on=date(2026, 1, 1),
            )
        )  # fmt: skip
    assert issue(cast, "孙浩", "1号楼", 1) == 1
    with pytest.raises(NotAllowed):
        issue(cast, "孙浩")


def test_another_community_finds_nothing(cast: Cast, home: Household) -> None:
    with pytest.raises(NotFound):
        issue(cast, "维托")
    with cast.acting("维托") as work, pytest.raises(NotFound):
        reissue_slip(work, home.home)


@pytest.mark.parametrize("name", [HEAD, ENTRANCE_HEAD, COMMITTEE])
def test_a_code_for_each_adult(cast: Cast, home: Household, name: str) -> None:
    assert issue(cast, name) == 2
    assert len(codes(cast, home.home)) == ADULTS
    assert len(codes(cast, home.next_door)) == 1
    with pytest.raises(Refusal, match="has a card or has joined"):
        issue(cast, name)


def test_codes_are_derived_and_unlike(cast: Cast, home: Household) -> None:
    issue(cast)
    found = codes(cast, home.home) + codes(cast, home.next_door)
    assert len(set(found)) == len(found)
    assert {len(code) for code in found} == {8}
    with cast.acting(COMMITTEE, write=False) as work:
        kept = [(s.code_hash, s.salt) for s in work.session.query(Slip)]
    assert not any(code in part for code in found for row in kept for part in row)


def test_an_empty_home_gets_one(cast: Cast, home: Household) -> None:
    with cast.acting(COMMITTEE) as work:
        work.session.query(Residence).filter_by(dwelling_id=home.next_door).delete()
    issue(cast)
    assert len(codes(cast, home.next_door)) == 1


def test_a_new_slip_voids_the_old_one(cast: Cast, home: Household) -> None:
    issue(cast)
    old = codes(cast, home.home)
    with cast.acting(ENTRANCE_HEAD) as work:
        reissue_slip(work, home.home)
    new = codes(cast, home.home)
    assert len(new) == ADULTS
    assert not set(new) & set(old)


def test_after_its_day_it_waits_for_a_new_one(cast: Cast, home: Household) -> None:
    issue(cast)
    cast.clock.advance(days=61)
    with cast.acting(HEAD) as work:
        states = {card.door: card.state for card in cards_of(work, cast.buildings["2号楼"], ENTRANCE)}
    assert set(states.values()) == {HomeState.EXPIRED}
    assert issue(cast) == 2


def test_ticks_and_their_undo(cast: Cast, home: Household) -> None:
    issue(cast)
    place = (cast.buildings["2号楼"], ENTRANCE)
    with cast.acting("王桂兰") as work, pytest.raises(NotAllowed):
        tick_slips(work, *place, handed=[home.home], back=[])
    with cast.acting(ENTRANCE_HEAD) as work:
        assert tick_slips(work, *place, handed=[home.home], back=[]) == (1, 0)
    with cast.acting(HEAD) as work:
        # Somebody else's tick of meanwhile stays; ticking it twice is nothing new.
        assert tick_slips(work, *place, handed=[home.home, home.next_door], back=[]) == (1, 0)
        assert card_of(work, home.home).state is HomeState.HANDED
    with cast.acting(HEAD) as work:
        assert tick_slips(work, *place, handed=[], back=[home.home]) == (0, 1)
        assert card_of(work, home.home).state is HomeState.PRINTED
    with cast.acting(HEAD) as work, pytest.raises(NotFound):
        tick_slips(work, *place, handed=[home.far], back=[])


def test_figures_of_what_is_one_s_own(cast: Cast, home: Household) -> None:
    issue(cast)
    with cast.acting(COMMITTEE, write=False) as work, statements(cast.workshop.database) as asked:
        found = {f.building.name: f for f in buildings_with_figures(work, slip_reach(work))}
    assert len(asked) == 1
    assert (found["1号楼"].homes, found["1号楼"].missing) == (1, 1)
    assert found["2号楼"].issued == 2
    with cast.acting(ENTRANCE_HEAD, write=False) as work:
        own = buildings_with_figures(work, slip_reach(work))
        assert [(f.building.name, f.homes, f.missing) for f in own] == [("2号楼", 2, 0)]
        assert may_issue_slips(work, cast.buildings["2号楼"])
        assert not may_issue_slips(work, cast.buildings["2号楼"], 1)


def test_pages_of_an_entrance(cast: Cast, home: Household, tmp_path: Path) -> None:
    head = browser(cast, HEAD, folder=tmp_path)
    here = f"/admin/slips/{cast.buildings['2号楼']}"
    assert head.get(f"/admin/slips/{cast.buildings['1号楼']}").status == 403
    head.get("/admin/slips").says("2号楼")
    head.get(f"{here}?entrance={ENTRANCE}").says("还有 2 户没有入户单。", "501", "还没有发单")
    head.post(f"{here}/issue").says("已发出 2 户的入户单")
    head.get(f"{here}?entrance={ENTRANCE}")
    head.post(f"{here}/handed", handed=[str(home.home)]).says("已勾记送到 1 户", "3月2日已送到")
    head.get(f"{here}?entrance={ENTRANCE}")
    head.post(f"{here}/handed", handed=[]).says("已撤销 1 户的勾记")
    for path in (f"{here}?entrance=9", f"{here}?entrance=x", f"{here}/print?entrance=9"):
        assert head.get(path).status == 404, path
    paper = head.get(f"{here}/print?entrance={ENTRANCE}")
    assert paper.text.count('class="card"') == 2
    assert paper.text.count('class="card__qr"') == ADULTS + 1
    assert not any(name in paper.text for name in home.people), "no names on a card"


@pytest.mark.parametrize("site", ["https://gf.cn", "https://civic.gongfu-street.example.gov.cn:8443"])
def test_the_qr_code_is_thirty_millimetres(site: str) -> None:
    """The box of 40 mm holds the symbol and four modules of quiet zone on each side (print.css)."""
    modules = segno.make(f"{site}/j/7K4M29QX", error="q", micro=False).symbol_size(border=0)[0]
    assert 40 * modules / (modules + 8) >= 30


def test_the_page_of_a_home(cast: Cast, home: Household, tmp_path: Path) -> None:
    issue(cast)
    head = browser(cast, ENTRANCE_HEAD, folder=tmp_path)
    here = f"/admin/dwellings/{home.home}/slip"
    assert head.get(f"/admin/dwellings/{home.far}/slip").status == 403
    head.get(here).says("第 3 个码", "有效期至 5月1日")
    head.post(here).says("新入户单已发出", "3月2日已换发，作废")
    assert browser(cast, "维托", folder=tmp_path, slug="weiwan").get(here).status == 404
