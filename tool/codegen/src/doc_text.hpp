// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "xml.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sel4::codegen {

/// The text in `node` as prose for a comment, one string per paragraph: white space collapsed,
/// <texttt text="x"/> as `x`, references as the words of their label. Elements that are not known
/// count as their text. Throws InputError if they are nested too deep.
[[nodiscard]] std::vector<std::string> doc_paragraphs(const XmlFile& file, pugi::xml_node node);

/// doc_paragraphs() on one line.
[[nodiscard]] std::string doc_line(const XmlFile& file, pugi::xml_node node);

/// White space in `text` collapsed.
[[nodiscard]] std::string collapse(std::string_view text);

}  // namespace sel4::codegen
