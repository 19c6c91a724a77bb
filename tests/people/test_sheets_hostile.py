"""Files that nobody should read: each is refused in a sentence, within 5 seconds and 512 MB."""

import io
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from civic.people.sheets.limits import MEMORY, MIB
from civic.people.sheets.read import read_sheet
from civic.people.sheets.sheet import Sheet, Unreadable
from civic.web.words import text_of
from tests.house.source import ROOT
from tests.people import messy

LIST: list[list[messy.Cell]] = [["楼栋", "门牌", "姓名"], ["2", "101", "王建国"]]
FORMULA: list[list[messy.Cell]] = [["楼栋", "门牌", "姓名"], ["2", "101", "=1+1"]]
ZEROS = b"\0" * (19 * MIB)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><worksheet><sheetData><row><c><v>&j;</v></c></row></sheetData></worksheet>"
)
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PREFIXED = f'<x:worksheet xmlns:x="{NAMESPACE}"><x:sheetData><x:row r="7"><x:c r="C7"><x:f>1+1</x:f></x:c></x:row></x:sheetData></x:worksheet>'

Maker = Callable[[], bytes]


def quine() -> bytes:
    """Zips in zips in zips, each an .xlsx by name."""
    body = messy.zipped({"a": ZEROS})
    for _ in range(20):
        body = messy.zipped({f"xl/{n}.xlsx": body for n in range(3)} | {"xl/workbook.xml": b"<workbook/>"})
    return body


def overlapping() -> bytes:
    """Many names, all for the same packed bytes."""
    body = messy.zipped({"xl/workbook.xml": b"<workbook/>", "bomb": ZEROS})
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        central = archive.start_dir
    entry = body[central : body.index(b"PK\x05\x06")]
    second = entry[entry.index(b"PK\x01\x02", 4) :]
    more = b"".join(second.replace(b"bomb", b"b%03d" % n) for n in range(300))
    size = len(entry) + len(more)
    end = (
        b"PK\x05\x06"
        + bytes(4)
        + (302).to_bytes(2, "little") * 2
        + size.to_bytes(4, "little")
        + central.to_bytes(4, "little")
        + bytes(2)
    )
    return body[:central] + entry + more + end


def xml_25_mb() -> bytes:
    """2.8 MB of .xlsx cost openpyxl 19 s and 310 MB (security.md §0.12); packed tighter it is under 2 MB."""
    return messy.with_sheet(messy.cells(52_000, 30))


FAR = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
ROW = (
    "<table:table-row{0}><table:table-cell{1} office:value-type='float' office:value='1'/></table:table-row>"
)


def far_ods(rows: int, columns: int) -> bytes:
    repeated = ROW.format(
        f" table:number-rows-repeated='{rows}'", f" table:number-columns-repeated='{columns}'"
    )
    return messy.ods([], **{"content.xml": (messy.ODS_HEAD + repeated + messy.ODS_TAIL).encode()})


HOSTILE: dict[str, tuple[Maker, str]] = {
    "zip bomb": (lambda: messy.zipped({"xl/workbook.xml": b"<workbook/>", "xl/styles.xml": ZEROS + ZEROS}), "Unpacked, this file is larger than 20 MB"),
    "a zip that lies about its size": (lambda: messy.lying(messy.zipped({"xl/workbook.xml": ZEROS + ZEROS}), "xl/workbook.xml", 9), "damaged"),
    "quine": (quine, "cannot be read"),
    "overlapping parts": (overlapping, "larger than 20 MB"),
    "two parts of one name": (lambda: messy.zipped({"xl/workbook.xml": b"<a/>", "XL/Workbook.xml": b"<b/>"}), "not built like a workbook"),
    "a part that climbs": (lambda: messy.zipped({"xl/workbook.xml": b"<a/>", "../../etc/passwd": b"x"}), "not built like a workbook"),
    "2,000 parts": (lambda: messy.zipped({f"xl/{n}": b"" for n in range(2000)}), "Unpacked, this file is larger"),
    "25 MB of XML": (xml_25_mb, "larger than 20 MB"),
    "18 MB of cells": (lambda: messy.with_sheet(messy.cells(19_000, 50, "1")), "first ten rows"),
    "a cell at the end of the world": (lambda: messy.with_sheet(FAR), "too long or too much memory"),
    "a shared text in every cell": (lambda: shared(), "too long or too much memory"),
    "a huge repeated cell in ods": (lambda: far_ods(1_000_000, 16_000), "cannot be read"),
    "a long repeated cell in ods": (lambda: far_ods(30_000, 3), "has 30,000 rows; at most 20,000"),
    "billion laughs": (lambda: messy.with_parts(messy.xlsx(LIST), **{"xl__worksheets__sheet1.xml": LAUGHS.encode()}), "cannot be read"),
    "xml in utf-16": (lambda: messy.with_parts(messy.xlsx(LIST), **{"xl__worksheets__sheet1.xml": PREFIXED.encode("utf-16")}), "cannot be read"),
    "formula in xlsx": (lambda: messy.xlsx(FORMULA), "Cell C2 holds a formula"),
    "formula under another prefix": (lambda: messy.with_parts(messy.xlsx(LIST), **{"xl__worksheets__sheet1.xml": PREFIXED.encode()}), "Cell C7 holds a formula"),
    "formula in a part spelled otherwise": (
        lambda: messy.zipped(
            {name.replace("worksheets", "Worksheets"): part for name, part in messy.unzipped(messy.xlsx(FORMULA)).items()}
        ),
        "Cell C2 holds a formula",
    ),
    "formula in xls": (lambda: messy.xls(FORMULA), "Cell C2 holds a formula"),
    "formula in ods": (lambda: messy.ods(FORMULA), "Cell C2 holds a formula"),
    "formula in csv": (lambda: messy.text(FORMULA), "Cell C2 holds a formula"),
    "command in csv": (lambda: messy.text([*LIST, ["2", "102", " @SUM(1)|cmd"]]), "Cell C3 holds a formula"),
    "macros renamed to xlsx": (lambda: messy.with_parts(messy.xlsx(LIST), **{"xl__vbaProject.bin": b"x"}), "contains macros"),
    "old macros in xlsx": (lambda: messy.with_parts(messy.xlsx(LIST), **{"xl__macrosheets__sheet1.xml": b"<x/>"}), "contains macros"),
    "macros in ods": (lambda: messy.ods(LIST, **{"Basic/Standard/Module1.xml": b"<x/>"}), "contains macros"),
    "macros in xls": (lambda: messy.ole("_VBA_PROJECT_CUR"), "contains macros"),
    "a sheet of old macros in xls": (lambda: messy.record(0x85, bytes(5) + b"\1" + b"\1\0A"), "contains macros"),
    "a link in xls": (lambda: messy.record(0x01AE, b"\1\0\4\0\0abc"), "linked to other files"),
    "a link in xlsx": (lambda: messy.with_parts(messy.xlsx(LIST), **{"xl__externalLinks__externalLink1.xml": b"<x/>"}), "linked to other files"),
    "a link in ods": (lambda: messy.ods([], **{"content.xml": b"<table:table-source x='y'/>"}), "linked to other files"),
    "a password on xlsx": (lambda: messy.ole("EncryptedPackage"), "protected with a password"),
    "a password on xls": (lambda: messy.record(0x2F, b"\1\0\1\0\1\0" + bytes(48)), "protected with a password"),
    "a password on ods": (lambda: messy.ods(LIST, **{"META-INF/manifest.xml": b"<manifest:encryption-data/>"}), "protected with a password"),
    "a password on the zip": (lambda: messy.locked(messy.xlsx(LIST)), "protected with a password"),
    "half of an xlsx": (lambda: messy.xlsx(LIST)[:3000], "damaged or was not sent whole"),
    "half of an xls": (lambda: messy.xls(LIST)[:3000], "cannot be read"),
    "half of an ods": (lambda: messy.ods(LIST)[:300], "damaged or was not sent whole"),
    "nothing": (lambda: b"", "This file is empty"),
    "spaces and NULs": (lambda: b" \0\r\n" * 99, "This file is empty"),
    "an empty zip": (lambda: messy.zipped({}), "no workbook"),
    "a zip of something": (lambda: messy.zipped({"a.txt": b"x"}), "no workbook"),
    "a web page called .xls": (lambda: b"<html><table><tr><td>=1</td></tr></table></html>", "web page"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(99), "no table"),
    "NULs between the letters": (lambda: messy.text(LIST, "utf-16-le"), "no table that can be read"),
    "letters that are none": (lambda: messy.text(LIST, "gb18030") + b"\xff\xff\x80", "letters in this file"),
    "a quote that is never closed": (lambda: messy.text(LIST) + b'"' + b"x" * 90_000, "cannot be read"),
    "60 columns": (lambda: messy.xlsx([*LIST, ["x"] * 60]), "has 60 columns; at most 50"),
    "60 columns in csv": (lambda: messy.text([*LIST, ["x"] * 60]), "has 60 columns; at most 50"),
    "20,001 rows": (lambda: messy.text([*LIST, *[["2", "101"]] * 19_999]), "has 20,001 rows; at most 20,000"),
    "20,001 rows in xlsx": (lambda: messy.xlsx([*LIST, *[["2", "101"]] * 19_999]), "has 20,001 rows; at most 20,000"),
    "a novel in a cell": (lambda: messy.xlsx([*LIST, ["x" * 3000]]), "more than 500 characters"),
    "3 MB": (lambda: b"x," * MIB + b"x" * MIB, "larger than 2 MB"),
    "no headings": (lambda: messy.xlsx([["a", "b"], ["c", "d"]]), "None of the first ten rows"),
    "headings alone": (lambda: messy.xlsx(LIST[:1]), "no row below the headings"),
    "a column twice": (lambda: messy.xlsx([["楼栋", "门牌", "电话", "手机"], ["2", "101"]]), "Two columns are headed as"),
}  # fmt: skip


def shared() -> bytes:
    """A text of 400 signs, kept once and shown in 900,000 cells."""
    texts = f'<sst xmlns="{NAMESPACE}"><si><t>{"x" * 400}</t></si></sst>'
    body = messy.with_sheet(messy.cells(19_000, 45, "0").replace("<c>", '<c t="s">'))
    return messy.with_parts(body, **{"xl__sharedStrings.xml": texts.encode()})


@pytest.mark.parametrize("what", HOSTILE)
def test_it_is_refused_in_words_in_time(what: str) -> None:
    make, words = HOSTILE[what]
    body = make()
    began = time.monotonic()
    answer = read_sheet("list.xlsx", body)
    took = time.monotonic() - began
    assert isinstance(answer, Unreadable)
    assert words in text_of(answer.because, "en")
    assert text_of(answer.because, "zh_CN") != text_of(answer.because, "en")
    assert took < 5


MEASURE = """
import resource, sys
from pathlib import Path
from typing import Any
from civic.people.sheets.read import read_sheet
for name in sys.argv[1:]:
    read_sheet(name, Path(name).read_bytes())
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
own = next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
print(child, own)  # our own ru_maxrss would be that of whoever started us
"""
HEAVY = ("18 MB of cells", "25 MB of XML", "a shared text in every cell", "a cell at the end of the world", "a huge repeated cell in ods", "20,001 rows in xlsx", "zip bomb", "quine")  # fmt: skip


def test_child_and_parent_together_stay_within_the_memory(tmp_path: Path) -> None:
    """In a process of its own, whose only children are those that read; both figures are in kilobytes."""
    files = [tmp_path / str(number) for number, _ in enumerate(HEAVY)]
    for file, what in zip(files, HEAVY, strict=True):
        file.write_bytes(HOSTILE[what][0]())
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *files], cwd=ROOT, capture_output=True, text=True, check=True
    )
    child, parent = (int(figure) * 1024 for figure in done.stdout.split())
    print(f"child {child // MIB} MB, parent {parent // MIB} MB")
    assert child <= MEMORY
    assert child + parent < 512 * MIB


def test_the_child_knows_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CIVIC_DATA_DIR", str(tmp_path))
    from civic.confined import process

    monkeypatch.setattr(
        process,
        "START",
        "import os, json; print(json.dumps({'unfit': {'text': ' '.join(os.environ), 'params': {}}}))",
    )
    answer = read_sheet("x", b"x")
    assert isinstance(answer, Unreadable)
    assert "CIVIC" not in answer.because.text


@pytest.mark.parametrize(
    "start",
    [
        "while True: pass",
        "import time; time.sleep(60)",
        "raise MemoryError",
        "import os; os.abort()",
        "print('x' * 90_000_000)",
    ],
)
def test_a_child_that_hangs_dies_or_shouts_is_answered_for(
    start: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from civic.confined import process
    from civic.people.sheets import process as lists

    monkeypatch.setattr(process, "START", start)
    monkeypatch.setattr(lists, "READER", replace(lists.READER, wall_seconds=0.5))
    children: list[subprocess.Popen[bytes]] = []
    made = subprocess.Popen

    def remembered(*words: Any, **options: Any) -> "subprocess.Popen[bytes]":
        children.append(made(*words, **options))
        return children[-1]

    monkeypatch.setattr(subprocess, "Popen", remembered)
    began = time.monotonic()
    answer = read_sheet("x", b"x" * MIB)
    assert isinstance(answer, Unreadable)
    assert "too long or too much memory" in text_of(answer.because, "en")
    assert time.monotonic() - began < 3
    assert [child.returncode is None for child in children] == [False]


def test_a_large_honest_list_is_read() -> None:
    rows: list[list[messy.Cell]] = [list(messy.HEADINGS), *messy.street(19_000)]
    body = messy.xlsx(rows)
    began = time.monotonic()
    sheet = read_sheet("large.xlsx", body)
    assert isinstance(sheet, Sheet), text_of(sheet.because, "en")
    assert len(sheet.rows) == 19_000
    assert time.monotonic() - began < 5


def test_two_lists_are_not_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from civic.people.sheets import process

    monkeypatch.setattr(process, "READER", replace(process.READER, patience=0.1))
    with process.READER.one_at_a_time:
        answer = read_sheet("list.csv", messy.text(LIST))
    assert isinstance(answer, Unreadable)
    assert "Another list is being read" in text_of(answer.because, "en")
