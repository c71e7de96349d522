// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.h>

#if defined(CONFIG_ARM_CORTEX_A53)
  #include <sel4/arch/constants_cortex_a53.h>
#elif defined(CONFIG_ARM_CORTEX_A57)
  #include <sel4/arch/constants_cortex_a57.h>
#else
  #error "the core of this configuration is not described here"
#endif
