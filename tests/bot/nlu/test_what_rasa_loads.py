"""The engine loads what it needs and nothing of the app."""

from __future__ import annotations

import json

import pytest

from tests.world.engine import in_engine

pytestmark = pytest.mark.engine

LOADED = """
import json, sys
import bot.nlu.serve, bot.nlu.intent_classifier, bot.nlu.dossier_codes
real = [m for m in sys.modules.values() if getattr(m, "__spec__", None) and m.__spec__.origin]
print(json.dumps(sorted({m.__name__.partition(".")[0] for m in real})))
"""
CALLED = """
from bot.nlu.without_tensorflow import TensorFlowLeftOut, leave_out_tensorflow
leave_out_tensorflow()
import tensorflow as tf
class Layer(tf.keras.layers.Layer): pass
try:
    tf.constant(1)
except TensorFlowLeftOut as error:
    print(error)
"""


def test_neither_the_apps_libraries_nor_tensorflow_are_loaded() -> None:
    loaded = set(json.loads(in_engine(LOADED)))
    assert {"rasa", "sklearn", "bot", "knowledge_base"} <= loaded
    assert not loaded & {
        "torch",
        "sentence_transformers",
        "fastapi",
        "telegram",
        "httpx",
        "pydantic_settings",
    }
    assert not loaded & {"tensorflow", "keras", "jax", "tensorflow_text", "tensorflow_hub"}


def test_whoever_calls_tensorflow_hears_that_it_was_left_out() -> None:
    assert "without TensorFlow" in in_engine(CALLED)
