// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/mk/target.hpp>

#include <fmt/format.h>

namespace sel4::mk {

std::string_view arch_name(Arch arch) {
  switch (arch) {
    case Arch::aarch64:
      return "AArch64";
    case Arch::riscv64:
      return "RISC-V";
    case Arch::x86_64:
      return "x86_64";
  }
  return "unknown";
}

std::string text(Range range) { return fmt::format("[{:#x}..{:#x})", range.start, range.end); }

}  // namespace sel4::mk
