// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/panic.hpp>

#include <string_view>

namespace sel4::cxxrt {

/// Ends the program where the C++ library would have thrown `type`.
[[noreturn]] inline void instead_of_throwing(std::string_view type, const char* what) noexcept {
  panic(type, what != nullptr ? std::string_view(what) : std::string_view());
}

}  // namespace sel4::cxxrt
