// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <array>
#include <cstddef>
#include <span>
#include <type_traits>

#ifdef VARIANT_UNWIND
static_assert(__cpp_exceptions >= 199711 && __cpp_rtti >= 199711);
#else
  #if defined(__cpp_exceptions) || defined(__cpp_rtti)
    #error "exceptions and RTTI are for the unwind variant"
  #endif
#endif

#ifdef __PIC__
  #error "programs lie at fixed addresses"
#endif
#if defined(__AVX__) || defined(__riscv_vector) || defined(__ARM_FEATURE_SVE)
  #error "kernels do not save more than the base registers"
#endif

extern "C" int helper(int value);

namespace {

#ifdef VARIANT_MINIMAL
constinit int calls = 1;
#else
constinit thread_local int calls = 1;
#endif
constexpr std::array<int, 4> table{2, 3, 5, 7};

int sum(std::span<const int> values) {
  int total = 0;
  for (const int value : values) total += helper(value);
  return total;
}

}  // namespace

extern "C" int program_main() { return sum(table) + calls++; }
