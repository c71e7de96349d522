// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.h>

// Four debug registers, each of which can be breakpoint or watchpoint.
#ifdef CONFIG_HARDWARE_DEBUG_API
  #define seL4_NumHWBreakpoints (4)
  #define seL4_FirstBreakpoint (-1)
  #define seL4_NumExclusiveBreakpoints (0)
  #define seL4_FirstWatchpoint (-1)
  #define seL4_NumExclusiveWatchpoints (0)
  #define seL4_FirstDualFunctionMonitor (0)
  #define seL4_NumDualFunctionMonitors (4)
#endif
