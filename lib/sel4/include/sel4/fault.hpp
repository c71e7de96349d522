// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/std_parts.hpp>
#include <sel4/message_info.hpp>
#include <sel4/sys/bitfields.hpp>
#include <sel4/sys/ipc.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <variant>

namespace sel4 {

/// A fault as its handler gets it: one of the fault types of this kernel, each with named accessors
/// (`sys::CapFault`, `sys::VMFault`, `sys::UserException`...). Which there are, and in which order
/// their words come, is generated from the kernel's prefix.
using Fault = sys::FaultVariant;

/// No fault. These are the fault types that every kernel has, by their manual names.
using NullFault = sys::NullFault;
/// A capability address that led nowhere, in a system call.
using CapFault = sys::CapFault;
/// A system call number that the kernel does not have.
using UnknownSyscall = sys::UnknownSyscall;
/// An exception of the processor that is not a memory fault.
using UserException = sys::UserException;
/// A memory access that the address space does not allow.
using VmFault = sys::VMFault;

/// The fault that a message with these words reports; nothing if its label is no fault's. Words
/// missing from the message count as 0. Label 0 is that of a NullFault: no fault but a message from
/// someone's send. (Manual: Faults.)
[[nodiscard]] inline std::optional<Fault> decode_fault(MessageInfo info,
                                                       std::span<const Word> words) noexcept {
  const std::size_t length = std::min(words.size(), static_cast<std::size_t>(info.length()));
  const auto fault = sys::Fault::from_message(info.label(), words.first(length));
  if (!fault) return std::nullopt;
  return fault->variant();
}

/// The fault that a message received by way of the IPC buffer reports.
template <sys::IpcContext Ipc = sys::ThreadIpc>
[[nodiscard]] std::optional<Fault> decode_fault(const Received& message, Ipc ipc = {}) noexcept {
  return decode_fault(message.info, std::span<const Word>{ipc.buffer().msg});
}

/// The fault that a message received in registers reports; words that are not in registers are
/// taken from the IPC buffer.
template <sys::IpcContext Ipc = sys::ThreadIpc>
[[nodiscard]] std::optional<Fault> decode_fault(const ReceivedWords& message,
                                                Ipc ipc = {}) noexcept {
  // The longest fault message: the tag's word of the union is no part of it.
  std::array<Word, sys::Fault::word_count> words{};
  std::copy(&ipc.buffer().msg[0], &ipc.buffer().msg[0] + words.size(), words.begin());
  words[0] = message.words.mr0;
  words[1] = message.words.mr1;
  words[2] = message.words.mr2;
  words[3] = message.words.mr3;
  return decode_fault(message.info, words);
}

/// Why a capability address led nowhere (seL4 manual, "Lookup Failure Description").
namespace lookup_failure {
/// The CSpace's root is not a CNode.
struct InvalidRoot {};
/// The slot is empty, or what it holds does not do.
struct MissingCapability {
  /// How many bits of the address were not looked up yet.
  Word bits_left;
};
/// The address ended inside a CNode, or went on beyond an object.
struct DepthMismatch {
  /// How many bits of the address were not looked up yet.
  Word bits_left;
  /// How many bits the CNode would have looked up.
  Word bits_found;
};
/// The address does not have the guard's bits.
struct GuardMismatch {
  /// How many bits of the address were not looked up yet.
  Word bits_left;
  /// The guard's bits.
  Word guard_found;
  /// The guard's size.
  Word bits_found;
};
}  // namespace lookup_failure

/// Why a lookup failed: one of the types in lookup_failure.
using LookupFailure = std::variant<lookup_failure::InvalidRoot, lookup_failure::MissingCapability,
                                   lookup_failure::DepthMismatch, lookup_failure::GuardMismatch>;

/// What went wrong in the lookup that caused `fault`; nothing if the fault says none.
[[nodiscard]] inline std::optional<LookupFailure> decode_lookup_failure(
    const CapFault& fault) noexcept {
  switch (fault.lookup_failure_type()) {
    case ::seL4_InvalidRoot:
      return lookup_failure::InvalidRoot{};
    case ::seL4_MissingCapability:
      return lookup_failure::MissingCapability{fault.mr4()};
    case ::seL4_DepthMismatch:
      return lookup_failure::DepthMismatch{fault.mr4(), fault.mr5()};
    case ::seL4_GuardMismatch:
      return lookup_failure::GuardMismatch{fault.mr4(), fault.mr5(), fault.mr6()};
    default:
      return std::nullopt;
  }
}

}  // namespace sel4
