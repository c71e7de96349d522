// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/fake/message.hpp>

#include <string>
#include <vector>

namespace sel4::fake {

[[nodiscard]] std::string list(const std::vector<Word>& words);
[[nodiscard]] std::string method(sys::InvocationLabel label);
[[nodiscard]] std::string describe(const Invocation& expected);
[[nodiscard]] std::string describe(const SystemCall& expected);

}  // namespace sel4::fake
