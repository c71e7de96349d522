// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// What the Microkit tool tells the monitor about the system: it writes to these symbols.

#pragma once

#include <sel4/sys/types.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sel4::monitor {

inline constexpr std::size_t most_domains = 64;
inline constexpr std::size_t most_regions = 512;

/// A name that ends with a NUL unless it fills its room.
template <std::size_t Room>
struct Name {
  char text[Room];

  /// Without the NULs.
  [[nodiscard]] std::string_view view() const noexcept {
    std::size_t length = 0;
    while (length < Room && text[length] != '\0') ++length;
    return {text, length};
  }
};

/// Something that a domain has mapped: a segment of its program, its stack, a memory region.
struct Region {
  std::uint64_t start;
  std::uint64_t size;
  /// The domain's index.
  std::uint32_t pd;
  /// readable, writable, executable.
  std::uint32_t rights;
  Name<48> name;

  static constexpr std::uint32_t readable = 1;
  static constexpr std::uint32_t writable = 2;
  static constexpr std::uint32_t executable = 4;
};
static_assert(sizeof(Region) == 72, "as the tool writes it");

}  // namespace sel4::monitor

extern "C" {
// With these names for the official tool, too. Domains and virtual machines by their indices.
extern sel4::Word pd_names_len;
extern sel4::monitor::Name<64> pd_names[sel4::monitor::most_domains];
extern sel4::Word vm_names_len;
extern sel4::monitor::Name<64> vm_names[sel4::monitor::most_domains];
/// The lowest address of each domain's stack; the page below it is a guard.
extern sel4::Word pd_stack_bottom_addrs[sel4::monitor::most_domains];
// Only for tools that know them; with others, none.
extern sel4::Word monitor_regions_len;
extern sel4::monitor::Region monitor_regions[sel4::monitor::most_regions];
}
