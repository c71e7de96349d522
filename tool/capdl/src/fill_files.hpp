// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/error.hpp>
#include <sel4/capdl/model.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace sel4::capdl {

/// The files that frames are filled from, each read once.
class FillFiles {
 public:
  explicit FillFiles(const std::vector<std::string>& folders) : folders_(folders) {}

  /// `size` bytes of a file in the first folder that has it. `where` is what messages call the
  /// fill.
  [[nodiscard]] Outcome<std::vector<std::byte>> read(const std::string& where,
                                                     const fill::File& file, std::uint64_t size);

 private:
  struct Opened {
    std::string path;
    std::vector<std::byte> bytes;
  };
  [[nodiscard]] Outcome<const Opened*> open(const std::string& where, const std::string& name);

  const std::vector<std::string>& folders_;
  std::map<std::string, Opened> opened_;
};

}  // namespace sel4::capdl
