"""What a photo is after it was redrawn: no place, no hour; upright; black where a box stands."""

import io

import pytest
from PIL import Image

from civic.pictures.reading import Redrawn, redrawn
from civic.pictures.rules import EDGE, GRID, PARTS, SHOWN, Box, Size, box_at, may_add, may_mark, scaled
from tests.pictures import snapshots
from tests.pictures.snapshots import jpeg, packed, photo


def taken(body: bytes, *boxes: Box) -> Redrawn:
    read = redrawn(body, boxes)
    assert isinstance(read, Redrawn)
    return read


def opened(body: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(body))
    picture.load()
    return picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_place_hour_camera_and_comments_are_gone(kind: str) -> None:
    sent = snapshots.with_traces(kind)
    before = opened(sent)
    assert before.getexif().get_ifd(0x8825), "the place was planted"
    assert before.info.get("icc_profile")
    read = taken(sent)
    for body in (read.large, read.small):
        after = opened(body)
        assert not after.getexif()
        assert not after.getexif().get_ifd(0x8825)
        assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert b"canary" not in body
        assert b"Exif" not in body
        assert b"ICC_PROFILE" not in body
        assert b"2026:03:02" not in body
        assert b"http" not in body


@pytest.mark.parametrize(("orientation", "dark_side"), [(1, "left"), (3, "right"), (6, "top"), (8, "bottom")])
def test_it_stands_upright(orientation: int, dark_side: str) -> None:
    picture = opened(taken(snapshots.with_traces(orientation=orientation)).large)
    assert (picture.width > picture.height) == (orientation in {1, 3})
    w, h = picture.size
    halves = {
        "left": (0, 0, w // 2, h), "right": (w // 2, 0, w, h), "top": (0, 0, w, h // 2), "bottom": (0, h // 2, w, h),
    }  # fmt: skip
    bright = {side: sum(picture.crop(half).resize((1, 1)).getpixel((0, 0))) for side, half in halves.items()}  # type: ignore[arg-type]
    assert min(bright, key=lambda side: bright[side]) == dark_side


def test_what_could_be_seen_through_is_white_and_hides_nothing() -> None:
    secret = Image.new("RGBA", (400, 300), (200, 0, 0, 0))
    assert opened(taken(packed(secret, "PNG")).large).getpixel((200, 150)) == (255, 255, 255)


def test_boxes_are_really_black_in_the_large_and_the_small_one() -> None:
    first = taken(jpeg((1600, 1200)))
    box = box_at(Size.LARGE, 800, 600, first.width, first.height)
    corner = box_at(Size.SMALL, 1599, 1199, first.width, first.height)
    after = taken(first.large, box, corner)
    assert (after.width, after.height) == (first.width, first.height)
    large, small = opened(after.large), opened(after.small)
    for left, top, right, bottom in (box, corner):
        inside = large.crop((left + GRID, top + GRID, right - GRID, bottom - GRID))
        assert max(high for _low, high in inside.getextrema()) <= 2  # type: ignore[misc]
    scale = small.width / large.width
    left, top, right, bottom = (round(side * scale) for side in box)
    inside = small.crop((left + GRID, top + GRID, right - GRID, bottom - GRID))
    assert max(high for _low, high in inside.getextrema()) <= 6  # type: ignore[misc]
    assert sum(large.getpixel((1300, 200))) > 200  # type: ignore[arg-type]


def test_nothing_below_a_box_can_be_told_from_what_is_left() -> None:
    """Two photos that differ below the box alone are the same file afterwards: no trace beside it either."""
    one, other = photo((1600, 1200)), photo((1600, 1200))
    box = box_at(Size.MEDIUM, 505, 707, 1600, 1200)
    left, top, right, bottom = box
    other.paste((0, 255, 0), (left + 3, top + 3, right - 3, bottom - 3))
    first, second = (taken(packed(each, "PNG")) for each in (one, other))
    assert first.large != second.large
    burnt = [taken(each.large, box) for each in (first, second)]
    assert burnt[0].large == burnt[1].large
    assert burnt[0].small == burnt[1].small


@pytest.mark.parametrize("size", list(Size))
@pytest.mark.parametrize(("x", "y"), [(0, 0), (1599, 0), (0, 1199), (1599, 1199), (801, 399), (16, 16)])
def test_a_box_covers_the_place_and_stays_on_the_picture(size: Size, x: int, y: int) -> None:
    left, top, right, bottom = box_at(size, x, y, 1600, 1200)
    assert 0 <= left <= x < right <= 1600
    assert 0 <= top <= y < bottom <= 1200
    assert left in {0, (left + EDGE) // GRID * GRID - EDGE}
    assert right == 1600 or (right - EDGE) % GRID == 0
    if (x, y) == (801, 399):
        assert right - left >= 1600 // PARTS[size]


def test_a_tap_means_the_same_place_however_wide_the_picture_is_drawn() -> None:
    places = {scaled(wide // 2, wide, 1600) for wide in SHOWN.values()}
    assert places == {800}
    assert scaled(640, 640, 1600) == 1599
    assert scaled(10**6, 320, 1600) == 1599


def test_four_photos_and_forty_boxes_are_enough() -> None:
    assert may_add(3)
    assert not may_add(4)
    assert may_mark(39)
    assert not may_mark(40)
