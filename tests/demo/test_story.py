"""The figures of the domain paper, section 8, after the whole story was told through the acts."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from civic.decide.queries.counting import counted_from
from civic.decide.queries.votes import frozen_terms
from civic.decide.rules.assess import evaluate
from civic.decide.rules.kinds import Counter, Outcome
from civic.decide.rules.presets import for_vote
from civic.decide.tables import Ballot, RollEntry, Vote
from civic.demo.scenes.live_late import LATE_DAYS
from civic.discuss.tables import Contribution, Hiding, OptionPaper, Parlour, Study
from civic.discuss.tables import Outcome as Agreed
from civic.ledger.queries import first_wrong_entry
from civic.ledger.tables import Entry
from civic.manage.tables import WorkOrder
from civic.notices.tables import Notice, Objection
from civic.people.tables import Account, Office, Person
from civic.propose.rules import STAGE, STATUS, Phase
from civic.propose.tables import DeclineObjection, Handover, HandUp, Issue, Petition
from civic.sealed.tables import Complaint
from civic.store.tables import Community
from civic.supervise.tables import CloseOut, Demand, Observation, Rating, RatingRound, Reopening, Watch
from tests.demo.conftest import Told

ZONE = ZoneInfo("Asia/Shanghai")


def vote_of(told: Told, thread: str) -> Vote:
    found: Vote = told.one(Vote, issue_id=told.issue(thread).id)
    return found


def heads(vote: Vote) -> tuple[int, ...]:
    """Entitled, yes, no, abstain, invalid."""
    assert vote.counts
    return tuple(vote.counts["counters"]["head"])


def test_the_community_is_as_large_as_it_says(told: Told) -> None:
    here = told.one(Community)
    assert (here.name, here.prefix, here.demo) == ("工福街社区（演示）", "GF", True)
    held = {kind: told.count(Office, kind=kind) for kind in ("committee", "representative", "citizen_watch")}
    assert held == {"committee": 7, "representative": 60, "citizen_watch": 12}
    assert 3 <= told.count(Office, kind="supervisor") <= 5
    assert told.count(Office, kind="building_head") == 36


def test_37_entries_of_31_households_become_issue_17(told: Told) -> None:
    market = told.issue("A")
    entries = told.all(Handover, issue_id=market.id)
    assert market.reference == "GF-2026-017"
    assert (len(entries), len({entry.household for entry in entries})) == (37, 31)
    assert {c: sum(e.channel == c for e in entries) for c in ("slip", "phone", "meeting", "online")} == {
        "slip": 14, "phone": 12, "meeting": 7, "online": 4,
    }  # fmt: skip
    assert "64 个" in market.findings
    assert "41 个" in market.findings


def test_the_market_is_discussed_in_the_open(told: Told) -> None:
    market = told.issue("A")
    agreed = told.one(Agreed, issue_id=market.id)
    said = told.all(Contribution, topic_id=agreed.topic_id)
    paper, minutes = (
        told.one(OptionPaper, topic_id=agreed.topic_id),
        told.one(Parlour, topic_id=agreed.topic_id),
    )
    assert (paper.advised, paper.for_advice, paper.against_advice) == ("B", 5, 2)
    assert sum(minutes.present.values()) == 31
    assert sum(not each.on_outcome for each in said) == 9
    assert [sum(each.on_outcome for each in said), sum(bool(each.adopted) for each in said)] == [6, 4]
    # Day 7 is Qingming, so the comments go on to the next working day.
    assert (agreed.comments_until_on, agreed.posted_until_on) == (date(2026, 4, 7), date(2026, 4, 14))
    assert told.one(Study, issue_id=market.id, subject="outcome").held_on == date(2026, 4, 3)


def test_56_of_67_come_and_49_are_for_it(told: Told) -> None:
    vote = vote_of(told, "A")
    due, yes, no, abstain, invalid = heads(vote)
    found = evaluate(frozen_terms(vote), counted_from(vote.counts or {}).counts)
    assert (due, yes + no + abstain + invalid, yes, no, abstain) == (67, 56, 49, 4, 3)
    assert (found.outcome, found.quorum[0].need) == (Outcome.ADOPTED, 45)
    assert (vote.outcome, vote.phase, vote.terms["effect"]) == ("adopted", "final", "opinion")


def test_the_resolution_hangs_over_the_holiday(told: Told) -> None:
    posted = told.one(Notice, issue_id=told.issue("A").id, subject="result")
    objection = told.one(Objection, notice_id=posted.id)
    assert posted.until_on == date(2026, 5, 6)
    assert objection.answered_at - objection.made_at <= timedelta(days=3)


def test_seven_work_orders_one_of_them_rerouted(told: Told) -> None:
    orders = told.all(WorkOrder, issue_id=told.issue("A").id)
    assert (len(orders), sum(order.cost_fen for order in orders)) == (7, 685_000)
    assert [order.lead_title for order in orders if order.rerouted_from] == ["综合执法中队"]
    assert {order.phase for order in orders} == {"done"}


def test_27_of_30_mornings_are_clear(told: Told) -> None:
    watch = told.one(Watch, issue_id=told.issue("A").id)
    looks = told.all(Observation, watch_id=watch.id)
    assert (watch.need, watch.of_days, sum(look.kept for look in looks), len(looks)) == (27, 30, 27, 30)
    late = {look.day.isoformat(): look.cleared_at for look in looks if not look.kept}
    assert (list(late), max(late.values())) == (["2026-05-13", "2026-05-19", "2026-05-30"], "08:52")
    assert told.count(Demand, issue_id=told.issue("A").id) == 2


def test_two_keys_and_183_ratings(told: Told) -> None:
    market = told.issue("A")
    keys, round_ = told.one(CloseOut, issue_id=market.id), told.one(RatingRound, issue_id=market.id)
    grades = [told.count(Rating, round_id=round_.id, grade=grade) for grade in (5, 4, 3, 2, 1)]
    bad = [r for r in told.all(Rating, round_id=round_.id) if r.grade <= 2]
    assert len({keys.asked_by_id, keys.first_key_id, keys.second_key_id}) == 3
    assert (grades, round_.forms_given, round_.until_on) == ([96, 61, 17, 7, 2], 200, date(2026, 6, 19))
    assert told.count(Rating, round_id=round_.id, channel="paper") == 120
    assert [len(bad), max(r.called_back_at for r in bad).astimezone(ZONE).date()] == [9, date(2026, 7, 10)]
    assert market.phase == Phase.CLOSED.value


def test_the_wall_is_decided_by_209_heads_and_their_area(told: Told) -> None:
    vote = vote_of(told, "B")
    found = evaluate(frozen_terms(vote), counted_from(vote.counts or {}).counts)
    assert heads(vote) == (209, 118, 28, 12, 3)
    assert vote.counts
    assert vote.counts["counters"]["area"] == [1_764_050, 1_004_630, 212_500, 93_110, 25_900]
    assert 118 + 28 + 12 == 158
    assert 1_004_630 + 212_500 + 93_110 == 1_310_240
    assert [line.need for line in found.quorum] == [140, 1_176_034]
    assert vote.counts["invalid"] == {"not_owner": 2, "double_mark": 1}
    assert (vote.sheets_delivered, vote.sheets_posted) == (203, 6)
    assert vote.outcome == "adopted"
    assert told.issue("B").phase == Phase.CLOSED.value


def test_rebuilding_the_wall_would_fail_by_one_head(told: Told) -> None:
    counts = counted_from(vote_of(told, "B").counts or {}).counts
    found = evaluate(for_vote("OWN_SPECIAL"), counts)
    by_head = next(line for line in found.approval if line.counter is Counter.HEAD)
    assert (found.outcome, by_head.need, counts[Counter.HEAD].yes) == (Outcome.REJECTED, 119, 118)


def test_nobody_votes_on_the_sheds(told: Told) -> None:
    sheds = told.issue("C")
    assert told.count(Vote, issue_id=sheds.id) == 0
    assert (
        sum(told.one(Parlour, topic_id=told.one(Agreed, issue_id=sheds.id).topic_id).present.values()) == 23
    )
    assert [o.lead_office for o in told.all(WorkOrder, issue_id=sheds.id) if o.nature == "enforcement"] == [
        "department"
    ]
    assert sheds.phase == Phase.CLOSED.value


def test_sixteen_small_issues_come_first(told: Told) -> None:
    phases = [told.issue(f"S{n}").phase for n in range(1, 17)]
    assert [told.issue(f"S{n}").number for n in range(1, 17)] == list(range(1, 17))
    assert {"declined", "merged", "handled", "closed", "not_adopted"} <= set(phases)
    grant = told.all(Entry, issue_id=told.issue("S8").id, kind="propose:issue_handled")[0]
    assert '"mode":"on_behalf"' in grant.payload
    assert '"trips":1' in grant.payload


def test_43_of_67_decide_nothing(told: Told) -> None:
    vote = vote_of(told, "S3")
    due, yes, no, abstain, invalid = heads(vote)
    assert (due, yes + no + abstain + invalid, vote.outcome) == (67, 43, "inquorate")


def test_the_shelter_misses_three_quarters(told: Told) -> None:
    vote = vote_of(told, "S1")
    assert (vote.preset, vote.outcome) == ("OWN_SPECIAL", "rejected")
    assert heads(vote)[1] * 4 < 3 * sum(heads(vote)[1:4])


def test_one_is_reopened_after_a_bad_rating(told: Told) -> None:
    lamps = told.issue("S5")
    assert told.count(Reopening, issue_id=lamps.id) == 1
    assert (
        min(
            r.grade for o in told.all(RatingRound, issue_id=lamps.id) for r in told.all(Rating, round_id=o.id)
        )
        == 1
    )
    assert lamps.phase == Phase.CLOSED.value


def test_something_is_under_way_in_every_stage(told: Told) -> None:
    under_way(told)
    order = told.one(WorkOrder, issue_id=told.issue("late").id)
    assert (told.story.today - order.due_on).days == LATE_DAYS
    assert order.phase == "accepted"
    # Members of the cast still have their vote.
    vote = vote_of(told, "vote")
    roll = {entry.id: entry.person_id for entry in told.all(RollEntry, vote_id=vote.id)}
    voted = {roll[ballot.roll_entry_id] for ballot in told.all(Ballot, vote_id=vote.id)}
    assert len(roll) == 67
    assert {told.story.person(name) for name in ("刘敏", "孙浩")}.isdisjoint(voted)
    assert len(voted) == 31


def under_way(told: Told) -> None:
    """Issues that have not ended in each of the five stages, votes and sheets and a rating among them."""
    live = [Phase(i.phase) for i in told.all(Issue) if STATUS[Phase(i.phase)] not in {"ended", "closed"}]
    assert {STAGE[phase] for phase in live} == {1, 2, 3, 4, 5}
    assert {Phase.SUBMITTED, Phase.VERIFIED, Phase.TOPIC, Phase.OUTCOME} <= set(live)
    assert {Phase.DECIDING, Phase.MANAGING, Phase.WATCHED, Phase.RATING} <= set(live)
    assert {vote.channel for vote in told.all(Vote, phase="open")} == {"online", "paper"}


def test_the_chain_is_whole_and_knows_no_names(told: Told) -> None:
    community = told.story.roll.community_id
    payloads = [entry.payload for entry in told.all(Entry, community_id=community)]
    names = {person.name for person in told.all(Person)}
    assert first_wrong_entry(told.session, community) is None
    assert not any("一" <= letter <= "鿿" for payload in payloads for letter in payload)
    assert not [name for name in names if any(name in payload for payload in payloads)]


def test_everybody_in_the_cast_can_sign_in_and_wang_guilan_is_on_paper(told: Told) -> None:
    kinds = {
        office.kind
        for account in told.all(Account)
        for office in told.all(Office, person_id=account.person_id)
    }
    assert len(kinds) >= 13
    assert told.count(Account, person_id=told.story.person("王桂兰")) == 0
    assert told.one(Vote, issue_id=told.issue("A").id).number == "工福居决〔2026〕3号"


def test_whoever_does_not_agree_has_somewhere_to_go(told: Told) -> None:
    refused, topic = told.issue("refused"), told.issue("topic")
    assert refused.phase == Phase.DECLINED.value
    assert told.one(Petition, issue_id=refused.id).ended is None
    assert told.one(DeclineObjection, issue_id=refused.id).answered_at is None
    hidden = told.one(Hiding)
    assert (hidden.ground, hidden.upheld) == ("private", None)
    assert hidden.appealed_at
    assert hidden.answered_at is None
    assert topic.phase == Phase.TOPIC.value
    assert told.one(HandUp, issue_id=told.issue("handed up").id).level_to == "subdistrict"
    assert told.one(Complaint).person_id == told.story.person("邓小北")
