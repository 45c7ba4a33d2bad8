# Everything a fresh checkout needs; `make` alone prints the targets.

.DEFAULT_GOAL := help
.PHONY: run test explore independent check bench help

BIN := .venv/bin

# An empty HOME would send caches and projects to the root folder; unset, the account's own is found.
ifeq ($(strip $(HOME)),)
unexport HOME
endif

# The tests start the program hundreds of times; each start would compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE

run: ## open the program on its sample project (without a display: do the main job headless in build/demo)
	@sh packaging/prepare run
	@$(BIN)/python packaging/run_demo.py

test: ## run the whole test suite (ARGS="tests/core -x" narrows it)
	@sh packaging/prepare test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto --maxprocesses 8 --dist worksteal $(ARGS)

explore: ## search for examples that break a law, many and new each time (ARGS="tests/core" narrows it)
	@sh packaging/prepare test
	QT_QPA_PLATFORM=offscreen HYPOTHESIS_PROFILE=thorough $(BIN)/python -m pytest -q -n auto --maxprocesses 8 --dist worksteal $(ARGS)

independent: ## have other programs' libraries read what the formats write (in build/independent)
	@sh packaging/prepare test
	$(BIN)/python -m venv build/independent
	build/independent/bin/python -m pip install -q -e '.[independent]'
	QT_QPA_PLATFORM=offscreen build/independent/bin/python -m pytest -q tests/formats $(ARGS)

check: ## lint, format, types, import directions and red lines
	@sh packaging/prepare test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mypy packaging
	$(BIN)/lint-imports
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q tests/test_red_lines.py

bench: ## measure the program against its peers and write docs/performance.md
	@sh packaging/prepare bench
	$(BIN)/python tests/benchmarks/run.py $(ARGS)

help: ## print these lines
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile
