// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/io_port.hpp>
#include <sel4/microkit/domain.hpp>
#include <sel4/microkit/ipc.hpp>

namespace sel4::microkit {

/// The I/O ports with number `Id` of this domain (the `id` of its `ioport`): in8(), out8() and so
/// on take the port's address. Panics if the system description gives the domain no such ports.
template <unsigned Id>
[[nodiscard]] BasicIoPort<DomainIpc> io_ports() noexcept {
  static_assert(Id < max_io_ports, "a range of I/O ports has a number from 0 to 61");
  if (!detail::is_given(detail::patched_io_ports, Id)) [[unlikely]]
    detail::refuse("I/O ports", Id);
  return BasicIoPort<DomainIpc>{CPtr{slot::io_port + Id}};
}

}  // namespace sel4::microkit
