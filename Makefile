# The two commands of the README, and what they are made of. Each brings its own set-up.
.DEFAULT_GOAL := help
.PHONY: help demo test check tests bench lock

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

demo:  ## Build the demonstration case and show its result
	@tools/setup run
	@.venv/bin/trucewatch demo

test:  ## Run every check and test
	@tools/setup test
	@$(MAKE) --no-print-directory check tests

check:  ## Style, types, layers, dead code
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/vulture

tests:
	tools/offline .venv/bin/pytest -q

bench:  ## Measure: growth with size, start-up, beside a plain spaCy pipeline
	@tools/setup test
	@.venv/bin/python -c 'import spacy' 2>/dev/null || { \
		echo "bench: installing spaCy from requirements/bench.txt (pinned by hash)" >&2; \
		.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt || \
		echo "bench: spaCy could not be installed here: its row is left out" >&2; }
	.venv/bin/python bench/add_growth.py

lock:  ## Pin the dependencies anew
	requirements/lock
