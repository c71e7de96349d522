// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <decode/invocation.hpp>

namespace sel4::kernel {

/// Checks what every method that makes a handler must: none exists yet, the slot is there and
/// empty.
Error issue_handler(const Invocation& call, Word irq, Word index, Word depth, Slot*& slot);
void make_handler(const Invocation& call, Word irq, Slot& slot);

namespace arch {
/// Whether programs can have the line.
Error check_irq(Word irq);
Error invoke_irq_control(const Invocation& call);
}  // namespace arch

}  // namespace sel4::kernel
