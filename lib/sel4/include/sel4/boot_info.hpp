// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/address.hpp>
#include <sel4/base/std_parts.hpp>
#include <sel4/cap_range.hpp>
#include <sel4/cnode.hpp>
#include <sel4/config.hpp>
#include <sel4/extra_boot_info.hpp>
#include <sel4/frame.hpp>
#include <sel4/sched_control.hpp>
#include <sel4/sys/ipc.hpp>
#include <sel4/untyped.hpp>

#include <cstddef>
#include <optional>
#include <span>

namespace sel4 {

/// An untyped that the kernel gave the initial thread.
struct UntypedEntry {
  /// The capability, in one of the initial slots.
  Untyped cap;
  /// Physical address of the first byte.
  Paddr paddr;
  /// It has 2^size_bits bytes.
  Word size_bits;
  /// Device memory: only frames and further device untypeds can be made of it, and it is not
  /// cleared.
  bool is_device;
};

/// A part of the list of untypeds: a range of UntypedEntry.
class UntypedList {
 public:
  /// An iterator over UntypedEntry; the entries are made as it goes.
  class Iterator {
   public:
    /// For the standard's iterator concepts, as the two below.
    using value_type = UntypedEntry;
    /// Of positions in the list.
    using difference_type = std::ptrdiff_t;
    /// One pass: the entries are made as it goes.
    using iterator_category = std::input_iterator_tag;

    constexpr Iterator() noexcept = default;
    /// At the description `at`, whose capability is in `slot`.
    constexpr Iterator(const ::seL4_UntypedDesc* at, Word slot) noexcept : at_(at), slot_(slot) {}
    /// The entry, by value. Not at the end.
    [[nodiscard]] constexpr UntypedEntry operator*() const noexcept {
      return {Untyped{CPtr{slot_}}, Paddr{at_->paddr}, at_->sizeBits, at_->isDevice != 0};
    }
    /// To the next entry.
    constexpr Iterator& operator++() noexcept {
      ++at_;
      ++slot_;
      return *this;
    }
    /// The same; returns where it was.
    constexpr Iterator operator++(int) noexcept { return Iterator{at_++, slot_++}; }
    friend constexpr bool operator==(const Iterator& a, const Iterator& b) noexcept {
      return a.at_ == b.at_;
    }

   private:
    const ::seL4_UntypedDesc* at_ = nullptr;
    Word slot_ = 0;
  };

  constexpr UntypedList() noexcept = default;
  /// `slot` is that of the first entry's capability.
  constexpr UntypedList(std::span<const ::seL4_UntypedDesc> entries, Word slot) noexcept
      : entries_(entries), slot_(slot) {}

  /// How many there are.
  [[nodiscard]] constexpr std::size_t size() const noexcept { return entries_.size(); }
  /// Whether there is none.
  [[nodiscard]] constexpr bool empty() const noexcept { return entries_.empty(); }
  /// Entry `index`; panics if it is not below size().
  [[nodiscard]] constexpr UntypedEntry operator[](std::size_t index) const noexcept {
    SEL4_ASSERT(index < size());
    return *Iterator{entries_.data() + index, slot_ + index};
  }
  /// At the first entry.
  [[nodiscard]] constexpr Iterator begin() const noexcept { return {entries_.data(), slot_}; }
  /// Behind the last entry.
  [[nodiscard]] constexpr Iterator end() const noexcept {
    return {entries_.data() + entries_.size(), slot_ + entries_.size()};
  }

  /// The entries `first` ... `first` + `count` - 1.
  [[nodiscard]] constexpr UntypedList part(std::size_t first, std::size_t count) const noexcept {
    return {entries_.subspan(first, count), slot_ + first};
  }

 private:
  std::span<const ::seL4_UntypedDesc> entries_;
  Word slot_ = 0;
};

/// What the kernel tells the initial thread, as types of ours. A view of the kernel's structure.
class BootInfo {
 public:
  /// Of the kernel's structure, which must outlive this.
  constexpr explicit BootInfo(const ::seL4_BootInfo& raw) noexcept : raw_(&raw) {}

  /// The kernel's structure, for what has no member here.
  [[nodiscard]] constexpr const ::seL4_BootInfo& raw() const noexcept { return *raw_; }

  /// The core this is about, from 0.
  [[nodiscard]] constexpr Word node_id() const noexcept { return raw_->nodeID; }
  /// How many cores the kernel runs on.
  [[nodiscard]] constexpr Word num_nodes() const noexcept { return raw_->numNodes; }
  /// Levels of IOMMU translation tables; 0 if there is no IOMMU.
  [[nodiscard]] constexpr Word num_io_page_table_levels() const noexcept {
    return raw_->numIOPTLevels;
  }

  /// The initial thread's, as it sees it.
  [[nodiscard]] constexpr IpcBuffer* ipc_buffer() const noexcept { return raw_->ipcBuffer; }

  /// The addresses of the free slots: `[first, end)`.
  struct Slots {
    /// The first address.
    Word first;
    /// One past the last.
    Word end;
    /// How many slots; 0 if the range is empty or turned round.
    [[nodiscard]] constexpr Word size() const noexcept { return end < first ? 0 : end - first; }
  };
  /// The slots of the root CNode that the kernel has left free.
  [[nodiscard]] constexpr Slots empty() const noexcept {
    return {raw_->empty.start, raw_->empty.end};
  }

  /// The pages of the program's image, by address, lowest first.
  [[nodiscard]] constexpr CapRange<SmallFrame> user_image_frames() const noexcept {
    return range<SmallFrame>(raw_->userImageFrames);
  }
  /// The page of the image that is mapped at `page`, if the image begins at `image_start`.
  [[nodiscard]] constexpr std::optional<SmallFrame> user_image_frame(Vaddr image_start,
                                                                     Vaddr page) const noexcept {
    const CapRange<SmallFrame> frames = user_image_frames();
    if (page < image_start) return std::nullopt;
    const Word index = (page - image_start) >> seL4_PageBits;
    if (index >= frames.size()) return std::nullopt;
    return frames[index];
  }
  /// The image's translation tables, of mixed kinds: largest first, then by address.
  [[nodiscard]] constexpr Slots user_image_paging() const noexcept {
    return {raw_->userImagePaging.start, raw_->userImagePaging.end};
  }
  /// IOSpace capabilities on Arm.
  [[nodiscard]] constexpr Slots io_space_caps() const noexcept {
    return {raw_->ioSpaceCaps.start, raw_->ioSpaceCaps.end};
  }
  /// The pages that the extra boot information is in.
  [[nodiscard]] constexpr CapRange<SmallFrame> extra_boot_info_frames() const noexcept {
    return range<SmallFrame>(raw_->extraBIPages);
  }

  /// The root CNode has 2^cnode_size_bits() slots.
  [[nodiscard]] constexpr Word cnode_size_bits() const noexcept {
    return raw_->initThreadCNodeSizeBits;
  }
  /// The scheduling domain of the initial thread.
  [[nodiscard]] constexpr Word domain() const noexcept { return raw_->initThreadDomain; }

  /// One for each core. MCS kernels only: elsewhere there is no such member in the kernel's
  /// structure.
  template <class Raw = ::seL4_BootInfo>
    requires(config::kernel_mcs)
  [[nodiscard]] constexpr CapRange<SchedControl> sched_controls() const noexcept {
    const Raw& raw = *raw_;
    return range<SchedControl>(raw.schedcontrol);
  }

  /// All untypeds; never more than the kernel's structure has room for.
  [[nodiscard]] constexpr UntypedList untypeds() const noexcept {
    const Word start = raw_->untyped.start;
    const Word end = raw_->untyped.end;
    const std::size_t count =
        std::min<std::size_t>(end < start ? 0 : end - start, std::size(raw_->untypedList));
    return {std::span{raw_->untypedList}.first(count), start};
  }

  /// The list in two: the kernel lists device memory first. Nothing if it does not.
  struct UntypedPartition {
    /// What is not ordinary memory.
    UntypedList device;
    /// Ordinary memory.
    UntypedList ram;
  };
  /// untypeds(), parted where ordinary memory begins.
  [[nodiscard]] constexpr std::optional<UntypedPartition> partitioned_untypeds() const noexcept {
    const UntypedList all = untypeds();
    std::size_t devices = 0;
    while (devices < all.size() && all[devices].is_device) ++devices;
    for (std::size_t i = devices; i < all.size(); ++i) {
      if (all[i].is_device) return std::nullopt;
    }
    return UntypedPartition{all.part(0, devices), all.part(devices, all.size() - devices)};
  }

  /// The extra boot information: the kernel puts it behind the frame of this one.
  [[nodiscard]] ExtraBootInfo extra() const noexcept {
    const auto* const bytes = reinterpret_cast<const std::byte*>(raw_) + seL4_BootInfoFrameSize;
    return ExtraBootInfo{{bytes, raw_->extraLen}};
  }

 private:
  template <Capability T>
  [[nodiscard]] static constexpr CapRange<T> range(::seL4_SlotRegion region) noexcept {
    return {region.start, region.end};
  }

  const ::seL4_BootInfo* raw_;
};

}  // namespace sel4
