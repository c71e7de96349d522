// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/image/output.hpp>
#include <sel4/mk/command.hpp>
#include <sel4/mk/output.hpp>

#include <optional>
#include <string>
#include <vector>

namespace sel4::mk {

/// The largest description that is read at all, in bytes.
inline constexpr std::size_t xml_limit = std::size_t{1} << 26;

/// Makes a specification into something that boots.
class ImageBuilder {
 public:
  /// Reads kernel, loader, initializer and device tree.
  [[nodiscard]] static std::optional<ImageBuilder> open(const Options& options, const Board& board,
                                                        const Target& target,
                                                        Diagnostics& diagnostics);

  /// Packs `spec` and finds places for everything; can be called again.
  [[nodiscard]] bool make(const capdl::Spec& spec, Diagnostics& diagnostics);
  /// What the kernel will do with the last made image.
  [[nodiscard]] std::optional<BootState> boot(Diagnostics& diagnostics) const;
  /// Physical memory that is taken while the initial task runs.
  [[nodiscard]] std::vector<PhysicalUse> in_use() const;
  void write(const std::string& path, Diagnostics& diagnostics);

  [[nodiscard]] std::uint64_t spec_size() const { return spec_size_; }
  [[nodiscard]] std::uint64_t task_size() const { return task_size_; }
  [[nodiscard]] std::uint64_t file_size() const { return file_size_; }

 private:
  ImageBuilder() = default;

  const Board* board_ = nullptr;
  const Target* target_ = nullptr;
  ImageType type_ = ImageType::binary;
  image::KernelConfig config_;
  image::PlatformInfo platform_;
  image::Bytes kernel_;
  image::Bytes loader_;
  image::Bytes initializer_;
  image::Bytes dtb_;
  image::Bytes task_;
  std::optional<image::Placement> placement_;
  std::uint64_t payload_size_ = 0;
  image::Bytes made_;
  std::uint64_t spec_size_ = 0;
  std::uint64_t task_size_ = 0;
  std::uint64_t file_size_ = 0;
};

}  // namespace sel4::mk
