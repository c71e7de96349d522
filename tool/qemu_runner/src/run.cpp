// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/process.hpp>
#include <sel4/run/run.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <memory>
#include <poll.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace sel4::run {

namespace {

void write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(fd, bytes.data(), bytes.size());
    if (count > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EAGAIN) {
      pollfd ready{fd, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      return;  // Nobody reads any more; the verdict still counts.
    }
  }
}

Descriptor take_signals() {
  ::signal(SIGPIPE, SIG_IGN);
  sigset_t set;
  ::sigemptyset(&set);
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGCHLD}) ::sigaddset(&set, number);
  ::sigprocmask(SIG_BLOCK, &set, nullptr);
  return Descriptor{::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK)};
}

struct FileCloser {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

/// One run: the process, its watch and the streams between them.
class Session {
 public:
  Session(RunSettings& settings, Process process, Descriptor signals, File log)
      : process_(std::move(process)),
        watch_(std::move(settings.watch), Clock::now()),
        signals_(std::move(signals)),
        log_(std::move(log)) {}

  RunResult loop() {
    for (;;) {
      wait();
      if (const int number = stop_signal()) {
        return {{Verdict::interrupted, fmt::format("stopped by signal {}", number)}, number, {}};
      }
      // The status first, then the streams: what QEMU wrote before it ended is all there.
      const std::optional<int> status = process_.try_wait();
      read_errors();
      if (auto outcome = read_output()) return result(std::move(*outcome));
      feed();
      if (status) return result(end(*status));
      if (auto outcome = watch_.on_time(Clock::now())) return result(std::move(*outcome));
    }
  }

  /// Ends QEMU; shows what it says while ending.
  void finish(bool gently) {
    if (gently) process_.terminate(std::chrono::seconds(5));
    process_.kill();
    read_errors();
  }

 private:
  RunResult result(Outcome outcome) { return {std::move(outcome), 0, watch_.unmet()}; }

  void wait() {
    std::array<pollfd, 4> fds{pollfd{signals_.get(), POLLIN, 0},
                              pollfd{process_.output(), POLLIN, 0},
                              pollfd{process_.errors(), POLLIN, 0},
                              pollfd{input_.empty() ? -1 : process_.input(), POLLOUT, 0}};
    int timeout = -1;
    if (const auto deadline = watch_.deadline()) {
      const auto left =
          std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now()).count();
      timeout = static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
    }
    ::poll(fds.data(), fds.size(), timeout);
  }

  int stop_signal() {
    signalfd_siginfo info{};
    while (::read(signals_.get(), &info, sizeof info) == sizeof info) {
      if (info.ssi_signo != SIGCHLD) return static_cast<int>(info.ssi_signo);
    }
    return 0;
  }

  // Bounded, so that a guest that prints without end does not keep the time-out from being seen.
  std::optional<Outcome> read_output() {
    std::array<char, 4096> buffer;
    for (int round = 0; round < 16 && process_.output() >= 0; ++round) {
      const ssize_t count = ::read(process_.output(), buffer.data(), buffer.size());
      if (count < 0) return std::nullopt;
      if (count == 0) {
        process_.close_output();
        return std::nullopt;
      }
      const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
      if (log_) {
        std::fwrite(bytes.data(), 1, bytes.size(), log_.get());
        std::fflush(log_.get());
      }
      std::string echo;
      auto outcome = watch_.on_output(bytes, Clock::now(), echo, input_);
      write_all(STDOUT_FILENO, echo);
      if (outcome) return outcome;
    }
    return std::nullopt;
  }

  void read_errors() {
    std::array<char, 4096> buffer;
    while (process_.errors() >= 0) {
      const ssize_t count = ::read(process_.errors(), buffer.data(), buffer.size());
      if (count == 0) process_.close_errors();
      if (count <= 0) return;
      const std::string_view bytes(buffer.data(), static_cast<std::size_t>(count));
      write_all(STDERR_FILENO, bytes);
      for (const char byte : bytes) error_lines_.push(byte);
    }
  }

  void feed() {
    if (input_.empty() || process_.input() < 0) return;
    const ssize_t count = ::write(process_.input(), input_.data(), input_.size());
    if (count > 0) input_.erase(0, static_cast<std::size_t>(count));
    if (count < 0 && errno != EAGAIN && errno != EINTR) process_.close_input();
  }

  Outcome end(int status) {
    // Whatever it left behind would keep the console open.
    process_.kill();
    while (process_.output() >= 0) {
      const int before = process_.output();
      pollfd more{before, POLLIN, 0};
      if (::poll(&more, 1, 0) <= 0) break;
      if (auto outcome = read_output()) return std::move(*outcome);
    }
    error_lines_.finish();
    const bool clean = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (!clean && !watch_.saw_output()) {
      return {Verdict::not_started,
              fmt::format("QEMU ended with {}{}{}", describe_status(status),
                          error_lines_.last().empty() ? "" : ": ", error_lines_.last())};
    }
    return watch_.on_end(describe_status(status));
  }

  Process process_;
  Watch watch_;
  Descriptor signals_;
  File log_;
  LineReader error_lines_;
  std::string input_;
};

}  // namespace

RunResult run(RunSettings settings) {
  File log;
  if (settings.log) {
    log.reset(std::fopen(settings.log->c_str(), "wbe"));
    if (!log) {
      return {{Verdict::not_started,
               fmt::format("{}: cannot be written: {}", *settings.log, std::strerror(errno))},
              0,
              {}};
    }
  }
  Descriptor signals = take_signals();
  Input input = Input::nothing;
  if (settings.interactive)
    input = Input::inherited;
  else if (!settings.watch.script.empty())
    input = Input::pipe;
  auto process = Process::start(settings.command, input);
  if (!process) return {{Verdict::not_started, process.error()}, 0, {}};
  Session session(settings, std::move(*process), std::move(signals), std::move(log));
  RunResult result = session.loop();
  session.finish(settings.end_gently);
  return result;
}

}  // namespace sel4::run
