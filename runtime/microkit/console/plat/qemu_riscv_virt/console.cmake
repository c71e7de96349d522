# SPDX-License-Identifier: BSD-2-Clause
# SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

set(SEL4_CONSOLE_PADDR 0x10000000)
