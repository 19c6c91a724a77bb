"""An organisation's sign-in is linked to an account, or is so no more: whose, never its subject."""

from dataclasses import dataclass

from civic.core.event import Event


@dataclass(frozen=True, kw_only=True)
class OrganisationLinked(Event):
    """Somebody's sign-in at their organisation opens this account from now on."""

    kind = "people:organisation_linked"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class OrganisationUnlinked(Event):
    """It does so no more."""

    kind = "people:organisation_unlinked"
    person_id: int
