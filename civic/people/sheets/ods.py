"""An .ods workbook before it is read: no program, no formula, no link, no entity, no password."""

import re

from civic.people.sheets.archive import Archive, locked, repacked
from civic.people.sheets.refusals import address, formula, links, macros
from civic.people.sheets.xlsx import check_markup

READ = ("mimetype", "META-INF/manifest.xml", "content.xml")
PROGRAMS = re.compile(r"^(basic|scripts|dialogs)/")
FORMULA = re.compile(rb"[\w.-]+:formula\s*=")
SCRIPTS = re.compile(rb"<script:|<office:event-listeners|<office:script[\s>]")
LINKS = re.compile(rb"<table:(table-source|cell-range-source)|<office:dde-source|<table:dde-link")
SHEET = re.compile(rb"<table:table[\s>]")
ROW = re.compile(rb"<table:table-row[\s/>][^>]*")
CELL = re.compile(rb"<table:(?:covered-)?table-cell[\s/>][^>]*")
REPEATED = re.compile(rb"""repeated\s*=\s*["'](\d{1,7})""")


def checked(archive: Archive) -> bytes:
    """The workbook reduced to what was looked at; Unfit with the reason and, for a formula, its cell."""
    if any(PROGRAMS.match(name.casefold()) for name in archive.parts):
        raise macros()
    parts = {name: archive.take(name) for name in READ if name in archive.parts}
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise locked()
    content = parts.get("content.xml", b"")
    for name, part in parts.items():
        if name != "mimetype":
            check_markup(part)
    if SCRIPTS.search(content):
        raise macros()
    if LINKS.search(content):
        raise links()
    if found := FORMULA.search(content):
        raise formula(_address(content, found.start()))
    return repacked(parts)


def _address(content: bytes, at: int) -> str:
    """The cell in whose tag `at` lies; rows and cells that stand for many count as many."""
    sheet = max((found.start() for found in SHEET.finditer(content, 0, at)), default=0)
    rows = list(ROW.finditer(content, sheet, at))
    cells = list(CELL.finditer(content, rows[-1].start() if rows else sheet, at))
    return address(_many(rows[:-1]), _many(cells[:-1]))


def _many(tags: list[re.Match[bytes]]) -> int:
    repeats = (REPEATED.search(tag[0]) for tag in tags)
    return sum(int(found[1]) if found else 1 for found in repeats)
