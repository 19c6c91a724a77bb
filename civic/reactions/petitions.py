"""When something happens to a petition, or beside one, do these acts."""

from civic.discuss import acts as discuss
from civic.propose import acts as propose
from civic.propose import events as proposed
from civic.propose.rules.petition import POSTED_DAYS, petition_words
from civic.propose.tables import Issue
from civic.reactions.words import issue_of, written
from civic.work import UnitOfWork


def count_petition(work: UnitOfWork, event: proposed.PetitionSigned | proposed.SignatureChecked) -> None:
    """With each signature that counts a petition may have enough."""
    propose.settle_petition(work, event.petition_id)


def overtake_petition(
    work: UnitOfWork, event: proposed.IssueAccepted | proposed.IssueVerified | proposed.NatureCorrected
) -> None:
    """A petition ends when the committee takes the matter up, or finds it a private one."""
    propose.overtake_petition(work, issue_of(event))


def put_on_agenda(work: UnitOfWork, event: proposed.PetitionSucceeded) -> None:
    """What enough neighbours want is discussed: its own text, and that they wanted it."""
    issue = work.get(Issue, issue_of(event))
    because = written(work, [petition_words(event.signed, event.bar)])
    propose.take_up_petition(
        work,
        issue.id,
        event.petition_id,
        background=f"{because}\n{issue.facts}",
        scope=issue.wish,
        reason=because,
    )
    discuss.open_topic(work, issue.id, POSTED_DAYS)
