// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/arch/invocations.hpp>
#include <sel4/config.hpp>
#include <sel4/print.hpp>

#include <algorithm>
#include <bit>
#include <capdl_initializer/arch/irqs.hpp>
#include <capdl_initializer/context.hpp>
#include <span>

namespace capdl_initializer {

namespace {

using sel4::capdl::Cover;
using sel4::capdl::max_runs;
using sel4::capdl::Placed;
using sel4::capdl::Run;

constexpr Word fan_out = sel4::config::retype_fan_out_limit;
constexpr std::size_t max_untypeds = sel4::config::max_num_bootinfo_untyped_caps;
static_assert(max_untypeds <= 256);

constinit std::uint32_t made[max_runs]{};
constinit std::uint8_t by_address[max_untypeds]{};

/// Makes objects in the slots from `slot` on.
Result<> retype(const Context& context, CPtr untyped, Word type, Word size_argument,
                std::uint32_t slot, Word count) {
  return sel4::sys::untyped_retype(context.ipc, untyped, type, size_argument, context.slot_node, 0,
                                   0, context.slot_offset + slot, count);
}

/// Makes root objects out of the kernel's untypeds: those with an address where they have to be,
/// the others from large to small in what is left, each untyped from its start to its end.
class RootObjects {
 public:
  explicit RootObjects(const Context& context)
      : context_(context),
        runs_(context.image.table<Run>(TableId::runs)),
        placed_(context.image.table<Placed>(TableId::placed)),
        count_(context.boot_info.untyped.end - context.boot_info.untyped.start) {}

  void create() {
    if (placed_.empty()) {
      // Without addresses the order does not matter.
      for (std::size_t i = 0; i < count_ && first_run_ < runs_.size(); ++i) {
        if (context_.boot_info.untypedList[i].isDevice == 0) use(i);
      }
    } else {
      sort();
      check_placed();
      for (std::size_t i = 0; i < count_; ++i) {
        if (first_run_ == runs_.size() && next_ == placed_.size()) break;
        use(by_address[i]);
      }
      release_holders();
    }
    if (first_run_ != runs_.size()) report_shortage();
  }

 private:
  [[nodiscard]] const ::seL4_UntypedDesc& desc(std::size_t index) const {
    return context_.boot_info.untypedList[index];
  }

  void sort() {
    // The kernel's list is two or three ascending ones, on which this is quick.
    for (std::size_t i = 0; i < count_; ++i) {
      std::size_t at = i;
      for (; at > 0 && desc(by_address[at - 1]).paddr > desc(i).paddr; --at) {
        by_address[at] = by_address[at - 1];
      }
      by_address[at] = static_cast<std::uint8_t>(i);
    }
  }

  // Nothing is made before every address is known to be there.
  void check_placed() const {
    std::size_t at = 0;
    for (const Placed& placed : placed_) {
      const Word last = placed.paddr + ((Word{1} << placed.size_bits) - 1);
      while (at < count_ && end(by_address[at]) < last) ++at;
      const bool inside = at < count_ && desc(by_address[at]).paddr <= placed.paddr;
      const bool free =
          inside && placed.paddr - desc(by_address[at]).paddr >= bytes_used(by_address[at]);
      if (!free) refuse(placed);
    }
  }
  // The last byte: the end itself may be beyond the largest number.
  [[nodiscard]] Word end(std::size_t index) const {
    return desc(index).paddr + ((Word{1} << desc(index).sizeBits) - 1);
  }
  [[noreturn]] void refuse(const Placed& placed) const {
    log(Level::error, "no untyped holds the physical address of an object; there are");
    for (std::size_t i = 0; i < count_; ++i) {
      const ::seL4_UntypedDesc& untyped = desc(by_address[i]);
      sel4::println("  ", sel4::hex(untyped.paddr), " to ", sel4::hex(end(by_address[i])),
                    untyped.isDevice != 0 ? " (device)" : "");
    }
    sel4::println("  asked for ", sel4::hex(placed.paddr), ", 2^", unsigned{placed.size_bits},
                  " bytes");
    fail(context_, "making it at its physical address", placed.slot, "no memory there");
  }

  /// The largest object that may be made: the first run of objects of at most 2^bits bytes.
  [[nodiscard]] std::size_t find_run(unsigned bits) const {
    std::size_t run = first_run_;
    while (run < runs_.size() && (runs_[run].size_bits > bits || made[run] == runs_[run].count)) {
      ++run;
    }
    return run;
  }

  /// Takes an untyped from its start to its end, or until there is nothing left to make.
  void use(std::size_t index) {
    const ::seL4_UntypedDesc& untyped = desc(index);
    const CPtr cap{context_.boot_info.untyped.start + index};
    const Word size = Word{1} << untyped.sizeBits;
    const bool ordinary = untyped.isDevice == 0;
    // Counted from the start of the untyped, to which all alignments are relative.
    Word at = bytes_used(index);
    for (;;) {
      Word target = size;
      const bool to_placed = next_ < placed_.size() && placed_[next_].paddr - untyped.paddr < size;
      if (to_placed) target = placed_[next_].paddr - untyped.paddr;
      while (at < target) {
        const Word made_bytes = ordinary ? make_some(cap, at, target) : 0;
        if (made_bytes != 0) {
          at += made_bytes;
        } else if (to_placed) {
          at += hold(cap, at, target);
        } else {
          return;
        }
      }
      if (!to_placed) return;
      const Placed& placed = placed_[next_];
      check(context_, "making it at its physical address", placed.slot,
            retype(context_, cap, placed.type, placed.size_argument, placed.slot, 1));
      at += Word{1} << placed.size_bits;
      ++next_;
    }
  }

  static unsigned most_bits(Word at, Word target) {
    const auto room = static_cast<unsigned>(std::bit_width(target - at)) - 1;
    if (at == 0) return room;
    return std::min(room, static_cast<unsigned>(std::countr_zero(at)));
  }

  /// Makes as many objects of one kind as may be made at once at `at`; gives their bytes.
  Word make_some(CPtr cap, Word at, Word target) {
    const std::size_t index = find_run(most_bits(at, target));
    if (index == runs_.size()) return 0;
    const Run& run = runs_[index];
    Word limit = target;
    // Where something larger fits again, it goes first.
    for (std::size_t larger = index; larger > first_run_; --larger) {
      const unsigned bits = runs_[larger - 1].size_bits;
      if (bits == run.size_bits || made[larger - 1] == runs_[larger - 1].count) continue;
      const Word next = ((at >> bits) + 1) << bits;
      if (next < limit) limit = next;
      break;
    }
    const Word count =
        std::min({Word{run.count - made[index]}, (limit - at) >> run.size_bits, fan_out});
    check(context_, "making objects from untyped memory", run.first_slot + made[index],
          retype(context_, cap, run.type, run.size_argument, run.first_slot + made[index], count));
    made[index] += static_cast<std::uint32_t>(count);
    while (first_run_ < runs_.size() && made[first_run_] == runs_[first_run_].count) ++first_run_;
    return count << run.size_bits;
  }

  // An untyped without children starts over, and the kernel then clears what it has given out
  // before. So of two objects that only hold their place one is always there.
  Word hold(CPtr cap, Word at, Word target) {
    const unsigned bits = most_bits(at, target);
    holder_ ^= 1;
    release(holder_);
    check(context_, "skipping memory", no_ref,
          retype(context_, cap, ::seL4_UntypedObject, bits, context_.image.slot_count() + holder_,
                 1));
    held_[holder_] = true;
    return Word{1} << bits;
  }
  void release(std::uint32_t holder) {
    if (!held_[holder]) return;
    held_[holder] = false;
    const CPtr slot = context_.slot(context_.image.slot_count() + holder);
    check(context_, "skipping memory", no_ref,
          sel4::sys::cnode_delete(context_.ipc, context_.root, slot.bits(), address_bits));
  }
  void release_holders() {
    release(0);
    release(1);
  }

  [[noreturn]] void report_shortage() const {
    log(Level::error, "there is too little untyped memory; not made are");
    for (std::size_t i = first_run_; i < runs_.size(); ++i) {
      if (made[i] == runs_[i].count) continue;
      sel4::println("  ", runs_[i].count - made[i], " objects of 2^", unsigned{runs_[i].size_bits},
                    " bytes (type ", runs_[i].type, ')');
    }
    fail(context_, "making it", runs_[first_run_].first_slot + made[first_run_], "out of memory");
  }

  const Context& context_;
  std::span<const Run> runs_;
  std::span<const Placed> placed_;
  std::size_t count_;
  std::size_t first_run_ = 0;
  std::size_t next_ = 0;
  std::uint32_t holder_ = 0;
  bool held_[2]{};
};

void create_covered(const Context& context) {
  for (const Cover& cover : context.image.table<Cover>(TableId::covers)) {
    for (std::uint32_t done = 0; done < cover.count;) {
      const auto count = static_cast<std::uint32_t>(std::min<Word>(cover.count - done, fan_out));
      const std::uint32_t slot = cover.first_slot + done;
      check(context, "making it from its Untyped object", slot,
            retype(context, context.cptr(cover.parent), cover.type, cover.size_argument, slot,
                   count));
      done += count;
    }
  }
}

void create_asid_pools(const Context& context) {
  for (const auto& pool : context.image.table<sel4::capdl::AsidPoolRecord>(TableId::asid_pools)) {
    check(context, "making the ASID pool", pool.slot,
          sel4::arch::asid_control_make_pool(context.ipc, CPtr{::seL4_CapASIDControl},
                                             context.slot(pool.untyped), context.root,
                                             context.slot(pool.slot).bits(), address_bits));
  }
}

}  // namespace

void create_objects(const Context& context) {
  log(Level::debug, "Creating objects");
  RootObjects{context}.create();
  create_covered(context);
  create_asid_pools(context);
  for (const auto& irq : context.image.table<sel4::capdl::IrqRecord>(TableId::irqs)) {
    check(context, "getting the interrupt", irq.slot,
          arch::get_irq(context.ipc, irq, context.root, context.slot(irq.slot)));
  }
  for (const auto& ports : context.image.table<sel4::capdl::PortsRecord>(TableId::ports)) {
    check(context, "getting the I/O ports", ports.slot,
          arch::issue_ports(context.ipc, ports, context.root, context.slot(ports.slot)));
  }
}

}  // namespace capdl_initializer
