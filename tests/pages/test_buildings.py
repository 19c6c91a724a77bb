"""Where we compose a sentence, a building that is named by its number is said in the reader's language."""

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from civic.core.message import building
from civic.propose import acts
from civic.store.engine import Database
from civic.web.words import Reader, reading, text_of
from tests.cast import gather
from tests.web import browser


@pytest.mark.parametrize(
    ("language", "name", "said"),
    [
        ("en", "2号楼", "Building 2"),
        ("zh_CN", "2号楼", "2号楼"),
        ("en", "曙光2号楼", "曙光2号楼"),
        ("en", "邮电宿舍", "邮电宿舍"),
    ],
)
def test_only_a_plain_number_is_translated(language: str, name: str, said: str) -> None:
    with reading(Reader(language, ZoneInfo("Asia/Shanghai"), datetime(2026, 4, 1, tzinfo=UTC))):
        assert text_of(building(name)) == said


def test_the_english_page_reads_right(database: Database, tmp_path: Path) -> None:
    cast = gather(database)
    with cast.acting("赵玉梅") as work:
        acts.raise_issue(
            work,
            title="灯不亮",
            facts="坏了",
            wish="修好",
            category="repairs",
            building_id=cast.buildings["2号楼"],
        )
    one = browser(cast, folder=tmp_path)
    one.get("/issues/GF-2026-001").says("2号楼居民")
    one.client.cookies.set("civic-look", "m.auto.en")
    one.get("/issues/GF-2026-001").says("a resident, Building 2")
    one.get("/issues").says("Building 2")
