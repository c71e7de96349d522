// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "pci.hpp"

namespace sel4::test {

/// QEMU's device for education: it copies between memory and 4 KiB of its own.
class EduDevice {
 public:
  /// Finds it, turns it on and maps its registers.
  Result<> open(Vaddr registers) {
    PciBus bus;
    SEL4_TRY(bus.open());
    const auto found = bus.find(0x11e8'1234);
    if (!found) return Failure{Error::range};
    number_ = *found;
    constexpr unsigned command = 0x04;
    constexpr unsigned first_bar = 0x10;
    constexpr std::uint32_t memory_and_master = 0x6;
    bus.write(number_, command, bus.read(number_, command) | memory_and_master);
    const Paddr bar{bus.read(number_, first_bar) & ~Word{0xf}};
    const auto frame = SEL4_TRY(allocator().create_device_frame(bar));
    SEL4_TRY(map_frame(init_thread::vspace, frame, {registers, Rights::rw, VmAttributes::device},
                       allocator()));
    registers_ = registers;
    return {};
  }

  /// In an address space of I/O of its own, of that domain.
  [[nodiscard]] Result<IoSpace> io_space(Word domain) const {
    const PciDevice device{.bus = 0, .device = number_, .function = 0, .domain = domain};
    return free_slot().mint(IoSpace{CPtr{::seL4_CapIOSpace}},
                            {.rights = Rights::all, .badge = device.badge()});
  }

  [[nodiscard]] std::uint32_t identity() const {
    return *reinterpret_cast<volatile std::uint32_t*>(registers_.value());
  }
  void read_memory(Word from, Word bytes) { copy(from, own_memory, bytes, 0); }
  void write_memory(Word to, Word bytes) { copy(own_memory, to, bytes, 2); }

 private:
  static constexpr Word own_memory = 0x4'0000;

  [[nodiscard]] volatile Word& reg(Word offset) const {
    return *reinterpret_cast<volatile Word*>(registers_.value() + offset);
  }
  void copy(Word from, Word to, Word bytes, Word direction) {
    constexpr Word start = 1;
    reg(0x80) = from;
    reg(0x88) = to;
    reg(0x90) = bytes;
    reg(0x98) = start | direction;
    while ((reg(0x98) & start) != 0) continue;
  }

  Word number_ = 0;
  Vaddr registers_{0};
};

}  // namespace sel4::test
