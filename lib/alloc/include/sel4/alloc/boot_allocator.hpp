// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/std_parts.hpp>
#include <sel4/boot_info.hpp>
#include <sel4/init_thread.hpp>
#include <sel4/mapper.hpp>
#include <sel4/untyped.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <optional>
#include <utility>

namespace sel4 {

/// Makes kernel objects out of what the kernel gave the initial thread: its free slots and its
/// untyped memory. Objects are never given back; who needs that revokes a whole untyped.
///
/// Memory comes from the smallest untyped that still has room, so that large ones stay whole for
/// large objects. No heap; about 10 KiB of state. Not for use by several threads at once.
class BootAllocator {
 public:
  /// The slots and RAM untypeds of `boot_info`; nothing else may use them from now on.
  explicit BootAllocator(const BootInfo& boot_info) noexcept
      : cnode_(init_thread::cnode),
        next_slot_(boot_info.empty().first),
        end_slot_(boot_info.empty().end) {
    for (const UntypedEntry& entry : boot_info.untypeds()) {
      if (count_ == pools_.size()) break;
      std::size_t at = count_++;
      pools_[at] = {entry.cap, entry.paddr, entry.size_bits, 0, entry.is_device};
      // Ascending sizes; memory of the same size keeps the kernel's order.
      for (; at > 0 && pools_[at].size_bits < pools_[at - 1].size_bits; --at) {
        std::swap(pools_[at], pools_[at - 1]);
      }
    }
  }

  /// A free slot of the root CNode. Errors: not_enough_memory: there is none left.
  Result<Slot> slot() noexcept {
    if (next_slot_ == end_slot_) return Failure{Error::not_enough_memory};
    return cnode_.slot(next_slot_++);
  }

  /// `count` consecutive free slots, of which the first is returned.
  Result<Slot> slots(Word count) noexcept {
    if (end_slot_ - next_slot_ < count) return Failure{Error::not_enough_memory};
    const Slot first = cnode_.slot(next_slot_);
    next_slot_ += count;
    return first;
  }

  /// A new object of a class whose objects have one size. Errors: not_enough_memory: no slot, or no
  /// untyped with room for it; those of Untyped::retype().
  template <FixedSizeObject T>
  Result<T> create() noexcept {
    const CPtr cap = SEL4_TRY(create(Blueprint::of<T>()));
    return T{cap};
  }

  /// A new object of a class whose size is chosen (CNode, Untyped, SchedContext).
  template <VariableSizeObject T>
  Result<T> create(Word size_argument) noexcept {
    const CPtr cap = SEL4_TRY(create(Blueprint::of<T>(size_argument)));
    return T{cap};
  }

  /// A new object of any kind.
  Result<CPtr> create(Blueprint blueprint) noexcept {
    Pool* const pool = pool_for(blueprint.size_bits());
    if (pool == nullptr) return Failure{Error::not_enough_memory};
    return create_in(*pool, blueprint);
  }

  /// A frame of a device's registers, at the physical address `paddr`, a multiple of the frame's
  /// size. Memory below it in the same untyped is passed over for good, so ask for devices in the
  /// order of their addresses. Errors: range: no device untyped holds the address, or it has been
  /// passed; not_enough_memory: no slot is left; those of Untyped::retype().
  template <FixedSizeObject T = SmallFrame>
  Result<T> create_device_frame(Paddr paddr) noexcept {
    constexpr Word bytes = Word{1} << T::size_bits;
    for (std::size_t i = 0; i < count_; ++i) {
      Pool& pool = pools_[i];
      const Word base = pool.paddr.value();
      const Word offset = paddr.value() - base;  // wraps round, and is too large, below the base
      if (!pool.is_device || pool.size_bits < T::size_bits || paddr.value() < base) continue;
      if (offset > (Word{1} << pool.size_bits) - bytes) continue;
      if (offset < pool.used) return Failure{Error::range};
      SEL4_TRY(pass_over(pool, offset));
      const CPtr cap = SEL4_TRY(create_in(pool, Blueprint::of<T>()));
      return T{cap};
    }
    return Failure{Error::range};
  }

  /// The authority to answer callers: a new reply object on MCS kernels, nothing on others.
  template <class Authority = ReplyAuthority>
  Result<Authority> create_reply_authority() noexcept {
    if constexpr (FixedSizeObject<Authority>) {
      return create<Authority>();
    } else {
      return Authority{};
    }
  }

  /// As a source of translation tables for map_frame().
  Result<CPtr> operator()(const TranslationLevel& level) noexcept { return create(level.kind); }

  /// How many slots are left.
  [[nodiscard]] Word free_slots() const noexcept { return end_slot_ - next_slot_; }

 private:
  struct Pool {
    Untyped cap;
    Paddr paddr;
    Word size_bits = 0;
    /// Bytes used so far, as the kernel counts them: objects are aligned to their size.
    Word used = 0;
    bool is_device = false;
  };

  Result<CPtr> create_in(Pool& pool, Blueprint blueprint) noexcept {
    if (next_slot_ == end_slot_) return Failure{Error::not_enough_memory};
    SEL4_TRY(pool.cap.retype(blueprint, RetypeDestination{cnode_.self(), next_slot_}));
    pool.used = aligned(pool.used, blueprint.size_bits()) + (Word{1} << blueprint.size_bits());
    return CPtr{next_slot_++};
  }

  /// Uses up the memory of `pool` below `offset`, in untypeds as large as alignment allows.
  Result<> pass_over(Pool& pool, Word offset) noexcept {
    while (pool.used < offset) {
      const Word left = offset - pool.used;
      const auto largest = static_cast<Word>(std::bit_width(left) - 1);
      const Word bits =
          pool.used == 0 ? largest
                         : std::min<Word>(largest, static_cast<Word>(std::countr_zero(pool.used)));
      SEL4_TRY(create_in(pool, Blueprint::of<Untyped>(bits)));
    }
    return {};
  }

  [[nodiscard]] static constexpr Word aligned(Word offset, Word bits) noexcept {
    const Word mask = (Word{1} << bits) - 1;
    return (offset + mask) & ~mask;
  }

  [[nodiscard]] Pool* pool_for(Word bits) noexcept {
    for (std::size_t i = 0; i < count_; ++i) {
      Pool& pool = pools_[i];
      if (pool.is_device || pool.size_bits < bits) continue;
      const Word size = Word{1} << pool.size_bits;
      if (aligned(pool.used, bits) <= size - (Word{1} << bits)) return &pool;
    }
    return nullptr;
  }

  CNode cnode_;
  Word next_slot_;
  Word end_slot_;
  std::array<Pool, config::max_num_bootinfo_untyped_caps> pools_{};
  std::size_t count_ = 0;
};

}  // namespace sel4
