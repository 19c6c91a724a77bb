"""Paper: two clerks, blind; a third for the differences; then the count by heads and by area."""

from datetime import date

import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.decide import acts
from civic.notices.tables import Notice
from civic.propose.rules import Nature
from civic.store.engine import Database
from tests.cast import gather
from tests.decide.stage import Stage, at, build_estate, notify, to_the_outcome

HOMES = {"甲": [10_000], "乙": [8_000, 8_000], "丙": [9_000], "丁": [7_000], "开发商": [5_000, 5_000, 5_000]}
"""Five heads, 620.00 m²; the roll goes by the doors: 丁 1, 丙 2, 乙 3, 开发商 4, 甲 5."""


@pytest.fixture
def called(database: Database) -> Stage:
    cast = gather(database)
    build_estate(cast, HOMES)
    stage = to_the_outcome(cast, Nature.OWNERS_GENERAL, studied=False)
    with cast.acting("刘敏") as work:
        work.get(type(stage.issue), stage.issue_id).building_id = cast.buildings["曙光1号楼"]
    notify(stage, preset="OWN_GENERAL", channel="paper", opens=at(4, 24), closes=at(5, 8, 18))
    return stage


@pytest.fixture
def stage(called: Stage) -> Stage:
    called.go(at(4, 30))
    return called


def key(stage: Stage, name: str, number: int, choice: str, reason: str = "") -> int:
    with stage.cast.acting(name) as work:
        return acts.key_sheet(work, stage.vote_id, number=number, choice=choice, reason=reason).id


def both(stage: Stage, number: int, choice: str, reason: str = "") -> None:
    key(stage, "林娜", number, choice, reason)
    key(stage, "高远", number, choice, reason)


def declare(stage: Stage) -> None:
    with stage.cast.acting("刘敏") as work:
        acts.declare_result(work, stage.vote_id)


def test_two_equal_readings_make_a_ballot_and_all_of_them_a_result(stage: Stage) -> None:
    with stage.cast.acting("林娜") as work:
        acts.record_delivery(work, stage.vote_id, delivered=4, posted=1)
    for number, choice in [(1, "yes"), (2, "no"), (3, "yes"), (5, "yes")]:
        both(stage, number, choice)
    both(stage, 4, "invalid", "double_mark")
    stage.go(at(5, 8, 18))
    assert stage.vote.phase == "closed", "a paper vote is declared by the committee"
    stage.go(at(5, 9))
    declare(stage)
    vote = stage.vote
    assert vote.counts == {
        "counters": {"area": [57_000, 38_000, 9_000, 0, 10_000], "head": [5, 3, 1, 0, 1]},
        "invalid": {"double_mark": 1},
    }
    assert (vote.outcome, vote.posting_until_on) == ("adopted", date(2026, 5, 16))
    with stage.cast.acting(None, write=False) as work:
        assert work.one(Notice, subject="provisional").until_on == date(2026, 5, 16)
    stage.go(at(5, 17))
    assert (stage.vote.phase, stage.issue.phase) == ("final", "managing")
    with stage.cast.acting(None, write=False) as work:
        assert not work.one(Notice, subject="result").takes_objections


def test_enough_heads_and_too_little_area(stage: Stage) -> None:
    for number in (1, 2, 5):
        both(stage, number, "yes")
    both(stage, 3, "invalid", "unsigned")
    stage.go(at(5, 9))
    declare(stage)
    assert stage.vote.outcome == "inquorate", "4 of 5 heads returned, but 3 valid; 260 of 570 m²"


def test_nobody_keys_a_sheet_twice(stage: Stage) -> None:
    key(stage, "林娜", 1, "yes")
    with pytest.raises(NotAllowed, match="Another person has to key it"):
        key(stage, "林娜", 1, "yes")


def test_three_times_is_too_often(stage: Stage) -> None:
    both(stage, 1, "yes")
    with pytest.raises(Refusal, match=r"keyed this sheet already|twice already"):
        key(stage, "高远", 1, "no")


def test_a_difference_waits_for_a_third_person(stage: Stage) -> None:
    sheet = key(stage, "林娜", 1, "yes")
    key(stage, "高远", 1, "no")
    stage.go(at(5, 9))
    with pytest.raises(Refusal, match="keyed a second time or settled"):
        declare(stage)
    with pytest.raises(NotAllowed, match="This is for others"), stage.cast.acting("林娜") as work:
        acts.settle_sheet(work, sheet, choice="yes")
    with stage.cast.acting("刘敏") as work:
        acts.settle_sheet(work, sheet, choice="no")
    with pytest.raises(Refusal, match="settled already"), stage.cast.acting("刘敏") as work:
        acts.settle_sheet(work, sheet, choice="yes")
    declare(stage)
    counts = stage.vote.counts
    assert counts is not None
    assert counts["counters"]["head"] == [5, 0, 1, 0, 0]


def test_two_reasons_for_invalid_differ_too(stage: Stage) -> None:
    key(stage, "林娜", 1, "invalid", "unsigned")
    key(stage, "高远", 1, "invalid", "not_owner")
    stage.go(at(5, 9))
    with pytest.raises(Refusal, match="settled"):
        declare(stage)


def test_a_sheet_keyed_once_keeps_the_count_waiting(stage: Stage) -> None:
    key(stage, "林娜", 1, "yes")
    stage.go(at(5, 9))
    with pytest.raises(Refusal, match="second time"):
        declare(stage)
    key(stage, "高远", 1, "yes")
    declare(stage)


@pytest.mark.parametrize(
    ("name", "number", "choice", "reason", "sentence"),
    [
        ("林娜", 99, "yes", "", "no sheet with this number"),
        ("林娜", 1, "invalid", "", "say why the sheet is invalid"),
        ("林娜", 1, "invalid", "mood", "say why the sheet is invalid"),
        ("林娜", 1, "perhaps", "", "choose what the sheet says"),
        ("林娜", 1, "yes", "late", "choose what the sheet says"),
        ("刘敏", 1, "yes", "", "This is for others"),
        ("维托", 1, "yes", "", "nothing at this address"),
    ],
)  # fmt: skip
def test_what_cannot_be_keyed(
    stage: Stage, name: str, number: int, choice: str, reason: str, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        key(stage, name, number, choice, reason)


def test_sheets_are_keyed_from_the_opening_until_the_result(called: Stage) -> None:
    stage = called
    stage.go(at(4, 23))
    with pytest.raises(Refusal, match="Sheets can be keyed from"):
        key(stage, "林娜", 1, "yes")
    stage.go(at(5, 9))
    declare(stage)
    with pytest.raises(Refusal, match="Sheets can be keyed from"):
        key(stage, "林娜", 1, "yes")


def test_more_sheets_than_the_roll_has(stage: Stage) -> None:
    with pytest.raises(Refusal, match="There are only"), stage.cast.acting("林娜") as work:
        acts.record_delivery(work, stage.vote_id, delivered=5, posted=1)
    with pytest.raises(NotAllowed), stage.cast.acting("赵玉梅") as work:
        acts.record_delivery(work, stage.vote_id, delivered=5, posted=0)
    with pytest.raises(NotFound), stage.cast.acting("维托") as work:
        acts.record_delivery(work, stage.vote_id, delivered=5, posted=0)


def test_a_result_is_declared_after_the_close_by_the_committee_once(stage: Stage) -> None:
    with pytest.raises(Refusal, match="after the close"):
        declare(stage)
    stage.go(at(5, 9))
    with pytest.raises(NotAllowed), stage.cast.acting("林娜") as work:
        acts.declare_result(work, stage.vote_id)
    declare(stage)
    with pytest.raises(Refusal, match="once"):
        declare(stage)


def test_paper_beside_the_screen_one_right_one_vote(database: Database) -> None:
    stage = to_the_outcome(gather(database))
    notify(stage)
    stage.go(at(4, 18, 15))
    with stage.cast.acting("孙浩") as work:
        acts.cast_ballot(work, stage.vote_id, "yes")
    with pytest.raises(Refusal, match="on record already"):
        key(stage, "林娜", 2, "no")
    key(stage, "林娜", 1, "yes")
    stage.go(at(4, 18, 16, 30))
    assert stage.vote.phase == "closed", "the paper of number 1 was read only once"
    key(stage, "高远", 1, "yes")
    declare(stage)
    assert stage.vote.outcome == "adopted"
