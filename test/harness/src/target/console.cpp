// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/config.hpp>
#include <sel4/print.hpp>
#include <sel4/test/arch/serial.hpp>
#include <sel4/test/console.hpp>

namespace sel4::test {

static_assert(
    config::printing || arch::serial_is_known,
    "the kernel has no printing, and the test harness knows no serial port of this board: "
    "add it to test/harness/arch");

Result<> init_console(const ::seL4_BootInfo& boot_info) noexcept {
  if constexpr (config::printing) {
    static_cast<void>(boot_info);
    return {};
  } else {
    SEL4_TRY(arch::open_serial(BootInfo{boot_info}));
    set_print_sink([](std::string_view text) noexcept {
      for (const char c : text) arch::serial_put(c);
    });
    return {};
  }
}

}  // namespace sel4::test
