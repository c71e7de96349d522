// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../thread/keys.hpp"
#include "heap_hook.hpp"

#include <sel4/base/panic.hpp>
#include <sel4/runtime/hooks.hpp>

#include <cstddef>

namespace {

struct Destructor {
  Destructor* below;
  void (*function)(void*);
  void* object;
};

constexpr std::size_t inline_count = 8;

struct Destructors {
  Destructor* last;
  std::size_t inline_used;
  Destructor in_line[inline_count];
};

#if SEL4_RUNTIME_TLS
constinit thread_local Destructors destructors = {};
#else
constinit Destructors destructors = {};
#endif

}  // namespace

extern "C" {

/// The compiler registers destructors of thread_local objects here. Eight fit without a heap;
/// further ones come from the heap.
int __cxa_thread_atexit(void (*function)(void*), void* object, void*) noexcept {
  Destructors& list = destructors;
  Destructor* entry = nullptr;
  if (list.inline_used < inline_count) {
    entry = &list.in_line[list.inline_used++];
  } else if (&sel4_heap_functions != nullptr) {
    entry = static_cast<Destructor*>(sel4_heap_functions.allocate(sizeof(Destructor)));
  }
  if (entry == nullptr) {
    sel4::panic("too many thread_local objects with destructors",
                "8 fit without a heap, and there is no heap memory for more");
  }
  *entry = {.below = list.last, .function = function, .object = object};
  list.last = entry;
  return 0;
}

/// What libstdc++'s own __cxa_thread_atexit would call. That one is not used: it comes with
/// exceptions and all that belongs to them.
int __cxa_thread_atexit_impl(void (*function)(void*), void* object, void* program) noexcept {
  return __cxa_thread_atexit(function, object, program);
}

// Overrides the weak one of the runtime in programs that have such objects, or pthread keys.
void __call_tls_dtors() noexcept {
  Destructors& list = destructors;
  while (list.last != nullptr) {
    Destructor* const entry = list.last;
    const Destructor copy = *entry;
    list.last = copy.below;
    const bool from_heap = entry < list.in_line || entry >= list.in_line + inline_count;
    if (from_heap) sel4_heap_functions.release(entry);
    copy.function(copy.object);
  }
  list.inline_used = 0;
  if (sel4_run_key_destructors != nullptr) sel4_run_key_destructors();
}
}
