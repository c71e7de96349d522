// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/arch/invocations.hpp>

#include <capdl_initializer/context.hpp>

namespace capdl_initializer::arch {

/// Maps a translation table; each level has its own operation.
template <class Ipc>
Result<> map_table(Ipc ipc, CPtr table, CPtr space, const sel4::capdl::MapRecord& record) {
  const Word attributes = record.attributes;
  switch (record.level) {
    case 1:
      return sel4::sys::x86_pdpt_map(ipc, table, space, record.address, attributes);
    case 2:
      return sel4::sys::x86_page_directory_map(ipc, table, space, record.address, attributes);
    default:
      return sel4::sys::x86_page_table_map(ipc, table, space, record.address, attributes);
  }
}

template <class Ipc>
Result<> map_ept_table(Ipc ipc, CPtr table, CPtr space, const sel4::capdl::MapRecord& record) {
  if constexpr (sel4::sys::available::x86_ept_pt_map) {
    const Word attributes = record.attributes;
    switch (record.level) {
      case 1:
        return sel4::sys::x86_ept_pdpt_map(ipc, table, space, record.address, attributes);
      case 2:
        return sel4::sys::x86_ept_pd_map(ipc, table, space, record.address, attributes);
      default:
        return sel4::sys::x86_ept_pt_map(ipc, table, space, record.address, attributes);
    }
  } else {
    return sel4::Failure{Error::illegal_operation};
  }
}

template <class Ipc>
Result<> map_ept_frame(Ipc ipc, CPtr frame, CPtr space, const sel4::capdl::MapRecord& record) {
  if constexpr (sel4::sys::available::x86_page_map_ept) {
    return sel4::sys::x86_page_map_ept(ipc, frame, space, record.address,
                                       sel4::sys::CapRights::from_words({record.rights}),
                                       Word{record.attributes});
  } else {
    return sel4::Failure{Error::illegal_operation};
  }
}

/// Maps an I/O page table at the highest level that is missing.
template <class Ipc>
Result<> map_io_table(Ipc ipc, CPtr table, CPtr space, Word address) {
  if constexpr (sel4::sys::available::x86_io_page_table_map) {
    return sel4::sys::x86_io_page_table_map(ipc, table, space, address);
  } else {
    return sel4::Failure{Error::illegal_operation};
  }
}

template <class Ipc>
Result<> map_io_frame(Ipc ipc, CPtr frame, CPtr space, const sel4::capdl::MapRecord& record) {
  if constexpr (sel4::sys::available::x86_page_map_io) {
    return sel4::sys::x86_page_map_io(
        ipc, frame, space, sel4::sys::CapRights::from_words({record.rights}), record.address);
  } else {
    return sel4::Failure{Error::illegal_operation};
  }
}

/// Guests' and devices' address spaces.
inline Result<> map_other(const Context& context, const sel4::capdl::MapRecord& record) {
  using sel4::capdl::MapKind;
  const CPtr space = context.slot(record.space);
  CPtr object = context.cptr(record.object);
  if (record.kind == MapKind::ept_frame_copy || record.kind == MapKind::io_frame_copy) {
    const CPtr slot = context.slot(record.copy_slot);
    const Result<> copied = copy(context, slot, object);
    if (!copied) return copied;
    object = slot;
  }
  switch (record.kind) {
    case MapKind::ept_frame:
    case MapKind::ept_frame_copy:
      return map_ept_frame(context.ipc, object, space, record);
    case MapKind::ept_table:
      return map_ept_table(context.ipc, object, space, record);
    case MapKind::io_table:
      return map_io_table(context.ipc, object, space, record.address);
    default:
      return map_io_frame(context.ipc, object, space, record);
  }
}

}  // namespace capdl_initializer::arch
