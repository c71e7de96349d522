// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <cstdint>
#include <loader/log.hpp>

/// Called by the trap vector.
extern "C" [[noreturn]] void report_exception(std::uint64_t cause, std::uint64_t address,
                                              std::uint64_t value, std::uint64_t stack,
                                              std::uint64_t return_address) {
  using namespace sel4::loader;
  Line{LogLevel::error} << "exception in the loader: scause " << Hex{cause} << " sepc "
                        << Hex{address} << " stval " << Hex{value} << " sp " << Hex{stack} << " ra "
                        << Hex{return_address};
  fatal("the loader cannot go on");
}
