// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/abort.hpp>
#include <sel4/runtime/hooks.hpp>

#include <atomic>
#include <cstddef>
#include <cstdlib>

namespace {

struct Handler {
  void (*function)(void* argument);
  void* argument;
  Handler* next;
};

// The C standard asks for 32; further ones come from the heap, in programs that have one.
constexpr std::size_t static_handlers = 32;
constinit Handler first_handlers[static_handlers]{};
constinit std::atomic<std::size_t> handlers_taken = 0;
constinit std::atomic<Handler*> last_handler = nullptr;

}  // namespace

extern "C" {

/// The heap's functions, if the program has a heap: SEL4_STATIC_HEAP (sel4/static_heap.h) defines
/// them. A reference to malloc(), even a weak one, would ask the program for a heap.
struct sel4_heap_functions {
  void* (*allocate)(std::size_t bytes);
  void (*release)(void* block);
};
[[gnu::weak]] extern const sel4_heap_functions sel4_heap_functions;

[[gnu::visibility("hidden")]] void* __dso_handle = nullptr;

int __cxa_atexit(void (*function)(void*), void* argument, void*) noexcept {
  const std::size_t index = handlers_taken.fetch_add(1, std::memory_order_relaxed);
  Handler* handler = nullptr;
  if (index < static_handlers) {
    handler = &first_handlers[index];
  } else if (&sel4_heap_functions != nullptr) {
    handler = static_cast<Handler*>(sel4_heap_functions.allocate(sizeof(Handler)));
  }
  // Compilers ignore the answer of this function, so a destructor would silently not run.
  if (handler == nullptr) sel4::abort("no room for more than 32 exit handlers without a heap");
  handler->function = function;
  handler->argument = argument;
  handler->next = last_handler.load(std::memory_order_relaxed);
  while (!last_handler.compare_exchange_weak(handler->next, handler, std::memory_order_release,
                                             std::memory_order_relaxed)) {
  }
  return 0;
}

int atexit(void (*function)()) noexcept {
  return __cxa_atexit([](void* f) { reinterpret_cast<void (*)()>(f)(); },
                      reinterpret_cast<void*>(function), nullptr);
}

void sel4_runtime_run_exit_handlers() noexcept {
  // One at a time: a handler may add handlers, and those run next.
  Handler* handler = last_handler.load(std::memory_order_acquire);
  while (handler != nullptr) {
    if (last_handler.compare_exchange_weak(handler, handler->next, std::memory_order_acquire)) {
      handler->function(handler->argument);
      handler = last_handler.load(std::memory_order_acquire);
    }
  }
}
}
