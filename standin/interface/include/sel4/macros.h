// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.h>

#ifndef CONST
  #define CONST __attribute__((__const__))
#endif
#ifndef PURE
  #define PURE __attribute__((__pure__))
#endif

#define SEL4_PACKED __attribute__((packed))
#define SEL4_DEPRECATED(reason) __attribute__((deprecated(reason)))
#define SEL4_DEPRECATE_MACRO(macro) _Pragma("deprecated") macro

#define LIBSEL4_UNUSED __attribute__((unused))
#define LIBSEL4_WEAK __attribute__((weak))
#define LIBSEL4_NOINLINE __attribute__((noinline))

// How functions of the library are emitted: inline, as weak public symbols, or both kinds mixed.
#if defined(CONFIG_LIB_SEL4_INLINE_INVOCATIONS)
  #define LIBSEL4_INLINE static inline
  #define LIBSEL4_INLINE_FUNC static inline
#elif defined(CONFIG_LIB_SEL4_PUBLIC_SYMBOLS)
  #define LIBSEL4_INLINE LIBSEL4_UNUSED LIBSEL4_WEAK
  #define LIBSEL4_INLINE_FUNC LIBSEL4_UNUSED LIBSEL4_WEAK
#else
  #define LIBSEL4_INLINE LIBSEL4_NOINLINE LIBSEL4_UNUSED LIBSEL4_WEAK
  #define LIBSEL4_INLINE_FUNC static inline
#endif

#if defined(CONFIG_LIB_SEL4_USE_THREAD_LOCALS)
  #define LIBSEL4_THREAD_LOCAL __thread
#else
  #define LIBSEL4_THREAD_LOCAL
#endif

// A check at compile time that every language version takes; it brings its own semicolon.
#if defined(__cplusplus)
  #define SEL4_COMPILE_ASSERT(name, expr) static_assert(expr, #name);
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
  #define SEL4_COMPILE_ASSERT(name, expr) _Static_assert(expr, #name);
#else
  #define SEL4_COMPILE_ASSERT(name, expr) \
    typedef int __assert_failed_##name[(expr) ? 1 : -1] LIBSEL4_UNUSED;
#endif

// A table of 2^index entries of 2^entry bytes takes 2^size bytes.
#define SEL4_SIZE_SANITY(entry, index, size) \
  SEL4_COMPILE_ASSERT(entry##_##index##_##size, (entry) + (index) == size)

// The last enumerator of an enum that must be as wide as a word.
#define SEL4_FORCE_LONG_ENUM(type) _enum_pad_##type = ((1ULL << ((sizeof(long) * 8) - 1)) - 1)

#define LIBSEL4_BIT(n) (1ul << (n))
