// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/sys/syscalls.hpp>

#include <monitor/monitor.hpp>

// The monitor has a domain's start and IPC buffer, but capabilities of its own: so no event loop.
extern "C" [[noreturn]] void sel4_domain_main() {
  using namespace sel4;
  monitor::start();
  for (;;) {
    // Nobody is ever answered, so no reply object is taken along, which would be in use for ever.
    const sys::Registers in = sys::wait(CPtr{monitor::slot::fault_endpoint});
    monitor::handle(in.cap, microkit::Message{in});
  }
}
