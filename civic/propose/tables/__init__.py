"""What Propose keeps."""

from civic.propose.tables.added import Addition
from civic.propose.tables.drafts import Draft
from civic.propose.tables.following import Following, LastLook
from civic.propose.tables.issues import (
    PROMISED_SQL,
    STATUS_SQL,
    Endorsement,
    Handover,
    Issue,
    MovedDate,
    Wait,
)
from civic.propose.tables.mediation import Mediation, MediationParty, MediationSession
from civic.propose.tables.petitions import Petition, Signature
from civic.propose.tables.private import PrivateWords
from civic.propose.tables.rounds import Round, RoundDoor
from civic.propose.tables.settled import Carried, DeclineObjection, HandUp

__all__ = [
    "PROMISED_SQL",
    "STATUS_SQL",
    "Addition",
    "Carried",
    "DeclineObjection",
    "Draft",
    "Endorsement",
    "Following",
    "HandUp",
    "Handover",
    "Issue",
    "LastLook",
    "Mediation",
    "MediationParty",
    "MediationSession",
    "MovedDate",
    "Petition",
    "PrivateWords",
    "Round",
    "RoundDoor",
    "Signature",
    "Wait",
]
