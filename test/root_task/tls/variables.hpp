// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Thread-local variables of all kinds: with and without initial values, aligned up to 8 KiB, with
// constructors and destructors.

#pragma once

#include <cstddef>
#include <cstdint>

namespace tls {

/// A value with an alignment, and bytes after it that make sizes awkward.
template <std::size_t Alignment>
struct alignas(Alignment) Aligned {
  std::uint64_t value;
  unsigned char tail[24];
};

extern thread_local std::uint64_t plain;
extern thread_local std::uint64_t zero;
extern thread_local unsigned char odd[3];
extern thread_local Aligned<16> aligned_16;
extern thread_local Aligned<4096> aligned_4096;
extern thread_local Aligned<8192> aligned_8192;
extern thread_local Aligned<16> zero_16;
extern thread_local Aligned<4096> zero_4096;
extern thread_local Aligned<8192> zero_8192;

/// What thread-local objects with constructors have done, over all threads.
extern int constructed;
extern int destroyed;
/// The values they had when they were destroyed, the latest as the lowest decimal digit.
extern int destroyed_order;

class Object {
 public:
  explicit Object(int value) noexcept : value_(value) { ++constructed; }
  ~Object() {
    ++destroyed;
    destroyed_order = destroyed_order * 10 + value_;
  }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  [[nodiscard]] int value() const noexcept { return value_; }
  void set(int value) noexcept { value_ = value; }

 private:
  int value_;
};

extern thread_local Object first;
extern thread_local Object second;

/// Checks that all variables of the calling thread have their initial values and alignments, then
/// gives them others, made from `mark`.
void check_fresh_and_mark(std::uint64_t mark);
/// Checks that they still have those.
void check_marked(std::uint64_t mark);

}  // namespace tls
