// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object.hpp>

namespace sel4::kernel {

/// Makes one of the debug system calls. False if the number is none of theirs.
bool handle_debug_syscall(Tcb& caller, std::int64_t number);

}  // namespace sel4::kernel
