"""Where the files that travel with the program lie."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent


def ontology() -> Path:
    """Return the folder of the ontology: that of the checkout, or the copy that an installed wheel carries.

    Raises:
        FileNotFoundError: If neither is there; the installation is damaged.
    """
    for folder in (_PACKAGE / "_ontology", _PACKAGE.parent / "ontology"):
        if (folder / "newsgraph.ttl").is_file():
            return folder
    msg = f"the ontology is missing beside {_PACKAGE}: install newsgraph again"
    raise FileNotFoundError(msg)
