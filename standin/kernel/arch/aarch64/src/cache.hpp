// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <decode/invocation.hpp>

namespace sel4::kernel::arch {

/// Cache maintenance of ranges of an address space.
Error flush_vspace(const Invocation& call);
/// Sending through a capability for software interrupts.
Error invoke_sgi(const Invocation& call);

}  // namespace sel4::kernel::arch
