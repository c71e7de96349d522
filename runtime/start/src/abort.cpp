// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "report.hpp"

#include <sel4/print.hpp>
#include <sel4/runtime/abort.hpp>
#include <sel4/runtime/hooks.hpp>

namespace sel4 {
namespace runtime {
namespace {

constexpr unsigned most_reports = 3;

// One for all threads, so that it also holds in programs without thread-local storage.
constinit unsigned reports = 0;

}  // namespace

bool begin_report() noexcept {
  if (reports == most_reports) return false;
  ++reports;
  return true;
}

void end_report() noexcept {
  sel4_runtime_print_backtrace();
  sel4_abort_hook();
  sel4_runtime_halt();
}

}  // namespace runtime

void abort(std::string_view reason) noexcept {
  if (!runtime::begin_report()) sel4_runtime_halt();
  println("aborted: ", reason);
  runtime::end_report();
}

}  // namespace sel4
