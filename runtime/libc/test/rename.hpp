// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// Gives the functions under test names of their own on the host.

#pragma once

#define bcmp sel4_test_bcmp
#define memchr sel4_test_memchr
#define memcmp sel4_test_memcmp
#define memcpy sel4_test_memcpy
#define memmove sel4_test_memmove
#define memset sel4_test_memset
#define strcat sel4_test_strcat
#define strchr sel4_test_strchr
#define strcmp sel4_test_strcmp
#define strcpy sel4_test_strcpy
#define strcspn sel4_test_strcspn
#define strerror sel4_test_strerror
#define strlen sel4_test_strlen
#define strncmp sel4_test_strncmp
#define strncpy sel4_test_strncpy
#define strnlen sel4_test_strnlen
#define strrchr sel4_test_strrchr
#define strspn sel4_test_strspn
#define strstr sel4_test_strstr
#define atoi sel4_test_atoi
#define strtol sel4_test_strtol
#define strtoul sel4_test_strtoul
#define strtoll sel4_test_strtoll
#define strtoull sel4_test_strtoull
#define strtod sel4_test_strtod
#define strtof sel4_test_strtof
#define ceil sel4_test_ceil
#define ceilf sel4_test_ceilf
#define floor sel4_test_floor
#define floorf sel4_test_floorf
#define trunc sel4_test_trunc
#define snprintf sel4_test_snprintf
#define vsnprintf sel4_test_vsnprintf
