// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include "../../roles.hpp"

#include <sel4/arch/io_port.hpp>
#include <sel4/print.hpp>

#include <cstdint>

namespace capdl_test {

/// The device of `edu`: turned on, put to its address, and told what to copy.
class Edu {
 public:
  explicit Edu(sel4::Word registers) : registers_(registers) {
    constexpr unsigned command = 0x04;
    constexpr unsigned first_bar = 0x10;
    constexpr std::uint32_t memory_and_master = 0x6;
    config(first_bar, static_cast<std::uint32_t>(edu::registers));
    config(command, memory_and_master);
  }
  [[nodiscard]] bool is_there() const {
    return (*reinterpret_cast<volatile std::uint32_t*>(registers_) & 0xff) == 0xed;
  }
  void read_memory(sel4::Word from) const { copy(from, own_memory, 0); }
  void write_memory(sel4::Word to) const { copy(own_memory, to, 2); }

 private:
  static constexpr sel4::Word own_memory = 0x4'0000;

  /// The ports' capability is in slot 1.
  static void config(unsigned offset, std::uint32_t value) {
    constexpr sel4::IoPort ports{sel4::CPtr{1}};
    constexpr std::uint32_t enable = 0x8000'0000;
    ports.out32(0xcf8, enable | edu::device << 11 | offset).ignore();
    ports.out32(0xcfc, value).ignore();
  }
  [[nodiscard]] volatile sel4::Word& reg(sel4::Word offset) const {
    return *reinterpret_cast<volatile sel4::Word*>(registers_ + offset);
  }
  void copy(sel4::Word from, sel4::Word to, sel4::Word direction) const {
    constexpr sel4::Word start = 1;
    reg(0x80) = from;
    reg(0x88) = to;
    reg(0x90) = 64;
    reg(0x98) = start | direction;
    while ((reg(0x98) & start) != 0) continue;
  }

  sel4::Word registers_;
};

/// Whether the device reads and writes the page that is mapped for it, and nothing beside it.
inline bool copies_through_io_space(sel4::Word registers, sel4::Word page) {
  volatile sel4::Word& word = *reinterpret_cast<volatile sel4::Word*>(page);
  const Edu device{registers};
  if (!device.is_there()) {
    sel4::println("there is no device");
    return false;
  }
  constexpr sel4::Word value = 0x1234'5678'9abc'def0;
  word = value;
  device.read_memory(edu::io_address);
  word = 1;
  device.write_memory(edu::io_address + 0x1000);
  const sel4::Word untouched = word;
  device.write_memory(edu::io_address);
  sel4::println("beside it: ", sel4::hex(untouched), ", to it: ", sel4::hex(word));
  return untouched == 1 && word == value;
}

}  // namespace capdl_test
