"""What all tests share: the right package, and what to do without a trained reader or a browser."""

from pathlib import Path

import pytest

import graph as package

ROOT = Path(__file__).resolve().parent.parent

# A foreign package of the same name in site-packages would win over an editable install and be tested in our place.
if Path(package.__file__).resolve().parent != ROOT / "graph":
    message = f"`graph` is {package.__file__}, not the package of this checkout: remove that other package"
    raise pytest.UsageError(message)
