// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// C's allocation functions. One object: who replaces one replaces all.

#include "program_heap.hpp"

#include <sel4/heap.hpp>

#include <bit>
#include <cerrno>
#include <cstddef>

namespace {
void* or_enomem(void* block) noexcept {
  if (block == nullptr) errno = ENOMEM;
  return block;
}
}  // namespace

extern "C" {
void* memset(void* to, int value, std::size_t count) noexcept;

void* malloc(std::size_t bytes) noexcept {
  return or_enomem(sel4::detail::heap_allocate(bytes, sel4::Heap::alignment));
}

void free(void* block) noexcept { sel4::detail::heap_free(block); }

void* calloc(std::size_t count, std::size_t size) noexcept {
  std::size_t bytes = 0;
  if (__builtin_mul_overflow(count, size, &bytes)) return or_enomem(nullptr);
  void* const block = malloc(bytes);
  return block == nullptr ? nullptr : memset(block, 0, bytes);
}

/// As in glibc, 0 bytes give the block back.
void* realloc(void* block, std::size_t bytes) noexcept {
  if (bytes == 0 && block != nullptr) {
    sel4::detail::heap_free(block);
    return nullptr;
  }
  return or_enomem(sel4::detail::heap_reallocate(block, bytes));
}

void* aligned_alloc(std::size_t alignment, std::size_t bytes) noexcept {
  if (!std::has_single_bit(alignment)) {
    errno = EINVAL;
    return nullptr;
  }
  return or_enomem(sel4::detail::heap_allocate(bytes, alignment));
}

void* memalign(std::size_t alignment, std::size_t bytes) noexcept {
  return aligned_alloc(alignment, bytes);
}

int posix_memalign(void** block, std::size_t alignment, std::size_t bytes) noexcept {
  if (!std::has_single_bit(alignment) || alignment % sizeof(void*) != 0) return EINVAL;
  void* const found = sel4::detail::heap_allocate(bytes, alignment);
  if (found == nullptr) return ENOMEM;
  *block = found;
  return 0;
}
}
