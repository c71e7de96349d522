// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/conformance/scratch.hpp>

#include <array>

namespace sel4::conformance {

/// A capability that a case passes along.
enum class Argument : std::uint8_t {
  empty,  ///< the address of an empty slot
  cnode,  ///< a CNode of 16 slots with a notification in slot 1
  tcb,
  endpoint,
  notification,
  sched_context,  ///< an endpoint where there are none
  untyped_of_a_page,
  frame,
  vspace,      ///< one that has no ASID
  our_vspace,  ///< that of this program
  our_tcb,
};
inline constexpr std::size_t argument_count = 11;

/// The arguments of one case: made when first asked for.
class Arguments {
 public:
  explicit Arguments(Scratch& scratch) noexcept : scratch_(scratch) {}

  [[nodiscard]] CPtr operator()(Argument which) noexcept {
    CPtr& cap = made_[static_cast<std::size_t>(which)];
    if (cap.is_null()) cap = make(which);
    return cap;
  }

 private:
  [[nodiscard]] CPtr make(Argument which) noexcept {
    switch (which) {
      case Argument::cnode:
        return make_cnode();
      case Argument::tcb:
        return scratch_.make<Tcb>().cptr();
      case Argument::endpoint:
        return scratch_.make<Endpoint>().cptr();
      case Argument::notification:
        return scratch_.make<Notification>().cptr();
      case Argument::sched_context:
        return make_sched_context<SchedContext>();
      case Argument::untyped_of_a_page:
        return scratch_.make<Untyped>(seL4_PageBits).cptr();
      case Argument::frame:
        return scratch_.make<SmallFrame>().cptr();
      case Argument::vspace:
        return scratch_.make<VSpace>().cptr();
      case Argument::our_vspace:
        return init_thread::vspace.cptr();
      case Argument::our_tcb:
        return init_thread::tcb.cptr();
      case Argument::empty:
        break;
    }
    return scratch_.slot().cptr();
  }

  [[nodiscard]] CPtr make_cnode() noexcept {
    constexpr Word bits = 4;
    const auto node = scratch_.make<CNode>(bits);
    const auto notification = scratch_.make<Notification>();
    node.slot(1, Depth{bits})
        .copy(init_thread::cnode.slot(notification), {.rights = Rights::all})
        .or_panic("the CNode of a case has no room");
    return node.cptr();
  }

  template <class Context>
  [[nodiscard]] CPtr make_sched_context() noexcept {
    if constexpr (VariableSizeObject<Context>) {
      return scratch_.make<Context>(Word{8}).cptr();
    } else {
      return scratch_.make<Endpoint>().cptr();
    }
  }

  Scratch& scratch_;
  std::array<CPtr, argument_count> made_{};
};

}  // namespace sel4::conformance
