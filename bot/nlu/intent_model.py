"""Which intent a text has: TF-IDF over folded words and characters, logistic regression; nothing of Rasa.

Saved as JSON and arrays, so that loading a model runs no code from it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from knowledge_base.vietnamese.canonical import canonical
from knowledge_base.vietnamese.folding import fold
from office.dossier_code import locate_dossier_codes

_PROCEDURE_CODE = re.compile(r"\b\d\.\d{6}\S*")
_LONG_NUMBER = re.compile(r"\S*\d{3,}\S*")
_NUMBER = "xnumberx"
_WORD = r"[^\W_]+"


def prepared(text: str) -> str:
    """Return what the model sees: folded, every dossier code the same word, so procedure codes, numbers."""
    read = canonical(text)
    for start, end, _ in reversed(locate_dossier_codes(read)):
        read = f"{read[:start]} xdossierx {read[end:]}"
    return _LONG_NUMBER.sub(_NUMBER, _PROCEDURE_CODE.sub("xprocedurex", fold(read)))


@dataclass(frozen=True)
class IntentModel:
    """A trained classifier; a ``temperature`` below 1 makes it surer of itself than the regression is."""

    words: TfidfVectorizer
    characters: TfidfVectorizer
    weights: np.ndarray
    offsets: np.ndarray
    intents: tuple[str, ...]
    temperature: float

    @classmethod
    def train(
        cls, texts: Sequence[str], intents: Sequence[str], *, strength: float, temperature: float = 1.0
    ) -> IntentModel:
        """Fit on examples; ``strength`` is the inverse of the regularisation (C)."""
        seen = [prepared(text) for text in texts]
        words, characters = _word_vectorizer(None).fit(seen), _character_vectorizer(None).fit(seen)
        features = hstack([words.transform(seen), characters.transform(seen)]).tocsr()
        regression = LogisticRegression(C=strength, max_iter=1000).fit(features, intents)
        return cls(
            words,
            characters,
            regression.coef_.astype(np.float32),
            regression.intercept_.astype(np.float32),
            tuple(map(str, regression.classes_)),
            temperature,
        )

    def knows(self, text: str) -> bool:
        """Tell whether the text holds a word of the training examples; a number alone says nothing."""
        said = set(re.findall(_WORD, prepared(text))) - {_NUMBER}
        return bool(said & self.words.vocabulary_.keys())

    def rank(self, text: str) -> list[tuple[str, float]]:
        """Return every intent with its probability, the likeliest first."""
        probabilities = _softmax(self.scores([text])[0] / self.temperature)
        order = np.argsort(-probabilities, kind="stable")
        return [(self.intents[i], float(probabilities[i])) for i in order]

    def scores(self, texts: Sequence[str]) -> np.ndarray:
        """Return one row of unscaled log-odds for each text."""
        seen = [prepared(text) for text in texts]
        features: csr_matrix = hstack([self.words.transform(seen), self.characters.transform(seen)]).tocsr()
        return features @ self.weights.T + self.offsets

    def save(self, folder: Path) -> None:
        """Write the model; ``load`` reads it back."""
        described = {
            "words": _terms(self.words),
            "characters": _terms(self.characters),
            "intents": self.intents,
            "temperature": self.temperature,
        }
        (folder / "model.json").write_text(json.dumps(described, ensure_ascii=False), "utf-8")
        np.savez_compressed(
            folder / "model.npz",
            word_idf=self.words.idf_,
            character_idf=self.characters.idf_,
            weights=self.weights,
            offsets=self.offsets,
        )

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """Read what ``save`` wrote."""
        described = json.loads((folder / "model.json").read_text("utf-8"))
        with np.load(folder / "model.npz", allow_pickle=False) as arrays:
            words = _word_vectorizer(described["words"])
            words.idf_ = arrays["word_idf"]
            characters = _character_vectorizer(described["characters"])
            characters.idf_ = arrays["character_idf"]
            return cls(
                words,
                characters,
                arrays["weights"],
                arrays["offsets"],
                tuple(described["intents"]),
                described["temperature"],
            )


def _word_vectorizer(vocabulary: list[str] | None) -> TfidfVectorizer:
    return TfidfVectorizer(ngram_range=(1, 2), token_pattern=_WORD, sublinear_tf=True, vocabulary=vocabulary)


def _character_vectorizer(vocabulary: list[str] | None) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, vocabulary=vocabulary)


def _terms(vectorizer: TfidfVectorizer) -> list[str]:
    return list(map(str, vectorizer.get_feature_names_out()))


def _softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()
