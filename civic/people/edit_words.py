"""How what is edited by hand is said: kin, shares, who can be entered, why an account is suspended."""

from collections.abc import Mapping
from fractions import Fraction

from civic.core.message import Message, say, say_p
from civic.people.rules.editing import SHARE_WRONG, SUSPENDED_FOR
from civic.people.tables import Kin, PersonKind

KIN: Mapping[str, Message] = {
    Kin.SPOUSE: say_p("kin", "Spouse"),
    Kin.PARENT: say_p("kin", "Parent"),
    Kin.CHILD: say_p("kin", "Child"),
    Kin.SIBLING: say_p("kin", "Brother or sister"),
}
"""Read as: the other is the spouse, parent … of this person."""
KIN_TOO: Mapping[str, Message] = {
    **KIN,
    "grandparent": say_p("kin", "Grandparent"),
    "grandchild": say_p("kin", "Grandchild"),
    "": say_p("kin", "Close kin"),
}
"""What follows from a household or from two steps, besides."""
WHO_OWNS: Mapping[str, Message] = {
    PersonKind.PERSON: say("A person"),
    PersonKind.ORGANISATION: say("An organisation: it can own, but lives nowhere"),
}
GONE: Mapping[str, Message] = {
    "died": say_p("why somebody is off the roll", "Died"),
    "left": say_p("why somebody is off the roll", "Moved away for good"),
}
WHY_SUSPENDED: Mapping[str, Message] = dict(
    zip(
        SUSPENDED_FOR,
        (
            say("Somebody else uses the account, or it is misused"),
            say("The phone was lost"),
            say("They asked for it themselves"),
        ),
        strict=True,
    )
)
WHY_SHARE: Mapping[str, Message] = dict(
    zip(
        SHARE_WRONG,
        (
            say("It was typed wrongly"),
            say("The real-estate register says otherwise"),
            say("The imported list named no share"),
        ),
        strict=True,
    )
)


def share_words(share: Fraction) -> Message:
    """Alone, or which part."""
    if share == 1:
        return say("alone")
    return say("a share of %(num)s/%(den)s", num=share.numerator, den=share.denominator)
