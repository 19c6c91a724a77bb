"""An .xlsx workbook before it is read: no program, no formula, no link, no entity."""

import re

from civic.people.sheets.archive import Archive, repacked
from civic.people.sheets.refusals import formula, links, macros, unreadable

READ = re.compile(
    r"\[content_types\]\.xml|_rels/\.rels|xl/(_rels/)?workbook\.xml(\.rels)?"
    r"|xl/(sharedstrings|styles)\.xml|xl/worksheets/[^/]+\.xml",
    re.IGNORECASE,
)
"""The parts that reading needs; everything else is left packed."""
PROGRAMS = re.compile(r"(^|/)(vbaproject\.bin|vbadata\.xml)|^xl/(macrosheets|activex|dialogsheets)/")
LINKS = re.compile(r"^xl/(externallinks|querytables|webextensions|model|embeddings)/|^xl/connections\.xml")

FORMULA = re.compile(rb"<(?:[\w.-]+:)?f[\s/>]")
CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,3}[0-9]{1,7})["']""")
ENTITY = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
DECLARED = re.compile(rb"""<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.-]+)["']""")
BEFORE = 400
"""Bytes before a formula in which its cell's address stands."""


def checked(archive: Archive) -> bytes:
    """The workbook reduced to what was looked at; Unfit with the reason and, for a formula, its cell."""
    names = [name.casefold() for name in archive.parts]
    if any(PROGRAMS.search(name) for name in names):
        raise macros()
    if any(LINKS.search(name) for name in names):
        raise links()
    parts = {name: archive.take(name) for name in archive.parts if READ.fullmatch(name)}
    if b"macroenabled" in parts.get("[Content_Types].xml", b"").lower():
        raise macros()
    for content in parts.values():
        check_markup(content)
        if found := FORMULA.search(content):
            raise formula(_cell_before(content, found.start()))
    return repacked(parts)


def check_markup(content: bytes) -> None:
    """XML in UTF-8 without entities: in another encoding the searches above would be blind."""
    declared = DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    encoding = declared[1].lower() if declared else b"utf-8"
    if b"\x00" in content or encoding not in {b"utf-8", b"utf8", b"us-ascii"} or ENTITY.search(content):
        raise unreadable()


def _cell_before(content: bytes, at: int) -> str:
    found = CELL.findall(content, max(0, at - BEFORE), at)
    return found[-1].decode().upper() if found else "?"
