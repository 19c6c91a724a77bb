"""Matters that are nobody else's business: what is public of them, and when that may change (domain §6)."""

from collections.abc import Collection

from civic.core.message import Message, say
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules.matters import Nature
from civic.propose.rules.road import Phase

PRIVATE: frozenset[Nature] = frozenset({Nature.DISPUTE, Nature.PRIVATE_SERVICE})
"""Never public by default: welfare and quarrels (domain §6, Civil Code 1032)."""

NEUTRAL: dict[Nature, Message] = {
    Nature.DISPUTE: say("A quarrel between neighbours (not public)"),
    Nature.PRIVATE_SERVICE: say("One person's service (not public)"),
}
"""How such a matter is called everywhere, in the community's language."""

OPEN_NATURES = [nature for nature in Nature if nature not in PRIVATE]


def is_private(nature: str | None) -> bool:
    """Whether a matter of this nature is nobody else's business."""
    return nature in PRIVATE


def may_correct(phase: Phase, nature: str | None, target: Nature | None, *, agreed: bool) -> Verdict:
    """While it is not said what becomes of it; private words become public only with the raiser's consent."""
    if phase is not Phase.VERIFIED:
        return no(say("The kind of matter can be corrected until it is said what becomes of it."))
    if target is not None and target.value == nature:
        return no(say("It is of this kind already."))
    if is_private(nature) and not agreed and (target is None or target not in PRIVATE):
        return no(say("It becomes public only when the raiser agrees. That is recorded on its page."))
    return YES


def may_agree(phase: Phase, *, private: bool, agreed: bool) -> Verdict:
    """To make it public: while it is private and undecided, once."""
    if not private:
        return no(say("This issue is public already."))
    if agreed:
        return no(say("It is recorded already that the raiser agrees."))
    if phase is not Phase.VERIFIED:
        return no(say("This issue has moved on. Please look at its page for what is next."))
    return YES


def may_read(*, raiser: bool, collector: bool, everywhere: bool, heads_here: bool) -> bool:
    """The raiser, who entered it, committee and supervisors, the head of that building or entrance."""
    return raiser or collector or everywhere or heads_here


def natures_to(nature: str | None) -> Collection[Nature]:
    """What it may be corrected to."""
    return [each for each in Nature if each.value != nature]
