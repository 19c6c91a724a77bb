"""Who may do what: standing to the subject × permission. Rules say when; this file says who.

Published at /permissions. Source: the "Roles × actions" table of the domain paper.
"""

from collections.abc import Iterable
from enum import StrEnum

from civic.core.message import Message, joined, say, say_p
from civic.core.verdict import YES, Verdict, not_allowed


class Standing(StrEnum):
    """Who you are to this subject."""

    VISITOR = "visitor"
    RESIDENT = "resident"
    OWNER = "owner"
    TENANT = "tenant"
    RAISER = "raiser"
    AFFECTED = "affected"
    ON_THE_ROLL = "on_the_roll"
    LEAD = "lead"
    BUILDING_HEAD = "building_head"
    ENTRANCE_HEAD = "entrance_head"
    REPRESENTATIVE = "representative"
    COMMITTEE = "committee"
    PARTY_COMMITTEE = "party_committee"
    GRID_WORKER = "grid_worker"
    OWNERS_COMMITTEE = "owners_committee"
    PROPERTY_FIRM = "property_firm"
    SUPERVISOR = "supervisor"
    ADVISOR = "advisor"
    CITIZEN_WATCH = "citizen_watch"
    VOLUNTEER = "volunteer"
    DEPARTMENT = "department"
    CLERK = "clerk"
    ADMINISTRATOR = "administrator"
    SUSPENDED = "suspended"


S = Standing
NEIGHBOURS = frozenset({S.RESIDENT, S.OWNER, S.TENANT})
HEADS = frozenset({S.BUILDING_HEAD, S.ENTRANCE_HEAD})
"""楼长 and 单元长: the same rights, over a building or an entrance of it."""
COLLECTORS = HEADS | {S.REPRESENTATIVE, S.COMMITTEE, S.GRID_WORKER, S.VOLUNTEER}
RELATIVE = frozenset({S.RAISER, S.AFFECTED, S.ON_THE_ROLL, S.LEAD})
"""Standings that depend on the subject: the act itself must ask for them."""
EVERYONE_SIGNED_IN = frozenset(Standing) - {S.VISITOR, S.SUSPENDED, S.ADMINISTRATOR} - RELATIVE
"""Everybody with a home or an office here."""

IN_OFFICE = frozenset(Standing) - {S.VISITOR, S.SUSPENDED} - NEIGHBOURS - RELATIVE
"""Whoever holds an office."""


class Permission(StrEnum):
    """room:thing:act."""

    READ = "road:page:read"
    SIGN_IN = "people:session:begin"
    SIGN_OUT = "people:session:end"
    SET_LOOK = "people:look:set"
    READ_ME = "people:me:read"
    KEEP_ACCOUNT = "people:account:keep"
    READ_ROLL = "people:roll:read"
    SHOW_PERSON = "people:person:show"
    EDIT_ROLL = "people:roll:edit"
    IMPORT_ROLL = "people:roll:import"
    EXPORT_ROLL = "people:roll:export"
    BREAK_GLASS = "people:glass:break"
    READ_LOOKS = "people:looks:read"
    APPOINT = "people:office:give"
    HAND_OVER = "people:office:hand_over"
    ISSUE_SLIPS = "people:slip:issue"
    GIVE_CODE = "people:code:give"
    COMPLAIN = "sealed:complaint:make"
    KEEP_COMPLAINTS = "sealed:complaint:keep"
    ASK_CORRECTION = "people:correction:ask"
    ANSWER_CORRECTION = "people:correction:answer"
    RECORD_CONSENT = "people:help:record"
    AGREE_HELP = "people:help:agree"
    ACT_FOR = "people:help:act"
    MOVE_CLOCK = "demo:clock:move"
    RAISE = "propose:issue:raise"
    RAISE_FOR = "propose:issue:raise_on_behalf"
    ENDORSE = "propose:issue:endorse"
    FOLLOW = "propose:issue:follow"
    VERIFY = "propose:issue:verify"
    REPORT_FOUND = "propose:issue:report_found"
    SETTLE = "propose:issue:settle"
    REFUSE = "propose:issue:refuse"
    PUT_ON_AGENDA = "propose:issue:put_on_agenda"
    HIDE_PICTURE = "pictures:picture:hide"
    MOVE_DATES = "propose:date:move"
    SET_CATEGORIES = "propose:category:set"
    START_PETITION = "propose:petition:start"
    SIGN_PETITION = "propose:petition:sign"
    ENTER_SIGNATURE = "propose:signature:enter"
    CHECK_SIGNATURE = "propose:signature:check"
    STAY_BEHIND = "propose:issue:stay_behind"
    NOTE_TOLD = "propose:issue:note_told"
    OBJECT_DECLINE = "propose:decline:object"
    ENTER_OBJECTION = "propose:decline:object_on_behalf"
    ANSWER_DECLINE = "propose:decline:answer"
    SETTLE_BUILDING = "propose:issue:settle_in_building"
    READ_PRIVATE = "propose:private:read"
    AGREE_PUBLIC = "propose:private:agree"
    MEDIATE = "propose:mediation:lead"
    READ_MEDIATION = "propose:mediation:read"
    PLAN_ROUND = "propose:round:plan"
    WALK_ROUND = "propose:round:walk"
    CONTRIBUTE = "discuss:contribution:make"
    FILE_OPTIONS = "discuss:option_paper:file"
    RECORD_PARLOUR = "discuss:parlour:record"
    CALL_TALK = "discuss:talk:call"
    RECORD_STUDY = "discuss:study:record"
    WRITE_OUTCOME = "discuss:outcome:write"
    MODERATE = "discuss:contribution:moderate"
    ANSWER_APPEAL = "discuss:appeal:answer"
    KEEP_MAP = "discuss:map:keep"
    ANSWER_MAP = "discuss:map:answer"
    OBJECT = "notices:objection:make"
    ANSWER_OBJECTION = "notices:objection:answer"
    NOTIFY_VOTE = "decide:vote:notify"
    READ_OWNER_ROLL = "decide:roll:read_names"
    CAST = "decide:ballot:cast"
    KEY_SHEET = "decide:sheet:key"
    COUNT = "decide:vote:count"
    ORDER_WORK = "manage:order:issue"
    ANSWER_ORDER = "manage:order:answer"
    START_WATCH = "supervise:watch:start"
    OBSERVE = "supervise:observation:record"
    DEMAND = "supervise:demand:make"
    ANSWER_DEMAND = "supervise:demand:answer"
    ASK_CLOSE = "supervise:close_out:ask"
    TURN_KEY_ONE = "supervise:close_out:first_key"
    TURN_KEY_TWO = "supervise:close_out:second_key"
    REFUSE_CLOSE = "supervise:close_out:refuse"
    RATE = "supervise:rating:give"
    ENTER_RATING = "supervise:rating:enter_on_behalf"
    CALL_BACK = "supervise:rating:call_back"
    REOPEN = "supervise:issue:reopen"


P = Permission
GRANTS: dict[Permission, frozenset[Standing]] = {
    P.READ: frozenset(Standing),
    P.SIGN_IN: frozenset(Standing),
    P.SIGN_OUT: frozenset(Standing),
    P.SET_LOOK: frozenset(Standing),
    P.MOVE_CLOCK: frozenset(Standing),
    P.READ_ME: frozenset(Standing) - {S.VISITOR},
    P.KEEP_ACCOUNT: frozenset(Standing) - {S.VISITOR},
    P.READ_ROLL: HEADS | {S.COMMITTEE, S.GRID_WORKER, S.ADMINISTRATOR},
    P.SHOW_PERSON: HEADS | {S.COMMITTEE, S.GRID_WORKER, S.ADMINISTRATOR},
    P.EDIT_ROLL: frozenset({S.COMMITTEE}),
    P.IMPORT_ROLL: frozenset({S.COMMITTEE}),
    P.EXPORT_ROLL: frozenset({S.COMMITTEE}),
    P.BREAK_GLASS: frozenset({S.ADMINISTRATOR}),
    P.READ_LOOKS: frozenset({S.SUPERVISOR, S.ADMINISTRATOR}),
    P.APPOINT: frozenset({S.COMMITTEE, S.ADMINISTRATOR}),
    P.HAND_OVER: IN_OFFICE | NEIGHBOURS,
    P.ISSUE_SLIPS: HEADS | {S.COMMITTEE},
    P.GIVE_CODE: HEADS | {S.COMMITTEE, S.GRID_WORKER},
    P.COMPLAIN: EVERYONE_SIGNED_IN,
    P.KEEP_COMPLAINTS: frozenset({S.SUPERVISOR}),
    P.ASK_CORRECTION: EVERYONE_SIGNED_IN,
    P.ANSWER_CORRECTION: frozenset({S.COMMITTEE}),
    P.RECORD_CONSENT: HEADS | {S.COMMITTEE},
    P.AGREE_HELP: EVERYONE_SIGNED_IN,
    P.ACT_FOR: EVERYONE_SIGNED_IN,
    P.RAISE: EVERYONE_SIGNED_IN,
    P.RAISE_FOR: COLLECTORS,
    P.ENDORSE: NEIGHBOURS | HEADS | {S.REPRESENTATIVE},
    P.FOLLOW: EVERYONE_SIGNED_IN,
    P.VERIFY: HEADS | {S.COMMITTEE, S.GRID_WORKER, S.OWNERS_COMMITTEE},
    P.REPORT_FOUND: frozenset({S.PROPERTY_FIRM}),
    P.SETTLE: frozenset({S.COMMITTEE}),
    P.REFUSE: frozenset({S.COMMITTEE, S.GRID_WORKER, S.OWNERS_COMMITTEE}),
    P.PUT_ON_AGENDA: frozenset({S.COMMITTEE, S.OWNERS_COMMITTEE}),
    P.HIDE_PICTURE: frozenset({S.COMMITTEE}),
    P.MOVE_DATES: frozenset({S.COMMITTEE}),
    P.SET_CATEGORIES: frozenset({S.COMMITTEE}),
    P.START_PETITION: NEIGHBOURS | {S.REPRESENTATIVE},
    P.SIGN_PETITION: NEIGHBOURS | {S.REPRESENTATIVE},
    P.ENTER_SIGNATURE: COLLECTORS,
    P.CHECK_SIGNATURE: COLLECTORS | {S.SUPERVISOR},
    P.STAY_BEHIND: EVERYONE_SIGNED_IN,
    P.NOTE_TOLD: COLLECTORS | {S.RAISER, S.AFFECTED},
    P.OBJECT_DECLINE: frozenset({S.RAISER, S.AFFECTED}),
    P.ENTER_OBJECTION: COLLECTORS,
    P.ANSWER_DECLINE: frozenset({S.SUPERVISOR}),
    P.SETTLE_BUILDING: HEADS,
    P.READ_PRIVATE: COLLECTORS | {S.RAISER, S.SUPERVISOR},
    P.AGREE_PUBLIC: COLLECTORS | {S.RAISER},
    P.MEDIATE: COLLECTORS | {S.PARTY_COMMITTEE, S.ADVISOR},
    P.READ_MEDIATION: EVERYONE_SIGNED_IN,
    P.PLAN_ROUND: HEADS | {S.COMMITTEE, S.GRID_WORKER},
    P.WALK_ROUND: COLLECTORS,
    P.CONTRIBUTE: EVERYONE_SIGNED_IN,
    P.FILE_OPTIONS: frozenset({S.ADVISOR, S.COMMITTEE}),
    P.RECORD_PARLOUR: HEADS | {S.COMMITTEE},
    P.CALL_TALK: HEADS | {S.COMMITTEE},
    P.RECORD_STUDY: frozenset({S.PARTY_COMMITTEE}),
    P.WRITE_OUTCOME: frozenset({S.COMMITTEE}),
    P.MODERATE: frozenset({S.COMMITTEE}),
    P.ANSWER_APPEAL: frozenset({S.SUPERVISOR}),
    P.KEEP_MAP: frozenset({S.COMMITTEE, S.ADVISOR}),
    P.ANSWER_MAP: NEIGHBOURS,
    P.OBJECT: NEIGHBOURS | HEADS | {S.REPRESENTATIVE, S.OWNERS_COMMITTEE, S.SUPERVISOR, S.VOLUNTEER},
    P.ANSWER_OBJECTION: frozenset({S.COMMITTEE, S.OWNERS_COMMITTEE}),
    P.NOTIFY_VOTE: frozenset({S.COMMITTEE, S.OWNERS_COMMITTEE}),
    P.READ_OWNER_ROLL: frozenset({S.OWNERS_COMMITTEE}),
    P.CAST: frozenset({S.ON_THE_ROLL}),
    P.KEY_SHEET: frozenset({S.CLERK}),
    P.COUNT: frozenset({S.COMMITTEE, S.OWNERS_COMMITTEE}),
    P.ORDER_WORK: frozenset({S.COMMITTEE, S.PARTY_COMMITTEE, S.OWNERS_COMMITTEE}),
    P.ANSWER_ORDER: frozenset({S.LEAD}),
    P.START_WATCH: frozenset({S.CITIZEN_WATCH, S.SUPERVISOR, S.COMMITTEE}),
    P.OBSERVE: NEIGHBOURS
    | HEADS
    | {S.CITIZEN_WATCH, S.SUPERVISOR, S.REPRESENTATIVE, S.OWNERS_COMMITTEE, S.VOLUNTEER},
    P.DEMAND: frozenset({S.SUPERVISOR}),
    P.ANSWER_DEMAND: frozenset({S.LEAD, S.COMMITTEE}),
    P.ASK_CLOSE: frozenset({S.LEAD, S.COMMITTEE}),
    P.TURN_KEY_ONE: frozenset({S.RAISER, S.SUPERVISOR}),
    P.TURN_KEY_TWO: frozenset({S.COMMITTEE, S.OWNERS_COMMITTEE}),
    P.REFUSE_CLOSE: frozenset({S.RAISER, S.SUPERVISOR, S.COMMITTEE, S.OWNERS_COMMITTEE}),
    P.RATE: frozenset({S.AFFECTED, S.RAISER}),
    P.ENTER_RATING: HEADS | {S.CLERK, S.VOLUNTEER},
    P.CALL_BACK: frozenset({S.COMMITTEE}),
    P.REOPEN: frozenset({S.RAISER, S.SUPERVISOR, S.COMMITTEE}),
}

NAMES: dict[Standing, Message] = {
    S.VISITOR: say("Visitor"),
    S.RESIDENT: say("Resident"),
    S.OWNER: say("Owner"),
    S.TENANT: say("Tenant"),
    S.RAISER: say("Raiser"),
    S.AFFECTED: say("Person affected"),
    S.ON_THE_ROLL: say("On the roll of the vote"),
    S.LEAD: say("Lead of the work order"),
    S.BUILDING_HEAD: say("Building head"),
    S.ENTRANCE_HEAD: say("Entrance head"),
    S.REPRESENTATIVE: say("Residents' representative"),
    S.COMMITTEE: say("Residents' committee"),
    S.PARTY_COMMITTEE: say("Community Party committee"),
    S.GRID_WORKER: say("Grid worker"),
    S.OWNERS_COMMITTEE: say("Owners' committee"),
    S.PROPERTY_FIRM: say("Property service firm"),
    S.SUPERVISOR: say("Supervisory committee"),
    S.ADVISOR: say("Advisory panel"),
    S.CITIZEN_WATCH: say("Citizen watch"),
    S.VOLUNTEER: say("Volunteer"),
    S.DEPARTMENT: say("Government department"),
    S.CLERK: say("Counting clerk"),
    S.ADMINISTRATOR: say("Administrator"),
    S.SUSPENDED: say("Suspended account"),
}


WORDS: dict[Permission, Message] = {
    P.READ: say("Read what is public"),
    P.SIGN_IN: say("Sign in"),
    P.SIGN_OUT: say("Sign out"),
    P.SET_LOOK: say("Choose text size, colours, language"),
    P.READ_ME: say("See the page about oneself"),
    P.KEEP_ACCOUNT: say("See to one's own sessions, password and second factor"),
    P.READ_ROLL: say("Search people and see buildings (heads and grid workers: their own)"),
    P.SHOW_PERSON: say("Show somebody's telephone and birthday; every look is logged"),
    P.EDIT_ROLL: say("Correct the roll by hand: buildings, dwellings, people, owners"),
    P.IMPORT_ROLL: say("Import a list into the roll, new or corrected"),
    P.EXPORT_ROLL: say("Take a list out of the roll, with a logged reason"),
    P.BREAK_GLASS: say("Look at the roll in an emergency, with a logged reason"),
    P.READ_LOOKS: say("Read who looked at whose data"),
    P.APPOINT: say("Give and end offices"),
    P.HAND_OVER: say("Hand over an office: whoever holds, held or follows in it"),
    P.ISSUE_SLIPS: say("Issue household slips and tick them off"),
    P.GIVE_CODE: say("Give somebody a one-time code in person"),
    P.COMPLAIN: say("Put a complaint about office-holders into the sealed box"),
    P.KEEP_COMPLAINTS: say("Read and answer the sealed box, unless it is about oneself or close kin"),
    P.ASK_CORRECTION: say("Ask for a correction of one's own entry"),
    P.ANSWER_CORRECTION: say("Answer a request for correction"),
    P.RECORD_CONSENT: say("Record that somebody lets another act for them"),
    P.AGREE_HELP: say("Let somebody act in one's own place"),
    P.ACT_FOR: say("Act for somebody who agreed to it"),
    P.MOVE_CLOCK: say("Move the clock of the demo"),
    P.RAISE: say("Raise an issue"),
    P.RAISE_FOR: say("Enter an issue for a neighbour"),
    P.ENDORSE: say("Endorse an issue"),
    P.FOLLOW: say("Follow issues, for oneself alone"),
    P.VERIFY: say(
        "Check an issue on the spot (heads: in their place; owners' committee: what comes to it first)"
    ),
    P.REPORT_FOUND: say("Tell the committee what one found and did, where the category names one first"),
    P.SETTLE: say("Route or handle an issue and enter the answer to it"),
    P.REFUSE: say("Decline or merge an issue, with a reason (owners' committee: owners' matters)"),
    P.PUT_ON_AGENDA: say("Put an issue on the agenda (owners' committee: owners' matters)"),
    P.HIDE_PICTURE: say("Hide a photo with a public reason"),
    P.MOVE_DATES: say("Put a date off, or wait for a named party, with a public reason"),
    P.SET_CATEGORIES: say("Set the categories and what is promised for each"),
    P.START_PETITION: say("Begin a petition that puts an issue on the agenda"),
    P.SIGN_PETITION: say("Sign a petition, as whoever was entitled when it began"),
    P.ENTER_SIGNATURE: say("Enter signatures from a petition's paper sheets"),
    P.CHECK_SIGNATURE: say("Check paper signatures that somebody else entered"),
    P.STAY_BEHIND: say("Stay behind one's own issue when it is merged into another"),
    P.NOTE_TOLD: say("Note that somebody knows what became of their issue or objection"),
    P.OBJECT_DECLINE: say("Object to a decline: whoever raised or endorsed the issue"),
    P.ENTER_OBJECTION: say("Enter an objection to a decline for a neighbour"),
    P.ANSWER_DECLINE: say("Answer an objection to a decline"),
    P.SETTLE_BUILDING: say("Settle a matter of one's own building there, or hand it up"),
    P.READ_PRIVATE: say("Read what is not public (heads: their place; others: what they entered)"),
    P.AGREE_PUBLIC: say("Agree that one's own matter becomes public, or note that the raiser agrees"),
    P.MEDIATE: say("Lead a mediation, as the mediator whom both sides accepted"),
    P.READ_MEDIATION: say(
        "Read a mediation (the two sides, its mediator; the committee without the agreement)"
    ),
    P.PLAN_ROUND: say("Plan a round of the listening team (heads: in their own place)"),
    P.WALK_ROUND: say("Go on a round of the listening team: one's own, or those one plans"),
    P.CONTRIBUTE: say("Contribute to a discussion"),
    P.FILE_OPTIONS: say("Publish the option paper and answer questions about it"),
    P.RECORD_PARLOUR: say("Record a meeting in the parlour"),
    P.CALL_TALK: say("Call a talk about a topic, move it or call it off"),
    P.RECORD_STUDY: say("Record a Party study"),
    P.WRITE_OUTCOME: say("Write the outcome of a discussion"),
    P.MODERATE: say("Answer reports; hide a contribution with a public reason"),
    P.ANSWER_APPEAL: say("Answer the appeal against a hiding"),
    P.KEEP_MAP: say("Open an opinion map and look over what is suggested for it"),
    P.ANSWER_MAP: say("Answer the statements of an opinion map and suggest some"),
    P.OBJECT: say("Object to a notice"),
    P.ANSWER_OBJECTION: say("Answer an objection"),
    P.NOTIFY_VOTE: say("Give notice of a vote"),
    P.READ_OWNER_ROLL: say(
        "See the names on the roll of an owners' vote of one's estate, while it is on; logged"
    ),
    P.CAST: say("Cast a ballot"),
    P.KEY_SHEET: say("Key in a paper ballot"),
    P.COUNT: say("Count and declare a result"),
    P.ORDER_WORK: say("Issue a work order"),
    P.ANSWER_ORDER: say("Accept, return and report on a work order"),
    P.START_WATCH: say("Begin to watch a promise"),
    P.OBSERVE: say("Record an observation"),
    P.DEMAND: say("Demand an answer about lateness"),
    P.ANSWER_DEMAND: say("Answer a demand"),
    P.ASK_CLOSE: say("Ask to close an issue"),
    P.TURN_KEY_ONE: say("Turn the first key of a close-out"),
    P.TURN_KEY_TWO: say("Turn the second key of a close-out"),
    P.REFUSE_CLOSE: say("Refuse a close-out"),
    P.RATE: say("Rate how it turned out"),
    P.ENTER_RATING: say("Enter a paper rating"),
    P.CALL_BACK: say("Call back people who were not satisfied"),
    P.REOPEN: say("Reopen an issue"),
}


_ADVICE = say(
    "Advice on an issue is given in the option paper, where it can be questioned, not as a finding."
)
_COMMENT = say(
    "What is written in a discussion is a comment, open to everybody here, with the office beside it; who sat at "
    "the table is what the meeting's record says."
)
_DRAWN = say("Whoever is drawn to count, or helps, is made a counting clerk for it.")
_UNSIGNED = say("The supervisory committee reads every step of a count; signing for it is not built yet.")
_NO_ROLL = say("The roll holds no contract data; whoever answers a matter reads what is written in it.")

DEPARTURES: dict[tuple[Permission, Standing], Message] = {
    (P.ENDORSE, S.OWNER): say(
        "Endorsing says that somebody cares and decides nothing: an owner may endorse any issue, once, not only "
        "what touches the own home."
    ),
    (P.VERIFY, S.ADVISOR): _ADVICE,
    (P.REFUSE, S.BUILDING_HEAD): say(
        "A building head settles matters in the building or hands them up; saying no is for the committee and the "
        "grid worker."
    ),
    (P.REFUSE, S.ADVISOR): _ADVICE,
    (P.CONTRIBUTE, S.GRID_WORKER): _COMMENT,
    (P.CONTRIBUTE, S.DEPARTMENT): _COMMENT,
    (P.NOTIFY_VOTE, S.SUPERVISOR): _UNSIGNED,
    (P.COUNT, S.RESIDENT): _DRAWN,
    (P.COUNT, S.OWNER): _DRAWN,
    (P.COUNT, S.REPRESENTATIVE): _DRAWN,
    (P.COUNT, S.VOLUNTEER): _DRAWN,
    (P.COUNT, S.SUPERVISOR): _UNSIGNED,
    (P.DEMAND, S.DEPARTMENT): say(
        "A department escalates in its own way; what comes of it the committee enters as an answer from outside."
    ),
    (P.READ_ROLL, S.PROPERTY_FIRM): _NO_ROLL,
    (P.READ_ROLL, S.DEPARTMENT): _NO_ROLL,
}
"""Where a grant differs from the table of roles (domain paper, section 4), and why; read out at /permissions."""

SUSPENDED_MAY = frozenset({P.READ, P.SIGN_IN, P.SIGN_OUT, P.SET_LOOK, P.READ_ME, P.KEEP_ACCOUNT})

GUARDED = frozenset({
    P.READ_ROLL, P.SHOW_PERSON, P.EDIT_ROLL, P.IMPORT_ROLL, P.EXPORT_ROLL, P.BREAK_GLASS, P.READ_LOOKS, P.APPOINT,
    P.ANSWER_CORRECTION, P.RECORD_CONSENT, P.GIVE_CODE, P.ISSUE_SLIPS, P.KEEP_COMPLAINTS,
})  # fmt: skip
"""What reaches everybody's data: whoever may do it needs the second factor (ASVS 6.3.3)."""

STEP_UP = frozenset({P.EXPORT_ROLL, P.BREAK_GLASS, P.APPOINT, P.COUNT})
"""Dangerous acts: the password once more if it was typed more than ten minutes ago (ASVS 7.5.3)."""

AS_NEIGHBOUR = frozenset({
    P.RAISE, P.ENDORSE, P.STAY_BEHIND, P.START_PETITION, P.SIGN_PETITION, P.OBJECT, P.OBJECT_DECLINE, P.RATE,
})  # fmt: skip
"""What everybody does as a neighbour: the record names no office, which would tell who of the building it was."""

NEVER_FOR_OTHERS = frozenset(
    {P.KEEP_ACCOUNT, P.AGREE_HELP, P.ACT_FOR, P.AGREE_PUBLIC, P.COMPLAIN, P.START_PETITION, P.SIGN_PETITION}
)
"""What no helper does in another's place."""


def granted(permission: Permission, standings: Iterable[Standing]) -> Standing | None:
    """The standing that grants it, in the order given; None if none does."""
    # Signed in with neither home nor office here, as when a term has ended: may read and leave.
    held = list(standings) or [S.SUSPENDED]
    if S.SUSPENDED in held and permission not in SUSPENDED_MAY:
        return None
    return next((standing for standing in held if standing in GRANTS[permission]), None)


def may(permission: Permission, standings: Iterable[Standing]) -> Verdict:
    """Yes, or a sentence that names who may."""
    held = list(standings)
    if granted(permission, held):
        return YES
    if held == [S.VISITOR]:
        return not_allowed(say("Please sign in first."))
    return not_allowed(say("This is for others: %(who)s.", who=_who(permission)))


def names_of(standings: Iterable[Standing]) -> list[Message]:
    """Their names in the order of this file."""
    held = set(standings)
    return [NAMES[s] for s in Standing if s in held]


def whose(standings: frozenset[Standing]) -> Message | None:
    """One word for many standings; None when they are few enough to be named."""
    if S.VISITOR in standings:
        return say("everybody")
    return say("everybody who is signed in here") if standings >= EVERYONE_SIGNED_IN else None


def _who(permission: Permission) -> Message:
    return whose(GRANTS[permission]) or joined(names_of(GRANTS[permission]), say_p("between offices", ", "))
