"""A resident with a phone: from the first question to a photo on the public page."""

import re
from typing import Any

from tests.pictures.snapshots import with_traces
from tests.web import Browser, Page, _page

ANSWERS: dict[str, dict[str, Any]] = {
    "title": {"title": "单元门关不上"},
    "category": {"category": "repairs"},
    "place": {"building_id": "2", "entrance": "1"},
    "facts": {"facts": "风一吹就开。"},
    "wish": {"wish": "修好闭门器。"},
}


def answered(reader: Browser, base: str = "/issues/new") -> Browser:
    """All questions but the photos."""
    reader.get(base)
    for step, typed in ANSWERS.items():
        assert reader.post(f"{base}/{step}", **typed).status == 200
    return reader


def sent(
    reader: Browser, body: bytes, base: str = "/issues/new", name: str = "IMG_canary.jpg", **typed: str
) -> Page:
    """The form of the photos' page with a file, as a browser sends it."""
    reader.get(f"{base}/photos")
    action = f"/{reader.slug}{base}/photos"
    answer = reader.client.post(
        action, data={**reader.hidden(f"{base}/photos"), **typed}, files={"file": (name, body, "image/jpeg")}
    )
    reader.page = _page(answer)
    return reader.page


def with_photo(reader: Browser, base: str = "/issues/new", **more: Any) -> str:
    """One photo in the draft; the address of its page."""
    page = sent(reader, with_traces(), base, **more)
    assert page.status == 200, page.text
    found = re.search(rf'action="/\w+({base}/photos/\d+)/boxes"', page.text)
    assert found, page.text
    return found[1]


def tap(reader: Browser, photo: str, x: int, y: int, *, size: str = "large", drawn: str = "m") -> Page:
    """A tap on the picture, as Chromium sends that of an image button."""
    reader.get(photo)
    typed: dict[str, Any] = {"size": size, f"{drawn}.x": str(x), f"{drawn}.y": str(y)}
    return reader.post(f"{photo}/boxes", **typed)


def images(page: Page) -> list[str]:
    """Where the JPEGs of a page stand."""
    return list(dict.fromkeys(re.findall(r'src="(/\w+/pictures/\d+/\w+-\w+\.jpg)"', page.text)))
