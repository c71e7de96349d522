// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/arch/invocations.hpp>
#include <sel4/arch/vm_attributes.hpp>
#include <sel4/rights.hpp>
#include <sel4/vspace.hpp>

namespace sel4::arch {

/// What only frames of this architecture can do: nothing, on this one.
template <template <class> class Kind, class Ipc>
using FrameMethods = ObjectOf<Kind, Ipc>;

}  // namespace sel4::arch
