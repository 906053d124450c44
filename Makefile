# habeas: each command sets itself up; a second run starts in seconds.
.DEFAULT_GOAL := help
.PHONY: help run test check lint doctests services bench docs messages screenshots lock format clean

BIN := .venv/bin
PORT ?= 8000
SERVE ?= 1
EXAMPLES := examples/belarus-2025-12

help: ## Show these commands
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: ## Read the examples, print their account, serve it until Ctrl-C (SERVE=0 to stop before; PORT=8000)
	@sh scripts/set_up.sh run
	@PORT=$(PORT) SERVE=$(SERVE) bash scripts/run_examples.sh $(EXAMPLES)

test: services ## Everything CI runs: lint, types, imports, licences, documentation, every test
	@sh scripts/set_up.sh test
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory doctests
	$(BIN)/pytest -n 2 --dist worksteal

check: ## Quick: lint, types, imports and the fast tests
	@sh scripts/set_up.sh test
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory doctests
	$(BIN)/pytest -n 2 --dist worksteal -q -m "not slow" --hypothesis-profile quick

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Modules of Django apps cannot be imported without settings, and the tests must not have any.
doctests:
	$(BIN)/pytest -q --doctest-modules --ds house.type_settings src

services:
	@sh scripts/install_services.sh

format: ## Format the code and fix what ruff can fix
	@sh scripts/set_up.sh test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: ## Measure speed and accuracy; prints tables
	@sh scripts/set_up.sh test
	@for program in benchmarks/*.py; do echo; $(BIN)/python "$$program" || exit 1; done

docs: ## Rewrite the console blocks of the documentation from what the commands print
	@sh scripts/set_up.sh test
	@$(BIN)/python scripts/console_blocks.py

messages: ## Bring the translations of the interface up to date and compile them
	@sh scripts/set_up.sh test
	@$(BIN)/python scripts/messages.py

screenshots: ## Photograph the pages at 1280 and 390 pixels into build/screenshots
	@sh scripts/set_up.sh test
	@$(BIN)/python scripts/screenshots.py

lock: ## Remake requirements/*.txt within the bounds of pyproject.toml (UPGRADE=1 for the newest)
	@sh scripts/set_up.sh lock
	@sh scripts/lock.sh $(if $(UPGRADE),--upgrade)

clean: ## Remove what the commands above made
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
