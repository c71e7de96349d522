// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/cnode.hpp>

#include <utility>

namespace sel4 {

/// Owns a slot and the capability in it: the destructor deletes the capability, and with the last
/// capability the object goes. A class of its own, because a plain capability is borrowed.
///
/// Costs one invocation when destroyed. If that fails (someone else has emptied or removed the
/// CNode) there is nothing left to do, and nothing is done. `Ipc` is the slot's context.
template <Capability T, class Ipc = sys::ThreadIpc>
class [[nodiscard]] OwnedCap {
 public:
  /// Takes over `slot`, which holds `cap`.
  constexpr OwnedCap(T cap, BasicSlot<Ipc> slot) noexcept : cap_(cap), slot_(slot) {}

  /// Takes over what `other` owns; that owns nothing afterwards.
  constexpr OwnedCap(OwnedCap&& other) noexcept
      : cap_(other.cap_), slot_(other.slot_), owns_(std::exchange(other.owns_, false)) {}
  /// Deletes what this one owns, as the destructor does, then takes over what `other` owns.
  constexpr OwnedCap& operator=(OwnedCap&& other) noexcept {
    if (this != &other) {
      reset();
      cap_ = other.cap_;
      slot_ = other.slot_;
      owns_ = std::exchange(other.owns_, false);
    }
    return *this;
  }
  OwnedCap(const OwnedCap&) = delete;
  OwnedCap& operator=(const OwnedCap&) = delete;
  constexpr ~OwnedCap() { reset(); }

  /// The capability, valid while this owner lives and owns. Not from a temporary owner: it would be
  /// deleted at the end of the statement.
  [[nodiscard]] constexpr T borrow() const& noexcept { return cap_; }
  void borrow() const&& = delete;

  /// Where the capability is, or was.
  [[nodiscard]] constexpr BasicSlot<Ipc> slot() const noexcept { return slot_; }
  /// Whether the destructor deletes the capability: not after a move, release() or remove().
  [[nodiscard]] constexpr bool owns() const noexcept { return owns_; }

  /// Gives up ownership: the capability stays in its slot.
  constexpr T release() noexcept {
    owns_ = false;
    return cap_;
  }

  /// Deletes the capability now, and says whether that worked. Does nothing if it is not owned.
  Result<> remove() noexcept {
    if (!std::exchange(owns_, false)) return {};
    return slot_.remove();
  }

 private:
  constexpr void reset() noexcept {
    if (std::exchange(owns_, false)) slot_.remove().ignore();
  }

  T cap_;
  BasicSlot<Ipc> slot_;
  bool owns_ = true;
};

}  // namespace sel4
