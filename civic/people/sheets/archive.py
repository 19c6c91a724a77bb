"""The parts of a zipped workbook, none taken out before its size and name are known."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from civic.confined.unfit import Unfit
from civic.core.message import say
from civic.people.sheets.limits import PARTS, UNPACKED

PACKING = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
NAMED = 200
"""Characters in the name of a part."""
LOCKED = 1
"""The flag of a part that asks for a password."""


class Archive:
    """A zip whose table of contents was found harmless; `take` unpacks one part."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened
        self._left = UNPACKED
        self.parts = {part.filename: part for part in opened.infolist()}
        _check_contents(opened.infolist())

    def take(self, name: str) -> bytes:
        """The bytes of a part; counted as they come, since what is declared may be a lie."""
        with self._opened.open(self.parts[name]) as part:
            content = part.read(self._left + 1)
        self._left -= len(content)
        if self._left < 0:
            raise too_large()
        return content


@contextmanager
def opened(body: bytes) -> Iterator[Archive]:
    """The archive in these bytes; Unfit where it is damaged, locked, too large or plays tricks."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            yield Archive(archive)
    # Each of these is what zipfile lets out for some broken or hostile archive: a bad stream, a cut one, a method or
    # an encryption it does not know, a place outside the file.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as fault:
        raise Unfit(
            say(
                "This file is damaged or was not sent whole. Please open it in Excel or WPS, save it again and upload that."
            )
        ) from fault


def repacked(parts: dict[str, bytes]) -> bytes:
    """A new zip of just these parts: what is read afterwards is what was checked, and nothing else."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return whole.getvalue()


def too_large() -> Unfit:
    """More than it should be once it is unpacked."""
    return Unfit(
        say(
            "Unpacked, this file is larger than %(most)s MB. Please copy the list alone into a new workbook and upload that.",
            most=UNPACKED // 1024 // 1024,
        )
    )


def _check_contents(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & LOCKED for part in parts):
        raise locked()
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise too_large()
    names = {part.filename.casefold() for part in parts}
    if len(names) < len(parts) or any(_odd(part) for part in parts):
        raise Unfit(
            say(
                "This file is not built like a workbook. Please save it again as .xlsx in Excel or WPS and upload that."
            )
        )


def locked() -> Unfit:
    """It asks for a password."""
    return Unfit(say("This file is protected with a password. Please save it without one and upload that."))


def _odd(part: zipfile.ZipInfo) -> bool:
    name = part.filename
    climbs = name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")
    return climbs or len(name) > NAMED or part.compress_type not in PACKING
