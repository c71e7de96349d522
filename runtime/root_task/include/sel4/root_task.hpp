// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/result.hpp>
#include <sel4/print.hpp>
#include <sel4/runtime/stack.hpp>
#include <sel4/sys/error.hpp>
#include <sel4/sys/types.hpp>

#include <concepts>
#include <cstddef>
#include <source_location>
#include <type_traits>

namespace sel4 {

/// What a root task can choose about itself, at its SEL4_ROOT_TASK.
struct RootTaskOptions {
  /// Bytes of the initial thread's stack, a multiple of 16. Thread-local variables of the initial
  /// thread are taken from it. Below it comes a guard page, which is not counted here.
  std::size_t stack_size = std::size_t{16} * 1024;
};

namespace detail {

/// A function that can be a root task: it takes nothing, or one thing made from bootinfo; it
/// returns nothing, a status or a Result<>.
template <class Result, class... Parameter>
  requires(sizeof...(Parameter) == 0 ||
           (sizeof...(Parameter) == 1 &&
            (std::constructible_from<std::remove_cvref_t<Parameter>, const ::seL4_BootInfo&> &&
             ...)))
inline void run_root_task(Result (*function)(Parameter...), const ::seL4_BootInfo& boot_info,
                          std::source_location where) {
  const auto call = [&]() -> Result {
    if constexpr (sizeof...(Parameter) == 0) {
      return function();
    } else {
      if constexpr ((std::same_as<Parameter, const ::seL4_BootInfo&> && ...)) {
        return function(boot_info);
      } else {
        return function(std::remove_cvref_t<Parameter>(boot_info)...);
      }
    }
  };
  if constexpr (std::is_void_v<Result>) {
    call();
  } else if constexpr (std::same_as<Result, int>) {
    if (const int status = call(); status != 0) println("root task returned ", status);
  } else {
    call().or_panic("the root task failed", where);
  }
}

}  // namespace detail
}  // namespace sel4

extern "C" {
/// The root task proper; SEL4_ROOT_TASK defines it.
void sel4_root_task_main(const ::seL4_BootInfo& boot_info);
}

/// Makes `function` this program's root task. Write it once, at namespace scope; options follow as
/// designated initialisers of RootTaskOptions:
///
///     sel4::Result<> run(const sel4::BootInfo& boot_info) { ... }
///     SEL4_ROOT_TASK(run, .stack_size = 64 * 1024)
///
/// `function` takes nothing, the kernel's `seL4_BootInfo` or anything constructed from that, and
/// returns void, int or a Result<>. It runs after constructors, with thread-local storage and the
/// IPC buffer in place. When it returns, thread-local and static variables are destroyed, then the
/// initial thread is suspended for ever. An error is a panic that names it; a status other than 0
/// is printed.
#define SEL4_ROOT_TASK(function, ...)                                                             \
  static constinit ::sel4::runtime::GuardedStack<::sel4::RootTaskOptions{__VA_ARGS__}.stack_size> \
      sel4_root_task_stack{};                                                                     \
  constinit const ::sel4::runtime::StackBounds sel4_initial_stack{                                \
      sel4_root_task_stack.room, sel4_root_task_stack.room + sizeof(sel4_root_task_stack.room)};  \
  void sel4_root_task_main(const ::seL4_BootInfo& boot_info) {                                    \
    ::sel4::detail::run_root_task(&function, boot_info, ::std::source_location::current());       \
  }
