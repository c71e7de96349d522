// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/run/verdict.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace sel4::run {

/// The command line of sel4-run, as given.
struct Options {
  std::string sel4_prefix;
  std::string kernel_config;
  std::string platform_info;
  std::string image;
  std::string kernel;
  std::string initrd;
  std::string qemu;
  std::string plugin;
  std::string log;
  std::optional<unsigned> smp;
  std::optional<unsigned> memory_mib;
  std::optional<double> timeout;
  double grace = 1.5;
  bool icount = false;
  bool interactive = false;
  bool batch = false;
  bool dry_run = false;
  bool expect_failure = false;
  std::optional<Verdict> expect_verdict;
  std::vector<std::string> expect_text;
  std::vector<std::string> send;
  std::vector<std::string> after;
  std::vector<std::string> extra;
};

/// Why there are no options: the text to print (an error, or the help asked for) and the exit code.
struct Stop {
  std::string text;
  int exit_code;
};

/// Reads a command line. What comes after `--` is for QEMU. SEL4_PREFIX and SEL4_PLATFORM_INFO of
/// the environment stand in for the options of the same name.
[[nodiscard]] std::variant<Options, Stop> parse_options(const std::vector<std::string>& arguments);

}  // namespace sel4::run
