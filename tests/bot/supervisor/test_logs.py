"""Logs that stay short while they are written to."""

from bot.supervisor import logs


def test_a_long_log_is_moved_aside_and_its_writer_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(logs, "LONGEST_BYTES", 10)
    log = tmp_path / "part.log"
    with log.open("ab", buffering=0) as writer:
        writer.write(b"the first lines\n")
        logs.keep_short(log)
        writer.write(b"more\n")
    assert log.read_text("ascii") == "more\n"
    assert (tmp_path / "part.log.1").read_text("ascii") == "the first lines\n"


def test_a_short_log_is_left_alone(tmp_path):
    log = tmp_path / "part.log"
    logs.keep_short(log)
    log.write_text("short\n", "ascii")
    logs.keep_short(log)
    assert [file.name for file in tmp_path.iterdir()] == ["part.log"]


def test_the_last_line_is_the_last_that_says_something(tmp_path):
    log = tmp_path / "part.log"
    assert logs.last_line(log) == ""
    log.write_text("one\n" * 5000 + "two\n\n  \n", "ascii")
    assert logs.last_line(log) == "two"
