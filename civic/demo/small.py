"""Small issues: one from its sentence to its end, settled within days."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from civic.demo.scene import Act, scene
from civic.demo.story import Story
from civic.propose import acts as propose
from civic.propose.rules import Nature


@dataclass(frozen=True)
class Small:
    """One issue from its sentence to its end; who checks it, and what becomes of it."""

    thread: str
    raised: str
    raiser: str
    building: int
    category: str
    title: str
    facts: str
    wish: str
    findings: str
    nature: Nature
    end: Act
    checked_by: str = "郝建平"
    days: int = 3
    """From the sentence to its end."""
    later: tuple[int, Act] | None = None
    """What comes so many days after that."""


def announce(small: Small) -> None:
    """Raised at the printed hour, checked the next working morning, ended two days after that."""
    first = datetime.fromisoformat(small.raised)

    def raised(story: Story) -> None:
        with story.acting(small.raiser) as work:
            issue = propose.raise_issue(
                work, title=small.title, facts=small.facts, wish=small.wish, category=small.category,
                building_id=story.building(small.building),
            )  # fmt: skip
            story.noted[small.thread] = issue.id

    def checked(story: Story) -> None:
        with story.acting(small.checked_by) as work:
            propose.verify_issue(work, story.issue, findings=small.findings, nature=small.nature)

    scene(small.thread, small.raised)(raised)
    scene(small.thread, f"{(first + timedelta(days=1)).date()} 10:00")(checked)
    scene(small.thread, f"{(first + timedelta(days=small.days)).date()} 15:00")(small.end)
    if small.later:
        after, act = small.later
        scene(small.thread, f"{(first + timedelta(days=small.days + after)).date()} 10:30")(act)


def handled(mode: str, what: str, trips: int = 0) -> Act:
    """Done at once, on the person's behalf, or by guidance."""

    def act(story: Story) -> None:
        with story.acting("范玉珍") as work:
            propose.handle_issue(work, story.issue, mode=mode, what=what, trips=trips)

    return act


def declined(reason: str) -> Act:
    """Not taken up."""

    def act(story: Story) -> None:
        with story.acting("刘敏") as work:
            propose.decline_issue(work, story.issue, reason=reason)

    return act


def merged(into: str, reason: str) -> Act:
    """Goes on as part of another thread's issue."""

    def act(story: Story) -> None:
        with story.acting("刘敏") as work:
            reference = story.reference(into)
            propose.merge_issue(work, story.issue, into_reference=reference, reason=reason)

    return act


def routed(receiver: str, receipt: str, reason: str) -> Act:
    """Handed to whoever is responsible."""

    def act(story: Story) -> None:
        with story.acting("刘敏") as work:
            propose.route_issue(work, story.issue, receiver=receiver, receipt=receipt, reason=reason, days=10)

    return act


def answered(answer: str) -> Act:
    """What the responsible body answered."""

    def act(story: Story) -> None:
        with story.acting("刘敏") as work:
            propose.answer_route(work, story.issue, answer=answer)

    return act
