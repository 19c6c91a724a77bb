"""What a list does not say is not known: since when, from which paper, whether sold, registered, how large a share."""

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from civic.core.days import LONG_AGO
from civic.core.errors import Refusal
from civic.people.acts.households import move_in, take_back_residence
from civic.people.acts.importing import commit_list
from civic.people.acts.leaving import person_gone
from civic.people.acts.owning import own
from civic.people.acts.shares import correct_ownership_share
from civic.people.listing import rows_of
from civic.people.queries.exports import lines
from civic.people.queries.gaps import Gap, gap_counts, gap_dwellings, gap_people
from civic.people.queries.reach import reach_of
from civic.people.rules.editing import SHARE_WRONG, Span
from civic.people.rules.importing.plan import plan_import
from civic.people.rules.importing.registry import Registry
from civic.people.tables import Dwelling, Ownership, Person, Relation, Residence
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.people.people_lists import TODAY, row, said
from tests.people.test_importing_acts import commit, preview
from tests.people.test_importing_capacity import plan
from tests.people.test_importing_plan import roll
from tests.web import browser

NOW = date(2026, 3, 2)
DAY = timedelta(days=1)
WANG = {"building": "5号楼", "door": "907", "area": "89.6", "name": "王秀英", "relation": "户主", "owner": "是",
        "born_on": "1943-05-12"}  # fmt: skip
LI = WANG | {"name": "李建国", "relation": "配偶", "born_on": "1941-02-03"}
COUPLE = (row("2-1-501", "王建国", owner="是", area="89.6"), row("2-1-501", "李桂兰", owner="是"))


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    commit(cast, preview(cast, WANG, LI))
    return cast


def test_nothing_is_taken_for_granted() -> None:
    made = plan(row("2-1-501", "王建国", relation="户主", owner="是", area="89.6"))
    home, stay, share = made.dwellings[0], made.residences[0], made.ownerships[0]
    assert (home.area_source, home.state) == ("not_known", "not_known")
    assert (stay.from_on, stay.registered) == (LONG_AGO, None)
    assert (share.from_on, share.share_num, share.share_known) == (LONG_AGO, 1, True)
    assert made.unsaid == 1


@pytest.mark.parametrize("chosen", [True, None])
def test_the_importer_says_once_who_is_registered_but_never_of_tenants(chosen: bool | None) -> None:
    given = [
        row("2-1-501", "王建国"),
        row("2-1-502", "张伟", relation="租户"),
        row("2-1-503", "赵强", registered="否"),
    ]
    made = plan_import(enumerate(given, 2), Registry(), TODAY, None, chosen)
    assert [each.registered for each in made.residences] == [chosen, None, False]
    assert made.unsaid == 1


def test_co_owners_without_shares_are_equal_until_a_paper_says_more() -> None:
    made = plan(*COUPLE)
    assert [(each.share_num, each.share_den, each.share_known) for each in made.ownerships] == [
        (1, 2, False)
    ] * 2
    assert "Owns together with others; which share, the list does not say." in said(made.rows[0])
    assert made.equal == 2
    known = roll(*COUPLE)
    assert plan(*COUPLE, known=known).empty, "the same list again changes nothing"
    told = plan(*(each | {"share": "1/2"} for each in COUPLE), known=known)
    assert [each.outcome.value for each in told.rows] == ["changed", "changed"]
    assert {(each.field, each.after) for each in told.changes} == {("share_known", True)}
    assert (told.rows[0].shown[0].before, told.rows[0].shown[0].after) == (None, "1/2")


def test_not_known_takes_nothing_back() -> None:
    first = row("2-1-501", area="89.6", area_source="产权证", state="已售")
    assert plan(first | {"area_source": "不详", "state": "不详"}, known=roll(first)).empty


def test_a_move_has_a_day() -> None:
    known = roll(row("2-1-501", "王建国", born_on="1943-05-12"))
    made = plan(row("2-1-601", "王建国", born_on="1943-05-12"), known=known)
    assert made.residences[0].from_on == TODAY
    assert "The list gives no day for this move: taken as today." in said(made.rows[0])


def stay_of(cast: Cast, name: str) -> Residence:
    with cast.acting(None, write=False) as work:
        found = work.one(Residence, person_id=work.one(Person, name=name).id)
        work.session.expunge_all()
    return found


@pytest.mark.parametrize("ago", [7, 0, 400])
def test_who_came_by_a_list_may_have_died_any_day(cast: Cast, ago: int) -> None:
    with cast.acting("刘敏") as work:
        person_gone(work, work.one(Person, name="王秀英").id, NOW - ago * DAY, died=True)
    stay = stay_of(cast, "王秀英")
    assert stay.to_on == NOW - (ago + 1) * DAY
    assert not Span(stay.from_on, stay.to_on).void


def test_who_died_on_the_day_of_moving_in_lived_here(cast: Cast) -> None:
    with cast.acting("刘敏") as work:
        person = work.add(Person(name="新来的"))
        home = work.one(Dwelling, door="907").id
        move_in(work, person.id, home, household=2, relation=Relation.TENANT, registered=None, from_on=NOW)
        person_gone(work, person.id, NOW, died=True)
    stay = stay_of(cast, "新来的")
    assert not Span(stay.from_on, stay.to_on).void


def test_by_hand_a_day_may_be_unknown_but_not_of_a_move(cast: Cast) -> None:
    with cast.acting("刘敏") as work:
        home, other = work.one(Dwelling, door="907").id, work.one(Person, name="李建国").id
        person = work.add(Person(name="新来的", born_on=date(1980, 1, 1))).id
        unknown = {"relation": Relation.TENANT, "registered": None, "from_on": LONG_AGO}
        stay = move_in(work, person, home, household=2, **unknown)  # type: ignore[arg-type]
        assert (stay.from_on, stay.registered) == (LONG_AGO, None)
        second = work.add(
            Dwelling(building_id=work.get(Dwelling, home).building_id, entrance=1, door="908")
        ).id
        with pytest.raises(Refusal, match="another door"):
            move_in(work, other, second, household=1, **unknown)  # type: ignore[arg-type]
        take_back_residence(work, stay.id)
        assert Span(stay.from_on, stay.to_on).void
        assert own(work, person, second, Fraction(1), LONG_AGO).from_on == LONG_AGO
        with pytest.raises(Refusal, match="All shares"):
            own(work, other, second, Fraction(1), LONG_AGO)


def test_what_is_not_known_stands_among_the_gaps(cast: Cast, tmp_path: Path) -> None:
    with cast.acting("刘敏", write=False) as work:
        reach = reach_of(work)
        found = gap_counts(work, reach)
        assert [found[gap] for gap in (Gap.SOURCE, Gap.STATE, Gap.SHARE, Gap.REGISTERED)] == [1, 1, 1, 2]
        assert {each.door for each in gap_dwellings(work, reach, Gap.SHARE, 1)} == {"907"}
        assert {each.name for each in gap_people(work, reach, Gap.REGISTERED, 1)} == {"王秀英", "李建国"}
    office = browser(cast, "刘敏", folder=tmp_path)
    office.get("/admin/gaps/registered").says("是否登记居住不详的居民", "王秀英")
    office.get("/admin/gaps/source").says("面积来源不详的房屋", "907")


def test_pages_say_that_it_is_not_known(cast: Cast, tmp_path: Path) -> None:
    office = browser(cast, "刘敏", folder=tmp_path)
    with cast.acting(None, write=False) as work:
        home, wang = work.one(Dwelling, door="907").id, work.one(Person, name="王秀英").id
    page = office.get(f"/admin/dwellings/{home}")
    page.says("起始日不详", "份额不详", "是否登记居住不详", "不详")
    assert "1月2日" not in page.text
    page = office.get(f"/admin/people/{wang}")
    page.says("起始日不详", "份额不详", "是否登记居住不详")
    assert "1月2日" not in page.text
    office.get(f"/admin/buildings/{cast.buildings['1号楼']}/dwellings/new")
    assert "checked" not in office.page.text.split("<form", 2)[-1], "nothing is preselected"


def test_a_list_that_goes_out_leaves_it_blank(cast: Cast) -> None:
    with cast.acting("刘敏", write=False) as work:
        rows = [cells for cells in rows_of(lines(work, None), masked=False) if "王秀英" in cells]
    assert len(rows) == 1
    assert not any("0001" in str(cell) or cell == "1/2" for cell in rows[0])


def test_the_committee_confirms_an_equal_share(cast: Cast) -> None:
    with cast.acting("刘敏") as work:
        wang = work.one(Person, name="王秀英").id
        held = work.one(Ownership, person_id=wang).id
        correct_ownership_share(work, held, Fraction(1, 2), SHARE_WRONG[0])
        assert work.get(Ownership, held).share_known
        with pytest.raises(Refusal, match="already"):
            correct_ownership_share(work, held, Fraction(1, 2), SHARE_WRONG[0])


def test_what_the_importer_chose_is_said_afterwards(cast: Cast, tmp_path: Path) -> None:
    office = browser(cast, "刘敏", folder=tmp_path)
    batch = preview(cast, WANG | {"door": "908", "name": "周芳", "born_on": "1990-01-01"})
    with cast.acting("刘敏") as work:
        commit_list(work, batch, registered=True)
    office.get(f"/admin/import/{batch}").says("导入人选择了按已登记处理")
    assert stay_of(cast, "周芳").registered is True
