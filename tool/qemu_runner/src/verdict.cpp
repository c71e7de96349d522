// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/verdict.hpp>

#include <array>

namespace sel4::run {

namespace {

struct Row {
  Verdict verdict;
  std::string_view name;
  int exit_code;
};

constexpr std::array rows{
    Row{Verdict::pass, "pass", 0},
    Row{Verdict::failed, "test-failed", 1},
    Row{Verdict::not_started, "not-started", 4},
    Row{Verdict::unexpected, "unexpected", 5},
    Row{Verdict::fault, "fault", 10},
    Row{Verdict::kernel_halt, "kernel-halt", 11},
    Row{Verdict::panic, "panic", 12},
    Row{Verdict::loader, "loader", 13},
    Row{Verdict::timeout, "time-out", 14},
    Row{Verdict::ended, "no-verdict", 15},
    Row{Verdict::interrupted, "interrupted", 128},
};

}  // namespace

int exit_code(Verdict verdict) noexcept {
  for (const Row& row : rows) {
    if (row.verdict == verdict) return row.exit_code;
  }
  return exit_input;
}

std::string_view name(Verdict verdict) noexcept {
  for (const Row& row : rows) {
    if (row.verdict == verdict) return row.name;
  }
  return "unknown";
}

std::optional<Verdict> verdict_of(std::string_view name) noexcept {
  for (const Row& row : rows) {
    if (row.name == name) return row.verdict;
  }
  return std::nullopt;
}

bool is_program_failure(Verdict verdict) noexcept {
  switch (verdict) {
    case Verdict::failed:
    case Verdict::fault:
    case Verdict::kernel_halt:
    case Verdict::panic:
    case Verdict::loader:
      return true;
    default:
      return false;
  }
}

}  // namespace sel4::run
