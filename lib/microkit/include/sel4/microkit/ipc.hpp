// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/microkit/place/ipc_address.hpp>
#include <sel4/sys/ipc.hpp>

namespace sel4 {
namespace sys {

// Here, because the stubs of invocations are looked up where the context is.
/// The IPC buffer of a protection domain, for operations on capabilities:
/// `tcb.with(DomainIpc{}).resume()`. Cheaper than the default context, because the buffer of every
/// domain is at the same address.
struct DomainIpc {
  /// The buffer.
  [[nodiscard, gnu::always_inline]] static IpcBuffer& buffer() noexcept {
    return microkit::detail::ipc_buffer();
  }
};
static_assert(IpcContext<DomainIpc>);

}  // namespace sys

namespace microkit {
using sys::DomainIpc;
}  // namespace microkit
}  // namespace sel4
