"""Which organisation, as the operator set it."""

from dataclasses import dataclass, field
from importlib.util import find_spec

from civic.settings import Settings


@dataclass(frozen=True)
class Organisation:
    """An issuer of identities that the operator trusts."""

    issuer: str
    client_id: str
    secret: str = field(repr=False)
    name: str
    """What its button is called."""


def has_extra() -> bool:
    """Whether the library that checks signatures was installed: pip install civic[oidc]."""
    return find_spec("joserfc") is not None


def organisation_of(settings: Settings) -> Organisation | None:
    """The organisation at whose door people may sign in; None where there is none."""
    if not settings.oidc_issuer or not has_extra():
        return None
    return Organisation(
        settings.oidc_issuer, settings.oidc_client_id, settings.oidc_secret, settings.oidc_name
    )
