# Each target does the set-up it needs. See README.md for Windows.
PYTHON = .venv/bin/python
READY = .venv/.ready
TEST_READY = .venv/.tested
NODE_READY = node_modules/.ready
LRS_READY = .venv/lrs/.ready

COMPILE = $(PYTHON) -m uv pip compile --quiet --universal --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" --python-version 3.11

.PHONY: site serve test check bench lock snapshots words pictures clean

site: $(READY)                 ## build the finished site into site/
	$(PYTHON) -m coursewright build

serve: $(READY)                ## show the site at 127.0.0.1:8000, rebuilt on every change
	$(PYTHON) -m coursewright serve

test: $(TEST_READY) $(NODE_READY) $(LRS_READY)  ## every test: browser modules first, then pytest
	PATH="$(CURDIR)/.venv/bin:$$PATH" node --test 'tests/browser/**/*.test.mjs'
	CHROMIUM="$$(./bootstrap.sh chromium)" $(PYTHON) -m pytest -n 2 --dist worksteal

check: $(TEST_READY) $(NODE_READY)  ## format, lint, types, browser types
	$(PYTHON) -m ruff format --check generator tests
	$(PYTHON) -m ruff check generator tests
	$(PYTHON) -m mypy
	PATH="$(CURDIR)/.venv/bin:$$PATH" node node_modules/typescript/bin/tsc -p tsconfig.json
	$(PYTHON) -m coursewright check --strict

bench: $(TEST_READY)           ## ratios against MkDocs and mkdocs-quiz; BENCH=--full takes its time
	CHROMIUM="$$(./bootstrap.sh chromium)" $(PYTHON) tests/bench $(BENCH)

lock: $(TEST_READY)            ## resolve the dependencies anew: a site's, then with them those of tests and checks, then a record store's
	$(COMPILE) pyproject.toml --upgrade --group make -o requirements.lock
	$(COMPILE) pyproject.toml --upgrade --group make --group test --group check -c requirements.lock \
		-o requirements-test.lock
	$(COMPILE) --upgrade --group lrs -o requirements-lrs.lock

snapshots: $(TEST_READY)       ## keep what is made now in tests/snapshots/; then read the diff
	SNAPSHOTS=overwrite $(PYTHON) -m pytest $$(grep -rl --include='test_*.py' assert_kept tests)

words: $(TEST_READY)           ## bring the gettext catalogs up to date with the code
	$(PYTHON) tests/catalogs.py

pictures: $(TEST_READY)        ## take the pictures of the guides anew, from a rehearsal in each language
	CHROMIUM="$$(./bootstrap.sh chromium)" $(PYTHON) tests/guides/photographs.py

clean:
	rm -rf site .coursewright build dist .pytest_cache .hypothesis .mypy_cache .ruff_cache

$(READY): requirements.lock pyproject.toml bootstrap.sh
	./bootstrap.sh venv requirements.lock
	touch $@

$(TEST_READY): requirements-test.lock $(READY)
	./bootstrap.sh venv requirements-test.lock
	touch $@

$(NODE_READY): package-lock.json $(TEST_READY)
	PATH="$(CURDIR)/.venv/bin:$$PATH" npm ci --silent --no-audit --no-fund
	touch $@

# A record store that statements are sent to, apart from all else because of what it pins.
$(LRS_READY): requirements-lrs.lock $(READY)
	./bootstrap.sh lrs requirements-lrs.lock
	touch $@
