"""The command: what it prints where, and how it ends."""

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import jsonschema
import pytest
import typer
from spacy.language import Language

from graph import __version__
from graph import build as stages
from graph.cli.main import app, main
from graph.cli.options import ExportFormat, QueryFormat
from graph.evaluate.gold import text_digest
from graph.ingest import read_articles
from graph.model.mentions import DocumentMentions
from graph.model.text import Article
from graph.settings import Settings
from tests.conftest import ROOT, make_small_reader
from tests.test_build import STORY, bad_files, names_only

COMMANDS = ("build", "extract", "query", "export", "validate", "evaluate", "evaluate-corpora")
SLOWEST_HELP = 0.5
"""Seconds of processor time: wall-clock time says more of what else the machine does."""


@dataclass(frozen=True)
class Ended:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def newsgraph(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], small_reader: Language, tmp_path: Path
) -> Callable[..., Ended]:
    """Run a command in an empty folder, with the small reader."""
    monkeypatch.setattr(stages, "extract", names_only)
    monkeypatch.setattr(stages, "open_reader", lambda _: small_reader)
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Ended:
        monkeypatch.setattr(sys, "argv", ["newsgraph", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        code = ended.value.code
        out, err = capfd.readouterr()
        assert "Traceback" not in err
        return Ended(code if isinstance(code, int) else 0, out, err)

    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    return call


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of one build, for all tests that only read it."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages, "extract", names_only)
        request = stages.Request((folder / "story.txt",), published="2024-05-06")
        stages.build(request, Settings.load(output=folder / "output"), nlp=make_small_reader())
    return folder / "output"


@pytest.fixture
def built(newsgraph: Callable[..., Ended], built_once: Path, tmp_path: Path) -> Callable[..., Ended]:
    shutil.copytree(built_once, tmp_path / "output")
    return newsgraph


def test_build_shows_counts_names_and_what_to_open(newsgraph: Callable[..., Ended]) -> None:
    ended = newsgraph("build", "story.txt", "--published", "2024-05-06", "--publisher", "The Harbour Post")
    assert ended.code == 0
    assert ended.err == ""
    assert "Bell" in ended.out
    assert "output/graph.html" in ended.out
    assert (
        json.loads(Path("output/report.json").read_text())["articles"][0]["publisher"] == "The Harbour Post"
    )


def test_what_is_left_out_is_said_on_standard_error(newsgraph: Callable[..., Ended], tmp_path: Path) -> None:
    bad_files(tmp_path)
    ended = newsgraph("build", "story.txt", "empty.txt", "missing.txt", "--published", "2024-05-06")
    assert ended.code == 0
    assert [line.split(":")[0] for line in ended.err.splitlines()] == ["empty.txt", "missing.txt"]
    assert "empty.txt" not in ended.out


def test_the_command_line_leaves_it_to_reading_what_can_be_read(
    newsgraph: Callable[..., Ended], built_once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may = os.access
    # As for an ordinary user; root, who may run the tests, can read everything.
    monkeypatch.setattr(os, "access", lambda path, mode, **how: mode != os.R_OK and may(path, mode, **how))
    assert newsgraph("build", "story.txt", "-o", "out").code == 0
    assert newsgraph("extract", "story.txt").code == 0
    assert newsgraph("export", "-f", "trig", "--data", str(built_once), "-o", "story.txt").code == 0


def test_strict_wants_everything(newsgraph: Callable[..., Ended]) -> None:
    assert newsgraph("build", "story.txt", "missing.txt", "--strict").code == 1
    assert Path("output/graph.ttl").exists()
    assert newsgraph("extract", "story.txt", "missing.txt", "--strict").code == 1
    assert newsgraph("extract", "story.txt", "missing.txt").code == 0


@pytest.mark.parametrize("command", ["build", "extract"])
def test_nothing_useful_is_an_error(newsgraph: Callable[..., Ended], command: str) -> None:
    ended = newsgraph(command, "missing.txt")
    assert ended.code == 1
    assert ended.out == ""
    assert "missing.txt: cannot be read" in ended.err
    assert not Path("output").exists()


def test_extract_prints_one_documented_line_an_article(newsgraph: Callable[..., Ended]) -> None:
    Path("two.jsonl").write_text(
        json.dumps({"text": STORY})
        + "\n"
        + json.dumps({"text": STORY.replace("Bell", "Vale \U0001f600")})
        + "\n"
    )
    ended = newsgraph("extract", "two.jsonl", "--published", "2024-05-06")
    lines = ended.out.splitlines()
    assert len(lines) == 2
    validator = jsonschema.Draft202012Validator(
        json.loads((ROOT / "docs/extraction.schema.json").read_text())
    )
    for line in lines:
        validator.validate(json.loads(line))
    assert ended.err == ""


def test_lone_surrogates_in_a_record_are_one_line(newsgraph: Callable[..., Ended]) -> None:
    Path("odd.json").write_text('{"text": "Ann Bell said \\ud83d that the harbour was closed for a week."}')
    ended = newsgraph("extract", "odd.json")
    assert ended.err.count("\n") == ended.code


def test_wrong_options_are_one_line(newsgraph: Callable[..., Ended]) -> None:
    ended = newsgraph("build", "story.txt", "--published", "soon")
    assert (ended.code, ended.out, ended.err.count("\n")) == (1, "", 1)
    assert newsgraph("build").code == 2
    assert newsgraph("build", "story.txt", "--threads", "0").code == 2
    assert newsgraph("fly").code == 2
    assert newsgraph("export", "--format", "paper").code == 2


def test_an_output_that_cannot_be_written_is_one_line(newsgraph: Callable[..., Ended]) -> None:
    ended = newsgraph("build", "story.txt", "--published", "2024-05-06", "--output", "story.txt")
    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert "story.txt" in ended.err


def test_query_answers_sparql_in_each_format(built: Callable[..., Ended]) -> None:
    question = "SELECT ?name WHERE { ?one a ng:Person ; skos:prefLabel ?name } ORDER BY ?name"
    assert "Bell" in built("query", question).out
    found = json.loads(built("query", question, "--format", "json").out)
    assert "Bell" in {row["name"]["value"] for row in found["results"]["bindings"]}
    assert built("query", question, "--format", "csv").out.startswith("name\r\n")


def test_query_reads_files(built: Callable[..., Ended]) -> None:
    Path("question.rq").write_text("ASK { ?one a ng:Person }")
    assert built("query", "question.rq").out == "yes\n"


def test_ready_made_queries_are_listed_and_run(built: Callable[..., Ended]) -> None:
    listed = built("query", "--list")
    names = [line for line in listed.out.splitlines() if line and not line.startswith(" ")]
    assert len(names) >= 10
    for name in names:
        ended = built("query", name)
        assert (ended.code, ended.err) == (0, ""), name


@pytest.mark.parametrize(
    "words",
    [
        ("SELECT ?x WHERE { ?x a }",),
        ("no-such-question",),
        ("missing.rq",),
        ("ASK {}", "--param", "nonsense"),
        ("ASK {}", "--param", "who=me"),
        ("ASK {}", "--data", "nowhere"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }",),
    ],
)
def test_bad_questions_are_one_red_line(built: Callable[..., Ended], words: tuple[str, ...]) -> None:
    ended = built("query", *words)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("newsgraph: ")


def test_asking_without_data_or_question_says_what_to_do(newsgraph: Callable[..., Ended]) -> None:
    ended = newsgraph("query", "ASK {}")
    assert ended.code == 1
    assert "newsgraph build" in ended.err
    assert newsgraph("query").code == 1


@pytest.mark.parametrize("form", list(ExportFormat))
def test_export_gives_each_format(built: Callable[..., Ended], form: ExportFormat) -> None:
    to_stdout = built("export", "--format", form)
    assert to_stdout.code == 0
    assert "Bell" in to_stdout.out
    assert built("export", "--format", form, "--output", "deep/file").out == ""
    assert Path("deep/file").read_text(encoding="utf-8") == to_stdout.out


def test_validate_is_quiet_about_good_data(built: Callable[..., Ended]) -> None:
    ended = built("validate")
    assert (ended.code, ended.err) == (0, "")
    assert "conforms" in ended.out


def test_validate_ends_with_3_on_bad_data(built: Callable[..., Ended]) -> None:
    Path("bad.ttl").write_text(
        "@prefix ng: <https://w3id.org/newsgraph/ontology/> . <http://x/e> a ng:Person ."
    )
    ended = built("validate", "--data", "bad.ttl")
    assert ended.code == 3
    assert "http://x/e" in ended.out


def test_the_formats_are_those_that_the_stages_know() -> None:
    from graph.query.render import Format
    from graph.rdf import Form

    assert {one.value for one in QueryFormat} == {one.value for one in Format}
    assert {one.value for one in ExportFormat} == {one.value for one in Form} | {"graphml", "gexf"}


def test_every_command_has_help_with_examples(newsgraph: Callable[..., Ended]) -> None:
    assert {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    } == set(COMMANDS)
    for words in ([], *([name] for name in COMMANDS)):
        ended = newsgraph(*words, "--help")
        assert ended.code == 0
        assert "Examples:" in ended.out
        assert "newsgraph " in ended.out.split("Examples:")[1]


def test_every_option_has_help() -> None:
    for command in typer.main.get_command(app).commands.values():  # type: ignore[attr-defined]
        for parameter in command.params:
            assert parameter.help, f"{command.name} {parameter.name}"


def run(*words: str, **options: str) -> subprocess.CompletedProcess[str]:
    code = "from graph.cli import main; main()"
    environment = {**os.environ, **options}
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_version_and_help_come_at_once() -> None:
    before = os.times()
    assert run("--help").returncode == 0
    after = os.times()
    used = after.children_user - before.children_user + after.children_system - before.children_system
    assert used < SLOWEST_HELP
    assert run("--version").stdout == f"newsgraph {__version__}\n"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['newsgraph', 'build', '--help']\n"
        "from graph.cli import main\n"
        "try: main()\n"
        "except SystemExit: print([m for m in ('spacy', 'pyoxigraph', 'rich', 'networkx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_goes_away_is_no_news(tmp_path: Path) -> None:
    data = tmp_path / "big.nt"
    data.write_text("".join(f"<http://x/{n}> <http://x/p> <http://x/o> .\n" for n in range(20_000)))
    code = "from graph.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "export", "--format", "ntriples", "--data", str(data)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("words", [("query", "--list"), ("export", "--format", "ntriples")])
def test_a_full_disk_behind_standard_output_is_one_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    data = tmp_path / "small.nt"
    data.write_text("<http://x/s> <http://x/p> <http://x/o> .\n")
    more = ("--data", str(data)) if words[0] == "export" else ()
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", "from graph.cli import main; main()", *words, *more],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "newsgraph: cannot write to standard output: no space left on device\n"


def test_a_fault_of_newsgraph_itself_is_seen_whole(
    newsgraph: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lose(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory", "lost.json")

    monkeypatch.setattr(stages, "resolve", lose)
    with pytest.raises(FileNotFoundError, match=r"lost\.json"):
        newsgraph("build", "story.txt")


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_closed_standard_output_is_no_fault() -> None:
    shell = f"exec {shlex.quote(sys.executable)} -c 'from graph.cli import main; main()' query --list >&-"
    done = subprocess.run(["sh", "-c", shell], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_ctrl_c_is_quiet(newsgraph: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> DocumentMentions:
        raise KeyboardInterrupt

    monkeypatch.setattr(stages, "extract", interrupt)
    for command in ("extract", "build"):
        ended = newsgraph(command, "story.txt")
        assert (ended.code, ended.out) == (130, "")
    assert not Path("output").exists()


@pytest.fixture
def annotated(tmp_path: Path) -> Path:
    """A folder with the annotation of the story, as somebody might write it by hand."""
    folder = tmp_path / "gold"
    folder.mkdir()
    words = {"article": "../story.txt", "entities": [{"name": STORY.split()[0], "kind": "Person"}]}
    (folder / "story.json").write_text(json.dumps(words), encoding="utf-8")
    return folder


def test_evaluate_prints_scores_and_writes_what_is_asked_for(
    newsgraph: Callable[..., Ended], annotated: Path, tmp_path: Path
) -> None:
    ended = newsgraph("evaluate", "gold", "--json", "scores.json", "--html", "errors.html", "--show", "names")
    assert ended.code == 0
    assert "development (1 article)" in ended.out
    assert "story: names" in ended.out
    scores = json.loads((tmp_path / "scores.json").read_text("utf-8"))
    assert scores["scores"]["development"]["names"]["expected"] == 1
    assert "</html>" in (tmp_path / "errors.html").read_text("utf-8")
    assert "baseline" in newsgraph("evaluate", "gold", "--baseline", "scores.json").out


def test_evaluate_asks_the_questions_of_an_annotation(
    newsgraph: Callable[..., Ended], annotated: Path, tmp_path: Path
) -> None:
    file = annotated / "story.json"
    plain = json.loads(file.read_text(encoding="utf-8"))
    who = {"question": "Who appears?", "answers": [STORY.split()[0]], "sparql": {"query": "who-appears"}}

    def scored(question: Mapping[str, object]) -> Ended:
        file.write_text(json.dumps({**plain, "questions": [question]}), encoding="utf-8")
        return newsgraph("evaluate", "gold", "--json", "scores.json", "--show", "questions")

    assert scored(who).code == 0
    scores = json.loads((tmp_path / "scores.json").read_text("utf-8"))["scores"]["development"]
    assert scores["questions"]["expected"] == 1
    ask = scored({**who, "sparql": "ASK {}"})
    assert ask.code != 0
    assert "SELECT" in ask.err
    unknown = scored({**who, "sparql": {"query": "who-apears"}})
    assert unknown.code != 0
    assert "who-appears" in unknown.err


def test_evaluate_scores_one_annotator_against_another(
    newsgraph: Callable[..., Ended], annotated: Path
) -> None:
    ended = newsgraph("evaluate", "gold", "--against", str(annotated))
    assert ended.code == 0
    assert [line.split()[1:4] for line in ended.out.splitlines() if line.split()[0] == "names"] == [
        ["1.000", "1.000", "1.000"]
    ]


def test_evaluate_finds_a_record_among_others_by_its_text(
    newsgraph: Callable[..., Ended], annotated: Path, tmp_path: Path
) -> None:
    records = [{"text": text, "language": "en"} for text in (f"Not this one. {STORY}", STORY)]
    (tmp_path / "news.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    (article,) = (item for item in read_articles([tmp_path / "news.jsonl"]) if item.path.endswith(":2"))
    assert isinstance(article, Article)
    words = {"article": "story-2", "sha256": text_digest(article.text)}
    (annotated / "story.json").write_text(json.dumps(words), encoding="utf-8")
    ended = newsgraph("evaluate", "gold", "news.jsonl")
    assert ended.code == 0
    assert "development (1 article)" in ended.out


def test_evaluate_says_what_is_wrong(newsgraph: Callable[..., Ended], annotated: Path) -> None:
    (annotated / "story.json").write_text('{"article": "elsewhere"}', encoding="utf-8")
    ended = newsgraph("evaluate", "gold")
    assert ended.code == 1
    assert "elsewhere" in ended.err
    (annotated / "story.json").write_text("[]", encoding="utf-8")
    ended = newsgraph("evaluate", "gold")
    assert ended.code == 1
    assert "story.json: is no gold annotation" in ended.err


def test_evaluate_corpora_prints_figures_and_writes_what_is_asked_for(
    newsgraph: Callable[..., Ended], tmp_path: Path
) -> None:
    mention = {"sent": 0, "spans": [[1, 2]], "kind": "event", "type": "action", "chain": "A"}
    record = {"doc": "1_1", "topic": "1", "sents": [["Gunmen", "attacked", "."]], "mentions": [mention]}
    (tmp_path / "data/events").mkdir(parents=True)
    for part in ("dev", "train"):
        (tmp_path / f"data/events/ecbplus-{part}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    ended = newsgraph(
        "evaluate-corpora", "data", "--only", "ecbplus", "--show", "triggers", "--json", "scores.json"
    )
    assert ended.code == 0
    assert "ECB+ dev" in ended.out
    assert "- 1_1: attacked" in ended.out
    scores = json.loads((tmp_path / "scores.json").read_text("utf-8"))
    assert [one["expected"] for one in scores["figures"] if one["layer"] == "triggers"] == [1]


def test_evaluate_corpora_says_what_is_wrong(newsgraph: Callable[..., Ended], tmp_path: Path) -> None:
    ended = newsgraph("evaluate-corpora", "data", "--only", "ecb")
    assert ended.code == 1
    assert "ecb: no such corpus; known are polnear, gum" in ended.err
    ended = newsgraph("evaluate-corpora", "data", "--only", "ecbplus")
    assert ended.code == 1
    assert "ecbplus-dev.jsonl: no such file" in ended.err
