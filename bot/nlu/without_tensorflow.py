"""Rasa without TensorFlow: its modules import it, our pipeline and policy never use it.

Stand-ins for ``tensorflow`` and its companions are put in place before Rasa is imported. Rasa may define
subclasses and annotations with them at import; whoever calls one hears that TensorFlow is not loaded.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any, ClassVar

LEFT_OUT = ("tensorflow", "tensorflow_text", "tensorflow_hub", "keras")


class TensorFlowLeftOut(RuntimeError):
    """Something in the pipeline needs TensorFlow after all."""


class _StandIn(type):
    """A class whose attributes are such classes again, so that ``tf.keras.layers.Layer`` has subclasses."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if _is_decorator_call(args, kwargs):
            return args[0]
        raise TensorFlowLeftOut(f"{cls.__name__} was called, but the engine runs without TensorFlow")

    def __getitem__(cls, item: Any) -> Any:
        return cls


def _stand_in(name: str) -> _StandIn:
    return _StandIn(name, (), {})


def _is_decorator_call(args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    return len(args) == 1 and not kwargs and callable(args[0])


class _StandInModule(ModuleType):
    __path__: ClassVar[list[str]] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(name)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name.partition(".")[0] not in LEFT_OUT:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _StandInModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing in it."""


def leave_out_tensorflow() -> None:
    """Put the stand-ins in place; must come before the first import of Rasa."""
    sys.meta_path.insert(0, _Finder())
