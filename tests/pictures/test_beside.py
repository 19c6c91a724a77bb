"""A photo that comes with the words what is wrong: one page less, and no word is lost when it is not taken."""

from typing import Any

import pytest

from civic.pictures.limits import BODY
from civic.pictures.rules import MOST
from tests.cast import Cast
from tests.pictures.raising import ANSWERS
from tests.pictures.snapshots import with_traces
from tests.web import Browser, Page, _page

FACTS = "风一吹就开，夜里没人管。"


def told(
    reader: Browser, body: bytes, base: str = "/issues/new", facts: str = FACTS, query: str = ""
) -> Page:
    """The question what is wrong, answered with a file, as a browser sends it."""
    reader.get(f"{base}/facts")
    answer = reader.client.post(
        f"/{reader.slug}{base}/facts{query}",
        data={**reader.hidden(f"{base}/facts"), "facts": facts},
        files={"file": ("IMG_canary.jpg", body, "image/jpeg")},
    )
    reader.page = _page(answer)
    return reader.page


def before(reader: Browser) -> Browser:
    """The questions before."""
    reader.get("/issues/new")
    for step in ("title", "category", "place"):
        reader.post(f"/issues/new/{step}", **ANSWERS[step])
    return reader


def test_seven_pages_with_a_photo(at: Any) -> None:
    zhao = before(at("赵玉梅"))
    told(zhao, with_traces()).says("您希望怎样")
    zhao.post("/issues/new/wish", wish="修好。").says("提交前", "点照片可以遮挡")
    assert "/photos/" in zhao.page.text
    zhao.post("/issues/new/check").says("已收到")


@pytest.mark.parametrize("body", [b"<script>", b"GIF89a", with_traces() + b"x" * BODY])
def test_no_word_is_lost_when_the_photo_is_not_taken(at: Any, body: bytes) -> None:
    zhao = before(at("赵玉梅"))
    page = told(zhao, body)
    assert page.status == 422
    assert FACTS in page.text
    assert zhao.get("/issues/new/photos").text.count("<img") == 0


def test_the_photo_is_not_looked_at_while_the_words_are_missing(at: Any) -> None:
    page = told(before(at("赵玉梅")), with_traces(), facts=" ")
    assert page.status == 422
    assert page.says("请填写这一项")


def test_more_photos_than_there_is_room_for(at: Any) -> None:
    zhao = before(at("赵玉梅"))
    for _ in range(MOST):
        assert told(zhao, with_traces()).status == 200
    page = told(zhao, with_traces())
    assert page.status == 422
    assert page.says(f"已有 {MOST} 张照片")


def test_add_photos_leads_to_the_photos(at: Any) -> None:
    told(before(at("赵玉梅")), with_traces(), query="?then=photos").says("有照片吗")


def test_on_behalf_too(cast: Cast, at: Any) -> None:
    head = at("刘志强")
    head.get("/issues/new-for/person")
    head.post("/issues/new-for/person", person_id=str(cast.people["王桂兰"]))
    head.post("/issues/new-for/channel", channel="slip")
    told(head, with_traces(), "/issues/new-for").says("代录：2号楼 501 王桂兰")
    assert head.get("/issues/new-for/photos").text.count("<img") == 1
