// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/print.hpp>
#include <sel4/root_task.hpp>
#include <sel4/sel4.hpp>
#include <sel4/test/console.hpp>
#include <sel4/test/sentinel.hpp>

#include <algorithm>
#include <gate/gate.hpp>

namespace {

sel4::Result<> run(const sel4::BootInfo& boot_info) {
  // Kernels built without printing have no console: then the serial port is used.
  SEL4_TRY(sel4::test::init_console(boot_info.raw()));

  const auto untypeds = boot_info.untypeds();
  const auto memory = std::ranges::find_if(untypeds, [](const sel4::UntypedEntry& entry) {
    return !entry.is_device && entry.size_bits >= sel4::Notification::size_bits;
  });
  if (memory == untypeds.end()) return sel4::Failure{sel4::Error::not_enough_memory};

  auto gate = SEL4_TRY(
      gate::Gate::create((*memory).cap, sel4::init_thread::cnode, boot_info.empty().first));
  const auto first = SEL4_TRY(gate.make_key());
  const auto second = SEL4_TRY(gate.make_key());
  const auto third = SEL4_TRY(gate.make_key());

  first.signal();
  third.signal();
  const gate::Keys used = gate.wait();
  sel4::println("keys used: ", sel4::hex(used));

  second.signal();
  sel4::test::announce(used == 0b101 && gate.wait() == 0b010);
  return {};
}

}  // namespace

SEL4_ROOT_TASK(run);
