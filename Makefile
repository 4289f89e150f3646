# The one door. Each target sets up what it needs on a machine with Python 3.11 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS ?= .peers

.PHONY: help demo test lint types floors bench peers bench-peers pictures messages clean

help:
	@echo "make demo    build the sample newsroom's desk and serve it"
	@echo "make test    run the tests"
	@echo "make lint    ruff"
	@echo "make types   mypy, strict, all of src"
	@echo "make floors  a small part of each benchmark, against what it must not fall below"
	@echo "make bench   the benchmarks, on data in ../shared where it is present"
	@echo "make pictures   docs/pictures/desk: every kind of page, three widths, light and dark (Chromium)"
	@echo "make messages   the catalogues of src/rashomon/locale, led on to what the sources say"
	@echo "make bench-peers   each stage and the whole beside other libraries, in one run"

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: $(READY)
	$(BIN)/rashomon open examples/newsroom --desk examples/newsroom.db

test: $(READY)
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

floors: $(READY)
	$(BIN)/python -m benchmarks.floors

bench: $(READY)
	$(BIN)/python -m benchmarks.run

peers: $(PEERS)/.ready

# What we are measured against, in an environment of its own; an old pip cannot resolve it.
$(PEERS)/.ready: benchmarks/peers/requirements.txt
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

bench-peers: $(READY) $(PEERS)/.ready
	$(BIN)/python -m benchmarks.beside --peers $(PEERS)/bin/python

pictures: $(READY)
	$(BIN)/python tests/web/screenshots.py docs/pictures/desk

messages: $(READY)
	$(BIN)/python tests/i18n/messages.py

clean:
	rm -rf $(VENV) .peers build out .mypy_cache .ruff_cache .hypothesis
