// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/image/placement.hpp>

#include <cstdint>
#include <string>

namespace sel4::image {

enum class ImageType : std::uint8_t { elf, binary, uimage };

/// A finished image.
struct Image {
  Bytes bytes;
  std::uint64_t payload_size;
};

/// Makes an image of a placement: checks that everything fits, and the payload as the loader will.
///
/// The result depends on the inputs only. An ELF image has everything that does not come before the
/// loader in the way of its boot protocol at its final address (see LoaderSettings::in_place).
[[nodiscard]] Outcome<Image> make_image(const Placement& placement, ImageType type);

/// What lies where, for people or as JSON.
[[nodiscard]] std::string memory_map_text(const Placement& placement, std::uint64_t payload_size);
[[nodiscard]] std::string memory_map_json(const Placement& placement, std::uint64_t payload_size);

}  // namespace sel4::image
