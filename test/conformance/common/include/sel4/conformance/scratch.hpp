// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/alloc/boot_allocator.hpp>
#include <sel4/root_task.hpp>
#include <sel4/sel4.hpp>

namespace sel4::conformance {

/// Memory and slots in which each case of a transcript starts anew, so that no case can tell what
/// came before it. The slots are those of a CNode of its own, whose capabilities the root CNode
/// cannot name: made objects are put into slots of the root CNode.
class Scratch {
 public:
  /// Enough for a large page and the other objects of a case.
  static constexpr Word memory_bits = 23;
  static constexpr Word slot_count = 128;

  explicit Scratch(BootInfo boot_info, Word bits = memory_bits) noexcept
      : boot_info_(boot_info),
        allocator_(boot_info),
        memory_(allocator_.create<Untyped>(bits).or_panic("no memory for the cases")),
        slots_(allocator_.slots(slot_count).or_panic("no slots for the cases")) {}

  /// All objects made here are gone afterwards, and their memory is free again.
  void clear() noexcept {
    init_thread::cnode.slot(memory_).revoke().or_panic("a case cannot be cleared");
    // Copies of what was not made here.
    for (Word i = 0; i < next_; ++i) {
      init_thread::cnode.slot(slots_.index() + i).remove().or_panic("a slot cannot be cleared");
    }
    next_ = 0;
  }

  /// A new object by the numbers of Untyped_Retype.
  [[nodiscard]] CPtr make(Word object_type, Word size_argument) noexcept {
    const Slot to = slot();
    sys::untyped_retype(sys::ThreadIpc{}, memory_.cptr(), object_type, size_argument,
                        init_thread::cnode.cptr(), 0, 0, to.index(), 1)
        .or_panic("no object for a case");
    return to.cptr();
  }
  template <FixedSizeObject T>
  [[nodiscard]] T make() noexcept {
    return T{make(T::object_type, 0)};
  }
  template <VariableSizeObject T>
  [[nodiscard]] T make(Word size_argument) noexcept {
    return T{make(T::object_type, size_argument)};
  }

  /// An empty slot of the root CNode.
  [[nodiscard]] Slot slot() noexcept {
    SEL4_ASSERT(next_ < slot_count);
    return init_thread::cnode.slot(slots_.index() + next_++);
  }

  /// What the objects are made of.
  [[nodiscard]] CPtr memory() const noexcept { return memory_.cptr(); }

  [[nodiscard]] BootInfo boot_info() const noexcept { return boot_info_; }
  [[nodiscard]] BootAllocator& allocator() noexcept { return allocator_; }

 private:
  BootInfo boot_info_;
  BootAllocator allocator_;
  Untyped memory_;
  Slot slots_;
  Word next_ = 0;
};

}  // namespace sel4::conformance
