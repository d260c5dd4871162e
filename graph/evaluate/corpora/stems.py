"""A crude stem of a word: enough for the baseline "the same word", which needs no parser."""

_IRREGULAR = {
    form: stem
    for stem, forms in {
        "say": "said", "die": "dead death dying", "shoot": "shot", "strike": "struck", "fall": "fell fallen",
        "flee": "fled", "find": "found", "tell": "told", "steal": "stole stolen", "win": "won",
        "lose": "lost loss", "run": "ran", "take": "took taken", "give": "gave given", "go": "went gone",
        "make": "made",
        "hold": "held", "leave": "left", "drive": "drove driven", "break": "broke broken", "buy": "bought",
        "sell": "sold", "come": "came", "begin": "began begun", "become": "became", "choose": "chose chosen",
        "speak": "spoke spoken", "fight": "fought", "catch": "caught", "bring": "brought", "lead": "led",
        "meet": "met", "rise": "rose risen", "see": "saw seen", "send": "sent", "write": "wrote written",
    }.items()
    for form in forms.split()
}  # fmt: skip
_SHORTEST = 3


def stem(word: str) -> str:
    """Take the endings of inflection off a word.

    >>> [stem(word) for word in ("Killed", "killing", "kills", "stopped", "charges", "said", "fire")]
    ['kill', 'kill', 'kill', 'stop', 'charg', 'say', 'fir']
    """
    word = word.casefold()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, rest in (
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
        ("e", ""),
    ):
        short = word.removesuffix(ending)
        if short != word and len(short) >= _SHORTEST and not word.endswith("ss"):
            word = short + rest
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word
