// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "method_choice.hpp"

#include <algorithm>
#include <vector>

namespace sel4::codegen {

bool is_chosen(const Interface& interface, const Method& method) {
  const Method* chosen = nullptr;
  for (const Method& other : interface.methods) {
    if (other.function != method.function) continue;
    if (chosen == nullptr || other.condition.holds) chosen = &other;
  }
  return chosen == &method;
}

std::string needed(const Interface& interface, const Method& method) {
  std::string text;
  for (const Method& other : interface.methods) {
    if (other.function != method.function) continue;
    text += (text.empty() ? "" : " or ") + other.condition.text;
  }
  return text;
}

bool is_everywhere(const Interface& interface, const Method& method) {
  std::vector<std::string> conditions;
  for (const Method& other : interface.methods) {
    if (other.function == method.function) conditions.push_back(other.condition.text);
  }
  return std::any_of(conditions.begin(), conditions.end(), [&](const std::string& condition) {
    return condition.empty() ||
           std::find(conditions.begin(), conditions.end(), "not " + condition) != conditions.end();
  });
}

}  // namespace sel4::codegen
