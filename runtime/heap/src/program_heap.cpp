// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "program_heap.hpp"

#include <sel4/heap.hpp>
#include <sel4/runtime/lock.hpp>

namespace {

constinit sel4::runtime::Lock lock;
constinit sel4::Heap heap;
constinit bool ready = false;

/// The heap, which gets its memory at the first use: constructors may use it in any order.
sel4::Heap& ready_heap() noexcept {
  if (!ready) [[unlikely]] {
    const sel4_static_heap& memory = sel4_no_heap__add_SEL4_STATIC_HEAP_to_the_program;
    heap.add({static_cast<std::byte*>(memory.begin), memory.size});
    ready = true;
  }
  return heap;
}

}  // namespace

namespace sel4 {

void* detail::heap_allocate(std::size_t bytes, std::size_t alignment) noexcept {
  const runtime::LockGuard guard(lock);
  return ready_heap().allocate(bytes, alignment);
}

void* detail::heap_reallocate(void* block, std::size_t bytes) noexcept {
  const runtime::LockGuard guard(lock);
  return ready_heap().reallocate(block, bytes);
}

// A program without a heap links this: vtables refer to operator delete. There it is for nothing
// but null, and a heap without memory says so.
void detail::heap_free(void* block) noexcept {
  const runtime::LockGuard guard(lock);
  heap.free(block);
}

Heap::Statistics heap_statistics() noexcept {
  const runtime::LockGuard guard(lock);
  return ready_heap().statistics();
}

bool add_heap_memory(std::span<std::byte> memory) noexcept {
  const runtime::LockGuard guard(lock);
  return ready_heap().add(memory);
}

}  // namespace sel4
