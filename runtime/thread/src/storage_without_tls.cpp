// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "storage.hpp"

#include <cstdint>

namespace sel4::runtime {

ThreadStorage make_thread_storage(const ThreadPlan& plan) noexcept {
  return {.stack_top = reinterpret_cast<std::uintptr_t>(plan.stack.data()) + plan.stack.size()};
}

// The only slot is the initial thread's.
void adopt_ipc_buffer(IpcBuffer*) noexcept {}

}  // namespace sel4::runtime
