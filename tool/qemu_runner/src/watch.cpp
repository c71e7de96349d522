// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/watch.hpp>

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace sel4::run {

Watch::Watch(WatchSettings settings, Clock::time_point start)
    : settings_(std::move(settings)), start_(start), last_output_(start) {}

std::optional<Outcome> Watch::on_output(std::string_view bytes, Clock::time_point now,
                                        std::string& echo, std::string& input) {
  last_output_ = now;
  silence_judged_ = false;
  for (const char byte : bytes) {
    if (!ByteSentinels::is_control(byte)) {
      echo.push_back(byte);
      saw_output_ = true;
    }
    if (const auto sentinel = bytes_.push(byte)) {
      if (auto outcome = conclude(*sentinel)) return outcome;
    }
    if (lines_.push(byte)) {
      if (auto outcome = on_line(input)) return outcome;
    }
  }
  if (!lines_.current().empty()) input += settings_.script.observe(lines_.current());
  return std::nullopt;
}

std::optional<Outcome> Watch::on_line(std::string& input) {
  const std::string& line = lines_.last();
  if (line.empty()) return std::nullopt;
  settings_.expectations.observe(line);
  input += settings_.script.observe(line);
  if (const auto sentinel = line_sentinel(line)) return conclude(*sentinel);
  last_line_ = line;
  evidence_.add(line);
  return std::nullopt;
}

std::optional<Outcome> Watch::conclude(Sentinel sentinel) {
  Outcome outcome{Verdict::pass, {}};
  if (sentinel == Sentinel::fail) {
    outcome = with_last_line(Verdict::failed, "the program reported failure");
  } else if (auto missing = unmet()) {
    outcome = {Verdict::unexpected, "the program passed, but " + *missing};
  }
  if (settings_.stop_at_sentinel) return outcome;
  if (!noted_) noted_ = std::move(outcome);
  return std::nullopt;
}

std::optional<Clock::time_point> Watch::deadline() const {
  std::optional<Clock::time_point> result;
  const auto earlier = [&result](Clock::time_point time) {
    result = result ? std::min(*result, time) : time;
  };
  if (settings_.timeout) earlier(start_ + *settings_.timeout);
  const bool may_be_over = !evidence_.empty() || !lines_.current().empty();
  if (may_be_over && !silence_judged_ && settings_.stop_at_sentinel) {
    earlier(last_output_ + settings_.grace);
  }
  return result;
}

std::optional<Outcome> Watch::on_time(Clock::time_point now) {
  if (settings_.stop_at_sentinel && !silence_judged_ && now >= last_output_ + settings_.grace) {
    silence_judged_ = true;
    // The line without an end stays open: a slow program may go on with it.
    if (const auto sentinel = line_sentinel(lines_.current())) return conclude(*sentinel);
    evidence_.add(lines_.current());
    if (!evidence_.empty()) return evidence_.outcome();
  }
  if (settings_.timeout && now >= start_ + *settings_.timeout) {
    if (noted_) return noted_;
    if (!evidence_.empty()) return evidence_.outcome();
    const auto seconds = std::chrono::duration<double>(*settings_.timeout).count();
    return with_last_line(Verdict::timeout, fmt::format("no verdict within {:g} s", seconds));
  }
  return std::nullopt;
}

Outcome Watch::on_end(std::string_view how) {
  if (noted_) return *noted_;
  if (lines_.finish()) {
    std::string ignored;
    if (auto outcome = on_line(ignored)) return *outcome;
    if (noted_) return *noted_;
  }
  if (!evidence_.empty()) return evidence_.outcome();
  return with_last_line(Verdict::ended, fmt::format("QEMU ended ({}) without a verdict", how));
}

std::optional<std::string> Watch::unmet() {
  // A verdict may come in the middle of a line that is expected.
  settings_.expectations.observe(lines_.current());
  if (const auto missing = settings_.expectations.missing()) {
    return fmt::format("no line matched '{}'", *missing);
  }
  if (const auto waiting = settings_.script.waiting_for()) {
    return fmt::format("it never asked for the input after '{}'", *waiting);
  }
  return std::nullopt;
}

Outcome Watch::with_last_line(Verdict verdict, std::string_view what) const {
  const std::string& line = lines_.current().empty() ? last_line_ : lines_.current();
  if (line.empty()) return {verdict, fmt::format("{}; no output", what)};
  return {verdict, fmt::format("{}; last output line: {}", what, line)};
}

}  // namespace sel4::run
