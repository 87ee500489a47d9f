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


def test_a_line_of_an_earlier_run_is_not_the_last(tmp_path):
    log = tmp_path / "part.log"
    log.write_text("before\n", "ascii")
    since = logs.size_of(log)
    assert logs.last_line(log, since=since) == ""
    with log.open("a") as more:
        more.write("now\n")
    assert logs.last_line(log, since=since) == "now"
    log.write_text("cut\n", "ascii")
    assert logs.last_line(log, since=since) == "cut"


def test_logs_are_for_their_owner_alone(tmp_path):
    (tmp_path / "logs").mkdir(mode=0o755)
    folder = logs.log_folder(tmp_path)
    assert folder.stat().st_mode & 0o777 == 0o700
    (folder / "part.log").touch(0o644)
    with logs.open_log(folder / "part.log") as log:
        log.write(b"x")
    assert (folder / "part.log").stat().st_mode & 0o777 == 0o600


def test_the_last_line_is_the_last_that_says_something(tmp_path):
    log = tmp_path / "part.log"
    assert logs.last_line(log) == ""
    log.write_text("one\n" * 5000 + "two\n\n  \n", "ascii")
    assert logs.last_line(log) == "two"
