// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// All that only this architecture has.
#include <sel4/arch/sgi_signal.hpp>
#include <sel4/arch/smc.hpp>
#include <sel4/arch/smmu.hpp>
#include <sel4/arch/vcpu.hpp>
