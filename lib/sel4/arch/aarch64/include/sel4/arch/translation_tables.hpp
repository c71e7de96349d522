// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/translation_table.hpp>

#include <cstddef>

namespace sel4::arch {

/// Maps a table of `depth` of vspace_tree. All kinds below the root are one.
template <class Ipc>
Result<> map_table(Ipc ipc, CPtr table, CPtr vspace, std::size_t /*depth*/, Vaddr vaddr,
                   VmAttributes attributes) noexcept {
  return BasicPageTable<Ipc>{table, ipc}.map(VSpace{vspace}, vaddr, attributes);
}

}  // namespace sel4::arch
