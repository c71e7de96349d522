// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// See anchor.hpp.

#include "anchor.hpp"

#include <cstddef>
#include <cxxabi.h>
#include <new>

namespace __gnu_cxx {
void __verbose_terminate_handler();
}
namespace std {
void __glibcxx_assert_fail(const char*, int, const char*, const char*) noexcept;
}

using New = void* (*)(std::size_t);
namespace sel4::cxxrt::anchor {
extern const New operator_new;
const New operator_new = &::operator new;
}  // namespace sel4::cxxrt::anchor

SEL4_ANCHOR(guard_acquire, abi::__cxa_guard_acquire)
SEL4_ANCHOR(pure_virtual, abi::__cxa_pure_virtual)
SEL4_ANCHOR(deleted_virtual, abi::__cxa_deleted_virtual)
SEL4_ANCHOR(verbose_terminate, __gnu_cxx::__verbose_terminate_handler)
SEL4_ANCHOR(assert_fail, std::__glibcxx_assert_fail)
