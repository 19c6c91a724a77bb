"""Makers of lists as committees have them, and of files that nobody should read."""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter
import xlwt

Cell = str | int | float | date | None
Rows = Sequence[Sequence[Cell]]

HEADINGS = ("楼栋", "单元", "楼层", "门牌", "类型", "面积", "面积来源", "姓名", "与户主关系", "业主", "产权份额",
            "表决代表", "电话", "出生日期", "户籍", "入住日期")  # fmt: skip
FAMILY = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林郑"
GIVEN = "建国桂兰伟芳秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚红梅"


def street(rows: int, homes_a_floor: int = 2) -> Iterator[list[Cell]]:
    """A neat list: couples who own together, floor by floor, entrance by entrance."""
    for n in range(rows):
        home, second = divmod(n, 2)
        block, within = divmod(home, 60)
        entrance, flat = divmod(within, 30)
        floor, door = divmod(flat, homes_a_floor)
        name = FAMILY[(n * 7) % 20] + GIVEN[(n * 3) % 24] + GIVEN[(n // 24) % 24]
        yield [
            block + 1, entrance + 1, floor + 1, f"{floor + 1}{door + 1:02d}", "住宅", 8960 / 100, "产权证", name,
            "配偶" if second else "户主", "是", "1/2", "否" if second else "是", 13800000000 + n,
            date(1950 + n % 50, 1 + n % 12, 1 + n % 28), "是", "2001-09-01",
        ]  # fmt: skip


def xlsx(rows: Rows, merged: Sequence[str] = (), sheets: Sequence[tuple[str, Rows]] = ()) -> bytes:
    """A workbook as Excel writes it: numbers as numbers, days as days; `merged` as "A2:A5"."""
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, cells in (*sheets, ("名单", rows)):
            sheet = book.add_worksheet(name)
            for number, row in enumerate(cells):
                for column, cell in enumerate(row):
                    if isinstance(cell, date):
                        sheet.write_datetime(number, column, cell, day)
                    elif cell is not None:
                        sheet.write(number, column, cell)
        for area in merged:
            first = area.split(":")[0]
            sheet.merge_range(area, "")
            row, column = xlsxwriter.utility.xl_cell_to_rowcol(first)
            sheet.write(row, column, rows[row][column])
    return body.getvalue()


def xls(rows: Rows) -> bytes:
    """The same as Excel 97 wrote it; a text that begins with = is a formula."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("名单")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell.startswith("="):
                sheet.write(number, column, xlwt.Formula(cell[1:]))
            elif isinstance(cell, date):
                sheet.write(number, column, cell, day)
            elif cell is not None:
                sheet.write(number, column, cell)
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="名单">'
)
ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"


def ods(rows: Rows, **parts: bytes) -> bytes:
    """The same as LibreOffice writes it; a text that begins with = is a formula."""
    lines = ["<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in rows]
    content = (ODS_HEAD + "".join(lines) + ODS_TAIL).encode()
    manifest = b'<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zipped(
        {"mimetype": ODS.encode(), "META-INF/manifest.xml": manifest, "content.xml": content} | parts
    )


def _ods_cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    formula = f" table:formula={quoteattr('of:' + cell)}" if cell.startswith("=") else ""
    return f'<table:table-cell{formula} office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'


def text(rows: Rows, encoding: str = "utf-8", separator: str = ",") -> bytes:
    """The same as CSV."""
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=separator).writerows(
        ["" if cell is None else cell for cell in row] for row in rows
    )
    return lines.getvalue().encode(encoding)


def zipped(parts: dict[str, bytes], level: int = 9) -> bytes:
    """A zip of these parts."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return body.getvalue()


def unzipped(body: bytes) -> dict[str, bytes]:
    """The parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return {part.filename: archive.read(part) for part in archive.infolist()}


def with_parts(body: bytes, **parts: bytes) -> bytes:
    """A workbook with parts added or replaced; `__` in a name stands for / ."""
    return zipped(unzipped(body) | {name.replace("__", "/"): content for name, content in parts.items()})


def with_sheet(xml: str, body: bytes | None = None) -> bytes:
    """A small workbook whose first worksheet is this XML between its tags."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{main}">{xml}</worksheet>'
    parts = unzipped(body or xlsx([["门牌", "楼栋"], ["101", "1"]]))
    return zipped(parts | {"xl/worksheets/sheet1.xml": sheet.encode()})


def cells(rows: int, columns: int, value: str = "1") -> str:
    """The XML of a block of numbers."""
    row = "".join(f"<c><v>{value}</v></c>" for _ in range(columns))
    return "<sheetData>" + "".join(f"<row>{row}</row>" for _ in range(rows)) + "</sheetData>"


def lying(body: bytes, name: str, size: int) -> bytes:
    """A zip that declares another size for a part than it has."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        true = archive.getinfo(name).file_size.to_bytes(4, "little")
    return body.replace(true, size.to_bytes(4, "little"))


def locked(body: bytes) -> bytes:
    """A zip whose parts say that they ask for a password."""
    marked = bytearray(body)
    at = body.find(b"PK\x01\x02")
    while at >= 0:
        marked[at + 8] |= 1
        at = body.find(b"PK\x01\x02", at + 4)
    return bytes(marked)


def ole(name: str) -> bytes:
    """An old workbook beside whose sheets something of that name is kept: the spare entry of its directory."""
    body = bytearray(xls([["门牌", "楼栋"], ["101", "1"]]))
    book = body.rindex("Workbook".encode("utf-16-le"))
    spare = book + 128
    encoded = name.encode("utf-16-le")
    body[spare : spare + 64] = encoded.ljust(64, b"\0")
    body[spare + 64 : spare + 68] = (len(encoded) + 2).to_bytes(2, "little") + b"\x01\x01"
    body[spare + 68 : spare + 80] = b"\xff" * 12
    body[book + 72 : book + 76] = (2).to_bytes(4, "little")
    return bytes(body)


def record(kind: int, data: bytes) -> bytes:
    """An old workbook with a record more: in the place of the first WRITEACCESS, which no reader needs."""
    body = xls([["门牌", "楼栋"], ["101", "1"]])
    at = body.index(b"\x5c\x00\x70\x00")
    length = 0x70
    filled = kind.to_bytes(2, "little") + len(data).to_bytes(2, "little") + data
    rest = length + 4 - len(filled) - 4
    filled += b"\x5c\x00" + rest.to_bytes(2, "little") + b" " * rest
    return body[:at] + filled + body[at + length + 4 :]
