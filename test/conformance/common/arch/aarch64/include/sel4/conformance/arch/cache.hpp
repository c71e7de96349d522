// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/arch_ask.hpp>

#include <array>

namespace sel4::conformance::machine {

/// A function that only returns.
inline constexpr Word return_instruction = 0xd65f'03c0;

inline constexpr std::array of_page{
    InvocationLabel::arm_page_clean_data, InvocationLabel::arm_page_invalidate_data,
    InvocationLabel::arm_page_clean_invalidate_data, InvocationLabel::arm_page_unify_instruction};
inline constexpr std::array of_space{InvocationLabel::arm_vspace_clean_data,
                                     InvocationLabel::arm_vspace_invalidate_data,
                                     InvocationLabel::arm_vspace_clean_invalidate_data,
                                     InvocationLabel::arm_vspace_unify_instruction};

/// Every cache operation on a frame that is mapped in a VSpace without ASID, and on that.
inline void cache_operations_without_asid(CPtr frame, CPtr space, Word vaddr) {
  for (const InvocationLabel label : of_page) {
    tell(ask(frame, label, {0, 0x1000}), "page operation ", static_cast<Word>(label));
    tell(ask(frame, label, {8, 0}), "of nothing");
  }
  for (const InvocationLabel label : of_space) {
    tell(ask(space, label, {vaddr, vaddr + 0x1000}), "space operation ", static_cast<Word>(label));
    tell(ask(space, label, {vaddr, vaddr}), "of nothing");
  }
}

/// Every cache operation on a frame, mapped and not, and on our VSpace.
inline void cache_operations(CPtr frame, Word vaddr) {
  struct Range {
    Word start;
    Word end;
  };
  constexpr Word all = ~Word{0};
  constexpr std::array ranges{Range{0, 0x1000}, Range{0, 0},      Range{8, 24},
                              Range{0, 0x1001}, Range{0x1000, 0}, Range{0xfff, 0x1000},
                              Range{0, all},    Range{all, all}};
  const CPtr space = init_thread::vspace.cptr();
  for (const bool is_mapped : {false, true}) {
    if (is_mapped) must(map_frame(frame, space, vaddr), "not mapped");
    for (const InvocationLabel label : of_page) {
      for (const Range range : ranges) {
        tell(ask(frame, label, {range.start, range.end}), "page operation ",
             static_cast<Word>(label), is_mapped ? ", mapped, " : ", unmapped, ", hex(range.start),
             " ", hex(range.end));
      }
    }
    for (const InvocationLabel label : of_space) {
      for (const Range range : ranges) {
        tell(ask(space, label, {vaddr + range.start, vaddr + range.end}), "space operation ",
             static_cast<Word>(label), is_mapped ? ", mapped, " : ", unmapped, ", hex(range.start),
             " ", hex(range.end));
      }
      tell(ask(space, label, {vaddr - 0x1000, vaddr}), "below");
      tell(ask(space, label, {vaddr, vaddr + 0x3000}), "over more pages");
      tell(ask(space, label, {all << 30, (all << 30) + 0x1000}), "of the kernel");
      tell(ask(space, label, {0x7000'0000, 0x7000'1000}), "where nothing is");
    }
  }
  must(remove(place_of(frame)), "stays");
}

}  // namespace sel4::conformance::machine
