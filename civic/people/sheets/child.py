"""The child that reads a stranger's file: little memory, little time, no secret, no database.

A file comes on standard input, JSON goes to standard output: {"grids": …} or {"unfit": a sentence}.
Whatever else happens (memory or time used up, a fault in the reader), the parent says so in words.
"""

import json
import sys

from civic.people.sheets.limits import ANSWER, BODY, CPU_SECONDS, MEMORY


def confine() -> None:
    """Limits for the rest of this process, which the kernel keeps; before any byte of the file is read."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))


def answer_to(body: bytes) -> bytes:
    """What the child says about a file."""
    from civic.people.sheets.grids import grids_of
    from civic.people.sheets.unfit import Unfit

    try:
        said = json.dumps({"grids": grids_of(body)}, ensure_ascii=False).encode("utf-8", "replace")
    except Unfit as unfit:
        because = unfit.because
        return json.dumps({"unfit": {"text": because.text, "params": dict(because.params)}}).encode()
    return said if len(said) <= ANSWER else b""


def main() -> None:
    """Read, say, end."""
    confine()
    sys.stdout.buffer.write(answer_to(sys.stdin.buffer.read(BODY + 1)))


if __name__ == "__main__":
    main()
