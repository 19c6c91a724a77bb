"""What the card of an issue says is next: what begins begins, what hangs is nobody's turn."""

from pathlib import Path

import pytest

from civic.store.engine import Database
from tests.cast import gather
from tests.decide.stage import at, notify, seat_representatives, to_the_outcome
from tests.web import browser

ISSUE = "/issues/GF-2026-001"
pytestmark = pytest.mark.on_sqlite


def test_a_vote_begins_and_its_result_hangs(database: Database, tmp_path: Path) -> None:
    cast = gather(database)
    voters = seat_representatives(cast, 7, 60)
    stage = to_the_outcome(cast)
    stage.voters = voters
    notify(stage)
    page = browser(cast, folder=tmp_path).get(ISSUE)
    page.says("在册表决人参加", "4月18日 周六 14:30 开始", "表决开始")
    assert "轮到在册表决人" not in page
    stage.go(at(4, 18, 14, 30))
    browser(cast, folder=tmp_path).get(ISSUE).says("轮到在册表决人", "16:30 截止")
    stage.cast_all(49, 4, 3)
    stage.go(at(4, 18, 16, 31))
    page = browser(cast, folder=tmp_path).get(ISSUE)
    page.says("人人可以看", "24:00 截止", "公示")
    assert "轮到人人" not in page
    assert "轮到全体" not in page
