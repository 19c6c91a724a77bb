"""Ask first who may decide: the route of each kind of matter (domain 2.2)."""

from civic.core.message import say
from civic.core.verdict import YES, Verdict, no
from civic.decide.rules.kinds import Effect
from civic.decide.rules.nature import Nature, Route
from civic.decide.rules.presets import preset
from civic.decide.rules.route_table import ROUTES

BY_REPRESENTATIVES = frozenset({"RES_REP", "VIL_REP"})


def route(nature: Nature) -> Route:
    """Who decides a matter of this nature, how, and why."""
    return ROUTES[nature]


def may_call_vote(
    nature: Nature,
    preset_id: str,
    effect: Effect,
    *,
    authorisation: str | None = None,
    used: str | None = None,
) -> Verdict:
    """Whether a vote of this effect may be called on such a matter.

    `authorisation` is the reference of the residents' (villagers') meeting that empowered its
    representatives; without one they may not decide (Residents' Committees, art. 30; Villagers'
    Committees, art. 29). `used` is the body chosen where a preset offers several. An unknown
    preset id is refused like one of another body.
    """
    way = ROUTES[nature]
    if way.effect is None:
        return no(way.reason)
    if effect is Effect.BINDING and way.effect is Effect.OPINION:
        return no(say("No vote can decide this: the departments decide. Residents can state their opinion."))
    if preset_id not in way.presets:
        return no(say("This body may not decide this matter. It belongs to: %(body)s.", body=way.body))
    if not preset(preset_id, used).by_vote:
        return no(say("This path knows no vote: record what was agreed, and the dissent."))
    return may_act_for_all(used or preset_id, authorisation)


def may_act_for_all(preset_id: str, authorisation: str | None) -> Verdict:
    """Whether representatives show their authority (Residents' Committees, art. 30)."""
    if preset_id in BY_REPRESENTATIVES and not (authorisation or "").strip():
        return no(
            say(
                "Representatives decide only what the full meeting has authorised. Please give its reference."
            )
        )
    return YES
