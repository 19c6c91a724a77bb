"""The routes themselves, one a nature (domain 2.2)."""

from civic.core.message import say
from civic.decide.rules.kinds import Effect
from civic.decide.rules.nature import Nature, Route
from civic.decide.rules.owner_routes import OWNER_ROUTES

MEETINGS = ("RES_MEETING_PERSON", "RES_MEETING_HOUSE", "RES_REP")

RESIDENT_ROUTES = (
    Route(
        Nature.SELF_GOVERNANCE,
        say("residents' meeting, or the representatives' meeting if authorised"),
        MEETINGS,
        Effect.BINDING,
        say("Party study, notice, meeting, publication for 15 days"),
        say(
            "Matters that touch all residents are decided by their meeting (Residents' Committees Law, art. 30)."
        ),
    ),
    Route(
        Nature.CHARTER,
        say("residents' meeting, or the representatives' meeting if authorised"),
        ("RES_CHARTER", *MEETINGS),
        Effect.BINDING,
        say("Party study, notice, meeting, publication for 15 days, filing with the subdistrict office"),
        say("The covenant and the charter are adopted by the residents and filed (arts. 30 and 31)."),
    ),
    Route(
        Nature.VILLAGE,
        say("villagers' meeting, or the villagers' representatives if authorised"),
        ("VIL_MEETING_PERSON", "VIL_MEETING_HOUSE", "VIL_REP", "VIL_GROUP", "FOUR_TWO"),
        Effect.BINDING,
        say("Party study, notice, meeting, publication for 15 days"),
        say("Village works and levies are decided by the villagers (Villagers' Committees Law)."),
    ),
    Route(
        Nature.COLLECTIVE_ASSETS,
        say("members' assembly of the collective economic organisation"),
        ("COOP_MEMBERS",),
        Effect.BINDING,
        say("Party study, notice of 10 days, members' assembly, publication"),
        say("Collective assets belong to the members, who decide with two thirds of all."),
    ),
)

OTHER_ROUTES = (
    Route(
        Nature.PUBLIC_ORDER,
        say("government departments"),
        ("RES_DELIBERATE", "RES_REP", "RES_MEETING_PERSON", "RES_MEETING_HOUSE", "POLL"),
        Effect.OPINION,
        say("deliberation, opinion of the residents, promises, work orders to the departments"),
        say("Street stalls, illegal building, traffic and expropriation are for the authorities to decide."),
    ),
    Route(
        Nature.PRIVATE_SERVICE,
        say("the service counter of the community"),
        (),
        None,
        say("fast track: done on the spot, on your behalf, or with guidance"),
        say("This concerns one household only. It is handled directly, without a vote."),
    ),
    Route(
        Nature.DISPUTE,
        say("people's mediation committee"),
        (),
        None,
        say("voluntary mediation, in private; an agreement binds both sides"),
        say("A quarrel between neighbours is mediated in private. Nobody votes on it."),
    ),
    Route(
        Nature.EMERGENCY,
        say("the committee concerned, confirmed by the subdistrict office"),
        ("OWN_FUND_EMERGENCY",),
        None,
        say("act first; publish and audit afterwards"),
        say(
            "Danger does not wait for a vote: act first, publish and account for it afterwards (Civil Code, art. 281)."
        ),
    ),
)

ROUTES = {row.nature: row for row in (*RESIDENT_ROUTES, *OWNER_ROUTES, *OTHER_ROUTES)}
