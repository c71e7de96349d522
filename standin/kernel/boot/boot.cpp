// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <arch/machine.hpp>
#include <boot/boot.hpp>
#include <boot/memory.hpp>
#include <core/print.hpp>
#include <core/scheduler.hpp>
#include <core/thread.hpp>
#include <core/vspace.hpp>

namespace sel4::kernel {

namespace {

constexpr Word page_size = bit(seL4_PageBits);
constexpr unsigned cnode_bits = CONFIG_ROOT_CNODE_SIZE_BITS;
constexpr unsigned asid_pool_bits = seL4_ASIDPoolBits;

constexpr Word first_asid = 1;

/// How many tables below the root `vaddrs` needs.
Word count_tables(Region vaddrs) {
  Word count = 0;
  for (unsigned bits = arch::root_entry_bits; bits > page_bits; bits -= table_index_bits) {
    count += ((vaddrs.end - 1) >> bits) - (vaddrs.start >> bits) + 1;
  }
  return count;
}

/// Virtual addresses of what the first thread finds in its address space.
struct Layout {
  Region image;
  Word buffer;
  Word boot_info;
  Word extra;
  Word extra_size;  // whole pages
  [[nodiscard]] Region all() const { return {image.start, extra + extra_size}; }
};

/// Everything that is made at boot, by physical address.
struct Objects {
  Word cnode;
  Word extra;
  Word vspace;
  Word asid_pool;
  Word buffer;
  Word boot_info;
  Word tables;
  Word tcb;
  Word sched_context;
};

class Builder {
 public:
  explicit Builder(const BootArguments& arguments) : arguments_(arguments) {}
  void run();

 private:
  void plan();
  void place_objects();
  void fill_cnode();
  void make_vspace();
  void map_everything();
  Cap map_page(Word paddr, Word vaddr);
  void make_thread();
  void give_untypeds();
  void give_untypeds_of(Region region, bool is_device);
  void copy_chunks();
  void add_sched_control();

  Slot& slot(Word index) {
    return reinterpret_cast<Slot*>(arch::to_virtual(objects_.cnode))[index];
  }
  void set(Word index, Cap cap) {
    cap.set_original(true);
    insert_alone(slot(index), cap);
  }
  Word add(const Cap& cap) {
    if (next_slot_ >= bit(cnode_bits)) halt("Kernel init failed: the first CNode is full");
    set(next_slot_, cap);
    return next_slot_++;
  }
  seL4_BootInfo& info() {
    return *reinterpret_cast<seL4_BootInfo*>(arch::to_virtual(objects_.boot_info));
  }

  const BootArguments& arguments_;
  Layout layout_{};
  Objects objects_{};
  Memory memory_;
  Word table_count_ = 0;
  Word next_slot_ = seL4_NumInitialCaps;
};

void Builder::plan() {
  const Word offset = arguments_.physical_minus_virtual;
  layout_.image = {arguments_.image_start - offset, arguments_.image_end - offset};
  layout_.buffer = layout_.image.end;
  layout_.boot_info = layout_.buffer + page_size;
  layout_.extra = layout_.boot_info + page_size;
  Word extra_length = 0;
  for (unsigned i = 0; i < arguments_.chunk_count; ++i) {
    extra_length += sizeof(seL4_BootInfoHeader) + arguments_.chunks[i].bytes;
  }
  layout_.extra_size = round_up(extra_length, seL4_PageBits);
  const Region all = layout_.all();
  if (!aligned(arguments_.image_start, seL4_PageBits) || all.start >= all.end ||
      all.end - 1 > seL4_UserVSpaceTop) {
    halt("Kernel init failed: the root task does not fit into its address space");
  }
  table_count_ = count_tables(all);

  for (unsigned i = 0; i < arguments_.memory_count; ++i) memory_.add(arguments_.memory[i]);
  memory_.take(arch::kernel_memory());
  memory_.take({arguments_.image_start, arguments_.image_end});
  if (!arguments_.reserved.is_empty()) memory_.take(arguments_.reserved);
}

void Builder::place_objects() {
  struct Wanted {
    Word* place;
    Word bytes;
    Word align;
  };
  const Word extra_bytes = layout_.extra_size;
  Word extra_align = extra_bytes == 0 ? 1 : page_size;
  while (extra_align < extra_bytes) extra_align *= 2;
  const Wanted cnode{&objects_.cnode, bit(cnode_bits + seL4_SlotBits),
                     bit(cnode_bits + seL4_SlotBits)};
  const Wanted extra{&objects_.extra, extra_bytes, extra_align};
  const bool extra_first = extra_align > cnode.align;
  const Wanted wanted[] = {
      extra_first ? extra : cnode,
      extra_first ? cnode : extra,
      {&objects_.vspace, bit(seL4_VSpaceBits), bit(seL4_VSpaceBits)},
      {&objects_.asid_pool, bit(asid_pool_bits), bit(asid_pool_bits)},
      {&objects_.buffer, page_size, page_size},
      {&objects_.boot_info, page_size, page_size},
      {&objects_.tables, table_count_ * page_size, page_size},
      {&objects_.tcb, bit(seL4_TCBBits), bit(seL4_TCBBits)},
      {&objects_.sched_context, bit(seL4_MinSchedContextBits), bit(seL4_MinSchedContextBits)},
  };
  Word total = 0;
  for (const Wanted& each : wanted) total += each.bytes;
  Word at = memory_.take_from_top(total, wanted[0].align);
  if (at == 0) halt("Kernel init failed: there is no memory for the first objects");
  arch::clear_memory(reinterpret_cast<void*>(arch::to_virtual(at)), total);
  for (const Wanted& each : wanted) {
    *each.place = at;
    at += each.bytes;
  }
}

void Builder::fill_cnode() {
  set(seL4_CapInitThreadCNode, Cap::make({.kind = Kind::cnode,
                                          .address = objects_.cnode,
                                          .size = cnode_bits,
                                          .extra = word_bits - cnode_bits}));
  set(seL4_CapInitThreadTCB, Cap::make({.kind = Kind::tcb, .address = objects_.tcb}));
  set(seL4_CapInitThreadSC, Cap::make({.kind = Kind::sched_context,
                                       .address = objects_.sched_context,
                                       .size = seL4_MinSchedContextBits}));
  set(seL4_CapIRQControl, Cap::make({.kind = Kind::irq_control}));
  set(seL4_CapASIDControl, Cap::make({.kind = Kind::asid_control}));
  set(seL4_CapInitThreadASIDPool,
      Cap::make({.kind = Kind::asid_pool, .address = objects_.asid_pool}));
  if (arch::has_io_ports) {
    set(seL4_CapIOPortControl, Cap::make({.kind = Kind::io_port_control}));
  }
  set(seL4_CapDomain, Cap::make({.kind = Kind::domain_set}));
}

Cap Builder::map_page(Word paddr, Word vaddr) {
  const Word rights = Rights::read | Rights::write;
  arch::write_entry(walk(objects_.vspace, vaddr, page_bits).entry,
                    arch::frame_entry(paddr, page_bits, rights, arch::default_attributes));
  return Cap::make({.kind = Kind::frame,
                    .address = paddr,
                    .size = page_bits,
                    .rights = rights,
                    .data = Mapping{first_asid, vaddr}.data()});
}

void Builder::make_vspace() {
  asid_table[0] = reinterpret_cast<AsidPool*>(arch::to_virtual(objects_.asid_pool));
  asid_table[0]->vspaces[first_asid] = objects_.vspace;
  Cap root = arch::first_root(objects_.vspace, Mapping{first_asid, 0}.data());
  arch::init_root(root);
  set(seL4_CapInitThreadVSpace, root);
  seL4_BootInfo& bi = info();
  bi.userImagePaging.start = next_slot_;
  Word table = objects_.tables;
  const Region vaddrs = layout_.all();
  for (unsigned bits = arch::root_entry_bits; bits > page_bits; bits -= table_index_bits) {
    for (Word at = round_down(vaddrs.start, bits); at < vaddrs.end; at += bit(bits)) {
      arch::write_entry(walk(objects_.vspace, at, bits).entry, arch::table_entry(table));
      add(Cap::make({.kind = Kind::page_table,
                     .address = table,
                     .extra = arch::table_extra(bits),
                     .data = Mapping{first_asid, at}.data()}));
      table += page_size;
    }
  }
  bi.userImagePaging.end = next_slot_;
}

void Builder::add_sched_control() {
  info().schedcontrol = {next_slot_, next_slot_ + 1};
  add(Cap::make({.kind = Kind::sched_control}));
}

void Builder::map_everything() {
  seL4_BootInfo& bi = info();
  set(seL4_CapBootInfoFrame, map_page(objects_.boot_info, layout_.boot_info));
  bi.extraBIPages.start = next_slot_;
  for (Word at = 0; at < layout_.extra_size; at += page_size) {
    add(map_page(objects_.extra + at, layout_.extra + at));
  }
  bi.extraBIPages.end = next_slot_;
  set(seL4_CapInitThreadIPCBuffer, map_page(objects_.buffer, layout_.buffer));
  if (!arch::sched_control_comes_first) add_sched_control();
  bi.userImageFrames.start = next_slot_;
  for (Word at = layout_.image.start; at < layout_.image.end; at += page_size) {
    add(map_page(at + arguments_.physical_minus_virtual, at));
  }
  bi.userImageFrames.end = next_slot_;
}

void Builder::copy_chunks() {
  seL4_BootInfo& bi = info();
  char* to = reinterpret_cast<char*>(arch::to_virtual(objects_.extra));
  for (unsigned i = 0; i < arguments_.chunk_count; ++i) {
    const BootArguments::Chunk& chunk = arguments_.chunks[i];
    const seL4_BootInfoHeader header{.id = chunk.id, .len = sizeof header + chunk.bytes};
    __builtin_memcpy(to, &header, sizeof header);
    __builtin_memcpy(to + sizeof header, chunk.data, chunk.bytes);
    to += header.len;
    bi.extraLen += header.len;
  }
}

void Builder::make_thread() {
  Tcb& tcb = object_of<Tcb>(slot(seL4_CapInitThreadTCB).cap);
  SchedContext& sc = object_of<SchedContext>(slot(seL4_CapInitThreadSC).cap);
  init_tcb(tcb, 0);
  tcb.priority = tcb.mcp = seL4_MaxPrio;
  place_copy(slot(seL4_CapInitThreadCNode), tcb.slots[Tcb::cspace],
             slot(seL4_CapInitThreadCNode).cap);
  place_copy(slot(seL4_CapInitThreadVSpace), tcb.slots[Tcb::vspace],
             slot(seL4_CapInitThreadVSpace).cap);
  Cap buffer = slot(seL4_CapInitThreadIPCBuffer).cap;
  buffer.data = 0;
  place_copy(slot(seL4_CapInitThreadIPCBuffer), tcb.slots[Tcb::buffer], buffer);
  tcb.buffer_address = layout_.buffer;
  tcb.context.restart_pc = tcb.context.pc = arguments_.entry;
  tcb.context.cptr() = layout_.boot_info;
  static constexpr char name[] = "rootserver";
  __builtin_memcpy(tcb.name, name, sizeof name);
  tcb.state = ThreadState::running;
  sched.now = arch::read_timer();
  refill_new(sc, 2, ticks_of(CONFIG_BOOT_THREAD_TIME_SLICE * 1000), 0, sched.now);
  sc.tcb = &tcb;
  tcb.sc = &sc;
  enqueue_first(tcb);
  start_domain_schedule();

  seL4_BootInfo& bi = info();
  bi.numNodes = 1;
  bi.ipcBuffer = reinterpret_cast<seL4_IPCBuffer*>(layout_.buffer);
  bi.initThreadCNodeSizeBits = cnode_bits;
}

void Builder::give_untypeds_of(Region region, bool is_device) {
  seL4_BootInfo& bi = info();
  while (region.end - region.start >= bit(seL4_MinUntypedBits)) {
    // The largest that fits and is aligned where the kernel sees it.
    const Word place = arch::to_virtual(region.start);
    unsigned bits = place == 0 ? word_bits - 1 : static_cast<unsigned>(__builtin_ctzll(place));
    const unsigned most =
        word_bits - 1 - static_cast<unsigned>(__builtin_clzll(region.end - region.start));
    if (bits > most) bits = most;
    if (bits > seL4_MaxUntypedBits) bits = seL4_MaxUntypedBits;
    if (bits < seL4_MinUntypedBits) {
      region.start = round_up(region.start, seL4_MinUntypedBits);
      continue;
    }
    const Word index = next_slot_ - bi.untyped.start;
    if (index < CONFIG_MAX_NUM_BOOTINFO_UNTYPED_CAPS) {
      bi.untypedList[index] = {.paddr = region.start,
                               .sizeBits = static_cast<seL4_Uint8>(bits),
                               .isDevice = is_device,
                               .padding = {}};
      add(Cap::make(
          {.kind = Kind::untyped, .address = region.start, .size = bits, .extra = is_device}));
    }
    region.start += bit(bits);
  }
}

void Builder::give_untypeds() {
  seL4_BootInfo& bi = info();
  bi.untyped.start = next_slot_;
  // Whatever is neither memory nor a device of the kernel may be a device.
  Memory devices;
  devices.add({0, arch::device_end});
  for (unsigned i = 0; i < arguments_.memory_count; ++i) devices.take(arguments_.memory[i]);
  for (unsigned i = 0; i < arch::kernel_device_count; ++i) devices.take(arch::kernel_devices[i]);
  for (const Region& region : devices) give_untypeds_of(region, true);
  give_untypeds_of(arch::boot_memory(), false);
  for (const Region& region : memory_) give_untypeds_of(region, false);
  bi.untyped.end = next_slot_;
  bi.empty = {next_slot_, bit(cnode_bits)};
}

void Builder::run() {
  plan();
  place_objects();
  fill_cnode();
  if (arch::sched_control_comes_first) add_sched_control();
  make_vspace();
  map_everything();
  copy_chunks();
  make_thread();
  give_untypeds();
}

}  // namespace

void boot_with_device_tree(BootArguments arguments, Word dtb, Word dtb_size) {
  const void* tree = reinterpret_cast<const void*>(arch::to_virtual(dtb));
  arguments.memory[arguments.memory_count++] = find_memory(tree, dtb_size, arch::default_memory);
  if (dtb_size != 0) {
    arguments.reserved = {dtb, round_up(dtb + dtb_size, 4)};
    arguments.chunks[arguments.chunk_count++] = {SEL4_BOOTINFO_HEADER_FDT, tree, dtb_size};
  }
  boot(arguments);
}

void boot(const BootArguments& arguments) {
  print("This is the stand-in kernel of cpp-sel4: not seL4, not verified, for development only.\n");
  Builder builder(arguments);
  builder.run();
  print("Booting all finished, dropped to user space\n");
}

}  // namespace sel4::kernel
