"""Closing out with two keys, refusing, reopening."""

from collections.abc import Callable
from datetime import date

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.store.engine import Database
from civic.supervise import acts
from civic.supervise.tables import CloseOut
from tests.cast import Cast, gather
from tests.supervise.stage import ask, at, close, in_hand, order, phase_of, seat, watch
from tests.supervise.test_watching import told

DUE = date(2026, 5, 10)


@pytest.fixture
def cast(database: Database) -> Cast:
    cast = gather(database)
    seat(cast, "何芳", "committee")
    return cast


def first(cast: Cast, close_out: int, who: str) -> None:
    with cast.acting(who) as work:
        acts.turn_first_key(work, close_out, "路通了")


def second(cast: Cast, close_out: int, who: str) -> None:
    with cast.acting(who) as work:
        acts.turn_second_key(work, close_out)


def test_who_cannot_ask(cast: Cast) -> None:
    issue = in_hand(cast)
    for name in ("赵玉梅", "周建", "唐伟"):
        with pytest.raises(NotAllowed):
            ask(cast, issue, name)


def test_nobody_asks_while_work_is_open_or_the_watch_runs(cast: Cast) -> None:
    issue = in_hand(cast)
    order(cast, issue, due_on=DUE)
    with pytest.raises(Refusal, match="work order"):
        ask(cast, issue, "唐伟")
    watched = in_hand(cast)
    watch(cast, watched, days=29)
    with pytest.raises(Refusal, match="watched until"):
        ask(cast, watched)


def test_the_doer_asks_and_cannot_turn(cast: Cast) -> None:
    issue = in_hand(cast)
    order(cast, issue, due_on=DUE, phase="done")
    order(cast, issue, due_on=DUE, phase="done", lead="刘敏")
    close_out = ask(cast, issue, "唐伟")
    with pytest.raises(NotAllowed, match="leads the work"):
        second(cast, close_out, "刘敏")
    second(cast, close_out, "何芳")
    first(cast, close_out, "赵玉梅")
    assert phase_of(cast, issue) == "rating"


def test_whoever_asked_cannot_turn(cast: Cast) -> None:
    close_out = ask(cast, in_hand(cast), "刘敏")
    with pytest.raises(NotAllowed, match="asks to close"):
        second(cast, close_out, "刘敏")


def test_strangers_turn_no_key(cast: Cast) -> None:
    close_out = ask(cast, in_hand(cast))
    for name in ("王桂兰", "何芳"):
        with pytest.raises(NotAllowed):
            first(cast, close_out, name)
    for name in ("赵玉梅", "周建"):
        with pytest.raises(NotAllowed):
            second(cast, close_out, name)


def test_the_same_person_never_turns_both(cast: Cast) -> None:
    with cast.acting("何芳") as work:
        from civic.propose.acts import raise_issue

        issue = raise_issue(work, title="灯", facts="不亮", wish="亮", category="repairs")
        issue.phase, issue.settled_at = "managing", work.now
        work.session.flush()
        ident = issue.id
    close_out = ask(cast, ident)
    second(cast, close_out, "何芳")
    with pytest.raises(NotAllowed, match="turned the other key"):
        first(cast, close_out, "何芳")
    first(cast, close_out, "周建")
    assert phase_of(cast, ident) == "rating"


@pytest.mark.parametrize("order_of_keys", ["first then second", "second then first"])
def test_both_keys_in_either_order(cast: Cast, order_of_keys: str) -> None:
    issue = in_hand(cast)
    watch(cast, issue)
    close_out = ask(cast, issue)
    turns: list[Callable[[], None]] = [
        lambda: first(cast, close_out, "周建"),
        lambda: second(cast, close_out, "何芳"),
    ]
    for turn in turns if order_of_keys.startswith("first") else turns[::-1]:
        assert phase_of(cast, issue) == "closing"
        turn()
    with cast.acting("刘敏", write=False) as work:
        sheet = work.get(CloseOut, close_out)
    assert sheet.criterion_met is True
    assert sheet.closed_at is not None
    assert (sheet.first_key_role, sheet.second_key_role) == ("supervisor", "committee")
    assert phase_of(cast, issue) == "rating"
    assert told(cast, issue)[-1] == "All three sides agree: closed out."
    assert "Close-out asked for: kept on 27 of 30 days, as promised." in told(cast, issue)
    with pytest.raises(Refusal, match="settled already"):
        first(cast, close_out, "赵玉梅")


def test_a_refusal_sends_it_back_and_the_next_close_out_starts_anew(cast: Cast) -> None:
    issue = in_hand(cast)
    close_out = ask(cast, issue)
    second(cast, close_out, "何芳")
    with cast.acting("王桂兰") as work, pytest.raises(NotAllowed):
        acts.refuse_close_out(work, close_out, "我不同意")
    with cast.acting("赵玉梅") as work:
        acts.refuse_close_out(work, close_out, "还有 3 个摊没走")
    assert phase_of(cast, issue) == "managing"
    with pytest.raises(Refusal, match="settled already"):
        first(cast, close_out, "周建")
    again = ask(cast, issue)
    assert again != close_out
    first(cast, again, "周建")
    assert phase_of(cast, issue) == "closing"


def test_reopening(cast: Cast) -> None:
    issue = in_hand(cast)
    with cast.acting("赵玉梅") as work, pytest.raises(Refusal, match="moved on"):
        acts.reopen_issue(work, issue, "还没完")
    close(cast, issue)
    with cast.acting("王桂兰") as work, pytest.raises(NotAllowed):
        acts.reopen_issue(work, issue, "又回来了")
    with cast.acting("赵玉梅") as work:
        acts.reopen_issue(work, issue, "摊又回来了")
    assert phase_of(cast, issue) == "managing"
    assert told(cast, issue)[-1] == "Reopened; the reason is public."
    cast.clock.set(at(date(2026, 6, 1)))
    watch(cast, issue, days=1)
    assert phase_of(cast, issue) == "watched"


def test_after_reopening_the_old_watch_counts_no_more(cast: Cast) -> None:
    issue = in_hand(cast)
    watch(cast, issue)
    close(cast, issue)
    cast.clock.set(at(date(2026, 6, 15)))
    with cast.acting("周建") as work:
        acts.reopen_issue(work, issue, "又占道了")
    again = ask(cast, issue)
    with cast.acting("刘敏", write=False) as work:
        assert work.get(CloseOut, again).criterion_met is None
    assert told(cast, issue)[-1] == "Close-out asked for; nothing was watched."


def test_a_neighbouring_community_closes_nothing(cast: Cast) -> None:
    issue = in_hand(cast)
    close_out = ask(cast, issue)
    for act in (
        lambda w: acts.ask_close_out(w, issue, proof="x"),
        lambda w: acts.turn_first_key(w, close_out, "x"),
        lambda w: acts.turn_second_key(w, close_out),
        lambda w: acts.refuse_close_out(w, close_out, "x"),
        lambda w: acts.reopen_issue(w, issue, "x"),
    ):
        with cast.acting("维托") as work, pytest.raises(NotFound):
            act(work)
