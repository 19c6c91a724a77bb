"""What the child does with a photo: unpack it, draw its pixels anew on a blank sheet, pack that.

Only pixels come over. Place, camera, hour, comments, thumbnails of the camera, a second file behind the first:
none of it is copied, so none can be forgotten.
"""

import io
import json
from base64 import b64encode
from contextlib import suppress
from typing import Any

from PIL import Image, ImageCms, ImageDraw, ImageOps

from civic.confined.unfit import Unfit
from civic.core.message import say
from civic.pictures.kinds import check_kind
from civic.pictures.limits import KEPT, NARROW, PIXELS, SIDE, SMALL_SIDE

FORMATS = ("JPEG", "PNG", "WEBP")
"""No other decoder is ever asked, whatever the file says it is."""
QUALITIES = ((SIDE, 84), (SIDE, 74), (SIDE, 62), (1280, 62), (1024, 58), (800, 50))
"""Tried in turn until the file is small enough; a photo of a street is at the first or second."""

Box = list[int]


def read(body: bytes) -> dict[str, Any]:
    """The large and the small picture of a file, and the large one's size.

    The first line holds the boxes that are to be black (none for a photo that was just sent), the rest is the file.
    """
    head, _, content = body.partition(b"\n")
    boxes: list[Box] = json.loads(head)
    check_kind(content)
    sheet = _blackened(_drawn(content), boxes)
    large, shape = _small_enough(sheet)
    sheet.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
    return {
        "large": b64encode(large).decode(), "small": b64encode(_packed(sheet, 76)).decode(),
        "width": shape[0], "height": shape[1],
    }  # fmt: skip


def _drawn(content: bytes) -> Image.Image:
    """The photo upright on a blank sheet, no longer than it is kept."""
    Image.MAX_IMAGE_PIXELS = None  # checked here, before a pixel is unpacked
    try:
        with Image.open(io.BytesIO(content), formats=FORMATS) as photo:
            _check_size(photo)
            photo.draft(
                "RGB", (SIDE, SIDE)
            )  # a JPEG is unpacked at a fraction of its size where that is enough
            return _on_white(_in_srgb(_upright(_shrunk(photo))))
    # What Pillow lets out for a file that is cut, broken or lies.
    except (
        OSError,
        ValueError,
        SyntaxError,
        EOFError,
        TypeError,
        IndexError,
        KeyError,
        OverflowError,
    ) as fault:
        raise Unfit(
            say("This photo is damaged or was not sent whole. Please open it once more and save or send it again.")
        ) from fault  # fmt: skip


def _check_size(photo: Image.Image) -> None:
    if photo.width * photo.height > PIXELS:
        raise Unfit(
            say(
                "This photo has more than %(most)s million pixels. Please choose a smaller one, or take a screenshot of it.",
                most=PIXELS // 1_000_000,
            )
        )
    if photo.format in {"PNG", "WEBP"} and getattr(photo, "n_frames", 1) > 1:
        raise Unfit(say("This picture moves. Please choose a photo, or take a screenshot of it."))
    scale = max(photo.width, photo.height, SIDE)
    if min(photo.width, photo.height) * SIDE // scale < NARROW:
        raise Unfit(
            say("This picture is too small or too narrow to show anything. Please choose another one.")
        )


def _shrunk(photo: Image.Image) -> Image.Image:
    """No longer than what is kept; palettes become colours first, or they could not be mixed."""
    if photo.mode in {"P", "1", "PA"}:
        photo = photo.convert("RGBA")
    elif photo.mode.startswith("I"):
        photo = photo.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    photo.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return photo


def _upright(photo: Image.Image) -> Image.Image:
    """Turned as the camera was held; a note about that which cannot be read turns nothing."""
    with suppress(Exception):
        return ImageOps.exif_transpose(photo)
    return photo


def _in_srgb(photo: Image.Image) -> Image.Image:
    """In the colours that every screen knows, where the photo says which it has."""
    profile = photo.info.get("icc_profile")
    if profile and photo.mode in {"RGB", "CMYK", "L"}:
        with suppress(ImageCms.PyCMSError, OSError, ValueError, TypeError):
            theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(
                photo, theirs, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            return turned or photo
    return photo


def _on_white(photo: Image.Image) -> Image.Image:
    """The pixels alone, on a sheet that knows nothing else; what could be seen through becomes white."""
    sheet = Image.new("RGB", photo.size, "white")
    if photo.mode in {"RGBA", "LA"} or "transparency" in photo.info:
        seen = photo.convert("RGBA")
        sheet.paste(seen, mask=seen.getchannel("A"))
    else:
        sheet.paste(photo.convert("RGB"))
    return sheet


def _blackened(sheet: Image.Image, boxes: list[Box]) -> Image.Image:
    pen = ImageDraw.Draw(sheet)
    for left, top, right, bottom in boxes:
        pen.rectangle((left, top, right - 1, bottom - 1), fill=(0, 0, 0))
    return sheet


def _small_enough(sheet: Image.Image) -> tuple[bytes, tuple[int, int]]:
    packed, shape = b"", sheet.size
    for side, quality in QUALITIES:
        if max(sheet.size) > side:
            sheet.thumbnail((side, side), Image.Resampling.LANCZOS)
        packed, shape = _packed(sheet, quality), sheet.size
        if len(packed) <= KEPT:
            break
    return packed, shape


def _packed(sheet: Image.Image, quality: int) -> bytes:
    whole = io.BytesIO()
    sheet.save(whole, "JPEG", quality=quality, optimize=True)
    return whole.getvalue()
