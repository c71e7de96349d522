// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace sel4::cxxrt {

/// The name of a type from its std::type_info::name(), in `memory`, for the names that exceptions
/// have: plain and nested classes, and built-in types ("std::runtime_error", "app::Error::Kind",
/// "int"). Other names (templates, pointers...) come back as they are: `c++filt -t` on a host reads
/// them.
std::string_view type_name(std::string_view mangled, std::span<char> memory) noexcept;

}  // namespace sel4::cxxrt
