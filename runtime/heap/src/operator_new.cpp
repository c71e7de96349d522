// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// operator new and delete over malloc() and free(), whoever defines these. Weak, so that a program
// may define some or all of its own; in one object, so that none of the library's come in beside
// them.

#include "program_heap.hpp"

#include <sel4/heap.hpp>

#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t usual = sel4::Heap::alignment;

void* try_new(std::size_t bytes, std::size_t alignment) {
  for (;;) {
    void* const block =
        alignment <= usual ? std::malloc(bytes) : std::aligned_alloc(alignment, bytes);
    if (block != nullptr) return block;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) return nullptr;
    handler();
  }
}

void* must_new(std::size_t bytes, std::size_t alignment) {
  void* const block = try_new(bytes, alignment);
  if (block == nullptr) {
#ifdef __cpp_exceptions
    throw std::bad_alloc();
#else
    sel4::detail::out_of_heap_memory(bytes);
#endif
  }
  return block;
}

/// A new handler may throw; the forms that return null then return null.
void* may_new(std::size_t bytes, std::size_t alignment) noexcept {
#ifdef __cpp_exceptions
  try {
    return try_new(bytes, alignment);
  } catch (...) {
    return nullptr;
  }
#else
  return try_new(bytes, alignment);
#endif
}

constexpr std::size_t of(std::align_val_t alignment) { return static_cast<std::size_t>(alignment); }

}  // namespace

#define SEL4_WEAK [[gnu::weak]]

SEL4_WEAK void* operator new(std::size_t n) { return must_new(n, usual); }
SEL4_WEAK void* operator new[](std::size_t n) { return must_new(n, usual); }
SEL4_WEAK void* operator new(std::size_t n, std::align_val_t a) { return must_new(n, of(a)); }
SEL4_WEAK void* operator new[](std::size_t n, std::align_val_t a) { return must_new(n, of(a)); }
SEL4_WEAK void* operator new(std::size_t n, const std::nothrow_t&) noexcept {
  return may_new(n, usual);
}
SEL4_WEAK void* operator new[](std::size_t n, const std::nothrow_t&) noexcept {
  return may_new(n, usual);
}
SEL4_WEAK void* operator new(std::size_t n, std::align_val_t a, const std::nothrow_t&) noexcept {
  return may_new(n, of(a));
}
SEL4_WEAK void* operator new[](std::size_t n, std::align_val_t a, const std::nothrow_t&) noexcept {
  return may_new(n, of(a));
}

SEL4_WEAK void operator delete(void* p) noexcept { std::free(p); }
SEL4_WEAK void operator delete[](void* p) noexcept { std::free(p); }
SEL4_WEAK void operator delete(void* p, std::size_t) noexcept { std::free(p); }
SEL4_WEAK void operator delete[](void* p, std::size_t) noexcept { std::free(p); }
SEL4_WEAK void operator delete(void* p, std::align_val_t) noexcept { std::free(p); }
SEL4_WEAK void operator delete[](void* p, std::align_val_t) noexcept { std::free(p); }
SEL4_WEAK void operator delete(void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
SEL4_WEAK void operator delete[](void* p, std::size_t, std::align_val_t) noexcept { std::free(p); }
SEL4_WEAK void operator delete(void* p, const std::nothrow_t&) noexcept { std::free(p); }
SEL4_WEAK void operator delete[](void* p, const std::nothrow_t&) noexcept { std::free(p); }
SEL4_WEAK void operator delete(void* p, std::align_val_t, const std::nothrow_t&) noexcept {
  std::free(p);
}
SEL4_WEAK void operator delete[](void* p, std::align_val_t, const std::nothrow_t&) noexcept {
  std::free(p);
}
