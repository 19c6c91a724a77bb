"""Who dies while a vote is announced: the page says that its roll stays, and until when an objection corrects it."""

from pathlib import Path

from tests.decide.stage import QUESTION, Stage, at
from tests.people.test_dwelling_rolls import owners  # noqa: F401 - the fixture
from tests.web import browser


def test_a_vote_that_names_them_stands_on_the_page_to_check(
    owners: Stage,  # noqa: F811
    tmp_path: Path,
) -> None:
    path = f"/admin/people/{owners.cast.people['甲']}"
    committee = browser(owners.cast, "刘敏", folder=tmp_path)
    assert committee.get(f"{path}/edit").says(QUESTION, "前可提出异议更正")
    committee.get(f"{path}/gone")
    day = at(4, 6).date().isoformat()
    page = committee.post(f"{path}/gone", why="died", gone_on=day, step="check")
    assert page.status == 200
    assert page.says(QUESTION, "前可提出异议更正")
    owners.go(at(4, 25))
    committee = browser(owners.cast, "刘敏", folder=tmp_path)
    committee.get(f"{path}/gone")
    page = committee.post(f"{path}/gone", why="died", gone_on=day, step="check")
    assert page.says(QUESTION, "名册已定", "从下次表决起算")
