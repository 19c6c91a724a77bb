"""Paper that comes in, and the number that goes out on paper: rows of the matrix."""

from tests.security.rows import Row, send, show

NEW = {"slip": "new"}
PILE = {"channel": "slip", "received_on": "2026-02-27"}
SLIP = {"name": "无名氏", "title": "灯不亮", "category": "repairs", "facts": "三天了", "wish": "修好"}


def rows(speakers: frozenset[str], collectors: frozenset[str]) -> list[Row]:
    """Others than whoever raised or entered it, and the committee, are led to the public page."""
    hands_out = {"committee": 200}
    return [
        show(
            "/issues/{reference}/tear-off", "topic", speakers, then=303, but={"raiser": 200, **hands_out},
            but_other=hands_out,
        ),
        # Nobody here has begun a pile: each is led to its beginning.
        show("/issues/pile", "topic", collectors, then=303),
        show("/issues/pile/about", "topic", collectors),
        send("/issues/pile/about", "topic", collectors, PILE),
        send("/issues/pile/discard", "topic", collectors, {}),
        show("/issues/pile/slips/{slip}", "topic", collectors, params=NEW, then=303, far=False),
        send("/issues/pile/slips/{slip}", "topic", collectors, SLIP, params=NEW, then=422, far=False),
        send("/issues/pile/slips/{slip}/drop", "topic", collectors, {}, params={"slip": "1"}, then=404, far=False),
        show("/issues/pile/check", "topic", collectors, then=303),
        send("/issues/pile/check", "topic", collectors, {}, then=409),
        # The raiser entered it without anybody's help: there is no pile.
        show("/issues/{reference}/pile", "topic", collectors, then=404),
        show("/issues/{reference}/tear-offs", "topic", collectors, then=404),
    ]  # fmt: skip
