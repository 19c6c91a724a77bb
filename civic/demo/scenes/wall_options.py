"""Case B: repair or rebuild, talked over by owners, school and firm (domain §8)."""

from datetime import timedelta

from civic.demo.scene import scene
from civic.demo.story import Story
from civic.discuss import acts as discuss
from civic.discuss.rules import Paper, Promise, TypedOption
from civic.discuss.tables import Topic


@scene("B", "2026-04-22 10:00")
def options(story: Story) -> None:
    """Repair or rebuild; the panel is of one mind."""
    story.not_before(story.find(Topic).posted_until_on + timedelta(days=1))
    with story.acting("吴波") as work:
        discuss.file_option_paper(
            work,
            story.find(Topic).id,
            Paper(
                [
                TypedOption("A", "修缮：灌浆、加扶壁，在学校一侧施工，小区一侧先装护栏。", 4_280_000,
                            "学校一半，业主维修资金一半", "工期三周，噪声要避开上课时间。", "靠墙两栋楼三周不便；学生走别的门。"),
                TypedOption("B", "拆除重砌。", 12_600_000, "学校一半，业主维修资金一半",
                            "属于重建，要四分之三业主同意；工期两个月。", "靠墙两栋楼两个月不便；每户分摊多得多。"),
            ],
                "A", 7, 0, "",
            ),
        )  # fmt: skip


@scene("B", "2026-04-25 15:30")
def met(story: Story) -> None:
    """Owners, school and firm at one table."""
    with story.acting("刘敏") as work:
        discuss.record_parlour(
            work,
            story.find(Topic).id,
            held_on=story.today,
            place="曙光小区物业会议室",
            present={"residents": 19, "building_heads": 4, "advisors": 1, "departments": 2, "other": 3},
            consensus="同意修缮，不重砌；学校出一半；业主一半从维修资金列支，交业主大会书面表决。",
            dissent="两位业主主张重砌，不赞成再拖。",
        )


@scene("B", "2026-04-27 10:00")
def outcome(story: Story) -> None:
    """Goes to all owners, on paper."""
    with story.acting("刘敏") as work:
        discuss.write_outcome(
            work,
            story.find(Topic).id,
            agreed="围墙修缮加扶壁，总价 42,800 元，学校承担 21,400 元，业主 21,400 元从维修资金列支；"
            "学校一侧施工，小区一侧装护栏，完工前继续值守。",
            not_agreed="拆除重砌。",
            way="vote",
            promise=Promise(
                criterion="修好后围墙不再开裂、不再倾斜，验收合格",
                need=3,
                of_days=3,
                cost_fen=4_280_000,
                payer="学校和业主各一半，业主部分从维修资金列支",
                duty="业委会和学校，物业公司配合",
                conditions="学校的一半先到账，再签合同。",
                deadline_on=story.today + timedelta(days=100),
            ),
        )
