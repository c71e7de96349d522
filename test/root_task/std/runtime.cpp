// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Constructors, thread_local, guards, exceptions, RTTI.

#include <sel4/backtrace.hpp>
#include <sel4/heap.hpp>
#include <sel4/test/test.hpp>

#include <array>
#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <stdexcept>
#include <string>
#include <typeinfo>
#include <vector>

namespace {

struct Global {
  Global() : text("made before main, longer than the small buffer") {}
  std::string text;
};
const Global global;

thread_local int plain_variable = 17;
struct PerThread {
  PerThread() : value(++made) {}
  ~PerThread() { --made; }
  int value;
  static inline int made = 0;
};
thread_local PerThread per_thread;
alignas(256) thread_local char aligned_variable[3] = {'a', 'b', 'c'};

struct Counted {
  explicit Counted(int& counter) : counter_(counter) { ++counter_; }
  ~Counted() { --counter_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  int& counter_;
};

struct AppError : std::runtime_error {
  AppError(const std::string& what, int error_code) : std::runtime_error(what), code(error_code) {}
  int code;
};

[[gnu::noinline]] int descend(int depth, int& alive) {
  const Counted counted(alive);
  if (depth == 0) throw AppError("deep", alive);
  return descend(depth - 1, alive) + 1;
}

struct Left {
  virtual ~Left() = default;
  int left = 1;
};
struct Right {
  virtual ~Right() = default;
  int right = 2;
};
struct Base {
  virtual ~Base() = default;
};
struct Both : Left, virtual Base, Right {};
struct Other : Left {};

int attempts = 0;
int made_at_third_attempt() {
  if (++attempts < 3) throw std::runtime_error("not yet");
  return attempts;
}

}  // namespace

SEL4_TEST(global_constructors) { SEL4_CHECK_EQ(global.text.size(), 46u); }

SEL4_TEST(thread_local_variables) {
  SEL4_CHECK_EQ(plain_variable, 17);
  plain_variable = 18;
  SEL4_CHECK_EQ(plain_variable, 18);
  SEL4_CHECK_EQ(per_thread.value, 1);
  SEL4_CHECK_EQ(PerThread::made, 1);
  SEL4_CHECK_EQ(reinterpret_cast<std::uintptr_t>(aligned_variable) % 256, 0u);
  SEL4_CHECK_EQ(aligned_variable[2], 'c');
}

SEL4_TEST(exceptions_across_eleven_frames) {
  int alive = 0;
  try {
    descend(10, alive);
    SEL4_CHECK(false);
  } catch (const AppError& error) {
    SEL4_CHECK_EQ(error.code, 11);
    SEL4_CHECK_EQ(std::string(error.what()), "deep");
  }
  SEL4_CHECK_EQ(alive, 0);
}

SEL4_TEST(rethrow_and_base_class_handlers) {
  int seen = 0;
  try {
    try {
      throw AppError("inner", 5);
    } catch (const std::exception&) {
      ++seen;
      throw;
    }
  } catch (const AppError& error) {
    seen += error.code;
  }
  SEL4_CHECK_EQ(seen, 6);
  try {
    throw 7;
  } catch (const std::exception&) {
    SEL4_CHECK(false);
  } catch (int value) {
    SEL4_CHECK_EQ(value, 7);
  }
}

SEL4_TEST(exceptions_from_the_library) {
  bool caught = false;
  try {
    static_cast<void>(std::vector<int>(3).at(5));
  } catch (const std::out_of_range& error) {
    caught = std::string(error.what()).find("5") != std::string::npos;
  }
  SEL4_CHECK(caught);
  caught = false;
  try {
    static_cast<void>(std::stoi("none"));
  } catch (const std::invalid_argument&) {
    caught = true;
  }
  SEL4_CHECK(caught);
  caught = false;
  try {
    std::string text;
    text.resize(text.max_size() + 1);
  } catch (const std::length_error&) {
    caught = true;
  }
  SEL4_CHECK(caught);
}

SEL4_TEST(out_of_memory) {
  // What operator new throws is in ../heap/exceptions.cpp.
  // Through a volatile: compilers may leave out an allocation that nobody looks into.
  void* volatile block = ::operator new(std::size_t{1} << 30, std::nothrow);
  SEL4_CHECK(block == nullptr);
  block = std::malloc(std::size_t{1} << 30);
  SEL4_CHECK(block == nullptr);
  static int handler_calls;
  handler_calls = 0;
  std::set_new_handler([] {
    if (++handler_calls == 3) std::set_new_handler(nullptr);
  });
  block = ::operator new(std::size_t{1} << 30, std::nothrow);
  SEL4_CHECK(block == nullptr);
  SEL4_CHECK_EQ(handler_calls, 3);
}

SEL4_TEST(exception_pointers) {
  std::exception_ptr kept;
  try {
    throw AppError("kept", 9);
  } catch (...) {
    kept = std::current_exception();
  }
  int code = 0;
  try {
    std::rethrow_exception(kept);
  } catch (const AppError& error) {
    code = error.code;
  }
  SEL4_CHECK_EQ(code, 9);
}

SEL4_TEST(exception_in_a_constructor) {
  struct Half {
    explicit Half(int& counter) : member(counter) { throw 1; }
    Counted member;
  };
  int alive = 0;
  try {
    const Half half(alive);
    SEL4_CHECK(false);
  } catch (int) {
  }
  SEL4_CHECK_EQ(alive, 0);
}

SEL4_TEST(ten_thousand_exceptions) {
  const auto before = sel4::heap_statistics().used;
  int alive = 0;
  int caught = 0;
  for (int i = 0; i < 10000; ++i) {
    try {
      descend(3, alive);
    } catch (const std::exception&) {
      ++caught;
    }
  }
  SEL4_CHECK_EQ(caught, 10000);
  SEL4_CHECK_EQ(sel4::heap_statistics().used, before);
}

SEL4_TEST(rtti_and_cross_casts) {
  const std::unique_ptr<Left> object = std::make_unique<Both>();
  const auto& what = *object;
  SEL4_CHECK(typeid(what) == typeid(Both));
  auto* const right = dynamic_cast<Right*>(object.get());
  SEL4_CHECK(right != nullptr && right->right == 2);
  SEL4_CHECK(dynamic_cast<Base*>(object.get()) != nullptr);
  SEL4_CHECK(dynamic_cast<Other*>(object.get()) == nullptr);
  bool caught = false;
  try {
    static_cast<void>(dynamic_cast<Other&>(*object));
  } catch (const std::bad_cast&) {
    caught = true;
  }
  SEL4_CHECK(caught);
}

SEL4_TEST(local_static_guards) {
  const auto get = [] {
    static const int value = made_at_third_attempt();
    return value;
  };
  int failed = 0;
  for (int i = 0; i < 2; ++i) {
    try {
      get();
    } catch (const std::runtime_error&) {
      ++failed;
    }
  }
  SEL4_CHECK_EQ(failed, 2);
  SEL4_CHECK_EQ(get(), 3);
  SEL4_CHECK_EQ(get(), 3);
  SEL4_CHECK_EQ(attempts, 3);
}

SEL4_TEST(heap_alignment_and_reuse) {
  for (std::size_t alignment = 16; alignment <= 65536; alignment *= 4) {
    void* const block = ::operator new(100, std::align_val_t{alignment});
    SEL4_CHECK_EQ(reinterpret_cast<std::uintptr_t>(block) % alignment, 0u);
    ::operator delete(block, std::align_val_t{alignment});
  }
  auto* const numbers = static_cast<int*>(std::calloc(100, sizeof(int)));
  SEL4_CHECK(numbers != nullptr && numbers[99] == 0);
  numbers[0] = 42;
  auto* const more = static_cast<int*>(std::realloc(numbers, 4000));
  SEL4_CHECK(more != nullptr && more[0] == 42);
  std::free(more);
}

namespace {
[[gnu::noinline]] std::size_t trace_from_below(std::array<std::uintptr_t, 32>& frames, int depth) {
  const std::size_t found =
      depth == 0 ? sel4::backtrace(frames).size() : trace_from_below(frames, depth - 1);
  __asm__ volatile("" : : : "memory");
  return found;
}
}  // namespace

SEL4_TEST(backtraces) {
  std::array<std::uintptr_t, 32> frames{};
  const std::size_t shallow = trace_from_below(frames, 0);
  const std::size_t deep = trace_from_below(frames, 5);
  SEL4_CHECK_EQ(deep, shallow + 5);
  sel4::print_backtrace();
}
