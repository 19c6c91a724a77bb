"""The next number of a resolution: the body's own series, begun again each year."""

from pathlib import Path

import pytest

from civic.decide.rules.numbers import first_number, next_number
from civic.store.engine import Database
from civic.web.words import text_of
from tests.cast import gather
from tests.decide.stage import at, notify, to_the_outcome
from tests.web import browser

USED = ["工福居决〔2026〕2号", "工福居决〔2026〕3号", "街居决〔2026〕9号", "工福居决〔2025〕12号", "口头"]


@pytest.mark.parametrize(
    ("used", "year", "number"),
    [
        (USED, 2026, "工福居决〔2026〕4号"),
        (USED, 2027, "工福居决〔2027〕1号"),
        (["No. 2026/7"], 2026, "No. 2026/8"),
        (["口头", "第3号"], 2026, None),
        ([], 2026, None),
    ],
)
def test_next_number(used: list[str], year: int, number: str | None) -> None:
    assert next_number(used, year) == number


def test_the_first_says_whose_it_is() -> None:
    assert text_of(first_number("曙光小区", 2026, of_owners=True), "zh_CN") == "曙光小区业决〔2026〕1号"
    assert text_of(first_number("曙光小区", 2026, of_owners=True), "en") == "曙光小区, owners, 2026 No. 1"


def test_the_form_proposes_it(database: Database, tmp_path: Path) -> None:
    stage = to_the_outcome(gather(database))
    one = browser(stage.cast, "刘敏", folder=tmp_path)
    path = f"/issues/{stage.issue.reference}/vote-notice"
    assert 'value="工福街社区居决〔2026〕1号"' in one.get(path).text
    notify(stage)
    stage.go(at(4, 20))
    one = browser(stage.cast, "刘敏", folder=tmp_path)
    assert 'value="工福居决〔2026〕4号"' in one.get(path).text, "nobody came: it may be called again"
