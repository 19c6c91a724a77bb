"""The 33 presets: all load, inherit what they do not say, and make terms that read back."""

import json
from importlib.resources import files

import pytest

from civic.core.errors import Refusal
from civic.decide.rules.kinds import Base, Counter, Effect, Secrecy
from civic.decide.rules.presets import for_vote, preset, preset_ids
from civic.decide.rules.terms_text import terms_from_json, terms_hash, terms_json

NO_VOTE = {"OWN_FUND_EMERGENCY", "RC_REVIEW", "RC_DISCLOSE", "RES_DELIBERATE", "VIL_DISCLOSE", "POLL"}
VOTES = [name for name in preset_ids() if name not in NO_VOTE]


@pytest.mark.parametrize("name", sorted(NO_VOTE))
def test_what_has_no_pass_mark_makes_no_vote(name: str) -> None:
    with pytest.raises(Refusal, match="Nothing is decided by a vote"):
        for_vote(name)


def test_a_notice_is_never_shorter_than_the_law() -> None:
    with pytest.raises(Refusal, match="shorter"):
        for_vote("OWN_GENERAL", notice_days=14)
    assert [for_vote("OWN_GENERAL", notice_days=days).notice_days for days in (15, 30)] == [15, 30]


@pytest.mark.parametrize("name", ["OWN_GENERAL", "RC_ELECT_DIRECT"])
def test_the_form_that_the_law_fixes_stays(name: str) -> None:
    with pytest.raises(Refusal, match="form of this ballot"):
        for_vote(name, secrecy=Secrecy.NAMED)


@pytest.mark.parametrize(("name", "used"), [("RES_CHARTER", "OWN_GENERAL"), ("RC_RECALL", "POLL")])
def test_a_body_that_is_not_offered_is_refused(name: str, used: str) -> None:
    with pytest.raises(ValueError, match=used):
        preset(name, used)


def test_an_unknown_preset_is_unknown() -> None:
    with pytest.raises(KeyError):
        preset("RES_MAYOR")


def test_there_are_33_and_each_names_its_source() -> None:
    assert len(preset_ids()) == 33
    assert all(preset(name).source and preset(name).subject for name in preset_ids())


def test_no_word_of_the_file_is_a_float() -> None:
    def refuse(text: str) -> None:
        raise AssertionError(text)

    for line in files("civic.decide").joinpath("presets.jsonl").read_text(encoding="utf-8").splitlines():
        json.loads(line, parse_float=refuse)


@pytest.mark.parametrize("name", VOTES)
def test_terms_read_back_and_hash_alike(name: str) -> None:
    terms = for_vote(name)
    text = terms_json(terms)
    assert terms_from_json(text) == terms
    assert terms_hash(terms_from_json(text)) == terms_hash(terms)
    assert terms.unit
    assert {c for c, _ in (*terms.quorum, *terms.approval)} <= set(terms.counters)
    assert list(json.loads(text)) == sorted(json.loads(text))


def test_another_notice_is_another_decision() -> None:
    assert terms_hash(for_vote("RES_REP")) != terms_hash(for_vote("RES_REP", notice_days=9))


def test_representatives_where_the_law_is_silent() -> None:
    terms = for_vote("RES_REP", effect=Effect.OPINION)
    assert (terms.notice_days, terms.notice_by_law, terms.secrecy) == (7, False, Secrecy.NAMED)
    assert (terms.publish_for_days, terms.objection_days, terms.proxy_cap) == (15, 15, 0)
    assert terms.party_study
    assert terms.effect is Effect.OPINION
    assert for_vote("RES_REP", secrecy=Secrecy.SECRET).secrecy is Secrecy.SECRET


def test_owners() -> None:
    terms = for_vote("OWN_SPECIAL")
    assert (terms.notice_days, terms.notice_by_law, terms.objection_days) == (15, True, 7)
    assert (terms.publish_within_days, terms.secrecy, terms.proxy_cap) == (3, Secrecy.SIGNED, 3)
    assert terms.counters == (Counter.HEAD, Counter.AREA)
    assert [str(share) for _, share in (*terms.quorum, *terms.approval)] == [">=2/3"] * 2 + [">=3/4"] * 2


@pytest.mark.parametrize(
    ("name", "used", "quorum", "unit"),
    [
        ("OWN_FIRST", None, ">=2/3", "exclusive_unit"),
        ("OC_REMOVE", None, ">=2/3", "exclusive_unit"),
        ("RES_CHARTER", None, ">1/2", "resident_18plus"),
        ("RES_CHARTER", "RES_REP", ">=2/3", "member"),
        ("RC_ELECT_HOUSE", None, ">1/2", "household_delegate"),
        ("RC_ELECT_REP", None, ">2/3", "rep"),
        ("RC_RECALL", "RC_ELECT_DIRECT", ">1/2", "registered_voter"),
        ("RC_RECALL", "RC_ELECT_REP", ">2/3", "rep"),
        ("VIL_MEETING_HOUSE", None, ">=2/3", "household"),
        ("VC_ELECT", None, ">1/2", "registered_villager"),
    ],
)
def test_inheritance(name: str, used: str | None, quorum: str, unit: str) -> None:
    found = preset(name, used)
    assert (str(found.quorum[0][1]), found.unit) == (quorum, unit)
    assert found.approval


def test_the_collective_counts_all_members() -> None:
    assert for_vote("COOP_MEMBERS").approval_base is Base.ALL
    assert "same household only" in for_vote("COOP_MEMBERS").note
