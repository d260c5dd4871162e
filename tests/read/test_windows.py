"""Windows: nothing lost, nothing twice, never too long, cut at good places."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.read.features import SHAPES, case_class, shape_ids
from graph.read.lemma import apply_script, lemma_script
from graph.read.windows import window_bounds

TEXTS = st.lists(
    st.tuples(st.sampled_from(["a", "b.", "C", "?"]), st.integers(1, 8), st.booleans()), max_size=90
)


@settings(deadline=None, max_examples=40)
@given(TEXTS, st.integers(12, 40))
def test_windows_cover_the_text_and_keep_the_budget(rows: list[tuple[str, int, bool]], budget: int) -> None:
    words, sizes, breaks = ([row[i] for row in rows] for i in range(3))
    bounds = list(window_bounds(words, sizes, breaks, budget=budget))  # type: ignore[arg-type]
    assert [place for begin, end in bounds for place in range(begin, end)] == list(range(len(words)))
    assert all(sum(sizes[begin:end]) + 2 <= budget for begin, end in bounds)  # type: ignore[arg-type]


def test_a_window_is_cut_before_a_paragraph() -> None:
    words = ["w"] * 30
    breaks = [place in (0, 12) for place in range(30)]
    assert list(window_bounds(words, [1] * 30, breaks, budget=22)) == [(0, 12), (12, 30)]


def test_without_a_paragraph_it_is_cut_after_a_sentence() -> None:
    words = ["w"] * 30
    words[14] = "."
    assert next(window_bounds(words, [1] * 30, [False] * 30, budget=22)) == (0, 15)


def test_case_classes() -> None:
    assert [case_class(word) for word in ("12", "war", "War", "UN", "iPhone", "U")] == [0, 1, 2, 3, 4, 2]


def test_shapes_tell_where_a_sentence_may_start() -> None:
    first, second, third = shape_ids(["Stop", ".", "Go"], [True, False, False])
    assert (first % 2, second % 2, third % 2) == (1, 0, 1)
    assert max(first, second, third) < SHAPES


@settings(deadline=None, max_examples=40)
@given(st.text("abcdeé", min_size=1, max_size=9), st.text("abcdeé", min_size=1, max_size=9))
def test_scripts_give_back_the_lemma(form: str, lemma: str) -> None:
    assert apply_script(form, lemma_script(form, lemma)) == lemma


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=9), st.text(max_size=9))
def test_a_script_never_fails_on_another_form(form: str, script: str) -> None:
    assert isinstance(apply_script(form, "l2" + script), str)


def test_names_keep_their_case() -> None:
    assert apply_script("Germans", lemma_script("Germans", "German")) == "German"
    assert apply_script("WAS", ":be") == "be"
