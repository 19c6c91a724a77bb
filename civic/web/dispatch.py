"""Finds the route of an address by its room first: a house of a hundred routes is not walked for every page."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from starlette.routing import Match, Route, Router
from starlette.types import Receive, Scope, Send


class Rooms(Router):
    """A router whose routes all begin with `/{community}`; the word after it names the room."""

    def __init__(self, routes: Sequence[Route], lifespan: Any) -> None:
        super().__init__(routes, lifespan=lifespan)
        self._rooms: dict[str, list[Route]] = defaultdict(list)
        for route in routes:
            self._rooms[_room(route.path)].append(route)

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Try the room's own routes; whatever they do not know, the whole list answers."""
        if scope["type"] == "http":
            for route in self._rooms.get(_room(scope["path"]), ()):
                match, child = route.matches(scope)
                if match is Match.FULL:
                    scope.update(child)
                    await route.handle(scope, receive, send)
                    return
        await super().app(scope, receive, send)


def _room(path: str) -> str:
    """The second word of an address: issues in /gongfu/issues/GF-2026-017."""
    words = path.split("/", 3)
    return words[2] if len(words) > 2 else ""
