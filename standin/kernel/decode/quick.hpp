// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/object.hpp>

namespace sel4::kernel {

// The two system calls of an IPC round trip, where all is as usual: a short message without
// capabilities, a passive server that waits, and nothing else that wants to run. False, with
// nothing changed, where it is not; what they do is what the general way does.

/// Call: the server runs on the caller's scheduling context.
[[nodiscard]] bool call_quickly(Tcb& caller);
/// ReplyRecv: the scheduling context goes back, and the server waits.
[[nodiscard]] bool reply_and_receive_quickly(Tcb& server);

}  // namespace sel4::kernel
