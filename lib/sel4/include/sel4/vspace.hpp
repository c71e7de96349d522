// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/vspace_methods.hpp>

namespace sel4 {

/// An address space: the root of its translation tables.
template <class Ipc>
class BasicVSpace : public arch::VSpaceMethods<BasicVSpace, Ipc>,
                    public KindFacts<arch::kind::vspace> {
 public:
  using arch::VSpaceMethods<BasicVSpace, Ipc>::VSpaceMethods;
  /// The kind's name in messages: the manual's.
  static constexpr const char* kind_name = arch::kind::vspace.name;
};

/// An address space: its root translation table. Before anything can be mapped it needs an address
/// space identifier: AsidPool::assign().
using VSpace = BasicVSpace<sys::ThreadIpc>;

}  // namespace sel4
