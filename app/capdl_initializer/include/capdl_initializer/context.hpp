// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/capdl/reader.hpp>
#include <sel4/sys/invocations.hpp>
#include <sel4/sys/ipc.hpp>

#include <array>
#include <string_view>

namespace capdl_initializer {

using sel4::CPtr;
using sel4::Error;
using sel4::Result;
using sel4::Word;
using sel4::capdl::Image;
using sel4::capdl::no_ref;
using sel4::capdl::Ref;
using sel4::capdl::TableId;
using sel4::sys::GivenIpc;

/// Bits of a capability address; what CNode operations are told as depth.
inline constexpr std::uint8_t address_bits = 64;

/// What all steps work with.
struct Context {
  const ::seL4_BootInfo& boot_info;
  const Image& image;
  GivenIpc ipc;
  /// A CNode from which every capability address can be resolved.
  CPtr root{::seL4_CapInitThreadCNode};
  /// The CNode that has the slots of Image::slot_count() capabilities, and the first of them.
  CPtr slot_node{::seL4_CapInitThreadCNode};
  Word slot_offset = 0;
  /// What to add to the numbers of the kinds of Ref.
  std::array<Word, 4> bases{};

  /// The address of a capability that is there.
  [[nodiscard]] CPtr cptr(Ref ref) const {
    return CPtr{bases[ref >> sel4::capdl::ref_shift] + (ref & sel4::capdl::ref_number)};
  }
  /// The address of a capability; the null capability for none.
  [[nodiscard]] CPtr optional(Ref ref) const { return ref == no_ref ? CPtr{0} : cptr(ref); }
  /// The address of a slot for objects or copies.
  [[nodiscard]] CPtr slot(std::uint32_t number) const { return CPtr{bases[0] + number}; }
};

/// Prints what could not be done to which object, and why, and stops for good.
[[noreturn]] void fail(const Context& context, std::string_view what, Ref ref, Error error);
/// The same for what no error code says.
[[noreturn]] void fail(const Context& context, std::string_view what, Ref ref,
                       std::string_view why);
/// The same where no object is concerned.
[[noreturn]] void fail(std::string_view what, std::string_view why);

/// Stops unless `result` is a success.
inline void check(const Context& context, std::string_view what, Ref ref, Result<> result) {
  if (!result) [[unlikely]]
    fail(context, what, ref, result.error());
}

/// Copies a capability within the initial thread's CSpace.
inline Result<> copy(const Context& context, CPtr to, CPtr from) {
  return sel4::sys::cnode_copy(context.ipc, context.root, to.bits(), address_bits, context.root,
                               from.bits(), address_bits,
                               sel4::sys::CapRights::from_words({sel4::capdl::all_right_bits}));
}

/// Copies it with less rights and a badge.
inline Result<> mint(const Context& context, CPtr to, CPtr from, std::uint8_t rights, Word badge) {
  return sel4::sys::cnode_mint(context.ipc, context.root, to.bits(), address_bits, context.root,
                               from.bits(), address_bits,
                               sel4::sys::CapRights::from_words({rights}), badge);
}

/// Prints a line of the given level, if the specification asks for lines of that level.
enum class Level : std::uint8_t { error = 1, warn, info, debug, trace };
void set_level(std::uint32_t level);
void log(Level level, std::string_view text);

// The steps, in their order.

/// Finds room for the slots: in the initial CNode, or in one that is made for it.
void prepare_slots(Context& context);
/// Bytes at the start of an untyped that prepare_slots() has used.
[[nodiscard]] Word bytes_used(std::size_t untyped);
/// Makes all objects, interrupt handlers included.
void create_objects(const Context& context);
/// Fills frames.
void fill_frames(const Context& context);
/// Gives address spaces their ASIDs and mappings.
void set_up_spaces(const Context& context);
/// Interrupts' notifications, scheduling contexts, threads.
void set_up_threads(const Context& context);
/// Puts capabilities into CNodes.
void fill_cnodes(const Context& context);
/// Writes the domain schedule.
void set_up_domains(const Context& context);
/// Lets threads run once the initializer is done, and starts the domain schedule.
void start(const Context& context);

}  // namespace capdl_initializer
