"""Bytes become text, or a reason why not."""

import codecs
import re

_SIGNATURES = (
    (b"%PDF-", "a PDF document; save its text first"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save its text first"),
    (b"\xd0\xcf\x11\xe0", "an office document; save its text first"),
    (b"{\\rtf", "a rich text document; save it as plain text first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound, a film or a picture"),
    (b"\x1f\x8b", "compressed; unpack it first"),
    (b"BZh", "compressed; unpack it first"),
    (b"\xfd7zXZ", "compressed; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
# Text has stray control characters at most; compressed or compiled data has one in eight bytes.
_MOST_CONTROLS = 0.02
_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# What English newspapers use of Windows-1252: typographic marks, currency and accented letters.
_WESTERN = re.compile(
    rb"[\x80\x82\x84\x85\x8c\x91-\x97\x99\x9c\xa0\xa3\xa5\xa7\xa9\xab\xad\xae\xb0\xb7\xba-\xbf\xc0-\xff]"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_MOST_HIGH = 0.1


class DecodingError(ValueError):
    """Bytes that are not text in a known encoding; the message is the reason."""


def decode(data: bytes, *, guess: bool = True) -> str:
    """Read bytes as UTF-8, as UTF-16 or UTF-32 by their byte order mark, or as Windows-1252 where that is
    clear.

    Args:
        data: A whole file.
        guess: Whether Windows-1252 is tried; never where a standard demands Unicode, as JSON's does.

    Raises:
        DecodingError: It is binary, or in an encoding that cannot be told.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                msg = f"begins as {encoding[:6].upper()} but breaks at byte {error.start}; save it as UTF-8"
                raise DecodingError(msg) from error
    _refuse_binary(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if guess and _is_western(data):
            return data.decode("cp1252")
        msg = f"is not UTF-8 (byte {error.start}) nor any encoding that can be told safely; save it as UTF-8"
        raise DecodingError(msg) from error


def _refuse_binary(data: bytes) -> None:
    for signature, meaning in _SIGNATURES:
        if data.startswith(signature):
            msg = f"is not text but {meaning}"
            raise DecodingError(msg)
    sample = data[:65536]
    nuls = max(sample[0::2].count(0), sample[1::2].count(0))
    if len(sample) >= 4 and nuls > 0.3 * len(sample) and nuls < 0.51 * len(sample):
        msg = "looks like UTF-16 without a byte order mark; save it as UTF-8"
        raise DecodingError(msg)
    if len(_CONTROLS.findall(sample)) > max(4, _MOST_CONTROLS * len(sample)):
        msg = "is binary, not text"
        raise DecodingError(msg)


def _is_western(data: bytes) -> bool:
    high = len(_HIGH.findall(data))
    return (
        high <= _MOST_HIGH * len(data)
        and not _WELL_FORMED.search(data)  # damaged UTF-8 is an error, not another encoding
        and len(_WESTERN.findall(data)) == high
    )
