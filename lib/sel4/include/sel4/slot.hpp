// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/badge.hpp>
#include <sel4/config.hpp>
#include <sel4/guard.hpp>
#include <sel4/object.hpp>
#include <sel4/rights.hpp>
#include <sel4/sys/invocations.hpp>

#include <cstdint>
#include <type_traits>

namespace sel4 {

template <class Ipc>
class BasicCNode;

/// How many bits of a slot's index are looked up, guards included.
class Depth {
 public:
  /// Unchecked: the kernel refuses 0 and more than a word has.
  constexpr explicit Depth(Word bits) noexcept : bits_(bits) {}
  /// All of a word: for slots of a CSpace, addressed as its threads address them.
  [[nodiscard]] static constexpr Depth whole() noexcept { return Depth{sizeof(Word) * 8}; }

  /// As an invocation takes it.
  [[nodiscard]] constexpr Word bits() const noexcept { return bits_; }
  friend constexpr bool operator==(Depth, Depth) noexcept = default;

 private:
  Word bits_;
};

/// What Slot::mint() gives the new capability. The rights must be stated; the kernel leaves out
/// those that the source does not have. The badge (for a CNode capability: Guard::badge()) can be
/// set once.
struct MintArguments {
  /// Those that the new capability may have.
  Rights rights;
  /// Taken by capabilities to endpoints and notifications, and others that the manual names.
  Badge badge{};
};

/// What Slot::copy() gives the new capability.
struct CopyArguments {
  /// Those that the new capability may have.
  Rights rights;
};

/// The guards that Slot::rotate() gives the two capabilities, where they are CNode capabilities.
struct RotateGuards {
  /// For what arrives in the destination: the pivot.
  Guard here{};
  /// For what arrives in the pivot's slot: the source.
  Guard at_pivot{};
};

template <class T, class Ipc>
class BasicSlotOf;

/// A slot by its absolute address: a root CNode, an index, and how many bits of the index count
/// (seL4 manual, "CNode: capability address lookup"). Borrowed, like a capability.
///
/// The operations that make a capability here return it by the address that it has in the CSpace
/// whose root this slot's CNode is. They take the source as a slot, or as a capability of that same
/// CSpace.
///
/// Errors of all operations: failed_lookup: a path leads nowhere; illegal_operation, range: a depth
/// is not valid; invalid_capability: the root is not a CNode. Those that fill a slot: delete_first:
/// it is not empty; failed_lookup: the source is empty.
template <class Ipc>
class BasicSlot {
 public:
  /// The type of the CNode capability that slots are reached by.
  using Root = BasicCNode<Ipc>;

  /// The slot that `depth` bits of `index` lead to, from `root` on.
  constexpr BasicSlot(BasicCNode<Ipc> root, Word index, Depth depth) noexcept
      : root_(root.cptr()), ipc_(root.ipc()), index_(index), depth_(depth) {}

  /// The CNode that the lookup starts at.
  [[nodiscard]] constexpr BasicCNode<Ipc> root() const noexcept {
    return BasicCNode<Ipc>{root_, ipc_};
  }
  /// What is looked up; for a CSpace's root, the capability address.
  [[nodiscard]] constexpr Word index() const noexcept { return index_; }
  /// How many bits of the index are looked up.
  [[nodiscard]] constexpr Depth depth() const noexcept { return depth_; }

  /// The address of this slot in the CSpace whose root its CNode is.
  [[nodiscard]] constexpr CPtr cptr() const noexcept { return CPtr{index_}; }

  /// The capability in this slot, taken to be a T of the CSpace whose root this slot's CNode is.
  template <Capability T>
  [[nodiscard]] constexpr T as() const noexcept {
    if constexpr (std::is_empty_v<typename T::Context>) {
      return T{cptr()};
    } else {
      return T{cptr(), ipc_};
    }
  }

  /// Makes a copy of `source` here, with fewer rights if wanted and with a badge.
  /// (Manual: CNode - Mint.)
  /// Errors: illegal_operation, invalid_capability: the source has a badge already or its kind
  /// takes none; revoke_first: the source is an untyped or page table in use.
  template <Capability T>
  Result<T> mint(T source, MintArguments arguments) const noexcept {
    return made(mint_from(here(source), arguments), here_like(source));
  }
  /// The same for the source in another slot, of whatever CSpace.
  template <Capability T, class Other>
  Result<T> mint(BasicSlotOf<T, Other> source, MintArguments arguments) const noexcept {
    return made(mint_from(source, arguments), as<T>());
  }
  /// The same for what the program does not know the type of.
  template <class Other>
  Result<> mint(BasicSlot<Other> source, MintArguments arguments) const noexcept {
    return mint_from(source, arguments);
  }

  /// Makes a copy of `source` here, with fewer rights if wanted. (Manual: CNode - Copy.)
  /// Errors: revoke_first: the source cannot be copied in its state; illegal_operation: or at all.
  template <Capability T>
  Result<T> copy(T source, CopyArguments arguments) const noexcept {
    return made(copy_from(here(source), arguments), here_like(source));
  }
  /// The same for the source in another slot, of whatever CSpace.
  template <Capability T, class Other>
  Result<T> copy(BasicSlotOf<T, Other> source, CopyArguments arguments) const noexcept {
    return made(copy_from(source, arguments), as<T>());
  }
  /// The same for what the program does not know the type of.
  template <class Other>
  Result<> copy(BasicSlot<Other> source, CopyArguments arguments) const noexcept {
    return copy_from(source, arguments);
  }

  /// Moves `source` here; its slot is empty afterwards. (Manual: CNode - Move.)
  template <Capability T>
  Result<T> move(T source) const noexcept {
    return made(move_from(here(source)), here_like(source));
  }
  /// The same for the source in another slot, of whatever CSpace.
  template <Capability T, class Other>
  Result<T> move(BasicSlotOf<T, Other> source) const noexcept {
    return made(move_from(source), as<T>());
  }
  /// The same for what the program does not know the type of.
  template <class Other>
  Result<> move(BasicSlot<Other> source) const noexcept {
    return move_from(source);
  }

  /// Moves `source` here and gives it another guard. (Manual: CNode - Mutate.)
  template <class Other>
  Result<BasicCNode<Other>> mutate(BasicCNode<Other> source, Guard guard) const noexcept {
    return made(mutate_from(here(source), guard), here_like(source));
  }
  /// The same for the source in another slot, of whatever CSpace.
  template <class Context, class Other>
  Result<BasicCNode<Context>> mutate(BasicSlotOf<BasicCNode<Context>, Other> source,
                                     Guard guard) const noexcept {
    return made(mutate_from(source, guard), as<BasicCNode<Context>>());
  }
  template <class T, class Other>
  Result<T> mutate(BasicSlotOf<T, Other> source, Guard guard) const noexcept = delete;
  /// The same for what the program does not know the kind of. Only a CNode capability takes the
  /// guard; one of another kind is moved as it is. Errors: illegal_operation: an endpoint or
  /// notification capability: the kernel sets a badge when it mints, and never here.
  template <class Other>
  Result<> mutate(BasicSlot<Other> source, Guard guard) const noexcept {
    return mutate_from(source, guard);
  }

  /// Moves `pivot` here and `source` to pivot's slot in one step; CNode capabilities get the guards
  /// given. This slot must be empty, unless it is source's: then the two are swapped.
  /// (Manual: CNode - Rotate.) Errors: illegal_operation: an endpoint or notification capability is
  /// among the two; pivot is one of the other slots.
  template <class A, class B>
  Result<> rotate(BasicSlot<A> pivot, BasicSlot<B> source,
                  RotateGuards guards = {}) const noexcept {
    return cnode_rotate(ipc_, root_, index_, depth_bits(), guards.here.data(), pivot.root().cptr(),
                        pivot.index(), pivot.depth_bits(), guards.at_pivot.data(),
                        source.root().cptr(), source.index(), source.depth_bits());
  }

  /// Deletes all capabilities derived from the one here. Can be long; the kernel lets others run.
  /// (Manual: CNode - Revoke.)
  Result<> revoke() const noexcept { return cnode_revoke(ipc_, root_, index_, depth_bits()); }

  /// Empties this slot. The last capability to an object takes the object along. An empty slot is
  /// no error. (Manual: CNode - Delete.)
  Result<> remove() const noexcept { return cnode_delete(ipc_, root_, index_, depth_bits()); }

  /// Takes back the messages that wait to be sent through endpoint capabilities with the badge of
  /// the one here. Needs all rights to the endpoint. (Manual: CNode - Cancel Badged Sends.) Errors:
  /// illegal_operation: not an endpoint, or a right is missing.
  Result<> cancel_badged_sends() const noexcept {
    return cnode_cancel_badged_sends(ipc_, root_, index_, depth_bits());
  }

  /// Moves the authority to answer the last caller here, so that other messages can be received
  /// before. Kernels without MCS only. (Manual: CNode - Save Caller.)
  Result<> save_caller() const noexcept
    requires(sys::available::cnode_save_caller)
  {
    return cnode_save_caller(ipc_, root_, index_, depth_bits());
  }

  /// The depth as invocations take it.
  [[nodiscard]] constexpr std::uint8_t depth_bits() const noexcept {
    return static_cast<std::uint8_t>(depth_.bits());
  }

  friend constexpr bool operator==(const BasicSlot& a, const BasicSlot& b) noexcept {
    return a.root_ == b.root_ && a.index_ == b.index_ && a.depth_ == b.depth_;
  }

 private:
  template <Capability T>
  [[nodiscard]] constexpr BasicSlot here(T source) const noexcept {
    return BasicSlot{root(), source.cptr().bits(), Depth::whole()};
  }

  /// The capability that arrives here from `source`.
  template <Capability T>
  [[nodiscard]] constexpr T here_like(T source) const noexcept {
    return T{cptr(), source.ipc()};
  }

  template <Capability T>
  [[nodiscard]] static constexpr Result<T> made(Result<> result, T cap) noexcept {
    if (!result) return Failure{result.error()};
    return cap;
  }

  template <class Other>
  Result<> mint_from(const BasicSlot<Other>& source, MintArguments arguments) const noexcept {
    return cnode_mint(ipc_, root_, index_, depth_bits(), source.root().cptr(), source.index(),
                      source.depth_bits(), arguments.rights.raw(), arguments.badge.value());
  }
  template <class Other>
  Result<> copy_from(const BasicSlot<Other>& source, CopyArguments arguments) const noexcept {
    return cnode_copy(ipc_, root_, index_, depth_bits(), source.root().cptr(), source.index(),
                      source.depth_bits(), arguments.rights.raw());
  }
  template <class Other>
  Result<> move_from(const BasicSlot<Other>& source) const noexcept {
    return cnode_move(ipc_, root_, index_, depth_bits(), source.root().cptr(), source.index(),
                      source.depth_bits());
  }
  template <class Other>
  Result<> mutate_from(const BasicSlot<Other>& source, Guard guard) const noexcept {
    return cnode_mutate(ipc_, root_, index_, depth_bits(), source.root().cptr(), source.index(),
                        source.depth_bits(), guard.data());
  }

  CPtr root_;
  [[no_unique_address]] Ipc ipc_;
  Word index_;
  Depth depth_;
};

/// A slot that is known to hold a T: what CNode::slot(capability) gives.
template <class T, class Ipc>
class BasicSlotOf : public BasicSlot<Ipc> {
 public:
  using BasicSlot<Ipc>::BasicSlot;
};

}  // namespace sel4
