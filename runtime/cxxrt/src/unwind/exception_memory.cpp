// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Memory for exceptions: from the heap if the program has one, else, and when the heap has nothing
// left, from a small reserve. In place of libstdc++'s, which takes 73 KB of the heap before main
// and so makes every program have one.

#include "reserve.hpp"

#include <sel4/base/panic.hpp>
#include <sel4/runtime/lock.hpp>
#include <sel4/static_heap.h>

#include <cstdint>
#include <cstring>
#include <cxxabi.h>
#include <exception>
#include <typeinfo>
#include <unwind.h>

// There if the program has a heap.
extern "C" [[gnu::weak]] const sel4_heap_functions sel4_heap_functions;

namespace {

using sel4::cxxrt::Reserve;

// What the Itanium C++ ABI and libstdc++ put before an exception object. Only the sizes matter.
struct Header {
  const std::type_info* type;
  void (*destructor)(void*);
  void (*unexpected)();
  void (*terminate)();
  Header* next;
  int handler_count;
  int handler_switch_value;
  const unsigned char* action_record;
  const unsigned char* language_data;
  std::uintptr_t catch_temporary;
  void* adjusted;
  _Unwind_Exception unwind;
};
struct CountedHeader {
  int references;
  Header header;
};
// Of an exception that refers to another one's object: std::rethrow_exception().
struct DependentHeader {
  void* primary;
  Header header;
};
static_assert(sizeof(Header) == 112 && sizeof(CountedHeader) == 128);

constinit sel4::runtime::Lock lock;
constinit Reserve reserve;

void* allocate(std::size_t bytes) noexcept {
  void* block = nullptr;
  if (&sel4_heap_functions != nullptr) block = sel4_heap_functions.allocate(bytes);
  if (block == nullptr) {
    const sel4::runtime::LockGuard guard(lock);
    block = reserve.allocate(bytes);
  }
  if (block == nullptr) sel4::panic("no memory for an exception");
  return block;
}

void release(void* block) noexcept {
  if (!reserve.has(block)) return sel4_heap_functions.release(block);
  const sel4::runtime::LockGuard guard(lock);
  reserve.release(block);
}

}  // namespace

namespace __cxxabiv1 {

extern "C" void* __cxa_allocate_exception(std::size_t object_size) noexcept {
  if (object_size > SIZE_MAX - sizeof(CountedHeader)) sel4::panic("no memory for an exception");
  void* const block = allocate(sizeof(CountedHeader) + object_size);
  std::memset(block, 0, sizeof(CountedHeader));
  return static_cast<CountedHeader*>(block) + 1;
}

extern "C" void __cxa_free_exception(void* object) noexcept {
  release(static_cast<CountedHeader*>(object) - 1);
}

extern "C" __cxa_dependent_exception* __cxa_allocate_dependent_exception() noexcept {
  void* const block = allocate(sizeof(DependentHeader));
  std::memset(block, 0, sizeof(DependentHeader));
  return static_cast<__cxa_dependent_exception*>(block);
}

extern "C" void __cxa_free_dependent_exception(__cxa_dependent_exception* block) noexcept {
  release(block);
}

}  // namespace __cxxabiv1

namespace __gnu_cxx {
/// libstdc++'s object has this too, and is not to be linked for its sake.
void __freeres();
void __freeres() {}
}  // namespace __gnu_cxx
