"""Windows: nothing lost, nothing twice, never too long, cut at good places."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.read.features import SHAPES, case_class, shape_ids
from graph.read.lemma import apply_script, lemma_script
from graph.read.windows import whole_sentences, window_end

TEXTS = st.lists(st.tuples(st.integers(1, 8), st.booleans()), max_size=90)


@settings(deadline=None, max_examples=40)
@given(TEXTS, st.integers(12, 40))
def test_windows_go_on_and_keep_the_budget(rows: list[tuple[int, bool]], budget: int) -> None:
    sizes, breaks = [size for size, _ in rows], [flag for _, flag in rows]
    begin = 0
    while begin < len(sizes):
        end = window_end(begin, sizes, breaks, budget=budget)
        assert end > begin
        assert sum(sizes[begin:end]) + 2 <= budget
        begin = end


def test_a_window_is_cut_before_a_paragraph() -> None:
    breaks = [place in (0, 12) for place in range(30)]
    assert window_end(0, [1] * 30, breaks, budget=22) == 12
    assert window_end(12, [1] * 30, breaks, budget=22) == 30


def test_a_paragraph_that_comes_too_early_does_not_cut() -> None:
    breaks = [place in (0, 3) for place in range(30)]
    assert window_end(0, [1] * 30, breaks, budget=22) == 20


def test_a_sentence_that_the_border_may_cut_is_read_again() -> None:
    starts = [place in (0, 4) for place in range(9)]
    assert whole_sentences(9, starts, [True] + [False] * 20) == 4
    assert whole_sentences(9, starts, [True] + [False] * 8) == 9
    assert whole_sentences(9, starts, [place in (0, 9) for place in range(20)]) == 9
    assert whole_sentences(9, [True] + [False] * 8, [True] + [False] * 20) == 9


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
