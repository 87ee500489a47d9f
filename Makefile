# Two commands do everything on a fresh machine: make serve, make test.
# Python 3.11 is looked for as python3.11, python3 and python; or say where: make setup PYTHON=/path/to/python3.11
VERSION := import sys; print("%d.%d" % sys.version_info[:2])
ifndef PYTHON
PYTHON := $(shell for name in python3.11 python3 python; do \
	test "$$("$$name" -c '$(VERSION)' 2>/dev/null)" = 3.11 && { command -v "$$name"; break; }; done)
endif
ISSUE ?=
CUDA ?=

.PHONY: help setup setup-tests encoder serve test lint prove check-python

help:
	@echo "make serve    set up and start the assistant; prints the address of the chat page"
	@echo "make test     set up what tests need; format, lint and type checks; all tests"
	@echo "make setup    the set-up alone; does nothing the second time"
	@echo "make encoder  add the optional encoder of the search: it also finds what is meant in other words"
	@echo "make lint     the checks alone"
	@echo "make prove    the heavy proofs, or those of one issue: make prove ISSUE=name"

check-python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 was not found. Install it, or: make setup PYTHON=/path/to/python3.11" >&2; exit 2; }
	@test "$$("$(PYTHON)" -c '$(VERSION)' 2>/dev/null)" = 3.11 || { echo "PYTHON=$(PYTHON) does not run Python 3.11. Leave it out, or: make setup PYTHON=/path/to/python3.11" >&2; exit 2; }

setup: check-python
	@"$(PYTHON)" setup/install.py

setup-tests: check-python
	@"$(PYTHON)" setup/install.py --with-tests

encoder: check-python
	@"$(PYTHON)" setup/encoder.py $(if $(CUDA),--with-cuda)

serve: setup
	@exec .venv/bin/motcua serve --end-with-parent

lint: setup-tests
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

test: lint
	@.venv/bin/pytest -n 2 --dist loadgroup

prove: setup-tests
	@.venv/bin/python -m tests.prove $(ISSUE)
