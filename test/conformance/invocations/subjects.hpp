// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/blueprint.hpp>
#include <sel4/conformance/scratch.hpp>

#include <array>
#include <string_view>

namespace sel4::conformance {

/// An object to invoke: made for each case, or one that the program has anyway.
struct Subject {
  std::string_view name;
  Word object_type;
  Word size_argument;
  CPtr existing{};

  [[nodiscard]] CPtr make(Scratch& scratch) const noexcept {
    return existing.is_null() ? scratch.make(object_type, size_argument) : existing;
  }
};

/// Where the kernel has objects of class T.
template <class T, class Use>
void use_variable_size(std::string_view name, Word size_argument, Use use) {
  if constexpr (VariableSizeObject<T>) use(Subject{name, T::object_type, size_argument});
}

/// Calls `use(subject)` for each kind of object that can be invoked without waiting. Endpoints,
/// notifications and reply objects take any message; other transcripts have them.
template <class Scratch, class Use>
void for_each_subject(Scratch& scratch, Use use) {
  use(Subject{"Untyped", Untyped::object_type, 12});
  use(Subject{"CNode", CNode::object_type, 4});
  use(Subject{"TCB", Tcb::object_type, 0});
  use_variable_size<SchedContext>("SchedContext", 8, use);
  for (const ObjectKind& kind : arch::kinds) {
    // A huge page is more than this program is sure to find memory for.
    if (kind.size_bits <= 21) use(Subject{kind.name, kind.object_type, 0});
  }
  use(Subject{"IRQControl", 0, 0, init_thread::irq_control.cptr()});
  use(Subject{"ASIDControl", 0, 0, init_thread::asid_control.cptr()});
  use(Subject{"ASIDPool", 0, 0, init_thread::asid_pool.cptr()});
  use(Subject{"DomainSet", 0, 0, init_thread::domain_set.cptr()});
  if constexpr (config::kernel_mcs) {
    use(Subject{"SchedControl", 0, 0, scratch.boot_info().sched_controls()[0].cptr()});
  }
  const Slot handler = scratch.allocator().slot().or_panic("no slot for an IRQ handler");
  // No device of the machines that this runs on has it. x86_64 has no such method.
  constexpr Word spare_irq = 45;
  if (init_thread::irq_control.get(spare_irq, handler)) {
    use(Subject{"IRQHandler", 0, 0, handler.cptr()});
  }
}

}  // namespace sel4::conformance
