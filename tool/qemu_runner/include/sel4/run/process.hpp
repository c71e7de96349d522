// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/run/machine.hpp>

#include <chrono>
#include <expected>
#include <optional>
#include <string>
#include <sys/types.h>
#include <utility>

namespace sel4::run {

/// A file descriptor that is closed with its owner.
class Descriptor {
 public:
  Descriptor() noexcept = default;
  explicit Descriptor(int fd) noexcept : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() { close(); }

  [[nodiscard]] int get() const noexcept { return fd_; }
  [[nodiscard]] bool is_open() const noexcept { return fd_ >= 0; }
  void close() noexcept;

 private:
  int fd_ = -1;
};

/// What a child's standard input is.
enum class Input { nothing, pipe, inherited };

/// A child process with its output on pipes. It cannot outlive this object: the destructor kills
/// it, and the kernel kills it when this process dies in any way. Unless it shares the terminal
/// (Input::inherited) it has a process group of its own, which is killed as a whole.
class Process {
 public:
  /// Starts the program, looked up in PATH, without a shell.
  [[nodiscard]] static std::expected<Process, std::string> start(const CommandLine& command,
                                                                 Input input);

  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;
  ~Process();

  [[nodiscard]] int output() const noexcept { return output_.get(); }
  [[nodiscard]] int errors() const noexcept { return errors_.get(); }
  /// The write end of the child's input; -1 unless Input::pipe and open.
  [[nodiscard]] int input() const noexcept { return input_.get(); }
  void close_output() noexcept { output_.close(); }
  void close_errors() noexcept { errors_.close(); }
  void close_input() noexcept { input_.close(); }

  /// Collects the child if it has ended; its wait status (also on later calls).
  std::optional<int> try_wait() noexcept;

  /// Asks the child to end (SIGTERM), and kills it after `patience`.
  void terminate(std::chrono::milliseconds patience) noexcept;
  /// Kills the child's group and waits for the child.
  void kill() noexcept;

 private:
  Process() = default;
  void send(int signal) const noexcept;

  pid_t pid_ = -1;
  bool own_group_ = true;
  std::optional<int> status_;
  Descriptor input_;
  Descriptor output_;
  Descriptor errors_;
};

/// "exit code 1" or "signal 11" for a wait status.
[[nodiscard]] std::string describe_status(int status);

}  // namespace sel4::run
