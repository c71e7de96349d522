// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/format.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace sel4::payload {

/// Fletcher's checksum over little-endian 64-bit words, the last one filled up with zeros.
///
/// It finds every change within one word and exchanged or shifted words, at two additions a word:
/// the loader's instruction budget has no room for a CRC over the kernel. It is no defence against
/// an attacker. On aarch64 the loader computes the same in assembly.
[[nodiscard]] inline Checksum checksum(std::span<const std::byte> bytes) {
  Checksum sum{0, 0};
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t size = bytes.size() < sizeof(word) ? bytes.size() : sizeof(word);
    std::memcpy(&word, bytes.data(), size);
    sum.plain += word;
    sum.weighted += sum.plain;
    bytes = bytes.subspan(size);
  }
  return sum;
}

}  // namespace sel4::payload
