"""The subject of an act of this room: the topic, its issue, what kind of matter it is."""

from dataclasses import dataclass

from civic.discuss import queries
from civic.discuss.rules import WITHDRAWN
from civic.discuss.tables import Contribution, Outcome, Topic
from civic.propose.rules import Nature
from civic.propose.tables import Issue
from civic.work import UnitOfWork


def topic_of(work: UnitOfWork, topic_id: int) -> tuple[Topic, Issue]:
    """The topic and its issue; `NotFound` if they are not of this community."""
    topic = work.get(Topic, topic_id)
    return topic, work.get(Issue, topic.issue_id)


def nature_of(issue: Issue) -> Nature:
    """What kind of matter it is; one that was never classified is everybody's."""
    return Nature(issue.nature or Nature.SELF_GOVERNANCE.value)


@dataclass(frozen=True)
class Spoken:
    """A contribution or a reply with what is around it."""

    said: Contribution
    topic: Topic
    issue: Issue
    outcome: Outcome | None

    @property
    def withdrawn(self) -> bool:
        """Whether its text is gone."""
        return self.said.stance == WITHDRAWN

    @property
    def hidden(self) -> bool:
        """Whether the committee keeps it out of sight."""
        return bool(self.said.hidden_ground)

    def own(self, work: UnitOfWork) -> bool:
        """Whether it is the actor's."""
        return work.actor is not None and work.actor.person_id == self.said.person_id


def spoken_of(work: UnitOfWork, contribution_id: int, *, lock: bool = False) -> Spoken:
    """All of it; `NotFound` if it is not of this community."""
    said = work.get(Contribution, contribution_id, lock=lock)
    topic, issue = topic_of(work, said.topic_id)
    return Spoken(said, topic, issue, queries.outcome_of(work, issue.id))


def helping(work: UnitOfWork) -> bool:
    """Whether somebody acts in another's place."""
    return work.actor is not None and work.actor.helper_id is not None
