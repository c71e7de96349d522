// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/simple_types.h>
#include <sel4/macros.h>

typedef signed char seL4_Int8;
typedef unsigned char seL4_Uint8;
typedef signed short seL4_Int16;
typedef unsigned short seL4_Uint16;
typedef signed int seL4_Int32;
typedef unsigned int seL4_Uint32;

#if defined(SEL4_INT64_IS_LONG)
typedef signed long seL4_Int64;
typedef unsigned long seL4_Uint64;
  #define SEL4_PRId64 "ld"
  #define SEL4_PRIi64 "li"
  #define SEL4_PRIu64 "lu"
  #define SEL4_PRIx64 "lx"
#else
  #error "only 64-bit architectures are described here"
#endif

#if defined(SEL4_WORD_IS_UINT64)
typedef seL4_Uint64 seL4_Word;
  #define SEL4_PRId_word SEL4_PRId64
  #define SEL4_PRIi_word SEL4_PRIi64
  #define SEL4_PRIu_word SEL4_PRIu64
  #define SEL4_PRIx_word SEL4_PRIx64
#else
  #error "only 64-bit architectures are described here"
#endif
#define SEL4_PRI_word SEL4_PRIu_word

typedef seL4_Int8 seL4_Bool;
#define seL4_True 1
#define seL4_False 0

#ifdef __cplusplus
  #define seL4_Null 0L
#else
  #define seL4_Null ((void*)0)
#endif

typedef seL4_Word seL4_CPtr;

#include <sel4/sel4_arch/constants.h>

SEL4_COMPILE_ASSERT(seL4_Int8_size, sizeof(seL4_Int8) == 1)
SEL4_COMPILE_ASSERT(seL4_Int16_size, sizeof(seL4_Int16) == 2)
SEL4_COMPILE_ASSERT(seL4_Int32_size, sizeof(seL4_Int32) == 4)
SEL4_COMPILE_ASSERT(seL4_Int64_size, sizeof(seL4_Int64) == 8)
SEL4_COMPILE_ASSERT(seL4_WordSizeBits_matches, sizeof(seL4_Word) == (1u << seL4_WordSizeBits))
SEL4_COMPILE_ASSERT(seL4_WordBits_matches, 8 * sizeof(seL4_Word) == seL4_WordBits)
