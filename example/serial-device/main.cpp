// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A serial driver as a root task: takes the UART's registers and interrupt from the kernel and
// echoes each character in brackets, until a line end comes.

#include "board.hpp"

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/print.hpp>
#include <sel4/root_task.hpp>
#include <sel4/sel4.hpp>
#include <sel4/test/sentinel.hpp>

#include <string_view>

namespace {

constinit Uart* console = nullptr;

// All text that this program prints goes through its own driver.
void write_to_console(std::string_view text) noexcept {
  for (const char c : text) console->write(static_cast<std::uint8_t>(c));
}

sel4::Result<> run(const sel4::BootInfo& boot_info) {
  sel4::BootAllocator allocator{boot_info};

  Uart uart = SEL4_TRY(make_uart(allocator));
  const sel4::IrqHandler irq = SEL4_TRY(make_irq_handler(allocator));
  const auto notification = SEL4_TRY(allocator.create<sel4::Notification>());
  SEL4_TRY(irq.set_notification(notification));

  uart.enable_receive_interrupt();
  console = &uart;
  const sel4::PrintSink before = sel4::set_print_sink(write_to_console);
  sel4::println("type something, and a line end");

  bool done = false;
  while (!done) {
    SEL4_TRY(irq.ack());
    notification.wait();
    uart.clear_interrupt();
    while (const std::optional<std::uint8_t> byte = uart.read()) {
      done = *byte == '\r' || *byte == '\n';
      if (done) break;
      sel4::print('[', static_cast<char>(*byte), ']');
    }
  }
  sel4::print('\n');
  sel4::test::announce(true);
  sel4::set_print_sink(before);  // the driver dies here, the program may print on
  return {};
}

}  // namespace

SEL4_ROOT_TASK(run);
