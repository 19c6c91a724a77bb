"""Who writes a draft resolution, amends it, answers: the residents' committee writes and answers, everybody who speaks
on the topic proposes, one's own is one's own (domain paper, section 4)."""

from tests.security.rows import Row, group, read, send, show

DRAFT = "/issues/{reference}/draft"
ONE = f"{DRAFT}/amendments/{{amendment}}"
COMMITTEE, AUTHOR, NOBODY = group("committee"), group("raiser"), group("")
OPEN, ANSWERED = {"amendment": "{amendment}"}, {"amendment": "{amended}"}
AMEND = {"passage": "2.0", "text": "第一条 换五盏灯。", "because": "三盏不够"}


def rows(speakers: frozenset[str]) -> list[Row]:
    """All of them; `speakers` have a home or an office here."""
    return [
        read(DRAFT, "topic"),
        show(f"{DRAFT}/new", "topic", COMMITTEE),
        send(DRAFT, "topic", COMMITTEE, {"text": "换灯。"}),
        show(f"{DRAFT}/amendments", "papers", speakers),
        send(f"{DRAFT}/amendments", "papers", speakers, AMEND),
        show(ONE, "papers", COMMITTEE, params=OPEN),
        send(ONE, "papers", COMMITTEE, {"decision": "decline", "reason": "够亮了"}, params=OPEN),
        send(f"{ONE}/withdrawal", "papers", AUTHOR, {}, params=OPEN, yes_other=NOBODY),
        # To everybody else there is no news of it.
        send(f"{ONE}/seen", "papers", AUTHOR, {}, params=ANSWERED, yes_other=NOBODY,
             but=dict.fromkeys(speakers - AUTHOR, 409), but_other=dict.fromkeys(speakers, 409)),
    ]  # fmt: skip
