# Everything a newcomer needs; each target makes the environment first. Python 3.11, git and make are enough.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
# The lock is complete, so pip need not resolve: --no-deps is quicker and cannot drift; `pip check` proves it.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install --no-deps --require-hashes

.PHONY: help demo up ocr test check bench lock clean

help: ## show this help
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):[^#]*## (.*)/  make \1\t\2/' | expand -t 16

$(VENV)/.run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" || { echo "make: Python 3.11 is needed; set PYTHON=/path/to/python3.11"; exit 1; }
	@echo "making the environment in $(VENV) (about two minutes, once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) -r requirements/run.txt
	@$(BIN)/python -m pip --disable-pip-version-check --quiet install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m pip --disable-pip-version-check check
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@echo "adding what tests and checks need ..."
	@$(PIP) -r requirements/dev.txt
	@$(BIN)/python -m pip --disable-pip-version-check check
	@touch $@

demo: $(VENV)/.run ## invented resumes through the whole pipeline, with a summary; ends by itself
	@$(BIN)/python -m demo.run

up: $(VENV)/.run ## Prefect server, deployments and worker in this terminal; Ctrl-C ends all
	@exec $(BIN)/python -m deployments.up $(if $(PORT),--port $(PORT))

ocr: $(VENV)/.run ## add reading of scans and photographs (about 400 MB)
	@$(PIP) -r requirements/ocr.txt
	@$(BIN)/python -m pip --disable-pip-version-check check

test: $(VENV)/.dev ## every test
	@$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(VENV)/.dev ## lint, types, floors
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/.dev ## benchmarks; each prints ratios measured in one run
	@for file in bench/*.py; do echo "== $$file"; $(BIN)/python $$file || exit 1; done

lock: ## pin new versions with hashes (needs uv)
	uv pip compile --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/run.in -o requirements/run.txt
	uv pip compile --python-version 3.11 --generate-hashes --no-emit-index-url --no-header requirements/dev.in -o requirements/dev.txt
	uv pip compile --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -c requirements/run.txt requirements/ocr.in -o requirements/ocr.txt

clean: ## remove the environment; data/ stays
	rm -rf $(VENV)
