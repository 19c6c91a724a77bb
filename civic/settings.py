"""Settings: read from the environment once; a wrong value stops the start with a sentence."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

PACKAGE = Path(__file__).parent


class WrongSetting(Exception):
    """A setting that cannot be used; the text says how to mend it."""


@dataclass(frozen=True)
class Settings:
    """Where things are. Every field has a `CIVIC_` variable of the same name."""

    database_url: str
    data_dir: Path
    secret_file: Path
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = ""
    demo_today: str = ""
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_secret: str = field(default="", repr=False)
    oidc_secret_file: str = ""
    oidc_name: str = ""

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in {"127.0.0.1", "::1", "localhost"}


def place_of(folder: str) -> Path:
    """Where templates/, static/ or migrations/ lie: beside the package, or inside a wheel."""
    beside = PACKAGE.parent / folder
    return beside if beside.is_dir() else PACKAGE / "_data" / folder


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """The settings of this process; `WrongSetting` names the variable and its remedy."""
    data_dir = Path(environ.get("CIVIC_DATA_DIR") or "var").absolute()
    return Settings(
        database_url=_database_url(environ.get("CIVIC_DATABASE_URL") or f"sqlite:///{data_dir}/civic.sqlite"),
        data_dir=data_dir,
        secret_file=Path(environ.get("CIVIC_SECRET_FILE") or data_dir / "secret").absolute(),
        host=environ.get("CIVIC_HOST") or "127.0.0.1",
        port=_port(environ.get("CIVIC_PORT") or environ.get("PORT") or "8000"),
        public_url=_public_url(environ.get("CIVIC_PUBLIC_URL") or ""),
        demo_today=_day(environ.get("CIVIC_DEMO_TODAY") or ""),
        **_oidc(environ),
    )


def _database_url(url: str) -> str:
    if url.startswith("postgresql://"):
        return "postgresql+psycopg://" + url.removeprefix("postgresql://")
    if url.startswith(("sqlite:///", "postgresql+psycopg://")):
        return url
    raise WrongSetting(
        "CIVIC_DATABASE_URL: use sqlite:////path/to/civic.sqlite or postgresql://user@host/database."
    )


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and 0 <= int(text) < 65536:
        return int(text)
    raise WrongSetting(f"CIVIC_PORT: {text!r} is no port; use a number from 1 to 65535.")


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise WrongSetting(f"CIVIC_DEMO_TODAY: {text!r} is no day; write it as 2026-12-01.") from None


def _oidc(environ: Mapping[str, str]) -> dict[str, str]:
    """An organisation's own sign-in: all of it or nothing; the secret from a file, or from the environment."""
    names = ("issuer", "client_id", "secret", "secret_file", "name")
    given = {f"oidc_{name}": environ.get(f"CIVIC_OIDC_{name.upper()}") or "" for name in names}
    if file := given["oidc_secret_file"]:
        try:
            given["oidc_secret"] = Path(file).read_text().strip()
        except OSError:
            raise WrongSetting(f"CIVIC_OIDC_SECRET_FILE: {file} cannot be read.") from None
    missing = [name for name in ("issuer", "client_id", "name") if not given[f"oidc_{name}"]]
    if not any(given.values()):
        return given
    if missing:
        raise WrongSetting(f"CIVIC_OIDC_{missing[0].upper()} is missing: an organisation's sign-in needs it.")
    if not re.match(r"https://|http://(127\.0\.0\.1|\[::1\]|localhost)(:|/|$)", given["oidc_issuer"]):
        raise WrongSetting("CIVIC_OIDC_ISSUER: begin with https:// (or http:// on this machine only).")
    return given


def _public_url(text: str) -> str:
    if text and not text.startswith(("https://", "http://")):
        raise WrongSetting("CIVIC_PUBLIC_URL: begin with https:// (or http:// on this machine only).")
    return text.rstrip("/")
