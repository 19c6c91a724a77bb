"""Offices are given by whoever may, to whoever can hold them, for a lawful term; they end with their last day."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.core.message import Message
from civic.ledger.tables import Entry
from civic.people.acts.offices import (
    Wanted,
    appoint,
    end_office,
    give_first_code,
    may_appoint,
)
from civic.people.acts.setup import take_account
from civic.people.events.offices import OfficeEnded, OfficeGiven
from civic.people.queries.choosing import chosen_by_id, chosen_by_name
from civic.people.queries.first_code import first_code
from civic.people.queries.offices import Stand, figures, history, listed, of_today, page_of
from civic.people.rules.ending import EndReason
from civic.people.tables import Account, Kinship, Obtained, Office, OfficeKind, Person, PersonCode, Residence
from civic.store.engine import Database
from civic.web.words import text_of
from civic.work import UnitOfWork
from tests.cast import MORNING, Cast, gather

TODAY = MORNING.date()
K, BY = OfficeKind, Obtained


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def wanted(cast: Cast, who: str, kind: OfficeKind = K.VOLUNTEER, **more: Any) -> Wanted:
    """An office that nothing speaks against, but for what the test changes."""
    usual: dict[str, Any] = {"from_on": TODAY, "to_on": None, "obtained": BY.RECOMMENDED}
    if kind in (K.COMMITTEE, K.SUPERVISOR, K.OWNERS_COMMITTEE):
        usual = {"from_on": TODAY, "to_on": date(2029, 1, 1), "obtained": BY.ELECTED, "basis": "选举记录"}
    known = {"person_id": cast.people.get(who), "name": who}
    return Wanted(kind=kind, **{**known, **usual, **more})


@contextmanager
def refused(error: type[Refusal], sentence: str) -> Iterator[None]:
    with pytest.raises(error) as caught:
        yield
    assert sentence in text_of(caught.value.because, "en"), text_of(caught.value.because, "en")


def spoken(what: Message) -> str:
    return text_of(what, "zh_CN").replace("2026年", "")


def office_of(work: UnitOfWork, name: str, cast: Cast, kind: str) -> Office:
    return work.session.query(Office).filter_by(person_id=cast.people[name], kind=kind).one()


@pytest.mark.parametrize(
    ("giver", "kind", "sentence"),
    [
        ("赵玉梅", K.VOLUNTEER, "This is for others"),
        ("刘志强", K.ENTRANCE_HEAD, "This is for others"),
        ("周建", K.COMMITTEE, "This is for others"),
        ("刘敏", K.COMMITTEE, "does not give this office"),
        ("刘敏", K.SUPERVISOR, "does not give this office"),
        ("刘敏", K.ADMINISTRATOR, "does not give this office"),
    ],
)
def test_nobody_gives_what_is_not_theirs_to_give(
    cast: Cast, giver: str, kind: OfficeKind, sentence: str
) -> None:
    with refused(NotAllowed, sentence), cast.acting(giver) as work:
        appoint(work, wanted(cast, "王桂兰", kind))


def test_nobody_gives_themselves_an_office(cast: Cast) -> None:
    for giver, kind in (("关锋", K.COMMITTEE), ("刘敏", K.VOLUNTEER)):
        with refused(NotAllowed, "an office of their own"), cast.acting(giver) as work:
            appoint(work, wanted(cast, giver, kind))
    with refused(NotAllowed, "an office of their own"), cast.acting("关锋") as work:
        appoint(work, wanted(cast, " 关锋 ", K.COMMITTEE))


@pytest.mark.parametrize(
    ("name", "kind", "more", "sentence"),
    [
        ("周建", K.COMMITTEE, {}, "Members of the residents' committee do not sit"),
        ("刘敏", K.SUPERVISOR, {}, "Members of the residents' committee do not sit"),
        ("刘敏", K.COMMITTEE, {}, "holds the office at that time already"),
        ("马军", K.OWNERS_COMMITTEE, {}, "The property firm neither handles ballots"),
        ("马军", K.CLERK, {"obtained": BY.APPOINTED}, "The property firm neither handles ballots"),
        ("王桂兰", K.COMMITTEE, {"obtained": BY.APPOINTED}, "by election only"),
        ("王桂兰", K.COMMITTEE, {"basis": ""}, "an election has its minutes"),
        ("王桂兰", K.COMMITTEE, {"to_on": None}, "five years at most"),
        ("王桂兰", K.COMMITTEE, {"to_on": date(2031, 3, 2)}, "five years at most"),
        ("王桂兰", K.VOLUNTEER, {"to_on": TODAY - timedelta(days=1)}, "The last day lies before the first"),
        ("王桂兰", K.BUILDING_HEAD, {}, "which building"),
        ("王桂兰", K.ENTRANCE_HEAD, {}, "which entrance"),
    ],
)
def test_an_office_that_cannot_be(
    cast: Cast, name: str, kind: OfficeKind, more: dict[str, Any], sentence: str
) -> None:
    with refused(Refusal, sentence), cast.acting("关锋") as work:
        appoint(work, wanted(cast, name, kind, **more))


def test_the_longest_term_ends_the_day_before_its_fifth_birthday(cast: Cast) -> None:
    with cast.acting("关锋") as work:
        appoint(work, wanted(cast, "王桂兰", K.COMMITTEE, to_on=date(2031, 3, 1)))


def test_close_kin_of_the_committee_do_not_supervise_it_and_the_other_way_round(cast: Cast) -> None:
    with cast.acting("刘敏") as work:
        work.add(Kinship(person_id=cast.people["刘敏"], other_id=cast.people["王桂兰"], relation="parent"))
        home = work.session.query(Residence).filter_by(person_id=cast.people["周建"]).one()
        son = work.add(Person(name="周小建"))
        work.add(
            Residence(
                person_id=son.id, dwelling_id=home.dwelling_id, relation="child", from_on=date(2020, 1, 1)
            )
        )
        cast.people["周小建"] = son.id
    for name, kind in (("王桂兰", K.SUPERVISOR), ("周小建", K.COMMITTEE)):
        with refused(Refusal, "Close kin of the residents' committee"), cast.acting("关锋") as work:
            appoint(work, wanted(cast, name, kind))
    with cast.acting("关锋") as work:
        appoint(work, wanted(cast, "王桂兰", K.COMMITTEE))
        appoint(work, wanted(cast, "周小建", K.SUPERVISOR))


def test_what_is_another_communitys_is_not_found(cast: Cast) -> None:
    with cast.acting("维托") as work:
        far = work.session.query(Office).filter_by(person_id=cast.people["维托"]).one().id
    with pytest.raises(NotFound), cast.acting("刘敏") as work:
        appoint(work, wanted(cast, "维托"))
    with pytest.raises(NotFound), cast.acting("维托") as work:
        appoint(work, replace(wanted(cast, "维托", K.BUILDING_HEAD, building_id=cast.buildings["1号楼"]), person_id=None, name="甲"))  # fmt: skip
    for act in (
        lambda work: end_office(work, far, TODAY, EndReason.RESIGNED),
        lambda work: give_first_code(work, far),
        lambda work: listed(work, far),
        lambda work: chosen_by_id(work, cast.people["维托"]),
    ):
        with pytest.raises(NotFound), cast.acting("关锋") as work:
            act(work)


def test_an_entrance_that_the_building_does_not_have(cast: Cast) -> None:
    place = {"building_id": cast.buildings["2号楼"], "obtained": BY.ELECTED, "basis": "推选记录"}
    with refused(Refusal, "has no entrance 4"), cast.acting("刘敏") as work:
        appoint(work, wanted(cast, "王桂兰", K.ENTRANCE_HEAD, entrance=4, **place))
    with cast.acting("刘敏") as work:
        office = appoint(work, wanted(cast, "王桂兰", K.ENTRANCE_HEAD, entrance=3, **place))
        assert (office.entrance, office.given_by, office.basis) == (3, cast.people["刘敏"], "推选记录")


def test_the_administrator_finds_by_full_name_and_door_alone(cast: Cast) -> None:
    with cast.acting("关锋", write=False) as work:

        def found(name: str, door: str) -> int | None:
            chosen = chosen_by_name(work, name, door)
            return chosen.person_id if chosen else None

        assert found("王桂兰", "2-1-501") == cast.people["王桂兰"]
        assert chosen_by_name(work, "王桂", "2-1-501") is None
        assert chosen_by_name(work, "王桂兰", "") is None
        assert found("刘敏", "") == cast.people["刘敏"]
        assert chosen_by_id(work, cast.people["刘敏"]).name == "刘敏"
        with pytest.raises(NotFound):
            chosen_by_id(work, cast.people["王桂兰"])
    with cast.acting("刘敏", write=False) as work:
        assert chosen_by_id(work, cast.people["王桂兰"]).home is not None


def test_a_term_runs_from_its_first_to_its_last_day(cast: Cast) -> None:
    with cast.acting("刘敏") as work:
        first, last = TODAY + timedelta(days=1), TODAY + timedelta(days=3)
        appoint(work, wanted(cast, "王桂兰", from_on=first, to_on=last))
        assert figures(work)[Stand.COMING] == 1
        assert [each.name for each in page_of(work, Stand.COMING, 1)] == ["王桂兰"]
    seen = []
    for _day in range(5):
        with cast.acting("王桂兰", write=False) as work:
            assert work.actor
            seen.append("volunteer" in work.actor.standings)
        cast.clock.advance(days=1)
    assert seen == [False, True, True, True, False]


def test_an_office_ends_yesterday_today_or_later_never_longer(cast: Cast) -> None:
    with cast.acting("刘敏") as work:
        office = appoint(work, wanted(cast, "王桂兰", to_on=TODAY + timedelta(days=9))).id
    for day, sentence in (
        (TODAY - timedelta(days=2), "yesterday at the earliest"),
        (TODAY + timedelta(days=10), "gets a new term"),
    ):
        with refused(Refusal, sentence), cast.acting("刘敏") as work:
            end_office(work, office, day, EndReason.RESIGNED)
    with refused(Refusal, "name the minutes"), cast.acting("刘敏") as work:
        end_office(work, office, TODAY, EndReason.REMOVED)
    with cast.acting("刘敏") as work:
        end_office(work, office, TODAY, EndReason.REMOVED, "3月1日居民会议记录")
        assert "volunteer" in cast._actor(work.session, "王桂兰").standings
        each = listed(work, office)
        assert (text_of(each.reason, "en"), each.document) == ("removed by a vote", "3月1日居民会议记录")
    with cast.acting("刘敏") as work:
        end_office(work, office, TODAY - timedelta(days=1), EndReason.RESIGNED)
        assert "volunteer" not in cast._actor(work.session, "王桂兰").standings
        assert [spoken(step.what) for step in history(work, office)] == [
            "任职3月2日至3月11日",
            "任职截止日由3月11日改为3月2日：经表决罢免",
            "任职截止日由3月2日改为3月1日：辞职",
        ]
    with refused(Refusal, "over already"), cast.acting("刘敏") as work:
        end_office(work, office, TODAY, EndReason.RESIGNED)


def test_who_ends_which_office(cast: Cast) -> None:
    def ident(name: str, kind: str) -> int:
        with cast.acting("刘敏", write=False) as work:
            return office_of(work, name, cast, kind).id

    for who, name, kind, error, sentence in (
        ("赵玉梅", "孙浩", "representative", NotAllowed, "This is for others"),
        ("刘敏", "刘敏", "committee", NotAllowed, "an office of their own"),
        ("刘敏", "周建", "supervisor", NotAllowed, "does not give this office"),
        ("关锋", "关锋", "administrator", NotAllowed, "an office of their own"),
    ):
        office = ident(name, kind)
        with refused(error, sentence), cast.acting(who) as work:
            end_office(work, office, TODAY, EndReason.RESIGNED)
    with cast.acting("关锋") as work:
        end_office(work, ident("刘敏", "committee"), TODAY, EndReason.RESIGNED)


def test_who_came_with_an_office_gets_a_first_code_from_its_giver(cast: Cast) -> None:
    with cast.acting("关锋") as work:
        office = appoint(work, wanted(cast, "吴 新", K.COMMITTEE, phone="13900000000"))
        ident, person_id = office.id, office.person_id
        person = work.get(Person, person_id)
        assert (person.name, person.initials, person.phone) == ("吴 新", "wx", "13900000000")
    with refused(NotAllowed, "This is for others"), cast.acting("周建") as work:
        give_first_code(work, ident)
    with refused(NotAllowed, "code in person"), cast.acting("刘敏") as work:
        give_first_code(work, ident)
    with cast.acting("关锋") as work:
        old = give_first_code(work, ident).id
        given = give_first_code(work, ident)
        assert work.get(PersonCode, old).expires_at == work.now
        assert given.expires_at == work.now + timedelta(minutes=60)
        assert len(first_code(work.secret, given)) == 23
    with refused(Refusal, "used up"), cast.acting(None) as work:
        take_account(work, given.id, "hash")
        take_account(work, given.id, "hash")
    with cast.acting(None) as work:
        take_account(work, given.id, "hash")
    with refused(Refusal, "signs in already"), cast.acting("关锋") as work:
        give_first_code(work, ident)


def test_a_first_code_opens_no_neighbours_account(cast: Cast) -> None:
    with cast.acting("关锋") as work:
        work.session.query(Account).filter_by(person_id=cast.people["王桂兰"]).delete()
        office = appoint(work, wanted(cast, "王桂兰")).id
    with refused(NotAllowed, "joins by the slip"), cast.acting("关锋") as work:
        give_first_code(work, office)


def test_two_people_of_one_name_sign_in_under_two(cast: Cast) -> None:
    with cast.acting("关锋") as work:
        office = appoint(work, wanted(cast, "刘敏", person_id=None))
        given = give_first_code(work, office.id)
        take_account(work, given.id, "hash")
        logins = {row.login for row in work.session.query(Account).filter(Account.login.like("刘敏%"))}
    assert logins == {"刘敏", "刘敏-2"}


def test_the_ledger_tells_it_without_a_name(cast: Cast) -> None:
    with cast.acting("关锋") as work:
        office = appoint(work, wanted(cast, "钱新人"))
        end_office(work, office.id, TODAY, EndReason.REMOVED, "秘密记录")
        entries = work.session.query(Entry).filter(Entry.kind.like("people:office%")).order_by(Entry.height)
        payloads = [entry.payload for entry in entries]
        assert [entry.kind for entry in entries] == ["people:office_given", "people:office_ended"]
    assert "钱新人" not in "".join(payloads)
    assert "秘密" not in "".join(payloads)


def test_sentences_of_the_events() -> None:
    given = OfficeGiven(office_id=1, person_id=2, office="clerk", from_on=TODAY, to_on=None, new_person=False)
    ended = OfficeEnded(office_id=1, person_id=2, was_until=None, last_on=TODAY, reason="term")
    assert spoken(given.told()) == "自3月2日起任职，未定截止日"
    assert spoken(ended.told()) == "任职截止日定为3月2日：任期届满"


def test_everybody_in_office_is_listed_once(cast: Cast) -> None:
    with cast.acting("刘敏", write=False) as work:
        assert len(of_today(work)) == figures(work)[Stand.CURRENT] == 12
        assert not may_appoint(work, wanted(cast, "刘敏"))
