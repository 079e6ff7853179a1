# The two commands of the README, and what they are made of. Each brings its own set-up.
.DEFAULT_GOAL := help
.PHONY: help demo test check tests bench lock

help:  ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

# $(call bring,imports,list,what): install a pinned list where an import fails; say so where that cannot be done.
bring = .venv/bin/python -c '$(1)' 2>/dev/null || { \
	echo "bench: installing $(3) from requirements/$(2) (pinned by hash)" >&2; \
	.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/$(2) || \
	echo "bench: could not be installed here: $(3). The rows are left out" >&2; }

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

bench:  ## Measure: growth with size, start-up, beside a plain spaCy pipeline; lineage and statements beside their peers
	@tools/setup test
	@$(call bring,import spacy,bench.txt,spaCy)
	@$(call bring,import datasketch; import rensa; import sklearn; import sparse_dot_topn,bench-lineage.txt,the peers of lineage)
	.venv/bin/python bench/add_growth.py
	@$(call bring,import spacy; import textacy,bench-statements.txt,textacy)
	.venv/bin/python bench/lineage_peers.py --articles 3000
	.venv/bin/python bench/statements_peers.py --turns 1

lock:  ## Pin the dependencies anew
	requirements/lock
