# One machine, one command: `make run` starts Civic, `make test` proves it.
.DEFAULT_GOAL := help
.NOTPARALLEL:
PORT ?= 8000
PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# Installs only when the lock differs from the one installed last.
install = @cmp -s $(1) .venv/$(1) || { $(BIN)/pip install -qq --require-hashes -r $(1) && cp $(2) .venv/; }
step = @printf '\n== %s\n' "$(1)"

help: ## What there is to make
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*## /|/' | awk -F'|' '{ printf "make %-12s %s\n", $$1, $$2 }'

run: .venv/bin/pip ## Start Civic with the demo community on http://127.0.0.1:8000 (PORT=8001)
	$(call install,requirements.lock,requirements.lock)
	@$(BIN)/python -m civic.words.compile
	@$(BIN)/python -m civic demo --if-empty
	@CIVIC_PORT=$(PORT) exec $(BIN)/python -m civic run

test: ## Everything that must hold: style, types, contracts, words, both databases, a real browser
	$(call step,What this machine needs)
	@.ci/needs
	@$(MAKE) --no-print-directory tools
	@$(MAKE) --no-print-directory lint
	$(call step,Unit tests on SQLite and PostgreSQL)
	@$(PYTEST) tests -n 2 --dist loadfile
	$(call step,The wheel)
	@$(MAKE) --no-print-directory wheel
	$(call step,End to end in Chromium)
	@$(PYTEST) e2e

test-quick: tools lint ## Style, types, contracts, and the unit tests on SQLite alone
	$(call step,Unit tests on SQLite)
	@CIVIC_TEST_DATABASES=sqlite $(PYTEST) tests

test-long: tools ## The long fault tests
	@$(PYTEST) tests --run-long -m long

lint: tools
	$(call step,Format)
	@$(BIN)/ruff format --check .
	$(call step,Lint)
	@$(BIN)/ruff check .
	$(call step,Types)
	@$(BIN)/mypy --strict civic tests e2e
	$(call step,Import contracts)
	@$(BIN)/lint-imports --no-logo
	$(call step,Words)
	@$(BIN)/python -m civic.words.compile

format: tools ## Lay the code out
	@$(BIN)/ruff check --fix --select I .
	@$(BIN)/ruff format .

words: tools ## Compile the message catalogues and list what is untranslated
	@$(BIN)/python -m civic.words.compile
	@$(PYTEST) -q --tb=short tests/house/test_words.py

bench: .venv/bin/pip ## Measure against the plain Jinja page
	$(call install,requirements.lock,requirements.lock)
	@$(BIN)/python -m civic.words.compile
	@$(BIN)/python -m civic bench

migration: tools ## Draft a migration from the tables: make migration SAY="Give issues a due day"
	@$(BIN)/python -m tools.draft_migration "$(SAY)"

wheel: tools ## Build the wheel, install it in an empty environment and start it
	@$(BIN)/python -m civic.words.compile
	@$(BIN)/python -m hatchling build -t wheel
	@$(PYTEST) tests/house/test_wheel.py --run-long

lock: .venv/bin/pip ## Choose today's releases and pin them with hashes
	@$(BIN)/pip install -qq uv
	@$(BIN)/uv pip compile $(COMPILE) --extra postgres -o requirements.lock
	@$(BIN)/uv pip compile $(COMPILE) --extra postgres --extra test -c requirements.lock -o requirements-test.lock
COMPILE := pyproject.toml --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
  --custom-compile-command "make lock"

tools: .venv/bin/pip
	$(call install,requirements-test.lock,requirements.lock requirements-test.lock)

clean: ## Forget what can be made again; var/ stays
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache civic/words/*/LC_MESSAGES
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/bin/pip:
	$(PYTHON) -m venv .venv

.PHONY: help run test test-quick test-long lint format words bench migration wheel lock tools clean
