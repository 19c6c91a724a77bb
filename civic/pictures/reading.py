"""Photos are redrawn in a child (`civic.confined`), ahead of any transaction: outside, no decoder ever runs."""

import json
import shutil
from base64 import b64decode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from civic.confined.process import Reader
from civic.confined.unfit import Unfit
from civic.core.message import Message, say
from civic.pictures.limits import BODY, LIMITS, MIB, PATIENCE, WALL_SECONDS
from civic.pictures.rules import FREE_BYTES, Box

READER = Reader(
    "civic.pictures.redraw",
    LIMITS,
    WALL_SECONDS,
    busy=say("Photos of others are being read just now. Please send yours again in a minute."),
    exhausted=say(
        "This photo takes too long or too much memory to read. Please take a screenshot of it and send that."
    ),
    patience=PATIENCE,
)


@dataclass(frozen=True)
class Redrawn:
    """A photo as it is kept: pixels and nothing else."""

    large: bytes
    small: bytes
    width: int
    height: int

    @property
    def sha256(self) -> str:
        """Of the large one; its address carries it."""
        return sha256(self.large).hexdigest()


@dataclass(frozen=True)
class Unreadable:
    """Why a file is not taken, and what to do instead."""

    because: Message


def redrawn(body: bytes, boxes: Sequence[Box] = ()) -> Redrawn | Unreadable:
    """The photo in this file, redrawn, with these boxes black; or why not. At most 5 seconds and 512 MB."""
    if len(body) > BODY:
        return Unreadable(
            say("This photo is larger than %(most)s MB. Please choose a smaller one.", most=BODY // MIB)
        )
    try:
        read = READER.read(json.dumps(list(boxes)).encode() + b"\n" + body)
    except Unfit as unfit:
        return Unreadable(unfit.because)
    return Redrawn(b64decode(read["large"]), b64decode(read["small"]), read["width"], read["height"])


def has_room(folder: Path) -> bool:
    """Whether the disk has room for photos beside what acts need."""
    return shutil.disk_usage(folder).free >= FREE_BYTES
