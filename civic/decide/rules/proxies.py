"""Voting for somebody else: in writing, for few, and never passed on."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.decide.rules.terms import Terms


def may_appoint_proxy(terms: Terms, *, held_already: int, itself_proxied: bool = False) -> Verdict:
    """Whether one more voter may be represented by this agent, who holds `held_already` mandates.

    The cap is the preset's (Weifang: 3; Residents' Committees, art. 18: 3); None means no number
    in law. A mandate is never handed on (counting, proxies).
    """
    if terms.proxy_cap == 0:
        return no(say("Nobody can be represented here; each member votes in person."))
    if itself_proxied:
        return no(say("Whoever is represented cannot represent others."))
    if terms.proxy_cap is not None and held_already >= terms.proxy_cap:
        return no(say("One person may represent at most %(cap)s others.", cap=terms.proxy_cap))
    return YES
