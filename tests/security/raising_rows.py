"""Who may say what is wrong, with a photo; who may say that a matter is there already: whoever raises, with a draft that is whole; others have none."""

from tests.security.rows import Row, send, show


def rows(base: str, may: frozenset[str]) -> list[Row]:
    """Of one way of raising. Nobody here has put a draft by, and none is whole."""
    return [
        send(f"{base}/facts", "topic", may, {"facts": "灯坏了三天"}, far=False),
        show(f"{base}/joined", "topic", may, then=303),
        send(f"{base}/joined", "topic", may, {"reference": "GF-2026-001"}, then=409),
        send(f"{base}/joined/undo", "topic", may, {}, then=404),
        send(f"{base}/joined/discard", "topic", may, {}, then=404),
    ]
