"""Who writes the option paper, asks about it, answers: the advisory panel, the residents' committee for it; everybody
here asks; only whoever published it answers (domain paper, section 4)."""

from tests.security.rows import Row, group, read, send, show

PAPER = "/issues/{reference}/option-paper"
ANSWER = "/issues/{reference}/views/{contribution}/answer"
WRITERS, PANEL = group("advisor committee"), group("advisor")
FIRST, NEXT = {"version": "1"}, {"part": "C"}
ASKED = {"contribution": "{asked}"}
OPTION = {"text": "换灯", "bearer": "居委会", "risks": "无", "effects": "老人方便"}


def rows(speakers: frozenset[str]) -> list[Row]:
    """All of them; `speakers` have a home or an office here."""
    return [
        read(PAPER, "papers"),
        read(f"{PAPER}/versions/{{version}}", "papers", params=FIRST),
        show(f"{PAPER}/writing", "papers", WRITERS),
        send(f"{PAPER}/writing", "papers", WRITERS, {}),
        show(f"{PAPER}/writing/{{part}}", "papers", WRITERS, params=NEXT),
        send(f"{PAPER}/writing/{{part}}", "papers", WRITERS, OPTION, params=NEXT),
        # Nothing was changed yet.
        show(f"{PAPER}/publication", "papers", WRITERS),
        send(f"{PAPER}/publication", "papers", WRITERS, {"begun_from": "1", "reason": "核价"}, then=422),
        show(f"{PAPER}/questions", "papers", speakers),
        send(f"{PAPER}/questions", "papers", speakers, {"text": "钱谁出？"}),
        show(ANSWER, "papers", PANEL, params=ASKED),
        send(ANSWER, "papers", PANEL, {"text": "街道出。"}, params=ASKED),
    ]
