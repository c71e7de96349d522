// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/boot_info.hpp>
#include <sel4/root_task.hpp>
#include <sel4/test/console.hpp>
#include <sel4/test/sentinel.hpp>
#include <sel4/test/test.hpp>

namespace sel4::test {

/// The boot information of the root task that SEL4_TEST_MAIN makes. Valid in tests.
[[nodiscard]] BootInfo boot_info() noexcept;

/// What SEL4_TEST_MAIN runs: the console, then all tests, then the verdict. From then on a panic
/// anywhere fails the program, unless the running test expects it.
void run_root_task(const ::seL4_BootInfo& boot_info);

}  // namespace sel4::test

/// Makes this program a root task that runs all its tests. Write it once; options as for
/// SEL4_ROOT_TASK: `SEL4_TEST_MAIN(.stack_size = 64 * 1024)`.
#define SEL4_TEST_MAIN(...) SEL4_ROOT_TASK(::sel4::test::run_root_task __VA_OPT__(, ) __VA_ARGS__)
