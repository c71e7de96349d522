// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/options.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

namespace sel4::run {

namespace {

constexpr const char* footer = R"(What follows -- is given to QEMU unchanged.

Exit codes: 0 pass; 1 test failed; 2 wrong command line; 3 unusable file; 4 QEMU could not start;
5 passed, but expected text or verdict did not come; 10 fault; 11 kernel halt; 12 panic;
13 loader refusal; 14 time-out; 15 QEMU ended without a verdict; 128+N stopped by signal N.)";

void define(CLI::App& app, Options& options, std::string& verdict) {
  app.add_option("--sel4-prefix", options.sel4_prefix, "Folder that seL4 was installed to")
      ->envname("SEL4_PREFIX");
  app.add_option("--kernel-config", options.kernel_config,
                 "The kernel's gen_config.json (default: of the prefix)");
  app.add_option("--platform-info", options.platform_info,
                 "The kernel's platform_gen.yaml (default: of the prefix)")
      ->envname("SEL4_PLATFORM_INFO");
  app.add_option("--image", options.image, "aarch64, riscv64: the image to boot");
  app.add_option("--kernel", options.kernel, "x86_64: the kernel to boot");
  app.add_option("--initrd", options.initrd, "x86_64: the root task");
  app.add_option("--smp", options.smp, "Cores (default: as many as the kernel was built for)")
      ->check(CLI::Range(1, 512));
  app.add_option("--memory", options.memory_mib, "Memory in MiB (default: what the kernel expects)")
      ->check(CLI::Range(1, 1 << 20));
  app.add_option("--timeout", options.timeout,
                 "Seconds until a run without verdict is given up (default: 30; 0: none)")
      ->check(CLI::Range(0.0, 1e6));
  app.add_option("--grace", options.grace,
                 "Seconds of silence after which a fault or panic line counts as the verdict")
      ->check(CLI::Range(0.0, 1e6))
      ->capture_default_str();
  app.add_option("--expect-text", options.expect_text,
                 "Extended regular expression that a line of the console must match (repeatable)")
      ->allow_extra_args(false);
  app.add_flag("--expect-failure", options.expect_failure,
               "Succeed if the program fails (test failed, fault, kernel halt, panic, loader)");
  app.add_option(
      "--expect-verdict", verdict,
      "Succeed if the run ends so: pass, test-failed, fault, kernel-halt, panic, loader, "
      "time-out, no-verdict");
  app.add_option("--send", options.send,
                 "Text to send to the guest's serial port; \\n \\r \\t \\xNN are understood "
                 "(repeatable, each with its --after)")
      ->allow_extra_args(false);
  app.add_option(
         "--after", options.after,
         "Extended regular expression: send when a line matches, also one that has no end yet")
      ->allow_extra_args(false);
  app.add_flag("--icount", options.icount, "Time advances with instructions: repeatable runs");
  app.add_option("--plugin", options.plugin, "TCG plugin and its arguments: FILE,arg=value,...");
  app.add_option("--log", options.log, "Also write the console to this file");
  app.add_option("--qemu", options.qemu, "QEMU's program (default: qemu-system-<architecture>)");
  app.add_flag("--interactive", options.interactive,
               "The terminal is the guest's; ctrl-a x ends (default if the input is a terminal)");
  app.add_flag("--batch", options.batch, "Not interactive, even on a terminal");
  app.add_flag("--dry-run", options.dry_run, "Print the QEMU command line and end");
  app.footer(footer);
}

std::string usage_error(std::string_view what) {
  return fmt::format("error: command line: {}; see sel4-run --help\n", what);
}

std::optional<std::string> check(const Options& options) {
  if (options.kernel_config.empty() && options.sel4_prefix.empty()) {
    return "no kernel given: say --sel4-prefix DIR (or set SEL4_PREFIX) or --kernel-config FILE";
  }
  if (options.image.empty() == options.kernel.empty()) {
    return "say what to boot: either --image FILE, or (x86_64) --kernel FILE --initrd FILE";
  }
  if (!options.kernel.empty() && options.initrd.empty()) return "--kernel needs --initrd FILE";
  if (!options.image.empty() && !options.initrd.empty()) {
    return "--initrd goes with --kernel, not with --image";
  }
  if (options.interactive && options.batch) return "--interactive and --batch exclude each other";
  if (options.expect_failure && options.expect_verdict) {
    return "--expect-failure and --expect-verdict exclude each other";
  }
  if (options.send.size() != options.after.size()) {
    return fmt::format("{} --send but {} --after: each --send needs one", options.send.size(),
                       options.after.size());
  }
  if (options.interactive && !options.send.empty()) {
    return "--send and --interactive exclude each other: only one can write to the guest";
  }
  return std::nullopt;
}

}  // namespace

std::variant<Options, Stop> parse_options(const std::vector<std::string>& arguments) {
  Options options;
  std::string verdict;
  CLI::App app{"Boots an image on QEMU as its seL4 kernel needs it and tells how the run ended.",
               "sel4-run"};
  define(app, options, verdict);
  // Split here: CLI11 would also take stray words before the -- for QEMU's.
  const auto separator = std::ranges::find(arguments, "--");
  std::vector<std::string> own(arguments.begin(), separator);
  if (separator != arguments.end()) options.extra.assign(separator + 1, arguments.end());
  std::ranges::reverse(own);
  try {
    app.parse(own);
  } catch (const CLI::CallForHelp&) {
    return Stop{app.help(), 0};
  } catch (const CLI::ParseError& error) {
    return Stop{usage_error(error.what()), exit_usage};
  }
  if (!verdict.empty()) {
    options.expect_verdict = verdict_of(verdict);
    if (!options.expect_verdict || *options.expect_verdict == Verdict::interrupted) {
      return Stop{usage_error(fmt::format("--expect-verdict: '{}' is no verdict", verdict)),
                  exit_usage};
    }
  }
  if (const auto problem = check(options)) return Stop{usage_error(*problem), exit_usage};
  return options;
}

}  // namespace sel4::run
