"""Who answers, changes, reports, hides, appeals: everybody here speaks, one's own is one's own, the committee hides,
the supervisory committee decides (domain paper, section 4)."""

from tests.security.rows import Row, group, read, send, show

ONE = "/issues/{reference}/views/{contribution}"
COMMITTEE, SUPERVISOR = group("committee"), group("supervisor")
AUTHOR, NOBODY = group("raiser"), group("")

MINE, SAID, REPORTED = ({"contribution": f"{{{name}}}"} for name in ("mine", "said", "reported"))
HIDDEN, APPEALED = ({"contribution": f"{{{name}}}"} for name in ("hidden_words", "appealed_words"))
HIDE = {"ground": "insult", "because": "骂了邻居"}


def rows(speakers: frozenset[str]) -> list[Row]:
    """All of them; `speakers` have a home or an office here."""
    return [
        read(ONE, "topic", params=HIDDEN),
        send(f"{ONE}/replies", "topic", speakers, {"text": "同意您"}, params=SAID),
        send(f"{ONE}/reports", "topic", speakers, {"report": "insult"}, params=SAID),
        show(f"{ONE}/edit", "topic", AUTHOR, params=MINE, yes_other=NOBODY),
        send(
            f"{ONE}/edit", "topic", AUTHOR, {"stance": "against", "text": "还是不修"}, params=MINE, yes_other=NOBODY
        ),
        show(f"{ONE}/withdrawal", "topic", AUTHOR, params=MINE, yes_other=NOBODY),
        send(f"{ONE}/withdrawal", "topic", AUTHOR, {"sure": "yes"}, params=MINE, yes_other=NOBODY),
        send(f"{ONE}/kept", "topic", COMMITTEE, {}, params=REPORTED),
        show(f"{ONE}/hiding", "topic", COMMITTEE, params=SAID),
        send(f"{ONE}/hiding", "topic", COMMITTEE, HIDE, params=SAID),
        send(f"{ONE}/showing", "topic", COMMITTEE, {}, params=HIDDEN),
        show(f"{ONE}/appeal", "topic", AUTHOR, params=HIDDEN, yes_other=NOBODY),
        send(f"{ONE}/appeal", "topic", AUTHOR, {"text": "没有骂人"}, params=HIDDEN, yes_other=NOBODY),
        show(f"{ONE}/appeal-answer", "topic", SUPERVISOR, params=APPEALED),
        send(f"{ONE}/appeal-answer", "topic", SUPERVISOR, {"upheld": "yes", "answer": "没有骂人"}, params=APPEALED),
        # To everybody else there is no news of it.
        send(f"{ONE}/seen", "topic", AUTHOR, {}, params=HIDDEN, yes_other=NOBODY,
             but=dict.fromkeys(speakers - AUTHOR, 409), but_other=dict.fromkeys(speakers, 409)),
    ]  # fmt: skip
