"""The panel publishes two versions; a resident compares on a phone and asks; the answer comes late, and says so."""

import pytest

from e2e.browser import PHONE, PHONE_BARE
from e2e.people import Cast, Person

phones = pytest.mark.parametrize("look", [PHONE_BARE, PHONE], indirect=True, ids=str)

OPTIONS = {
    "A": {"text": "楼下装充电桩。", "cost": "12,000", "bearer": "公共收益", "risks": "要等一个月。", "effects": "骑车的人方便。"},
    "B": {"text": "清出车棚，夜里锁门。", "cost": "800", "bearer": "公共收益", "risks": "晚归的要叫门。", "effects": "老人睡得安稳。"},
}  # fmt: skip
QUESTION = "充电桩谁来修？"


@phones
def test_two_versions_a_question_and_a_late_answer(cast: Cast) -> None:
    wu = cast["吴波"].opens_issue("电动车上楼充电")
    at = wu.path
    publish_first(wu, at)
    publish_second(wu, at)

    zhao = cast["赵玉梅"].opens(at).reads("顾问团 5 比 2 建议甲。").opens(f"{at}/option-paper")
    zhao.reads("方案对比", "¥15,000.00", "对各类人群的影响", "骑车的人方便。", "重新询价")
    zhao.opens(f"{at}/option-paper/versions/2").reads("修订原因", "12,000.00", "15,000.00")
    zhao.opens(f"{at}/option-paper").presses("Ask about the options").reads("顾问团最迟")
    zhao.fills(text=QUESTION).presses("Ask it").reads("您的提问已公开。", QUESTION, "1 个待答复")

    late = f"{at}/option-paper"
    cast[""].opens(late).waits_until(lambda: cast[""].opens(late).sees("至今未答复"))
    cast[""].reads(QUESTION, "顾问团应在", "超期")
    cast[""].opens(at).reads("答复方案提问，已超期。")

    wu.opens("/").reads("答复提问").opens(late).presses("Answer the question").reads(QUESTION)
    wu.fills(text="装桩的公司包修三年。").presses("Publish the answer").reads("您的答复已公开")
    cast[""].opens(late).reads("装桩的公司包修三年。", "吴波", "超期")
    zhao.opens("/").reads("您的提问已有答复").presses("Read the answer").reads("装桩的公司包修三年。")
    assert not zhao.may_press("Withdraw it")
    zhao.presses("I have read it")
    assert not zhao.opens("/").sees("您的提问已有答复")


def publish_first(wu: Person, at: str) -> None:
    """Step by step, each kept."""
    wu.presses("Write the option paper")
    for letter, typed in OPTIONS.items():
        wu.opens(f"{at}/option-paper/writing/{letter}").fills(**typed)
        wu.presses("Save it").reads("已保存。公布之前只有您能看到。")
    wu.presses("Advice").fills(advised="A", for_advice=5, against_advice=2).presses("Save it")
    wu.presses("Look it over").presses("Publish the option paper").reads("方案意见书已公开。")


def publish_second(wu: Person, at: str) -> None:
    """Dearer than it was thought; everybody reads why."""
    wu.presses("Write a new version").opens(f"{at}/option-paper/writing/A")
    wu.fills(cost="15,000").presses("Save it").presses("Look it over").reads("与第 1 版相比", "12,000.00")
    wu.fills(reason="重新询价").presses("公布第 2 版").reads("方案意见书已公开。", "重新询价")
