// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <cstddef>

/// The heap, if the program has one: a weak reference does not bring it in.
extern "C" {
[[gnu::weak]] void* malloc(std::size_t bytes) noexcept;
[[gnu::weak]] void free(void* block) noexcept;
}
