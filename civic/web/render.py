"""Templates: one environment a language, macros as globals, a page or one of its blocks."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from civic.core.days import day_of
from civic.core.message import Message, say
from civic.web.filters import FILTERS
from civic.web.summary import mark, name_fields
from civic.web.typist import typist_mark
from civic.web.words import LANGUAGES, Reader, catalogue, reading

NAV: tuple[tuple[str, str, Message], ...] = (
    ("today", "/", say("Today")),
    ("issues", "/issues", say("Issues")),
    ("board", "/board", say("Public board")),
    ("me", "/me", say("Me")),
)


PURE = frozenset(
    [
        "icon",
        "sprite",
        "badge",
        "late_badge",
        "late_words",
        "status_word",
        "seal",
        "verdict",
        "way",
        "stage_name",
        "subject_words",
        "issue_card",
        "main_nav",
        "tab_bar",
        "foot_help",
        "look_sizes",
        "look_themes",
        "page_words",
    ]
)
"""Components that say the same for the same arguments: drawn once a language, then kept."""


@dataclass(frozen=True)
class Assets:
    """Static files under names that change with their content."""

    named: Mapping[str, str]
    bodies: Mapping[str, tuple[bytes, str]]

    def address(self, name: str) -> str:
        """Where the present version of a static file stands."""
        return f"/static/{self.named[name]}"


def load_assets(folder: Path) -> Assets:
    """Join the sheets, hash every file once at start."""
    css = b"\n".join((folder / f"{part}.css").read_bytes() for part in ("tokens", "base", "components"))
    htmx = next(folder.glob("htmx-*.min.js")).read_bytes()
    sources = {
        "civic.css": (css, "text/css; charset=utf-8"),
        "print.css": ((folder / "print.css").read_bytes(), "text/css; charset=utf-8"),
        "civic.js": ((folder / "civic.js").read_bytes(), "text/javascript; charset=utf-8"),
        "htmx.js": (htmx, "text/javascript; charset=utf-8"),
    }
    named, bodies = {}, {}
    for name, (body, kind) in sources.items():
        stem, end = name.rsplit(".", 1)
        named[name] = f"{stem}.{hashlib.sha256(body).hexdigest()[:12]}.{end}"
        bodies[named[name]] = (body, kind)
    return Assets(named, bodies)


class Renderer:
    """Renders a template, or one block of it, for a reader."""

    def __init__(self, templates: Path, assets: Assets) -> None:
        self.templates, self.assets = templates, assets

    @cached_property
    def environments(self) -> dict[str, Environment]:
        """One environment a language, so that macros need no language passed about."""
        return {language: self._environment(language) for language in LANGUAGES}

    def _environment(self, language: str) -> Environment:
        env = Environment(
            loader=FileSystemLoader(self.templates),
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            undefined=StrictUndefined,
        )
        words = catalogue(language)
        env.install_gettext_callables(  # type: ignore[attr-defined]
            words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext
        )
        env.policies["ext.i18n.trimmed"] = True
        env.filters.update(FILTERS)
        env.globals.update(asset=self.assets.address, field_mark=mark, NAV=NAV)
        # A block rendered alone loses its file's imports, so every component is a global.
        for path in sorted((self.templates / "components").glob("*.html")):
            module = env.get_template(f"components/{path.name}").module
            env.globals.update(
                {
                    name: lru_cache(4096)(macro) if name in PURE else macro
                    for name, macro in vars(module).items()
                    if not name.startswith("_") and callable(macro)
                }
            )
        return env

    def render(
        self, template: str, language: str, facts: "PageFacts", context: dict[str, Any], *, fragment: str = ""
    ) -> str:
        """The page; or the block `fragment` alone."""
        env = self.environments[language]
        found = env.get_template(template)
        whole = {"page": facts, "url": facts.url, **context}
        with reading(Reader(language, facts.zone, facts.now)):
            if not fragment:
                return name_fields(found.render(whole), context.values())
            block = found.blocks[fragment]
            return name_fields("".join(block(found.new_context(whole))), context.values())


@dataclass(frozen=True)
class PageFacts:
    """What every page knows besides its own matter."""

    lang: str
    size: str
    theme: str
    community: Any
    actor: Any
    section: str
    path: str
    csrf: str
    once: str
    said: Message | None
    can_move_clock: bool
    next_deadline: Any
    now: Any
    zone: Any

    @property
    def tomorrow(self) -> datetime:
        """Nine o'clock of the day after this one."""
        return datetime.combine(day_of(self.now, self.zone) + timedelta(days=1), time(9), self.zone)

    def url(self, path: str) -> str:
        """An address of this community."""
        return f"/{self.community.slug}{path}" if self.community else path


def page_facts(call: Any) -> PageFacts:
    """The facts of this call's page."""
    work = call.work
    movable = call.house.can_move_clock and bool(work and work.community.demo)
    return PageFacts(
        lang="zh-CN" if call.look.language == "zh_CN" else "en",
        size=call.look.size,
        theme=call.look.theme,
        community=work.community if work else None,
        actor=work.actor if work else None,
        section=call.section,
        path=call.here,
        csrf=call.csrf + typist_mark(call.house.secret, work),
        once=call.once,
        said=call.said,
        can_move_clock=movable,
        next_deadline=call.house.next_deadline(work) if movable else None,
        now=work.now if work else call.house.workshop.clock.now(),
        zone=work.zone if work else call.house.zone,
    )
