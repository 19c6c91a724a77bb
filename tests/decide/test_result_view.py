"""The result sheet of case B, figure for figure, and what rebuilding would have needed."""

from datetime import UTC, datetime
from json import loads

from civic.decide.queries.votes import Occasion
from civic.decide.result_view import result_of
from civic.decide.rules.kinds import Outcome
from civic.decide.rules.phases import VotePhase
from civic.decide.rules.presets import for_vote
from civic.decide.rules.terms_text import terms_json
from civic.decide.tables import Vote

AT = datetime(2026, 6, 8, tzinfo=UTC)


def occasion(preset: str, counters: dict[str, list[int]], invalid: dict[str, int] | None = None) -> Occasion:
    terms = for_vote(preset)
    vote = Vote(
        preset=preset, terms=loads(terms_json(terms)), channel="paper", sheets_delivered=203, sheets_posted=6,
        counts={"counters": counters, "invalid": invalid or {}}, outcome="adopted", declared_at=AT,
    )  # fmt: skip
    return Occasion(vote, "GF-2026-018", "围墙", VotePhase.DECLARED, terms)


CASE_B = {
    "head": [209, 118, 28, 12, 3],
    "area": [1_764_050, 1_004_630, 212_500, 93_110, 0],
}


def test_case_b() -> None:
    result = result_of(occasion("OWN_GENERAL", CASE_B, {"not_owner": 2, "double_mark": 1}))
    assert result is not None
    assert result.found.outcome is Outcome.ADOPTED
    gauges = [gauge for test in result.tests for gauge in test.gauges]
    assert [(str(g.check.got_figure), g.need, g.check.percent, g.filled, g.mark, g.kind) for g in gauges] == [
        ("158", "140", "75.59%", 755, 666, "enough"),
        ("13,102.40", "11,760.34 m²", "74.27%", 742, 666, "enough"),
        ("118", "79", "74.68%", 746, 500, "enough"),
        ("10,046.30", "6,551.20 m²", "76.67%", 766, 500, "enough"),
    ]
    assert [tuple(row.cells) for row in result.ballots] == [(209,), (203,), (6,), (161,), (1,), (2,), (158,)]
    assert [row.cells for row in result.rows][-1] == ["158", "", "13,102.40", ""]
    assert result.unreturned == 48


def test_rebuilding_would_fail_by_one_head() -> None:
    result = result_of(occasion("OWN_GENERAL", CASE_B))
    assert result is not None
    assert result.other is not None
    assert result.other.outcome is Outcome.REJECTED
    assert [gauge.check.lack for gauge in result.other_gauges] == [1, 0]


def test_too_few_show_no_majority() -> None:
    result = result_of(occasion("RES_REP", {"head": [67, 43, 0, 0, 0]}))
    assert result is not None
    assert result.found.outcome is Outcome.INQUORATE
    assert len(result.tests) == 1
    assert result.tests[0].gauges[0].need == "45"
