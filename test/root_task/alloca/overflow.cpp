// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A stack that is used up: the access that goes over its end faults in the guard page, however
// large the frame is that does it.

#include "opaque.hpp"

#include <sel4/image_frames.hpp>
#include <sel4/test_support/thread.hpp>

#include <cstddef>
#include <cstring>

namespace {

using namespace sel4;
using namespace sel4::test;

constexpr std::size_t stack_size = std::size_t{16} * 1024;

/// What lies below the guard page: a frame that jumps over it would write here.
struct Guarded {
  std::byte below[std::size_t{2} * 1024 * 1024];
  ThreadStack<stack_size> stack;
};
constinit Guarded memory{};

[[gnu::noinline]] Word without_end(Word depth) {
  Word room[8];
  std::memset(room, static_cast<int>(depth), sizeof room);
  const Word deeper = opaque(depth) == ~Word{0} ? 0 : without_end(depth + 1);
  return deeper + opaque(&room[0])[depth % 8];
}

[[gnu::noinline]] void large_alloca() {
  auto* const bytes =
      opaque(static_cast<std::byte*>(__builtin_alloca(opaque(std::size_t{1024} * 1024))));
  bytes[0] = std::byte{1};
}

[[gnu::noinline]] void large_frame() {
  std::byte bytes[std::size_t{1024} * 1024];
  opaque(&bytes[0])[0] = std::byte{1};
}

/// Runs `body` on the guarded stack, and gives the address where it faults.
template <class F>
std::optional<Word> address_of_fault(F body) {
  static const bool has_guard = unmap_guard(boot_info().raw(), memory.stack).has_value();
  SEL4_CHECK(has_guard);
  const Endpoint faults = make<Endpoint>();
  const ReplyAuthority reply = make_reply();
  // A body that comes back says so, instead of leaving the test to wait for a fault.
  auto run = [&] {
    body();
    faults.send(MessageInfo{});
  };
  TestThread thread;
  const auto prepared = thread.prepare({.fault_handler = faults});
  SEL4_CHECK_OK(prepared);
  const auto registers = prepare_thread({.run = ThreadFunction::of(run),
                                         .stack = memory.stack.room,
                                         .ipc_buffer = &thread.ipc_buffer(),
                                         .tcb = thread.tcb().cptr()})
                             .or_panic("the test's stack is too small");
  SEL4_CHECK_OK(start_thread(thread.tcb().cptr(), registers));
  const std::optional<Fault> fault = decode_fault(faults.recv(reply));
  if (!fault || !std::holds_alternative<VmFault>(*fault)) return std::nullopt;
  return std::get<VmFault>(*fault).addr();
}

void check_in_guard(std::optional<Word> address) {
  SEL4_REQUIRE(address.has_value());
  const Vaddr guard = vaddr_of(memory.stack.guard);
  SEL4_CHECK(*address >= guard.value());
  SEL4_CHECK(*address < guard.value() + sizeof memory.stack.guard);
}

void check_nothing_written_below() {
  for (const std::byte& byte : memory.below) {
    if (byte != std::byte{0}) {
      SEL4_FAIL("memory below the guard page was written");
      return;
    }
  }
}

SEL4_TEST(recursion_without_end_hits_the_guard) {
  check_in_guard(address_of_fault([] { static_cast<void>(without_end(0)); }));
  check_nothing_written_below();
}

// What the compilers can do: cmake/toolchain/detail/variant_flags.cmake.
#ifdef __clang__
constexpr bool is_clang = true;
#else
constexpr bool is_clang = false;
#endif
constexpr bool allocas_are_probed = !(config::arch_riscv && is_clang);
constexpr bool frames_are_probed = !config::arch_riscv;

SEL4_TEST(a_large_alloca_hits_the_guard) {
  if constexpr (!allocas_are_probed) SEL4_SKIP("the compiler does not probe the stack here");
  check_in_guard(address_of_fault([] { large_alloca(); }));
  check_nothing_written_below();
}

SEL4_TEST(a_large_frame_hits_the_guard) {
  if constexpr (!frames_are_probed) SEL4_SKIP("the compiler does not probe the stack here");
  check_in_guard(address_of_fault([] { large_frame(); }));
  check_nothing_written_below();
}

}  // namespace
