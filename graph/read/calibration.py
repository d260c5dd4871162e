"""Temperatures that make the reader's confidence honest: of what it calls 0.8, eight in ten are right.

Source: Guo et al. 2017, "On Calibration of Modern Neural Networks". Scores are divided by the temperature
of their head before they become probabilities; no decision changes by it.
"""

import json
from dataclasses import dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Temperatures:
    """Temperature of each head; 1 leaves its scores as they are."""

    names: float = 1.0
    kinds: float = 1.0
    values: float = 1.0
    upos: float = 1.0
    arcs: float = 1.0
    sense: float = 1.0
    role: float = 1.0
    mention: float = 1.0
    coref: float = 1.0
    relation: float = 1.0
    attribution: float = 1.0

    @classmethod
    def load(cls, path: Path) -> "Temperatures":
        """Read a JSON object of heads and temperatures; all are 1 where there is no such file."""
        if not path.is_file():
            return cls()
        data = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{field.name: float(data[field.name]) for field in fields(cls) if field.name in data})
