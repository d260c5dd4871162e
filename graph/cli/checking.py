"""Whether built data conforms to the shapes, in words."""

from pathlib import Path

from graph.console import plain, waiting, write
from graph.errors import ValidationError

_SHOWN = 50


def check(data: Path) -> None:
    """Print what is wrong with built data, a line each, or that it conforms.

    Raises:
        InputError: There is no data.
        ValidationError: Something is wrong.
    """
    from graph.rdf.validate import validate
    from graph.store.dataset import find_dataset, open_store

    file = find_dataset(data)
    dataset = open_store(file)
    with waiting("Checking"):
        wrong = validate(dataset)
    if not wrong:
        write(f"{plain(str(file))} conforms: {len(dataset)} statements\n")
        return
    for violation in wrong[:_SHOWN]:
        write(plain(str(violation)) + "\n")
    more = f" (the first {_SHOWN} are shown)" if len(wrong) > _SHOWN else ""
    msg = f"{file} does not conform: {len(wrong)} problems{more}"
    raise ValidationError(msg)
