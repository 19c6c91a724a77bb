"""What a room offers to the web: an address, a handler, a permission. No permission, no route."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.responses import Response

from civic.permissions import STEP_UP, Permission
from civic.web.call import Call
from civic.work import UnitOfWork

Handler = Callable[[Call, UnitOfWork], Response]
Before = Callable[[Call], object]
"""What takes long: hashing a password, reading an uploaded list. See `Route.before`."""


@dataclass(frozen=True)
class Route:
    """One address below a community. `writes` tells an act from a page; a `cached` page is public as a whole.

    `before` is run ahead of the transaction, once the permission is checked: the one writer must never wait
    for it. What it returns lies in `call.prepared`; what it raises is the answer. `upload` is how many bytes
    a file may have that is sent here; it lies in `call.upload`.
    """

    path: str
    handler: Handler
    permission: Permission
    writes: bool
    section: str = ""
    cached: bool = False
    before: Before | None = None
    upload: int = 0

    def __post_init__(self) -> None:
        if self.upload and self.permission in STEP_UP:
            raise ValueError(f"{self.path}: a file cannot be carried past the page that asks for a password")

    @property
    def slow(self) -> bool:
        """Whether it may wait for a password to be hashed or a list to be read."""
        return self.before is not None or (self.writes and self.permission in STEP_UP)

    @property
    def method(self) -> str:
        """GET for pages, POST for acts."""
        return "POST" if self.writes else "GET"


def page(
    path: str, handler: Handler, permission: Permission, section: str = "", *, cached: bool = False
) -> Route:
    """An address that shows something and cannot change anything."""
    return Route(path, handler, permission, writes=False, section=section, cached=cached)


def act(
    path: str, handler: Handler, permission: Permission, section: str = "", *, before: Before | None = None, upload: int = 0
) -> Route:  # fmt: skip
    """An address that takes a form and does one act."""
    return Route(path, handler, permission, writes=True, section=section, before=before, upload=upload)
