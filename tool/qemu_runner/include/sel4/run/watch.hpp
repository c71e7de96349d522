// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/run/evidence.hpp>
#include <sel4/run/line_reader.hpp>
#include <sel4/run/script.hpp>
#include <sel4/run/sentinel.hpp>
#include <sel4/run/verdict.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sel4::run {

using Clock = std::chrono::steady_clock;

/// What a run waits for and how long.
struct WatchSettings {
  /// No limit if empty.
  std::optional<std::chrono::milliseconds> timeout{};
  /// How long the console must be silent after evidence before the evidence decides.
  std::chrono::milliseconds grace{1500};
  /// False: note the sentinel but let the guest run on.
  bool stop_at_sentinel = true;
  Expectations expectations{};
  InputScript script{};
};

/// Watches one guest's console and decides how the run ended. Knows no process and no clock: the
/// caller passes bytes and times in.
///
/// The program's own sentinel decides first. Lines that tell of a fault, panic or halt decide only
/// when the console then stays silent for the grace time, QEMU ends, or the time is up.
class Watch {
 public:
  Watch(WatchSettings settings, Clock::time_point start);

  /// Takes bytes of the console up to and including the end of a sentinel; what follows one is
  /// ignored. Appends what a person should see to `echo` and what the guest is to be sent to
  /// `input`.
  std::optional<Outcome> on_output(std::string_view bytes, Clock::time_point now, std::string& echo,
                                   std::string& input);

  /// When on_time() has to be called at the latest, unless output comes before.
  [[nodiscard]] std::optional<Clock::time_point> deadline() const;
  std::optional<Outcome> on_time(Clock::time_point now);

  /// QEMU ended by itself; `how` says in which way ("exit code 1").
  [[nodiscard]] Outcome on_end(std::string_view how);

  /// What was expected of the console so far and did not come; nothing if all came.
  [[nodiscard]] std::optional<std::string> unmet();

  /// The last line with something on it, for messages.
  [[nodiscard]] const std::string& last_line() const noexcept { return last_line_; }
  [[nodiscard]] bool saw_output() const noexcept { return saw_output_; }

 private:
  std::optional<Outcome> on_line(std::string& input);
  std::optional<Outcome> conclude(Sentinel sentinel);
  [[nodiscard]] Outcome with_last_line(Verdict verdict, std::string_view what) const;

  WatchSettings settings_;
  Clock::time_point start_;
  Clock::time_point last_output_;
  LineReader lines_;
  ByteSentinels bytes_;
  Evidence evidence_;
  std::string last_line_;
  std::optional<Outcome> noted_;
  bool saw_output_ = false;
  bool silence_judged_ = false;
};

}  // namespace sel4::run
