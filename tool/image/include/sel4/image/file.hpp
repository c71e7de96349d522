// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/image/error.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace sel4::image {

using Bytes = std::vector<std::byte>;

/// Reads a whole file of at most `limit` bytes.
[[nodiscard]] Outcome<Bytes> read_file(const std::string& path, std::size_t limit);

/// Writes a file by way of a temporary one next to it, so that there is the old file or the whole
/// new one at any time.
[[nodiscard]] Outcome<> write_file(const std::string& path, std::span<const std::byte> bytes);

[[nodiscard]] std::string_view as_text(std::span<const std::byte> bytes);

}  // namespace sel4::image
