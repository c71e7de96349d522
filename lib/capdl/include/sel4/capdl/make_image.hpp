// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/error.hpp>
#include <sel4/capdl/model.hpp>
#include <sel4/capdl/target_info.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

/// Turns a specification into the binary form. Host only.
namespace sel4::capdl {

/// Whose names the initializer knows, for its messages and for the kernel's names of threads.
enum class NameLevel : std::uint8_t { none, tcbs, all };

/// Where the contents of frames come from.
struct FillSource {
  /// The `size` bytes that a file has at the given offset; the first argument is what messages call
  /// the fill.
  std::function<Outcome<std::vector<std::byte>>(const std::string& where, const fill::File& file,
                                                std::uint64_t size)>
      read{};
  /// A raw deflate stream of the bytes; null: nothing is compressed.
  std::function<std::vector<std::byte>(std::span<const std::byte>)> compress{};
};

struct ImageOptions {
  NameLevel names = NameLevel::tcbs;
  /// Whether frames of 4 KiB with contents become part of the initializer.
  bool embed_frames = true;
  std::uint8_t verbosity = 3;
};

struct MadeImage {
  /// As image.hpp describes.
  std::vector<std::byte> image{};
  /// The embedded frames, one behind the other.
  std::vector<std::byte> frames{};
  /// That the initializer needs.
  std::uint32_t slots = 0;
};

/// Makes the image of a specification that validate() has accepted for the same target.
[[nodiscard]] Outcome<MadeImage> make_image(const Spec& spec, const TargetInfo& target,
                                            const FillSource& source, const ImageOptions& options);

}  // namespace sel4::capdl
