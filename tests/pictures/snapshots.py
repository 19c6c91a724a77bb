"""Photos made for tests: with a place and an hour beside the pixels, of any shape, broken in many ways."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

GPS = "29.3516"
MAKER = "canary-camera-of-zhao"
COMMENT = b"canary-comment-of-zhao"
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:li>canary-xmp-of-zhao</rdf:li></x:xmpmeta>'
ORANGE = (240, 120, 20)


def photo(size: tuple[int, int] = (1200, 900), color: tuple[int, int, int] = ORANGE) -> Image.Image:
    """One colour, its left half darker, so that turning shows."""
    picture = Image.new("RGB", size, color)
    picture.paste(tuple(part // 2 for part in color), (0, 0, size[0] // 2, size[1]))
    return picture


def packed(picture: Image.Image, kind: str = "JPEG", **more: Any) -> bytes:
    whole = io.BytesIO()
    picture.save(whole, kind, **more)
    return whole.getvalue()


def jpeg(size: tuple[int, int] = (1200, 900), **more: Any) -> bytes:
    return packed(photo(size), **more)


def with_traces(kind: str = "JPEG", orientation: int = 1) -> bytes:
    """As a phone writes it: where, when, with what, a comment, an XMP packet, a colour profile."""
    from PIL import ImageCms

    exif = Image.Exif()
    exif[0x010F] = MAKER
    exif[0x0112] = orientation
    exif[0x9003] = "2026:03:02 08:31:00"
    where = exif.get_ifd(0x8825)
    where[1], where[2], where[3], where[4] = "N", (29.0, 21.0, float(GPS)), "E", (105.0, 53.0, 11.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more: dict[str, Any] = {"exif": exif, "icc_profile": profile}
    if kind == "JPEG":
        more |= {"comment": COMMENT, "xmp": XMP}
    elif kind == "WEBP":
        more |= {"xmp": XMP}
    else:
        from PIL.PngImagePlugin import PngInfo

        text = PngInfo()
        text.add_text("Comment", COMMENT.decode())
        more |= {"pnginfo": text}
    return packed(photo(), kind, **more)


def png_claiming(width: int, height: int) -> bytes:
    """A few bytes that say they are very many pixels, and unpack to them."""
    rows = zlib.compress(bytes(10_000_000), 9)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def png_with_text_bomb() -> bytes:
    """A comment of 60 MB, packed."""
    whole = packed(photo((64, 64)), "PNG")
    bomb = b"Comment\0\0" + zlib.compress(bytes(60_000_000), 9)
    return whole[:33] + _chunk(b"zTXt", bomb) + whole[33:]


def jpeg_claiming(width: int, height: int) -> bytes:
    """A JPEG whose head lies about its size."""
    whole = bytearray(packed(photo((64, 64))))
    at = whole.index(b"\xff\xc0") + 5
    whole[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(whole)


def moving(kind: str) -> bytes:
    """Three frames."""
    frames = [photo((64, 64), (shade, 0, 0)) for shade in (0, 100, 200)]
    return packed(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
