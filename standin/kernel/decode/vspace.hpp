// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <decode/invocation.hpp>

namespace sel4::kernel {

Error invoke_frame(const Invocation& call);
Error invoke_page_table(const Invocation& call);
Error invoke_asid_control(const Invocation& call);
Error invoke_asid_pool(const Invocation& call);

/// Whether the ASID of an address space that has one is in use for it.
Error check_asid(const Cap& vspace);

namespace arch {
/// Methods of frames that other architectures have not.
Error invoke_frame(const Invocation& call);
/// Methods of capabilities that other architectures have not.
Error invoke(const Invocation& call);
}  // namespace arch

}  // namespace sel4::kernel
