"""Who may decide comes before how to count."""

import pytest

from civic.core.verdict import Verdict
from civic.decide.rules.kinds import Effect
from civic.decide.rules.nature import Nature
from civic.decide.rules.presets import preset, preset_ids
from civic.decide.rules.router import may_call_vote, route

BINDING, OPINION = Effect.BINDING, Effect.OPINION
ALL = [(nature, name) for nature in Nature for name in preset_ids()]


def said(verdict: Verdict) -> str:
    """The sentence of a no."""
    assert not verdict
    assert verdict.because is not None
    return verdict.because.text


@pytest.mark.parametrize("name", preset_ids())
def test_no_vote_binds_on_public_order(name: str) -> None:
    assert "departments decide" in said(may_call_vote(Nature.PUBLIC_ORDER, name, BINDING, authorisation="1"))


@pytest.mark.parametrize("nature", [Nature.PRIVATE_SERVICE, Nature.DISPUTE, Nature.EMERGENCY])
@pytest.mark.parametrize("effect", Effect)
@pytest.mark.parametrize("name", ["RES_REP", "OWN_GENERAL", "OWN_FUND_EMERGENCY", "POLL"])
def test_nobody_votes_on_a_service_a_quarrel_or_a_danger(nature: Nature, effect: Effect, name: str) -> None:
    assert said(may_call_vote(nature, name, effect, authorisation="1")) == route(nature).reason.text


@pytest.mark.parametrize("reference", [None, "", "  "])
def test_representatives_show_their_authority(reference: str | None) -> None:
    verdict = may_call_vote(Nature.SELF_GOVERNANCE, "RES_REP", BINDING, authorisation=reference)
    assert "authorised" in said(verdict)
    charter = may_call_vote(Nature.CHARTER, "RES_CHARTER", BINDING, used="RES_REP", authorisation=reference)
    assert "authorised" in said(charter)


@pytest.mark.parametrize(
    ("nature", "name"),
    [
        (Nature.SELF_GOVERNANCE, "OWN_GENERAL"),
        (Nature.OWNERS_GENERAL, "RES_MEETING_PERSON"),
        (Nature.OWNERS_GENERAL, "OC_MEETING"),  # the assembly may not hand its matters to the committee
        (Nature.OWNERS_SPECIAL, "OWN_GENERAL"),
        (Nature.BUSINESS_CONVERSION, "OWN_SPECIAL"),
        (Nature.COLLECTIVE_ASSETS, "VIL_REP"),
        (Nature.SELF_GOVERNANCE, "NO_SUCH_PRESET"),
    ],
)
def test_the_wrong_body_is_refused(nature: Nature, name: str) -> None:
    assert "may not decide" in said(may_call_vote(nature, name, BINDING, authorisation="1"))


def test_a_deliberation_is_not_voted_on() -> None:
    assert "no vote" in said(may_call_vote(Nature.PUBLIC_ORDER, "RES_DELIBERATE", OPINION))


@pytest.mark.parametrize(("nature", "name"), ALL)
def test_only_the_presets_of_the_route_are_ever_allowed(nature: Nature, name: str) -> None:
    if may_call_vote(nature, name, BINDING, authorisation="1"):
        assert name in route(nature).presets


@pytest.mark.parametrize(
    ("nature", "name", "effect"),
    [
        (Nature.SELF_GOVERNANCE, "RES_MEETING_PERSON", BINDING),
        (Nature.SELF_GOVERNANCE, "RES_MEETING_HOUSE", BINDING),
        (Nature.SELF_GOVERNANCE, "RES_REP", BINDING),
        (Nature.SELF_GOVERNANCE, "RES_REP", OPINION),
        (Nature.CHARTER, "RES_CHARTER", BINDING),
        (Nature.OWNERS_GENERAL, "OWN_GENERAL", BINDING),
        (Nature.OWNERS_GENERAL, "OWN_FUND_SCOPE", BINDING),
        (Nature.OWNERS_SPECIAL, "OWN_SPECIAL", BINDING),
        (Nature.BUSINESS_CONVERSION, "OWN_CONVERT", BINDING),
        (Nature.VILLAGE, "VIL_REP", BINDING),
        (Nature.COLLECTIVE_ASSETS, "COOP_MEMBERS", BINDING),
        (Nature.PUBLIC_ORDER, "RES_REP", OPINION),
    ],
)
def test_the_right_body_may(nature: Nature, name: str, effect: Effect) -> None:
    assert may_call_vote(nature, name, effect, authorisation="工福居会〔2026〕1号")


@pytest.mark.parametrize("nature", Nature)
def test_every_nature_has_a_whole_row(nature: Nature) -> None:
    row = route(nature)
    assert row.body.text
    assert row.path.text
    assert row.reason.text
    assert all(preset(name) for name in row.presets)


def test_an_emergency_is_acted_on_first() -> None:
    assert route(Nature.EMERGENCY).path.text.startswith("act first")
