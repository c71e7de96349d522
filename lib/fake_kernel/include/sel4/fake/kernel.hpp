// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/fake/message.hpp>
#include <sel4/sys/arch/trap.hpp>
#include <sel4/sys/ipc.hpp>

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sel4::fake {

/// Plays the kernel for the thread that makes it, as long as it lives: records every system call,
/// compares it with what the test expects, and answers as the test says.
///
/// It gives the thread an IPC buffer of its own. It is strict unless told otherwise: a call that is
/// not expected next, or an expected one that has not come by the end, is a failure. A failure ends
/// the program with a readable message, unless on_failure() says what to do instead.
class Kernel {
 public:
  Kernel();
  /// A failure if expected calls have not come.
  ~Kernel();
  Kernel(const Kernel&) = delete;
  Kernel& operator=(const Kernel&) = delete;

  /// The next call but those expected before is this one, and gets this answer.
  Kernel& expect(Invocation invocation, Answer answer = {});
  /// The same for a system call that is not an invocation.
  Kernel& expect(SystemCall call, Answer answer = {});

  /// Calls that no expectation is left for are answered by `answer` instead of being failures.
  using Handler = std::function<Answer(const Message&)>;
  /// Sets what answers them, for as long as the kernel lives.
  void otherwise(Handler answer) { otherwise_ = std::move(answer); }

  /// The same, with success and no words for an answer.
  void allow_all();

  /// What to do with a failure's description. The call then returns the error illegal_operation.
  void on_failure(std::function<void(std::string_view)> handler) {
    on_failure_ = std::move(handler);
  }

  /// A failure if expected calls have not come; forgets them.
  void verify();

  /// All calls so far but those that print.
  [[nodiscard]] const std::vector<Message>& messages() const noexcept { return messages_; }
  /// For a test of several steps: messages() starts anew.
  void forget_messages() noexcept { messages_.clear(); }

  /// What has been printed by debug_put_char().
  [[nodiscard]] const std::string& console() const noexcept { return console_; }

  /// The buffer that the thread has as long as the kernel lives.
  [[nodiscard]] IpcBuffer& ipc_buffer() noexcept { return *buffer_; }

  /// The kernel's part of a trap. For sys::arch::host_kernel().
  sys::Registers handle(const sys::arch::Trap& trap);

 private:
  struct Expectation {
    std::variant<Invocation, SystemCall> what;
    Answer answer;
  };

  [[nodiscard]] Message receive(const sys::arch::Trap& trap) const;
  [[nodiscard]] Answer answer(const Message& message);
  [[nodiscard]] sys::Registers send(const Answer& answer, const Message& message);
  void fail(const std::string& text) const;

  // A member, since as a template argument the buffer's type loses its alignment.
  struct Storage {
    IpcBuffer buffer;
  };
  std::unique_ptr<Storage> storage_ = std::make_unique<Storage>();
  IpcBuffer* buffer_ = &storage_->buffer;
  std::deque<Expectation> expected_;
  std::vector<Message> messages_;
  std::string console_;
  Handler otherwise_;
  std::function<void(std::string_view)> on_failure_;
  Kernel* outer_;
  IpcBuffer* outer_buffer_;
};

}  // namespace sel4::fake
