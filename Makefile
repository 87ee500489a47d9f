# Two commands do all set-up on a fresh machine: make serve, make test.
PYTHON ?= $(shell command -v python3.11 || command -v python3)

.PHONY: help setup setup-tests serve test lint

help:
	@echo "make serve   set up and start the assistant; prints the address of the chat page"
	@echo "make test    set up what tests need and run them"
	@echo "make lint    format, lint and type checks alone"

setup:
	@$(PYTHON) setup/install.py

setup-tests:
	@$(PYTHON) setup/install.py --with-tests

serve: setup
	@exec .venv/bin/motcua serve

lint: setup-tests
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

test: lint
	@.venv/bin/pytest -n 2 --dist loadgroup
