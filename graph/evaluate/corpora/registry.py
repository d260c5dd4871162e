"""The corpora that can be scored, by name."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from graph.evaluate.corpora.ecbplus import EcbPlus
from graph.evaluate.corpora.ewt import Ewt
from graph.evaluate.corpora.gum import Gum
from graph.evaluate.corpora.polnear import PolNear
from graph.evaluate.corpora.relations import conll04, crossre, redocred
from graph.evaluate.corpora.task import Task

CORPORA: Mapping[str, Callable[[Path], Task]] = {
    "polnear": PolNear,
    "gum": Gum,
    "conll04": conll04,
    "crossre": crossre,
    "redocred": redocred,
    "ecbplus": partial(EcbPlus, part="dev"),
    "ewt": Ewt,
    "ecbplus-train": partial(EcbPlus, part="train"),
}
"""Opens a corpus of the data folder."""

DEVELOPMENT = tuple(name for name in CORPORA if not name.endswith("-train"))
"""Those that are scored when none is named: parts that nobody writes rules from."""
