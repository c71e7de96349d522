// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#define SEL4_WORD_IS_UINT64
#define SEL4_INT64_IS_LONG
