# Everything a person does here. What takes more than a line stands in scripts/.

PORT ?= 8000
# On every core; tests that share something dear to make run in one process, all in their order.
PYTEST_ARGS ?= -n auto --dist loadgroup --no-loadscope-reorder
export PORT PYTEST_ARGS

PY := .venv/bin/python
INSTALLED := .venv/.installed
INSTALLED_DEV := .venv/.installed-dev
NODE_MODULES := node_modules/.package-lock.json
ASSETS := static/build/css/portal.css
STATIC_FILES := staticfiles/staticfiles.json

.PHONY: help run setup assets test lint format check bench curator lock clean

help:
	@grep -E '^[a-z]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 12

run: setup assets $(STATIC_FILES) ## serve the directory on http://127.0.0.1:8000 (PORT= for another)
	@scripts/with-local-settings scripts/run

setup: $(INSTALLED) ## the virtual environment

assets: $(ASSETS) ## the style sheet and scripts

test: $(INSTALLED_DEV) $(STATIC_FILES) ## all tests; on PostgreSQL too where TEST_DATABASE_URL names one
	@scripts/test

lint: $(INSTALLED_DEV) ## format and lint, without changing anything
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m djlint --quiet --lint templates/jinja

format: $(INSTALLED_DEV) ## put the code in its format
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

check: $(INSTALLED) $(STATIC_FILES) ## is this machine's environment fit for production?
	$(PY) manage.py check --deploy --fail-level WARNING

bench: $(INSTALLED_DEV) $(STATIC_FILES) ## the benchmarks
	@scripts/with-local-settings $(PY) -m tests.performance.bench

curator: $(INSTALLED) ## create a curator's login
	@scripts/with-local-settings $(PY) manage.py migrate --verbosity 0
	@scripts/with-local-settings $(PY) manage.py create_curator

lock: $(INSTALLED) ## lock the newest versions that pyproject.toml and package.json allow
	scripts/lock $(PY)

clean: ## remove what was made, but no data
	rm -rf .venv node_modules static/build staticfiles

$(INSTALLED): requirements.txt
	@scripts/install requirements.txt
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt $(INSTALLED)
	@scripts/install requirements-dev.txt
	@touch $@

$(NODE_MODULES): package.json package-lock.json .npmrc | $(INSTALLED)
	@scripts/with-node npm ci --silent

$(ASSETS): $(NODE_MODULES) scripts/build-assets $(shell find static/src -type f)
	@scripts/with-node npm run --silent build

$(STATIC_FILES): $(ASSETS) $(INSTALLED)
	@scripts/with-local-settings $(PY) manage.py collectstatic --noinput --clear --verbosity 0
