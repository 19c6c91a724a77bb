"""How shares of a dwelling are said."""

from fractions import Fraction

from civic.core.message import Message, say


def share_words(share: Fraction) -> Message:
    """Alone, or which part."""
    if share == 1:
        return say("alone")
    return say("a share of %(num)s/%(den)s", num=share.numerator, den=share.denominator)
