# Two commands matter: `make site` builds Datong's site, `make test` runs every test. Both install what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
N ?= 100 1000

.PHONY: site test check serve bench bench-search bench-photos bench-boards bench-kiosk screenshots lock format clean

site: $(VENV)/site.ready
	$(BIN)/changlang build

check: $(VENV)/site.ready
	$(BIN)/changlang check

serve: $(VENV)/site.ready
	$(BIN)/changlang serve

test: $(VENV)/test.ready
	$(BIN)/ruff check scripts tests
	$(BIN)/ruff format --check scripts tests
	$(BIN)/mypy
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

bench: $(VENV)/test.ready
	$(BIN)/python -m tests.bench $(N) $(ARGS)

# The search at full size, beside Pagefind and Material's, which are installed into a folder for the run alone.
bench-search: $(VENV)/test.ready
	$(BIN)/python -m tests.bench.search $(or $(RECORDS),10000) --peers $(or $(PEERS),1000)

# Pictures beside sharp (from npm, fetched then): make bench-photos ARGS="--pictures 24".
bench-photos: $(VENV)/test.ready
	$(BIN)/python -m tests.bench.photos $(ARGS)

# Printed codes beside segno's defaults, as printed and worn; and seconds for artwork.
bench-boards: $(VENV)/test.ready
	$(BIN)/python -m tests.bench.board_pages
	$(BIN)/python -m tests.bench.boards $(ARGS)

# A kiosk of so many records: what it weighs, and how soon its pages stand on the screen.
bench-kiosk: $(VENV)/test.ready
	$(BIN)/python -m tests.bench.kiosk $(or $(RECORDS),2000)

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=/path/to/it")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.ready: $(VENV)/bin/python requirements.lock pyproject.toml
	$(PIP) install --require-hashes --requirement requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test.ready: $(VENV)/site.ready requirements-test.lock scripts/prepare-browser.sh
	$(PIP) install --require-hashes --requirement requirements-test.lock
	sh scripts/prepare-browser.sh $(BIN)/python
	touch $@

# The pictures of the README and the manual, from the site as it stands.
screenshots: site $(VENV)/test.ready
	$(BIN)/changlang kiosk
	PYTHONPATH=. $(BIN)/python scripts/screenshots.py

# Writes the lock files anew: every package with the hashes of its files, for all systems.
lock: $(VENV)/bin/python
	$(PIP) install uv
	printf 'hatchling==1.33.0\neditables\n' > $(VENV)/build.in
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet \
	  --output-file requirements.lock pyproject.toml $(VENV)/build.in
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --quiet \
	  --extra test --output-file requirements-test.lock pyproject.toml $(VENV)/build.in

format: $(VENV)/test.ready
	$(BIN)/ruff check --fix scripts tests
	$(BIN)/ruff format scripts tests

clean:
	rm -rf site dist .cache .site.*
