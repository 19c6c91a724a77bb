"""Case A through the acts: 67 on the roll, notice of 9 clear days, 56 come, 49 for; and 43 are too few."""

from datetime import date

import pytest

from civic.decide import acts
from civic.ledger.queries import first_wrong_entry, journey
from civic.notices import acts as notices
from civic.notices.tables import Notice
from civic.store.engine import Database
from civic.web.words import Reader, reading, text_of
from tests.cast import ZONE, Cast, gather
from tests.decide.stage import Stage, at, notify, seat_representatives, to_the_outcome


@pytest.fixture
def stage(database: Database) -> Stage:
    cast: Cast = gather(database)
    voters = seat_representatives(cast, 7, 60)
    stage = to_the_outcome(cast)
    stage.voters = voters
    notify(stage)
    stage.go(at(4, 18, 14, 30))
    return stage


def told(stage: Stage) -> list[str]:
    """The timeline in English."""
    with stage.cast.acting(None, write=False) as work:
        entries = journey(work.session, work.community.id, stage.issue_id)
    with reading(Reader("en", ZONE, stage.cast.clock.now())):
        return [text_of(sentence) for entry in entries if (sentence := entry.event.told())]


def test_56_of_67_come_and_49_are_for(stage: Stage) -> None:
    stage.cast_all(49, 4, 3)
    stage.go(at(4, 18, 16, 31))
    vote = stage.vote
    assert (vote.phase, vote.outcome) == ("declared", "adopted")
    assert vote.closed_at == vote.declared_at == at(4, 18, 16, 30), "stamped with the scheduled instant"
    assert vote.counts == {"counters": {"head": [67, 49, 4, 3, 0]}, "invalid": {}}
    assert vote.posting_until_on == date(2026, 5, 3)  # 5-06 with the holidays of 2026, see the demo's test
    assert stage.issue.phase == "posted"
    assert "56 of 67 took part; 49 for, 4 against, 3 abstained: adopted as an opinion." in told(stage)
    assert "Notice of a vote of the representatives' meeting, 9 full days ahead; 67 on the roll." in told(
        stage
    )


def test_the_result_becomes_final_after_its_posting(stage: Stage) -> None:
    stage.cast_all(49, 4, 3)
    stage.go(at(5, 3, 23, 59))
    assert stage.vote.phase == "declared"
    stage.go(at(5, 4, 0, 1))
    assert (stage.vote.phase, stage.issue.phase) == ("final", "managing")
    assert told(stage)[-1] == "The result is final."


def object_to_result(stage: Stage) -> int:
    with stage.cast.acting("赵玉梅") as work:
        notice = work.one(Notice, subject="result")
        return notices.object_to_notice(work, notice.id, "人数不对").id


def test_an_open_objection_keeps_the_result_provisional(stage: Stage) -> None:
    stage.cast_all(49, 4, 3)
    stage.go(at(5, 3))
    objection = object_to_result(stage)
    stage.go(at(5, 5))
    assert stage.vote.phase == "declared"
    with stage.cast.acting("刘敏") as work:
        notices.answer_objection(work, objection, "名册核对无误", upheld=False)
    assert (stage.vote.phase, stage.issue.phase) == ("final", "managing")


def test_an_objection_that_is_right_voids_the_vote(stage: Stage) -> None:
    stage.cast_all(49, 4, 3)
    stage.go(at(5, 3))
    objection = object_to_result(stage)
    with stage.cast.acting("刘敏") as work:
        notices.answer_objection(work, objection, "确有错误", upheld=True)
    assert (stage.vote.phase, stage.issue.phase) == ("void", "not_adopted")
    assert told(stage)[-1] == "An objection was right: the vote is void."


def test_43_of_67_are_too_few(stage: Stage) -> None:
    stage.cast_all(43, 0, 0)
    stage.go(at(4, 18, 17))
    assert (stage.vote.outcome, stage.issue.phase) == ("inquorate", "not_adopted")
    assert "43 of 67 took part, 45 needed: too few, nothing was decided." in told(stage)


def test_the_same_matter_can_be_called_again(stage: Stage) -> None:
    stage.cast_all(43, 0, 0)
    stage.go(at(4, 20))
    first = stage.vote_id
    notify(stage, opens=at(4, 28, 14), closes=at(4, 28, 16))
    stage.go(at(4, 28, 14))
    stage.cast_all(60, 0, 0)
    stage.go(at(5, 4))
    assert stage.vote.outcome == "adopted"
    stage.go(at(5, 14))
    stage.vote_id = first
    assert (stage.vote.phase, stage.issue.phase) == ("final", "managing")


def test_a_resignation_after_the_notice_changes_no_roll(stage: Stage) -> None:
    with stage.cast.acting("刘敏") as work:
        from civic.people.tables import Office

        office = work.one(Office, person_id=stage.cast.people["孙浩"])
        office.to_on = date(2026, 4, 10)
    with stage.cast.acting("孙浩") as work:
        assert acts.cast_ballot(work, stage.vote_id, "no").receipt


def test_no_ballot_says_anything_to_the_ledger(stage: Stage) -> None:
    stage.cast_all(1, 1, 1)
    from sqlalchemy import select

    from civic.ledger.tables import Entry

    with stage.cast.acting(None, write=False) as work:
        payloads = list(work.session.scalars(select(Entry.payload).where(Entry.kind == "decide:ballot_cast")))
        assert first_wrong_entry(work.session, work.community.id) is None
    assert len(payloads) == 3
    assert not any(word in payload for payload in payloads for word in ("yes", 'no"', "abstain"))
