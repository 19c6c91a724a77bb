"""The cast of every test of Propose, and an issue to act on."""

from pathlib import Path

import pytest

from civic.propose import acts
from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.web import Browser, browser


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


@pytest.fixture
def reference(cast: Cast) -> str:
    """Zhao Yumei raised that the door of building 2 does not close."""
    return raised(cast, "赵玉梅")


@pytest.fixture
def at(cast: Cast, tmp_path: Path):  # type: ignore[no-untyped-def]
    """A browser of somebody of the cast, or of a visitor."""

    def sit_down(name: str | None = None) -> Browser:
        return browser(cast, name, folder=tmp_path, slug="weiwan" if name == "维托" else "gongfu")

    return sit_down


def raised(cast: Cast, name: str, title: str = "单元门关不上", building: str | None = "2号楼") -> str:
    with cast.acting(name) as work:
        issue = acts.raise_issue(
            work,
            title=title,
            facts="风一吹就开，夜里没人管。",
            wish="修好闭门器。",
            category="repairs",
            building_id=cast.buildings[building] if building else None,
            entrance=1 if building else None,
        )
        return issue.reference
