"""Case C, two sheds in 苇湾小区: no vote can order them away (domain §8)."""

from datetime import timedelta

from civic.demo.scene import scene
from civic.demo.story import Story
from civic.discuss import acts as discuss
from civic.discuss.rules import Promise
from civic.discuss.tables import Topic
from civic.propose import acts as propose
from civic.propose.rules import Nature


@scene("C", "2026-03-24 18:40")
def raised(story: Story) -> None:
    """Renewal of the pipes cannot begin."""
    with story.acting("苗春生") as work:
        issue = propose.raise_issue(
            work,
            title="苇湾小区楼后两处搭建，管网改造动不了工",
            facts="23号楼后面有两处搭建，压着污水井。改造队来看过，说不清出来没法开挖。",
            wish="请社区跟人家好好谈，能自己拆最好；谈不通的请主管部门依法办。",
            category="living",
            building_id=story.building(23),
        )
        story.noted["C"] = issue.id


@scene("C", "2026-03-26 10:00")
def verified(story: Story) -> None:
    """What is illegal building is for the department to say, not for the community."""
    with story.acting("席文") as work:
        propose.verify_issue(
            work,
            story.issue,
            findings="现场两处搭建，约 9 平方米和 14 平方米，均压在污水井上。是否违法由综合执法认定，社区无权认定，也无权拆。",
            nature=Nature.PUBLIC_ORDER,
        )


@scene("C", "2026-03-27 15:00")
def topic(story: Story) -> None:
    """Talked about in the open, without names."""
    with story.acting("刘敏") as work:
        propose.accept_issue(
            work,
            story.issue,
            background="管网改造等着开工，两处搭建压着井口。",
            scope="议怎么劝、怎么帮、怎么不耽误工期。认定和拆除是综合执法的事，不在议题之内；不公布是谁家。",
            days=5,
        )


@scene("C", "2026-04-11 19:40")
def heads_and_representatives_meet(story: Story) -> None:
    """23 people, of one opinion."""
    with story.acting("刘敏") as work:
        discuss.record_parlour(
            work,
            story.find(Topic).id,
            held_on=story.today,
            place="苇湾小区楼长活动室",
            present={"building_heads": 8, "residents": 14, "advisors": 1},
            consensus="一致意见：要改造就得先清出井口。由顾问上门谈，愿意自拆的，社区帮着清运；谈不通的，移交综合执法依法处理。",
            dissent="",
        )


@scene("C", "2026-04-13 10:00")
def outcome(story: Story) -> None:
    """Carried out without a vote."""
    with story.acting("刘敏") as work:
        discuss.write_outcome(
            work,
            story.find(Topic).id,
            agreed="先劝后办：顾问上门，签自拆承诺的由志愿者帮助清运；其余移交综合执法，取回执。",
            not_agreed="由社区组织强行拆除（社区没有这个权力）。",
            way="carry_out",
            promise=Promise(
                criterion="污水井口清空，改造车辆能进",
                need=5,
                of_days=5,
                duty="居委会劝导，综合执法依法办理",
                deadline_on=story.today + timedelta(days=90),
            ),
        )
