"""Who calls talks and writes down what came of them: the residents' committee and the heads, each their own; the
committee all (domain paper, section 4)."""

from tests.security.rows import Row, group, read, send, show

TALK = "/issues/{reference}/talks/{talk}"
CALLERS, COMMITTEE = group("committee building_head entrance_head"), group("committee")
CALL = {
    "step": "send", "kind": "hearing", "bodies": "committee", "on": "2026-04-20", "hour": "19:00", "place": "会客厅",
    "agenda": "换灯",
}  # fmt: skip
MOVE = {"on": "2026-04-21", "hour": "19:00", "place": "会客厅", "because": "停电"}
HELD = {"talk": "{held_talk}"}

CALLING: list[Row] = [
    show("/issues/{reference}/talks/new", "topic", CALLERS),
    send("/issues/{reference}/talks", "topic", CALLERS, CALL),
    read(TALK, "topic"),
    read(f"{TALK}/print", "topic"),
    # Called by the committee: no head changes it.
    show(f"{TALK}/move", "topic", COMMITTEE),
    send(f"{TALK}/move", "topic", COMMITTEE, MOVE),
    show(f"{TALK}/calling-off", "topic", COMMITTEE),
    send(f"{TALK}/calling-off", "topic", COMMITTEE, {"because": "改为上门听取意见"}),
    show(f"{TALK}/outcome", "topic", CALLERS, params=HELD),
    send(
        f"{TALK}/outcome",
        "topic",
        CALLERS,
        {"step": "send", "residents": "9", "consensus": "换灯"},
        params=HELD,
    ),
]
