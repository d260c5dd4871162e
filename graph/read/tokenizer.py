"""Words of English news: spaCy's tokenizer with rules nearer to the treebanks the reader is trained on.

The rules were found by comparing spaCy's words with those of the training parts of UD English EWT and GUM.
Where the two treebanks differ, or differ from the press, the usage of edited news wins. What needs a look
beyond white space (does "Inc." end the sentence?) is left alone: a rule sees one run of characters at a time.
"""

import re
from collections.abc import Callable, Iterable

from spacy.attrs import ORTH
from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    LIST_ELLIPSES,
    LIST_ICONS,
)
from spacy.lang.en import English
from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

TOKENIZER = "newsgraph_tokenizer"
"""Name of the tokenizer in the configuration of a pipeline."""

# Both treebanks keep a bound prefix and its stem one word ("non-profit", "re-elected") and split every other
# compound at its hyphens ("US - based", "al - Qaeda", "vice - president", "self - made"). These are the
# prefixes that they keep on, and those of the same kind too rare to occur in them.
_PREFIXES = (
    "anti", "arch", "bio", "co", "counter", "cross", "cyber", "de", "e", "ex", "extra", "hyper", "inter",
    "intra", "macro", "mega", "micro", "mid", "mini", "multi", "neo", "non", "over", "post", "pre", "pro",
    "pseudo", "psycho", "re", "semi", "socio", "sub", "super", "ultra", "un",
)  # fmt: skip
_ENDINGS = "esque|wise"

# A sentence end after one of these is rarer in news than the abbreviation. Not "Sun.", a newspaper.
_ABBREVIATIONS = (
    "Amb.", "Atty.", "Ave.", "Blvd.", "Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Dept.", "Det.", "Drs.",
    "Fr.", "Fri.", "Ft.", "Gens.", "Govs.", "Hon.", "Hwy.", "Insp.", "Lt.", "Maj.", "Mlle.", "Mme.", "Mon.",
    "Msgr.", "No.", "Nos.", "Pres.", "Pvt.", "Reps.", "Sat.", "Sens.", "Sgt.", "Sr.", "Ste.", "Supt.", "Tex.",
    "Thu.", "Thur.", "Thurs.", "Tue.", "Tues.", "Vol.", "Vt.", "W.Va.", "Wed.", "Wyo.", "al.", "approx.",
    "ca.", "etc.",
)  # fmt: skip
_WHOLE = ("Yahoo!", "Jeopardy!", "'n'", "’n’", "‘n’", "s/he", "3G", "4G", "5G", "6G", "3M", "‘’", "‘‘")
_PARTS = (
    ("wan", "na"),
    ("lot", "ta"),
    ("out", "ta"),
    ("ought", "a"),
    ("lem", "me"),
    ("gim", "me"),
    ("du", "n", "no"),
)
# The firm is whole, the sum is not.
_SUMS = tuple((mark, "3", "M") for mark in "$£€")

# spaCy's emoticons are merged wherever their characters meet, as in "(aged 5 to 8)" and "(R-Tex.):".
_EMOTICONS = emoticons - {":)", ":-)", ";)", ";-)", ":(", ":-(", ":D", ":-D", ":P", ":-P", "<3", "^_^"}
# Words of edited news that spaCy takes for contractions ("wed" for "we'd"), and one that the treebanks split.
_NOT_SPECIAL = frozenset(("Id", "id", "Ima", "ima", "Wed", "wed", "Whys", "whys", "Wont", "wont", "and/or"))

# Runs of one mark are one word.
_RUNS = (r"[!?]{2,}", r"\*{2,}", "={2,}", "_{2,}", "~{2,}", "<{2,}", ">{2,}", r"\${2,}")
_HYPHEN = "‐‑-"
_DASH = "–—―"
_QUOTE = '"“”„«»'
_CURRENCY = "$£€¥"
# "the 1990's" and "her 60's" are one word, "2030's climate" is not.
_NOT_DECADE = r"(?<!(?<!\w)[2-9]0)(?<!(?<!\w)1[5-9]\d0)"
# "$3M" but not "H-1B" or "F-35B".
_PLAIN_NUMBER = (
    rf"(?<=[0-9])(?<![A-Za-z][0-9])(?<![A-Za-z][{_HYPHEN}][0-9])(?<![A-Za-z][{_HYPHEN}][0-9][0-9])"
)

_TOKEN_MATCH = re.compile(
    r"(?:"
    r"\d+(?:-\d+){2,}"  # dates and telephone numbers
    r"|\d{3}-\d{4}"
    r"|\d+(?:\([a-z0-9]{1,2}\))+"  # 401(k), 501(c)(3)
    r"|(?:[^\W\d_][a-z]?\.){2,}"  # a.k.a., M.Sc.
    r"|[A-Za-z]-{3,}[a-z]*"  # a word that is not fit to print
    r")\Z"
)


@registry.tokenizers(TOKENIZER)  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], Tokenizer]:
    """Give `make_tokenizer` to a pipeline's configuration: `{"@tokenizers": "newsgraph_tokenizer"}`."""
    return make_tokenizer


def make_tokenizer(nlp: Language) -> Tokenizer:
    """Make the tokenizer of the reader, to be set as `nlp.tokenizer`.

    It is spaCy's own class with other rules, so it is saved and loaded with the pipeline.

    Args:
        nlp: The pipeline whose vocabulary the tokenizer shares.
    """
    defaults = English.Defaults
    return Tokenizer(
        nlp.vocab,
        rules=_rules(),
        prefix_search=compile_prefix_regex(_prefixes(defaults.prefixes or ())).search,
        suffix_search=compile_suffix_regex(_suffixes(defaults.suffixes or ())).search,
        infix_finditer=compile_infix_regex(_infixes()).finditer,
        token_match=_TOKEN_MATCH.match,
        url_match=defaults.url_match,
    )


def _rules() -> dict[str, list[dict[int, str]]]:
    rules = {
        text: parts
        for text, parts in (English.Defaults.tokenizer_exceptions or {}).items()
        if text not in _NOT_SPECIAL and text not in _EMOTICONS and not _is_lone_letter(text)
    }
    for text in (*_ABBREVIATIONS, *_WHOLE):
        rules[text] = [{ORTH: text}]
    for first, *rest in _PARTS:
        for head in (first, first.capitalize()):
            rules["".join((head, *rest))] = [{ORTH: part} for part in (head, *rest)]
    for sum_parts in _SUMS:
        rules["".join(sum_parts)] = [{ORTH: part} for part in sum_parts]
    return rules


def _is_lone_letter(text: str) -> bool:
    """Tell whether a special case is "a." to "z."; born, circa, died, page and versus stay."""
    return len(text) == 2 and text[1] == "." and text[0] not in "bcdpv"


def _prefixes(defaults: Iterable[str | re.Pattern[str]]) -> list[str | re.Pattern[str]]:
    dropped = {"#", r"\'", "’", "‘"}
    return [
        *_RUNS,
        "--+",
        rf"[{_HYPHEN}](?=[^\W\d_])",
        "[•‣⁃▪―]",
        "''",  # whole, before the rule for one
        r"#(?![^\W\d_])",  # not the mark of a hashtag
        r"['’](?![0-9][0-9]s?(?!\w))",  # not that of "'71" and "'90s"
        r"‘(?![0-9]0s(?!\w))",
        *(rule for rule in defaults if rule not in dropped),
    ]


def _suffixes(defaults: Iterable[str | re.Pattern[str]]) -> list[str | re.Pattern[str]]:
    dropped = {"'s", "'S", "’s", "’S"}
    return [
        *_RUNS,
        "--+",
        "―",
        "''",
        rf"{_NOT_DECADE}['’`][sS]",
        rf"{_PLAIN_NUMBER}(?:bn|mn|tn|[kKbBM])",
        r"(?<=[0-9])(?:[aApP][mM]|[aApP]\.[mM]\.)",
        rf"(?<=[{ALPHA_LOWER}][{ALPHA_UPPER}])\.",
        *(rule for rule in defaults if rule not in dropped),
    ]


def _infixes() -> list[str | re.Pattern[str]]:
    """Make the rules for inside a word.

    spaCy drops an infix that starts where the last one ended. So marks that may stand side by side (a full
    stop, a quotation mark and a dash) are not matched themselves: an empty match on each side cuts them out.
    """
    rules = [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        r"(?<=[0-9])[+*^](?=[0-9-])",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}])[,;](?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
        rf"(?<=[{ALPHA}0-9])~(?=[{ALPHA}])",
        # Compounds.
        rf"(?<=[{ALPHA}0-9])[{_HYPHEN}](?=[{ALPHA}])(?!(?:{_ENDINGS})\b)" + _after_no_prefix(),
        rf"(?<=[{ALPHA}]\.)[{_HYPHEN}](?=[{ALPHA}])",
        rf"(?<=[{_QUOTE}][{_HYPHEN}])(?=[{ALPHA}])",
        rf"(?:(?<=[{_HYPHEN}]to)|(?<=[{_HYPHEN}]for))[{_HYPHEN}](?=[0-9])",
        # Ranges.
        rf"(?<=[0-9%])[{_HYPHEN}](?=[0-9{_CURRENCY}{_HYPHEN}])",
        rf"(?<=[0-9])(?=%[{_DASH}{_HYPHEN}])",
        rf"(?<=[{_DASH}{_HYPHEN}][{_CURRENCY}])(?=[0-9])",
        # Dashes and quotation marks.
        rf"(?<=[^\s{_DASH}])(?=[{_DASH}])|(?<=[{_DASH}])(?=[^\s{_DASH}])",
        r"(?<=[^\s-])(?=--)|(?<=--)(?=[^\s-])",
        rf"(?<=\S)(?=[{_QUOTE}])|(?<=[{_QUOTE}])(?=\S)",
        rf"(?<=\S)(?=[)\]][{_QUOTE}{_DASH}])|(?<=[{_QUOTE}{_DASH}][(\[])(?=\S)",
        rf"(?<=[{ALPHA_LOWER}][{ALPHA_LOWER}])(?=[.,;:!?][{_QUOTE}{_DASH}])",
        # Clitics of words that the special cases do not reach, as on either side of a dash.
        rf"(?<=[{ALPHA}])(?=[nN]['’][tT](?!\w))",
        rf"{_NOT_DECADE}(?<=[{ALPHA}])(?=['’](?:s|S|ve|re|ll|d|m|VE|RE|LL|D|M)(?!\w))",
        # "account(s)", whose last bracket is gone by now.
        rf"(?<=[{ALPHA_LOWER}])\((?=s\Z)",
    ]
    # A guard that spares the rules the inside of plain words.
    return [rf"(?:(?=\W)|(?<=\W)|(?=[nN]['’]))(?:{'|'.join(rules)})"]


def _after_no_prefix() -> str:
    """Make an assertion that the hyphen just matched does not follow a bound prefix at the start of a word.

    Python looks back over a fixed width only: prefixes are put together by length. "UN-backed" is no "un-".
    """
    by_length: dict[int, list[str]] = {}
    for prefix in _PREFIXES:
        by_length.setdefault(len(prefix), []).append(f"[{prefix[0]}{prefix[0].upper()}]{prefix[1:]}")
    return "".join(
        rf"(?<!(?<![\w{_HYPHEN}])(?:{'|'.join(by_length[length])})[{_HYPHEN}](?!the-))"
        for length in sorted(by_length)
    )
