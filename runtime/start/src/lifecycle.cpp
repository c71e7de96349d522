// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/hooks.hpp>
#include <sel4/runtime/lifecycle.hpp>

#include <cstddef>

extern "C" {
using Function = void (*)();
// The linker's: where each array begins and ends.
[[gnu::visibility("hidden")]] extern const Function __preinit_array_start[];
[[gnu::visibility("hidden")]] extern const Function __preinit_array_end[];
[[gnu::visibility("hidden")]] extern const Function __init_array_start[];
[[gnu::visibility("hidden")]] extern const Function __init_array_end[];
[[gnu::visibility("hidden")]] extern const Function __fini_array_start[];
[[gnu::visibility("hidden")]] extern const Function __fini_array_end[];
}

namespace sel4::runtime {
namespace {

void run_forwards(const Function* function, const Function* end) {
  while (function != end) (*function++)();
}

}  // namespace

void run_constructors() {
  run_forwards(__preinit_array_start, __preinit_array_end);
  run_forwards(__init_array_start, __init_array_end);
}

void run_destructors() {
  __call_tls_dtors();
  sel4_runtime_run_exit_handlers();
  for (const Function* function = __fini_array_end; function != __fini_array_start;) {
    (*--function)();
  }
}

void exit_program() {
  run_destructors();
  sel4_runtime_halt();
}

}  // namespace sel4::runtime
