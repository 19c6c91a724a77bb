"""Asking the child: it is given a file and a few seconds, and is gone afterwards in any case."""

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import BoundedSemaphore, Timer
from typing import Any

import civic
from civic.confined.child import Limits
from civic.confined.unfit import Unfit
from civic.core.message import Message

START = "import sys; sys.path.append(sys.argv[1]); from civic.confined.child import main; main(*sys.argv[2:])"
"""Isolated Python knows only installed packages; where Civic lies is told, so a checkout works as a wheel does."""
HOME = str(Path(civic.__file__).parent.parent)
NEEDED = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")
"""All that the child sees of our environment: no secret, no address of a database."""


@dataclass(frozen=True)
class Reader:
    """What reads one kind of file: its module, its limits, and what is said when it cannot."""

    module: str
    limits: Limits
    wall_seconds: float
    """So long a child lives."""
    busy: Message
    exhausted: Message
    """Memory or time was used up, or the reader fell over."""
    patience: float = 4.5
    """Seconds that a second file waits for the first."""
    one_at_a_time: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(1))
    """Two large files together would pass the memory that reading may take."""

    def read(self, body: bytes) -> Any:
        """What the child made of the file; `Unfit` in words, in time, whatever was sent."""
        if not self.one_at_a_time.acquire(timeout=self.patience):
            raise Unfit(self.busy)
        try:
            said = _asked(self, body)
        finally:
            self.one_at_a_time.release()
        if not said or len(said) > self.limits.answer:
            raise Unfit(self.exhausted)
        answer = json.loads(said)
        if unfit := answer.get("unfit"):
            raise Unfit(Message(unfit["text"], unfit["params"]))
        return answer["read"]


def _asked(reader: Reader, body: bytes) -> bytes:
    """What the child said; nothing where it died. The timer ends it even while we write to it."""
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", START, HOME, reader.module, *reader.limits.words()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in NEEDED if name in os.environ},
    )
    timer = Timer(reader.wall_seconds, child.kill)
    timer.start()
    try:
        said = _exchange(child, body, reader.limits.answer)
        with suppress(subprocess.TimeoutExpired):
            child.wait(1)
    finally:
        timer.cancel()
        child.kill()
        child.wait()
    return said if child.returncode == 0 else b""


def _exchange(child: "subprocess.Popen[bytes]", body: bytes, most: int) -> bytes:
    """Give the file, take the answer, never more of it than is allowed."""
    assert child.stdin is not None
    assert child.stdout is not None
    with child.stdout:
        with suppress(BrokenPipeError), child.stdin:
            child.stdin.write(body)
        return child.stdout.read(most + 1)
