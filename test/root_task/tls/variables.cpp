// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "variables.hpp"

#include <sel4/test/test.hpp>

#include <algorithm>

namespace tls {

thread_local std::uint64_t plain = 0x1122'3344'5566'7788;
thread_local std::uint64_t zero;
thread_local unsigned char odd[3] = {1, 2, 3};
thread_local Aligned<16> aligned_16 = {16, {0xa1}};
thread_local Aligned<4096> aligned_4096 = {4096, {0xa2}};
thread_local Aligned<8192> aligned_8192 = {8192, {0xa3}};
thread_local Aligned<16> zero_16;
thread_local Aligned<4096> zero_4096;
thread_local Aligned<8192> zero_8192;

constinit int constructed = 0;
constinit int destroyed = 0;
constinit int destroyed_order = 0;

thread_local Object first(1);
thread_local Object second(2);

namespace {

// What the compiler knows of an alignment it must not be asked about.
template <class T>
std::uintptr_t address_of(const T& object) {
  auto address = reinterpret_cast<std::uintptr_t>(&object);
  __asm__ volatile("" : "+r"(address));
  return address;
}

template <std::size_t Alignment>
void check_aligned(Aligned<Alignment>& object, std::uint64_t value, unsigned char first_of_tail,
                   std::uint64_t mark) {
  SEL4_CHECK_EQ(address_of(object) % Alignment, 0u);
  SEL4_CHECK_EQ(object.value, value);
  SEL4_CHECK_EQ(object.tail[0], first_of_tail);
  SEL4_CHECK(std::all_of(object.tail + 1, object.tail + sizeof object.tail,
                         [](unsigned char c) { return c == 0; }));
  object.value = mark + Alignment;
  std::fill_n(object.tail, sizeof object.tail, static_cast<unsigned char>(mark));
}

template <std::size_t Alignment>
void check_kept(const Aligned<Alignment>& object, std::uint64_t mark) {
  SEL4_CHECK_EQ(object.value, mark + Alignment);
  SEL4_CHECK(std::all_of(object.tail, object.tail + sizeof object.tail,
                         [&](unsigned char c) { return c == static_cast<unsigned char>(mark); }));
}

}  // namespace

void check_fresh_and_mark(std::uint64_t mark) {
  SEL4_CHECK_EQ(plain, 0x1122'3344'5566'7788u);
  SEL4_CHECK_EQ(zero, 0u);
  SEL4_CHECK(odd[0] == 1 && odd[1] == 2 && odd[2] == 3);
  plain = mark;
  zero = mark + 1;
  odd[1] = static_cast<unsigned char>(mark);
  check_aligned(aligned_16, 16, 0xa1, mark);
  check_aligned(aligned_4096, 4096, 0xa2, mark);
  check_aligned(aligned_8192, 8192, 0xa3, mark);
  check_aligned(zero_16, 0, 0, mark + 1);
  check_aligned(zero_4096, 0, 0, mark + 1);
  check_aligned(zero_8192, 0, 0, mark + 1);
}

void check_marked(std::uint64_t mark) {
  SEL4_CHECK_EQ(plain, mark);
  SEL4_CHECK_EQ(zero, mark + 1);
  SEL4_CHECK(odd[0] == 1 && odd[1] == static_cast<unsigned char>(mark) && odd[2] == 3);
  check_kept(aligned_16, mark);
  check_kept(aligned_4096, mark);
  check_kept(aligned_8192, mark);
  check_kept(zero_16, mark + 1);
  check_kept(zero_4096, mark + 1);
  check_kept(zero_8192, mark + 1);
}

}  // namespace tls
