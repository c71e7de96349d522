// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/error.hpp>
#include <sel4/capdl/make_image.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sel4::capdl {

/// The initializer's ELF file with an image and its embedded frames as further segments, the
/// program header table moved behind them, and its variable sel4_capdl_location filled in.
///
/// File offsets of what is added are addresses minus the program's first: so the program finds its
/// headers by e_phoff as before.
[[nodiscard]] Outcome<std::vector<std::byte>> add_image(const std::string& name,
                                                        std::span<const std::byte> elf,
                                                        const MadeImage& made,
                                                        std::uint64_t user_top);

/// The image that a packed ELF file, or a file that is nothing but an image, has in it.
[[nodiscard]] Outcome<std::vector<std::byte>> extract_image(const std::string& name,
                                                            std::span<const std::byte> file);

}  // namespace sel4::capdl
