// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// libstdc++ makes one Linux system call: futex, for std::atomic::wait and its kin. Nothing else
// exists here; in particular no trap is made that seL4 would take for an unknown system call.

#include <sel4/runtime/wait.hpp>

#include <cerrno>
#include <cstdarg>
#include <ctime>
#include <linux/futex.h>
#include <sys/syscall.h>

extern "C" long syscall(long number, ...) noexcept {
  if (number == SYS_futex) {
    std::va_list arguments;
    va_start(arguments, number);
    auto* const word = va_arg(arguments, sel4::runtime::WaitWord*);
    const int operation = va_arg(arguments, int) & FUTEX_CMD_MASK;
    const auto value = va_arg(arguments, unsigned);
    const auto* const timeout = va_arg(arguments, const std::timespec*);
    va_end(arguments);
    if (operation == FUTEX_WAKE) {
      sel4::runtime::wake_all();
      return 0;
    }
    // Without a clock there is no waiting with a time-out.
    if (operation == FUTEX_WAIT && timeout == nullptr) {
      if (word->load(std::memory_order_acquire) != value) {
        errno = EAGAIN;
        return -1;
      }
      sel4::runtime::wait_on(*word, value);
      return 0;
    }
  }
  errno = ENOSYS;
  return -1;
}
