"""Settings: the file that comes with the program, and what is laid over it."""

from pathlib import Path

import pytest

from graph.errors import SettingsError
from graph.settings import Settings


def test_the_command_line_wins_and_none_changes_nothing() -> None:
    settings = Settings.load(output=Path("elsewhere"), threads=None, spacy_model=None)
    assert settings.output == Path("elsewhere")
    assert settings.base == "https://w3id.org/newsgraph/data/"


@pytest.mark.parametrize(
    "changes",
    [
        {"base": "no address"},
        {"base": "https://example.org/no-slash"},
        {"base": "https://example.org/<script>/"},
        {"batch": 0},
        {"threads": -1},
        {"longest_article": "many"},
        {"colour": "red"},
    ],
)
def test_nonsense_is_refused_in_one_line(changes: dict[str, str | int]) -> None:
    with pytest.raises(SettingsError) as caught:
        Settings.load(**changes)
    assert "\n" not in str(caught.value)
