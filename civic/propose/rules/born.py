"""What is private from its first minute, and who may make it public when it is checked."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.propose.rules.matters import Nature
from civic.propose.rules.private import PRIVATE

BORN_PRIVATE: dict[str, Nature] = {"disputes": Nature.DISPUTE, "hardship": Nature.PRIVATE_SERVICE}
"""Categories under which a matter is private from its first minute, and as what it is taken until it is checked."""


def may_lift(target: Nature, *, committee: bool, because: str) -> Verdict:
    """What was private from birth becomes public at its check by the committee alone, with a reason."""
    if target in PRIVATE:
        return YES
    if not committee:
        return no(
            say("It was raised as a private matter. Only the committee makes it public, with a reason.")
        )
    return (
        YES
        if because
        else no(say("It was raised as a private matter. Please say why everybody may read it."))
    )
