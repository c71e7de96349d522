// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/machine.hpp>
#include <sel4/run/options.hpp>
#include <sel4/run/run.hpp>

#include <exception>
#include <filesystem>
#include <fmt/format.h>
#include <unistd.h>

namespace sel4::run {

namespace {

template <class T>
using Expected = std::expected<T, std::string>;

int report(int code, std::string_view message) {
  fmt::print(stderr, "error: {}\n", message);
  return code;
}

Expected<KernelFacts> facts_of(const Options& options) {
  const std::filesystem::path config =
      options.kernel_config.empty()
          ? std::filesystem::path(options.sel4_prefix) / "libsel4/include/kernel/gen_config.json"
          : std::filesystem::path(options.kernel_config);
  return read_kernel_facts(config);
}

Expected<std::uint64_t> memory_of(const Options& options, const KernelFacts& facts) {
  if (options.memory_mib) return *options.memory_mib;
  if (facts.arch == "x86_64") return pc_memory_mib;
  if (!options.platform_info.empty()) return read_memory_mib(options.platform_info, facts);
  if (!options.sel4_prefix.empty()) {
    return read_memory_mib(std::filesystem::path(options.sel4_prefix) / "support/platform_gen.yaml",
                           facts);
  }
  return std::unexpected(
      "the machine's memory is not known; say --platform-info FILE, --sel4-prefix DIR or --memory "
      "N");
}

bool is_interactive(const Options& options) {
  if (options.interactive) return true;
  return !options.batch && options.send.empty() && ::isatty(STDIN_FILENO) == 1;
}

Expected<CommandLine> command_of(const Options& options, bool interactive) {
  const auto facts = facts_of(options);
  if (!facts) return std::unexpected(facts.error());
  const auto memory = memory_of(options, *facts);
  if (!memory) return std::unexpected(memory.error());
  MachineRequest request;
  request.image = options.image.empty() ? options.kernel : options.image;
  if (!options.initrd.empty()) request.initrd = options.initrd;
  request.smp = options.smp;
  request.memory_mib = *memory;
  request.icount = options.icount;
  request.interactive = interactive;
  if (!options.plugin.empty()) request.plugin = options.plugin;
  if (!options.qemu.empty()) request.qemu = options.qemu;
  request.extra = options.extra;
  return qemu_command(*facts, request);
}

Expected<WatchSettings> watch_of(const Options& options, bool interactive) {
  WatchSettings settings;
  const double timeout = options.timeout.value_or(interactive ? 0 : 30);
  if (timeout > 0) {
    settings.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(timeout * 1000));
  }
  settings.grace = std::chrono::milliseconds(static_cast<std::int64_t>(options.grace * 1000));
  settings.stop_at_sentinel = !interactive;
  for (const std::string& expression : options.expect_text) {
    if (const auto ok = settings.expectations.add(expression); !ok) {
      return std::unexpected("--expect-text: " + ok.error());
    }
  }
  for (std::size_t i = 0; i < options.send.size(); ++i) {
    if (const auto ok = settings.script.add(options.send[i], options.after[i]); !ok) {
      return std::unexpected("--send, --after: " + ok.error());
    }
  }
  return settings;
}

// What the caller asked for decides about success; everything else keeps its own exit code.
int conclude(const Options& options, const RunResult& result, bool interactive) {
  const Outcome& outcome = result.outcome;
  const std::string_view verdict = name(outcome.verdict);
  if (outcome.verdict == Verdict::interrupted) {
    fmt::print(stderr, "sel4-run: FAIL ({}): {}\n", verdict, outcome.detail);
    return exit_code(outcome.verdict) + result.signal;
  }
  if (interactive && outcome.verdict == Verdict::ended) return 0;
  const bool expects = options.expect_failure || options.expect_verdict.has_value();
  const bool as_expected = options.expect_verdict ? outcome.verdict == *options.expect_verdict
                                                  : is_program_failure(outcome.verdict);
  if (expects && as_expected && result.unmet) {
    fmt::print(stderr, "sel4-run: FAIL ({}): the run ended as expected ({}), but {}\n",
               name(Verdict::unexpected), verdict, *result.unmet);
    return exit_code(Verdict::unexpected);
  }
  if (expects && as_expected) {
    fmt::print(stderr, "sel4-run: PASS (expected: {}){}{}\n", verdict,
               outcome.detail.empty() ? "" : ": ", outcome.detail);
    return 0;
  }
  if (outcome.verdict != Verdict::pass) {
    fmt::print(stderr, "sel4-run: FAIL ({}): {}\n", verdict, outcome.detail);
    return exit_code(outcome.verdict);
  }
  if (expects) {
    fmt::print(stderr, "sel4-run: FAIL ({}): the program passed, but was expected not to\n",
               name(Verdict::unexpected));
    return exit_code(Verdict::unexpected);
  }
  fmt::print(stderr, "sel4-run: PASS\n");
  return 0;
}

int main(const Options& options) {
  const bool interactive = is_interactive(options);
  auto watch = watch_of(options, interactive);
  if (!watch) return report(exit_usage, "command line: " + watch.error());
  auto command = command_of(options, interactive);
  if (!command) return report(exit_input, command.error());
  if (options.dry_run) {
    fmt::print("{}", command->program);
    for (const std::string& argument : command->arguments) fmt::print(" {}", argument);
    fmt::print("\n");
    return 0;
  }
  RunSettings settings;
  settings.command = std::move(*command);
  settings.watch = std::move(*watch);
  settings.interactive = interactive;
  // QEMU must also get the chance to set the terminal back.
  settings.end_gently = interactive || !options.plugin.empty();
  if (!options.log.empty()) settings.log = options.log;
  return conclude(options, run(std::move(settings)), interactive);
}

}  // namespace

}  // namespace sel4::run

int main(int argc, char** argv) {
  try {
    auto parsed = sel4::run::parse_options({argv + 1, argv + argc});
    if (const auto* stop = std::get_if<sel4::run::Stop>(&parsed)) {
      fmt::print(stop->exit_code == 0 ? stdout : stderr, "{}", stop->text);
      return stop->exit_code;
    }
    return sel4::run::main(std::get<sel4::run::Options>(parsed));
  } catch (const std::exception& error) {
    fmt::print(stderr, "error: sel4-run: {}\n", error.what());
    return sel4::run::exit_input;
  }
}
