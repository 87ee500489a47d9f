"""What a replay reads."""

import pytest

from bot.cli.replay_file import conversations, read_lines


@pytest.fixture
def lines_of(tmp_path):
    def read(content):
        file = tmp_path / "in.jsonl"
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read_lines(file)

    return read


def test_lines_are_read_in_order_and_blank_ones_left_out(lines_of):
    read = lines_of('{"id": 1, "text": "a"}\n\n{"id": "x", "text": "b", "conversation": "c"}\n')
    assert [line["id"] for line in read] == [1, "x"]
    assert [line["conversation"] for line in read] == [None, "c"]


def test_a_line_that_cannot_be_read_says_which_and_keeps_its_id(lines_of):
    read = lines_of('nonsense\n[]\n{"id": 3}\n{"id": 4, "text": 5}\n{"id": 5, "text": ""}')
    assert [line.get("error", "fine").split(";")[0] for line in read] == [
        "line 1 is not JSON", "line 2 is not an object", "line 3 has no text", "line 4 has no text", "fine",
    ]  # fmt: skip
    assert [line["id"] for line in read] == [None, None, 3, 4, 5]


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf{}", b"\xff\xfe\x00", b"[" * 100_000, b"", b"\n\r\n"])
def test_odd_bytes_never_raise(content, lines_of):
    assert all("error" in line for line in lines_of(content))


def test_a_windows_file_is_read_alike(lines_of):
    assert [
        line["text"] for line in lines_of('\ufeff{"id": 1, "text": "a"}\r\n{"id": 2, "text": "b"}\r\n')
    ] == ["a", "b"]


def test_lines_without_a_conversation_stand_alone(lines_of):
    read = lines_of(
        '{"text": "a"}\n{"text": "b", "conversation": "x"}\n{"text": "c"}\n{"text": "d", "conversation": "x"}'
    )
    assert conversations(read) == [[0], [1, 3], [2]]
