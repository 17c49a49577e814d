# What people and the CI run. `make` alone says what there is.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

CARGO ?= cargo

.PHONY: help tools test audit bench demo schema

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# Only what is missing is installed, so that a second run needs neither the network nor root.
tools:
	@if ! compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null; then \
		as_root=; \
		if [ "$$(id -u)" -ne 0 ]; then as_root=sudo; fi; \
		$$as_root apt-get update; \
		$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends postgresql; \
	fi
	@if ! command -v chromium > /dev/null; then \
		as_root=; \
		if [ "$$(id -u)" -ne 0 ]; then as_root=sudo; fi; \
		$$as_root apt-get update; \
		$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends chromium; \
	fi
	@if [ -f tests/clients/package.json ] && [ ! -d tests/clients/node_modules ]; then \
		cd tests/clients && npm ci; \
	fi

test: tools ## Format, lints, all tests and the documentation; installs what they need
	$(CARGO) fmt --all --check
	$(CARGO) clippy --workspace --all-targets -- -D warnings
	$(CARGO) test --workspace
	RUSTDOCFLAGS="-D warnings" $(CARGO) doc --no-deps --workspace

audit: ## Where the dependencies come from, and under which licences
	@command -v cargo-deny > /dev/null || $(CARGO) install --locked cargo-deny
	$(CARGO) deny check bans licenses sources

bench: ## How far from the physical limit: minutes, and a machine with nothing else to do
	$(CARGO) bench --bench reads

demo: ## Serve an example shop on this machine
	$(CARGO) run -- demo

schema: ## Write the GraphQL schema to schema.graphql
	$(CARGO) run --quiet -- schema print > schema.graphql.new
	mv schema.graphql.new schema.graphql
