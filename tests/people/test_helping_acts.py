"""Helping: who may agree to it and for whom it is recorded, how it begins and ends, what a helper never does."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from typing import Any

import pytest

from civic.core.entropy import digest
from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.decide.acts import cast_ballot, change_ballot
from civic.decide.tables import Vote
from civic.people.acts.helped import see_helped, tell_helped
from civic.people.acts.helping import agree_help, agreed_now, end_help, record_consent, start_helping
from civic.people.queries.helped import deeds, newest_untold
from civic.people.queries.naming import meant
from civic.people.queries.who import load_actor
from civic.people.tables import Account, Helping, Office, Person
from civic.permissions import NEVER_FOR_OTHERS, Permission, Standing
from civic.propose.acts import raise_issue
from civic.store.engine import Database
from civic.store.tables import LoginSession
from civic.supervise.standing import may_judge
from civic.work import Actor, UnitOfWork, open_work
from tests.cast import MORNING, Cast, gather
from tests.decide.stage import Stage, at, notify, seat_representatives, to_the_outcome
from tests.people.household import seat
from tests.web import sign_in, statements

UNTIL = date(2026, 8, 1)
STOP = "Nobody can do this in another's place. Please stop helping first."


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def consent(cast: Cast, person: str, helper: str, kind: str = "relative", until: date = UNTIL) -> int:
    """`person` lets `helper` act, on their own account."""
    with cast.acting(person) as work:
        return agree_help(work, helper_id=cast.people[helper], kind=kind, until_on=until).id


def begin(cast: Cast, helper: str, helping_id: int) -> str:
    """The token of a browser in which `helper` acts by that consent."""
    fresh = sign_in(cast, helper)
    with cast.acting(helper) as work:
        return start_helping(work, helping_id, fresh)


def who(cast: Cast, token: str) -> Actor | None:
    """Who acts in that browser now."""
    with cast.acting(None, write=False) as work:
        return load_actor(work.session, work.community, digest(token), work.now)


def in_browser(cast: Cast, token: str, *, write: bool = True) -> AbstractContextManager[UnitOfWork]:
    """A unit of work in which that browser acts."""
    with cast.acting(None, write=False) as found:
        community = found.community
    return open_work(
        cast.workshop,
        lambda session: session.merge(community),
        lambda session, place: load_actor(session, place, digest(token), cast.clock.now()),
        write=write,
    )


def test_who_may_not_agree(cast: Cast) -> None:
    def agree(person: str, helper: str, kind: str = "relative", until: date = UNTIL) -> None:
        with cast.acting(person) as work:
            agree_help(work, helper_id=cast.people[helper], kind=kind, until_on=until)

    with pytest.raises(NotAllowed, match="This is for others"):
        agree("关锋", "赵玉梅")
    with pytest.raises(NotFound):
        agree("维托", "赵玉梅")
    with pytest.raises(Refusal, match="Nobody is their own helper"):
        agree("王桂兰", "王桂兰")
    with pytest.raises(Refusal, match="no building head"):
        agree("王桂兰", "赵玉梅", "building_head", date(2026, 3, 20))
    with pytest.raises(Refusal, match="at most"):
        agree("王桂兰", "赵玉梅", until=date(2027, 3, 2))
    with pytest.raises(Refusal, match="still to come"):
        agree("王桂兰", "赵玉梅", until=date(2026, 3, 1))


def test_who_may_not_record_a_consent(cast: Cast) -> None:
    seat(cast)
    zhou, wang = cast.people["周建"], cast.people["王桂兰"]

    def record(officer: str, person: int, helper: str, witness: int | None, kind: str = "paper") -> None:
        with cast.acting(officer) as work:
            record_consent(
                work,
                agreed_now(
                    work,
                    cast.people[helper],
                    "relative",
                    UNTIL,
                    person_id=person,
                    consent=kind,
                    witness_id=witness,
                ),
            )

    with pytest.raises(NotAllowed, match="This is for others"):
        record("周建", wang, "赵玉梅", zhou)
    with pytest.raises(Refusal, match="name a witness"):
        record("刘志强", wang, "赵玉梅", None)
    with pytest.raises(Refusal, match="witness is somebody else"):
        record("刘志强", wang, "赵玉梅", cast.people["刘志强"])
    with pytest.raises(Refusal, match="does not record"):
        record("刘志强", wang, "刘志强", zhou)
    with pytest.raises(NotFound):
        record("维托", wang, "赵玉梅", zhou)
    record("刘志强", wang, "赵玉梅", zhou)
    record("刘敏", wang, "孙浩", None, "in_person")


def test_a_head_records_nothing_beyond_the_own_doors(cast: Cast) -> None:
    home = seat(cast)
    with cast.acting("赵玉梅") as work:
        far = agreed_now(
            work, cast.people["孙浩"], "relative", UNTIL, person_id=home.people["远方人"], consent="in_person"
        )
        with pytest.raises(NotFound):
            record_consent(work, far)
        with pytest.raises(NotFound):
            tell_helped(work, home.people["远方人"], 9)
        near = agreed_now(
            work, cast.people["孙浩"], "relative", UNTIL, person_id=home.people["孙老太"], consent="in_person"
        )
        assert record_consent(work, near).recorded_by == cast.people["赵玉梅"]


def test_only_the_helper_begins_and_only_in_time(cast: Cast) -> None:
    helping = consent(cast, "王桂兰", "赵玉梅")
    with cast.acting("孙浩") as work, pytest.raises(NotAllowed, match="Only the helper"):
        start_helping(work, helping, "x")
    with cast.acting("维托") as work, pytest.raises(NotFound):
        start_helping(work, helping, "x")
    cast.clock.set(MORNING + timedelta(days=153))
    fresh = sign_in(cast, "赵玉梅")
    with cast.acting("赵玉梅") as work, pytest.raises(Refusal, match="over or has not begun"):
        start_helping(work, helping, fresh)


def test_a_helper_acts_as_the_person_without_the_own_offices(cast: Cast) -> None:
    helping = consent(cast, "周建", "刘敏")
    old = sign_in(cast, "刘敏")
    with cast.acting("刘敏") as work:
        token = start_helping(work, helping, old)
    assert who(cast, old) is None, "a form that lies open under the old token is worth nothing"
    actor = who(cast, token)
    assert actor is not None
    assert (actor.person_id, actor.helper_id) == (cast.people["周建"], cast.people["刘敏"])
    assert actor.helping_until == UNTIL
    assert not actor.help_over
    assert set(actor.standings) == {Standing.RESIDENT, Standing.OWNER}, (
        "neither the helper's nor the person's"
    )
    with in_browser(cast, token, write=False) as work:
        for permission in NEVER_FOR_OTHERS:
            assert work.may(permission).because is not None
            with pytest.raises(NotAllowed, match=STOP):
                work.require(permission)


def _suspend(cast: Cast, helping: int) -> None:
    with cast.acting(None) as work:
        work.get(Person, cast.people["赵玉梅"]).suspended = True


def _gone(cast: Cast, helping: int) -> None:
    with cast.acting(None) as work:
        work.get(Person, cast.people["赵玉梅"]).gone_on = work.today


def _expire(cast: Cast, helping: int) -> None:
    cast.clock.set(cast.clock.now().replace(month=8, day=2))
    with cast.acting(None) as work:
        for login in work.session.query(LoginSession):
            login.idle_until = login.ends_at = work.now + timedelta(days=1)


def _end(cast: Cast, helping: int) -> None:
    with cast.acting("王桂兰") as work:
        end_help(work, helping)


@pytest.mark.parametrize("over", [_suspend, _gone, _expire, _end])
def test_it_is_over_on_the_next_request(cast: Cast, over: Callable[[Cast, int], None]) -> None:
    helping = consent(cast, "王桂兰", "赵玉梅")
    token = begin(cast, "赵玉梅", helping)
    over(cast, helping)
    actor = who(cast, token)
    assert actor is not None
    assert (actor.person_id, actor.helper_id, actor.help_over) == (cast.people["赵玉梅"], None, True)


def test_who_helps_by_office_helps_while_they_hold_it(cast: Cast) -> None:
    helping = consent(cast, "王桂兰", "刘志强", "building_head", date(2026, 3, 31))
    token = begin(cast, "刘志强", helping)
    assert (found := who(cast, token)) is not None
    assert found.helper_id == cast.people["刘志强"]
    with cast.acting(None) as work:
        work.one(Office, person_id=cast.people["刘志强"]).to_on = work.today - timedelta(days=1)
    assert (found := who(cast, token)) is not None
    assert found.help_over
    fresh = sign_in(cast, "刘志强")
    with cast.acting("刘志强") as work, pytest.raises(Refusal, match="no building head"):
        start_helping(work, helping, fresh)


@pytest.mark.parametrize(
    ("name", "may"), [("王桂兰", True), ("赵玉梅", True), ("刘敏", True), ("孙浩", False)]
)
def test_who_ends_it(cast: Cast, name: str, may: bool) -> None:
    helping = consent(cast, "王桂兰", "赵玉梅")
    with cast.acting(name) as work:
        if may:
            end_help(work, helping)
        else:
            with pytest.raises(NotAllowed):
                end_help(work, helping)
    with cast.acting("刘敏", write=False) as work:
        assert (work.get(Helping, helping).ended_at is not None) == may


def test_what_was_done_is_kept_for_the_person_until_told(cast: Cast) -> None:
    token = begin(cast, "赵玉梅", consent(cast, "王桂兰", "赵玉梅"))
    with in_browser(cast, token) as work:
        issue = raise_issue(
            work, title="楼道灯不亮", facts="三楼的灯坏了", wish="换一盏灯", category="living",
            building_id=cast.buildings["2号楼"],
        )  # fmt: skip
        assert issue.raiser_id == cast.people["王桂兰"], "what a helper enters is the person's own"
    with cast.acting("王桂兰") as work:
        (deed,), total = deeds(work, work.person_id, 1)
        assert (deed.kind, deed.helper, deed.told_at, total) == ("propose:issue_raised", "赵玉梅", None, 1)
        assert newest_untold(work, work.person_id) == (1, deed.id)
    with in_browser(cast, token) as work, pytest.raises(NotAllowed, match=STOP):
        see_helped(work, deed.id)
    with cast.acting("王桂兰") as work:
        see_helped(work, deed.id)
        assert newest_untold(work, work.person_id) == (0, 0)
        with pytest.raises(Refusal, match="told already"):
            see_helped(work, deed.id)


def test_told_at_the_door_but_not_by_the_helper(cast: Cast) -> None:
    home = seat(cast)
    grandma = home.people["孙老太"]
    with cast.acting("刘敏") as work:
        agreed = agreed_now(
            work,
            cast.people["刘志强"],
            "building_head",
            date(2026, 3, 20),
            person_id=grandma,
            consent="in_person",
        )
        helping = record_consent(work, agreed).id
    with in_browser(cast, begin(cast, "刘志强", helping)) as work:
        raise_issue(
            work, title="楼道灯不亮", facts="三楼的灯坏了", wish="换一盏灯", category="living",
            building_id=cast.buildings["2号楼"],
        )  # fmt: skip
    with cast.acting("刘敏", write=False) as work:
        things, newest = newest_untold(work, grandma)
        assert things == 1
        assert work.session.query(Account).filter_by(person_id=grandma).count() == 0
    with cast.acting("刘志强") as work, pytest.raises(NotAllowed, match="another officer"):
        tell_helped(work, grandma, newest)
    with cast.acting("孙浩") as work, pytest.raises(NotAllowed):
        tell_helped(work, grandma, newest)
    with cast.acting("赵玉梅") as work:
        tell_helped(work, grandma, newest)
        assert newest_untold(work, grandma) == (0, 0)


def vote_of(database: Database, helper: str, *, secret: bool, cap: int | None) -> tuple[Stage, str]:
    """A vote on the screen in which 孙浩 is on the roll and `helper` acts for him."""
    cast = gather(database, at(3, 2))
    seat_representatives(cast, 3, 5)
    stage = to_the_outcome(cast)
    notify(stage)
    with cast.acting(None) as work:
        vote = work.get(Vote, stage.vote_id)
        vote.terms = {**vote.terms, "secrecy": "secret" if secret else "named", "proxy_cap": cap}
    stage.go(at(4, 18, 15))
    return stage, begin(cast, helper, consent(cast, "孙浩", helper))


@pytest.mark.parametrize(
    ("secret", "cap", "helper", "because"),
    [
        (True, None, "赵玉梅", "A secret ballot is never cast by a helper"),
        (True, 3, "赵玉梅", "A secret ballot is never cast by a helper"),
        (False, 0, "赵玉梅", "In this vote everybody votes in person"),
        (False, 3, "林娜", "Who counts ballots"),
        (False, 3, "马军", "Who counts ballots"),
    ],
)
def test_what_a_helper_does_not_cast(
    database: Database, secret: bool, cap: int | None, helper: str, because: str
) -> None:
    stage, token = vote_of(database, helper, secret=secret, cap=cap)
    with in_browser(stage.cast, token) as work, pytest.raises(NotAllowed, match=because):
        cast_ballot(work, stage.vote_id, "yes")


def test_a_proxy_casts_but_never_changes(database: Database) -> None:
    stage, token = vote_of(database, "赵玉梅", secret=False, cap=1)
    with in_browser(stage.cast, token) as work:
        cast_ballot(work, stage.vote_id, "yes")
    with in_browser(stage.cast, token) as work, pytest.raises(NotAllowed, match="changed by the voter alone"):
        change_ballot(work, stage.vote_id, "no")
    other = begin(stage.cast, "赵玉梅", consent(stage.cast, "刘敏", "赵玉梅"))
    with in_browser(stage.cast, other) as work, pytest.raises(Refusal, match="may represent at most"):
        cast_ballot(work, stage.vote_id, "yes")
    with stage.cast.acting("孙浩") as work:
        change_ballot(work, stage.vote_id, "no")


@pytest.mark.parametrize(
    ("helper", "permission", "because"),
    [
        ("刘敏", Permission.RATE, "Whoever's work is judged"),
        ("马军", Permission.TURN_KEY_ONE, "Whoever's work is judged"),
        ("孙浩", Permission.RATE, None),
        ("唐伟", Permission.REFUSE_CLOSE, "Whoever's work is judged"),
    ],
)
def test_who_is_judged_judges_in_nobodys_name(
    cast: Cast, helper: str, permission: Permission, because: str | None
) -> None:
    token = begin(cast, helper, consent(cast, "赵玉梅", helper))
    with cast.acting("赵玉梅") as work:
        issue = raise_issue(
            work, title="楼道灯不亮", facts="三楼的灯坏了", wish="换一盏灯", category="living",
            building_id=cast.buildings["2号楼"],
        )  # fmt: skip
    with in_browser(cast, token, write=False) as work:
        verdict = may_judge(work, permission, issue)
        assert (because is None) == bool(verdict)
        assert because is None or (verdict.because and because in verdict.because.text)


def test_acting_for_oneself_asks_nothing_more(cast: Cast) -> None:
    with cast.acting("赵玉梅", write=False) as work, statements(cast.workshop.database) as seen:
        assert _judged(work)
    assert not seen


def _judged(work: UnitOfWork) -> bool:
    nothing: Any = None  # for whoever acts in the own name, the issue is not even looked at
    return bool(may_judge(work, Permission.RATE, nothing))


@pytest.mark.parametrize(
    ("name", "door", "found"),
    [
        ("赵玉梅", "401", True), ("赵玉梅", "2-1-401", True), ("赵玉梅", "2号楼1单元401", True),
        ("赵玉梅", "402", False), ("赵玉梅", "1-401", False), ("赵玉梅", "不知道", False), ("赵玉梅", "", False),
        ("刘敏", "", True), ("没有人", "401", False), ("维托", "101", False),
    ],
)  # fmt: skip
def test_whom_a_name_and_a_door_mean(cast: Cast, name: str, door: str, found: bool) -> None:
    with cast.acting("王桂兰", write=False) as work:
        assert meant(work, name, door) == (cast.people[name] if found else None)
