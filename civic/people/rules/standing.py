"""Who somebody is here, from where they live, what they own and the offices they hold today."""

from collections.abc import Iterable

from civic.permissions import Standing


def standings_of(
    offices: Iterable[str], *, lives: str = "", owns: bool = False, suspended: bool = False
) -> tuple[Standing, ...]:
    """Offices first, then what one is by dwelling or owning; a suspended account is only that.

    `lives` is the relation of today's residence (Residence.relation), "" for nobody who lives here.
    """
    if suspended:
        return (Standing.SUSPENDED,)
    held = dict.fromkeys(Standing(office) for office in offices)
    if lives == "tenant":
        held[Standing.TENANT] = None
    if lives:
        held[Standing.RESIDENT] = None
    if owns:
        held[Standing.OWNER] = None
    return tuple(held)
