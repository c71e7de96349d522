// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstddef>
#include <cstdint>

/// Symbols of the linker script.
extern "C" {
/// First byte of the image, its entry point.
extern const std::byte _start[];
/// The page boundary after the image, where the image tool puts the payload.
extern const std::byte loader_payload[];
}

namespace sel4::loader {

[[nodiscard]] inline std::uint64_t address_of(const void* pointer) {
  return reinterpret_cast<std::uintptr_t>(pointer);
}

}  // namespace sel4::loader
