"""The laws that a rule rests on, in words and not in codes: for every rule that a vote can be held under."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from civic.core.amount import Article
from civic.decide.rules.presets import preset
from civic.decide.rules.words import BODIES, source_words
from civic.web.words import Reader, numeral, reading, text_of


@pytest.mark.parametrize("ident", BODIES)
def test_every_code_of_every_rule_is_said_in_words(ident: str) -> None:
    source = preset(ident).source
    said = source_words(source)
    assert len(said) == len(source.split()), source
    chinese = [text_of(each, "zh_CN") for each in said]
    assert all(line.startswith("《") and "第" in line and line.endswith("条") for line in chinese)
    with reading(Reader("en", ZoneInfo("Asia/Shanghai"), datetime(2026, 4, 1, tzinfo=UTC))):
        assert all(", art" in text_of(each) for each in said)


def test_articles_read_as_in_the_law() -> None:
    (said,) = source_words("RCL13,28-30")
    assert text_of(said, "zh_CN") == "《城市居民委员会组织法》第十三条、第二十八至三十条"
    (civil,) = source_words("CC278")
    assert text_of(civil, "zh_CN") == "《民法典》第二百七十八条"


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (3, "三"),
        (10, "十"),
        (13, "十三"),
        (20, "二十"),
        (105, "一百零五"),
        (113, "一百一十三"),
        (1260, "一千二百六十"),
    ],
)
def test_numerals(n: int, words: str) -> None:
    assert numeral(n) == words
    assert str(Article(n)) == str(n)
