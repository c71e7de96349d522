// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/error.hpp>
#include <sel4/capdl/make_image.hpp>
#include <sel4/capdl/model.hpp>
#include <sel4/capdl/validate.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Puts a specification into the initializer. Host only.
namespace sel4::capdl {

struct PackOptions {
  /// Where files of fills are looked for, in this order.
  std::vector<std::string> fill_dirs{};
  NameLevel names = NameLevel::tcbs;
  /// Whether frames of 4 KiB with contents may be part of the initializer's image instead of being
  /// filled from copies.
  bool embed_frames = true;
  /// Whether other contents are compressed.
  bool deflate = true;
  /// 0 (nothing) to 5.
  std::uint8_t verbosity = 3;
  /// If given, physical addresses are compared with it.
  std::optional<PlatformMemory> platform{};
};

struct Packed {
  /// The root task's ELF file.
  std::vector<std::byte> elf{};
  /// Capability slots that the initializer needs besides those that the kernel fills.
  std::uint64_t slots = 0;
  /// Of untyped memory for the objects, in bytes.
  std::uint64_t memory = 0;
};

/// Validates `spec` for the kernel that the initializer was built for (see validate.hpp) and gives
/// the initializer with the specification in it. `initializer_name` is what messages call the file.
[[nodiscard]] Outcome<Packed> pack(const std::string& initializer_name,
                                   std::span<const std::byte> initializer_elf, const Spec& spec,
                                   const PackOptions& options);

}  // namespace sel4::capdl
