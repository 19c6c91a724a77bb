"""Forms say who will read what is typed: everybody, or those concerned."""

from typing import Any

import pytest

from civic.core.errors import Refusal
from civic.propose import acts
from civic.propose.rules import Nature
from tests.cast import Cast

ALL, FEW = "大家都会看到", "只有相关的人看得到"


def checked(cast: Cast, nature: Nature) -> tuple[int, str]:
    with cast.acting("赵玉梅") as work:
        issue = acts.raise_issue(work, title="对门", facts="吵", wish="劝劝", category="disputes")
        ident, reference = issue.id, issue.reference
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, ident, findings="属实", nature=nature, public_because="大家的事")
    return ident, reference


@pytest.mark.parametrize("step", ["handle", "route", "hand-up"])
@pytest.mark.parametrize("nature", [Nature.DISPUTE, Nature.SELF_GOVERNANCE])
def test_each_form_says_who_reads_it(cast: Cast, at: Any, step: str, nature: Nature) -> None:
    _, reference = checked(cast, nature)
    path = step if step == "hand-up" else f"settlement/{step}"
    page = at("刘敏").get(f"/issues/{reference}/{path}").text
    private = nature is Nature.DISPUTE
    assert (FEW in page) == private
    assert not (private and ALL in page)


def test_the_check_page_and_the_answer_say_so_too(cast: Cast, at: Any) -> None:
    _, reference = checked(cast, Nature.PRIVATE_SERVICE)
    liu = at("刘敏")
    liu.get(f"/issues/{reference}/settlement/handle")
    typed = {"mode": "guided", "what": "带他去了大厅", "trips": "1"}
    page = liu.post(f"/issues/{reference}/settlement/handle", **typed)
    page.says("这里写的内容只有相关的人看得到")
    assert "大家" not in page.text.split("<main", 1)[1].split("</main", 1)[0]


def test_why_it_is_declined_everybody_reads_all_the_same(cast: Cast, at: Any) -> None:
    _, reference = checked(cast, Nature.DISPUTE)
    liu = at("刘敏")
    liu.get(f"/issues/{reference}/settlement/decline")
    page = liu.post(f"/issues/{reference}/settlement/decline", reason="个人借贷")
    assert "这里写的内容只有相关的人看得到" not in page.text


def test_a_private_matter_is_no_topic(cast: Cast, at: Any) -> None:
    ident, reference = checked(cast, Nature.DISPUTE)
    assert "settlement/accept" not in at("刘敏").get(f"/issues/{reference}/settlement").text
    with pytest.raises(Refusal) as caught, cast.acting("刘敏") as work:
        acts.accept_issue(work, ident, background="x", scope="x", days=5)
    assert caught.value.because.text.startswith("This matter is not public. If it concerns")
