// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/backtrace.hpp>

#include <cstddef>
#include <unwind.h>

namespace {

struct Trace {
  std::span<std::uintptr_t> frames;
  std::size_t used;
  bool first;
};

_Unwind_Reason_Code visit(_Unwind_Context* context, void* argument) noexcept {
  auto& trace = *static_cast<Trace*>(argument);
  const auto ip = static_cast<std::uintptr_t>(_Unwind_GetIP(context));
  // The first frame is backtrace() itself.
  if (trace.first) {
    trace.first = false;
    return _URC_NO_REASON;
  }
  if (ip == 0 || trace.used == trace.frames.size()) return _URC_END_OF_STACK;
  trace.frames[trace.used++] = ip;
  return _URC_NO_REASON;
}

}  // namespace

[[gnu::noinline]] std::span<std::uintptr_t> sel4::backtrace(
    std::span<std::uintptr_t> frames) noexcept {
  Trace trace{.frames = frames, .used = 0, .first = true};
  _Unwind_Backtrace(visit, &trace);
  return frames.first(trace.used);
}
