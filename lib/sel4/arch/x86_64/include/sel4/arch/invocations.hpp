// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/sys/invocations.hpp>

// The invocations that every architecture has, under one name: what is written once for all
// architectures calls these.
namespace sel4::arch {

/// Maps a frame; `args` are those of x86_page_map(). (Manual: Page - Map.)
template <class Ipc, class... A>
auto page_map(Ipc ipc, A... args) noexcept {
  return x86_page_map(ipc, args...);
}

/// Unmaps a frame. (Manual: Page - Unmap.)
template <class Ipc>
auto page_unmap(Ipc ipc, CPtr page) noexcept {
  return x86_page_unmap(ipc, page);
}

/// The physical address of a frame. (Manual: Page - Get Address.)
template <class Ipc>
auto page_get_address(Ipc ipc, CPtr page) noexcept {
  return x86_page_get_address(ipc, page);
}

/// Maps a translation table of the last level; `args` are those of x86_page_table_map(). (Manual:
/// Page Table - Map.)
template <class Ipc, class... A>
auto page_table_map(Ipc ipc, A... args) noexcept {
  return x86_page_table_map(ipc, args...);
}

/// Unmaps a translation table of the last level. (Manual: Page Table - Unmap.)
template <class Ipc>
auto page_table_unmap(Ipc ipc, CPtr table) noexcept {
  return x86_page_table_unmap(ipc, table);
}

/// Makes an ASID pool; `args` are those of x86_asid_control_make_pool(). (Manual: ASID Control -
/// Make Pool.)
template <class Ipc, class... A>
auto asid_control_make_pool(Ipc ipc, A... args) noexcept {
  return x86_asid_control_make_pool(ipc, args...);
}

/// Gives `vspace` an identifier of `pool`. (Manual: ASID Pool - Assign.)
template <class Ipc>
auto asid_pool_assign(Ipc ipc, CPtr pool, CPtr vspace) noexcept {
  return x86_asid_pool_assign(ipc, pool, vspace);
}

}  // namespace sel4::arch
