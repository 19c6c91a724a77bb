"""What a room offers to the web: an address, a handler, a permission. No permission, no route."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from civic.permissions import Permission
from civic.web.call import Call
from civic.work import UnitOfWork

Handler = Callable[[Call, UnitOfWork], Response]


@dataclass(frozen=True)
class Route:
    """One address below a community. `writes` tells an act from a page; a `cached` page is public as a whole."""

    path: str
    handler: Handler
    permission: Permission
    writes: bool
    section: str = ""
    cached: bool = False

    @property
    def method(self) -> str:
        """GET for pages, POST for acts."""
        return "POST" if self.writes else "GET"


def page(
    path: str, handler: Handler, permission: Permission, section: str = "", *, cached: bool = False
) -> Route:
    """An address that shows something and cannot change anything."""
    return Route(path, handler, permission, writes=False, section=section, cached=cached)


def act(path: str, handler: Handler, permission: Permission, section: str = "") -> Route:
    """An address that takes a form and does one act."""
    return Route(path, handler, permission, writes=True, section=section)
