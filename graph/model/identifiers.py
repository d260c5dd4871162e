"""Identity comes from content, never from chance."""

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """Name a thing by what it is: equal parts give equal identifiers, in any process.

    Args:
        prefix: Kind of thing, such as `entity`; becomes the first part of the identifier.
        parts: What makes the thing what it is; each is taken by its `str`, `None` stays apart from `""`.

    Returns:
        `prefix-` and 16 hexadecimal digits of a SHA-256 hash: safe in an IRI or a file name.

    >>> content_id("entity", "Person", "Ada Lovelace")
    'entity-cffa361b1b9745de'
    >>> content_id("entity", "ab", "c") == content_id("entity", "a", "bc")
    False
    """
    digest = hashlib.sha256()
    for part in parts:
        data = b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)
    return f"{prefix}-{digest.hexdigest()[:16]}"
