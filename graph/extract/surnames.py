"""Which of several persons with one surname a bare surname means."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class _Bearer:
    """A person named in full: the words of the first full name, and where the others stand."""

    words: list[str]
    at: list[int] = field(default_factory=list)
    gender: str = ""


def meant_by_surnames(
    names: Sequence[list[str]], genders: Sequence[str], same: Callable[[list[str], list[str]], bool]
) -> dict[int, int]:
    """Tell for each bare surname that two persons of the article share which of them it means.

    A title ("Mrs.") decides first; else it is the one person named in full before the bare surname is first
    used, for news keeps that for its main figure and names the others in full; else who is named most.

    Args:
        names: Words of each mention of a person in order of the text, folded; empty for other things.
        genders: Gender of each mention as far as a title or first name tells it.
        same: Whether two full names can be one person's.

    Returns:
        For the number of a mention that of the first full name of the person; nothing where two are even.
    """
    bearers: dict[str, list[_Bearer]] = {}
    for index, words in enumerate(names):
        if len(words) < 2:
            continue
        family = bearers.setdefault(words[-1], [])
        bearer = next((known for known in family if same(known.words, words)), None)
        if bearer is None:
            bearer = _Bearer(words)
            family.append(bearer)
        bearer.at.append(index)
        bearer.gender = bearer.gender or genders[index]
    shared = {surname: family for surname, family in bearers.items() if len(family) > 1}
    told = Counter((words[0], genders[i]) for i, words in enumerate(names) if len(words) == 1)
    bare = {words[0]: i for i, words in reversed(list(enumerate(names))) if len(words) == 1}
    found: dict[int, int] = {}
    for index, words in enumerate(names):
        if len(words) == 1 and words[0] in shared:
            bearer = _meant(shared[words[0]], words[0], genders[index], told, bare[words[0]])
            if bearer is not None:
                found[index] = bearer.at[0]
    return found


def _meant(
    family: list[_Bearer], surname: str, gender: str, told: Counter[tuple[str, str]], first: int
) -> _Bearer | None:
    if gender:
        fitting = [bearer for bearer in family if bearer.gender == gender]
        fitting = fitting or [bearer for bearer in family if not bearer.gender]
        if not fitting:
            return None
    else:
        fitting = [bearer for bearer in family if bearer.at[0] < first]
        fitting = fitting if len(fitting) == 1 else family
    spoken = {
        bearer.at[0]: len(bearer.at) + (told[surname, bearer.gender] if bearer.gender else 0)
        for bearer in fitting
    }
    most = [bearer for bearer in fitting if spoken[bearer.at[0]] == max(spoken.values())]
    return most[0] if len(most) == 1 else None
