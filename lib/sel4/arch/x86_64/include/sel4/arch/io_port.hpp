// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/object.hpp>
#include <sel4/slot.hpp>
#include <sel4/sys/invocations.hpp>

#include <cstdint>

namespace sel4 {

/// I/O ports from `first` to `last`, both included.
struct IoPortRange {
  /// The lowest port.
  std::uint16_t first;
  /// The highest port; not below `first`.
  std::uint16_t last;
};

/// The authority to use a range of I/O ports.
template <class Ipc>
class BasicIoPort : public ObjectOf<BasicIoPort, Ipc> {
 public:
  using ObjectOf<BasicIoPort, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "I/O port";

  /// Reads a port of 8 bits. (Manual: I/O Port - In8...)
  /// Errors of all in and out: illegal_operation: the capability is not for this port.
  Result<std::uint8_t> in8(std::uint16_t port) const noexcept {
    return x86_ioport_in8(this->ipc(), this->cptr(), port);
  }
  /// Reads a port of 16 bits.
  Result<std::uint16_t> in16(std::uint16_t port) const noexcept {
    return x86_ioport_in16(this->ipc(), this->cptr(), port);
  }
  /// Reads a port of 32 bits.
  Result<std::uint32_t> in32(std::uint16_t port) const noexcept {
    return x86_ioport_in32(this->ipc(), this->cptr(), port);
  }

  /// Writes a port of 8 bits. (Manual: I/O Port - Out8...)
  Result<> out8(std::uint16_t port, std::uint8_t data) const noexcept {
    return x86_ioport_out8(this->ipc(), this->cptr(), port, data);
  }
  /// Writes a port of 16 bits.
  Result<> out16(std::uint16_t port, std::uint16_t data) const noexcept {
    return x86_ioport_out16(this->ipc(), this->cptr(), port, data);
  }
  /// Writes a port of 32 bits.
  Result<> out32(std::uint16_t port, std::uint32_t data) const noexcept {
    return x86_ioport_out32(this->ipc(), this->cptr(), port, data);
  }
};

/// The authority over a range of I/O ports.
using IoPort = BasicIoPort<sys::ThreadIpc>;

/// The authority to hand out ranges of I/O ports.
template <class Ipc>
class BasicIoPortControl : public ObjectOf<BasicIoPortControl, Ipc> {
 public:
  using ObjectOf<BasicIoPortControl, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "I/O port control";

  /// Makes the capability for a range of ports. (Manual: I/O Port Control - Issue.)
  /// Errors: delete_first: the slot is not empty; failed_lookup, range: no such slot;
  /// invalid_argument: `last` is below `first`; revoke_first: a port of the range has been issued.
  template <class S>
  Result<BasicIoPort<Ipc>> issue(IoPortRange ports, BasicSlot<S> destination) const noexcept {
    SEL4_TRY(x86_ioport_control_issue(this->ipc(), this->cptr(), ports.first, ports.last,
                                      destination.root().cptr(), destination.index(),
                                      destination.depth_bits()));
    return BasicIoPort<Ipc>{destination.cptr(), this->ipc()};
  }
};

/// The authority to issue I/O ports.
using IoPortControl = BasicIoPortControl<sys::ThreadIpc>;

namespace init_thread {
/// The authority over all I/O ports.
inline constexpr IoPortControl io_port_control{CPtr{::seL4_CapIOPortControl}};
}  // namespace init_thread

}  // namespace sel4
