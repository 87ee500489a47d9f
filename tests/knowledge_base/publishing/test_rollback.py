"""Going back by name, or to the one before."""

import pytest

from knowledge_base.publishing.errors import NoSuchSnapshot, NothingBefore, NothingPublished
from knowledge_base.publishing.kept import CURRENT, folder_named
from knowledge_base.publishing.pointer import read_pointer
from knowledge_base.publishing.publish import is_published, publish
from knowledge_base.publishing.reading import read_current
from knowledge_base.publishing.rollback import roll_back
from tests.knowledge_base.publishing.made_up import given, procedures, put


@pytest.fixture
def three(tmp_path):
    """Three snapshots, the last one current."""
    return tmp_path, [put(tmp_path, *procedures(number)) for number in (10, 11, 12)]


def test_each_step_goes_further_back(three):
    root, (first, second, third) = three
    assert read_pointer(root).before == (first, second)
    assert roll_back(root).version == second
    assert len(read_current(root).procedures) == 11
    assert roll_back(root).version == first
    with pytest.raises(NothingBefore, match=first):
        roll_back(root)
    assert roll_back(root, third).before == (first,)


def test_by_name_to_one_that_was_current_and_forward_again(three):
    root, (first, second, third) = three
    assert roll_back(root, first).before == ()
    assert roll_back(root, third).before == (first,)
    assert roll_back(root, third).version == third
    assert roll_back(root).version == first
    assert roll_back(root, second).before == (first,)


def test_the_next_one_published_is_after_the_one_gone_back_to(three):
    root, (first, second, _) = three
    roll_back(root)
    put(root, *procedures(13))
    assert read_pointer(root).before == (first, second)


def test_going_back_is_no_change_of_the_files(tmp_path):
    publish(tmp_path, given(*procedures(3), mark="old"), keep=3)
    newest = publish(tmp_path, given(*procedures(4), mark="new"), keep=3).version
    pointer = roll_back(tmp_path)
    assert is_published(tmp_path, given(mark="new"))
    assert (pointer.newest == newest, pointer.version == newest) == (True, False)


def test_a_damaged_or_lost_pointer_is_mended_by_naming_a_version(three):
    root, (_, second, _) = three
    (root / "current.json").write_bytes(b"{")
    assert roll_back(root, second).before == ()
    assert read_current(root).version == second


@pytest.mark.parametrize("name", ["0123456789abcdef", "../..", "current.json", "x"])
def test_names_that_are_none_are_told_with_those_there_are(name, three):
    root, versions = three
    with pytest.raises(NoSuchSnapshot, match=", ".join(sorted(versions))):
        roll_back(root, name)
    assert read_current(root).version == versions[-1]


def test_before_anything_was_published_there_is_nowhere_to_go(tmp_path):
    with pytest.raises(NothingPublished):
        roll_back(tmp_path)
    with pytest.raises(NothingPublished):
        folder_named(tmp_path, CURRENT)
