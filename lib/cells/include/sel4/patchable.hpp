// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <type_traits>

namespace sel4 {

/// A constant whose value tools may replace in the linked image (by the address of its symbol), and
/// which the compiler therefore must not compute with. Declare it with external linkage:
///
///     extern "C" const sel4::Patchable<sel4::Word> region_address;
///     constinit const sel4::Patchable<sel4::Word> region_address{0};
///
/// `const` puts it into .rodata, even if it is zero, so that there are bytes in the file to
/// replace. It has the size and layout of `T`. get() costs a load.
template <class T>
  requires(std::is_trivially_copyable_v<T>)
class Patchable {
 public:
  /// `value` is what holds as long as the image has not been patched.
  constexpr explicit Patchable(const T& value) noexcept : value_(value) {}

  /// The value that the image holds now, never one that the compiler has foreseen.
  [[nodiscard]] T get() const noexcept {
    const T* value = &value_;
    // After this the compiler no longer knows that the pointer leads to a constant.
    __asm__("" : "+r"(value) : : "memory");
    return *value;
  }

 private:
  T value_;
};

}  // namespace sel4
