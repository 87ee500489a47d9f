"""Snapshots of made-up procedures, made without reading a file."""

from dataclasses import dataclass, replace

from knowledge_base.publishing.contents import Contents
from knowledge_base.publishing.publish import publish
from tests.actions.made_up import SPLIT

KEEP = 3


def procedure(number, name="Xin thả diều", **changes):
    return replace(SPLIT, code=f"1.{number:06}", name=name, **changes)


def procedures(how_many, name="Xin thả diều"):
    return [procedure(number, name) for number in range(1, how_many + 1)]


@dataclass(frozen=True)
class Given:
    """Sources that are what they were given."""

    contents: Contents
    mark: str = "mark"

    def read(self):
        return self.contents

    def fingerprint(self):
        return self.mark


def given(*all_of_them, mark="mark"):
    by_code = {one.code: one for one in all_of_them}
    return Given(Contents(by_code, {}, len(by_code)), mark)


def put(root, *all_of_them, **more):
    """Publish these procedures and return the version."""
    return publish(root, given(*all_of_them), **{"keep": KEEP, **more}).version


def part(files):
    """Return what writes files by path; ``{n}`` stands for the number of procedures."""

    def write(folder, held):
        for path, content in files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_bytes(content.replace(b"{n}", b"%d" % len(held)))

    return write
