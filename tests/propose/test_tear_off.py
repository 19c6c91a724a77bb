"""The number on paper, for whoever has no phone."""

from typing import Any

from civic.propose import acts
from civic.propose.tables import Issue
from tests.cast import Cast


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
