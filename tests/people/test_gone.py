"""Who has died or left loses every right from that day; who is suspended may read and not act; both come back."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.acts.leaving import person_gone, person_returns
from civic.people.acts.suspending import free_account, suspend_account
from civic.people.queries.entitled import citizens_for, units_for
from civic.people.queries.who import actor_of
from civic.people.rules.entitlement import Electorate, electorate
from civic.people.tables import Account, Helping, Office, Ownership, Person, Residence
from civic.permissions import Standing
from civic.store.engine import Database
from civic.store.tables import LoginSession
from tests.people.kept import Kept, keep
from tests.people.test_person_edit import opened, row, told
from tests.web import sign_in

TODAY = date(2026, 3, 2)


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def all_of(kept: Kept, table: Any, **where: Any) -> list[Any]:
    with kept.cast.acting(None, write=False) as work:
        found = list(work.session.scalars(select(table).filter_by(**where).order_by(table.id)))
        work.session.expunge_all()
    return found


def gone(kept: Kept, whom: int, *, died: bool = True, on: date = TODAY, by: str = "刘敏") -> int:
    with kept.cast.acting(by) as work:
        return person_gone(work, whom, on, died=died)


def why(kept: Kept, whom: int, **how: Any) -> str:
    with pytest.raises((NotAllowed, Refusal)) as no:
        gone(kept, whom, **how)
    return no.value.because.text


def voters(kept: Kept, kind: Electorate) -> set[int]:
    with kept.cast.acting(None, write=False) as work:
        people, units = citizens_for(work, kind, None), units_for(work, None)
        return {line.voter_id for line in electorate(kind, people, units, TODAY).lines}


@pytest.mark.parametrize("who", ["刘志强", "周建", "陈书", "赵玉梅", "关锋", "楼一", "格一"])
def test_only_the_committee_takes_off_the_roll_or_suspends(kept: Kept, who: str) -> None:
    assert why(kept, kept.people["甲"], by=who) == "This is for others: %(who)s."
    with pytest.raises(NotAllowed), kept.cast.acting(who) as work:
        suspend_account(work, kept.people["甲"], "lost")
    with pytest.raises(NotAllowed), kept.cast.acting(who) as work:
        free_account(work, kept.people["甲"])
    with pytest.raises(NotAllowed), kept.cast.acting(who) as work:
        person_returns(work, kept.people["丁"])


def test_not_oneself_and_not_of_the_next_community(kept: Kept) -> None:
    assert why(kept, kept.cast.people["刘敏"]).startswith("This is your own entry")
    for by, whom in (("刘敏", kept.cast.people["维托"]), ("维托", kept.people["甲"])):
        with pytest.raises(NotFound):
            gone(kept, whom, by=by)
        with pytest.raises(NotFound), kept.cast.acting(by) as work:
            suspend_account(work, whom, "lost")


def test_death_ends_home_offices_sessions_consents_and_the_vote(kept: Kept) -> None:
    she, cast = kept.cast.people["孙浩"], kept.cast
    with cast.acting("刘敏") as work:
        work.get(Person, she).born_on = date(1970, 1, 1)
        work.add(
            Helping(
                helper_id=she, person_id=kept.people["丙"], kind="relative", consent="paper", until_on=date(2026, 9, 1),
                recorded_by=work.person_id, recorded_at=work.now, from_on=date(2026, 1, 1),
            )
        )  # fmt: skip
    sign_in(cast, "孙浩")
    assert she in voters(kept, Electorate.RESIDENTS) & voters(kept, Electorate.OWNERS)
    assert gone(kept, she, on=date(2026, 2, 20)) == 1
    (stay,), (office,) = all_of(kept, Residence, person_id=she), all_of(kept, Office, person_id=she)
    assert (stay.to_on, office.to_on, office.end_reason) == (date(2026, 2, 19), date(2026, 2, 19), "died")
    assert all_of(kept, LoginSession, person_id=she) == []
    assert all(
        each.ended_at and each.ended_by == cast.people["刘敏"]
        for each in all_of(kept, Helping, helper_id=she)
    )
    (share,) = all_of(kept, Ownership, person_id=she)
    assert (share.to_on, share.named_voter) == (None, False)
    for kind in (Electorate.RESIDENTS, Electorate.OWNERS, Electorate.REPRESENTATIVES, Electorate.HOUSEHOLDS):
        assert she not in voters(kept, kind), kind
    with cast.acting(None, write=False) as work:
        standings = actor_of(work.session, cast.community_id, she, TODAY).standings
        assert not set(standings) & {Standing.RESIDENT, Standing.OWNER, Standing.REPRESENTATIVE}
    (payload,) = told(kept, "people:person_gone")
    assert '"died":true' in payload
    assert '"offices_ended":1' in payload
    assert why(kept, she) == "This person is off the roll already."


def test_nobody_is_named_to_vote_any_more_where_a_named_owner_died(kept: Kept) -> None:
    assert kept.people["甲"] in voters(kept, Electorate.OWNERS)
    gone(kept, kept.people["甲"])
    assert not {kept.people["甲"], kept.people["乙"]} & voters(kept, Electorate.OWNERS)
    (share,) = all_of(kept, Ownership, person_id=kept.people["甲"])
    assert not share.named_voter


def test_what_ended_before_stays_and_what_was_to_begin_never_does(kept: Kept) -> None:
    ident = kept.people["丙"]
    with kept.cast.acting("刘敏") as work:
        work.one(Residence, person_id=ident).to_on = date(2025, 6, 30)
        work.add(Residence(person_id=ident, dwelling_id=kept.dwellings["201"], from_on=date(2026, 5, 1)))
    gone(kept, ident)
    before, coming = all_of(kept, Residence, person_id=ident)
    assert before.to_on == date(2025, 6, 30)
    assert coming.to_on == TODAY - timedelta(days=1) < coming.from_on


def test_an_office_that_was_ended_keeps_its_day_and_reason_when_a_death_is_entered_late(kept: Kept) -> None:
    she = kept.cast.people["孙浩"]
    with kept.cast.acting("刘敏") as work:
        office = work.one(Office, person_id=she)
        office.to_on, office.end_reason = date(2026, 3, 1), "resigned"
    assert gone(kept, she, on=date(2026, 2, 20)) == 0
    (office,) = all_of(kept, Office, person_id=she)
    assert (office.to_on, office.end_reason) == (date(2026, 3, 1), "resigned")


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2026, 3, 3), "This day is still to come."),
        (date(2019, 12, 31), "On the roll, something of theirs began"),
        (date(1940, 1, 1), "On the roll, something of theirs began"),
    ],
)
def test_days_that_cannot_be(kept: Kept, on: date, sentence: str) -> None:
    assert why(kept, kept.people["甲"], on=on).startswith(sentence)


def test_whoever_leaves_gives_up_offices_and_property_first(kept: Kept) -> None:
    assert why(kept, kept.cast.people["楼一"], died=False).startswith("This person holds an office.")
    assert why(kept, kept.people["乙"], died=False).startswith("Whoever owns here keeps the vote of an owner")
    with kept.cast.acting("刘敏") as work:
        work.one(Ownership, person_id=kept.people["乙"]).to_on = date(2026, 2, 1)
    assert gone(kept, kept.people["乙"], died=False) == 0
    assert row(kept, kept.people["乙"]).gone_on == TODAY


def test_an_organisation_does_not_die(kept: Kept) -> None:
    with kept.cast.acting("刘敏") as work:
        firm = work.add(Person(name="海滨置业", kind="organisation")).id
    assert why(kept, firm).startswith("An organisation does not die.")
    gone(kept, firm, died=False)


def test_whoever_is_back_has_no_home_until_it_is_entered(kept: Kept) -> None:
    gone(kept, kept.people["甲"])
    with kept.cast.acting("刘敏") as work:
        person_returns(work, kept.people["甲"])
    assert row(kept, kept.people["甲"]).gone_on is None
    assert kept.people["甲"] not in voters(kept, Electorate.RESIDENTS)
    with pytest.raises(Refusal), kept.cast.acting("刘敏") as work:
        person_returns(work, kept.people["甲"])


def suspended(kept: Kept, whom: int, reason: str = "lost") -> None:
    with kept.cast.acting("刘敏") as work:
        suspend_account(work, whom, reason)


def test_a_suspended_account_reads_and_does_not_act_and_keeps_its_vote(kept: Kept) -> None:
    she = kept.cast.people["赵玉梅"]
    with kept.cast.acting("刘敏") as work:
        work.get(Person, she).born_on = date(1970, 1, 1)
    sign_in(kept.cast, "赵玉梅")
    suspended(kept, she, "misuse")
    assert all_of(kept, LoginSession, person_id=she) == []
    with kept.cast.acting("赵玉梅", write=False) as work:
        assert work.standings() == [Standing.SUSPENDED]
    assert she in voters(kept, Electorate.RESIDENTS) & voters(kept, Electorate.OWNERS)
    (payload,) = told(kept, "people:account_suspended")
    assert '"reason_no":1' in payload
    with pytest.raises(Refusal), kept.cast.acting("刘敏") as work:
        suspend_account(work, she, "lost")
    with kept.cast.acting("刘敏") as work:
        free_account(work, she)
    with kept.cast.acting("赵玉梅", write=False) as work:
        assert Standing.RESIDENT in work.standings()


@pytest.mark.parametrize("name", ["周建", "陈书", "刘志强", "孙浩", "关锋", "郑丽", "林娜", "业委"])
def test_nobody_in_office_is_suspended(kept: Kept, name: str) -> None:
    with pytest.raises(Refusal) as no:
        suspended(kept, kept.cast.people[name])
    assert no.value.because.text.startswith("This person holds an office.")


def test_nor_whoever_is_elected_already_has_no_account_or_is_gone(kept: Kept) -> None:
    she = kept.cast.people["赵玉梅"]
    with kept.cast.acting("刘敏") as work:
        work.add(Office(person_id=she, kind="supervisor", from_on=date(2026, 4, 1)))
        work.add(Account(person_id=kept.people["丁"], login="ding", password_hash=""))
    for whom, sentence in (
        (she, "This person holds an office."), (kept.people["乙"], "This person has no account"),
        (kept.people["丁"], "This person is off the roll."),
    ):  # fmt: skip
        with pytest.raises(Refusal) as no:
            suspended(kept, whom)
        assert no.value.because.text.startswith(sentence)
    with pytest.raises(Refusal), kept.cast.acting("刘敏") as work:
        free_account(work, she)


# Pages


def test_gone_is_checked_once_with_what_follows_from_it(kept: Kept, tmp_path: Path) -> None:
    path = f"/admin/people/{kept.people['甲']}/gone"
    reading = opened(kept, "刘敏", tmp_path, path)
    page = reading.post(path, why="died", gone_on="2026-03-01", step="check")
    assert page.says(
        "这样对吗",
        "1号楼1单元101：居住登记终止",
        "没有户主",
        "推选表决代表之前，暂时无人投票",
        "1 项帮办同意",
        "各处登录全部退出",
    )
    assert row(kept, kept.people["甲"]).gone_on is None
    page = reading.post(path, step="change")
    assert page.says("退出名册")
    assert 'value="2026-03-01"' in page.text
    reading.post(path, why="died", gone_on="2026-03-01", step="check")
    page = reading.post(path, step="enter")
    assert page.says("何藏名甲已退出名册", "恢复在册")
    assert row(kept, kept.people["甲"]).gone_on == date(2026, 3, 1)


def test_what_becomes_of_a_share_is_said_as_the_rules_have_it(kept: Kept, tmp_path: Path) -> None:
    for whom, sentence in (
        ("丙", "1号楼2单元201：产权在转移登记之前保留"),
        ("乙", "仍由已推选的表决代表投票"),
    ):
        path = f"/admin/people/{kept.people[whom]}/gone"
        reading = opened(kept, "刘敏", tmp_path, path)
        page = reading.post(path, why="died", gone_on="2026-03-01", step="check")
        assert page.says(sentence)
        assert "没有户主" not in page


def test_the_reason_and_the_day_are_refused_each_at_its_field(kept: Kept, tmp_path: Path) -> None:
    path = f"/admin/people/{kept.people['甲']}/gone"
    reading = opened(kept, "刘敏", tmp_path, path)
    page = reading.post(path, why="left", gone_on="2026-03-01", step="check")
    assert page.status == 422
    assert page.says("业主搬到外地仍有业主投票权")
    assert 'href="#f-why"' in page.text
    page = reading.post(path, why="died", gone_on="2026-03-09", step="enter")
    assert 'href="#f-gone_on"' in page.text
    assert row(kept, kept.people["甲"]).gone_on is None


def test_the_way_back_names_the_last_home(kept: Kept, tmp_path: Path) -> None:
    gone(kept, kept.people["甲"])
    reading = opened(kept, "刘敏", tmp_path, f"/admin/people/{kept.people['甲']}/gone")
    assert reading.page.says("起不在册", "原住处", "1号楼1单元101")
    page = reading.post(f"/admin/people/{kept.people['甲']}/return")
    assert page.says("已恢复在册，请重新登记住处", "登记住处")


def test_suspending_says_what_it_means_and_freeing_why_it_was(kept: Kept, tmp_path: Path) -> None:
    path = f"/admin/people/{kept.people['甲']}"
    reading = opened(kept, "刘敏", tmp_path, f"{path}/suspend")
    assert reading.page.says("投票权不受影响", "只能浏览、不能办事")
    assert reading.post(f"{path}/suspend").status == 422
    assert reading.post(f"{path}/suspend", why="lost").says(
        "账号已停用，请告诉本人原因", "只能浏览，不能办事"
    )
    page = reading.get(f"{path}/suspend")
    assert page.says("账号已停用", "手机丢失", "刘敏")
    assert reading.post(f"{path}/free").says("又可以办事了")
    assert opened(kept, "刘敏", tmp_path, f"/admin/people/{kept.cast.people['周建']}/suspend").page.says(
        "卸任之前账号不能停用"
    )
