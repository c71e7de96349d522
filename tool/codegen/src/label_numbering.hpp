// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"

#include <map>
#include <string>
#include <vector>

namespace sel4::codegen {

/// Numbers the labels of enabled methods in the order in which they come, from 1: label 0 is the
/// kernel's InvalidInvocation.
class LabelNumbering {
 public:
  /// Methods of different interfaces may share an id, and then a label, if they have the same
  /// condition. Throws InputError if they have not, or if two ids have the same C++ name.
  void add(const Method& method);

  [[nodiscard]] std::vector<Label> take() { return std::move(labels_); }

 private:
  struct Known {
    std::string id;
    std::string condition;
    Place place;
  };

  std::map<std::string, Known> known_;
  std::vector<Label> labels_;
};

}  // namespace sel4::codegen
