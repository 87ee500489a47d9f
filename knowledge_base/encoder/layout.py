"""Where things lie in the folder of the converted encoder."""

from __future__ import annotations

GRAPH = "onnx/model_q4.onnx"
TOKENIZER = "tokenizer.json"
ORIGIN = "origin.json"
