"""Ways to the roll and on from it, each only for whom it opens."""

from civic.core.message import Message, say, say_p
from civic.permissions import Permission
from civic.work import UnitOfWork

P = Permission
Ways = tuple[tuple[Permission, str, Message], ...]
FROM_ME: Ways = (
    (P.READ_ROLL, "/admin/people", say_p("the roll", "People")),
    (P.APPOINT, "/admin/offices", say("Give and end offices")),
    (P.READ_LOOKS, "/admin/looks", say("Who looked at whose data")),
    (P.READ_LOOKS, "/admin/codes", say("Codes that were given")),
)
"""From the page about oneself."""
OWN: Ways = (
    (P.ASK_CORRECTION, "/me/entry", say("My entry on the roll")),
    (P.AGREE_HELP, "/me/helpers", say("Who may act for me")),
    (P.FOLLOW, "/me/following", say("What you follow")),
    (P.READ_ME, "/me/helping", say("For whom I act")),
    (P.HAND_OVER, "/offices", say("Who holds which office")),
    (P.ASK_CORRECTION, "/buildings", say("Buildings and their heads")),
)
"""What concerns oneself; a helper is not led to what is the person's alone."""
FROM_ROLL: Ways = (
    (P.READ_ROLL, "/admin/buildings", say("Buildings and dwellings")),
    (P.EDIT_ROLL, "/admin/people/new", say("Enter a person")),
    (P.ISSUE_SLIPS, "/admin/slips", say("Household slips")),
    (P.IMPORT_ROLL, "/admin/import", say("Import a list")),
    (P.ANSWER_CORRECTION, "/admin/corrections", say("Requests for correction")),
    (P.APPOINT, "/admin/offices", say("Give and end offices")),
    (P.EXPORT_ROLL, "/admin/exports", say("Take a list out")),
    (P.READ_LOOKS, "/admin/looks", say("Who looked at whose data")),
)


def my_doors(work: UnitOfWork) -> list[tuple[str, Message]]:
    """For whoever keeps the roll or watches over it: address and name; nothing for others."""
    return _open(work, FROM_ME)


def own_doors(work: UnitOfWork) -> list[tuple[str, Message]]:
    """For everybody at home here: the own entry, helpers, whom one helps; address and name."""
    helping = work.actor is not None and work.actor.helper_id is not None
    return [door for door in _open(work, OWN) if not (helping and door[0] == "/me/helping")]


def roll_doors(work: UnitOfWork) -> list[tuple[str, Message]]:
    """From the page of the roll: address and name."""
    return _open(work, FROM_ROLL)


def _open(work: UnitOfWork, ways: Ways) -> list[tuple[str, Message]]:
    return [(path, name) for permission, path, name in ways if work.may(permission)]
