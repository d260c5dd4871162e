import textwrap

import pytest

from graph.ingest.draft import Draft
from graph.ingest.furniture import FurnitureRule, drop_furniture, furniture_rules
from graph.ingest.heading import parse_byline
from graph.ingest.language import guess_language
from graph.ingest.paragraphs import to_paragraphs
from graph.ingest.plain import read_plain

BODY = (
    "The port of Lindholm reopened on Friday after a week of storms, officials said.\n\nShips waited in line."
)


def plain(text: str, title: str | None = None) -> Draft:
    return read_plain(text, "a.txt", title=title)


def test_a_short_first_line_over_a_blank_one_is_the_headline() -> None:
    draft = plain(f"Port reopens after storms\n\n\n{BODY}")
    assert (draft.title, draft.text) == ("Port reopens after storms", BODY)


@pytest.mark.parametrize(
    "text",
    [
        f"The port reopened.\n\n{BODY}",
        f"Port reopens after storms\n{BODY}",
        f"{'Port reopens after storms ' * 8}\n\n{BODY}",
        f"“We waited.”\n\n{BODY}",
        "Port reopens after storms",
    ],
)
def test_other_first_lines_are_text(text: str) -> None:
    draft = plain(text)
    assert draft.title is None
    assert draft.text.startswith(text[:12])


def test_a_question_may_be_a_headline() -> None:
    assert plain(f"Will the port reopen?\n\n{BODY}").title == "Will the port reopen?"


def test_a_given_title_is_not_repeated_in_the_text() -> None:
    assert plain(f"PORT REOPENS — after storms\n\n{BODY}", "Port reopens, after storms").text == BODY
    assert plain(f"Ships wait\n\n{BODY}", "Port reopens").text.startswith("Ships wait\n\n")


def test_byline_and_date_line_are_taken_off() -> None:
    draft = plain(f"Port reopens\n\nBy Ada Marsh and Tom Reed\n\nPublished: March 20, 2024\n\n{BODY}")
    assert (draft.byline, draft.published and draft.published.isoformat()) == (
        ("Ada Marsh", "Tom Reed"),
        "2024-03-20",
    )
    assert draft.text == BODY


def test_a_dateline_stays_since_it_says_where_from() -> None:
    text = f"LINDHOLM, Norway — {BODY}"
    assert plain(text).text == text


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ada Marsh", ("Ada Marsh",)),
        ("BY ADA MARSH", ("ADA MARSH",)),
        ("By Ada Marsh, Tom Reed and Lea de la Sand", ("Ada Marsh", "Tom Reed", "Lea de la Sand")),
        ("By Ada Marsh, Political Editor", ("Ada Marsh",)),
        ("By Ada Marsh in Lindholm", ("Ada Marsh",)),
        ("By Ada Marsh | Harbour Post Staff", ("Ada Marsh",)),
        ("By noon the ships had left.", ()),
        ("By noon the ships had left", ()),
        ("By the time that the storm was over, forty ships were waiting", ()),
    ],
)
def test_bylines(line: str, names: tuple[str, ...]) -> None:
    assert parse_byline(line) == names


@pytest.mark.parametrize("rule", furniture_rules(), ids=lambda rule: rule.example)
def test_each_furniture_rule_drops_its_own_example(rule: FurnitureRule) -> None:
    assert drop_furniture(["The port reopened.", rule.example]) == ["The port reopened."]
    middle = drop_furniture(["The port reopened.", rule.example, "Ships waited."])
    assert (rule.example in middle) == (rule.where == "end")


@pytest.mark.parametrize(
    "paragraph",
    [
        "He read more: a book a week.",
        "Share prices fell.",
        "Comments by the minister were denied.",
        "“Source,” he said, “I will not name.”",
        "Related companies were searched.",
        "Next: the islands.",
        "The advertisement was withdrawn.",
        "Copyright law was changed.",
        "Follow the money, said Marsh.",
        "Subscribers to the fund lost everything.",
    ],
)
def test_sentences_are_no_furniture(paragraph: str) -> None:
    assert drop_furniture(["The port reopened.", paragraph]) == ["The port reopened.", paragraph]


def test_share_bar_and_comments_at_the_end_are_dropped() -> None:
    text = f"{BODY}\n\nShare this:\n\nFacebook | X | WhatsApp\n\nSource link\n\nLeave a Comment\n"
    assert plain(text).text == BODY


def test_a_text_of_furniture_only_is_empty() -> None:
    assert plain("Source link\n\nLeave a Comment").text == ""


@pytest.mark.parametrize("width", [60, 72, 78])
def test_hard_wrapped_text_is_unwrapped(width: int) -> None:
    paragraphs = [
        "The port of Lindholm reopened on Friday after a week of storms, and forty ships that had waited outside came in.",
        "Officials said the quay would be mended by June. Two cranes had fallen, they said, and a third was leaning.",
        "Nobody was hurt.",
    ]
    wrapped = "\n\n".join(textwrap.fill(paragraph, width) for paragraph in paragraphs)
    assert to_paragraphs(wrapped) == paragraphs


def test_hard_wrapped_text_without_blank_lines_breaks_at_short_lines() -> None:
    first = "The port of Lindholm reopened on Friday after a week of storms, and forty ships came in at once."
    second = (
        "Officials said that the quay would be mended by June, although two of the cranes had fallen over."
    )
    wrapped = "\n".join(textwrap.fill(paragraph, 40) for paragraph in (first, second))
    assert to_paragraphs(wrapped) == [first, second]


def test_wrapping_at_a_hyphen_leaves_no_space() -> None:
    paragraph = "They spoke for a long time of the long-awaited cease-fire and of the prisoners-of-war who were to go home."
    assert to_paragraphs(textwrap.fill(paragraph, 46)) == [paragraph]


def test_line_a_paragraph() -> None:
    lines = [
        "The port reopened on Friday.",
        "Ships had waited for a week outside the harbour, in bad weather.",
        "Nobody was hurt.",
    ]
    assert to_paragraphs("\n".join(lines)) == lines


def test_emoji_and_odd_quotation_marks_are_text() -> None:
    post = "So the port is open again 🎉🎉 “finally!! and everyone is out at the quay 👨‍👩‍👧 who would have thought"
    assert plain(post).text == post


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The minister said that he would not go to the talks, and that his party was of the same mind about it all.", "English"),
        ("Le ministre a dit que les négociations dans la capitale sont une perte de temps pour le pays et pour son parti.", "French"),
        ("Der Minister sagte, dass die Gespräche in der Hauptstadt für das Land und für seine Partei nicht mehr von Nutzen sind.", "German"),
        ("Министр сказал, что переговоры в столице не имеют смысла для страны и его партии, и что он туда не поедет, потому что устал.", "another script than Latin"),
        ("Bakan, başkentteki görüşmelerin ülke için yararlı olmadığını ve partisinin de bu konuda aynı fikirde olduğunu söyledi, ancak daha sonra kabul etti.", "Turkish"),
        ("Waziri alisema kwamba mazungumzo katika mji mkuu hayana faida kwa nchi na chama chake, na kwamba hatakwenda huko tena kamwe.", "another language than English"),
    ],
)  # fmt: skip
def test_languages(text: str, name: str) -> None:
    guess = guess_language(text)
    assert guess is not None
    assert guess.name == name


def test_names_and_numbers_alone_tell_no_language() -> None:
    assert guess_language("Lindholm 3, Oster 1") is None


def test_english_full_of_foreign_names_is_english() -> None:
    text = (
        "Presidente de la República del Perú Lucía Montalvo and Alcalde de San Isidro de Quillay Julio Cárdenas met in "
        "Santa Cruz de la Sierra on Friday, where they talked about the road to the mine."
    )
    guess = guess_language(text)
    assert guess is not None
    assert guess.tag == "en"
