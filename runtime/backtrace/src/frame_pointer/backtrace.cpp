// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/backtrace.hpp>
#include <sel4/backtrace/arch/frame_record.hpp>
#include <sel4/runtime/stack.hpp>

#include <cstddef>

namespace {

// No frame is larger: what is further away is no frame pointer.
constexpr std::uintptr_t largest_frame = std::uintptr_t{64} * 1024;

}  // namespace

[[gnu::noinline]] std::span<std::uintptr_t> sel4::backtrace(
    std::span<std::uintptr_t> frames) noexcept {
  namespace arch = backtrace_arch;
  arch::keep_record();
  auto frame = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  // On the initial stack the end is known; on others a step must be short enough to stay there.
  const auto bottom = reinterpret_cast<std::uintptr_t>(sel4_initial_stack.bottom);
  const auto top = reinterpret_cast<std::uintptr_t>(sel4_initial_stack.top);
  const std::uintptr_t end = frame >= bottom && frame < top ? top : UINTPTR_MAX;
  std::size_t used = 0;
  while (used < frames.size()) {
    const arch::Record record = arch::record_at(frame);
    if (record.return_address == 0) break;
    frames[used++] = record.return_address;
    const std::uintptr_t next = record.caller_frame;
    if (next <= frame || next - frame > largest_frame || next % arch::alignment != 0 ||
        next + arch::reach > end) {
      break;
    }
    frame = next;
  }
  return frames.first(used);
}
