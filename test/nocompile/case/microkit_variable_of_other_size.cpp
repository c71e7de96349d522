// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The tool writes whole words.
// error: constraint

#include <sel4/microkit/variable.hpp>

#include <cstdint>

#ifdef SEL4_NOCOMPILE
SEL4_SETVAR(std::uint32_t, buffer_paddr);
#else
SEL4_SETVAR(std::uint64_t, buffer_paddr);
#endif
