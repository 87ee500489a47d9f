"""A tokenizer as the library ``tokenizers`` reads it: XLM-R's, of the kind Unigram."""

from __future__ import annotations

import unicodedata
from typing import Any

from knowledge_base.encoder.conversion.e5s1 import Tokenizer
from knowledge_base.encoder.conversion.vocabulary import SPACE


def tokenizer_json(tokenizer: Tokenizer) -> dict[str, Any]:
    """Return the content of ``tokenizer.json``."""
    special = tokenizer.specials
    spaces = {"type": "Metaspace", "replacement": SPACE, "prepend_scheme": "always", "split": True}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            _added(tokenizer, at)
            for at in sorted((special.begin, special.end, special.padding, special.unknown))
        ],
        "normalizer": {"type": "Sequence", "normalizers": _normalizers(tokenizer)},
        "pre_tokenizer": spaces,
        "post_processor": _frame(tokenizer),
        "decoder": spaces,
        "model": {
            "type": "Unigram",
            "unk_id": special.unknown,
            "vocab": [list(pair) for pair in zip(tokenizer.pieces, tokenizer.scores, strict=True)],
            "byte_fallback": False,
        },
    }


def tokenizer_config(tokenizer: Tokenizer, positions: int) -> dict[str, Any]:
    """Return the content of ``tokenizer_config.json``."""
    special, pieces = tokenizer.specials, tokenizer.pieces
    begin, end = pieces[special.begin], pieces[special.end]
    return {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": positions,
        **{"bos_token": begin, "cls_token": begin, "eos_token": end, "sep_token": end},
        **{"pad_token": pieces[special.padding], "unk_token": pieces[special.unknown]},
    }


def _added(tokenizer: Tokenizer, at: int) -> dict[str, Any]:
    plain = dict.fromkeys(("single_word", "lstrip", "rstrip", "normalized"), False)
    return {"id": at, "content": tokenizer.pieces[at], "special": True, **plain}


def _normalizers(tokenizer: Tokenizer) -> list[dict[str, Any]]:
    """Return the map of letters: NFKC, which also composes, after what the map has of its own."""
    own: dict[str, str] = {}
    for letter, becomes in tokenizer.replacements.items():
        if unicodedata.normalize("NFKC", letter) != becomes:
            own[becomes] = own.get(becomes, "") + f"\\x{{{ord(letter):x}}}"
    return [
        *(_replace(f"[{letters}]", becomes) for becomes, letters in own.items()),
        {"type": "NFKC"},
        _replace(" {2,}", " "),
    ]


def _replace(pattern: str, content: str) -> dict[str, Any]:
    return {"type": "Replace", "pattern": {"Regex": pattern}, "content": content}


def _frame(tokenizer: Tokenizer) -> dict[str, Any]:
    """Return what sets the pieces that begin and end a text around it."""
    places = tokenizer.specials.begin, tokenizer.specials.end
    begin, end = (tokenizer.pieces[at] for at in places)
    framed = [_mark(begin), {"Sequence": {"id": "A", "type_id": 0}}, _mark(end)]
    marks = {
        piece: {"id": piece, "ids": [at], "tokens": [piece]}
        for piece, at in zip((begin, end), places, strict=True)
    }
    return {"type": "TemplateProcessing", "single": framed, "pair": framed, "special_tokens": marks}


def _mark(piece: str) -> dict[str, Any]:
    return {"SpecialToken": {"id": piece, "type_id": 0}}
