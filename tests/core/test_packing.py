"""Whatever a sentence may hold can be kept as JSON and said again."""

import json
from datetime import UTC, date, datetime
from typing import get_args

import pytest

from civic.core.amount import Area, Article, Money, Numbered
from civic.core.message import Message, Param, building, say, say_n
from civic.core.packing import pack, unpack, unpack_message

SAMPLES = [
    7,
    "2号楼",
    date(2026, 3, 2),
    datetime(2026, 3, 2, 9, tzinfo=UTC),
    Area(8960),
    Article(278),
    Money(1250),
    Numbered("2号楼"),
    say("Please choose a building from the list."),
    say_n("%(n)s person", "%(n)s people", 3),
    say("%(building)s, entrance %(entrance)s", building=building("2号楼"), entrance=1),
    None,
]


def test_every_kind_has_a_sample() -> None:
    kinds = {each for each in get_args(Param) if isinstance(each, type)} | {Message}
    assert {type(sample) for sample in SAMPLES} == kinds


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_it_comes_back_from_json(sample: Param) -> None:
    assert unpack(json.loads(json.dumps(pack(sample)))) == sample


def test_what_is_no_sentence_is_refused() -> None:
    with pytest.raises(ValueError, match="no sentence"):
        unpack_message({"area": 8960})
