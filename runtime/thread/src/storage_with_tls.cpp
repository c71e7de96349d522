// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "storage.hpp"

#include <sel4/runtime/hooks.hpp>
#include <sel4/runtime/tls_image.hpp>

#include <cstdint>

namespace sel4::runtime {

ThreadStorage make_thread_storage(const ThreadPlan& plan) noexcept {
  const TlsSegment segment = program_tls_segment();
  const auto [error, layout] = plan_tls(segment, arch::tls_abi);
  if (error != TlsError::none) return {.error = ThreadError::tls_image};

  const bool on_stack = plan.tls.empty();
  const std::span<std::byte> storage = on_stack ? plan.stack : plan.tls;
  const std::size_t mask = layout.alignment - 1;
  const auto start = reinterpret_cast<std::uintptr_t>(storage.data());
  const std::uintptr_t end = start + storage.size();
  const ThreadError too_small = on_stack ? ThreadError::stack : ThreadError::tls_storage;
  if (layout.size > storage.size()) return {.error = too_small};
  // On the stack the block is at the top.
  const std::uintptr_t block = on_stack ? (end - layout.size) & ~mask : (start + mask) & ~mask;
  if (block < start || block > end - layout.size) return {.error = too_small};

  std::byte* const place = storage.data() + (block - start);
  return {.thread_pointer = fill_tls_block(segment, layout, place),
          .stack_top =
              on_stack ? block
                       : reinterpret_cast<std::uintptr_t>(plan.stack.data()) + plan.stack.size()};
}

void adopt_ipc_buffer(IpcBuffer* buffer) noexcept { sel4_runtime_set_ipc_buffer(buffer); }

}  // namespace sel4::runtime
