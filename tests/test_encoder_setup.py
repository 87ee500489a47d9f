"""Adding the encoder: never several GB of a GPU's libraries unasked, and once only."""

import os
import shutil
import subprocess
import zipfile

import pytest

from bot.doctor.environments import pins
from tests.test_setup import BACKEND, PROJECT, SYSTEM_PYTHON
from tests.world.engine import ROOT


def wheel(folder, name, needs=()):
    """A package with nothing in it."""
    about = [f"Name: {name}", "Version: 2.13.0", *(f"Requires-Dist: {need}" for need in needs)]
    info = f"{name.replace('-', '_')}-2.13.0.dist-info"
    with zipfile.ZipFile(folder / f"{name.replace('-', '_')}-2.13.0-py3-none-any.whl", "w") as file:
        file.writestr(f"{info}/METADATA", "\n".join(["Metadata-Version: 2.1", *about]) + "\n")
        file.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        file.writestr(f"{info}/RECORD", "")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project whose app pins nothing and whose encoder pins torch."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "setup", root / "setup", ignore=shutil.ignore_patterns("__pycache__"))
    (root / "setup" / "convert_encoder.py").write_text("print('converted')\n", "utf-8")
    for folder in ("requirements", "large", "small"):
        (root / folder).mkdir()
    (root / "requirements" / "app.txt").write_text("# nothing\n", "utf-8")
    (root / "requirements" / "encoder.txt").write_text("torch==2.13.0\n", "utf-8")
    (root / "pyproject.toml").write_text(PROJECT, "utf-8")
    (root / "backend.py").write_text(BACKEND, "utf-8")
    wheel(root / "small", "torch")
    wheel(root / "large", "torch", ["nvidia-cublas", "triton"])
    wheel(root / "large", "nvidia-cublas")
    wheel(root / "large", "triton")
    return root


def add_encoder(root, index, *options):
    offline = {"PIP_CONFIG_FILE": os.devnull, "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(root / index)}
    return subprocess.run(
        [SYSTEM_PYTHON, str(root / "setup" / "encoder.py"), *options],
        env={**os.environ, **offline},
        capture_output=True,
        text=True,
        check=False,
    )


def has_torch(root):
    return bool(list((root / ".venv" / "lib").glob("python3.11/site-packages/torch-*")))


def test_nvidias_libraries_are_refused_with_both_ways_on(project):
    done = add_encoder(project, "large")
    assert done.returncode == 2
    assert "2 more packages (nvidia-cublas, triton" in done.stderr
    assert "PIP_EXTRA_INDEX_URL" in done.stderr
    assert "CUDA=yes" in done.stderr
    assert "converted" not in done.stdout
    assert not has_torch(project)


def test_an_index_without_torch_is_told_in_the_words_of_pip(project):
    done = add_encoder(project, "requirements")
    assert done.returncode == 1
    assert "torch==2.13.0" in done.stderr
    assert done.stderr.splitlines()[-1].endswith("make encoder")


def test_the_small_build_is_added_and_the_second_time_nothing_is_fetched(project):
    done = add_encoder(project, "small")
    assert done.returncode == 0, done.stderr
    assert has_torch(project)
    assert done.stdout.splitlines()[-1] == "converted"
    assert add_encoder(project, "large").stdout == "converted\n"


def test_the_large_build_comes_when_it_is_asked_for(project):
    shutil.rmtree(project / ".venv")
    done = add_encoder(project, "large", "--with-cuda")
    assert done.returncode == 0, done.stderr
    assert has_torch(project)


def test_what_several_files_pin_they_pin_alike():
    files = [pins(ROOT / "requirements" / f"{name}.txt") for name in ("app", "dev", "encoder")]
    for one in files:
        for other in files:
            assert {name: one[name] for name in one.keys() & other.keys()} == {
                name: other[name] for name in one.keys() & other.keys()
            }
