"""The child that reads a stranger's file: little memory, little time, no secret, no database.

A file comes on standard input, JSON goes to standard output: {"read": …} or {"unfit": a sentence}.
Whatever else happens (memory or time used up, a fault in the reader), the parent says so in words.
"""

import json
import sys
from dataclasses import astuple, dataclass
from importlib import import_module


@dataclass(frozen=True)
class Limits:
    """What a child may be given, use and say; bytes, but for the seconds of its processor."""

    body: int
    answer: int
    memory: int
    """Address space, the interpreter's own included."""
    cpu_seconds: int

    def words(self) -> list[str]:
        """How they are told to the child."""
        return [str(figure) for figure in astuple(self)]


def confine(limits: Limits) -> None:
    """Limits for the rest of this process, which the kernel keeps; before any byte of the file is read."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def answer_to(module: str, body: bytes, most: int) -> bytes:
    """What the child says about a file; nothing when that would be more than `most` bytes."""
    from civic.confined.unfit import Unfit

    try:
        read = import_module(module).read(body)
        said = json.dumps({"read": read}, ensure_ascii=False).encode("utf-8", "replace")
    except Unfit as unfit:
        because = unfit.because
        return json.dumps({"unfit": {"text": because.text, "params": dict(because.params)}}).encode()
    return said if len(said) <= most else b""


def main(module: str, *figures: str) -> None:
    """Read, say, end."""
    limits = Limits(*(int(figure) for figure in figures))
    confine(limits)
    sys.stdout.buffer.write(answer_to(module, sys.stdin.buffer.read(limits.body + 1), limits.answer))
