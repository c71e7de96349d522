// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

/// There is no environment.
extern "C" char* getenv(const char*) noexcept { return nullptr; }
