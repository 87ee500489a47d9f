"""Golden conversations are read with file and line, and every mistake is told at once."""

import pytest

from bot.golden.conversation import files_of
from bot.golden.reading import ConversationsUnreadable, read_conversations

GOOD = """\
- title: A fragment
  topic: ellipsis
  turns:
    - {citizen: "phí?", outcome: answered, shows: "1.012784", remember: fee}
    - citizen_repeats: "a "
      times: 3
      after_days: 2
      same_as: fee
    - {proof_of: H26.19-250701-0012, outcome: [status_shown]}
"""


@pytest.fixture
def read(tmp_path):
    def read_text(text):
        path = tmp_path / "talks.yml"
        path.write_text(text, "utf-8")
        return read_conversations([path])

    return read_text


def findings(read, text):
    with pytest.raises(ConversationsUnreadable) as error:
        read(text)
    return [(finding.line, finding.what) for finding in error.value.findings]


def test_a_conversation_is_read_with_its_lines(read):
    (talk,) = read(GOOD)
    assert (talk.title, talk.topic, talk.line) == ("A fragment", "ellipsis", 1)
    first, second, third = talk.turns
    assert (first.said, first.line, first.remember) == ("phí?", 4, "fee")
    assert first.expected == {"outcome": "answered", "shows": "1.012784"}
    assert (second.said, second.after_days, second.meddles) == ("a a a ", 2, True)
    assert third.said == "M3PD-7RWE"


def test_the_file_is_the_topic_where_none_is_written(read):
    assert read(GOOD.replace("  topic: ellipsis\n", ""))[0].topic == "talks"


@pytest.mark.parametrize(
    ("wrong", "line", "what"),
    [
        ("outcome: answered, shows", 4, "outcome is never replied"),
        ('shows: "1.012784"', 4, "a turn has no show"),
        ('citizen: "phí?"', 4, "citizen is not a text"),
        ("proof_of: H26.19-250701-0012", 9, "H26.19-250701-9999 is no made-up dossier"),
        ("title: A fragment", 1, "a conversation without title or turns"),
    ],
)
def test_a_mistake_is_told_with_its_line(read, wrong, line, what):
    mended = {
        "outcome: answered, shows": "outcome: replied, shows",
        'shows: "1.012784"': 'show: "1.012784"',
        'citizen: "phí?"': "citizen: 5",
        "proof_of: H26.19-250701-0012": "proof_of: H26.19-250701-9999",
        "title: A fragment": "topic: other",
    }
    text = GOOD.replace("  topic: ellipsis\n", "") if wrong.startswith("title") else GOOD
    shift = 1 if wrong.startswith("title") else 0
    assert (line - (shift if line > 1 else 0), what) in findings(read, text.replace(wrong, mended[wrong]))


def test_a_turn_says_and_expects_something(read):
    found = findings(read, "- title: t\n  turns:\n    - {remember: x}\n")
    assert found == [(3, "a turn says one thing"), (3, "a turn that expects nothing")]


def test_what_is_no_list_is_told(read):
    assert findings(read, "title: t\n") == [(1, "the file is no list, or an empty one")]


def test_ours_are_read_and_most_have_several_turns():
    ours = read_conversations(files_of())
    assert sum(3 <= len(talk.turns) <= 8 for talk in ours) >= 160
    titles = [talk.title for talk in ours]
    assert len(titles) == len(set(titles))
