import pytest

from civic.core.errors import NotAllowed, NotFound, Refusal
from civic.ledger.queries import first_wrong_entry, journey
from civic.propose import acts
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from tests.cast import Cast
from tests.propose.conftest import raised


def ident(cast: Cast, reference: str) -> int:
    with cast.acting("刘敏", write=False) as work:
        return work.one(Issue, reference=reference).id


def because(caught: pytest.ExceptionInfo[Refusal]) -> str:
    return caught.value.because.text


def test_numbers_have_no_gaps_and_are_the_communitys_own(cast: Cast) -> None:
    with cast.acting("维托") as work:
        assert (
            acts.raise_issue(work, title="x", facts="x", wish="x", category="other").reference
            == "WW-2026-001"
        )
    assert [raised(cast, "赵玉梅") for _ in range(2)] == ["GF-2026-001", "GF-2026-002"]


def test_a_visitor_raises_nothing(cast: Cast) -> None:
    with pytest.raises(NotAllowed) as caught, cast.acting(None) as work:
        acts.raise_issue(work, title="x", facts="x", wish="x", category="other")
    assert because(caught) == "Please sign in first."


def test_no_building_of_another_community(cast: Cast) -> None:
    with cast.acting("维托", write=False) as work:
        far = work.actor.building_id if work.actor else None
    with pytest.raises(NotFound), cast.acting("赵玉梅") as work:
        acts.raise_issue(work, title="x", facts="x", wish="x", category="other", building_id=far)


def test_a_building_head_enters_for_the_own_building(cast: Cast) -> None:
    with cast.acting("刘志强") as work:
        issue = acts.raise_on_behalf(
            work,
            person_id=cast.people["王桂兰"],
            channel="visit",
            title="x",
            facts="x",
            wish="x",
            category="other",
        )
        assert (issue.raiser_id, issue.collector_id) == (cast.people["王桂兰"], cast.people["刘志强"])
        entry = journey(work.session, cast.community_id, issue.id)[0]
        assert (entry.role, entry.event.payload()["channel"]) == ("building_head", "visit")


def test_not_for_people_of_other_buildings_nor_by_just_anybody(cast: Cast) -> None:
    for name, kind, sentence in [
        (
            "刘志强",
            Refusal,
            "You enter issues for people of your own building. Please ask the committee for others.",
        ),
        ("赵玉梅", NotAllowed, "This is for others: %(who)s."),
    ]:
        with pytest.raises(kind) as caught, cast.acting(name) as work:
            acts.raise_on_behalf(
                work,
                person_id=cast.people["马军"],
                channel="slip",
                title="x",
                facts="x",
                wish="x",
                category="other",
            )
        assert because(caught) == sentence


def test_endorsed_once_by_a_neighbour(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    with pytest.raises(Refusal) as caught, cast.acting("赵玉梅") as work:
        acts.endorse_issue(work, issue)
    assert because(caught) == "You raised this issue yourself; others may endorse it."
    with cast.acting("孙浩") as work:
        acts.endorse_issue(work, issue)
    with pytest.raises(Refusal) as caught, cast.acting("孙浩") as work:
        acts.endorse_issue(work, issue)
    assert because(caught) == "You have endorsed this issue already."
    with cast.acting(None, write=False) as work:
        assert work.get(Issue, issue).endorsements == 1


def test_nobody_touches_another_communitys_issue(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    with pytest.raises(NotFound), cast.acting("维托") as work:
        acts.verify_issue(work, issue, findings="x", nature=Nature.DISPUTE)
    with pytest.raises(NotFound), cast.acting("维托") as work:
        acts.decline_issue(work, issue, reason="x")


def test_a_building_head_checks_only_the_own_building(cast: Cast) -> None:
    far = ident(cast, raised(cast, "赵玉梅", building="3号楼"))
    with pytest.raises(Refusal) as caught, cast.acting("刘志强") as work:
        acts.verify_issue(work, far, findings="x", nature=Nature.PUBLIC_ORDER)
    assert because(caught).startswith("A building head checks matters of the own building.")


def test_what_was_settled_stays_settled(cast: Cast, reference: str) -> None:
    issue = ident(cast, reference)
    with pytest.raises(Refusal), cast.acting("刘敏") as work:
        acts.accept_issue(work, issue, background="x", scope="x", days=5)
    with cast.acting("刘敏") as work:
        acts.decline_issue(work, issue, reason="两户之间的债务，请走调解。")
    with pytest.raises(Refusal) as caught, cast.acting("刘敏") as work:
        acts.verify_issue(work, issue, findings="x", nature=Nature.DISPUTE)
    assert because(caught) == "This issue has moved on. Please look at its page for what is next."


def test_merging_takes_everybody_along_once(cast: Cast) -> None:
    into, away = (ident(cast, raised(cast, name)) for name in ("赵玉梅", "王桂兰"))
    for name, issue in [("孙浩", into), ("孙浩", away), ("周建", away)]:
        with cast.acting(name) as work:
            acts.endorse_issue(work, issue)
    with cast.acting("刘敏") as work:
        acts.merge_issue(work, away, into_reference="GF-2026-001", reason="同一件事")
    with cast.acting(None, write=False) as work:
        assert work.get(Issue, into).endorsements == 3
        assert work.get(Issue, away).status == "ended"
        assert first_wrong_entry(work.session, cast.community_id) is None
