"""A share in words, as the law says it."""

from civic.core.message import Message, say, say_p
from civic.core.share import Share

_KNOWN = {
    ">1/2": say("more than half"),
    ">2/3": say("more than two thirds"),
    ">=2/3": say("two thirds or more"),
    ">=3/4": say("three quarters or more"),
    ">=1/3": say("one third or more"),
    ">=1/5": say("one fifth or more"),
    ">=1/10": say("one tenth or more"),
    ">=1/1": say_p("share", "everyone"),
}


def share_words(share: Share) -> Message:
    """The share in words: 以上 includes the number, 过半数 and 超过 do not (Civil Code, art. 1259)."""
    known = _KNOWN.get(str(share))
    if known is not None:
        return known
    if share.strict:
        return say("more than %(num)s/%(den)s", num=share.num, den=share.den)
    return say("%(num)s/%(den)s or more", num=share.num, den=share.den)
