"""Which intent a text has: TF-IDF over words and characters, a linear classifier; nothing of Rasa.

A text is seen folded, and beside that as it is marked, where it carries marks at all. Saved as JSON and arrays, so
that loading a model runs no code from it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from bot.nlu.seen import NUMBER, Seen, seen_in, words_and_pairs, words_of

_SEED = 20260718
"""The solver visits examples in an order drawn with it: the same examples give the same model."""


@dataclass(frozen=True)
class IntentModel:
    """A trained classifier; the smaller ``temperature`` is, the surer is it of what it scores highest."""

    words: TfidfVectorizer
    characters: TfidfVectorizer
    marked: TfidfVectorizer
    weights: np.ndarray
    offsets: np.ndarray
    intents: tuple[str, ...]
    temperature: float

    @classmethod
    def train(
        cls, texts: Sequence[str], intents: Sequence[str], *, strength: float, temperature: float
    ) -> IntentModel:
        """Fit on examples and their twins without marks; ``strength`` is the inverse of the regularisation (C)."""
        seen = [seen_in(text) for text in texts]
        twins = [
            (Seen(one.folded, ""), intent) for one, intent in zip(seen, intents, strict=True) if one.marked
        ]
        learned = [*zip(seen, intents, strict=True), *twins]
        views = [one for one, _ in learned]
        words, characters, marked = _words(None), _characters(None), _words(None)
        words.fit([one.folded for one in views])
        characters.fit([one.folded for one in views])
        marked.fit([one.marked for one in views if one.marked] or [NUMBER])
        machine = LinearSVC(C=strength, random_state=_SEED)
        machine.fit(_features(words, characters, marked, views), [intent for _, intent in learned])
        weights, offsets = _a_row_each(machine)
        names = tuple(map(str, machine.classes_))
        return cls(words, characters, marked, weights, offsets, names, temperature)

    def knows(self, text: str) -> bool:
        """Tell whether the text holds a word of the training examples; a number alone says nothing."""
        return self._knows(seen_in(text))

    def understand(self, text: str) -> list[tuple[str, float]]:
        """Return what ``rank`` does, and nothing for a text that holds no known word."""
        seen = seen_in(text)
        return self._rank(seen) if self._knows(seen) else []

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Return every intent with its probability, the likeliest first."""
        return self._rank(seen_in(text))

    def _knows(self, seen: Seen) -> bool:
        said = set(words_of(seen.folded)) - {NUMBER}
        return bool(said & self.words.vocabulary_.keys())

    def _rank(self, seen: Seen) -> list[tuple[str, float]]:
        features = _features(self.words, self.characters, self.marked, [seen])
        scores = (features @ self.weights.T + self.offsets)[0]
        probabilities = _softmax(scores / self.temperature)
        order = np.argsort(-probabilities, kind="stable")
        return [(self.intents[i], float(probabilities[i])) for i in order]

    def save(self, folder: Path) -> None:
        """Write the model; ``load`` reads it back."""
        described = {
            "words": _terms(self.words),
            "characters": _terms(self.characters),
            "marked": _terms(self.marked),
            "intents": self.intents,
            "temperature": self.temperature,
        }
        (folder / "model.json").write_text(json.dumps(described, ensure_ascii=False), "utf-8")
        np.savez_compressed(
            folder / "model.npz",
            word_idf=self.words.idf_,
            character_idf=self.characters.idf_,
            marked_idf=self.marked.idf_,
            weights=self.weights,
            offsets=self.offsets,
        )

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read what ``save`` wrote."""
        described = json.loads((folder / "model.json").read_text("utf-8"))
        with np.load(folder / "model.npz", allow_pickle=False) as arrays:
            words, characters = _words(described["words"]), _characters(described["characters"])
            marked = _words(described["marked"])
            words.idf_, characters.idf_ = arrays["word_idf"], arrays["character_idf"]
            marked.idf_ = arrays["marked_idf"]
            return cls(
                words,
                characters,
                marked,
                arrays["weights"].astype(np.float32),
                arrays["offsets"],
                tuple(described["intents"]),
                described["temperature"],
            )


def _words(vocabulary: list[str] | None) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=words_and_pairs, sublinear_tf=True, vocabulary=vocabulary)


def _characters(vocabulary: list[str] | None) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, vocabulary=vocabulary)


def _features(
    words: TfidfVectorizer, characters: TfidfVectorizer, marked: TfidfVectorizer, seen: Sequence[Seen]
) -> csr_matrix:
    folded = [one.folded for one in seen]
    parts = [
        words.transform(folded),
        characters.transform(folded),
        marked.transform(one.marked for one in seen),
    ]
    return hstack(parts).tocsr()


def _a_row_each(machine: LinearSVC) -> tuple[np.ndarray, np.ndarray]:
    """Return weights and offsets of each intent, also where there are two, which scikit-learn gives one row."""
    weights, offsets = machine.coef_.astype(np.float32), machine.intercept_.astype(np.float32)
    if len(machine.classes_) > 2:
        return weights, offsets
    return np.vstack([-weights, weights]), np.concatenate([-offsets, offsets])


def _terms(vectorizer: TfidfVectorizer) -> list[str]:
    return list(map(str, vectorizer.get_feature_names_out()))


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
