// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// A root task that makes a notification, mints a badged capability to it, signals, and waits.

#include <sel4/print.hpp>
#include <sel4/root_task.hpp>
#include <sel4/sel4.hpp>
#include <sel4/test/console.hpp>
#include <sel4/test/sentinel.hpp>

#include <algorithm>

namespace {

sel4::Result<> run(const sel4::BootInfo& boot_info) {
  SEL4_TRY(sel4::test::init_console(boot_info.raw()));

  // Where new capabilities go, and the memory that objects are made of.
  const sel4::BootInfo::Slots free = boot_info.empty();
  const sel4::CNode cspace = sel4::init_thread::cnode;
  const sel4::Word needed = sel4::Notification::size_bits;
  const auto untypeds = boot_info.untypeds();
  const auto usable = std::ranges::find_if(untypeds, [&](const sel4::UntypedEntry& entry) {
    return !entry.is_device && entry.size_bits >= needed;
  });
  if (usable == untypeds.end()) return sel4::Failure{sel4::Error::not_enough_memory};

  const auto notification =
      SEL4_TRY((*usable).cap.retype<sel4::Notification>(cspace.slot(free.first)));

  constexpr sel4::Badge badge{0x1337};
  const auto badged =
      SEL4_TRY(cspace.slot(free.first + 1)
                   .mint(notification, {.rights = sel4::Rights::write, .badge = badge}));

  badged.signal();
  const sel4::Badge received = notification.wait();
  sel4::println("badge = ", sel4::hex(received.value()));
  SEL4_ASSERT(received == badge);

  sel4::test::announce(true);
  return {};
}

}  // namespace

SEL4_ROOT_TASK(run);
