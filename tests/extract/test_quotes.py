import itertools

from hypothesis import given
from hypothesis import strategies as st

from graph.extract.quotes import find_quotations, paragraphs


def quoted(text: str) -> list[str]:
    return [text[each.span.start : each.span.end] for each in find_quotations(text)]


def test_curly_and_straight_marks() -> None:
    assert quoted("“No,” she said. “Never.”") == ["“No,”", "“Never.”"]
    assert quoted('"No," she said. "Never."') == ['"No,"', '"Never."']


def test_open_mark_ends_with_its_paragraph() -> None:
    text = "He said: “One.\n\n“Two.” Then he left."
    assert quoted(text) == ["“One.", "“Two.”"]
    assert [each.closed for each in find_quotations(text)] == [False, True]


def test_inches_open_nothing() -> None:
    assert quoted('A 6" pipe burst, "badly," he said.') == ['"badly,"']


@given(st.text(alphabet="ab “”\"\n«».'", max_size=60))
def test_any_text_gives_ordered_spans_inside_paragraphs(text: str) -> None:
    found = find_quotations(text)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))
    assert all(any(block.contains(each.span) for block in paragraphs(text)) for each in found)
