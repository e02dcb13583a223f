# The two commands: `make run` and `make test`. Both do all set-up first.
.DEFAULT_GOAL := help
.PHONY: help setup run demo app test bench fuzz deny lint fmt clean

export PATH := $(CURDIR)/.cache/tools/node_modules/.bin:$(HOME)/.cargo/bin:$(PATH)

help: ## Show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

setup: ## Install what is missing on this machine
	@scripts/setup

run: setup ## Run the main job: service, a worker with a card, an inspector who checks it, an employer's page
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  scripts/wasm && (cd ui && npm run --silent build) && cargo build --locked -p cli -p hmskort-app && scripts/windows; \
	elif [ -t 0 ]; then \
	  scripts/wasm && (cd ui && npm run --silent build) && cargo run --quiet --locked -p cli -- demo --pages ui; \
	else cargo run --quiet --locked -p cli -- demo; fi

demo: setup ## Run the main job in the terminal
	@cargo run --quiet --locked -p cli -- demo

app: setup ## Build the app and the customer's page
	@scripts/wasm
	@cd ui && npm run --silent build
	@cargo build --locked -p hmskort-app

test: setup ## Run all tests
	@scripts/test

bench: setup ## Measure; see docs/MEASURES.md
	@.cache/venv/bin/pip install --quiet --disable-pip-version-check -r crates/bench/requirements.txt
	@scripts/wasm
	@cd ui && npm run --silent build
	@cargo build --quiet --release --locked -p cli -p bench -p hmskort-app --bins --example empty
	@target/release/hmskort-bench

fuzz: setup ## Fuzz each parser of a stranger's bytes for a minute (SECONDS_EACH=60)
	@scripts/fuzz

deny: setup ## Check licences and sources of all dependencies
	@[ -x .cache/tools/bin/cargo-deny ] || cargo install --quiet --locked --root .cache/tools --version 0.20.2 cargo-deny
	@.cache/tools/bin/cargo-deny --locked check bans licenses sources

lint: setup ## Check formats and lints only
	@cargo fmt --all --check
	@cargo clippy --workspace --all-targets --locked -- -D warnings
	@scripts/wasm
	@cd ui && npm run --silent check

fmt: ## Format the Rust code
	@cargo fmt --all

clean: ## Remove what was built
	@cargo clean
	@rm -rf .cache ui/dist ui/node_modules
