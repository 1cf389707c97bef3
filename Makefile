# make demo   builds the graph of the samples, prints a chain, serves API and pages
# make shell  opens a shell in which one can call legalkg
# make test   installs what tests need and runs them all
# make check  linters and types
# make evaluate  scores against the annotated documents; fails where one fell

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=
PYTEST := $(BIN)/python -m pytest -n auto --dist loadfile
# The same collection that the commands ask when nothing else is said.
STORE ?= $(or $(LEGALKG_STORE),.legalkg)

.PHONY: demo shell test check evaluate samples format clean

# The virtual environment, remade when the project's metadata change. pip 25.1 brought --group.
$(BIN)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("legalkg needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV) || { echo "No venv module: install it with  apt-get install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet -e .
	touch $@

$(BIN)/.installed-dev: $(BIN)/.installed
	$(BIN)/python -m pip install --quiet --group test --group lint --group samples
	touch $@

demo: $(BIN)/.installed
	$(BIN)/legalkg --store "$(STORE)" ingest data/samples
	$(BIN)/legalkg --store "$(STORE)" chain "782-CV/ĐU"
	@echo
	@echo "The collection is in $(STORE). To ask it:  . $(BIN)/activate  (or  make shell)  and then  legalkg show 28-CT/TU"
ifeq ($(filter --no-serve,$(ARGS)),)
	$(BIN)/legalkg --store "$(STORE)" serve $(ARGS)
endif

shell: $(BIN)/.installed
	@echo "legalkg --help lists the commands; exit leaves this shell"
	@PATH="$(abspath $(BIN)):$$PATH" LEGALKG_STORE="$(STORE)" "$${SHELL:-/bin/sh}"

test: $(BIN)/.installed-dev
	$(PYTEST) $(ARGS)

check: $(BIN)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

evaluate: $(BIN)/.installed-dev
	$(BIN)/python -m benchmarks.evaluate $(ARGS)
	$(BIN)/python -m benchmarks.calibration
	$(BIN)/python -m benchmarks.resolution

format: $(BIN)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

samples: $(BIN)/.installed-dev
	$(BIN)/python -m data.make_samples

# A collection is nobody's to clean away: it may hold what people read and corrected.
clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache build dist
