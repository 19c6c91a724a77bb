"""Paper comes in: collectors enter what is handed to them, within their reach, and hand out a number."""

from datetime import date
from typing import Any

import pytest

from civic.core.errors import Refusal
from civic.propose import acts
from civic.propose.tables import Issue
from tests.cast import Cast
from tests.propose.conftest import raised

SLIP = {"channel": "slip", "text": "门还是关不上", "received_on": date(2026, 3, 2)}


def entered(cast: Cast, name: str, reference: str, *households: str) -> None:
    with cast.acting(name) as work:
        issue = work.one(Issue, reference=reference)
        acts.enter_handovers(work, issue.id, [{**SLIP, "household": each} for each in households])


def test_a_head_enters_nothing_about_another_building(cast: Cast) -> None:
    elsewhere = raised(cast, "刘敏", building="3号楼")
    with pytest.raises(Refusal, match="own building"):
        entered(cast, "刘志强", elsewhere, "2号楼201")


def test_a_head_enters_nothing_of_households_elsewhere(cast: Cast, reference: str) -> None:
    with pytest.raises(Refusal, match="own building"):
        entered(cast, "刘志强", reference, "2号楼201", "3号楼101")
    with pytest.raises(Refusal, match="own building"):
        entered(cast, "刘志强", reference, "某处")


def test_a_head_enters_those_of_the_own_building(cast: Cast, reference: str) -> None:
    entered(cast, "刘志强", reference, "2号楼201", "2号楼301")
    entered(cast, "刘志强", raised(cast, "刘敏", building=None), "2号楼201")


def test_the_committee_enters_all(cast: Cast, reference: str) -> None:
    entered(cast, "刘敏", reference, "2号楼201", "3号楼101")


def on_paper(cast: Cast, collector: str = "刘志强") -> Issue:
    with cast.acting(collector) as work:
        return acts.raise_on_behalf(
            work, person_id=cast.people["王桂兰"], channel="slip", title="楼道灯不亮", facts="三天了", wish="修好",
            category="repairs", building_id=cast.buildings["2号楼"],
        )  # fmt: skip


def test_others_print_no_tear_off(cast: Cast, at: Any) -> None:
    issue = on_paper(cast)
    page = at("赵玉梅").get(f"/issues/{issue.reference}/tear-off")
    assert issue.code not in page.text
    assert "回执条" not in page


def test_the_collector_and_the_committee_print_it(cast: Cast, at: Any) -> None:
    issue = on_paper(cast)
    for name in ("刘志强", "刘敏"):
        page = at(name).get(f"/issues/{issue.reference}/tear-off")
        page.says(
            issue.reference,
            "楼道灯不亮",
            issue.code[:4],
            issue.code[4:],
            "最迟3月9日",
            "0536-0000017",
            "刘志强",
        )
        assert f"/i/<wbr>{issue.code}" in page.text
        assert "<svg" in page.text
