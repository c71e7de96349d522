// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/reader.hpp>

#include <expected>

namespace sel4::capdl::detail {

using Check = std::expected<void, ImageError>;

/// Checks the records of an image whose tables lie inside it.
[[nodiscard]] Check check_records(const Image& image, const TargetInfo* target);

}  // namespace sel4::capdl::detail
