// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/arch/invocations.hpp>

#include <capdl_initializer/context.hpp>

namespace capdl_initializer::arch {

/// Maps a translation table; the kernel knows the level.
template <class Ipc>
Result<> map_table(Ipc ipc, CPtr table, CPtr space, const sel4::capdl::MapRecord& record) {
  return sel4::arch::page_table_map(ipc, table, space, record.address, Word{record.attributes});
}

/// There are no other mappings.
inline Result<> map_other(const Context&, const sel4::capdl::MapRecord&) {
  return sel4::Failure{Error::illegal_operation};
}

template <class Ipc>
Result<> map_io_table(Ipc, CPtr, CPtr, Word) {
  return sel4::Failure{Error::illegal_operation};
}

}  // namespace capdl_initializer::arch
