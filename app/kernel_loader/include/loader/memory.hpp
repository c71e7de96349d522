// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/payload/format.hpp>

#include <cstddef>

/// Block operations, written for few instructions: sizes are multiples of 64, addresses are
/// 8-byte aligned (`to` of zero_blocks 64-byte aligned).
extern "C" {
void copy_blocks(void* to, const void* from, std::size_t size);
void zero_blocks(void* to, std::size_t size);
sel4::payload::Checksum sum_blocks(const void* from, std::size_t size);
}
