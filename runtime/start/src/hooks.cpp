// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/runtime/hooks.hpp>

extern "C" {

[[gnu::weak]] void sel4_runtime_set_ipc_buffer(void*) noexcept {}
[[gnu::weak]] void sel4_runtime_relocate() noexcept {}
[[gnu::weak]] void __call_tls_dtors() noexcept {}
[[gnu::weak]] void sel4_runtime_run_exit_handlers() noexcept {}
[[gnu::weak]] void sel4_runtime_print_backtrace() noexcept {}
[[gnu::weak]] void sel4_abort_hook() noexcept {}
}
