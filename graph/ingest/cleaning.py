"""Characters that no article means to contain go, before any offset is fixed.

Everything here happens once, at the border: `Article.text` is what comes out, and offsets count that.
"""

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028]")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Control characters, soft hyphen, zero-width space, word joiner, byte order mark, marks of writing direction,
# invisible operators, interlinear marks, non-characters. XML 1.0 (and so RDF/XML) cannot hold many of them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\u206a-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff]"
)
# Joiners build emoji and the letters of other scripts, but have no work among Latin letters.
_JOINER_RUNS = re.compile("([\u200c\u200d])[\u200c\u200d]+")
_IDLE_JOINERS = re.compile("(?:(?<=[\x00-\u024f])|^)[\u200c\u200d]+|[\u200c\u200d]+(?=[\x00-\u024f]|$)")
_SPACES = re.compile("[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_LINE_EDGES = re.compile(" ?\n ?")


def clean_characters(text: str) -> str:
    r"""Bring characters into one form.

    Line ends become ``\n`` (a paragraph separator two), every kind and run of spaces one space, lone
    surrogates U+FFFD; control, zero-width and direction characters and soft hyphens are dropped; the rest is
    put into Unicode normal form C, so that an accented name is one string however it was typed.

    >>> clean_characters("co\u00adope\u0301ration\u00a0 now\r\nnext\x00")
    'coopération now\nnext'
    """
    text = text.replace("\u2029", "\n\n")
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub("\ufffd", text)
    text = _INVISIBLE.sub("", text)
    text = _JOINER_RUNS.sub(r"\1", text)
    text = _IDLE_JOINERS.sub("", text)
    text = unicodedata.normalize("NFC", text)
    text = _SPACES.sub(" ", text)
    return _LINE_EDGES.sub("\n", text).strip()


def one_line(text: str | None) -> str | None:
    """Clean a title or a name: one line, or None when nothing is left."""
    return " ".join(clean_characters(text).split()) or None if text else None


def printable(name: str) -> str:
    r"""Show a file name in one line: undecodable bytes and control characters become ``\`` escapes.

    >>> printable("a\nb")
    'a\\nb'
    """
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape", "backslashreplace").decode("ascii")
        for char in name
    )
