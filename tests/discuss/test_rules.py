"""The rules of discussing as tables of cases."""

from datetime import date

import pytest

from civic.core.days import deadline
from civic.discuss import rules
from civic.discuss.rules import TypedOption, Way
from civic.propose.rules import Nature
from civic.web.words import Reader, reading, text_of
from tests.cast import MORNING, ZONE
from tests.discuss.story import QINGMING

MARCH, APRIL = date(2026, 3, 30), date(2026, 4, 7)


def option(letter: str, cost_fen: int = 0) -> TypedOption:
    return TypedOption(letter, "做法", cost_fen, "街道", "无")


@pytest.mark.parametrize(
    ("written", "on_outcome", "today", "recent", "allowed"),
    [
        (False, True, MARCH, 0, False),  # there is no outcome to comment on
        (True, False, MARCH, 0, False),  # the topic is over
        (True, True, date(2026, 4, 8), 0, False),  # a day late
        (False, False, MARCH, 10, False),  # ten within ten minutes
        (False, False, MARCH, 9, True),
        (True, True, APRIL, 0, True),  # the last day, until 24:00
    ],
)
def test_when_one_may_speak(written: bool, on_outcome: bool, today: date, recent: int, allowed: bool) -> None:
    until = APRIL if written else None
    verdict = rules.may_contribute(
        written=written, on_outcome=on_outcome, comments_until_on=until, today=today, recent=recent
    )
    assert bool(verdict) is allowed


@pytest.mark.parametrize(
    ("letters", "advised", "votes", "allowed"),
    [
        ("A", "A", (5, 2), False),
        ("ABCDE", "F", (5, 2), False),
        ("AC", "A", (5, 2), False),
        ("ABC", "B", (0, 7), False),
        ("ABC", "B", (5, 2), True),
        ("AB", "A", (7, 0), True),
    ],
)
def test_what_an_option_paper_must_hold(
    letters: str, advised: str, votes: tuple[int, int], allowed: bool
) -> None:
    assert bool(rules.paper_holds([option(x) for x in letters], advised, *votes)) is allowed


def test_no_option_costs_less_than_nothing() -> None:
    assert not rules.paper_holds([option("A"), option("B", -1)], "A", 1, 0)


@pytest.mark.parametrize(
    ("need", "of_days", "allowed"),
    [
        (0, 30, False),
        (31, 30, False),
        (27, 367, False),
        (1, 0, False),
        (27, 30, True),
        (1, 1, True),
        (366, 366, True),
    ],
)
def test_a_promise_can_be_counted(need: int, of_days: int, allowed: bool) -> None:
    assert bool(rules.criterion_holds(need, of_days)) is allowed


@pytest.mark.parametrize(
    ("nature", "way", "allowed"),
    [
        (Nature.PUBLIC_ORDER, Way.VOTE, False),
        (Nature.PUBLIC_ORDER, Way.OPINION_VOTE, True),
        (Nature.PUBLIC_ORDER, Way.CARRY_OUT, True),
        (Nature.OWNERS_GENERAL, Way.CARRY_OUT, False),
        (Nature.OWNERS_SPECIAL, Way.OPINION_VOTE, False),
        (Nature.OWNERS_GENERAL, Way.VOTE, True),
        (Nature.SELF_GOVERNANCE, Way.VOTE, True),
        (Nature.CHARTER, Way.CARRY_OUT, False),
        (Nature.EMERGENCY, Way.VOTE, False),
        (Nature.EMERGENCY, Way.CARRY_OUT, True),
    ],
)
def test_who_decides_says_which_way(nature: Nature, way: Way, allowed: bool) -> None:
    assert bool(rules.may_take_way(nature, way)) is allowed


@pytest.mark.parametrize("nature", [Nature.PRIVATE_SERVICE, Nature.DISPUTE])
def test_private_matters_are_not_discussed(nature: Nature) -> None:
    assert not rules.may_discuss(nature)
    assert not any(rules.may_take_way(nature, way) for way in Way)


def test_every_nature_has_its_ways_and_a_reason() -> None:
    assert set(rules.PATHS) == set(Nature)
    assert all(paths.because.text for paths in rules.PATHS.values())


def test_the_party_studies_what_goes_to_residents_not_to_owners() -> None:
    assert rules.needs_study(Nature.PUBLIC_ORDER, Way.OPINION_VOTE)
    assert not rules.needs_study(Nature.OWNERS_GENERAL, Way.VOTE)
    assert not rules.needs_study(Nature.PUBLIC_ORDER, Way.CARRY_OUT)


def test_the_days_of_case_a() -> None:
    assert deadline(date(2026, 3, 13), 5, QINGMING) == date(2026, 3, 18)
    assert deadline(MARCH, rules.POSTING_DAYS, QINGMING) == date(2026, 4, 14)
    # The seventh day is Qingming; it moves to the next working day (Civil Code, art. 203).
    assert deadline(MARCH, rules.COMMENT_DAYS, QINGMING) == APRIL


def test_text_is_escaped_when_it_is_written() -> None:
    html = rules.paragraphs("一行\n二行\n\n<script>alert('x')</script> & co")
    assert html == "<p>一行<br>二行</p><p>&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; co</p>"


def test_neighbours_are_masked_and_office_holders_named() -> None:
    assert rules.shown_as("王桂兰", "2号楼", in_office=False) == "王**，2号楼"
    assert rules.shown_as("欧阳春", "", in_office=False) == "欧阳**"
    assert rules.shown_as("刘敏", "2号楼", in_office=True) == "刘敏"


def test_letters_are_those_of_the_reader() -> None:
    assert text_of(rules.listed("ABC")) == "甲、乙、丙"
    with reading(Reader("en", ZONE, MORNING)):
        assert text_of(rules.listed("ABC")) == "A, B, C"
