"""Slips about a matter that is there already: collectors enter what is handed to them, within their reach."""

from datetime import date

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
