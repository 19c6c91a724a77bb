"""Asking the child: it is given a file and a few seconds, and is gone afterwards in any case."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import Any

import civic
from civic.core.message import Message, say
from civic.people.sheets.limits import ANSWER, WALL_SECONDS
from civic.people.sheets.unfit import Unfit

START = "import sys; sys.path.append(sys.argv[1]); from civic.people.sheets.child import main; main()"
"""Isolated Python knows only installed packages; where Civic lies is told, so a checkout works as a wheel does."""
HOME = str(Path(civic.__file__).parent.parent)
ONE_AT_A_TIME = BoundedSemaphore(1)
"""Two large files together would pass the 512 MB that reading may take."""
NEEDED = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
"""All that the child sees of our environment: no secret, no address of a database."""


def grids_in(body: bytes) -> list[dict[str, Any]]:
    """The worksheets of the file as text (`grids.Grid`); Unfit in words, in time, whatever was sent."""
    if not ONE_AT_A_TIME.acquire(timeout=WALL_SECONDS):
        raise Unfit(say("Another list is being read just now. Please send yours again in a minute."))
    try:
        said = _asked(body)
    finally:
        ONE_AT_A_TIME.release()
    if not said or len(said) > ANSWER:
        raise exhausted()
    answer = json.loads(said)
    if unfit := answer.get("unfit"):
        raise Unfit(Message(unfit["text"], unfit["params"]))
    grids: list[dict[str, Any]] = answer["grids"]
    return grids


def exhausted() -> Unfit:
    """The child's memory or time was used up, or the reader fell over."""
    return Unfit(
        say(
            "This file takes too long or too much memory to read. Please copy the list, paste it as values only into a new workbook and upload that."
        )
    )


def _asked(body: bytes) -> bytes:
    """What the child said; nothing where it died. The timer ends it even while we write to it."""
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", START, HOME],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in NEEDED if name in os.environ},
    )
    timer = Timer(WALL_SECONDS, child.kill)
    timer.start()
    try:
        said = _exchange(child, body)
        with suppress(subprocess.TimeoutExpired):
            child.wait(1)
    finally:
        timer.cancel()
        child.kill()
        child.wait()
    return said if child.returncode == 0 else b""


def _exchange(child: "subprocess.Popen[bytes]", body: bytes) -> bytes:
    """Give the file, take the answer, never more of it than is allowed."""
    assert child.stdin is not None
    assert child.stdout is not None
    with child.stdout:
        with suppress(BrokenPipeError), child.stdin:
            child.stdin.write(body)
        return child.stdout.read(ANSWER + 1)
