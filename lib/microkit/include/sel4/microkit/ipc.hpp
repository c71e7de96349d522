// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/microkit/place/ipc_address.hpp>
#include <sel4/sys/ipc.hpp>

namespace sel4::microkit {

/// The IPC buffer of a protection domain, for operations on capabilities:
/// `tcb.with(DomainIpc{}).resume()`. Cheaper than the default context, because the buffer of every
/// domain is at the same address.
struct DomainIpc {
  /// The buffer.
  [[nodiscard, gnu::always_inline]] static IpcBuffer& buffer() noexcept {
    return detail::ipc_buffer();
  }
};
static_assert(sys::IpcContext<DomainIpc>);

}  // namespace sel4::microkit
