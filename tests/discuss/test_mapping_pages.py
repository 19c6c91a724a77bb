"""The opinion map as pages: one statement at a time, lists first, files by which anybody checks it."""

import csv
import io
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from civic.store.engine import Database
from tests.cast import Cast, gather
from tests.discuss.mapped import answers, drawn, looked, mapped, neighbours, suggests
from tests.discuss.opinion.crowd import PLANTED, two_groups
from tests.discuss.story import at, opened
from tests.web import Browser, browser, plain, statements

ISSUE = "/issues/GF-2026-001"
MAP = f"{ISSUE}/opinion-map"
LINES = "早市要留下来\n七点前不用喇叭\n\n摊位应该少一些\n应该搬到停车场\n"


@pytest.fixture
def cast(database: Database) -> Cast:
    return gather(database)


def says(one: Browser, choice: str) -> int:
    """Answer the statement that is put; its number."""
    number = one.hidden(f"{MAP}/answers")["statement"]
    one.post(f"{MAP}/answers", choice=choice)
    return int(number)


def test_the_panel_opens_a_map_on_a_form_that_loses_nothing(cast: Cast, tmp_path: Path) -> None:
    opened(cast)
    wu = browser(cast, "吴波", folder=tmp_path)
    assert "发起意见图谱" in wu.get(ISSUE)
    wu.get(f"{MAP}/new")
    page = wu.post(MAP, statements="早市\n早市。", closes_on="2026-03-20")
    assert page.status == 422
    assert page.says("请写 3 到 20 个观点，每行一个。")
    assert wu.post(MAP, statements=LINES, closes_on="2026-03-03").says(
        "请在3月5日到5月1日之间选一天。", "停车场"
    )
    assert wu.post(MAP, statements=LINES, closes_on="2026-03-20").says("请再看一遍，确认后对外公开", "观点 4")
    assert wu.post(MAP, step="send").says("意见图谱已开始，大家都可以表态。")
    assert browser(cast, folder=tmp_path).get(ISSUE).says("请您表个态：一次看一个观点", "到3月20日为止")
    assert wu.get(f"{MAP}/new").status == 409


def test_one_statement_at_a_time_until_that_is_all_for_now(cast: Cast, tmp_path: Path) -> None:
    mapped(cast)
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    assert zhao.get(MAP).says("0 / 4", "不带姓名")
    first = says(zhao, "agree")
    assert zhao.page.says("1 / 4", "上一个表态的观点")
    zhao.post(f"{MAP}/answers/back")
    assert zhao.page.says("您的表态已撤回。", "0 / 4")
    assert zhao.hidden(f"{MAP}/answers")["statement"] == str(first), "the same one is put again"
    seen = {says(zhao, choice) for choice in ("agree", "disagree", "pass", "pass")}
    assert seen == {1, 2, 3, 4}
    assert zhao.page.says("4 / 4", "目前就这些", "所有观点您都表过态了。")
    mine = zhao.get(f"{MAP}/mine")
    assert mine.says("只有您能看到", "同意", "说不准")
    zhao.get(f"{MAP}?again=2")
    assert zhao.page.says("您之前的表态")
    assert says(zhao, "disagree") == 2
    assert zhao.post(f"{MAP}/answers", tokens=zhao.tokens(), statement="1", choice="perhaps").status == 422


def test_it_costs_the_same_however_much_is_there(cast: Cast, tmp_path: Path) -> None:
    neighbours(cast, 20)
    _issue, found = mapped(cast)
    zhao = browser(cast, "赵玉梅", folder=tmp_path)
    counts = []
    for n in range(3):
        answers(cast, found, {(f"p{who}", str(n + 1)): 1 for who in range(20)})
        at(cast, 3, 3 + n)
        with statements(cast.workshop.database) as asked:
            zhao.get(MAP)
            zhao.get(f"{MAP}/results")
        counts.append(len(asked))
    assert counts[1] == counts[2]


def test_others_may_read_and_are_told_who_answers(cast: Cast, tmp_path: Path) -> None:
    mapped(cast)
    assert browser(cast, folder=tmp_path).get(MAP).says("4 个简短的观点", "登录后表态")
    firm = browser(cast, "马军", folder=tmp_path)
    page = firm.get(MAP)
    assert f"/gongfu{MAP}/answers" not in page.forms
    assert browser(cast, "维托", folder=tmp_path, slug="weiwan").get(MAP).status == 404
    opened(cast)
    assert firm.get("/issues/GF-2026-002/opinion-map").status == 404


def test_a_statement_of_ones_own_and_what_became_of_it(cast: Cast, tmp_path: Path) -> None:
    mapped(cast)
    wang, liu = (browser(cast, who, folder=tmp_path) for who in ("王桂兰", "刘敏"))
    wang.get(f"{MAP}/suggest")
    assert wang.post(f"{MAP}/suggest", text="早市，要留下来！").says(
        "已经有人提过这个观点了。", "早市，要留下来！"
    )
    assert wang.post(f"{MAP}/suggest", text="长" * 141).status == 422
    assert wang.post(f"{MAP}/suggest", text="老张该走").says("谢谢您。审看后会列出来请大家表态")
    assert liu.get("/").says("有 1 个观点待审看")
    assert "王" not in liu.get(f"{MAP}/statements").text.partition("<main")[2].partition("</main")[0]
    liu.get(f"{MAP}/statements/5")
    assert liu.post(f"{MAP}/statements/5", shown="no").says("请写明理由，理由会公开。")
    assert liu.post(f"{MAP}/statements/5", shown="no", reason="点名道姓").says("已记录，并会告诉提出的人。")
    assert wang.get("/").says("看看您提的观点有什么结果")
    assert wang.get(f"{MAP}/mine").says("没有列入，理由：点名道姓")
    wang.post(f"{MAP}/mine/seen")
    assert "看看您提的观点" not in wang.get("/")
    results = browser(cast, folder=tmp_path).get(f"{MAP}/results")
    assert results.says("观点 5，点名道姓")
    assert "老张" not in results


def sixty(cast: Cast) -> tuple[int, int]:
    neighbours(cast, 60)
    issue, found = mapped(cast, [f"观点第{n}号" for n in range(1, 19)])
    answers(cast, found, two_groups())
    return issue, found


def test_the_planted_groups_and_what_they_share_stand_on_the_page(cast: Cast, tmp_path: Path) -> None:
    issue, _found = sixty(cast)
    visitor = browser(cast, folder=tmp_path)
    assert visitor.get(f"{MAP}/results").says("还没有结果。满 15 人表态后才会显示。")
    drawn(cast, issue)
    page = visitor.get(f"{MAP}/results")
    assert page.says("60 人表了态。", "多数组都同意的", "各组看法不同的", "甲组", "乙组", "各组情况")
    text = page.text
    assert text.index('id="common"') < text.index('id="differing"') < text.index('id="drawing"')
    common = text[text.index('id="common"') : text.index('id="differing"')]
    for number in PLANTED:
        assert f"观点第{number}号" in plain(common)
    assert '<svg class="mapped__svg" viewBox="0 0 1000 640" role="img" aria-labelledby="map-title">' in text
    assert "您的看法与" not in page
    own = browser(cast, "p1", folder=tmp_path).get(f"{MAP}/results")
    assert len(re.findall("您的看法与", own.text)) == 1
    assert own.says("这一句只有您能看到。")
    for name in ("邻1", "p1"):
        assert name not in text


def recomputed(one: Browser, folder: Path) -> tuple[dict[str, object], str]:
    """What the command says of the three files of this page; and the file of answers."""
    folder.mkdir()
    for name in ("votes.csv", "left-out.csv"):
        answer = one.client.get(f"/gongfu{MAP}/{name}")
        assert answer.status_code == 200
        (folder / name).write_bytes(answer.content)
    command = re.search(r"<code>civic (opinion-map [^<]*)</code>", one.get(f"{MAP}/results").text)
    assert command
    words = [sys.executable, "-m", "civic", *command[1].split(), "--json"]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        words, cwd=folder, capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(root), "PATH": "", "CIVIC_DATA_DIR": str(folder)},
    )  # fmt: skip
    return json.loads(done.stdout), (folder / "votes.csv").read_text()


def test_whoever_has_the_files_computes_the_same_map(cast: Cast, tmp_path: Path) -> None:
    issue, found = sixty(cast)
    drawn(cast, issue)  # a living map before: the final one is drawn without it
    number = suggests(cast, "王桂兰", found, "老张该走").number
    looked(cast, found, number, shown=True)
    answers(cast, found, {(f"p{n}", str(number)): 1 for n in range(20)})
    looked(cast, found, number, shown=False, reason="点名道姓")
    visitor = browser(cast, folder=tmp_path)
    for name in ("votes", "left-out", "statements"):
        assert visitor.get(f"{MAP}/{name}.csv").status == 404, "only the final map has files"
    at(cast, 3, 21)
    shown = drawn(cast, issue).drawn
    assert shown is not None
    one, first = recomputed(visitor, tmp_path / "one")
    two, second = recomputed(visitor, tmp_path / "two")
    assert first != second, "numbers are drawn anew for each file"
    for found_again in (one, two):
        groups = found_again["groups"]
        assert isinstance(groups, list)
        for group in groups:
            group["members"] = (
                len(group["members"]) if isinstance(group["members"], list) else group["members"]
            )
        assert found_again == {name: shown[name] for name in found_again}
    assert one["participants"] == 60
    listed = list(
        csv.reader(
            io.StringIO(visitor.client.get(f"/gongfu{MAP}/statements.csv").content.decode("utf-8-sig"))
        )
    )
    assert listed[-1] == [str(number), "未列入", "点名道姓"]
    assert "老张" not in str(listed)


def test_numbers_in_the_files_name_nobody(cast: Cast, tmp_path: Path) -> None:
    issue, _found = sixty(cast)
    at(cast, 3, 21)
    drawn(cast, issue)
    body = browser(cast, folder=tmp_path).client.get(f"/gongfu{MAP}/votes.csv").text
    people = {line.split(",")[0] for line in body.split()[1:]}
    assert people == {str(n) for n in range(1, 61)}


def test_a_small_group_has_neither_figures_nor_files(cast: Cast, tmp_path: Path) -> None:
    neighbours(cast, 14)
    issue, found = mapped(cast)
    answers(cast, found, {(f"p{n}", "1"): 1 for n in range(14)})
    at(cast, 3, 21)
    drawn(cast, issue)
    visitor = browser(cast, folder=tmp_path)
    page = visitor.get(f"{MAP}/results")
    assert page.says("表态的人不到 15 位。为免认出个人，不显示结果。")
    assert "每个观点的人数" not in page
    assert visitor.get(f"{MAP}/votes.csv").status == 404


def test_no_clear_groups_is_said_so(cast: Cast, tmp_path: Path) -> None:
    neighbours(cast, 20)
    issue, found = mapped(cast, closes_on=date(2026, 3, 20))
    answers(cast, found, {(f"p{n}", str(s)): 1 for n in range(20) for s in range(1, 5)})
    drawn(cast, issue)
    page = browser(cast, folder=tmp_path).get(f"{MAP}/results")
    assert page.says("没有明显的意见分组：大家的看法没有分成几派。", "多数人同意的", "20 人中 20 人同意")
    assert "甲组" not in page


def test_without_numpy_the_page_says_how_to_enable_it_and_counts(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("civic.discuss.rules.opinion.find_spec", lambda _name: None)
    neighbours(cast, 20)
    issue, found = mapped(cast)
    answers(cast, found, {(f"p{n}", "1"): 1 for n in range(20)})
    drawn(cast, issue)
    page = browser(cast, folder=tmp_path).get(f"{MAP}/results")
    assert page.says("pip install 'civic[opinion]'", "每个观点的人数", "早市要留下来")
    assert "mapped__svg" not in page.text
