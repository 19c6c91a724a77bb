"""Case A: two keys, 183 ratings, nine calls (domain §8)."""

from civic.demo.scene import scene
from civic.demo.story import Story
from civic.demo.working import call_back_all, rate_all
from civic.supervise import acts as supervise
from civic.supervise.tables import CloseOut, RatingRound

GRADES = (96, 61, 17, 7, 2)
"""183 valid forms, best grade first."""

FORMS, PAPER = 200, 120


@scene("A", "2026-06-10 15:00")
def asked_to_close(story: Story) -> None:
    """27 of 30: the promise was kept."""
    with story.acting("刘敏") as work:
        supervise.ask_close_out(
            work,
            story.issue,
            proof="30 天里 27 天八点半清空，三次超时最晚 08:52 清完；48 个摊位在册，费用 6,850 元。",
        )


@scene("A", "2026-06-12 10:00")
def two_keys(story: Story) -> None:
    """The supervisory committee and the residents' committee turn a key each."""
    close_out = story.find(CloseOut)
    with story.acting("周建") as work:
        supervise.turn_first_key(work, close_out.id, "上门问过提事的老人，她说现在推车能过去了，同意销号。")
    with story.acting("郝建平") as work:
        supervise.turn_second_key(work, close_out.id)


@scene("A", "2026-06-14 19:00")
def rated(story: Story) -> None:
    """200 forms, 120 of them on paper; 183 are valid."""
    rate_all(story, GRADES, paper=PAPER)
    with story.acting("许静") as work:
        supervise.record_forms(work, story.find(RatingRound).id, given=FORMS, spoiled=FORMS - sum(GRADES))


@scene("A", "2026-07-10 16:00")
def called_back(story: Story) -> None:
    """Nine people were not satisfied; each was called."""
    call_back_all(story)
