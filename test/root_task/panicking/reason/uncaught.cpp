// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include "../provoke.hpp"

#include <stdexcept>

namespace app {
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
}  // namespace app

void provoke() { throw app::Error("cannot open the device"); }
