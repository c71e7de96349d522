// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/fdt/tree.hpp>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>

namespace sel4::fdt::detail {

inline constexpr std::uint32_t magic = 0xd00dfeed;
inline constexpr std::uint32_t begin_node = 1;
inline constexpr std::uint32_t end_node = 2;
inline constexpr std::uint32_t property = 3;
inline constexpr std::uint32_t nop = 4;
inline constexpr std::uint32_t end = 9;

inline std::uint32_t big_endian(std::span<const std::byte> bytes, std::uint64_t offset) {
  std::uint32_t value = 0;
  for (std::uint64_t i = 0; i < 4; ++i) {
    value = (value << 8) | std::to_integer<std::uint32_t>(bytes[offset + i]);
  }
  return value;
}

inline std::uint64_t big_endian_64(std::span<const std::byte> bytes, std::uint64_t offset) {
  return (std::uint64_t{big_endian(bytes, offset)} << 32) | big_endian(bytes, offset + 4);
}

inline std::unexpected<Error> fail(Problem problem, std::uint64_t offset = 0) {
  return std::unexpected(Error{problem, offset});
}

inline constexpr std::uint64_t align4(std::uint64_t offset) { return (offset + 3) / 4 * 4; }

}  // namespace sel4::fdt::detail
