// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/watch.hpp>

#include <chrono>
#include <doctest/doctest.h>
#include <optional>
#include <string>
#include <string_view>

using namespace sel4::run;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

/// A watch with a clock of its own.
struct Bench {
  explicit Bench(WatchSettings settings = {.timeout = seconds(30)})
      : watch(std::move(settings), now) {}

  std::optional<Outcome> print(std::string_view bytes) {
    return watch.on_output(bytes, now, echo, input);
  }
  std::optional<Outcome> wait(milliseconds time) {
    now += time;
    return watch.on_time(now);
  }

  Clock::time_point now{};
  std::string echo;
  std::string input;
  Watch watch;
};

}  // namespace

TEST_CASE("pass, however the bytes are cut") {
  for (const std::string_view text : {"boot\nTEST_PASS\n", "boot\r\nTEST_PASS\r\n", "TEST_PASS\n",
                                      "boot\n\x1b[0mTEST_PASS\n", "x\x01y\x10z\x06\x04"}) {
    Bench whole;
    const auto outcome = whole.print(text);
    REQUIRE(outcome);
    CHECK(outcome->verdict == Verdict::pass);
    Bench single;
    std::optional<Outcome> last;
    for (const char byte : text) last = single.print({&byte, 1});
    REQUIRE(last);
    CHECK(last->verdict == Verdict::pass);
  }
}

TEST_CASE("failure names the last line") {
  Bench bench;
  const auto outcome = bench.print("expected 1, got 2\nTEST_FAIL\n");
  REQUIRE(outcome);
  CHECK(outcome->verdict == Verdict::failed);
  CHECK(outcome->detail == "the program reported failure; last output line: expected 1, got 2");
}

TEST_CASE("the words inside a line are no sentinel") {
  Bench bench;
  CHECK_FALSE(bench.print("this prints TEST_PASS\nTEST_PASSED\nTEST_PASS soon\n"));
}

TEST_CASE("control bytes are not shown") {
  Bench bench;
  bench.print(
      "a\x01"
      "b\x10"
      "c");
  CHECK(bench.echo == "abc");
}

TEST_CASE("time-out names the last line") {
  Bench bench;
  bench.print("waiting for godot\n");
  CHECK_FALSE(bench.wait(milliseconds(29'999)));
  const auto outcome = bench.wait(milliseconds(1));
  REQUIRE(outcome);
  CHECK(outcome->verdict == Verdict::timeout);
  CHECK(outcome->detail == "no verdict within 30 s; last output line: waiting for godot");
}

TEST_CASE("time-out without output") {
  Bench bench;
  CHECK(bench.wait(seconds(30))->detail == "no verdict within 30 s; no output");
}

TEST_CASE("no time-out when none is asked for") {
  Bench bench(WatchSettings{});
  CHECK_FALSE(bench.watch.deadline().has_value());
  CHECK_FALSE(bench.wait(std::chrono::hours(1000)));
}

TEST_CASE("a fault decides after a silence, not before") {
  Bench bench;
  CHECK_FALSE(bench.print("Caught cap fault in send phase at address 0\n"));
  CHECK_FALSE(bench.wait(milliseconds(1499)));
  CHECK_FALSE(bench.print("in thread 0x1\n"));
  CHECK_FALSE(bench.wait(milliseconds(1499)));
  const auto outcome = bench.wait(milliseconds(1));
  REQUIRE(outcome);
  CHECK(outcome->verdict == Verdict::fault);
  CHECK(outcome->detail == "Caught cap fault in send phase at address 0");
}

TEST_CASE("a test that expects a fault passes") {
  Bench bench;
  bench.print("Caught cap fault in send phase at address 0\n");
  CHECK_FALSE(bench.wait(seconds(1)));
  CHECK(bench.print("TEST_PASS\n")->verdict == Verdict::pass);
}

TEST_CASE("a fault while others print decides at the time-out") {
  Bench bench;
  bench.print("panic at a.cpp:1: x\n");
  for (int i = 0; i < 29; ++i) {
    CHECK_FALSE(bench.wait(seconds(1)));
    bench.print("tick\n");
  }
  CHECK(bench.wait(seconds(1))->verdict == Verdict::panic);
}

TEST_CASE("a panic without a line end counts") {
  Bench bench;
  bench.print("panic at a.cpp:1: x");
  CHECK(bench.wait(milliseconds(1500))->verdict == Verdict::panic);
}

TEST_CASE("a sentinel without a line end counts when nothing follows") {
  Bench bench;
  CHECK_FALSE(bench.print("TEST_PASS"));
  CHECK(bench.wait(milliseconds(1500))->verdict == Verdict::pass);
}

TEST_CASE("a silent line goes on where it stopped") {
  WatchSettings settings{.timeout = seconds(30)};
  REQUIRE(settings.expectations.add("^test slow ... ok$"));
  Bench bench(std::move(settings));
  bench.print("test slow ... ");
  CHECK_FALSE(bench.wait(seconds(2)));
  // Judged once: no busy waiting until the time-out.
  CHECK(*bench.watch.deadline() > bench.now);
  CHECK(bench.print("ok\nTEST_PASS\n")->verdict == Verdict::pass);
}

TEST_CASE("QEMU ends") {
  SUBCASE("without a verdict") {
    Bench bench;
    bench.print("hello\n");
    const Outcome outcome = bench.watch.on_end("exit code 0");
    CHECK(outcome.verdict == Verdict::ended);
    CHECK(outcome.detail == "QEMU ended (exit code 0) without a verdict; last output line: hello");
  }
  SUBCASE("after a panic") {
    Bench bench;
    bench.print("panic at a.cpp:1: x\n");
    CHECK(bench.watch.on_end("exit code 0").verdict == Verdict::panic);
  }
  SUBCASE("with the sentinel as its last, open line") {
    Bench bench;
    bench.print("TEST_FAIL");
    CHECK(bench.watch.on_end("exit code 0").verdict == Verdict::failed);
  }
}

TEST_CASE("a pass without the expected text is none") {
  WatchSettings settings{.timeout = seconds(30)};
  REQUIRE(settings.expectations.add("badge = 0x1337"));
  Bench bench(std::move(settings));
  const auto outcome = bench.print("badge = 0x1338\nTEST_PASS\n");
  REQUIRE(outcome);
  CHECK(outcome->verdict == Verdict::unexpected);
  CHECK(outcome->detail == "the program passed, but no line matched 'badge = 0x1337'");
}

TEST_CASE("input follows a prompt") {
  WatchSettings settings{.timeout = seconds(30)};
  REQUIRE(settings.script.add("me\\n", "name\\? $"));
  Bench bench(std::move(settings));
  bench.print("what is your na");
  CHECK(bench.input.empty());
  bench.print("me? ");
  CHECK(bench.input == "me\n");
  CHECK(bench.print("me\nTEST_PASS\n")->verdict == Verdict::pass);
}

TEST_CASE("a pass without asking for its input is none") {
  WatchSettings settings{.timeout = seconds(30)};
  REQUIRE(settings.script.add("me\\n", "name"));
  Bench bench(std::move(settings));
  CHECK(bench.print("TEST_PASS\n")->verdict == Verdict::unexpected);
}

TEST_CASE("interactive: the sentinel is noted and QEMU runs on") {
  Bench bench(WatchSettings{.timeout = std::nullopt, .stop_at_sentinel = false});
  CHECK_FALSE(bench.print("TEST_PASS\nmore\nTEST_FAIL\n"));
  CHECK_FALSE(bench.watch.deadline().has_value());
  CHECK(bench.watch.on_end("exit code 0").verdict == Verdict::pass);
}
