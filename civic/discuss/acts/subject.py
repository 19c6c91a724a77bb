"""The subject of an act of this room: the topic, its issue, what kind of matter it is."""

from civic.discuss.tables import Topic
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
