"""The second factor goes on and off: who and when, never a code or a key."""

from dataclasses import dataclass

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class SecondFactorTurnedOn(Event):
    """Somebody's phone gives six digits from now on."""

    kind = "people:second_factor_turned_on"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class SecondFactorTurnedOff(Event):
    """Its owner turned it off, with a code of its own."""

    kind = "people:second_factor_turned_off"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class SecondFactorTakenAway(Event):
    """Somebody else in office took it away, because phone and recovery codes were lost; or the console did."""

    kind = "people:second_factor_taken_away"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class RecoveryCodesMade(Event):
    """Fresh recovery codes; the earlier ones are worth nothing."""

    kind = "people:recovery_codes_made"
    person_id: int
    codes: int


@dataclass(frozen=True, kw_only=True)
class RecoveryCodeUsed(Event):
    """Somebody proved with a recovery code who they are; so many are left."""

    kind = "people:recovery_code_used"
    person_id: int
    left: int
