"""What a file is, by its first bytes: the name and the browser may say anything."""

from civic.confined.unfit import Unfit
from civic.core.message import say

HEIC = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")


def check_kind(content: bytes) -> None:
    """Nothing for a JPEG, PNG or WebP; Unfit says what to do about any other file."""
    if not content:
        raise Unfit(say("This file is empty. Please choose the photo again."))
    if content[4:8] == b"ftyp" and content[8:12] in HEIC:
        raise Unfit(
            say(
                "This is a HEIC photo, which most phones cannot show. Please take a screenshot of it and send that, or choose “Most Compatible” in the iPhone's settings under Camera, Formats."
            )
        )
    webp = content.startswith(b"RIFF") and content[8:12] == b"WEBP"
    if not webp and not content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        raise Unfit(say("This is no photo that can be read here. Please choose one in JPEG, PNG or WebP."))
