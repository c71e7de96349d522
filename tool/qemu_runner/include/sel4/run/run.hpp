// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/run/machine.hpp>
#include <sel4/run/watch.hpp>

#include <optional>
#include <string>

namespace sel4::run {

struct RunSettings {
  CommandLine command;
  WatchSettings watch;
  /// The guest has the terminal: its input is ours and the run ends when QEMU does.
  bool interactive = false;
  /// Plugins report when QEMU ends in good order, so it is not simply killed.
  bool end_gently = false;
  /// Where the console's bytes go, unchanged.
  std::optional<std::string> log;
};

struct RunResult {
  Outcome outcome;
  /// The signal that stopped the run, for Verdict::interrupted.
  int signal = 0;
  /// What was expected of the console and did not come, whatever the verdict.
  std::optional<std::string> unmet;
};

/// Runs QEMU until there is a verdict. The console goes to standard output, QEMU's own messages to
/// standard error. When this returns QEMU is gone. Call it once in a process with one thread: it
/// takes over SIGINT, SIGTERM, SIGHUP, SIGCHLD and SIGPIPE.
[[nodiscard]] RunResult run(RunSettings settings);

}  // namespace sel4::run
