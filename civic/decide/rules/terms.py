"""The terms of one vote, copied from a preset when its notice goes out and never changed after."""

from dataclasses import dataclass
from typing import Literal

from civic.core.share import Share
from civic.decide.rules.kinds import Base, Counter, Effect, Secrecy

Shares = tuple[tuple[Counter, Share], ...]


@dataclass(frozen=True)
class Terms:
    """Everything that decides whether a motion is adopted.

    All shares given must hold (`need` "any": one is enough). The quorum counts whatever
    `approval_base` names, over `quorum_base`. Days are whole days; None means that the law is
    silent. `notice_by_law` is False where the notice is the product's own default.
    """

    preset: str
    unit: str
    counters: tuple[Counter, ...]
    quorum: Shares
    quorum_base: Base
    approval: Shares
    approval_base: Base
    notice_days: int
    objection_days: int
    secrecy: Secrecy
    source: str
    need: Literal["all", "any"] = "all"
    notice_by_law: bool = True
    publish_for_days: int | None = None
    publish_for_workdays: int | None = None
    publish_within_days: int | None = None
    proxy_cap: int | None = None
    party_study: bool = False
    effect: Effect = Effect.BINDING
    unreturned: Literal["exclude"] = "exclude"
    note: str = ""

    @property
    def at_meeting(self) -> bool:
        """Whether those present are what counts, as in a meeting of residents or representatives."""
        return self.approval_base is Base.PRESENT

    @property
    def weighted(self) -> bool:
        """Whether ballots weigh unequally, by area (Civil Code, art. 278)."""
        return Counter.AREA in self.counters
