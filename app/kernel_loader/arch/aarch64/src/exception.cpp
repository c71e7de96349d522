// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstdint>
#include <loader/log.hpp>

/// Called by the vectors: `number` is the vector's, `registers` are x0 to x30.
extern "C" [[noreturn]] void report_exception(std::uint64_t number, const std::uint64_t* registers,
                                              std::uint64_t syndrome, std::uint64_t address,
                                              std::uint64_t fault_address, std::uint64_t status) {
  using namespace sel4::loader;
  Line{LogLevel::error} << "exception in the loader, vector " << number << ": esr " << Hex{syndrome}
                        << " elr " << Hex{address} << " far " << Hex{fault_address} << " spsr "
                        << Hex{status};
  for (std::uint64_t i = 0; i <= 30; ++i) {
    Line{LogLevel::error} << "x" << i << " " << Hex{registers[i]};
  }
  fatal("the loader cannot go on");
}
