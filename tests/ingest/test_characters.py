import pytest

from graph.ingest.cleaning import clean_characters, one_line, printable
from graph.ingest.decoding import DecodingError, decode


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\r\nb\rc\u2028d\x85e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("one\u2029two", "one\n\ntwo"),
        ("co\u00adop\u200beration", "cooperation"),
        ("\ufeffstart\x00 end\x07", "start end"),
        ("a\u00a0b\u2009c\td   e", "a b c d e"),
        ("lone \ud800 half", "lone \ufffd half"),
        ("Zoe\u0308", "Zoë"),
        ("family 👨\u200d👩\u200d👧 flag", "family 👨\u200d👩\u200d👧 flag"),
        ("zero\u200dwidth\u200c join", "zerowidth join"),
        ("right \u202eto\u202c left\u2066", "right to left"),
        ("  spaces \n  around  \n", "spaces\naround"),
        ("non\ufffecharacter\ufdd0", "noncharacter"),
        ("", ""),
    ],
)
def test_characters(raw: str, clean: str) -> None:
    assert clean_characters(raw) == clean


def test_cleaning_twice_changes_nothing_more() -> None:
    text = "a\u200d\u00ad \u00a0b\u2029 \u200b c\ufeff"
    assert clean_characters(clean_characters(text)) == clean_characters(text)


def test_names_become_one_line() -> None:
    assert one_line(" Port\n reopens\u200b ") == "Port reopens"
    assert one_line(" \u200b\n") is None
    assert printable("tab\there\u202e") == "tab\\there\\u202e"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zoë’s café".encode(), "Zoë’s café"),
        ("Zoë".encode("utf-8-sig"), "Zoë"),
        ("Zoë’s".encode("utf-16"), "Zoë’s"),
        (b"\xfe\xff" + "Zoë’s".encode("utf-16-be"), "Zoë’s"),
        ("Zoë’s".encode("utf-32"), "Zoë’s"),
        (
            "The minister said “no” – and left the café.".encode("cp1252"),
            "The minister said “no” – and left the café.",
        ),
        (b"one nul\x00 in a long text", "one nul\x00 in a long text"),
        (b"", ""),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "archive"),
        (b"\x89PNG\r\n", "picture"),
        (b"\x1f\x8b\x08\x00", "compressed"),
        (bytes(range(256)) * 4, "binary"),
        ("Plain text without a mark".encode("utf-16-le"), "UTF-16 without"),
        (b"\xff\xfeodd", "breaks at byte"),
        ("Good “quotes” here".encode() + b" and a broken one \xe2\x80", "not UTF-8"),
        ("Привет, мир, как дела".encode("koi8-r"), "not UTF-8"),
        ("日本語のニュース".encode("shift-jis"), "not UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(DecodingError, match=reason):
        decode(data)


def test_json_is_never_guessed() -> None:
    with pytest.raises(DecodingError):
        decode('{"text": "café"}'.encode("cp1252"), guess=False)
