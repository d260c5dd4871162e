"""EWT and GUM: tags, trees, sentences, roles, names and coreference of the same documents."""

from itertools import islice
from pathlib import Path

from graph.evaluate.coreference import CoreferenceScores, link_is_right
from graph.evaluate.corpora.frames import place_frames
from graph.evaluate.corpora.readers import gold_clusters, gold_frames, gum_names, treebank_documents
from graph.train.score.counts import Bet
from graph.train.score.found import Found
from graph.train.score.names import NameScores
from graph.train.score.report import GOLD, RAW
from graph.train.score.result import Result
from graph.train.score.roles import RoleScores
from graph.train.score.subjects import Subject
from graph.train.score.trees import RAW_FIGURES, GoldWordScores, RawTextScores


class _Treebank:
    """What EWT and GUM share: gold words, and raw text end to end."""

    def __init__(self, subject: Subject, path: Path, limit: int | None) -> None:
        self._missing = set() if "lemmas" in subject.gives else {"lemma"}
        self.documents = list(islice(treebank_documents(path), limit))
        self.texts = [document.text() for document in self.documents]
        self._words, raw = GoldWordScores(), RawTextScores()
        self.found: list[Found] = []
        for number, (document, text) in enumerate(zip(self.documents, self.texts, strict=True)):
            self._words.add(number, document, subject.tag(document))
            self.found.append(subject.read(text.text))
            raw.add(document, text, self.found[-1])
        self._raw = raw

    def put(self, result: Result, data: str) -> None:
        """Add the figures."""
        for name, ratio in self._words.ratios.items():
            if name not in self._missing:
                result.put(f"{name}, {GOLD}", data, ratio.percent)
        for name in RAW_FIGURES:
            if name not in self._missing:
                result.put(f"{name} F1, {RAW}", data, self._raw.counts[name].f1)
        result.bets |= self._words.bets


def score_ewt(subject: Subject, data: Path, limit: int | None) -> Result:
    """Tags, trees, sentences and semantic roles on web text."""
    result, name = Result(), "EWT dev"
    bank = _Treebank(subject, data / "ud/ewt-dev.conllu.gz", limit)
    bank.put(result, name)
    if "annotations" in subject.gives:
        frames = gold_frames(data / "srl/ewt-dev.jsonl")
        roles = RoleScores()
        for number, (document, text, found) in enumerate(
            zip(bank.documents, bank.texts, bank.found, strict=True)
        ):
            annotated = [
                text.span(begin, end)
                for sentence_id, (begin, end) in zip(document.sentence_ids, document.sentences, strict=True)
                if sentence_id in frames
            ]
            roles.add(number, place_frames(document, text, frames), found.frames, annotated)
        result.put("predicates F1", name, roles.predicates.f1)
        result.put("rolesets of the predicates found", name, roles.rolesets.percent)
        result.put("roles F1, heads", name, roles.by_head.f1)
        result.put("roles F1, spans", name, roles.by_span.f1)
        result.bets |= {"role": roles.bets, "sense": roles.predicate_bets}
    return result


def score_gum(subject: Subject, data: Path, limit: int | None) -> Result:
    """Tags, trees, sentences, names and coreference on fifteen genres."""
    result, name = Result(), "GUM dev"
    bank = _Treebank(subject, data / "ud/gum-dev.conllu.gz", limit)
    bank.put(result, name)
    names = NameScores()
    sentence_names = gum_names(data / "ner/gum-dev.jsonl")
    for number, (document, text, found) in enumerate(
        zip(bank.documents, bank.texts, bank.found, strict=True)
    ):
        gold = [
            (text.span(offset + begin, offset + end), kind)
            for (offset, _), spans in zip(document.sentences, sentence_names, strict=False)
            for begin, end, kind in spans
        ]
        names.add(number, gold, found.names)
    result.put_names(names, name)
    if "annotations" in subject.gives:
        _score_coreference(result, bank, data / "coref/gum-dev.jsonl", name)
    return result


def _score_coreference(result: Result, bank: _Treebank, path: Path, name: str) -> None:
    scores, bets = CoreferenceScores(), []
    for number, (text, found, clusters) in enumerate(
        zip(bank.texts, bank.found, gold_clusters(path), strict=False)
    ):
        gold = [frozenset(text.span(begin, end) for begin, end in cluster) for cluster in clusters]
        scores.add(gold, [frozenset(chain.mentions) for chain in found.chains])
        owner = {mention: group for group, cluster in enumerate(gold) for mention in cluster}
        bets += [
            Bet(number, chain.confidences[place], link_is_right(chain.mentions, place, owner))
            for chain in found.chains
            for place in range(1, len(chain.mentions))
        ]
    result.put("coreference CoNLL F1", name, scores.conll_f1)
    for what, part in (("MUC", scores.muc), ("B-cubed", scores.b_cubed), ("CEAF-e", scores.ceaf_e)):
        result.put(f"coreference {what} F1", name, part.f1)
    result.put("coreference mentions F1", name, scores.mentions.f1)
    result.bets["coref"] = bets
