"""`civic run`: start the server."""

import sys
from argparse import ArgumentParser, Namespace
from socket import socket

import uvicorn

from civic.commands.banner import banner
from civic.commands.migrate import prepare
from civic.commands.places import clock_file, communities
from civic.core.clock import Clock, SystemClock
from civic.core.entropy import SystemEntropy
from civic.core.holidays import official_calendar
from civic.demo.clock import DemoClock
from civic.settings import Settings, WrongSetting
from civic.web.behind import Behind

EPILOG = """example:
  CIVIC_PORT=8001 civic run
  Civic is at http://127.0.0.1:8001 (SQLite 3.53.2)"""

GRACE_SECONDS = 3
"""How long open pages may take to finish after SIGTERM."""


class Announced(uvicorn.Server):
    """Says where it is once it listens."""

    def __init__(self, config: uvicorn.Config, said: list[str]) -> None:
        super().__init__(config)
        self._said = said

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Listen, then speak."""
        await super().startup(sockets)
        if self.started:
            print("\n".join(self._said), flush=True)


def describe(parser: ArgumentParser) -> None:
    """Its words."""
    parser.epilog = EPILOG


def run(_given: Namespace, settings: Settings) -> int:
    """Migrate, wire, serve until stopped."""
    refuse_plain_public(settings)
    prepare(settings)
    from civic.app import build_house, build_workshop, create_app

    workshop = build_workshop(settings, clock_for(settings), SystemEntropy(), official_calendar())
    house = build_house(settings, workshop)
    config = uvicorn.Config(
        Behind(create_app(house), settings.public_url), host=settings.host, port=settings.port,
        loop="asyncio" if sys.platform == "win32" else "uvloop", access_log=False, log_level="warning",
        server_header=False, timeout_graceful_shutdown=GRACE_SECONDS,
    )  # fmt: skip
    server = Announced(config, banner(settings, workshop))
    server.run()
    workshop.database.close()
    return 0 if server.started else 1


def refuse_plain_public(settings: Settings) -> None:
    """Sign-in over plain http is for this machine alone."""
    if not settings.loopback and not settings.public_url.startswith("https://"):
        raise WrongSetting(
            f"CIVIC_HOST: {settings.host} can be reached by others over plain http. Put a proxy with https "
            "before it and set CIVIC_PUBLIC_URL=https://…, or use CIVIC_HOST=127.0.0.1."
        )


def clock_for(settings: Settings) -> Clock:
    """The machine's clock; the demo's where there is one and only this machine can reach the server."""
    if settings.loopback and any(communities(settings)):
        return DemoClock(SystemClock(), clock_file(settings))
    return SystemClock()
