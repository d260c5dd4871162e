"""The tokenizer of the reader: words as the treebanks cut them, no character lost, the same after a round trip."""

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokenizer import Tokenizer

from graph.read.tokenizer import TOKENIZER, make_tokenizer


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return make_tokenizer(English())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # Bound prefixes stay, other compounds are split.
        ("non-profit re-elected Anti-Dutch mid-1980s", "non-profit re-elected Anti-Dutch mid-1980s"),
        ("e-mails ex-minister's", "e-mails ex-minister 's"),
        ("pro-same-sex", "pro-same - sex"),
        ("over-the-counter", "over - the - counter"),
        ("Oslo-based self-made well-known", "Oslo - based self - made well - known"),
        ("UN-backed CO-led", "UN - backed CO - led"),
        ("Sipah-e-Nur al-Nur vice-mayor", "Sipah - e - Nur al - Nur vice - mayor"),
        ("career-wise", "career-wise"),
        ("U.S.-led (D-Va.)", "U.S. - led ( D - Va. )"),
        ("U.S.‑led", "U.S. ‑ led"),
        ("“grim”-sounding 6-to-8", "“ grim ” - sounding 6 - to - 8"),
        # Names with numbers stay.
        ("F-16s F-35B H-1B Covid-19 Covid-19-free", "F-16s F-35B H-1B Covid-19 Covid-19 - free"),
        ("3M and $3M and 5G", "3M and $ 3 M and 5G"),
        # Sums, times, dates, ranges.
        ("$1.5bn £20k $180.9m.", "$ 1.5 bn £ 20 k $ 180.9 m ."),
        ("10pm 10:30am 9.30AM 10:30 6:00p.m.", "10 pm 10:30 am 9.30 AM 10:30 6:00 p.m."),
        ("2019-05-04 020-555-0199 555-0199", "2019-05-04 020-555-0199 555-0199"),
        ("1998–2001 2016-17 $30-$40 10%-15%", "1998 – 2001 2016 - 17 $ 30 - $ 40 10 % - 15 %"),
        ("the '90s, ’71, 1990's, 2030's", "the '90s , ’71 , 1990's , 2030 's"),
        ("9/11 and/or he/she", "9/11 and / or he / she"),
        ("401(k) person(s)", "401(k) person ( s )"),
        # Abbreviations.
        ("No. 1, Ft. Holm, Lt. Col. Ek, et al.", "No. 1 , Ft. Holm , Lt. Col. Ek , et al."),
        ("a.k.a. M.Sc. Wed. J. K. Lind", "a.k.a. M.Sc. Wed. J. K. Lind"),
        ("They wed. An id.", "They wed . An id ."),
        # Marks.
        ("(aged 5 to 8) (R-Tex.):", "( aged 5 to 8 ) ( R - Tex. ) :"),
        ("What?! No!!! ___ ***", "What ?! No !!! ___ ***"),
        ("#VoteNow, #1 @ekman", "#VoteNow , # 1 @ekman"),
        ("said.”—The “(D-Va.)—so ―Ek", "said . ” — The “ ( D - Va. ) — so ― Ek"),
        ("''24,'' he said.''", "'' 24 , '' he said . ''"),
        ("-Ek --Ek", "- Ek -- Ek"),
        # Clitics.
        ("don't—didn’t we'll can't cannot", "do n't — did n’t we 'll ca n't can not"),
        ("everyone'll wanna gonna", "everyone 'll wan na gon na"),
        ("O'Hara's rock 'n' roll, five o'clock", "O'Hara 's rock 'n' roll , five o'clock"),
        ("www.example.org/a-b, (ek@example.org)", "www.example.org/a-b , ( ek@example.org )"),
    ],
)
def test_words(tokenizer: Tokenizer, text: str, words: str) -> None:
    assert " ".join(token.text for token in tokenizer(text)) == words


# Surrogates are no text: spaCy's strings are UTF-8.
_ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
_NEWSY = st.text(st.sampled_from("abUS19 .,-–—―'’“”\"()[]$%#*!?:/\n_"), max_size=40)


_SHARED = make_tokenizer(English())


@given(text=_ANY_TEXT | _NEWSY)
@settings(deadline=None)
def test_no_character_is_lost(text: str) -> None:
    doc = _SHARED(text)
    assert doc.text == text
    assert all(token.text for token in doc)


def test_words_do_not_depend_on_what_was_read_before(tokenizer: Tokenizer) -> None:
    text = "The non-profit's ex-chief—who didn't reply—paid $3M (or 5%-6%)."
    fresh = [token.text for token in make_tokenizer(English())(text)]
    assert [token.text for token in tokenizer(text)] == fresh
    assert [token.text for token in tokenizer(text)] == fresh


def test_saved_and_loaded_with_the_pipeline(tmp_path: Path) -> None:
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    text = "Non-profits: 555-0199, $3M—didn't “Ek,”he #VoteNow (5 to 8), U.S.-led 1990's a.k.a. 3M."
    assert [token.text for token in loaded.tokenizer(text)] == [token.text for token in nlp.tokenizer(text)]
