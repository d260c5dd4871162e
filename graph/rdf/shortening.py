"""Short names for IRIs in files."""

import re
from collections.abc import Mapping
from typing import Final

# A cautious part of what Turtle and JSON-LD allow as a local name: no escapes are ever needed.
_LOCAL: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*\Z")


class Shortener:
    """Shortens IRIs by prefixes and remembers which ones that took."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        # The longest namespace wins where one begins with another; JSON-LD takes none but these ends.
        named = [(iri, name) for name, iri in prefixes.items() if iri.endswith(("/", "#"))]
        self._namespaces = sorted(named, key=lambda pair: (-len(pair[0]), pair))
        self._used: dict[str, str] = {}
        self._known: dict[str, str | None] = {}

    @property
    def used(self) -> dict[str, str]:
        """The namespaces that were used so far, by prefix, sorted."""
        return dict(sorted(self._used.items()))

    def short(self, iri: str) -> str | None:
        """Give `prefix:local`, or None where no prefix fits."""
        if iri not in self._known:
            self._known[iri] = self._find(iri)
        return self._known[iri]

    def _find(self, iri: str) -> str | None:
        for namespace, name in self._namespaces:
            if iri.startswith(namespace):
                local = iri[len(namespace) :]
                if _LOCAL.match(local):
                    self._used[name] = namespace
                    return f"{name}:{local}"
        return None
