"""What was done for somebody, said to them; kinds of help and of consent in words."""

from collections.abc import Mapping

from civic.core.message import Message, say, say_p
from civic.people.tables import Consent, HelperKind

DONE: Mapping[str, Message] = {
    "propose:issue_raised": say("An issue was raised for you"),
    "propose:issue_endorsed": say("An issue was endorsed for you"),
    "propose:endorsement_withdrawn": say("An endorsement was taken back for you"),
    "propose:supporter_stayed": say("You were kept behind a merged issue alone"),
    "propose:supporter_came": say("You were taken along with a merged issue"),
    "propose:decline_contested": say("An objection to a decline was made for you"),
    "discuss:contribution_made": say("A contribution to the discussion was made for you"),
    "discuss:reply_made": say("A reply in the discussion was made for you"),
    "discuss:contribution_reported": say("A contribution was reported for you"),
    "discuss:hiding_appealed": say("An appeal against a hiding was made for you"),
    "discuss:statement_suggested": say("A statement for an opinion map was suggested for you"),
    "discuss:opinion_given": say("A statement of an opinion map was answered for you"),
    "discuss:opinion_taken_back": say("An answer to a statement was taken back for you"),
    "notices:objection_made": say("An objection was made for you"),
    "decide:ballot_cast": say("A ballot was cast for you"),
    "supervise:key_turned": say("A key of the close-out was turned for you"),
    "supervise:close_out_refused": say("A close-out was refused for you"),
    "supervise:issue_reopened": say("An issue was reopened for you"),
    "supervise:rating_given": say("A grade was given for you"),
    "supervise:observation_recorded": say("A look was recorded for you"),
    "people:correction_asked": say("A correction of the roll was asked for you"),
    "people:correction_withdrawn": say("A request for correction was taken back for you"),
}
"""By the kind of the event; never what a ballot or a grade said."""

SOMETHING = say("Something was entered for you")
"""For kinds that are not named above: nothing done for somebody is left out."""

CONSEQUENCES = frozenset(
    {
        "notices:notice_posted", "notices:notice_lapsed", "supervise:issue_closed_out",
        "supervise:rating_opened",
    }
)  # fmt: skip
"""What follows from an act by itself: not done for anybody."""

KINDS: Mapping[str, Message] = {
    HelperKind.RELATIVE.value: say_p("a helper", "Relative or friend"),
    HelperKind.BUILDING_HEAD.value: say_p("a helper", "Building head or entrance head"),
    HelperKind.VOLUNTEER.value: say_p("a helper", "Volunteer"),
}
"""By consent: what is offered to choose."""
ALL_KINDS: Mapping[str, Message] = {
    **KINDS,
    HelperKind.GUARDIAN.value: say_p("a helper", "Guardian"),
    HelperKind.REPRESENTATIVE.value: say_p("a helper", "Representative of the organisation"),
}
"""By law too."""
DOCUMENTS: Mapping[str, Message] = {
    "licence": say("Business licence, naming the legal representative"),
    "authorisation": say("Authorisation with the organisation's seal"),
    "register": say("Household register or birth certificate, naming the parent"),
    "designation": say("Designation by the residents' committee or the civil affairs office"),
    "court": say("Decision of a court"),
}
CONSENTS: Mapping[str, Message] = {
    Consent.OWN_ACCOUNT.value: say_p("a consent", "agreed on their own account"),
    Consent.PAPER.value: say_p("a consent", "agreed on paper"),
    Consent.IN_PERSON.value: say_p("a consent", "agreed by word of mouth"),
    Consent.DOCUMENT.value: say_p("a consent", "by a document that was seen"),
}


def done_words(kind: str) -> Message:
    """The sentence for what a helper did."""
    return DONE.get(kind, SOMETHING)
