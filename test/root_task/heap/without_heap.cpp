// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Exceptions in a program that has no heap: this one defines none, and links.

#include <sel4/test/root_task.hpp>

#include <exception>
#include <new>

namespace {

struct Large {
  char bytes[2000];
};

struct Counted {
  explicit Counted(int value) : value_(value) { ++alive; }
  Counted(const Counted& other) : value_(other.value_) { ++alive; }
  ~Counted() { --alive; }
  int value_;
  static inline int alive = 0;
};

SEL4_TEST(thrown_and_caught) {
  for (int i = 0; i < 1000; ++i) {
    int caught = 0;
    try {
      throw Counted(i);
    } catch (const Counted& exception) {
      caught = exception.value_;
    }
    SEL4_REQUIRE_EQ(caught, i);
  }
  SEL4_CHECK_EQ(Counted::alive, 0);
}

SEL4_TEST(one_while_another_is_handled) {
  int seen = 0;
  try {
    throw Counted(1);
  } catch (const Counted&) {
    try {
      throw std::bad_alloc();
    } catch (const std::bad_alloc&) {
      ++seen;
    }
    try {
      throw;
    } catch (const Counted& exception) {
      seen += exception.value_;
    }
  }
  SEL4_CHECK_EQ(seen, 2);
  SEL4_CHECK_EQ(Counted::alive, 0);
}

SEL4_TEST(kept_and_thrown_again) {
  std::exception_ptr kept;
  try {
    throw Counted(7);
  } catch (...) {
    kept = std::current_exception();
  }
  for (int i = 0; i < 100; ++i) {
    int caught = 0;
    try {
      std::rethrow_exception(kept);
    } catch (const Counted& exception) {
      caught = exception.value_;
    }
    SEL4_REQUIRE_EQ(caught, 7);
  }
  kept = nullptr;
  SEL4_CHECK_EQ(Counted::alive, 0);
}

SEL4_TEST(a_large_one) {
  Large large{};
  large.bytes[1999] = 'x';
  char caught = 0;
  try {
    throw large;
  } catch (const Large& exception) {
    caught = exception.bytes[1999];
  }
  SEL4_CHECK_EQ(caught, 'x');
}

SEL4_TEST_EXPECT_PANIC(more_than_there_is_memory_for) {
  Large first{};
  try {
    throw first;
  } catch (const Large&) {
    // While the first one lives there is no place for a second.
    throw Large{};
  }
}

}  // namespace

SEL4_TEST_MAIN()
