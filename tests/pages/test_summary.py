"""The summary of what is wrong names each field as the page does, in both languages."""

from pathlib import Path

import pytest

from civic.propose import acts
from civic.propose.rules import Nature
from civic.store.engine import Database
from civic.web.forms import Filled
from civic.web.summary import mark, name_fields
from tests.cast import Cast, gather
from tests.web import Browser, browser

OPTION = "/issues/GF-2026-001/option-paper/writing/A"


@pytest.fixture
def cast(database: Database) -> Cast:
    """An issue that is a topic of discussion."""
    cast = gather(database)
    with cast.acting("赵玉梅") as work:
        issue = acts.raise_issue(work, title="灯不亮", facts="坏了", wish="修好", category="repairs")
    with cast.acting("刘敏") as work:
        acts.verify_issue(work, issue.id, findings="属实", nature=Nature.SELF_GOVERNANCE)
        acts.accept_issue(work, issue.id, background="灯坏了", scope="怎么修", days=5)
    return cast


def summary(one: Browser) -> str:
    text = one.page.text
    return text[text.index('id="errors"') : text.index("</ul>", text.index('id="errors"'))]


def test_each_line_says_its_field(cast: Cast, tmp_path: Path) -> None:
    one = browser(cast, "吴波", folder=tmp_path)
    one.get(OPTION)
    assert one.post(OPTION, text="换灯").status == 422
    one.page.says("方案甲，谁承担：请填写这一项。", "方案甲，风险：请填写这一项。")
    assert "\x02" not in one.page.text
    one.client.cookies.set("civic-look", "m.auto.en")
    one.get(OPTION)
    one.post(OPTION, bearer="街道")
    one.page.says("Option A, What would be done: Please fill this in.")
    assert '<a href="#f-text">' in summary(one)


def test_a_field_that_is_not_on_the_page_has_no_name() -> None:
    form: Filled[object] = Filled()  # type: ignore[type-var]
    body = f"<a>{mark(form, 0)}那里</a>"
    assert name_fields(body, [form]) == name_fields(body, []) == "<a>那里</a>"
