// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "input_error.hpp"
#include "source_text.hpp"

#include <initializer_list>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace sel4::codegen {

/// A parsed XML file, with checks that name the place. Elements must not outlive it.
class XmlFile {
 public:
  /// Throws InputError if the text is not XML. Keeps a reference to `source`.
  explicit XmlFile(const SourceText& source);

  /// The root, which must be called `name`.
  [[nodiscard]] pugi::xml_node root(std::string_view name) const;

  [[nodiscard]] Place place(pugi::xml_node node) const;

  /// Throws InputError unless all attributes of `node` are among `required` and `optional`, each at
  /// most once, and all `required` ones are there.
  void check_attributes(pugi::xml_node node, std::initializer_list<std::string_view> required,
                        std::initializer_list<std::string_view> optional = {}) const;

  /// Throws InputError if there is text between the elements in `node`.
  void check_no_text(pugi::xml_node node) const;

  /// Throws InputError if there is anything in `node`.
  void check_empty(pugi::xml_node node) const;

  /// Throws InputError: `node` must not be where it is.
  [[noreturn]] void unexpected(pugi::xml_node node) const;

  /// The attribute's value, which must be an identifier. Throws InputError.
  [[nodiscard]] std::string identifier(pugi::xml_node node, const char* attribute) const;

  [[nodiscard]] const SourceText& source() const noexcept { return source_; }

 private:
  const SourceText& source_;
  LineIndex lines_;
  pugi::xml_document document_;
};

}  // namespace sel4::codegen
