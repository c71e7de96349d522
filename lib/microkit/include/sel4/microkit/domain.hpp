// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What the Microkit tool tells a domain about itself: it writes to these symbols of the program.

#pragma once

#include <sel4/microkit/slots.hpp>

#include <cstddef>
#include <string_view>

namespace sel4::microkit {

namespace detail {

extern "C" {
// Names of their own, because C's microkit.h declares the same symbols with other types. Volatile,
// because the compiler must not know their first values.
extern volatile char patched_name[max_name_length] __asm__("microkit_name");
extern volatile bool patched_passive __asm__("microkit_passive");
extern volatile Word patched_irqs __asm__("microkit_irqs");
extern volatile Word patched_notifications __asm__("microkit_notifications");
extern volatile Word patched_pps __asm__("microkit_pps");
extern volatile Word patched_io_ports __asm__("microkit_ioports");
}

/// Ends the program: it has used `what` number `number`, which the system description does not give
/// it.
[[noreturn]] void refuse(std::string_view what, Word number) noexcept;

/// Whether bit `number` is set in one of the tool's words.
[[nodiscard, gnu::always_inline]] inline bool is_given(const volatile Word& given,
                                                       unsigned number) noexcept {
  return ((given >> number) & 1) != 0;
}

}  // namespace detail

/// The domain's name in the system description, as far as it fits in max_name_length bytes.
[[nodiscard]] inline std::string_view name() noexcept {
  const char* const text = const_cast<const char*>(detail::patched_name);
  std::size_t length = 0;
  while (length < max_name_length && detail::patched_name[length] != '\0') ++length;
  return {text, length};
}

/// Whether the domain is passive: after init() it runs only on the time of those that call or
/// notify it.
[[nodiscard]] inline bool is_passive() noexcept { return detail::patched_passive; }

}  // namespace sel4::microkit
