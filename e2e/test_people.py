"""A committee with nothing but its Excel list: from the console to a neighbourhood that can sign in."""

import re
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pyotp
import pytest
from playwright.sync_api import Browser, Page

from e2e import server as servers
from e2e.browser import Look, Visitor, visit
from e2e.roll_list import ADULTS, HOUSEHOLDS, Fault, Somebody, households, workbook

DESK, PHONE = Look("wide", js=False), Look("phone", js=False)
LIMIT = 10
"""Seconds for the preview of the list, and again for its commit."""
PASSWORD = "一盏灯照亮三号楼的楼梯"
FAULTS = (
    Fault({"出生日期": "1943-02-30"}, "没有“1943-02-30”这一天"),
    Fault({"出生日期": "2099-01-01"}, "还没有到"),
    Fault({"电话": "1391234"}, "不是电话号码"),
    Fault({"姓名": "张三、李四、王五"}, "3 个人写在了一格"),
    Fault({"房号": ""}, "缺门牌号"),
    Fault({"面积": "很大"}, "“很大”不是面积"),
    Fault({"面积": "0"}, "面积“0”不合理"),
    Fault({"面积": "9999"}, "面积“9999”不合理"),
    Fault({"与户主关系": "邻居"}, "“邻居”无法识别"),
    Fault({"类型": "飞船"}, "“飞船”无法识别"),
    Fault({"业主": "也许"}, "“也许”无法识别"),
    Fault({"产权份额": "3/2"}, "“3/2”不是份额"),
    Fault({"单元": "东"}, "“东”不是单元号"),
    Fault({"楼层": "顶上"}, "“顶上”不是楼层"),
    Fault({"入住日期": "2020-05-01", "迁出日期": "2019-01-01"}, "迁出日期早于入住日期"),
    Fault({"表决代表": "随便"}, "“随便”无法识别"),
    Fault({"与户主关系": "租户", "业主": "是"}, "不能既是租户又是业主"),
    Fault({"户籍": "火星"}, "“火星”无法识别"),
    Fault({"面积来源": "猜的"}, "“猜的”无法识别"),
    Fault({"产权状态": "送人"}, "“送人”无法识别"),
)
"""Twenty lines, each wrong in one way, and what the preview must say of it."""


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A fresh community made on the console: the server's address, and the first administrator's code."""
    data = tmp_path_factory.mktemp("people")
    said = servers.civic(
        "init", "--slug", "weiwan", "--name", "苇湾社区", "--prefix", "WW", "--phone", "0536-1234567",
        "--help-name", "王芳", "--administrator", "关锋", data=data,
    ).stdout  # fmt: skip
    code = re.search(r"/weiwan/first/(\S+)", said)
    assert code, said
    with servers.serving(data) as base:
        yield base, code[1]


class Door:
    """Everybody's browser, each apart, none with scripts."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.browser, self.base = browser, base
        self.visitors: list[Visitor] = []

    def arrive(self, look: Look = DESK) -> Page:
        self.visitors.append(visit(self.browser, look, self.base))
        return self.visitors[-1].page()

    def leave(self) -> None:
        for visitor in self.visitors:
            visitor.context.close()
        for visitor in self.visitors:
            visitor.check()


def press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).first.click()


def go(page: Page, path: str) -> int:
    answer = page.goto(f"/weiwan{path}")
    assert answer
    return answer.status


def take_account(page: Page, code: str) -> None:
    """Behind a first code: a password, then the second factor with the key typed by hand."""
    go(page, f"/first/{code}")
    page.fill("#f-password", PASSWORD)
    press(page, "保存并登录")
    assert go(page, "/admin/offices") == 403, "what reaches everybody's data needs the second factor"
    page.get_by_role("link", name="开启二次验证").click()
    key = "".join(page.locator(".fours span").all_inner_texts()).replace(" ", "")
    page.fill("#f-code", pyotp.TOTP(key).now())
    page.locator("main form button").last.click()
    assert page.locator(".recovery li").count() == 8
    assert go(page, "/admin/offices") == 200


def appoint(page: Page, kind: str, name: str, **more: str) -> None:
    """Give an office to somebody on the roll, or to a newcomer."""
    go(page, f"/admin/offices/new?kind={kind}" + ("&new=yes" if more.pop("new", "") else ""))
    if page.locator("#f-q").count():
        page.fill("#f-q", name)
        press(page, "查找")
        page.locator("main .docs a").first.click()
    else:
        page.fill("#f-name", name)
    for field, value in more.items():
        if field == "building":
            page.select_option("#f-building", label=value)
        elif field == "obtained":
            page.check(f"input[name=obtained][value={value}]", force=True)
        else:
            page.fill(f"#f-{field}", value)
    press(page, "核对")
    assert not page.title().startswith("错误"), page.locator("main").inner_text()
    press(page, "登记任职")


def join(page: Page, name: str, fact: str) -> None:
    page.fill("#f-name", name)
    page.fill("#f-fact", fact)
    page.locator("main form button").first.click()
    page.locator("main form button").last.click()
    assert "/me/joined" in page.url, page.locator("main").inner_text()


@pytest.fixture
def door(browser: Browser, console: tuple[str, str]) -> Iterator[Door]:
    """At the end no page may have complained."""
    door = Door(browser, console[0])
    yield door
    door.leave()


def test_from_an_excel_list_to_a_neighbourhood(door: Door, console: tuple[str, str], tmp_path: Path) -> None:
    code, year = console[1], date.today().year
    administrator, officer = door.arrive(), door.arrive()
    take_account(administrator, code)
    appoint(
        administrator, "committee", "刘敏", new="yes", phone="13900000001", obtained="elected",
        basis="选举记录", from_on=f"{year - 1}-01-01", to_on=f"{year + 3}-12-31",
    )  # fmt: skip
    press(administrator, "发首次登录码")
    first = "-".join(administrator.locator("#code span").all_inner_texts())
    take_account(officer, first)
    import_the_list(officer, tmp_path)
    card = slips_of_one_entrance(officer)
    homes = [home for home in households() if (home[0].building, home[0].entrance) == (1, 1)]
    by_qr, by_code = door.arrive(PHONE), door.arrive(PHONE)
    by_qr.goto(f"/j/{card[0]}")
    join(by_qr, homes[0][0].name, homes[0][0].born_on.isoformat())
    go(by_code, "/in")
    by_code.fill("#f-code", card[1].lower())
    by_code.locator("form[action$='/in/code'] button").click()
    with_phone = next(each for each in homes[0][1:] if each.phone)
    join(by_code, with_phone.name, with_phone.phone[-4:])
    head = a_head_gives_a_code(door, officer, homes)
    the_term_ends(officer, head, homes[1][0].name)


def import_the_list(page: Page, folder: Path) -> None:
    body, faults = workbook(FAULTS)
    (folder / "名册.xlsx").write_bytes(body)
    go(page, "/admin/import")
    page.set_input_files("#f-file", folder / "名册.xlsx")
    began = time.monotonic()
    press(page, "读取并预览")
    page.wait_for_url(re.compile(r"/admin/import/\d+$"))
    assert time.monotonic() - began < LIMIT, "the upload and its preview"
    said = page.locator("main").inner_text()
    assert f"房屋 {HOUSEHOLDS} 套" in said
    assert f"人员 {ADULTS} 人" in said
    assert page.locator("main li.item").count() == len(faults) == 20
    for row, fault in faults.items():
        line = page.locator("main li.item").filter(has_text=f"第 {row} 行，").inner_text()
        assert fault.says in line, (row, line)
    began = time.monotonic()
    press(page, f"导入 {ADULTS} 行")
    page.get_by_text(f"已导入 {ADULTS:,} 行").wait_for()
    assert time.monotonic() - began < LIMIT, "the commit"


def slips_of_one_entrance(page: Page) -> list[str]:
    """Issue and print them; the codes of the first door."""
    go(page, "/admin/slips")
    page.get_by_role("link", name="1号楼", exact=True).click()
    press(page, "给本单元发入户单")
    page.locator("main a[href*='/print?entrance=1']").first.click()
    codes = [re.sub(r"\s", "", signs) for signs in page.locator(".card__signs").all_inner_texts()]
    assert len(set(codes)) >= 18, codes
    address = re.sub(r"\s", "", page.locator(".card__address").first.inner_text())
    assert address.endswith(f"/j/{codes[0]}"), address
    assert "王建国" not in page.content(), "a card names nobody"
    return codes


def a_head_gives_a_code(door: Door, officer: Page, homes: list[list[Somebody]]) -> Page:
    """The head of building 1, come in by a code of the officer's, gives one to a third resident."""
    head_name, third = homes[1][0].name, homes[2][0].name
    appoint(
        officer,
        "building_head",
        f"1-1-{homes[1][0].door}",
        building="1号楼",
        obtained="elected",
        basis="推选会记录",
    )
    head, resident = door.arrive(PHONE), door.arrive(PHONE)
    sign_in_by_code(officer, head, head_name)
    assert go(head, "/admin/people?q=" + third) == 200
    sign_in_by_code(head, resident, third)
    return head


def sign_in_by_code(giver: Page, page: Page, name: str) -> None:
    go(giver, f"/admin/people?q={name}")
    giver.locator("main a[href*='/admin/people/']").first.click()
    giver.locator("main a[href$='/code']").first.click()
    press(giver, "发一个码")
    code = "".join(giver.locator("#code span").all_inner_texts())
    go(page, "/in")
    page.fill("#f-code", code)
    page.locator("form[action$='/in/code'] button").click()
    go(page, "/me")
    assert name in page.locator("h1").inner_text()


def the_term_ends(officer: Page, head: Page, name: str) -> None:
    """Its last day was yesterday: the very next page is refused."""
    go(officer, "/admin/offices")
    officer.locator("main a[href*='/admin/offices/']", has_text=name).first.click()
    officer.locator("main a[href$='/end']").click()
    today = date.fromisoformat(officer.locator("#f-last_on").input_value())
    officer.fill("#f-last_on", (today - timedelta(days=1)).isoformat())
    officer.locator("input[name=reason]").first.check(force=True)
    officer.locator("main form button").first.click()
    assert go(head, "/admin/people") == 200, "in office until the end is entered"
    officer.locator("main form button").first.click()
    assert go(head, "/admin/people") == 403
