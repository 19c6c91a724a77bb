"""Case C: an opinion, a promise, a dispatch (domain §8)."""

from datetime import timedelta

from civic.demo.scene import daily, scene
from civic.demo.story import Story
from civic.demo.working import accept_all, close_out, complete, order, rate_all, report
from civic.supervise import acts as supervise

PUBLIC = "两处搭建，一处已自拆，一处依法办理"
"""All that is said in public: whose they are is nobody's business."""


@scene("C", "2026-05-06 09:30")
def work_ordered(story: Story) -> None:
    """Once the fifteen days are over."""
    due = story.on("2026-05-22")
    order(
        story,
        "刘敏",
        "陆永年",
        "上门劝说，签自拆承诺",
        "publicity",
        due,
        "两户都谈过，谈话有记录",
        helpers="顾问团",
    )
    order(story, "刘敏", "辛大成", "帮自拆的人家清运渣土", "service", due, "渣土当天清完")
    order(
        story,
        "刘敏",
        "唐伟",
        "受理移交材料，依法认定和处理",
        "enforcement",
        due,
        "收件有回执，处理结果书面告知",
    )
    story.hour("15:00")
    accept_all(story)


@scene("C", "2026-05-08 20:00")
def promised(story: Story) -> None:
    """One signs."""
    report(story, 0, "两户都谈过。一户今晚签了自拆承诺，另一户不同意，材料移交综合执法。")


@scene("C", "2026-05-12 10:00")
def receipt(story: Story) -> None:
    """The file lies with the department."""
    report(story, 2, f"收到移交材料，回执号 {story.numbered('综执收', 118)}，已立案。")


@scene("C", "2026-05-17 17:00")
def taken_down(story: Story) -> None:
    """Nine days after the promise."""
    complete(story, 0, "签承诺的一户 9 天拆完。")
    complete(story, 1, "六名志愿者清运两车渣土，当天干净。")


@scene("C", "2026-05-22 16:00")
def dealt_with(story: Story) -> None:
    """By law, by those whose task it is."""
    complete(story, 2, f"{PUBLIC}。处理决定已送达当事人，压井部分先行清出。")
    with story.acting("施慧") as work:
        supervise.start_watch(work, story.issue, first_on=story.today + timedelta(days=1))


@daily("C", "2026-05-23", "2026-05-27", "18:00")
def looked_at(story: Story) -> None:
    """Five days."""
    with story.acting(story.roll.heads[23]) as work:
        supervise.record_observation(work, story.issue, day=story.today, kept=True, note="井口空着，车能进。")


@scene("C", "2026-05-29 10:00")
def closed(story: Story) -> None:
    """Two keys."""
    close_out(story, f"{PUBLIC}；井口清空，改造队已进场。", "看过现场，同意销号。", by="席文")


@scene("C", "2026-05-31 19:00")
def rated(story: Story) -> None:
    """The neighbours of building 23."""
    rate_all(story, (6, 3, 1, 1, 0), paper=5)
