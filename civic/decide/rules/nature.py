"""The route of a matter of some nature: it settles who may decide, before anyone counts (domain 2.2)."""

from dataclasses import dataclass

from civic.core.message import Message
from civic.decide.rules.kinds import Effect
from civic.propose.rules import Nature

__all__ = ["Nature", "Route"]


@dataclass(frozen=True)
class Route:
    """Who decides, under which presets, with what effect, by which path, and why.

    `effect` None: no vote of any kind is called on it.
    """

    nature: Nature
    body: Message
    presets: tuple[str, ...]
    effect: Effect | None
    path: Message
    reason: Message
