// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.h>

#ifndef CONFIG_ARM_CORTEX_A57
  #error "the kernel is not configured for Cortex-A57"
#endif

// Debug registers of the Cortex-A57: six breakpoints, then four watchpoints.
#define seL4_NumHWBreakpoints 10
#define seL4_NumExclusiveBreakpoints 6
#define seL4_NumExclusiveWatchpoints 4
#ifdef CONFIG_HARDWARE_DEBUG_API
  #define seL4_FirstBreakpoint 0
  #define seL4_FirstWatchpoint 6
  #define seL4_NumDualFunctionMonitors 0
  #define seL4_FirstDualFunctionMonitor (-1)
#endif
