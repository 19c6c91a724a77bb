"""Lists that go out: no cell in them can start a formula on the reader's machine (security.md §1.2)."""

import csv
import io
from collections.abc import Iterable, Sequence

import xlsxwriter

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00")
"""What a spreadsheet takes for a formula, or strips before it looks for one (OWASP, CSV injection)."""
SAFE = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}


def safe_cell(text: str) -> str:
    """The text with a leading apostrophe where it would start a formula; control characters gone."""
    shielded = f"'{text}" if text.lstrip(" \u3000\ufeff").startswith(STARTS) else text
    if shielded.isprintable():
        return shielded  # almost every cell of a long list
    clean = "".join(sign for sign in shielded if sign >= " " or sign in "\n\t")
    return clean.encode("utf-8", "replace").decode()


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with the mark by which Excel knows it; every cell made safe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (headings, *rows):
        writer.writerow([safe_cell(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig", "replace")


def write_xlsx(headings: Sequence[str], rows: Iterable[Sequence[str]], name: str = "") -> bytes:
    """A workbook of one sheet, every cell text and made safe; headings bold and always in sight."""
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, SAFE) as book:
        text, bold = book.add_format({"num_format": "@"}), book.add_format({"num_format": "@", "bold": True})
        sheet = book.add_worksheet(name or None)
        sheet.set_column(0, max(len(headings) - 1, 0), 14, text)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate((headings, *rows)):
            for column, cell in enumerate(row):
                if cell:
                    sheet.write_string(number, column, safe_cell(cell), text if number else bold)
    return body.getvalue()
