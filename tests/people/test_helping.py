"""Who may act for whom: an 82-year-old, her grandson, the head of her building, a volunteer."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from civic.core.verdict import Verdict
from civic.people.rules.agents import AGENTS
from civic.people.rules.helping import (
    JUDGED,
    JUDGING,
    LENT,
    LONGEST_DAYS,
    NEVER,
    Agreed,
    Party,
    lent,
    may_agree,
    may_begin,
    may_cast_for,
    may_end_help,
    may_see_receipt,
    may_use,
    most_until,
)
from civic.people.tables.helping import HelperKind
from civic.permissions import IN_OFFICE, Permission, Standing

S, P = Standing, Permission
TODAY = date(2026, 5, 1)
GRANDSON, GRANDMOTHER, OFFICER, WITNESS, STRANGER = 1, 2, 3, 4, 5
OWN = Agreed(GRANDSON, GRANDMOTHER, "relative", "own_account", GRANDMOTHER, TODAY, TODAY + timedelta(364))
PAPER = replace(OWN, consent="paper", recorded_by=OFFICER, witness_id=WITNESS)
WORD = replace(OWN, consent="in_person", recorded_by=OFFICER)
MONTH = replace(WORD, until_on=TODAY + timedelta(29))
ADULT = Party(of_age=True)
OVER = "The time for which this help was agreed is over or has not begun."


def reason(verdict: Verdict) -> str | None:
    return verdict.because.text if verdict.because else None


def of(*standings: Standing) -> Party:
    return Party(of_age=True, standings=frozenset(standings))


@pytest.mark.parametrize(
    ("case", "agreed", "helper", "person", "because"),
    [
        ("on her own account", OWN, ADULT, ADULT, None),
        ("on paper, with a witness", PAPER, ADULT, ADULT, None),
        ("by word, before an officer", WORD, ADULT, ADULT, None),
        ("herself", replace(OWN, helper_id=GRANDMOTHER), ADULT, ADULT, "Nobody is their own helper."),
        ("a boy of 17", OWN, Party(of_age=False), ADULT, "A helper must be 18 or older."),
        ("somebody from elsewhere", OWN, Party(of_age=True, here=False), ADULT,
         "The helper must be somebody of this community."),
        ("somebody suspended", OWN, Party(of_age=True, suspended=True), ADULT,
         "The helper must be somebody of this community."),
        ("she has died", OWN, ADULT, Party(of_age=True, here=False),
         "Nobody acts for somebody who has died or left for good."),
        ("her child may be helped", OWN, ADULT, Party(of_age=False), None),
        ("own account, entered by another", replace(OWN, recorded_by=OFFICER), ADULT, ADULT,
         "This consent is given by the person, signed in."),
        ("paper, entered by the helper", replace(PAPER, recorded_by=GRANDSON), ADULT, ADULT,
         "The helper does not record the consent; please ask another officer."),
        ("word, entered by the helper", replace(WORD, recorded_by=GRANDSON), ADULT, ADULT,
         "The helper does not record the consent; please ask another officer."),
        ("paper without a witness", replace(PAPER, witness_id=None), ADULT, ADULT,
         "Please name a witness who saw the signature."),
        ("the helper as witness", replace(PAPER, witness_id=GRANDSON), ADULT, ADULT,
         "The witness is somebody else than the helper, the person and whoever records it."),
        ("the officer as witness", replace(PAPER, witness_id=OFFICER), ADULT, ADULT,
         "The witness is somebody else than the helper, the person and whoever records it."),
        ("herself as witness", replace(PAPER, witness_id=GRANDMOTHER), ADULT, ADULT,
         "The witness is somebody else than the helper, the person and whoever records it."),
        ("a day too long", replace(OWN, until_on=TODAY + timedelta(365)), ADULT, ADULT,
         "This help lasts until %(day)s at most; it can be agreed again."),
        ("begun 300 days ago, to run a year from now", replace(OWN, from_on=TODAY - timedelta(300)), ADULT, ADULT,
         "This help lasts until %(day)s at most; it can be agreed again."),
        ("signed yesterday, entered today",
         replace(OWN, from_on=TODAY - timedelta(1), until_on=TODAY + timedelta(363)), ADULT, ADULT, None),
        ("over before it begins", replace(OWN, until_on=TODAY - timedelta(1)), ADULT, ADULT,
         "Please choose a last day that is still to come."),
        ("backwards", replace(OWN, from_on=TODAY + timedelta(9), until_on=TODAY + timedelta(8)), ADULT, ADULT,
         "Please choose a last day that is still to come."),
        ("her building head, a month", replace(MONTH, kind="building_head"), of(S.BUILDING_HEAD), ADULT, None),
        ("her entrance head", replace(MONTH, kind="building_head"), of(S.ENTRANCE_HEAD), ADULT, None),
        ("a building head who is none", replace(MONTH, kind="building_head"), of(S.VOLUNTEER), ADULT,
         "This helper is no building head or entrance head."),
        ("a building head for a year", replace(WORD, kind="building_head"), of(S.BUILDING_HEAD), ADULT,
         "This help lasts until %(day)s at most; it can be agreed again."),
        ("a volunteer, a month", replace(MONTH, kind="volunteer"), of(S.VOLUNTEER), ADULT, None),
        ("a volunteer who is none", replace(MONTH, kind="volunteer"), ADULT, ADULT,
         "This helper is no volunteer of this community."),
    ],
)  # fmt: skip
def test_recording_a_consent(
    case: str, agreed: Agreed, helper: Party, person: Party, because: str | None
) -> None:
    assert reason(may_agree(agreed, helper, person, TODAY, recorder_in_office=True)) == because, case


@pytest.mark.parametrize("agreed", [PAPER, WORD])
def test_paper_and_word_need_an_officer(agreed: Agreed) -> None:
    assert reason(may_agree(agreed, ADULT, ADULT, TODAY, recorder_in_office=False)) == (
        "Consent on paper or by word is recorded by the committee, a building head or entrance head."
    )
    assert may_agree(OWN, ADULT, ADULT, TODAY, recorder_in_office=False)


@pytest.mark.parametrize(
    ("case", "today", "actor", "helper", "person", "ended", "because"),
    [
        ("the first day", TODAY, GRANDSON, ADULT, ADULT, False, None),
        ("the last day", TODAY + timedelta(364), GRANDSON, ADULT, ADULT, False, None),
        ("the day before", TODAY - timedelta(1), GRANDSON, ADULT, ADULT, False, OVER),
        ("the day after", TODAY + timedelta(365), GRANDSON, ADULT, ADULT, False, OVER),
        ("ended", TODAY, GRANDSON, ADULT, ADULT, True, OVER),
        ("somebody else", TODAY, STRANGER, ADULT, ADULT, False,
         "Only the helper who was agreed on acts for this person."),
        ("suspended since", TODAY, GRANDSON, Party(of_age=True, suspended=True), ADULT, False,
         "This helper no longer acts here."),
        ("moved away since", TODAY, GRANDSON, Party(of_age=True, here=False), ADULT, False,
         "This helper no longer acts here."),
        ("died since", TODAY, GRANDSON, ADULT, Party(of_age=True, here=False), False,
         "Nobody acts for somebody who has died or left for good."),
    ],
)  # fmt: skip
def test_beginning_to_act(
    case: str, today: date, actor: int, helper: Party, person: Party, ended: bool, because: str | None
) -> None:
    assert reason(may_begin(OWN, actor, helper, person, today, ended=ended)) == because, case


@pytest.mark.parametrize("permission", list(Permission))
def test_what_a_helper_never_does(permission: Permission) -> None:
    never = {
        P.KEEP_ACCOUNT, P.AGREE_HELP, P.ACT_FOR, P.AGREE_PUBLIC, P.COMPLAIN, P.START_PETITION, P.SIGN_PETITION, P.EXPORT_ROLL, P.BREAK_GLASS, P.SHOW_PERSON, P.READ_LOOKS,
    }  # fmt: skip
    assert bool(may_use(permission, ADULT)) == (permission not in never)
    assert (permission in NEVER) == (permission in never)


@pytest.mark.parametrize("standing", list(Standing))
def test_whose_work_is_judged_does_not_judge_it_for_another(standing: Standing) -> None:
    for permission in JUDGING:
        assert bool(may_use(permission, of(standing))) == (standing not in JUDGED)
    assert may_use(P.RAISE, of(standing))


def test_no_office_is_lent() -> None:
    assert not LENT & (IN_OFFICE | {S.LEAD, S.VISITOR, S.SUSPENDED})
    assert lent((S.COMMITTEE, S.RAISER, S.LEAD, S.TENANT, S.RESIDENT)) == (S.RAISER, S.TENANT, S.RESIDENT)


@pytest.mark.parametrize(
    ("secret", "proxies", "because"),
    [
        (True, True, "A secret ballot is never cast by a helper. We bring a paper ballot home."),
        (True, False, "A secret ballot is never cast by a helper. We bring a paper ballot home."),
        (False, False, "In this vote everybody votes in person."),
        (False, True, None),
    ],
)
def test_a_helper_and_a_ballot(secret: bool, proxies: bool, because: str | None) -> None:
    assert reason(may_cast_for(secret=secret, proxies=proxies)) == because


def test_a_helper_sees_no_receipt() -> None:
    assert may_see_receipt(helping=False)
    assert not may_see_receipt(helping=True)


@pytest.mark.parametrize(
    ("who", "committee", "ended", "because"),
    [
        (GRANDMOTHER, False, False, None),
        (GRANDSON, False, False, None),
        (OFFICER, False, False, None),
        (STRANGER, True, False, None),
        (STRANGER, False, False, "Either of the two, or the residents' committee, ends this help."),
        (GRANDMOTHER, False, True, "This help has ended already."),
    ],
)
def test_who_ends_it(who: int, committee: bool, ended: bool, because: str | None) -> None:
    assert reason(may_end_help(WORD, who, committee=committee, ended=ended)) == because


def test_the_spans() -> None:
    assert set(LONGEST_DAYS) == set(HelperKind) - AGENTS
    assert most_until("volunteer", date(2026, 5, 1)) == date(2026, 5, 30)
    assert most_until("relative", date(2026, 5, 1)) == date(2027, 4, 30)
