"""What ``motcua evaluate knowledge`` does with what it cannot measure."""


def test_nothing_published_is_said_in_one_line(motcua):
    done = motcua("evaluate", "knowledge")
    assert done.returncode == 1
    assert "Nothing can be measured." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_of_no_questions_is_named(motcua, tmp_path):
    path = tmp_path / "outside.jsonl"
    path.write_text("{}\n", "utf-8")
    done = motcua("evaluate", "knowledge", str(path))
    assert done.returncode == 1
    assert "outside.jsonl:1" in done.stderr
