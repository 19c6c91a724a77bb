"""A fresh community's door: everybody arrives with a browser of their own; the first offices are given."""

from datetime import date

import pyotp
from playwright.sync_api import Browser, Page

from e2e.browser import Look, Visitor, visit

DESK, PHONE = Look("wide", js=False), Look("phone", js=False)
PASSWORD = "一盏灯照亮三号楼的楼梯"


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


def an_officer(door: Door, code: str) -> Page:
    """The administrator comes in by the console's code and appoints a committee officer, who comes in too."""
    year, administrator, officer = date.today().year, door.arrive(), door.arrive()
    take_account(administrator, code)
    appoint(
        administrator, "committee", "刘敏", new="yes", phone="13900000001", obtained="elected",
        basis="选举记录", from_on=f"{year - 1}-01-01", to_on=f"{year + 3}-12-31",
    )  # fmt: skip
    press(administrator, "发首次登录码")
    take_account(officer, "-".join(administrator.locator("#code span").all_inner_texts()))
    return officer
