"""Guardians and representatives: who may be one, by which document, what they then do and what counts."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.people.acts.agents import end_agent, name_agent
from civic.people.acts.helping import end_help
from civic.people.queries.agents import agents_of
from civic.people.queries.entitled import citizens_for, units_for
from civic.people.rules.agents import Agent, Seen, Ward, last_day_for, may_be_agent, may_prove
from civic.people.rules.entitlement import Electorate, electorate
from civic.people.tables import Helping, Ownership, Person, PersonKind
from civic.permissions import Standing
from civic.store.engine import Database
from tests.people.kept import Kept, keep
from tests.people.test_helping_acts import begin, in_browser, who
from tests.people.test_owning import newest

TODAY, DAY = date(2026, 3, 2), timedelta(days=1)
CLERK = 90
FIRM, BOY = Ward(1, organisation=True), Ward(2, born_on=date(2012, 5, 1))
SHE, LEFT = Ward(3, born_on=date(1944, 5, 1)), Ward(4, gone=True)
MAN = Agent(9)


@pytest.mark.parametrize(
    ("ward", "agent", "because"),
    [
        (FIRM, MAN, None),
        (BOY, MAN, None),
        (SHE, MAN, None),
        (LEFT, MAN, "Nobody acts for somebody who has died"),
        (FIRM, Agent(1), "Nobody is their own"),
        (FIRM, replace(MAN, organisation=True), "An organisation acts through a person"),
        (FIRM, replace(MAN, gone=True), "This person is off the roll"),
        (BOY, replace(MAN, of_age=False), "Whoever acts for another must be 18"),
        (BOY, replace(MAN, suspended=True), "This account is suspended"),
        (
            FIRM,
            replace(MAN, offices=frozenset({Standing.PROPERTY_FIRM})),
            "Whoever works for the property firm",
        ),
        # A parent at the property firm is a parent still; other offices are no hindrance either.
        (BOY, replace(MAN, offices=frozenset({Standing.PROPERTY_FIRM})), None),
        (FIRM, replace(MAN, offices=frozenset({Standing.BUILDING_HEAD})), None),
        (FIRM, Agent(CLERK), "You do not record yourself"),
    ],
)
def test_who_may_act(ward: Ward, agent: Agent, because: str | None) -> None:
    may = may_be_agent(ward, agent, CLERK)
    assert bool(may) == (because is None)
    assert because is None or (may.because and may.because.text.startswith(because))


@pytest.mark.parametrize(
    ("ward", "document", "dated", "until", "because"),
    [
        (FIRM, "licence", TODAY, date(2027, 1, 1), None),
        (FIRM, "authorisation", TODAY, TODAY, None),
        (FIRM, "court", TODAY, date(2027, 1, 1), "For an organisation"),
        (BOY, "register", date(2012, 5, 2), date(2030, 4, 30), None),
        (BOY, "designation", TODAY, date(2030, 4, 30), None),
        (BOY, "court", TODAY, date(2030, 4, 30), None),
        (BOY, "register", date(2012, 5, 2), date(2030, 5, 1), "This can be entered until"),
        (BOY, "licence", TODAY, date(2027, 1, 1), "For a minor"),
        (SHE, "court", TODAY, date(2031, 3, 2), None),
        (SHE, "court", TODAY, date(2031, 3, 3), "This can be entered until"),
        (SHE, "register", TODAY, date(2027, 1, 1), "An adult has capacity"),
        (SHE, "designation", TODAY, date(2027, 1, 1), "An adult has capacity"),
        # Whose birthday nobody knows counts as grown up.
        (Ward(5), "register", TODAY, date(2027, 1, 1), "An adult has capacity"),
        (FIRM, "licence", TODAY + DAY, date(2027, 1, 1), "This date of the document"),
        (FIRM, "licence", date(1899, 1, 1), date(2027, 1, 1), "This date of the document"),
        (FIRM, "licence", TODAY, TODAY - DAY, "Please choose a last day"),
    ],
)
def test_what_proves_it(ward: Ward, document: str, dated: date, until: date, because: str | None) -> None:
    may = may_prove(ward, Seen(document, dated, until, CLERK), TODAY)
    assert bool(may) == (because is None)
    assert because is None or (may.because and may.because.text.startswith(because))


def test_the_last_day_of_a_leap_day_child() -> None:
    assert last_day_for(Ward(1, born_on=date(2012, 2, 29)), TODAY) == date(2030, 2, 28)


@pytest.fixture
def kept(database: Database) -> Kept:
    """With a firm that owns 1号楼2单元201 beside 丙, and somebody who works for it and lives elsewhere."""
    kept = keep(database)
    with kept.cast.acting("刘敏") as work:
        kept.people["公司"] = work.add(Person(name="工福置业公司", kind=PersonKind.ORGANISATION.value)).id
        kept.people["代表"] = work.add(Person(name="代表人", phone="13800000009")).id
        work.one(Ownership, person_id=kept.people["丙"]).person_id = kept.people["公司"]
    kept.cast.people["代表人"] = kept.people["代表"]
    return kept


def named(kept: Kept, agent: str = "代表", by: str = "刘敏", ward: str = "公司") -> int:
    with kept.cast.acting(by) as work:
        seen = Seen("authorisation", date(2026, 2, 1), date(2026, 12, 31), work.person_id)
        return name_agent(work, kept.people[ward], kept.people[agent], seen).id


@pytest.mark.parametrize("who_asks", ["赵玉梅", "孙浩", "周建", "陈书", "业委", "关锋", "楼一", "格一"])
def test_only_the_committee_records_it(kept: Kept, who_asks: str) -> None:
    with pytest.raises(NotAllowed):
        named(kept, by=who_asks)
    helping = named(kept)
    with pytest.raises(NotAllowed), kept.cast.acting(who_asks) as work:
        end_agent(work, helping)
    with pytest.raises(NotAllowed), kept.cast.acting(who_asks) as work:
        end_help(work, helping)


def test_not_of_the_next_community(kept: Kept) -> None:
    with pytest.raises(NotFound):
        named(kept, by="维托")


def test_nobody_records_themselves_or_a_wrong_document(kept: Kept) -> None:
    kept.people["刘敏"] = kept.cast.people["刘敏"]
    with pytest.raises(NotAllowed, match="do not record yourself"):
        named(kept, agent="刘敏")
    with pytest.raises(Refusal, match="An adult has capacity"):
        named(kept, ward="甲")


def casts_for(kept: Kept) -> dict[int, int | None]:
    with kept.cast.acting(None, write=False) as work:
        people, units = citizens_for(work, Electorate.OWNERS, None), units_for(work, None)
        lines = electorate(Electorate.OWNERS, people, units, work.today).lines
        assert all(line.heads == 1 for line in lines)
        return {line.voter_id: line.cast_by for line in lines}


def test_the_agent_casts_the_owners_vote_which_counts_once(kept: Kept) -> None:
    firm, agent = kept.people["公司"], kept.people["代表"]
    assert casts_for(kept)[firm] is None
    before = len(casts_for(kept))
    named(kept)
    assert casts_for(kept)[firm] == agent
    assert len(casts_for(kept)) == before
    kept.cast.clock.set(kept.cast.clock.now() + 320 * DAY)
    assert casts_for(kept)[firm] is None


def test_another_takes_over_and_the_ledger_knows_both(kept: Kept) -> None:
    first = named(kept)
    kept.people["赵"] = kept.cast.people["赵玉梅"]
    second = named(kept, agent="赵")
    with kept.cast.acting("刘敏", write=False) as work:
        kind, told = newest(work)
        assert (kind, told["replaced_id"], told["document_no"]) == ("people:agent_named", first, 2)
        assert work.get(Helping, first).ended_at is not None
        assert agents_of(work, [kept.people["公司"]])[kept.people["公司"]].helping_id == second
    with kept.cast.acting("刘敏") as work:
        end_agent(work, second)
    assert casts_for(kept)[kept.people["公司"]] is None


def test_whoever_lives_elsewhere_acts_in_the_firms_name_until_it_ends(kept: Kept) -> None:
    helping = named(kept)
    token = begin(kept.cast, "代表人", helping)
    actor = who(kept.cast, token)
    assert actor is not None
    assert (actor.person_id, actor.helper_id, actor.agent) == (kept.people["公司"], kept.people["代表"], True)
    assert actor.standings == (Standing.OWNER,)
    with in_browser(kept.cast, token, write=False) as work:
        assert work.actor is not None
    with kept.cast.acting("刘敏") as work:
        end_agent(work, helping)
    after = who(kept.cast, token)
    assert after is not None
    assert after.help_over


def test_the_pages_name_and_say_who_acts(kept: Kept, tmp_path: Path) -> None:
    firm, reading = kept.people["公司"], kept.at("刘敏", tmp_path)
    path = f"/admin/people/{firm}/agent"
    assert path in reading.get(f"/admin/people/{firm}").text
    dwelling = f"/admin/dwellings/{kept.dwellings['201']}"
    assert reading.get(dwelling).says("还没有登记单位代表")
    assert f"agent={kept.people['代表']}" in reading.get(f"{path}?q=代表人").text
    assert reading.get(f"{path}?agent={kept.people['代表']}").says(
        "您看了哪种证明", "营业执照", "加盖公章的授权委托书"
    )
    for until, sentence in (("2040-01-01", "最晚填到"), ("2027-01-01", "已登记，从现在起可以代为办理")):
        assert reading.post(path, document="licence", document_on="2026-02-01", until_on=until).says(sentence)
    assert reading.get(path).says("代表人", "营业执照")
    assert reading.get(dwelling).says("代表人代投")
    assert reading.get(f"/admin/people/{firm}").says("代表人", "单位代表")
    reading.get(path)
    assert reading.post(f"{path}/end").says("已结束", "还没有登记")
