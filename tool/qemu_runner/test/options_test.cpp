// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/options.hpp>

#include <cstdlib>
#include <doctest/doctest.h>
#include <string>
#include <vector>

using namespace sel4::run;

namespace {

struct CleanEnvironment {
  CleanEnvironment() {
    ::unsetenv("SEL4_PREFIX");
    ::unsetenv("SEL4_PLATFORM_INFO");
  }
};

std::string refusal(const std::vector<std::string>& arguments) {
  const CleanEnvironment clean;
  const auto parsed = parse_options(arguments);
  const auto* stop = std::get_if<Stop>(&parsed);
  REQUIRE(stop != nullptr);
  CHECK(stop->exit_code == exit_usage);
  CHECK(stop->text.starts_with("error: command line: "));
  CHECK(stop->text.ends_with("\n"));
  return stop->text;
}

Options accepted(const std::vector<std::string>& arguments) {
  const auto parsed = parse_options(arguments);
  const auto* options = std::get_if<Options>(&parsed);
  REQUIRE(options != nullptr);
  return *options;
}

}  // namespace

TEST_CASE("a full command line") {
  const CleanEnvironment clean;
  const Options options = accepted({"--sel4-prefix",
                                    "p",
                                    "--image",
                                    "i",
                                    "--smp",
                                    "4",
                                    "--timeout",
                                    "2.5",
                                    "--expect-text",
                                    "a",
                                    "--expect-text",
                                    "b",
                                    "--send",
                                    "x",
                                    "--after",
                                    "y",
                                    "--send",
                                    "z",
                                    "--after",
                                    "",
                                    "--icount",
                                    "--",
                                    "-d",
                                    "int",
                                    "--"});
  CHECK(options.sel4_prefix == "p");
  CHECK(options.image == "i");
  CHECK(options.smp == 4);
  CHECK(options.timeout == 2.5);
  CHECK(options.expect_text == std::vector<std::string>{"a", "b"});
  CHECK(options.send == std::vector<std::string>{"x", "z"});
  CHECK(options.after == std::vector<std::string>{"y", ""});
  CHECK(options.icount);
  CHECK(options.extra == std::vector<std::string>{"-d", "int", "--"});
}

TEST_CASE("the prefix may come from the environment") {
  const CleanEnvironment clean;
  ::setenv("SEL4_PREFIX", "from-environment", 1);
  CHECK(accepted({"--image", "i"}).sel4_prefix == "from-environment");
  CHECK(accepted({"--image", "i", "--sel4-prefix", "p"}).sel4_prefix == "p");
  ::unsetenv("SEL4_PREFIX");
}

TEST_CASE("help") {
  const auto parsed = parse_options({"--help"});
  const auto* stop = std::get_if<Stop>(&parsed);
  REQUIRE(stop != nullptr);
  CHECK(stop->exit_code == 0);
  CHECK(stop->text.find("Exit codes:") != std::string::npos);
}

TEST_CASE("wrong command lines") {
  CHECK(refusal({}).find("no kernel given") != std::string::npos);
  CHECK(refusal({"--sel4-prefix", "p"}).find("what to boot") != std::string::npos);
  CHECK(refusal({"--sel4-prefix", "p", "--image", "i", "--kernel", "k", "--initrd", "r"})
            .find("what to boot") != std::string::npos);
  CHECK(refusal({"--sel4-prefix", "p", "--kernel", "k"}).find("--initrd") != std::string::npos);
  CHECK(refusal({"--sel4-prefix", "p", "--image", "i", "--initrd", "r"}).find("--initrd") !=
        std::string::npos);
  const std::vector<std::string> good{"--sel4-prefix", "p", "--image", "i"};
  const auto with = [&good](std::vector<std::string> more) {
    more.insert(more.begin(), good.begin(), good.end());
    return refusal(more);
  };
  CHECK(with({"stray"}).find("stray") != std::string::npos);
  CHECK(with({"--no-such-option"}).find("--no-such-option") != std::string::npos);
  CHECK(with({"--smp", "0"}).find("--smp") != std::string::npos);
  CHECK(with({"--smp", "many"}).find("--smp") != std::string::npos);
  CHECK(with({"--timeout", "-1"}).find("--timeout") != std::string::npos);
  CHECK(with({"--memory", "99999999"}).find("--memory") != std::string::npos);
  CHECK(with({"--send", "x"}).find("--after") != std::string::npos);
  CHECK(with({"--interactive", "--batch"}).find("--batch") != std::string::npos);
  CHECK(with({"--interactive", "--send", "x", "--after", ""}).find("--send") != std::string::npos);
  CHECK(with({"--expect-verdict", "victory"}).find("victory") != std::string::npos);
  CHECK(with({"--expect-verdict", "fault", "--expect-failure"}).find("exclude") !=
        std::string::npos);
}

TEST_CASE("verdicts have distinct codes and names") {
  constexpr Verdict all[] = {Verdict::pass,        Verdict::failed,     Verdict::fault,
                             Verdict::kernel_halt, Verdict::panic,      Verdict::loader,
                             Verdict::timeout,     Verdict::ended,      Verdict::not_started,
                             Verdict::unexpected,  Verdict::interrupted};
  for (const Verdict a : all) {
    CHECK(verdict_of(name(a)) == a);
    CHECK(exit_code(a) != exit_usage);
    CHECK(exit_code(a) != exit_input);
    for (const Verdict b : all) CHECK((a == b) == (exit_code(a) == exit_code(b)));
  }
}
