// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/config.hpp>
#include <sel4/object.hpp>
#include <sel4/sys/invocations.hpp>

namespace sel4 {

/// Registers x0 to x7 of a call to secure firmware, and of its answer.
using SmcRegisters = ::seL4_ARM_SMCContext;

/// The authority to call secure firmware with one function number, or any (the badge says which).
template <class Ipc>
class BasicSmc : public ObjectOf<BasicSmc, Ipc> {
 public:
  using ObjectOf<BasicSmc, Ipc>::ObjectOf;
  /// The kind's name in messages.
  static constexpr const char* kind_name = "SMC";

  /// Calls secure firmware (SMC instruction) on this core and returns its answer. A badge on the
  /// capability, if there is one, is the only function identifier (x0) that it may call. Kernels
  /// that allow SMC calls only; on others there is no such capability. (Manual: SMC - Call.)
  /// Errors: illegal_operation: the capability is for another function.
  Result<SmcRegisters> call(const SmcRegisters& arguments) const noexcept
    requires(sys::available::arm_smc_call && config::allow_smc_calls)
  {
    return arm_smc_call(this->ipc(), this->cptr(), arguments);
  }
};

/// The authority to call secure firmware.
using Smc = BasicSmc<sys::ThreadIpc>;

}  // namespace sel4
