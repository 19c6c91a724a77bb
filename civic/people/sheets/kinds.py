"""What a file is, by its content: the name may say anything."""

import re
from enum import StrEnum

from civic.confined.unfit import Unfit
from civic.core.message import say

ZIP = b"PK"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
MARKUP = re.compile(rb"\s*(<[!?a-zA-Z]|mime-version:|\{\\rtf)", re.IGNORECASE)
OTHER = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


class Kind(StrEnum):
    """The container; a zip is told apart further by what is in it."""

    ZIP = "zip"
    OLE = "ole"
    TEXT = "text"


def kind_of(body: bytes) -> Kind:
    """The container of a file; Unfit for what can be no list at all."""
    if not body.strip(b"\x00\r\n\t ") or body in (b"\xef\xbb\xbf", b"\xff\xfe"):
        raise Unfit(say("This file is empty. Please fill in the template and upload that."))
    if body.startswith(ZIP):
        return Kind.ZIP
    if body.startswith(OLE):
        return Kind.OLE
    if body.startswith(OTHER):
        raise Unfit(say("This is no table. Please save the list as .xlsx and upload that."))
    if MARKUP.match(body.removeprefix(b"\xef\xbb\xbf")):
        raise Unfit(
            say(
                "This is a web page that is only named like a table. Please open it in Excel or WPS, save it as .xlsx and upload that."
            )
        )
    if b"\x00" in body:
        raise Unfit(
            say("This is no table that can be read here. Please save it as .xlsx, or as CSV in UTF-8.")
        )
    return Kind.TEXT
