// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/arch/invocations.hpp>

#include <capdl_initializer/arch/spaces.hpp>
#include <capdl_initializer/context.hpp>

namespace capdl_initializer {

namespace {

using sel4::capdl::IoSpaceRecord;
using sel4::capdl::MapKind;
using sel4::capdl::MapRecord;

Result<> map(const Context& context, const MapRecord& record) {
  const CPtr space = context.slot(record.space);
  const auto rights = sel4::sys::CapRights::from_words({record.rights});
  switch (record.kind) {
    case MapKind::frame:
      return sel4::arch::page_map(context.ipc, context.cptr(record.object), space, record.address,
                                  rights, Word{record.attributes});
    case MapKind::frame_copy: {
      const CPtr frame = context.slot(record.copy_slot);
      const Result<> copied = copy(context, frame, context.cptr(record.object));
      if (!copied) return copied;
      return sel4::arch::page_map(context.ipc, frame, space, record.address, rights,
                                  Word{record.attributes});
    }
    case MapKind::table:
      return arch::map_table(context.ipc, context.cptr(record.object), space, record);
    default:
      return arch::map_other(context, record);
  }
}

void set_up_io_space(const Context& context, const IoSpaceRecord& record) {
  constexpr std::string_view what = "setting up the I/O space";
  // Specifications have three levels of tables; kernels may have more above them.
  constexpr Word levels = 3;
  const Word kernel_levels = context.boot_info.numIOPTLevels;
  if (kernel_levels < levels || kernel_levels >= levels + std::size(record.tables)) {
    fail(context, what, record.slot, "the kernel has not three to six levels of I/O page tables");
  }
  check(context, what, record.slot,
        mint(context, context.slot(record.slot), CPtr{::seL4_CapIOSpace},
             sel4::capdl::all_right_bits, record.badge));
  for (Word depth = kernel_levels - levels + 1; depth-- > 0;) {
    const Ref table = record.tables[depth];
    if (table == no_ref) {
      fail(context, what, record.slot, "there are too few I/O page tables for this kernel");
    }
    check(context, what, table,
          arch::map_io_table(context.ipc, context.cptr(table), context.slot(record.slot), 0));
  }
  for (const MapRecord& mapping :
       context.image.table<MapRecord>(TableId::maps).subspan(record.first_map, record.map_count)) {
    check(context, "mapping it into an I/O space", mapping.object, map(context, mapping));
  }
}

}  // namespace

void set_up_spaces(const Context& context) {
  log(Level::debug, "Setting up address spaces");
  for (const auto& space : context.image.table<sel4::capdl::VSpaceRecord>(TableId::vspaces)) {
    check(context, "giving the address space an ASID", space.slot,
          sel4::arch::asid_pool_assign(context.ipc, CPtr{::seL4_CapInitThreadASIDPool},
                                       context.slot(space.slot)));
  }
  const auto maps = context.image.table<MapRecord>(TableId::maps);
  for (const MapRecord& record : maps.first(context.image.header().vspace_maps)) {
    check(context, "mapping it", record.object, map(context, record));
  }
  for (const auto& space : context.image.table<IoSpaceRecord>(TableId::io_spaces)) {
    set_up_io_space(context, space);
  }
}

}  // namespace capdl_initializer
