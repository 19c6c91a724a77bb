"""Forms: what is sent, what is wrong with it, nothing typed is lost."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from civic.web.forms import Form, Line, LongLine, Paragraph, blank, read_form
from civic.web.words import text_of


class Wish(StrEnum):
    BENCH = "bench"
    LAMP = "lamp"


class Asking(Form):
    title: Line
    text: Paragraph
    place: LongLine | None = None
    wish: Wish = Wish.BENCH
    way: Literal["yes", "no"] | None = None
    trips: Annotated[int, Field(ge=0, le=99)] = 0
    day: date | None = None
    at: datetime | None = None
    letters: Annotated[list[Literal["A", "B"]], Field(default_factory=list)]


GOOD = [("title", "Scooters"), ("text", "They block\r\nthe stairs")]


def refusal(*more: tuple[str, object], good: list[tuple[str, str]] = GOOD) -> dict[str, str]:
    """The errors of a form, in English."""
    form = read_form(Asking, [*good, *more])
    assert bool(form.errors) == (form.clean is None)
    return {name: text_of(error, "en") for name, error in form.errors.items()}


def test_a_good_form_is_clean_and_plain() -> None:
    form = read_form(
        Asking, [*GOOD, ("csrf", "x"), ("once", "y"), ("letters", "A"), ("letters", "B"), ("day", "")]
    )
    assert form.errors == {}
    assert form.clean is not None
    assert form.clean.text == "They block\nthe stairs"
    assert form.clean.letters == ["A", "B"]
    assert form.clean.day is None


@pytest.mark.parametrize(
    ("more", "field", "sentence"),
    [
        ([("place", "x" * 201)], "place", "Please shorten this to 200 characters."),
        ([("wish", "pool")], "wish", "Please choose one of the answers."),
        ([("way", "perhaps")], "way", "Please choose one of the answers."),
        ([("letters", "C")], "letters", "Please choose one of the answers."),
        ([("trips", "many")], "trips", "Please write a whole number, for example 3."),
        ([("trips", "1.5")], "trips", "Please write a whole number, for example 3."),
        ([("trips", "-1")], "trips", "Please write a number of at least 0."),
        ([("trips", "100")], "trips", "Please write a number of at most 99."),
        ([("trips", "9" * 400)], "trips", ""),
        ([("day", "18.4.2026")], "day", "Please write a day like 2026-04-18."),
        ([("day", "2026-02-30")], "day", "Please write a day like 2026-04-18."),
        ([("at", "soon")], "at", "Please write a moment like 2026-04-18 14:30."),
        ([("role", "administrator")], "role", "This form does not have that field."),
        ([("community_id", "2")], "community_id", "This form does not have that field."),
        ([("title", "Again")], "title", "This came twice."),
        ([("place", "a\nb")], "place", "Please write this in one line."),
        ([("place", "a\u202eb")], "place", "This contains characters that cannot be seen."),
        ([("place", "a\x00b")], "place", "This contains characters that cannot be seen."),
        ([("place", "a\ufffdb")], "place", "This contains characters that cannot be seen."),
        ([("place", object())], "place", "Please type this in; a file cannot be used here."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    more: list[tuple[str, object]], field: str, sentence: str
) -> None:
    found = refusal(*more)
    assert set(found) == {field}
    assert found[field].startswith(sentence)


@pytest.mark.parametrize("empty", ["", " ", "\n", "\u3000"])
def test_blanks_are_nothing(empty: str) -> None:
    assert refusal(good=[("title", empty), ("text", "x")]) == {"title": "Please fill this in."}


def test_whoever_sends_nothing_is_asked_for_everything() -> None:
    assert set(refusal(good=[])) == {"title", "text"}


@pytest.mark.parametrize("name", ["王桂兰", "𠮷野", "阿依古丽·买买提", "Ana María", "👨\u200d👩\u200d👧"])
def test_real_names_are_welcome(name: str) -> None:
    assert refusal(("place", name)) == {}


def test_nothing_typed_is_lost() -> None:
    form = read_form(Asking, [("title", "x" * 61), ("text", " <b>raw</b> "), ("trips", "many")])
    assert (form.raw("title"), form.raw("text"), form.raw("trips")) == ("x" * 61, " <b>raw</b> ", "many")
    assert form.raw("place") == ""
    assert blank(letters=["A"], title="t").raws("letters") == ["A"]


NAMES = [*Asking.model_fields, "csrf", "once", "id", "title[]", "__class__"]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.text(max_size=300))))
def test_whatever_is_sent_gets_a_sentence(pairs: list[tuple[str, str]]) -> None:
    form = read_form(Asking, pairs)
    assert bool(form.errors) == (form.clean is None)
    assert all(text_of(error, "zh_CN") for error in form.errors.values())
