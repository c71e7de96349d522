# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#
# The front door. `make help` says what there is.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# Which example `make example` runs, which compiler (gcc or clang), which build type
# (RelWithDebInfo: -O2, MinSizeRel: -Os, Debug: -O0), the installed kernel, and without one the
# architecture of the stand-in kernel.
EXAMPLE ?= example-root-task
COMPILER ?= gcc
BUILD_TYPE ?= RelWithDebInfo
SEL4_PREFIX ?=
ARCH ?= aarch64
BUILD_DIR ?= build
TEST_ARGS ?=
JOBS ?= $(shell nproc)

HOST_BUILD := $(BUILD_DIR)/host
# Systems in capDL and of Microkit need tools that root tasks do not.
HOST_TOOL_SET ?= $(if $(filter capdl% microkit%,$(EXAMPLE)),sel4_host_tools,sel4_root_task_tools)
# Host tools that are there already; without the variable they are built.
HOST_TOOLS := $(or $(SEL4_HOST_TOOLS_DIR),$(CURDIR)/$(HOST_BUILD)/bin)
FUZZ_BUILD := $(BUILD_DIR)/fuzz
# Of the stand-in kernel: ON for sixteen domains, as what is about domains needs.
STANDIN_DOMAINS ?= $(if $(filter microkit_domains,$(EXAMPLE)),ON,OFF)
STANDIN_NAME = $(ARCH)$(if $(filter ON,$(STANDIN_DOMAINS)),-domains)
STANDIN_BUILD = $(BUILD_DIR)/standin/$(STANDIN_NAME)
# One build folder for each kernel, compiler and build type.
ifeq ($(SEL4_PREFIX),)
  KERNEL_PREFIX = $(abspath $(STANDIN_BUILD))/prefix
  KERNEL_ID = standin-$(STANDIN_NAME)
else
  KERNEL_PREFIX = $(abspath $(SEL4_PREFIX))
  KERNEL_ID = $(notdir $(KERNEL_PREFIX))-$(firstword $(shell printf %s '$(KERNEL_PREFIX)' | cksum))
endif
TARGET_BUILD = $(BUILD_DIR)/$(KERNEL_ID)-$(COMPILER)-$(BUILD_TYPE)

export CTEST_OUTPUT_ON_FAILURE := 1
export CTEST_PARALLEL_LEVEL ?= $(JOBS)

folders = $(notdir $(patsubst %/,%,$(dir $(wildcard $(1)/*/CMakeLists.txt))))
EXAMPLES = $(filter-out host_test microkit standalone,$(call folders,example)) $(addprefix microkit_,$(call folders,example/microkit))

.PHONY: help
help: ## Show this help
	@echo 'cpp-sel4: C++ for seL4 userspace'
	@echo
	@echo 'Commands:'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | column -t -s '|'
	@echo
	@echo 'Variables:'
	@echo '  SEL4_PREFIX=DIR     the folder that seL4 was installed to (bin/kernel.elf, libsel4/include);'
	@echo '                      without it, programs run on the stand-in kernel (docs/standin.md)'
	@echo '  ARCH=ARCHITECTURE   of the stand-in kernel: aarch64 (default), riscv64 or x86_64'
	@echo '  STANDIN_DOMAINS=ON  it has sixteen domains instead of one, and is a build of its own'
	@echo '  EXAMPLE=NAME        the example to run: $(EXAMPLES)'
	@echo '  COMPILER=gcc|clang  the compiler for seL4 programs (default: gcc)'
	@echo '  BUILD_TYPE=TYPE     RelWithDebInfo (-O2, default), MinSizeRel (-Os) or Debug (-O0)'
	@echo '  MICROKIT_SDK=DIR    run-tests: also the Microkit examples on the boards of an official SDK'
	@echo '  TEST_ARGS=ARGS      further arguments of ctest, as in TEST_ARGS="-R ipc"'
	@echo '  NO_INSTALL=1        list missing Debian packages instead of installing them'

comma := ,
PACKAGE_GROUPS := host,cross,qemu$(if $(filter clang,$(COMPILER)),$(comma)clang)
docs: PACKAGE_GROUPS := host,cross,qemu,clang,docs
run-tests: PACKAGE_GROUPS := host,cross,qemu,clang,docs,test
lint: PACKAGE_GROUPS := lint

.PHONY: prerequisites
prerequisites: ## Install what is missing from Debian
	@scripts/prerequisites.sh --install --groups $(PACKAGE_GROUPS)

.PHONY: arguments
arguments:
	@scripts/check_arguments.sh "$(SEL4_PREFIX)" "$(ARCH)" "$(COMPILER)" "$(BUILD_TYPE)" "$(EXAMPLE)" $(EXAMPLES)

# The kernel that programs run on: with SEL4_PREFIX, nothing is to be built.
.PHONY: kernel
kernel: arguments host
	@[ -n "$(SEL4_PREFIX)" ] || scripts/build_standin.sh "$(STANDIN_BUILD)" "$(ARCH)" "$(HOST_TOOLS)" \
	  -DSTANDIN_DOMAINS=$(STANDIN_DOMAINS)

.PHONY: standin
standin: host ## Build the stand-in kernel for ARCH (build/standin/<ARCH>/prefix)
	@scripts/build_standin.sh "$(STANDIN_BUILD)" "$(ARCH)" "$(HOST_TOOLS)" \
	  -DSTANDIN_DOMAINS=$(STANDIN_DOMAINS)

.PHONY: host
host: prerequisites
	@[ -n "$(SEL4_HOST_TOOLS_DIR)" ] || [ -f $(HOST_BUILD)/build.ninja ] || \
	  cmake -S . -B $(HOST_BUILD) -G Ninja --log-level=NOTICE -DSEL4_SANITIZE=OFF \
	    -DCMAKE_UNITY_BUILD=ON -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE="-O1 -DNDEBUG -Wno-stringop-overflow"
	@[ -n "$(SEL4_HOST_TOOLS_DIR)" ] || cmake --build $(HOST_BUILD) --target $(HOST_TOOL_SET) -- --quiet

.PHONY: target
target: kernel
	@[ $(TARGET_BUILD)/build.ninja -nt $(HOST_TOOLS)/microkit ] || \
	  cmake -S . -B $(TARGET_BUILD) -G Ninja --log-level=NOTICE \
	    -DCMAKE_TOOLCHAIN_FILE=$(CURDIR)/cmake/toolchain/sel4.cmake \
	    -DSEL4_PREFIX=$(KERNEL_PREFIX) -DSEL4_COMPILER=$(COMPILER) \
	    -DCMAKE_BUILD_TYPE=$(BUILD_TYPE) -DSEL4_BUILD_TESTS=ON \
	    -DSEL4_HOST_TOOLS_DIR=$(HOST_TOOLS)

.PHONY: example
example: target ## Build an example and run it under QEMU
	@ninja -C $(TARGET_BUILD) -t query $(EXAMPLE)_image >/dev/null 2>&1 || { echo "error: EXAMPLE=$(EXAMPLE):" \
	  "the kernel at $(KERNEL_PREFIX) lacks what it needs (see example/README.md)" >&2; exit 1; }
	@cmake --build $(TARGET_BUILD) --target $(EXAMPLE)_image -- --quiet
	@scripts/run_example.sh $(TARGET_BUILD) $(EXAMPLE) $(KERNEL_PREFIX)

.PHONY: run-tests
run-tests: arguments prerequisites ## Run all tests: on the host, and on the kernel at SEL4_PREFIX or the stand-ins
	@MICROKIT_SDK="$(MICROKIT_SDK)" scripts/run_tests.sh "$(BUILD_DIR)" "$(SEL4_PREFIX)"

.PHONY: bench
bench: target ## Measure the IPC paths against C on the same kernel
	@cmake --build $(TARGET_BUILD) --target bench_images -- --quiet
	@scripts/run_bench.sh $(TARGET_BUILD)

.PHONY: docs
docs: host ## Make the API reference (build/docs/<architecture>/html)
	@scripts/make_docs.sh $(BUILD_DIR) $(HOST_TOOLS)/sel4-codegen "$(SEL4_PREFIX)"

# What the generator's tests compare with is as the generator writes it.
own_sources := git ls-files '*.cpp' '*.hpp' | grep -v /fixture/expected/

.PHONY: format
format: ## Format all C++ sources
	@$(own_sources) | xargs clang-format-19 -i

.PHONY: lint
lint: prerequisites ## Check formatting and licences
	@$(own_sources) | xargs clang-format-19 --dry-run -Werror
	@reuse lint --quiet

.PHONY: clean
clean: ## Remove everything built
	@rm -rf $(BUILD_DIR)
