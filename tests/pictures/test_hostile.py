"""Files that nobody should unpack: each is refused in a sentence or made harmless, within 5 seconds and 512 MB."""

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from civic.pictures import reading
from civic.pictures.limits import BODY, KEPT, MEMORY, MIB, SIDE, SMALL_SIDE
from civic.pictures.reading import Redrawn, Unreadable, redrawn
from civic.web.words import text_of
from tests.house.source import ROOT
from tests.pictures import snapshots
from tests.pictures.snapshots import jpeg, moving, packed, photo

Maker = Callable[[], bytes]
PHP = b"<?php system($_GET['c']); ?>"
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"


def noise(size: tuple[int, int], kind: str, **more: object) -> bytes:
    return packed(Image.frombytes("RGB", size, os.urandom(size[0] * size[1] * 3)), kind, **more)


REFUSED: dict[str, tuple[Maker, str]] = {
    "nothing": (lambda: b"", "This file is empty"),
    "a web page": (lambda: HTML, "no photo that can be read here"),
    "a drawing with a script": (lambda: SVG, "no photo that can be read here"),
    "php": (lambda: PHP, "no photo that can be read here"),
    "a pdf": (lambda: b"%PDF-1.7 \n", "no photo that can be read here"),
    "gif": (lambda: packed(photo((64, 64)), "GIF"), "no photo that can be read here"),
    "gif with a page inside": (lambda: b"GIF89a/*" + HTML + b"*/", "no photo that can be read here"),
    "bmp": (lambda: packed(photo((64, 64)), "BMP"), "no photo that can be read here"),
    "tiff": (lambda: packed(photo((64, 64)), "TIFF"), "no photo that can be read here"),
    "postscript": (lambda: packed(photo((64, 64)), "EPS"), "no photo that can be read here"),
    "icon": (lambda: packed(photo((64, 64)), "ICO"), "no photo that can be read here"),
    "a zip": (lambda: b"PK\x03\x04" + bytes(99), "no photo that can be read here"),
    "a film": (lambda: b"\0\0\0\x20ftypisom" + bytes(99), "no photo that can be read here"),
    "avif": (lambda: packed(photo((64, 64)), "AVIF"), "no photo that can be read here"),
    "heic": (lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(99), "This is a HEIC photo"),
    "heif of another phone": (lambda: b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic" + bytes(99), "This is a HEIC photo"),
    "the first bytes of a jpeg": (lambda: b"\xff\xd8\xff", "damaged or was not sent whole"),
    "half a jpeg": (lambda: jpeg()[:6000], "damaged or was not sent whole"),
    "half a png": (lambda: packed(photo(), "PNG")[:2000], "damaged or was not sent whole"),
    "half a webp": (lambda: packed(photo(), "WEBP")[:400], "damaged or was not sent whole"),
    "jpeg in name alone": (lambda: b"\xff\xd8\xff\xe0" + PHP * 50, "damaged or was not sent whole"),
    "png in name alone": (lambda: b"\x89PNG\r\n\x1a\n" + HTML * 50, "damaged or was not sent whole"),
    "webp in name alone": (lambda: b"RIFF\x00\x00\x00\x00WEBP" + SVG * 50, "damaged or was not sent whole"),
    "a pixel flood": (lambda: snapshots.png_claiming(50_000, 50_000), "more than 40 million pixels"),
    "a jpeg that claims a field": (lambda: snapshots.jpeg_claiming(65_000, 65_000), "more than 40 million pixels"),
    "a png that lacks its pixels": (lambda: snapshots.png_claiming(6000, 6000), "damaged"),
    "a comment of 60 MB": (snapshots.png_with_text_bomb, "damaged"),
    "a moving png": (lambda: moving("PNG"), "This picture moves"),
    "a moving webp": (lambda: moving("WEBP"), "This picture moves"),
    "a point": (lambda: packed(photo((1, 1)), "PNG"), "too small or too narrow"),
    "a thread": (lambda: packed(Image.new("L", (20_000, 3)), "PNG"), "too small or too narrow"),
    "11 MB": (lambda: jpeg() + bytes(11 * MIB), "larger than 10 MB"),
    "webp that unpacks beyond all memory": (
        lambda: packed(Image.new("RGBA", (7300, 5400), (9, 9, 9, 99)), "WEBP", quality=10),
        "damaged or was not sent whole",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_words_in_time(what: str) -> None:
    make, words = REFUSED[what]
    body = make()
    began = time.monotonic()
    answer = redrawn(body)
    took = time.monotonic() - began
    assert isinstance(answer, Unreadable)
    assert words in text_of(answer.because, "en")
    assert text_of(answer.because, "zh_CN") != text_of(answer.because, "en")
    assert took < 5


TAKEN: dict[str, Maker] = {
    "a jpeg that claims more than it has": lambda: snapshots.jpeg_claiming(4000, 4000),
    "12 million pixels from a phone": lambda: jpeg((4000, 3000), quality=92),
    "a page behind the photo": lambda: jpeg() + HTML + PHP,
    "php in the comment": lambda: packed(photo(), comment=PHP),
    "php in the xmp": lambda: packed(photo(), xmp=PHP + SVG),
    "a zip behind the photo": lambda: jpeg() + b"PK\x03\x04" + HTML,
    "a film behind the photo": lambda: jpeg() + b"\0\0\0\x20ftypisom" + PHP,
    "two photos in one": lambda: packed(photo(), "MPO", save_all=True, append_images=[photo()]),
    "noise, which packs badly": lambda: noise((1600, 1600), "PNG"),
    "a palette": lambda: packed(photo().convert("P"), "PNG"),
    "one bit": lambda: packed(photo().convert("1"), "PNG"),
    "sixteen bits": lambda: packed(Image.new("I;16", (400, 300), 30_000), "PNG"),
    "grey, to be seen through": lambda: packed(photo().convert("LA"), "PNG"),
    "colours, to be seen through": lambda: packed(photo().convert("RGBA"), "WEBP"),
    "printers' colours": lambda: packed(photo().convert("CMYK"), quality=80),
    "a long screenshot": lambda: packed(photo((1080, 20_000)), "PNG"),
    "progressive, 39 million pixels": lambda: jpeg((7200, 5400), progressive=True, subsampling=0),
    "a broken colour profile": lambda: packed(photo(), icc_profile=b"no profile" * 99),
    "a broken exif": lambda: packed(photo(), exif=b"Exif\0\0MM\0*" + b"\xff" * 99),
}


@pytest.mark.parametrize("what", TAKEN)
def test_it_is_taken_as_pixels_alone(what: str) -> None:
    began = time.monotonic()
    read = redrawn(TAKEN[what]())
    assert isinstance(read, Redrawn), text_of(read.because, "en")
    assert time.monotonic() - began < 5
    assert len(read.large) <= KEPT
    for body, side in ((read.large, SIDE), (read.small, SMALL_SIDE)):
        assert body.startswith(b"\xff\xd8\xff")
        assert body.endswith(b"\xff\xd9")
        assert not any(each in body for each in (b"<?php", b"<script", b"<svg", b"PK\x03\x04", b"ftyp"))
        with Image.open(io.BytesIO(body)) as again:
            again.load()
            assert (again.format, again.mode) == ("JPEG", "RGB")
            assert max(again.size) <= side
    with Image.open(io.BytesIO(read.large)) as again:
        assert again.size == (read.width, read.height)


MEASURE = """
import resource, sys
from pathlib import Path
from civic.pictures.reading import redrawn
for name in sys.argv[1:]:
    redrawn(Path(name).read_bytes())
child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
own = next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line)
print(child, own)  # our own ru_maxrss would be that of whoever started us
"""
HEAVY = ("a long screenshot", "progressive, 39 million pixels", "noise, which packs badly")
FLOODS = ("a pixel flood", "a comment of 60 MB", "webp that unpacks beyond all memory", "11 MB")


def test_child_and_parent_together_stay_within_the_memory(tmp_path: Path) -> None:
    makers = [*(TAKEN[what] for what in HEAVY), *(REFUSED[what][0] for what in FLOODS)]
    files = [tmp_path / str(number) for number, _ in enumerate(makers)]
    for file, make in zip(files, makers, strict=True):
        file.write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *files], cwd=ROOT, capture_output=True, text=True, check=True
    )
    child, parent = (int(figure) * 1024 for figure in done.stdout.split())
    print(f"child {child // MIB} MB, parent {parent // MIB} MB")
    assert child <= MEMORY
    assert child + parent < 512 * MIB


def test_the_web_itself_never_unpacks_a_picture() -> None:
    """No decoder is loaded where requests are answered."""
    code = "import sys, civic.app; print([name for name in sys.modules if name.startswith('PIL')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_photo_that_waits_too_long_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "READER", replace(reading.READER, patience=0.1))
    with reading.READER.one_at_a_time:
        answer = redrawn(jpeg())
    assert isinstance(answer, Unreadable)
    assert "Photos of others are being read" in text_of(answer.because, "en")


def test_exactly_ten_megabytes_are_read() -> None:
    whole = jpeg()
    assert isinstance(redrawn(whole + bytes(BODY - len(whole))), Redrawn)
