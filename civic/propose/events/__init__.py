"""What happens in Propose, past tense."""

from civic.propose.events.clock import CategorySet, DateMissed, DatePutOff, WaitBegun, WaitEnded
from civic.propose.events.ladder import HandUpMissed, IssueHandedUp, IssueTakenOn
from civic.propose.events.mediation import (
    AgreementReviewed,
    MediationBegun,
    MediationEnded,
    MediationSessionSet,
)
from civic.propose.events.merged import (
    EndorsementWithdrawn,
    IssueJoined,
    IssueMerged,
    OutcomeTold,
    SupporterCame,
    SupporterStayed,
)
from civic.propose.events.objected import (
    ContestUnanswered,
    DeclineConfirmed,
    DeclineContested,
    DeclineOverturned,
)
from civic.propose.events.petitions import (
    PetitionEnded,
    PetitionSigned,
    PetitionStarted,
    PetitionSucceeded,
    SignatureChecked,
    SignatureEntered,
    SignatureWithdrawn,
)
from civic.propose.events.private import NatureCorrected, PublicAgreed
from civic.propose.events.raised import (
    FoundReported,
    HandoversEntered,
    IssueEndorsed,
    IssueRaised,
    IssueVerified,
    SafetyTaken,
)
from civic.propose.events.rounds import DoorsNoted, RoundEnded, RoundPlanned
from civic.propose.events.settled import (
    IssueAccepted,
    IssueDeclined,
    IssueHandled,
    IssueRouted,
    RouteAnswered,
)

__all__ = [
    "AgreementReviewed",
    "CategorySet",
    "ContestUnanswered",
    "DateMissed",
    "DatePutOff",
    "DeclineConfirmed",
    "DeclineContested",
    "DeclineOverturned",
    "DoorsNoted",
    "EndorsementWithdrawn",
    "FoundReported",
    "HandUpMissed",
    "HandoversEntered",
    "IssueAccepted",
    "IssueDeclined",
    "IssueEndorsed",
    "IssueHandedUp",
    "IssueHandled",
    "IssueJoined",
    "IssueMerged",
    "IssueRaised",
    "IssueRouted",
    "IssueTakenOn",
    "IssueVerified",
    "MediationBegun",
    "MediationEnded",
    "MediationSessionSet",
    "NatureCorrected",
    "OutcomeTold",
    "PetitionEnded",
    "PetitionSigned",
    "PetitionStarted",
    "PetitionSucceeded",
    "PublicAgreed",
    "RoundEnded",
    "RoundPlanned",
    "RouteAnswered",
    "SafetyTaken",
    "SignatureChecked",
    "SignatureEntered",
    "SignatureWithdrawn",
    "SupporterCame",
    "SupporterStayed",
    "WaitBegun",
    "WaitEnded",
]
