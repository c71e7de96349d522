// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/abort.hpp>
#include <sel4/runtime/lifecycle.hpp>
#include <sel4/runtime/stack.hpp>
#include <sel4/runtime/tls_image.hpp>

#include <cstddef>
#include <cstdint>

namespace sel4::runtime {
namespace {

// What must be left of the stack for the program to be able to say anything.
constexpr std::size_t least_stack = 1024;

}  // namespace

// The canary that -fstack-protector checks is in the storage that this function sets up.
[[gnu::no_stack_protector]] void start_main_thread(MainThread run, const void* argument) {
  const TlsSegment segment = program_tls_segment();
  const auto [error, layout] = plan_tls(segment, arch::tls_abi);
  if (error != TlsError::none) abort("the image's TLS segment makes no sense");
  const std::size_t size = layout.size + layout.alignment - stack_alignment;
  const auto here = reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0));
  const auto bottom = reinterpret_cast<std::uintptr_t>(sel4_initial_stack.bottom);
  if (size > here - bottom || here - bottom - size < least_stack) {
    abort("thread-local storage does not fit in the stack");
  }
  auto* const storage = static_cast<std::byte*>(__builtin_alloca(size));
  const std::size_t skipped =
      (0 - reinterpret_cast<std::uintptr_t>(storage)) & (layout.alignment - 1);
  arch::set_thread_pointer(fill_tls_block(segment, layout, storage + skipped));
  run(argument);
  __builtin_unreachable();
}

}  // namespace sel4::runtime
