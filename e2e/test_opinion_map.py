"""The opinion map: sixty people answer, three of them at their browsers; two planted groups and what all share are
found, and whoever has the files finds the same."""

import json
import re
from pathlib import Path

import pytest

from e2e import road
from e2e import server as servers
from e2e.browser import PHONE_BARE, WIDE
from e2e.crowd import ONE_CAMP, OTHER_CAMP, SHARED, STATEMENTS, answer_all, planted
from e2e.people import HOME, Cast, Person

AT_THE_BROWSER = ("赵玉梅", "孙浩", "邓小北")
WORDS = {1: "Agree", -1: "Disagree", 0: "Pass"}


@pytest.mark.parametrize("look", [PHONE_BARE, WIDE], indirect=True, ids=str)
def test_sixty_people_find_where_they_differ_and_what_they_share(cast: Cast, tmp_path: Path) -> None:
    at = open_topic(cast)
    here = f"{at}/opinion-map"
    crowd = planted(60)
    for name, said in zip(AT_THE_BROWSER, crowd[:3], strict=True):
        answers(cast[name], here, said)
    cast[""].opens(f"{here}/results").reads("满 15 人表态后才会显示")
    reference = at.rpartition("/")[2]
    assert answer_all(tmp_path / "data", reference, crowd[3:], besides=set(AT_THE_BROWSER)) == 57
    visitor = comes_to_read(cast[""], f"{here}/results", "60 人表了态。")
    shows(visitor)
    assert not visitor.sees("您的看法与")
    cast["赵玉梅"].opens(f"{here}/results").reads("您的看法与", "这一句只有您能看到。")
    suggestion(cast, here)
    liu = cast["刘敏"].opens(f"{here}/results")
    liu.waits_until(lambda: liu.sees("意见图谱已结束。"))
    comes_to_read(liu, f"{here}/results", "自己核算")
    shows(liu)
    recomputes(cast[""].opens(f"{here}/results"), here, tmp_path)
    cast[""].opens(at).reads("意见图谱已结束：60 人表态，分为 2 组。")


def open_topic(cast: Cast) -> str:
    """Liu Min makes it a topic, Wu Bo of the panel puts eleven statements to everybody."""
    liu = cast["刘敏"]
    at = liu.opens_issue("长椅坏了").path
    road.settle(
        liu,
        at,
        "Make it a topic",
        background="两把长椅断了五根木条。",
        scope="议怎么换。",
        days=5,
        circle="all",
        ways="here",
    )
    wu = cast["吴波"].opens(at).presses("Open an opinion map")
    wu.fills(statements="\n".join(STATEMENTS), closes_on=wu.day(10)).presses("Look it over")
    wu.presses("Open the opinion map").reads("意见图谱已开始")
    return at


def answers(who: Person, here: str, said: dict[str, int]) -> None:
    """One statement after the other, whichever comes; what the crowd has not seen is passed. The first answer is
    taken back once and given again."""
    who.opens(here)
    for turn in range(len(STATEMENTS)):
        text = who.page.locator("h1").inner_text().replace("\n", "")
        who.presses(WORDS[said.get(text, 0)])
        if turn == 0:
            who.presses("Take it back").reads("您的表态已撤回。", text)
            who.presses(WORDS[said.get(text, 0)]).reads(f"1 / {len(STATEMENTS)}")
    who.reads("目前就这些", f"{len(STATEMENTS)} / {len(STATEMENTS)}")


def comes_to_read(who: Person, path: str, sentence: str) -> Person:
    """The clock of the server draws it within some seconds."""
    for _ in range(60):
        if who.opens(path).sees(sentence):
            return who
        who.page.wait_for_timeout(1000)
    raise AssertionError(f"{path}: not “{sentence}” in\n{who.text}")


def shows(who: Person) -> None:
    """Lists first: what groups share, what they differ on; then the drawing, told in words beside it."""
    shared, differing = (
        who.page.locator(f"section[aria-labelledby={part}]") for part in ("common", "differing")
    )
    said = shared.inner_text().replace("\n", "")
    assert all(text in said for text in SHARED), said
    apart = differing.inner_text().replace("\n", "")
    assert any(text in apart for text in ONE_CAMP), apart
    assert any(text in apart for text in OTHER_CAMP), apart
    assert not any(text in apart for text in SHARED), apart
    drawing = who.page.get_by_role("img", name=re.compile("甲 3. 乙 "))
    assert drawing.count() == 1
    rows = who.page.locator("section[aria-labelledby=drawing] tbody tr")
    assert rows.count() == 2


def suggestion(cast: Cast, here: str) -> None:
    """A neighbour's statement is left out with a reason, and they are told so on their first page."""
    deng = cast["邓小北"].opens(f"{here}/suggest").fills(text="张三不该坐").presses("Suggest it")
    deng.reads("谢谢您。审看后")
    wu = cast["吴波"].opens(f"{here}/statements").presses("张三不该坐")
    wu.fills(shown="no", reason="点名道姓").presses("Decide it so").reads("已记录")
    deng.opens("/").reads("看看您提的观点有什么结果").opens(f"{here}/mine").reads("没有列入，理由：点名道姓")
    deng.presses("I have read it")


def recomputes(visitor: Person, here: str, folder: Path) -> None:
    """The three files and the command that stands on the page."""
    for name in ("votes.csv", "left-out.csv"):
        answer = visitor.page.request.get(f"{visitor.visitor.base}{HOME}{here}/{name}")
        assert answer.ok
        (folder / name).write_bytes(answer.body())
    command = visitor.page.locator("code").inner_text().split()[1:]
    words = [str(folder / word) if word.endswith(".csv") else word for word in command]
    found = json.loads(servers.civic(*words, "--json", data=folder / "data").stdout)
    members = [len(group["members"]) for group in found["groups"]]
    table = visitor.page.locator(
        "section[aria-labelledby=drawing] tbody tr td:first-of-type"
    ).all_inner_texts()
    assert [int(cell) for cell in table] == members
    shared = {STATEMENTS.index(text) + 1 for text in SHARED}
    assert {int(each["statement"]) for each in found["consensus"]["agree"]} >= shared
