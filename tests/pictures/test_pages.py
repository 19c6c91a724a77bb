"""A photo's way through the pages: added, blacked out, sent, seen by all, hidden with a reason."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from civic.people.rules.limits import Limit
from civic.pictures import rules
from civic.pictures.tables import Picture
from civic.propose.tables import Draft
from tests.cast import Cast
from tests.pictures.raising import answered, images, sent, tap, with_photo
from tests.pictures.snapshots import jpeg, packed, photo, with_traces
from tests.web import Browser


def rows(cast: Cast) -> list[Picture]:
    with cast.acting(None, write=False) as work:
        found = list(work.session.scalars(select(Picture).order_by(Picture.id)))
        for each in found:
            assert each.large
            assert each.small
        return found


def posted(reader: Browser, base: str = "/issues/new") -> str:
    """Sent; the address of the issue."""
    reader.get(f"{base}/check")
    page = reader.post(f"{base}/check")
    page.says("已收到")
    return f"/issues/{'GF-2026-001'}"


def fetch(reader: Browser, address: str) -> Any:
    return reader.client.get(address, follow_redirects=False)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"<script>alert(1)</script>", "请选 JPEG、PNG 或 WebP 格式的照片"),
        (packed(photo((64, 64)), "GIF"), "请选 JPEG、PNG 或 WebP 格式的照片"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "这是 HEIC 照片"),
        (jpeg()[:3000], "照片已损坏或没有传完整"),
        (packed(photo((3, 3)), "PNG"), "图片太小或太窄"),
    ],
)
def test_what_is_no_photo_is_answered_on_the_page(at: Any, cast: Cast, body: bytes, sentence: str) -> None:
    page = sent(at("赵玉梅"), body)
    assert page.status == 422
    page.says(sentence, "请再看一下")
    assert rows(cast) == []


def test_add_without_a_file_asks_for_one(at: Any) -> None:
    reader = at("赵玉梅")
    reader.get("/issues/new/photos")
    assert reader.post("/issues/new/photos", step="add").status == 422
    reader.page.says("请先选一张照片")


def test_on_without_a_photo_with_one_button(at: Any) -> None:
    reader = answered(at("赵玉梅"))
    reader.get("/issues/new/photos")
    reader.post("/issues/new/photos").says("提交前，请再看一遍", "照片", "没有")


def test_the_button_on_the_facts_leads_to_the_photos(at: Any) -> None:
    reader = at("赵玉梅")
    reader.get("/issues/new/facts")
    assert "/issues/new/facts?then=photos" in reader.page.text
    page = reader.post(
        "/issues/new/facts?then=photos", tokens=reader.hidden("/issues/new/facts"), facts="门坏了。"
    )
    page.says("有照片吗？")


def test_a_photo_is_taken_in_blacked_out_and_public_without_a_trace(at: Any, cast: Cast) -> None:
    zhao = answered(at("赵玉梅"))
    photo_at = with_photo(zhao)
    zhao.page.says("有人脸或车牌吗？")
    tap(zhao, photo_at, 200, 100).says("撤销上一处遮挡")
    tap(zhao, photo_at, 60, 60, size="medium", drawn="l")
    zhao.post(f"{photo_at}/undo")
    zhao.get(photo_at)
    zhao.post(photo_at, seen="单元门的闭门器断了").says("有照片吗？")
    [waiting] = rows(cast)
    assert len(waiting.boxes) == 1
    issue = posted(zhao)
    [kept] = rows(cast)
    assert (kept.draft_id, kept.boxes, kept.seen) == (None, [], "单元门的闭门器断了")
    assert kept.sha256 != waiting.sha256
    visitor = at()
    page = visitor.get(issue)
    page.says("提出事项，附 1 张照片")
    assert 'alt="单元门的闭门器断了"' in page.text
    [small] = images(page)
    large = images(visitor.get(f"/pictures/{kept.id}"))[0]
    for address, side in ((small, 400), (large, 1600)):
        answer = fetch(visitor, address)
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "image/jpeg"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]
        assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"
        assert "IMG_canary" not in str(answer.headers)
        assert "set-cookie" not in answer.headers
        picture = Image.open(io.BytesIO(answer.content))
        assert max(picture.size) <= side
        at_x, at_y = picture.width * 200 // 320, picture.height * 100 // 240
        assert max(picture.getpixel((at_x, at_y))) <= 8  # type: ignore[arg-type]
        assert not picture.getexif()
        assert b"canary" not in answer.content


def test_the_pixels_below_a_box_are_nowhere_in_the_file(at: Any, cast: Cast, database_url: str) -> None:
    zhao = answered(at("赵玉梅"))
    photo_at = with_photo(zhao)
    tap(zhao, photo_at, 200, 100)
    [waiting] = rows(cast)
    posted(zhao)
    [kept] = rows(cast)
    assert kept.large != waiting.large
    with cast.acting(None, write=False) as work:
        drafts = work.session.query(Draft).count()
    assert drafts == 0
    if database_url.startswith("sqlite"):
        cast.workshop.database.close()  # which works its journal in
        whole = Path(database_url.removeprefix("sqlite:///")).read_bytes()
        # SQLite cuts a long value into pages of 4 KB: its middle would stand whole in one of them.
        assert kept.large[6000:6500] in whole
        assert waiting.large[6000:6500] not in whole
        assert waiting.small[600:900] not in whole


def test_a_draft_is_its_owners_alone(at: Any, cast: Cast) -> None:
    zhao = at("赵玉梅")
    photo_at = with_photo(zhao)
    [address, *_] = images(zhao.page)
    own = fetch(zhao, address)
    assert (own.status_code, own.headers["cache-control"]) == (200, "no-store")
    number = photo_at.rpartition("/")[2]
    for name in ("孙浩", "刘敏", None, "维托"):
        other = at(name)
        assert fetch(other, address).status_code == 404
        assert other.get(f"/pictures/{number}").status == 404
        if name in {"孙浩", "刘敏"}:
            assert other.get(f"/issues/new/photos/{number}").status == 404
    zhao.get("/issues/new/photos")
    zhao.get(photo_at)
    zhao.post(f"{photo_at}/remove").says("照片已删除")
    assert rows(cast) == []
    assert fetch(zhao, address).status_code == 404


def test_nobody_marks_or_removes_the_photo_of_another_draft(at: Any, cast: Cast) -> None:
    photo_at = with_photo(at("赵玉梅"))
    sun = at("孙浩")
    own = with_photo(sun)
    for end, typed in (
        ("boxes", {"size": "large", "m.x": "9", "m.y": "9"}),
        ("undo", {}),
        ("remove", {}),
        ("", {}),
    ):
        sun.get(own)
        answer = sun.post(f"{photo_at}/{end}".rstrip("/"), tokens=sun.tokens(), **typed)
        assert answer.status == 404
    assert [each.boxes for each in rows(cast)] == [[], []]


def test_another_community_knows_nothing_of_it(at: Any, cast: Cast) -> None:
    zhao = answered(at("赵玉梅"))
    with_photo(zhao)
    posted(zhao)
    [kept] = rows(cast)
    vito = at("维托")
    assert vito.get(f"/pictures/{kept.id}").status == 404
    assert fetch(vito, f"/weiwan{kept.large_path}").status_code == 404


def test_four_photos_at_most(at: Any, cast: Cast) -> None:
    zhao = answered(at("赵玉梅"))
    for _ in range(4):
        with_photo(zhao)
    zhao.get("/issues/new/photos").says("已有 4 张照片，请先删掉一张")
    assert 'type="file"' not in zhao.page.text
    assert sent(zhao, with_traces()).status == 409
    assert len(rows(cast)) == 4
    posted(zhao)
    assert len({each.issue_id for each in rows(cast)}) == 1


def test_the_photos_go_with_the_draft(at: Any, cast: Cast) -> None:
    zhao = answered(at("赵玉梅"))
    with_photo(zhao)
    zhao.get("/issues/new/check").says("照片")
    zhao.post("/issues/new/discard")
    assert rows(cast) == []


def test_who_collects_for_a_neighbour_adds_photos_too(at: Any, cast: Cast) -> None:
    liu = at("刘敏")
    for step, typed in (
        ("person", {"person_id": str(cast.people["孙浩"])}),
        ("channel", {"channel": "visit"}),
    ):
        liu.get(f"/issues/new-for/{step}")
        assert liu.post(f"/issues/new-for/{step}", **typed).status == 200
    answered(liu, "/issues/new-for")
    with_photo(liu, "/issues/new-for")
    issue = posted(liu, "/issues/new-for")
    at().get(issue).says("代录提出，附 1 张照片")
    assert [each.owner_id for each in rows(cast)] == [cast.people["刘敏"]]


def test_too_many_in_an_hour_wait(at: Any, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_HOUR", Limit("photo", 2, rules.MOST_HOUR.within))
    zhao = at("赵玉梅")
    assert sent(zhao, b"x").status == 422
    assert sent(zhao, b"x").status == 422
    third = sent(zhao, with_traces())
    assert third.status == 429
    third.says("您传的照片较多")
    assert rows(cast) == []


def test_a_full_disk_takes_no_photos(at: Any, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("civic.pictures.reading.FREE_BYTES", 10**18)
    assert sent(at("赵玉梅"), with_traces()).status == 409
    assert rows(cast) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"size": "large"}, "请点一下照片"),
        ({"size": "large", "m.x": "0", "m.y": "0"}, "请点一下照片"),
        ({"size": "huge", "m.x": "9", "m.y": "9"}, "请选择其中一项"),
        ({"size": "large", "m.x": "99999", "m.y": "9"}, "请填写不大于"),
        ({"size": "large", "across": "101", "down": "5"}, "请填写不大于"),
        ({"size": "large", "x": "9", "y": "9"}, "表单里没有这一项"),
    ],
)
def test_a_tap_that_is_none_is_answered_on_the_page(
    at: Any, cast: Cast, typed: dict[str, Any], sentence: str
) -> None:
    zhao = at("赵玉梅")
    photo_at = with_photo(zhao)
    page = zhao.post(f"{photo_at}/boxes", **typed)
    assert page.status == 422
    page.says(sentence)
    assert rows(cast)[0].boxes == []


def test_a_box_without_mouse_or_finger(at: Any, cast: Cast) -> None:
    zhao = at("赵玉梅")
    photo_at = with_photo(zhao)
    zhao.post(f"{photo_at}/boxes", size="small", across="50", down="50", **{"m.x": "0", "m.y": "0"})
    [kept] = rows(cast)
    left, top, right, bottom = kept.boxes[0]
    assert left <= kept.width // 2 < right
    assert top <= kept.height // 2 < bottom


def test_boxes_that_change_under_the_sender_stop_it(
    at: Any, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    from civic.pictures import keeping

    zhao = answered(at("赵玉梅"))
    photo_at = with_photo(zhao)
    tap(zhao, photo_at, 100, 100)
    burnt = keeping.burnt

    def meanwhile(waiting: Any) -> Any:
        done = burnt(waiting)
        with cast.acting("赵玉梅") as work:
            work.session.scalars(select(Picture)).one().boxes = [[0, 0, 32, 32], [64, 64, 96, 96]]
        return done

    monkeypatch.setattr(keeping, "burnt", meanwhile)
    zhao.get("/issues/new/check")
    answer = zhao.post("/issues/new/check")
    assert answer.status == 409
    answer.says("遮挡刚才有改动")
    assert rows(cast)[0].issue_id is None


def test_the_committee_hides_a_photo_with_a_public_reason_and_shows_it_again(at: Any, cast: Cast) -> None:
    zhao = answered(at("赵玉梅"))
    with_photo(zhao)
    issue = posted(zhao)
    [kept] = rows(cast)
    page, large = f"/pictures/{kept.id}", f"/gongfu{kept.large_path}"
    sun = at("孙浩")
    sun.get(issue)
    assert "hide" not in sun.get(page).text
    liu = at("刘敏")
    liu.get(page)
    assert liu.post(f"{page}/hide", because=" ").status == 422
    liu.post(f"{page}/hide", because="拍到了孩子的脸").says("照片已隐藏，理由已公开", "拍到了孩子的脸")
    assert fetch(liu, large).status_code == 200
    assert fetch(liu, large).headers["cache-control"] == "no-store"
    for reader in (at(), sun, zhao):
        reader.get(issue).says("隐藏了一张照片：拍到了孩子的脸", "有一张照片被隐藏")
        assert images(reader.page) == []
        reader.get(page).says("居民委员会于", "拍到了孩子的脸")
        assert images(reader.page) == []
        assert fetch(reader, large).status_code == 404
    liu.get(page)
    liu.post(f"{page}/show").says("照片已恢复显示")
    assert fetch(at(), large).status_code == 200
    at().get(issue).says("一张隐藏过的照片恢复显示")
