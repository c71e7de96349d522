// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <cstddef>
#include <span>

namespace sel4::capdl {

/// Decompresses a raw deflate stream (RFC 1951) into exactly `out`. False if the stream is
/// malformed, ends early, or gives more or fewer bytes; `out` then holds anything. Bytes after the
/// end of the stream are ignored. No heap, about 3 KiB of stack; reads and writes nothing outside
/// the spans.
[[nodiscard]] bool inflate(std::span<const std::byte> in, std::span<std::byte> out);

}  // namespace sel4::capdl
