// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// Variables that the Microkit tool fills in: `setvar`, `setvar_vaddr`, `setvar_size`, `setvar_id`
// and their kin in the system description.

#pragma once

#include <sel4/sys/types.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace sel4::microkit {

/// A variable that the Microkit tool writes in the program file. Its value is there from the first
/// instruction on, also in constructors. Define it with SEL4_SETVAR.
template <class T>
  requires(std::is_trivially_copyable_v<T> && sizeof(T) == sizeof(Word))
class Variable {
 public:
  /// `value` is what holds if the system description says nothing.
  constexpr explicit Variable(T value) noexcept : value_(value) {}

  /// What the tool has written. Read from memory each time: the compiler knows only the first
  /// value, and must not take it for the last.
  [[nodiscard, gnu::always_inline]] T get() const noexcept {
    const volatile T& value = value_;
    return value;
  }

  /// The same, where a T is asked for.
  operator T() const noexcept { return get(); }  // NOLINT: implicit, as a variable is

 private:
  T value_;
};

/// A memory region as the tool has mapped it: where it is and how large. Define it with
/// SEL4_MEMORY_REGION.
template <class T>
  requires std::is_trivially_copyable_v<T>
class MemoryRegion {
 public:
  /// From the two variables that the tool fills in, which must outlive this.
  constexpr MemoryRegion(const Variable<Word>& address, const Variable<Word>& bytes) noexcept
      : address_(address), bytes_(bytes) {}

  /// Whether the system description maps it; if not, span() is empty.
  [[nodiscard]] bool is_mapped() const noexcept { return address_.get() != 0; }
  /// Where it begins.
  [[nodiscard]] Word address() const noexcept { return address_.get(); }
  /// How many bytes it has.
  [[nodiscard]] std::size_t size_bytes() const noexcept {
    return is_mapped() ? static_cast<std::size_t>(bytes_.get()) : 0;
  }

  /// All whole elements in it. Other domains that map the region may write to it at any time: read
  /// what they write once, into a variable of your own, before looking at it.
  [[nodiscard]] std::span<T> span() const noexcept {
    return {reinterpret_cast<T*>(address_.get()), size_bytes() / sizeof(T)};
  }

  /// The element at the region's start; null if it is not mapped or too small.
  [[nodiscard]] T* get() const noexcept { return span().empty() ? nullptr : span().data(); }

 private:
  const Variable<Word>& address_;
  const Variable<Word>& bytes_;
};

}  // namespace sel4::microkit

/// Defines the variable `name` of the word-sized type `type` (default: Word), which the system
/// description fills in: `<setvar symbol="name" region_paddr="..."/>`, or `setvar_id="name"` and
/// the like. Once per program, at namespace scope; read it with name.get().
///
///     SEL4_SETVAR(sel4::Word, buffer_paddr);
#define SEL4_SETVAR(type, name)                                                           \
  extern "C" ::sel4::microkit::Variable<type> name;                                       \
  [[gnu::used,                                                                            \
    gnu::section(".data.sel4_setvar")]] constinit ::sel4::microkit::Variable<type> name { \
    ::std::type_identity_t<type> {}                                                       \
  }

/// Defines the memory region `name`, elements of `type`, for
/// `<map mr="..." setvar_vaddr="name_vaddr" setvar_size="name_size"/>`: both are needed. Once per
/// program, at namespace scope.
///
///     SEL4_MEMORY_REGION(std::uint32_t, samples);   // samples.span()[0]
#define SEL4_MEMORY_REGION(type, name)     \
  SEL4_SETVAR(::sel4::Word, name##_vaddr); \
  SEL4_SETVAR(::sel4::Word, name##_size);  \
  inline constexpr ::sel4::microkit::MemoryRegion<type> name { name##_vaddr, name##_size }
