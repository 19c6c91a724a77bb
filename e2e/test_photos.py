"""A photo from a phone: added, faces tapped black, sent; seen by everybody, hidden by the committee with its reason."""

import io
from pathlib import Path

import pytest
from PIL import Image

from e2e.browser import PHONE, PHONE_BARE, WIDE_BARE
from e2e.people import Cast, Person

STREET, FACE, SKIN = (120, 130, 140), (900, 200, 1100, 420), (230, 190, 160)
"""A street, and where on it a face is, in pixels of the photo."""
bare = pytest.mark.parametrize("look", [PHONE_BARE, WIDE_BARE], indirect=True, ids=str)
phone = pytest.mark.parametrize("look", [PHONE], indirect=True, ids=str)


@pytest.fixture
def street(tmp_path: Path) -> Path:
    """As a phone saves it, with the place where it was taken."""
    photo = Image.new("RGB", (1600, 1200), STREET)
    photo.paste(SKIN, FACE)
    exif = Image.Exif()
    exif[0x010F] = "canary phone"
    exif.get_ifd(0x8825)[1] = "N"
    photo.save(tmp_path / "IMG_0417 Zhao.jpg", quality=90, exif=exif)
    return tmp_path / "IMG_0417 Zhao.jpg"


def adds(who: Person, photo: Path) -> Person:
    """From the question what is wrong to the photo's own page."""
    who.opens("/issues/new/facts").fills(facts="门口的雨水管断了。").presses("Add photos").reads("有照片吗？")
    who.page.set_input_files("[name=file]", photo)
    return who.presses("Add this photo").reads("有人脸或车牌吗？")


def taps(who: Person, x: int, y: int) -> Person:
    """On the picture as it is drawn here, at a pixel of the photo."""
    drawn = who.page.locator("input[type=image]:visible")
    box = drawn.bounding_box()
    assert box is not None
    with who.page.expect_navigation():
        drawn.click(position={"x": x * box["width"] / 1600, "y": y * box["height"] / 1200})
    return who


@bare
def test_a_face_is_black_before_anybody_sees_it(cast: Cast, street: Path) -> None:
    zhao = cast["赵玉梅"].opens("/issues/new/title").fills(title="2号楼门口雨水管断了").presses("Continue")
    zhao.fills(category="repairs").presses("Continue").presses("Continue")
    adds(zhao, street).fills(size="large")
    taps(zhao, 300, 900)
    assert zhao.page.locator("main rect").count() == 1
    zhao.presses("Take the last box away")
    assert zhao.page.locator("main rect").count() == 0
    zhao.fills(size="large")
    taps(zhao, 1000, 310)
    zhao.fills(seen="断开的雨水管").presses("Done with this photo").presses("Continue")
    zhao.fills(wish="请接好。").presses("Continue").reads("提交前，请再看一遍", "照片", "也不能再撤销")
    zhao.presses("Confirm and send").presses("To the page of the issue").reads("提出事项，附 1 张照片")
    neighbour = cast[""].opens(zhao.path)
    small = neighbour.page.locator("main .photos img")
    assert small.get_attribute("alt") == "断开的雨水管"
    with neighbour.page.expect_navigation():
        small.click()
    where = str(neighbour.page.locator("main img").get_attribute("src"))
    file = neighbour.page.request.get(neighbour.visitor.base + where)
    assert (file.status, file.headers["content-type"]) == (200, "image/jpeg")
    assert b"canary" not in file.body()
    seen = Image.open(io.BytesIO(file.body())).convert("RGB")
    assert not seen.getexif()
    assert max(seen.getpixel((1000, 310))) < 10  # type: ignore[arg-type]
    assert min(seen.getpixel((300, 900))) > 90  # type: ignore[arg-type]
    neighbour.presses("To the page of the issue").reads("2号楼门口雨水管断了")


@phone
def test_the_committee_hides_a_photo_and_says_why(cast: Cast, street: Path) -> None:
    zhao = cast["赵玉梅"].opens("/issues/new/title").fills(title="楼道里堆了杂物").presses("Continue")
    zhao.fills(category="safety").presses("Continue").presses("Continue")
    adds(zhao, street).visitor.axe(zhao.page)
    zhao.presses("Done with this photo").presses("Continue").fills(wish="请清走。").presses("Continue")
    zhao.presses("Confirm and send").presses("To the page of the issue")
    issue = zhao.path
    liu = cast["刘敏"].opens(issue)
    with liu.page.expect_navigation():
        liu.page.locator("main .photos a").click()
    liu.unfolds("Hide this photo").fills(because="拍到了孩子的脸").presses("Hide it")
    liu.reads("照片已隐藏，理由已公开").visitor.axe(liu.page)
    assert not cast[""].opens(issue).reads("拍到了孩子的脸").page.locator("main .photos img").count()
    liu.presses("Show it again").reads("照片已恢复显示")
    assert cast[""].opens(issue).page.locator("main .photos img").count() == 1


@phone
def test_a_photo_that_is_none_is_said_to_be_none(cast: Cast, tmp_path: Path) -> None:
    page = tmp_path / "photo.jpg"
    page.write_text("<script>alert(1)</script>")
    zhao = cast["赵玉梅"].opens("/issues/new/photos")
    zhao.page.set_input_files("[name=file]", page)
    zhao.presses("Add this photo", status=422).reads("这里读不了这种文件")
    assert zhao.page.title().startswith("错误：")
