// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/ipc.hpp>

namespace sel4::microkit::detail {

/// On the host there is no fixed address: it is the thread's, which the fake kernel sets.
[[nodiscard]] inline IpcBuffer& ipc_buffer() noexcept { return sys::ThreadIpc::buffer(); }

}  // namespace sel4::microkit::detail
