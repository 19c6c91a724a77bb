"""Every line of a person's page is true of whoever is dead, moved away, suspended, under age or an organisation."""

from datetime import date
from pathlib import Path

import pytest

from civic.people.acts.leaving import person_gone
from civic.people.acts.suspending import suspend_account
from civic.people.tables import Account, Ownership, Person, PersonKind, Residence
from civic.store.engine import Database
from tests.people.kept import Kept, keep


@pytest.fixture
def kept(database: Database) -> Kept:
    return keep(database)


def test_of_the_dead_no_line_says_that_they_are_here(kept: Kept, tmp_path: Path) -> None:
    she = kept.people["甲"]
    with kept.cast.acting("刘敏") as work:
        person_gone(work, she, date(2026, 2, 20), died=True)
    text = kept.at("刘敏", tmp_path).get(f"/admin/people/{she}")
    assert text.says("已去世，自", "2月20日", "保留至产权转移登记", "账号已经不能办任何事", "原住处", "住到")
    for untrue in ("身份情况", "权利一样", "由其他共有人表决", "表决代表"):
        assert untrue not in text, untrue


def test_whoever_moved_away_is_off_the_roll_for_that_reason(kept: Kept, tmp_path: Path) -> None:
    with kept.cast.acting("刘敏") as work:
        ident = work.add(Person(name="钱远走")).id
        work.add(Residence(person_id=ident, dwelling_id=kept.dwellings["301"], from_on=date(2020, 1, 1)))
    with kept.cast.acting("刘敏") as work:
        person_gone(work, ident, date(2026, 2, 1), died=False)
    found = kept.at("刘敏", tmp_path).get(f"/admin/people/{ident}")
    assert found.says("已搬离本社区", "自2月1日起", "没有账号")
    assert "权利一样" not in found
    assert "已去世" not in found
    # 丁 was off the roll before the ledger kept why.
    assert kept.at("刘敏", tmp_path).get(f"/admin/people/{kept.people['丁']}").says("原因没有记录")


def test_a_suspended_account_says_why(kept: Kept, tmp_path: Path) -> None:
    with kept.cast.acting("刘敏") as work:
        suspend_account(work, kept.people["甲"], "lost")
    reading = kept.at("刘敏", tmp_path)
    assert reading.get(f"/admin/people/{kept.people['甲']}").says("手机丢失", "账号已停用，只能查看")


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"born_on": date(2012, 5, 1)}, "满 18 周岁才能开账号"),
        ({"kind": PersonKind.ORGANISATION.value}, "单位由被授权的人办理"),
        ({}, "开了也办不了事"),
    ],
)
def test_why_somebody_has_no_account(
    kept: Kept, tmp_path: Path, facts: dict[str, object], sentence: str
) -> None:
    with kept.cast.acting("刘敏") as work:
        ident = work.add(Person(name="某某", **facts)).id
    assert kept.at("刘敏", tmp_path).get(f"/admin/people/{ident}").says(sentence)


def test_an_account_without_home_property_or_office_reads_alone(kept: Kept, tmp_path: Path) -> None:
    with kept.cast.acting("刘敏") as work:
        ident = work.add(Person(name="旧住户")).id
        work.add(Account(person_id=ident, login="jiu", password_hash=""))
    assert kept.at("刘敏", tmp_path).get(f"/admin/people/{ident}").says("账号只能查看")


def test_co_owners_who_named_nobody_are_not_said_to_let_another_vote(kept: Kept, tmp_path: Path) -> None:
    reading = kept.at("刘敏", tmp_path)
    path = f"/admin/people/{kept.people['乙']}"
    assert reading.get(path).says("由其他共有人表决")
    with kept.cast.acting("刘敏") as work:
        work.one(Ownership, person_id=kept.people["甲"]).named_voter = False
    assert "由其他共有人表决" not in reading.get(path)
