"""A card for each household: its codes, its last day, the name and the fact that open an account."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civic.core.entropy import CROCKFORD
from civic.people.rules.slips import (
    Card,
    CardState,
    Entry,
    cards_due,
    code_typed,
    fits_roll,
    may_try,
    may_use_slip,
    state_of,
    valid_until,
)

TODAY = date(2026, 5, 1)
LAST = date(2026, 6, 30)


@pytest.mark.parametrize(("adults", "codes"), [(0, 1), (1, 1), (2, 2), (6, 6)])
def test_a_code_for_each_adult_and_one_at_least(adults: int, codes: int) -> None:
    assert cards_due(adults) == codes


def test_sixty_days() -> None:
    assert valid_until(TODAY) == LAST


@pytest.mark.parametrize(
    ("card", "today", "state", "works"),
    [
        (Card(LAST), TODAY, CardState.PRINTED, True),
        (Card(LAST, handed=True), TODAY, CardState.HANDED, True),
        (Card(LAST), LAST, CardState.PRINTED, True),
        (Card(LAST), LAST + timedelta(1), CardState.EXPIRED, False),
        (Card(LAST, used=True, handed=True), TODAY, CardState.USED, False),
        (Card(LAST, used=True), LAST + timedelta(1), CardState.USED, False),
        (Card(LAST, replaced=True, handed=True), TODAY, CardState.REPLACED, False),
    ],
)
def test_where_a_code_stands_and_whether_it_works(
    card: Card, today: date, state: CardState, works: bool
) -> None:
    assert state_of(card, today) is state
    assert bool(may_use_slip(card, today)) is works


def test_strangers_read_the_same_sentence_whatever_is_wrong() -> None:
    wrong = [None, Card(LAST, used=True), Card(LAST, replaced=True), Card(TODAY - timedelta(1))]
    assert len({repr(may_use_slip(card, TODAY)) for card in wrong}) == 1


@pytest.mark.parametrize(("wrong", "may"), [(0, True), (4, True), (5, False), (50, False)])
def test_five_wrong_tries_an_hour(wrong: int, may: bool) -> None:
    assert bool(may_try(wrong)) is may


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("7K3M9QX2", "7K3M9QX2"), ("7k3m 9qx2", "7K3M9QX2"), (" 7k3m-9qx2 ", "7K3M9QX2"), ("7K3M—9QX2", "7K3M9QX2"),
        ("７Ｋ３Ｍ９ＱＸ２", "7K3M9QX2"), ("OIL3M9QX", "0113M9QX"), ("oil3m9qx", "0113M9QX"), ("7K3M\u30009QX2", "7K3M9QX2"),
        ("7K3M9QX", None), ("7K3M9QX22", None), ("7K3M9QXU", None), ("7K3M9QX王", None), ("", None), ("7K3M9Q%2", None),
    ],
)  # fmt: skip
def test_a_code_as_people_type_it(typed: str, code: str | None) -> None:
    assert code_typed(typed) == code


@given(st.text(CROCKFORD, min_size=8, max_size=8))
def test_every_code_we_print_is_read_back(code: str) -> None:
    assert code_typed(code) == code_typed(code.lower()) == code_typed(f"{code[:4]} {code[4:]}") == code


WANG = Entry(1, "王桂兰", "138 1234 0000", date(1944, 3, 8))
SON = Entry(2, "陈建国", "", date(1972, 11, 20))
ALI = Entry(3, "阿卜杜拉·买买提", "+8613900001111", None)
NOBODY = Entry(4, "李四", "110", None)
HOME = (WANG, SON, ALI, NOBODY)


@pytest.mark.parametrize(
    ("name", "fact", "person"),
    [
        ("王桂兰", "0000", 1),
        (" 王 桂兰 ", "００００", 1),
        ("王桂兰", "13812340000", 1),
        ("王桂兰", "138-1234-0000", 1),
        ("王桂兰", "1944-3-8", 1),
        ("王桂兰", "1944-03-08", 1),
        ("王桂兰", "1944.3.8", 1),
        ("王桂兰", "1944/03/08", 1),
        ("王桂兰", "19440308", 1),
        ("王桂兰", "1944年3月8日", 1),
        ("王桂兰", "１９４４年３月８日", 1),
        ("王桂兰", "1944 3 8", 1),
        ("王桂兰", "44-3-8", None),
        ("王桂兰", "3月8日", None),
        ("王桂兰", "1944", None),
        ("王桂兰", "000", None),
        ("王桂兰", "12340000", None),
        ("王桂兰", "1944-3-9", None),
        ("王桂兰", "1944-13-8", None),
        ("王桂兰", "", None),
        ("王桂", "0000", None),
        ("王**", "0000", None),
        ("", "0000", None),
        ("陈建国", "1972-11-20", 2),
        ("陈建国", "0000", None),
        ("陈建国", "", None),
        ("阿卜杜拉·买买提", "1111", 3),
        ("阿卜杜拉•买买提", "13900001111", 3),
        ("阿卜杜拉.买买提", "1111", 3),
        ("李四", "110", None),
        ("李四", "0110", None),
        ("王桂兰", "1111", None),
    ],
)
def test_the_name_and_the_fact(name: str, fact: str, person: int | None) -> None:
    assert fits_roll(name, fact, HOME) == person


def test_two_whom_the_same_words_fit_are_not_guessed_at() -> None:
    twins = (Entry(1, "王强", "", date(1990, 1, 1)), Entry(2, "王强", "13812340000", date(1990, 1, 1)))
    assert fits_roll("王强", "1990-1-1", twins) is None
    assert fits_roll("王强", "0000", twins) == 2


@given(st.text(max_size=12), st.text(max_size=12))
def test_nonsense_lets_nobody_in_without_the_name(name: str, fact: str) -> None:
    assert fits_roll(name, fact, HOME) in {
        None,
        *(entry.person_id for entry in HOME if entry.name[0] in name),
    }
