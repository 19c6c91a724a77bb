"""Whoever joins an issue that is there already brings along what they had typed."""

from typing import Any

import pytest

from civic.propose.tables import Addition
from tests.cast import Cast
from tests.propose.conftest import raised
from tests.propose.test_raising import walk

TITLE = {"title": "2号楼雨水管断了"}
FACTS = {"facts": "门口的雨水管断了一截。"}


@pytest.fixture
def there(cast: Cast) -> str:
    return raised(cast, "吴波", "门口雨水管断了一截")


def test_the_words_stand_on_its_page_without_a_name(cast: Cast, at: Any, there: str) -> None:
    zhao = at("赵玉梅")
    walk(zhao, title=TITLE, facts=FACTS).says("填写的内容会一并附上，显示在那件事的页面上")
    zhao.post("/issues/new/joined", reference=there).says("内容已附在那件事上")
    page = at().get(f"/issues/{there}")
    page.says("邻居补充", TITLE["title"], FACTS["facts"], "2号楼居民")
    assert "赵玉梅" not in page.text


def test_what_was_typed_as_private_stays_with_the_committee(cast: Cast, at: Any, there: str) -> None:
    zhao = at("赵玉梅")
    walk(zhao, title=TITLE, facts=FACTS, category={"category": "disputes"})
    zhao.post("/issues/new/joined", reference=there)
    for name, reads in {None: False, "孙浩": False, "赵玉梅": True, "刘敏": True}.items():
        assert (FACTS["facts"] in at(name).get(f"/issues/{there}").text) == reads, name


def test_they_leave_with_the_endorsement(cast: Cast, at: Any, there: str) -> None:
    zhao = at("赵玉梅")
    walk(zhao, title=TITLE, facts=FACTS)
    zhao.post("/issues/new/joined", reference=there)
    zhao.post("/issues/new/joined/undo")
    assert "邻居补充" not in at().get(f"/issues/{there}").text
    with cast.acting(None, write=False) as work:
        assert work.session.query(Addition).count() == 0
