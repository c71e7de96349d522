// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// All that only this architecture has.
#include <sel4/arch/ept.hpp>
#include <sel4/arch/io_port.hpp>
#include <sel4/arch/iommu.hpp>
#include <sel4/arch/msr.hpp>
#include <sel4/arch/vcpu.hpp>
#include <sel4/arch/vm_enter.hpp>
