// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// See anchor.hpp.

#include "anchor.hpp"

#include <cstddef>
#include <cxxabi.h>

struct dwarf_eh_bases;
extern "C" const void* _Unwind_Find_FDE(void*, dwarf_eh_bases*) noexcept;
namespace __cxxabiv1 {
extern "C" void* __cxa_allocate_exception(std::size_t) noexcept;
}

SEL4_ANCHOR(allocate_exception, abi::__cxa_allocate_exception)
SEL4_ANCHOR(find_fde, _Unwind_Find_FDE)
