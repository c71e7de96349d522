// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include <sel4/arch/invocations.hpp>
#include <sel4/boot_info.hpp>
#include <sel4/capdl/inflate.hpp>
#include <sel4/image_frames.hpp>

#include <capdl_initializer/arch/caches.hpp>
#include <capdl_initializer/context.hpp>
#include <capdl_initializer/target.hpp>
#include <cstring>

namespace capdl_initializer {

namespace {

using sel4::capdl::FillKind;
using sel4::capdl::FillPart;
using sel4::capdl::FillRecord;

constexpr Word small_bits = seL4_PageBits;
constexpr Word large_bits = seL4_LargePageBits;
// One table has as many entries for large pages as for small ones.
constexpr Word table_span_bits = large_bits + (large_bits - small_bits);
constexpr std::uint8_t read_write = sel4::capdl::right_read | sel4::capdl::right_write;

/// A page of the program whose frame makes room for the frame that is being filled.
alignas(1U << small_bits) constinit std::byte small_window[1U << small_bits]{};

Word round_up(Word value, Word bits) { return ((value - 1) >> bits << bits) + (Word{1} << bits); }

/// Where frames are seen while they are filled.
class Windows {
 public:
  explicit Windows(const Context& context) : context_(context) {}

  /// The address for a frame of 2^bits bytes.
  std::byte* at(Word bits) {
    if (bits > small_bits) {
      if (large_ == 0) large_ = find_large();
      return reinterpret_cast<std::byte*>(large_);
    }
    if (!small_free_) {
      check(context_, "making a window for frames", no_ref,
            sel4::unmap_image_page(context_.boot_info, small_window));
      small_free_ = true;
    }
    return small_window;
  }

 private:
  // Behind the program, or else before it, where no table is missing: the program, its IPC buffer
  // and what the kernel says of itself lie under one table of large pages.
  [[nodiscard]] Word find_large() const {
    const sel4::capdl::Location location = sel4_capdl_location.get();
    const ::seL4_BootInfo& boot_info = context_.boot_info;
    const Word first = location.program_start >> large_bits << large_bits;
    Word end = location.program_end;
    const auto extend = [&](Word address) {
      if (address > end) end = address;
    };
    extend(reinterpret_cast<Word>(boot_info.ipcBuffer) + (Word{1} << small_bits));
    extend(reinterpret_cast<Word>(&boot_info) + seL4_BootInfoFrameSize + boot_info.extraLen);
    end = round_up(end, large_bits);
    if (end % (Word{1} << table_span_bits) != 0) return end;
    if (first % (Word{1} << table_span_bits) != 0) return first - (Word{1} << large_bits);
    fail("making a window for large frames", "the program fills a whole table");
  }

  const Context& context_;
  bool small_free_ = false;
  Word large_ = 0;
};

// The chunk's header counts: specifications say offsets from there.
void copy_boot_info(const Context& context, const FillPart& part, std::byte* to) {
  for (const sel4::ExtraBootInfoChunk chunk : sel4::BootInfo{context.boot_info}.extra()) {
    if (static_cast<Word>(chunk.id) != part.boot_info_id) continue;
    const Word size = chunk.content.size() + sizeof(::seL4_BootInfoHeader);
    if (part.source >= size) return;
    const Word left = size - part.source;
    std::memcpy(to, chunk.content.data() - sizeof(::seL4_BootInfoHeader) + part.source,
                left < part.size ? left : part.size);
    return;
  }
}

void fill(const Context& context, const FillRecord& record, const FillPart& part,
          std::byte* frame) {
  std::byte* const to = frame + part.start;
  switch (part.kind) {
    case FillKind::copy:
      std::memcpy(to, context.image.source(part).data(), part.size);
      break;
    case FillKind::inflate:
      if (!sel4::capdl::inflate(context.image.source(part), {to, part.size})) {
        fail(context, "filling the frame", record.frame, "the compressed contents are damaged");
      }
      break;
    case FillKind::boot_info:
      copy_boot_info(context, part, to);
      break;
  }
}

}  // namespace

void fill_frames(const Context& context) {
  const auto fills = context.image.table<FillRecord>(TableId::fills);
  if (fills.empty()) return;
  log(Level::debug, "Filling frames");
  const auto parts = context.image.table<FillPart>(TableId::fill_parts);
  Windows windows{context};
  for (const FillRecord& record : fills) {
    const CPtr frame = context.cptr(record.frame);
    std::byte* const window = windows.at(record.size_bits);
    const Word address = reinterpret_cast<Word>(window);
    check(context, "mapping the frame to fill it", record.frame,
          sel4::arch::page_map(context.ipc, frame, CPtr{::seL4_CapInitThreadVSpace}, address,
                               sel4::sys::CapRights::from_words({read_write}),
                               arch::window_attributes));
    for (const FillPart& part : parts.subspan(record.first_entry, record.entry_count)) {
      fill(context, record, part, window);
    }
    check(context, "cleaning caches of the frame", record.frame,
          arch::clean_frame(context.ipc, frame, record));
    check(context, "unmapping the frame", record.frame, sel4::arch::page_unmap(context.ipc, frame));
  }
  arch::finish_fills();
}

}  // namespace capdl_initializer
