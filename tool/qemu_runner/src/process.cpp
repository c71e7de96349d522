// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/run/process.hpp>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace sel4::run {

namespace {

struct Pipe {
  Descriptor read;
  Descriptor write;
};

std::expected<Pipe, std::string> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) {
    return std::unexpected(fmt::format("cannot make a pipe: {}", std::strerror(errno)));
  }
  return Pipe{Descriptor{ends[0]}, Descriptor{ends[1]}};
}

struct ChildSetup {
  pid_t parent;
  bool own_group;
  int input;
  int output;
  int errors;
  int report;
};

// Runs in the child, between fork and exec: system calls only.
[[noreturn]] void become(const ChildSetup& setup, char* const* arguments) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The parent may have died before the line above.
  if (::getppid() != setup.parent) ::_exit(127);
  if (setup.own_group) ::setpgid(0, 0);
  if (setup.input >= 0) ::dup2(setup.input, STDIN_FILENO);
  ::dup2(setup.output, STDOUT_FILENO);
  ::dup2(setup.errors, STDERR_FILENO);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  ::execvp(arguments[0], arguments);
  const int error = errno;
  const ssize_t ignored = ::write(setup.report, &error, sizeof error);
  static_cast<void>(ignored);
  ::_exit(127);
}

}  // namespace

void Descriptor::close() noexcept {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

std::expected<Process, std::string> Process::start(const CommandLine& command, Input input) {
  auto output = make_pipe();
  if (!output) return std::unexpected(output.error());
  auto errors = make_pipe();
  if (!errors) return std::unexpected(errors.error());
  auto report = make_pipe();
  if (!report) return std::unexpected(report.error());
  Pipe in;
  if (input == Input::pipe) {
    auto pipe = make_pipe();
    if (!pipe) return std::unexpected(pipe.error());
    in = std::move(*pipe);
  } else if (input == Input::nothing) {
    in.read = Descriptor{::open("/dev/null", O_RDONLY | O_CLOEXEC)};
    if (!in.read.is_open()) return std::unexpected("cannot open /dev/null");
  }
  std::vector<char*> arguments{const_cast<char*>(command.program.c_str())};
  for (const std::string& argument : command.arguments) {
    arguments.push_back(const_cast<char*>(argument.c_str()));
  }
  arguments.push_back(nullptr);

  Process process;
  process.own_group_ = input != Input::inherited;
  const ChildSetup setup{::getpid(),          process.own_group_,  in.read.get(),
                         output->write.get(), errors->write.get(), report->write.get()};
  process.pid_ = ::fork();
  if (process.pid_ < 0) {
    return std::unexpected(fmt::format("cannot fork: {}", std::strerror(errno)));
  }
  if (process.pid_ == 0) become(setup, arguments.data());
  // Also here, so that the group exists whoever runs first.
  if (process.own_group_) ::setpgid(process.pid_, process.pid_);

  report->write.close();
  int error = 0;
  ssize_t count = 0;
  do {
    count = ::read(report->read.get(), &error, sizeof error);
  } while (count < 0 && errno == EINTR);
  if (count == sizeof error) {
    return std::unexpected(fmt::format("{}: {}", command.program, std::strerror(error)));
  }
  process.input_ = std::move(in.write);
  process.output_ = std::move(output->read);
  process.errors_ = std::move(errors->read);
  for (const int fd : {process.input(), process.output(), process.errors()}) {
    if (fd >= 0) ::fcntl(fd, F_SETFL, O_NONBLOCK);
  }
  return process;
}

Process::Process(Process&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      own_group_(other.own_group_),
      status_(other.status_),
      input_(std::move(other.input_)),
      output_(std::move(other.output_)),
      errors_(std::move(other.errors_)) {}

Process::~Process() {
  if (pid_ > 0) kill();
}

std::optional<int> Process::try_wait() noexcept {
  if (status_ || pid_ <= 0) return status_;
  int status = 0;
  if (::waitpid(pid_, &status, WNOHANG) == pid_) status_ = status;
  return status_;
}

void Process::terminate(std::chrono::milliseconds patience) noexcept {
  const auto end = std::chrono::steady_clock::now() + patience;
  if (!try_wait()) send(SIGTERM);
  while (!try_wait() && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  kill();
}

void Process::kill() noexcept {
  // The group outlives its leader if the leader left children behind, so it is killed in any case.
  if (own_group_ || !status_) send(SIGKILL);
  while (!status_) {
    int status = 0;
    const pid_t got = ::waitpid(pid_, &status, 0);
    if (got == pid_) status_ = status;
    if (got < 0 && errno != EINTR) break;
  }
  pid_ = -1;
}

void Process::send(int signal) const noexcept {
  if (pid_ > 0) ::kill(own_group_ ? -pid_ : pid_, signal);
}

std::string describe_status(int status) {
  if (WIFSIGNALED(status)) return fmt::format("signal {}", WTERMSIG(status));
  return fmt::format("exit code {}", WEXITSTATUS(status));
}

}  // namespace sel4::run
