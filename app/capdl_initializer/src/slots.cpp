// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/config.hpp>

#include <bit>
#include <capdl_initializer/context.hpp>

namespace capdl_initializer {

namespace {

constexpr Word slot_bits = seL4_SlotBits;

// What has been taken of the untyped that the large CNode is in.
constinit std::size_t used_untyped = 0;
constinit Word used_bytes = 0;

Word guard_data(Word guard_bits) { return guard_bits; }

/// Whether an object that asks for an address needs the first `size` bytes of an untyped.
bool is_wanted(const Image& image, Word paddr, Word size) {
  for (const auto& placed : image.table<sel4::capdl::Placed>(TableId::placed)) {
    if (placed.paddr < paddr + size && paddr < placed.paddr + (Word{1} << placed.size_bits)) {
      return true;
    }
  }
  return false;
}

/// Makes a CNode with 2^bits slots, and a CSpace in which the initial CNode's slots keep their
/// addresses and those of the new CNode come from 2^bits on: a root of two slots.
void make_large_cnode(Context& context, Word bits) {
  constexpr std::string_view what = "making a CNode for the objects' capabilities";
  const ::seL4_BootInfo& boot_info = context.boot_info;
  const Word free = boot_info.empty.start;
  if (boot_info.empty.end - free < 3) fail(what, "there are no three free slots");
  const Word size = (Word{1} << (bits + slot_bits)) + (Word{1} << (1 + slot_bits));
  const Word count = boot_info.untyped.end - boot_info.untyped.start;
  Word best = count;
  for (Word i = 0; i < count; ++i) {
    const ::seL4_UntypedDesc& untyped = boot_info.untypedList[i];
    // One bit more: the root needs a little room, too.
    if (untyped.isDevice != 0 || untyped.sizeBits < bits + slot_bits + 1) continue;
    if (is_wanted(context.image, untyped.paddr, size)) continue;
    if (best == count || untyped.sizeBits < boot_info.untypedList[best].sizeBits) best = i;
  }
  if (best == count) fail(what, "no untyped is large enough");
  used_untyped = best;
  used_bytes = size;

  const CPtr untyped{boot_info.untyped.start + best};
  const CPtr initial{::seL4_CapInitThreadCNode};
  const CPtr large{free};
  const CPtr small{free + 1};
  const CPtr whole{free + 2};
  const auto retype = [&](Word index_bits, CPtr slot) {
    check(context, what, no_ref,
          sel4::sys::untyped_retype(context.ipc, untyped, ::seL4_CapTableObject, index_bits,
                                    initial, 0, 0, slot.bits(), 1));
  };
  const auto put = [&](CPtr root, Word index, std::uint8_t depth, CPtr from, Word guard_bits) {
    check(context, what, no_ref,
          sel4::sys::cnode_mint(context.ipc, root, index, depth, initial, from.bits(), address_bits,
                                sel4::sys::CapRights::from_words({sel4::capdl::all_right_bits}),
                                guard_data(guard_bits)));
  };
  retype(bits, large);
  retype(1, small);
  // Addresses of the initial CNode's slots: zeros in front of its bits.
  put(small, 0, 1, initial, bits - boot_info.initThreadCNodeSizeBits);
  put(small, 1, 1, large, 0);
  put(initial, whole.bits(), address_bits, small, address_bits - 1 - bits);
  check(context, what, no_ref, [&](auto ipc) {
    // The fault endpoint is an address in one kind of kernel and a capability in the other.
    if constexpr (sel4::config::kernel_mcs) {
      return sel4::sys::tcb_set_space(ipc, CPtr{::seL4_CapInitThreadTCB}, CPtr{0}, whole, 0,
                                      CPtr{::seL4_CapInitThreadVSpace}, 0);
    } else {
      return sel4::sys::tcb_set_space(ipc, CPtr{::seL4_CapInitThreadTCB}, Word{0}, whole, 0,
                                      CPtr{::seL4_CapInitThreadVSpace}, 0);
    }
  }(context.ipc));
  context.root = whole;
  context.slot_node = large;
  context.slot_offset = 0;
  context.bases[sel4::capdl::ref_slot] = Word{1} << bits;
}

}  // namespace

Word bytes_used(std::size_t untyped) { return untyped == used_untyped ? used_bytes : 0; }

void prepare_slots(Context& context) {
  const ::seL4_BootInfo& boot_info = context.boot_info;
  // Two for the objects that hold memory's place.
  const Word needed = Word{context.image.slot_count()} + 2;
  if (needed <= boot_info.empty.end - boot_info.empty.start) {
    context.slot_offset = boot_info.empty.start;
    context.bases[sel4::capdl::ref_slot] = boot_info.empty.start;
    return;
  }
  log(Level::debug, "Making a CNode for the objects' capabilities");
  const Word least = boot_info.initThreadCNodeSizeBits + 1;
  const Word bits = static_cast<Word>(std::bit_width(needed - 1));
  make_large_cnode(context, bits < least ? least : bits);
}

}  // namespace capdl_initializer
