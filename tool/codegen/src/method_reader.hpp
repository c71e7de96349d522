// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"
#include "type_table.hpp"
#include "xml.hpp"

#include <cstddef>
#include <string_view>

namespace sel4::codegen {

/// The kernel's seL4_MsgMaxLength and seL4_MsgMaxExtraCaps.
inline constexpr std::size_t max_message_words = 120;
inline constexpr std::size_t max_message_caps = 3;

/// Reads one <method>. Throws InputError.
[[nodiscard]] Method read_method(const XmlFile& file, pugi::xml_node node,
                                 std::string_view service_description, const Interface& interface,
                                 const TypeTable& types, const Config& config);

}  // namespace sel4::codegen
