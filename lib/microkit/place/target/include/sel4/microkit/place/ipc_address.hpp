// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/ipc.hpp>

namespace sel4::microkit::detail {

/// The Microkit tool maps it into the last page of every domain.
inline constexpr Word ipc_buffer_address =
    static_cast<Word>(seL4_UserVSpaceTop) & ~((Word{1} << seL4_PageBits) - 1);

/// The domain's IPC buffer. Its address is a constant, so finding it touches no memory.
[[nodiscard, gnu::always_inline]] inline IpcBuffer& ipc_buffer() noexcept {
  return *reinterpret_cast<IpcBuffer*>(ipc_buffer_address);
}

}  // namespace sel4::microkit::detail
