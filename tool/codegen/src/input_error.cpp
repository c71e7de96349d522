// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "input_error.hpp"

#include <fmt/format.h>

namespace sel4::codegen {

std::string describe(const Place& place) {
  std::string text = place.file;
  if (place.line != 0) text += fmt::format(":{}", place.line);
  if (!place.path.empty()) text += ": " + place.path;
  return text;
}

void fail(const Place& place, std::string_view what, std::string_view mend) {
  throw InputError(fmt::format("{}: {}; {}", describe(place), what, mend));
}

}  // namespace sel4::codegen
