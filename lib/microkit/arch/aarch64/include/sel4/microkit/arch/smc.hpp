// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include <sel4/arch/smc.hpp>
#include <sel4/microkit/ipc.hpp>
#include <sel4/microkit/slots.hpp>

namespace sel4::microkit {

/// The domain's authority to call secure firmware: `smc.call(registers)`. Only domains with `smc`
/// in the system description have it, and only kernels that allow such calls let it compile.
inline constexpr BasicSmc<DomainIpc> smc{CPtr{slot::smc}};

}  // namespace sel4::microkit
