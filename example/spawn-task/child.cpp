// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The child: has two capabilities and no runtime. Its data and bss prove that it was loaded
// properly.

#include "contract.hpp"

#include <source_location>
#include <string_view>

namespace {

// Volatile, so that they are where the ELF file puts them and not folded away.
volatile sel4::Word initialised = 0x1234'5678;
volatile sel4::Word zeroed[1024];

}  // namespace

extern "C" [[noreturn]] void root_task_main() {
  sel4::Word sum = 0;
  for (const volatile sel4::Word& word : zeroed) sum |= word;
  initialised = initialised + 1;  // the page is writable, too
  if (sum == 0 && initialised == 0x1234'5679) {
    spawn_task::done.with(sel4::sys::NoIpc{}).signal();
  }
  for (;;) spawn_task::own_tcb.with(sel4::sys::NoIpc{}).suspend().ignore();
}

void sel4::panic(std::string_view, std::string_view, std::source_location) noexcept {
  for (;;) spawn_task::own_tcb.with(sel4::sys::NoIpc{}).suspend().ignore();
}
