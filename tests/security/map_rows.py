"""Who opens an opinion map, answers, suggests, looks over: neighbours answer, committee and panel keep it (domain
paper, section 4); what somebody answered is theirs alone."""

from tests.security.rows import Row, group, read, send, show

MAP = "/issues/{reference}/opinion-map"
KEEPERS = group("committee advisor")
RAISER, NOBODY = group("raiser"), group("")
NEW = {"reference": "{paper_reference}"}
SEEDS = {"step": "send", "statements": "灯要早点修好\n灯要省电\n灯要少一些", "closes_on": "2026-04-02"}


def rows(home: frozenset[str]) -> list[Row]:
    """All of them; `home` live or own here and hold no office."""

    others = {"but": dict.fromkeys(home - RAISER, 409), "but_other": dict.fromkeys(home, 409)}
    own = {"yes_other": NOBODY, **others}
    """The raiser has something there; other neighbours have not."""
    return [
        read(MAP, "topic"),
        read(f"{MAP}/results", "topic"),
        show(f"{MAP}/new", "topic", KEEPERS, params=NEW),
        send(MAP, "topic", KEEPERS, SEEDS, params=NEW),
        send(f"{MAP}/answers", "topic", home, {"statement": "2", "choice": "agree"}),
        send(f"{MAP}/answers/back", "topic", RAISER, {"statement": "1"}, **own),
        show(f"{MAP}/mine", "topic", home),
        send(f"{MAP}/mine/seen", "topic", RAISER, {}, **own),
        show(f"{MAP}/suggest", "topic", home),
        send(f"{MAP}/suggest", "topic", home, {"text": "灯要有人管"}),
        show(f"{MAP}/statements", "topic", KEEPERS),
        show(f"{MAP}/statements/{{statement}}", "topic", KEEPERS),
        send(f"{MAP}/statements/{{statement}}", "topic", KEEPERS, {"shown": "no", "reason": "与议题无关"}),
        # Only a map that is closed and has fifteen people has files.
        *(read(f"{MAP}/{name}.csv", "topic", then=404) for name in ("votes", "left-out", "statements")),
    ]
