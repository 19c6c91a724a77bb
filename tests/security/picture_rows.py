"""Who sees and handles photos: in a draft its owner alone, posted everybody, hidden by the committee."""

from tests.security.rows import SIGNED_IN, Row, group, read, send, show

COMMITTEE = group("committee")
OTHERS = frozenset[str]()
SHOWN = {"picture": "{shown_picture}"}
HIDDEN = {"picture": "{hidden_picture}"}

POSTED = [
    read("/pictures/{picture}", "topic", params=SHOWN),
    read("/pictures/{picture}/{file}", "topic", params={**SHOWN, "file": "{shown_file}"}),
    send("/pictures/{picture}/hide", "topic", COMMITTEE, {"because": "拍到了孩子"}, params=SHOWN),
    send("/pictures/{picture}/show", "topic", COMMITTEE, {}, params=HIDDEN),
]
KEPT = {"/pictures/{picture}/{file}"}
"""Files that are public for good: a browser may keep them, whoever is signed in."""


def drafts(base: str, may: frozenset[str], owner: str, picture: str) -> list[Row]:
    """The photos of one way of raising. Each has their own draft; of a photo in another's nobody learns."""
    one, mine = f"{base}/photos/{{picture}}", group(owner)
    # Whoever may not raise at all is told so; whoever may gets a plain 404.
    without = dict.fromkeys(SIGNED_IN - may - {"suspended"}, 403)
    private = {
        "params": {"picture": picture},
        "yes_other": OTHERS,
        "no": 404,
        "but": without,
        "but_other": without,
    }
    tap = {"size": "large", "m.x": "100", "m.y": "80"}
    return [
        show(f"{base}/photos", "topic", may),
        # Without a file it goes on to the next question.
        send(f"{base}/photos", "topic", may, {}),
        show(one, "topic", mine, **private),
        send(one, "topic", mine, {"seen": "断了的闭门器"}, **private),
        send(f"{one}/boxes", "topic", mine, tap, **private),
        send(f"{one}/undo", "topic", mine, {}, **private),
        send(f"{one}/remove", "topic", mine, {}, **private),
    ]


def rows(speakers: frozenset[str], collectors: frozenset[str]) -> list[Row]:
    """All of them."""
    return [
        *POSTED,
        *drafts("/issues/new", speakers, "raiser", "{own_picture}"),
        *drafts("/issues/new-for", collectors, "volunteer", "{for_picture}"),
    ]
