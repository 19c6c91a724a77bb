"""`civic init`: make a community and its first administrator, who sets a password by a one-time code."""

import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from civic.commands.migrate import prepare
from civic.core.clock import SystemClock
from civic.core.days import day_of
from civic.core.entropy import SystemEntropy
from civic.people.founding import CODE_MINUTES, administrator_of, found_community, new_code
from civic.settings import Settings, WrongSetting
from civic.store.engine import connect
from civic.store.tables import Community
from civic.web.house import SHANGHAI
from civic.web.look import LANGUAGES

EPILOG = """example:
  civic init --slug weiwan --name Weiwan --prefix WW --phone 0536-1234567 --help-name Wang --administrator Wang
  Open http://127.0.0.1:8000/weiwan/first/7Q2KM-… within 60 minutes and choose a password.

Said again for a community that exists, it gives its administrator a new code."""

ASKED = {
    "slug": "Short name in the address (letters, digits, hyphens)",
    "name": "Name of the community",
    "prefix": "Letters before an issue's number (1 to 6 capitals)",
    "phone": "Telephone for help",
    "help_name": "Who answers it",
    "administrator": "Name of the first administrator",
    "language": "Language of its pages for whoever has not chosen one (zh_CN or en; empty: zh_CN)",
}


def describe(parser: ArgumentParser) -> None:
    """Its words."""
    parser.epilog = EPILOG
    for name, question in ASKED.items():
        parser.add_argument(f"--{name.replace('_', '-')}", help=question)


def run(given: Namespace, settings: Settings) -> int:
    """Found it, or give a new code; print the address with the code, which is stored nowhere."""
    prepare(settings)
    slug = _answer(given, "slug")
    database, entropy, now = connect(settings.database_url), SystemEntropy(), SystemClock().now()
    with Session(database.writer) as session:
        community = session.scalars(select(Community).where(Community.slug == slug)).one_or_none()
        if community is None:
            answers = {name: _answer(given, name) for name in ASKED if name != "slug"}
            community, person = found_community(session, slug=slug, on=day_of(now, SHANGHAI), **answers)
        else:
            known = administrator_of(session, community.id)
            if known is None or community.demo:
                print(f"civic: {slug} is a demo or has no administrator; choose another --slug.")
                return 1
            person = known
        code = new_code(session, person, entropy, now)
        session.commit()
    database.close()
    base = settings.public_url or f"http://{settings.host}:{settings.port}"
    print(
        f"Start the server with: civic run\nOpen {base}/{slug}/first/{code} within {CODE_MINUTES} minutes",
        end="",
    )
    print(" and choose a password.\nThe code works once. Another one: civic init --slug", slug)
    return 0


def _answer(given: Namespace, name: str) -> str:
    """From the words of the command, else asked on the console, until it can be used."""
    value, told = getattr(given, name), None
    while True:
        asked = value is None and sys.stdin.isatty()
        if asked:
            value = input(f"{told or ''}{ASKED[name]}: ")
        try:
            return _read(name, value)
        except WrongSetting as wrong:
            if not sys.stdin.isatty():
                raise
            value, told = None, f"{wrong}\n"


def _read(name: str, value: str | None) -> str:
    text = (value or "").strip() or USUAL.get(name, "")
    if not text:
        raise WrongSetting(f"--{name.replace('_', '-')} is missing: {ASKED[name].lower()}.")
    return SHAPES[name](text) if name in SHAPES else text


def _slug(text: str) -> str:
    if re.fullmatch(r"[a-z][a-z0-9-]{1,30}", text) and text not in {"static", "look"}:
        return text
    raise WrongSetting(
        f"--slug: {text!r} cannot stand in an address; use 2 to 31 small letters, digits, hyphens."
    )


def _prefix(text: str) -> str:
    if re.fullmatch(r"[A-Z]{1,6}", text):
        return text
    raise WrongSetting(f"--prefix: {text!r} is none; use 1 to 6 capitals, for example GF.")


def _language(text: str) -> str:
    if text in LANGUAGES:
        return text
    raise WrongSetting(f"--language: {text!r} is none of {', '.join(LANGUAGES)}.")


SHAPES: dict[str, Callable[[str], str]] = {"slug": _slug, "prefix": _prefix, "language": _language}
USUAL = {"language": "zh_CN"}
"""What it is where nobody says otherwise."""
