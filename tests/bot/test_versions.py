"""What made an answer."""

from bot.engine_process import model_path
from bot.versions import UNKNOWN, model_version
from tests.world.engine import ROOT


def test_a_model_that_is_trained_later_is_known_from_then_on(tmp_path):
    assert model_version(tmp_path) == UNKNOWN
    model = model_path(ROOT, tmp_path)
    model.parent.mkdir()
    model.touch()
    assert model_version(tmp_path) == model.name.removesuffix(".tar.gz")
