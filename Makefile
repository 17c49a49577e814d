# What people and the CI run. `make` alone says what there is.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

CARGO ?= cargo

# A Node of our own, for machines that have none or an old one: Debian 12 has 18.
NODE_OWN := $(CURDIR)/target/node/node_modules/node/bin
export PATH := $(NODE_OWN):$(PATH)
NODE_FITS := node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'

.PHONY: help tools web web-check test audit bench bench-guard fuzz schemathesis chaos demo schema screenshots

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# Only what is missing is installed, so that a second run needs neither the network nor root.
tools:
	@missing=(); \
	compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || missing+=(postgresql); \
	command -v chromium > /dev/null || missing+=(chromium); \
	python3 -c 'import ensurepip' 2> /dev/null || missing+=(python3-venv); \
	command -v npm > /dev/null || missing+=(nodejs npm); \
	if [ "$${#missing[@]}" -gt 0 ]; then \
		as_root=; \
		if [ "$$(id -u)" -ne 0 ]; then as_root=sudo; fi; \
		$$as_root apt-get update; \
		$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$${missing[@]}"; \
	fi
	@$(NODE_FITS) || { \
		npm install --no-audit --no-fund --no-save --prefix target/node node@20.20.0; \
		$(NODE_FITS); \
	}
	@for folder in tests/clients tests/oidc web examples/typescript; do \
		if [ "$$folder/package-lock.json" -nt "$$folder/node_modules/.package-lock.json" ]; then \
			(cd "$$folder" && npm ci --no-audit --no-fund); \
		fi; \
	done
	@for folder in examples/python tests/stripe; do \
		if [ "$$folder/requirements.txt" -nt "$$folder/.venv/made" ]; then \
			python3 -m venv --clear "$$folder/.venv"; \
			"$$folder/.venv/bin/pip" install --quiet --requirement "$$folder/requirements.txt"; \
			touch "$$folder/.venv/made"; \
		fi; \
	done

web: tools ## Build the web pages into web/dist
	cd web && npm run --silent build

# What is committed has to be what the sources give, byte by byte.
web-check: tools
	cd web && npm run --silent check
	@built="$$(mktemp -d)"; \
	trap 'rm -rf "$$built"' EXIT; \
	(cd web && BUONO_WEB_DIST="$$built" npm run --silent build); \
	diff --recursive --brief web/dist "$$built" || { \
		echo "web/dist is not what its sources give: run \`make web\`, and commit it." >&2; \
		exit 1; \
	}

test: tools web-check ## Format, lints, all tests and the documentation; installs what they need
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets -- -D warnings
	$(CARGO) test --workspace
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps --workspace

audit: ## Where the dependencies come from, and under which licences
	@command -v cargo-deny > /dev/null || $(CARGO) install --locked cargo-deny
	$(CARGO) deny check bans licenses sources

bench: ## How far from the physical limit: minutes, and a machine with nothing else to do
	$(CARGO) bench --bench reads
	$(CARGO) bench --bench sockets
	$(CARGO) bench --bench money

bench-guard: ## What it costs to refuse each hostile document
	$(CARGO) bench --bench guard

fuzz: ## Fuzz the guard and the parser for FUZZ_SECONDS (60); needs a nightly Rust, and builds for minutes
	fuzz/run

schemathesis: ## Send a demo whatever fits the schema, for SCHEMATHESIS_SECONDS (60) as each of three people
	tests/schemathesis/run

# It prints the seed and the figures of each loop; with BUONO_CHAOS_SEED it takes the same one again.
chaos: tools ## Kill processes and cut connections, hundreds of times, on this machine: half an hour
	BUONO_CHAOS_ROUNDS=$${BUONO_CHAOS_ROUNDS:-200} $(CARGO) test --test api chaos:: -- --nocapture --test-threads=2
	BUONO_TEST_RACES=$${BUONO_TEST_RACES:-1000} BUONO_TEST_SEQUENCES=$${BUONO_TEST_SEQUENCES:-3000} $(CARGO) test --test api money:: -- --nocapture --test-threads=2

demo: ## Serve an example shop on this machine
	$(CARGO) run -- demo

screenshots: tools ## Draw the main screens into docs/screenshots
	$(CARGO) build
	mkdir -p docs/screenshots
	@folder="$$(mktemp -d)"; \
	trap 'rm -rf "$$folder"' EXIT; \
	BUONO=target/debug/buono FOLDER="$$folder" PICTURES=docs/screenshots node web/app/test/screenshots.mjs

schema: ## Write the GraphQL schema to schema.graphql
	$(CARGO) run --quiet -- schema print > schema.graphql.new
	mv schema.graphql.new schema.graphql
