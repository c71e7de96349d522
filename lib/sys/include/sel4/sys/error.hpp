// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/base/result.hpp>
#include <sel4/sys/types.hpp>

#include <string_view>

namespace sel4 {

/// Why an invocation was refused (seL4 manual, "Error codes"). The numbers are the kernel's.
enum class Error : Word {
  none = ::seL4_NoError,
  /// A parameter that is not a capability is not valid.
  invalid_argument = ::seL4_InvalidArgument,
  /// A capability is of the wrong type, or lacks a right.
  invalid_capability = ::seL4_InvalidCapability,
  /// The operation is not allowed on this object, in this state or with this capability.
  illegal_operation = ::seL4_IllegalOperation,
  /// A parameter is outside its range; the kernel says the range in message registers 0 and 1.
  range = ::seL4_RangeError,
  /// An address or size is not aligned as it must be.
  alignment = ::seL4_AlignmentError,
  /// A capability address could not be looked up.
  failed_lookup = ::seL4_FailedLookup,
  /// Fewer message words or capabilities came than the operation needs.
  truncated_message = ::seL4_TruncatedMessage,
  /// The destination slot or mapping is occupied.
  delete_first = ::seL4_DeleteFirst,
  /// The object still has derived capabilities.
  revoke_first = ::seL4_RevokeFirst,
  /// The untyped object has too little room left; the kernel says how much in message register 0.
  not_enough_memory = ::seL4_NotEnoughMemory,
};

/// The error's name as the seL4 manual has it, without prefix.
[[nodiscard]] constexpr std::string_view describe(Error error) noexcept {
  switch (error) {
    case Error::none:
      return "NoError";
    case Error::invalid_argument:
      return "InvalidArgument";
    case Error::invalid_capability:
      return "InvalidCapability";
    case Error::illegal_operation:
      return "IllegalOperation";
    case Error::range:
      return "RangeError";
    case Error::alignment:
      return "AlignmentError";
    case Error::failed_lookup:
      return "FailedLookup";
    case Error::truncated_message:
      return "TruncatedMessage";
    case Error::delete_first:
      return "DeleteFirst";
    case Error::revoke_first:
      return "RevokeFirst";
    case Error::not_enough_memory:
      return "NotEnoughMemory";
  }
  return "unknown error";
}

static_assert(seL4_NumErrors == 11, "this kernel has error codes that Error does not name");

}  // namespace sel4
