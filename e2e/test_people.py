"""A committee with nothing but its Excel list: from the console to a neighbourhood that can sign in."""

import re
import time
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Page

from e2e.codes import scanned
from e2e.door import PHONE, Door, an_officer, appoint, go, press
from e2e.roll_list import ADULTS, HOUSEHOLDS, Fault, Somebody, households, workbook

LIMIT = 10
"""Seconds for the preview of the list, and again for its commit."""
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
    Fault({"入住日期": "2020-05-01", "迁出日期": "2019-01-01"}, "搬出日期早于入住日期"),
    Fault({"表决代表": "随便"}, "“随便”无法识别"),
    Fault({"与户主关系": "租户", "业主": "是"}, "不能既是本套房的业主又是租户"),
    Fault({"户籍": "火星"}, "“火星”无法识别"),
    Fault({"面积来源": "猜的"}, "“猜的”无法识别"),
    Fault({"产权状态": "送人"}, "“送人”无法识别"),
)
"""Twenty lines, each wrong in one way, and what the preview must say of it."""


def join(page: Page, name: str, fact: str) -> None:
    page.fill("#f-name", name)
    page.fill("#f-fact", fact)
    page.locator("main form button").first.click()
    page.locator("main form button").last.click()
    assert "/me/joined" in page.url, page.locator("main").inner_text()


def test_from_an_excel_list_to_a_neighbourhood(door: Door, console: tuple[str, str], tmp_path: Path) -> None:
    officer = an_officer(door, console[1])
    import_the_list(officer, tmp_path)
    card = slips_of_one_entrance(officer)
    homes = [home for home in households() if (home[0].building, home[0].entrance) == (1, 1)]
    by_qr, by_code = door.arrive(PHONE), door.arrive(PHONE)
    by_qr.goto(scanned(officer.locator(".card__qr").first))
    assert by_qr.url.endswith(f"/join/{card[0]}"), by_qr.url
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
        line = page.locator("main li.item").filter(has_text=f"第 {row} 行").inner_text()
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
