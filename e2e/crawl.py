"""Walk all links of the demo as one reader, ask every search, and measure every page on the way."""

import re
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from e2e.people import HOME, Person

SIZES = ("m", "xl")
FILES = (".xlsx", ".csv")
CHOSEN = ("q", "name", "other", "person")
SOMEBODY = "王桂兰"
"""Whom every search is asked for: on the roll, at home in the building that the story is about, in no office."""

MEASURE = """() => {
  const root = document.documentElement, widths = {};
  for (const size of ['xl', 'm']) { root.dataset.size = size; widths[size] = root.scrollWidth; }
  const said = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.data.trim();
    if (text && !walk.currentNode.parentElement.closest('[lang]:not(html), svg, script')) said.push(text);
  }
  return {
    widths, said, h1: document.querySelectorAll('h1').length, main: document.querySelectorAll('main').length,
    title: document.title, print: document.querySelectorAll('link[media=print]').length,
    out: document.querySelectorAll('main a[href], main button, header a[href]').length,
    links: [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href')),
    searches: [...document.querySelectorAll('main form[method=get]')].filter(f => f.elements.q || f.elements.name)
      .map(f => [f.getAttribute('action'), [...f.elements].filter(e => e.name).map(e => [e.name, e.value])]),
  };
}"""


@dataclass
class Seen:
    """One page as it was met: who saw it, where, and what was measured."""

    reader: str
    path: str
    status: int
    found: dict[str, Any] = field(repr=False)

    @property
    def shape(self) -> str:
        """The address without numbers: pages of one shape are drawn by one template."""
        return shape_of(self.path)

    @property
    def is_paper(self) -> bool:
        """Drawn as sheets of A4, on the screen too."""
        return self.path.split("?")[0].endswith(("/print", "/helpers/form"))

    def __str__(self) -> str:
        return f"{self.reader or 'visitor'} {self.path}"


def shape_of(path: str) -> str:
    """`/issues/GF-2026-017/views?page=2` is `/issues/#/views`, `/admin/gaps/area` is `/admin/gaps/#`; with somebody found or chosen it is another."""
    plain, _, asked = path.partition("?")
    found = "".join(f"?{name}" for name in CHOSEN if f"{name}=" in asked)
    plain = re.sub(r"/(gaps|categories)/(?!new)\w+", r"/\1/#", plain)
    return re.sub(r"/[A-Z]+-\d+-\d+|/\d+(?=/|$)", "/#", plain) + found


@dataclass
class Walk:
    """What one reader met; no more than so many pages in all, and of each shape."""

    reader: Person
    most: int
    of_a_shape: int
    pages: list[Seen] = field(default_factory=list)

    def go(self, start: str = "/") -> list[Seen]:
        """Breadth first, from the page of today."""
        waiting, known, shapes = deque([start]), {start}, Counter[str]()
        while waiting and len(self.pages) < self.most:
            path = waiting.popleft()
            if shapes[shape_of(path)] >= self.of_a_shape:
                continue
            shapes[shape_of(path)] += 1
            if path.endswith(FILES):
                self._fetch(path)
                continue
            self.pages.append(self._visit(path))
            met = self.pages[-1].found
            for link in [*met["links"], *map(_filled, met["searches"])]:
                there = _inside(link)
                if there and there not in known:
                    known.add(there)
                    waiting.append(there)
        return self.pages

    def _fetch(self, path: str) -> None:
        """A file is saved, not shown: that it is there is all there is to see."""
        answer = self.reader.page.request.get(HOME + path)
        assert answer.ok, f"{self.reader.name or 'visitor'} {path}: {answer.status}"

    def _visit(self, path: str) -> Seen:
        answer = self.reader.page.goto(HOME + path)
        assert answer is not None
        return Seen(self.reader.name, path, answer.status, self.reader.page.evaluate(MEASURE))


def _filled(search: tuple[str, list[tuple[str, str]]]) -> str:
    """Where a search leads that asks for somebody; its other fields stay as they were."""
    action, fields = search
    return f"{action}?{urlencode([(name, SOMEBODY if name in {'q', 'name'} else value) for name, value in fields])}"


def _inside(link: str) -> str | None:
    """A path of the community; None for anchors, telephones and what lies elsewhere."""
    plain = link.split("#")[0]
    return (plain.removeprefix(HOME) or "/") if plain.startswith(HOME) else None
