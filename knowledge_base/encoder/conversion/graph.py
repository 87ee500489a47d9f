"""The network as an ONNX graph that computes with the weights of four bits as they are.

Two operators of onnxruntime make that possible: MatMulNBits, here with activations of 8 bits, and
GatherBlockQuantized. Nothing is rounded a second time, and the file is a sixth of the plain one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from knowledge_base.encoder.conversion.bert import columns
from knowledge_base.encoder.conversion.blocks import BLOCK, ZERO, Blocks
from knowledge_base.encoder.conversion.e5s1 import E5

OPSET, IR_VERSION = 21, 10
_OWN = "com.microsoft"
_BITS = 4
_ACTIVATIONS_OF_8_BITS = 4
_TO_SIGNED = ZERO << 4 | ZERO
"""Turns two numbers from 0 to 15, of which 8 means 0, into two from -8 to 7."""


def graph(e5: E5, keep: Sequence[int]) -> onnx.ModelProto:
    """Return the graph: ``ids`` and ``mask``, int32 [texts, length], to ``vectors``, float32 [texts, width]."""
    return _Graph(e5).built(keep)


class _Graph:
    def __init__(self, e5: E5) -> None:
        self._e5 = e5
        self._nodes: list[onnx.NodeProto] = []
        self._constants: list[onnx.TensorProto] = []

    def built(self, keep: Sequence[int]) -> onnx.ModelProto:
        state = self._embedded(keep)
        for layer in range(self._e5.shape.layers):
            state = self._layer(state, f"l{layer}")
        self._pooled(state)
        whole = helper.make_graph(
            self._nodes,
            "e5",
            [_tensor("ids", TensorProto.INT32), _tensor("mask", TensorProto.INT32)],
            [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", self._e5.shape.width])],
            self._constants,
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(_OWN, 1)]
        return helper.make_model(whole, opset_imports=opsets, ir_version=IR_VERSION)

    def _embedded(self, keep: Sequence[int]) -> str:
        words = self._gathered(self._e5.blocks("emb.word", self._e5.shape.width).chosen(keep))
        width = self._e5.shape.width
        first_kind = self._e5.plain("emb.type")[:width]
        places = self._constant("places", self._e5.plain("emb.pos").reshape(-1, width) + first_kind)
        length = self._node("Shape", ["ids"], start=1, end=2)
        place = self._node("Slice", [places, self._constant("start", np.zeros(1, np.int64)), length])
        return self._normed(self._node("Add", [words, place]), "emb.ln")

    def _layer(self, state: str, name: str) -> str:
        parts = [self._linear(state, f"{name}.{part}") for part in "qkv"]
        seen = self._node("MultiHeadAttention", [*parts, "", "mask"], _OWN, num_heads=self._e5.shape.heads)
        state = self._normed(self._node("Add", [state, self._linear(seen, f"{name}.ao")]), f"{name}.aln")
        inner = self._node("Gelu", [self._linear(state, f"{name}.fi")])
        return self._normed(self._node("Add", [state, self._linear(inner, f"{name}.fo")]), f"{name}.oln")

    def _pooled(self, state: str) -> None:
        """Add the mean over the places of the text, at length 1."""
        places = self._node("Cast", ["mask"], to=TensorProto.FLOAT)
        places = self._node("Unsqueeze", [places, self._constant("last", np.array([2], np.int64))])
        kept = self._node("Mul", [state, places])
        total = self._node("ReduceSum", [kept, self._constant("middle", np.array([1], np.int64))], keepdims=0)
        self._nodes.append(helper.make_node("LpNormalization", [total], ["vectors"], axis=-1, p=2))

    def _linear(self, state: str, name: str) -> str:
        blocks = self._e5.blocks(f"{name}.w", columns(self._e5, name.partition(".")[2]))
        out, into = blocks.numbers.shape
        packed = self._constant(f"{name}.w", blocks.pairs().reshape(out, into // BLOCK, BLOCK // 2))
        scales = self._constant(f"{name}.s", blocks.scales)
        bias = self._constant(f"{name}.b", self._e5.plain(f"{name}.b"))
        how = {"bits": _BITS, "block_size": BLOCK, "accuracy_level": _ACTIVATIONS_OF_8_BITS}
        return self._node("MatMulNBits", [state, packed, scales, "", "", bias], _OWN, K=into, N=out, **how)

    def _gathered(self, words: Blocks) -> str:
        shape, scales = words.numbers.shape, self._constant("words.s", words.scales)
        signed = (words.pairs() ^ _TO_SIGNED).tobytes()
        self._constants.append(helper.make_tensor("words", TensorProto.INT4, shape, signed, raw=True))
        how = {"gather_axis": 0, "quantize_axis": 1, "block_size": BLOCK}
        return self._node("GatherBlockQuantized", ["words", "ids", scales], _OWN, **how)

    def _normed(self, state: str, name: str) -> str:
        factor, shift = (self._constant(f"{name}.{part}", self._e5.plain(f"{name}.{part}")) for part in "wb")
        return self._node("LayerNormalization", [state, factor, shift], epsilon=self._e5.shape.epsilon)

    def _node(self, kind: str, inputs: list[str], domain: str = "", **how: Any) -> str:
        out = f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, inputs, [out], name=out, domain=domain, **how))
        return out

    def _constant(self, name: str, values: NDArray[Any]) -> str:
        self._constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name


def _tensor(name: str, kind: int) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, ["texts", "length"])
