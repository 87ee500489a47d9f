"""One line a record, whatever has happened."""

import json
import logging
import sys

from office.log import OneLine


def test_an_error_is_one_line_that_tells_its_kind_and_place_and_not_what_it_was_about():
    try:
        {}["0912345678"]
    except KeyError:
        record = logging.LogRecord(
            "actions", logging.ERROR, __file__, 1, "action %s failed", ("x",), sys.exc_info()
        )
    line = OneLine().format(record)
    assert "\n" not in line
    assert "0912345678" not in line
    told = json.loads(line)
    assert (told["error"], told["message"]) == ("KeyError", "action x failed")
    assert "test_log.py" in told["frames"][-1]
