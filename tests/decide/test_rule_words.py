"""The rules speak Chinese as an official would write it, figure for figure."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message as Word
from babel.messages.pofile import read_po

import civic
from civic.core.message import Message
from civic.decide.rules.assess import evaluate
from civic.decide.rules.kinds import Counter
from civic.decide.rules.presets import for_vote
from civic.decide.rules.tally import Count

HOUSE = Path(civic.__file__).parent
with (HOUSE / "words/zh_CN/decide_rules.po").open("rb") as lines:
    CATALOGUE = read_po(lines, locale="zh_CN")
WORDS = [word for word in CATALOGUE if word.id]


def chinese(message: Message) -> str:
    """The sentence as a Chinese reader sees it."""
    word = CATALOGUE.get(message.text, message.context)
    assert word is not None, message.text
    filled = {name: chinese(v) if isinstance(v, Message) else v for name, v in message.params.items()}
    return str(word.string) % filled


@pytest.mark.parametrize("word", WORDS, ids=lambda word: str(word.id)[:40])
def test_every_sentence_keeps_its_figures(word: Word) -> None:
    names = re.compile(r"%\((\w+)\)s")
    assert word.string
    assert not word.fuzzy
    assert sorted(names.findall(str(word.id))) == sorted(names.findall(str(word.string)))


def test_case_a_reads_as_on_the_notice() -> None:
    result = evaluate(for_vote("RES_REP"), {Counter.HEAD: Count(67, 49, 4, 3, present=56)})
    assert [chinese(line) for line in result.arithmetic()] == ["应到 67，实到 56 ≥ 45；同意 49 > 28，通过。"]


def test_too_few_reads_as_no_rejection() -> None:
    result = evaluate(for_vote("RES_REP"), {Counter.HEAD: Count(67, 43, 0, 0, present=43)})
    assert [chinese(line) for line in result.arithmetic()] == ["应到 67，实到 43 < 45，未达法定人数。"]


def test_case_b_reads_as_on_the_result_page() -> None:
    counts = {
        Counter.HEAD: Count(209, 118, 28, 12, invalid=3),
        Counter.AREA: Count(1_764_050, 1_004_630, 212_500, 93_110),
    }
    result = evaluate(for_vote("OWN_GENERAL"), counts)
    assert [chinese(line) for line in result.arithmetic()] == [
        "人数：应计 209，参与 158 ≥ 140；同意 118 > 79，通过。",
        "面积（㎡）：应计 17,640.50，参与 13,102.40 ≥ 11,760.34；同意 10,046.30 > 6,551.20，通过。",
    ]
    panel = result.if_rule(for_vote("OWN_SPECIAL"))
    assert [chinese(line) for line in panel.shortfalls] == ["人数：同意 118 < 119，差 1。"]
