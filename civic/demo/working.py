"""What comes up again and again: orders given and done, issues closed out and rated."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.demo.story import Story
from civic.manage import acts as manage
from civic.manage.rules import TaskNature
from civic.propose.tables import Endorsement, Issue
from civic.supervise import acts as supervise
from civic.supervise.rules.grades import BAD
from civic.supervise.tables import CloseOut, Rating, RatingRound

COLLECTORS = ("许静", "林娜", "高远")
"""Who enters paper forms."""


def order(
    story: Story, by: str, lead: str, task: str, nature: str, due_on: date, criterion: str,
    cost_fen: int = 0, payer: str = "", helpers: str = "",
) -> None:  # fmt: skip
    """A work order of this thread's issue; the story keeps its id and lead by number."""
    with story.acting(by) as work:
        given = manage.issue_work_order(
            work, story.issue, task=task, nature=TaskNature(nature), lead_id=story.person(lead), helpers=helpers,
            due_on=due_on, criterion=criterion, cost_fen=cost_fen, payer=payer,
        )  # fmt: skip
    story.noted.setdefault(f"{story.thread}:orders", []).append(given.id)
    story.noted.setdefault(f"{story.thread}:leads", []).append(lead)


def accept_all(story: Story, *, without: int = 0) -> None:
    """Every lead takes its order on, the first few excepted."""
    orders, leads = story.noted[f"{story.thread}:orders"], story.noted[f"{story.thread}:leads"]
    for ident, lead in list(zip(orders, leads, strict=True))[without:]:
        with story.acting(lead) as work:
            manage.accept_work_order(work, ident)


def report(story: Story, number: int, text: str) -> None:
    """The lead of the order with that number (from 0) says how far it is."""
    with story.acting(story.noted[f"{story.thread}:leads"][number]) as work:
        manage.report_progress(work, story.noted[f"{story.thread}:orders"][number], text)


def complete(story: Story, number: int, text: str) -> None:
    """The order with that number (from 0) is done."""
    with story.acting(story.noted[f"{story.thread}:leads"][number]) as work:
        manage.complete_work_order(work, story.noted[f"{story.thread}:orders"][number], text)


def close_out(story: Story, proof: str, view: str, *, by: str = "刘敏", second: str = "郝建平") -> None:
    """Asked by one, first key by the supervisory committee, second key by another of the committee."""
    with story.acting(by) as work:
        asked = supervise.ask_close_out(work, story.issue, proof=proof)
    with story.acting("周建") as work:
        supervise.turn_first_key(work, asked.id, view)
    with story.acting(second) as work:
        supervise.turn_second_key(work, asked.id)
    assert story.find(CloseOut).closed_at


def rate_all(story: Story, grades: tuple[int, ...], *, paper: int) -> None:
    """So many of each grade, best first, from the people affected; the first `paper` on paper."""
    found = story.find(RatingRound)
    given = [5 - place for place, count in enumerate(grades) for _ in range(count)]
    # 7 and 183 share no factor: grades come in no order, each as often as it should.
    mixed = [given[place * 7 % len(given)] for place in range(len(given))] if len(given) % 7 else given
    people = affected(story)
    names = {ident: name for name, ident in story.roll.people.items()}
    for place, (person, grade) in enumerate(zip(people, mixed, strict=False)):
        if place < paper:
            with story.acting(COLLECTORS[place % len(COLLECTORS)]) as work:
                supervise.enter_rating(work, found.id, person_id=person, grade=grade)
        else:
            with story.acting(names[person]) as work:
                supervise.rate_issue(work, found.id, grade=grade, text="")


def affected(story: Story) -> list[int]:
    """The raiser, who endorsed it, who lives there: those who may rate."""
    with Session(story.workshop.database.reader) as session:
        issue = session.get_one(Issue, story.issue)
        endorsed = session.scalars(
            select(Endorsement.person_id)
            .where(Endorsement.issue_id == issue.id, Endorsement.withdrawn_at.is_(None))
            .order_by(Endorsement.id)
        ).all()
        number = next((n for n, ident in story.roll.buildings.items() if ident == issue.building_id), 0)
    there = [story.person(name) for name in story.roll.by_building.get(number, ())]
    return list(dict.fromkeys([issue.raiser_id, *there, *endorsed]))


def call_back_all(story: Story) -> None:
    """The committee calls everybody who was not satisfied."""
    found = story.find(RatingRound)
    with Session(story.workshop.database.reader) as session:
        bad = session.scalars(
            select(Rating.id).where(Rating.round_id == found.id, Rating.grade <= BAD).order_by(Rating.id)
        ).all()
    for rating in bad:
        with story.acting("刘敏") as work:
            supervise.record_call_back(work, rating, note="已回访：听了不满意的地方，说明了下一步怎么改。")
