// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/result.hpp>
#include <sel4/sys/error.hpp>

namespace sel4::test {

/// Makes sel4::print work on kernels built without printing: takes the board's serial port and
/// installs a print sink that writes to it. Does nothing on kernels that have a debug console.
/// SEL4_TEST_MAIN calls it; other programs call it first thing in the root task. Call it once.
///
/// It takes slots from the end of the free ones (so allocate from the front), and on boards with a
/// memory-mapped port the device untyped that the port is in, of which it splits off the port's
/// page. Errors: failed_lookup: no device untyped covers the port; those of Untyped::retype(),
/// Frame::map() and IoPortControl::issue().
Result<> init_console(const ::seL4_BootInfo& boot_info) noexcept;

}  // namespace sel4::test
