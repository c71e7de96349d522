// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "label_numbering.hpp"

#include <fmt/format.h>

namespace sel4::codegen {

void LabelNumbering::add(const Method& method) {
  if (method.label == "invalid_invocation") {
    fail(method.place, "its id is that of label 0", "rename it");
  }
  const auto [known, added] =
      known_.try_emplace(method.label, Known{method.id, method.condition.text, method.place});
  if (added) {
    labels_.push_back({method.id, method.label, labels_.size() + 1});
    return;
  }
  if (known->second.id != method.id) {
    fail(method.place,
         fmt::format("its label '{}' is that of {} too, in {}", method.label, known->second.id,
                     describe(known->second.place)),
         "rename one of the two ids");
  }
  if (known->second.condition != method.condition.text) {
    fail(method.place,
         fmt::format("its id is used under another condition in {}", describe(known->second.place)),
         "give one of the two another id");
  }
}

}  // namespace sel4::codegen
