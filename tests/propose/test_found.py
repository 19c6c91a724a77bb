"""What a category brings to the property firm first: it tells the committee what it found, and decides nothing."""

from typing import Any

import pytest

from civic.core.errors import NotAllowed, Refusal
from civic.propose import acts
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from tests.cast import Cast
from tests.propose.conftest import raised

FIRM = "马军"


def pump(cast: Cast, title: str = "水泵响", owner: str = "property_firm") -> str:
    reference = raised(cast, "赵玉梅", title, building="2号楼")
    with cast.acting("刘敏") as work:
        work.one(Issue, reference=reference).owner = owner
    return reference


def told(cast: Cast, name: str, reference: str) -> None:
    with cast.acting(name) as work:
        acts.report_found(work, work.one(Issue, reference=reference).id, what="轴承磨损，今早已更换")


@pytest.mark.parametrize("name", ["赵玉梅", "刘敏", "唐伟", "关锋", "刘志强"])
def test_others_report_nothing_so(cast: Cast, name: str) -> None:
    with pytest.raises(NotAllowed):
        told(cast, name, pump(cast))


def test_only_what_came_to_it_and_is_public_and_unchecked(cast: Cast) -> None:
    with pytest.raises(Refusal, match="did not come to"):
        told(cast, FIRM, pump(cast, owner="committee"))
    private = pump(cast)
    with cast.acting("刘敏") as work:
        work.one(Issue, reference=private).nature = Nature.DISPUTE.value
    with pytest.raises(Refusal):
        told(cast, FIRM, private)
    checked = pump(cast)
    with cast.acting("刘敏") as work:
        acts.verify_issue(
            work, work.one(Issue, reference=checked).id, findings="属实", nature=Nature.OWNERS_GENERAL
        )
    with pytest.raises(Refusal):
        told(cast, FIRM, checked)


def test_today_asks_the_firm_until_it_told(cast: Cast, at: Any) -> None:
    reference = pump(cast)
    there = at(FIRM)
    assert there.get("/").says("水泵响", "向居委会报告情况")
    there.get(f"/issues/{reference}/found")
    assert there.post(f"/issues/{reference}/found", what="").status == 422
    assert there.post(f"/issues/{reference}/found", what="轴承磨损，今早已更换").says("已报告居委会")
    assert "向居委会报告情况" not in there.get("/").text
    at().get(f"/issues/{reference}").says(
        "马军：轴承磨损，今早已更换", "物业公司已向居委会报告查看和处理情况"
    )
    with pytest.raises(NotAllowed), cast.acting(FIRM) as work:
        acts.decline_issue(work, work.one(Issue, reference=reference).id, reason="不归我们")


def test_the_committee_s_findings_leave_it_standing(cast: Cast) -> None:
    reference = pump(cast)
    told(cast, FIRM, reference)
    with cast.acting("刘敏") as work:
        ident = work.one(Issue, reference=reference).id
        acts.verify_issue(work, ident, findings="已看过，属实", nature=Nature.OWNERS_GENERAL)
    with cast.acting("刘敏", write=False) as work:
        assert work.get(Issue, ident).findings == "马军：轴承磨损，今早已更换\n已看过，属实"
