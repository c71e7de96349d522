// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object.hpp>

namespace sel4::kernel {

// The registers of the FPU are those of one thread: a thread gets them when it uses them.

/// The owner of the FPU's registers, if it is `tcb`, has none any more.
void drop_fpu(Tcb& tcb);
/// `tcb`, which runs, wants to use the FPU. False if it may not, or does already.
[[nodiscard]] bool take_fpu(Tcb& tcb);
/// The flags of `tcb`, which runs, have changed, or it runs now.
void update_fpu(const Tcb& tcb);

}  // namespace sel4::kernel
