"""Under way without a vote: how an issue comes to an outcome that is simply carried out."""

from datetime import timedelta

from civic.demo.scene import live
from civic.demo.story import Story
from civic.discuss import acts as discuss
from civic.discuss.rules import Promise
from civic.discuss.tables import Outcome, Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature


def talked_over(
    thread: str, days: int, raiser: str, building: int, category: str, title: str, facts: str, wish: str,
    findings: str, agreed: str, criterion: str, need: int, of_days: int,
) -> None:  # fmt: skip
    """Raised so many days ago, checked, a topic for three days, an outcome that is carried out."""

    def raised(story: Story) -> None:
        with story.acting(raiser) as work:
            issue = propose.raise_issue(
                work,
                title=title,
                facts=facts,
                wish=wish,
                category=category,
                building_id=story.building(building),
            )
            story.noted[thread] = issue.id

    def checked(story: Story) -> None:
        with story.acting("江雪") as work:
            propose.verify_issue(work, story.issue, findings=findings, nature=Nature.SELF_GOVERNANCE)
        with story.acting("刘敏") as work:
            propose.accept_issue(work, story.issue, background=facts, scope=wish, days=3)

    def outcome(story: Story) -> None:
        story.not_before(story.find(Topic).posted_until_on + timedelta(days=1))
        with story.acting("刘敏") as work:
            discuss.write_outcome(
                work, story.find(Topic).id, agreed=agreed, not_agreed="", way="carry_out",
                promise=Promise(
                    criterion=criterion, need=need, of_days=of_days, duty="居委会，物业公司协助",
                    deadline_on=story.today + timedelta(days=60),
                ),
            )  # fmt: skip

    live(thread, days, "19:10")(raised)
    live(thread, days - 1, "10:00")(checked)
    live(thread, days - 5, "10:00")(outcome)


def decided(story: Story) -> None:
    """Its posting has to be over."""
    story.not_before(story.find(Outcome).posted_until_on + timedelta(days=1))
