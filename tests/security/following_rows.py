"""Who may follow what: everybody with a home or an office, whatever is open to all; what changed is for oneself."""

from tests.security.rows import Row, send, show


def rows(may: frozenset[str]) -> list[Row]:
    """With whoever that is."""
    return [
        show("/me/following", "topic", may),
        send("/me/following/looked", "topic", may, {"height": "5"}, far=False),
        send("/issues/{reference}/following", "topic", may, {}),
        send("/issues/{reference}/following/end", "topic", may, {}),
    ]
