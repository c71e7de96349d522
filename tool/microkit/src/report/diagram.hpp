// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/mk/output.hpp>

#include <string>

/// What both forms of the picture say.
namespace sel4::mk {

/// What a mapping allows, as "rwx"; "rw uncached".
[[nodiscard]] std::string map_label(const Map& map);
/// Priority and whatever of a domain is not as usual.
[[nodiscard]] std::string domain_label(const ProtectionDomain& domain);
/// "call 1, notify 1 / notify 0": what each end may do.
[[nodiscard]] std::string end_label(const ChannelEnd& end);
/// "irq 33 (id 0)".
[[nodiscard]] std::string irq_label(const Irq& irq);

}  // namespace sel4::mk
