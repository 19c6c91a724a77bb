"""What happens in Decide, past tense."""

from civic.decide.events.ballots import BallotCast, BallotChanged, DeliveryRecorded, SheetKeyed, SheetSettled
from civic.decide.events.occasion import RollCorrected, VoteClosed, VoteNotified, VoteOpened
from civic.decide.events.results import ResultDeclared, VoteFinalised, VoteVoided

__all__ = [
    "BallotCast",
    "BallotChanged",
    "DeliveryRecorded",
    "ResultDeclared",
    "RollCorrected",
    "SheetKeyed",
    "SheetSettled",
    "VoteClosed",
    "VoteFinalised",
    "VoteNotified",
    "VoteOpened",
    "VoteVoided",
]
