// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// riscv64 has no compare-and-exchange of a byte before Zabha; GCC 12 calls libatomic for it. This
// is that function, and its neighbours, over the aligned word that holds the bytes.

#include <cstdint>

namespace {

template <class T>
bool compare_exchange_in_word(volatile void* object, void* expected, T desired) noexcept {
  const auto address = reinterpret_cast<std::uintptr_t>(object);
  const auto shift = static_cast<unsigned>((address & 3) * 8);
  auto* const word = reinterpret_cast<volatile std::uint32_t*>(address & ~std::uintptr_t{3});
  const std::uint32_t mask = static_cast<std::uint32_t>(static_cast<T>(~T{0})) << shift;
  auto& wanted = *static_cast<T*>(expected);
  std::uint32_t seen = __atomic_load_n(word, __ATOMIC_SEQ_CST);
  for (;;) {
    const auto value = static_cast<T>((seen & mask) >> shift);
    if (value != wanted) {
      wanted = value;
      return false;
    }
    const std::uint32_t next = (seen & ~mask) | (static_cast<std::uint32_t>(desired) << shift);
    if (__atomic_compare_exchange_n(word, &seen, next, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) {
      return true;
    }
  }
}

template <class T>
T exchange_in_word(volatile void* object, T desired) noexcept {
  T seen = *static_cast<volatile T*>(object);
  while (!compare_exchange_in_word<T>(object, &seen, desired)) {
  }
  return seen;
}

}  // namespace

// The compilers hold these names for built-in functions with C++ signatures of their own.
namespace sel4::libc {

bool compare_exchange_1(volatile void* object, void* expected, std::uint8_t desired, int,
                        int) __asm__("__atomic_compare_exchange_1");
bool compare_exchange_2(volatile void* object, void* expected, std::uint16_t desired, int,
                        int) __asm__("__atomic_compare_exchange_2");
std::uint8_t exchange_1(volatile void* object, std::uint8_t desired,
                        int) __asm__("__atomic_exchange_1");
std::uint16_t exchange_2(volatile void* object, std::uint16_t desired,
                         int) __asm__("__atomic_exchange_2");

bool compare_exchange_1(volatile void* object, void* expected, std::uint8_t desired, int, int) {
  return compare_exchange_in_word(object, expected, desired);
}
bool compare_exchange_2(volatile void* object, void* expected, std::uint16_t desired, int, int) {
  return compare_exchange_in_word(object, expected, desired);
}
std::uint8_t exchange_1(volatile void* object, std::uint8_t desired, int) {
  return exchange_in_word(object, desired);
}
std::uint16_t exchange_2(volatile void* object, std::uint16_t desired, int) {
  return exchange_in_word(object, desired);
}

}  // namespace sel4::libc
