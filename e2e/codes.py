"""What a phone's camera makes of a code on paper: a well-kept decoder of its own, not the one that drew it."""

from io import BytesIO

import zxingcpp
from PIL import Image, ImageFilter
from playwright.sync_api import Locator

ASKEW, BLUR = 7, 1
"""Degrees by which nobody holds a phone straight; pixels of a hand that is not still."""


def scanned(drawn: Locator) -> str:
    """What the one code in this part of a page says, read off its picture as it is printed."""
    drawn.page.emulate_media(media="print")
    picture = Image.open(BytesIO(drawn.screenshot())).convert("L")
    drawn.page.emulate_media(media="screen")
    held = picture.rotate(ASKEW, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)
    (found,) = zxingcpp.read_barcodes(held.filter(ImageFilter.GaussianBlur(BLUR)))
    assert found.format == zxingcpp.BarcodeFormat.QRCode, found.format
    return found.text
