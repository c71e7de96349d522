// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/mk/system.hpp>
#include <sel4/mk/xml.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// How elements are read. Everything that is wrong is reported where it is found, and reading goes
/// on with a harmless value, so that one run shows all mistakes.
namespace sel4::mk {

/// What reading needs all the time.
struct Reader {
  const Source& source;
  const Target& target;
  const SearchPath& search;
  Diagnostics& diagnostics;
  /// Scheduling domains by name.
  std::unordered_map<std::string, std::uint8_t> domain_ids{};

  void error(Span span, std::string what, std::string mend = {},
             const std::vector<Note>& notes = {}) {
    diagnostics.error(source, span, std::move(what), std::move(mend), notes);
  }
};

/// The bounds of a number, both included.
struct Bounds {
  std::uint64_t least = 0;
  std::uint64_t most = ~std::uint64_t{0};
};

/// The attributes of one element.
class Attributes {
 public:
  /// Reports attributes that are not in `known`.
  Attributes(Reader& reader, const XmlElement& element,
             std::initializer_list<std::string_view> known);

  [[nodiscard]] const XmlElement& element() const { return element_; }
  [[nodiscard]] bool has(std::string_view name) const { return element_.find(name) != nullptr; }
  /// The value of an attribute for messages, or the element's name if it is absent.
  [[nodiscard]] Span span(std::string_view name) const;

  /// A text; empty, reported, if absent.
  std::string required(std::string_view name);
  /// A text of at least one character.
  std::string required_name(std::string_view name);
  /// A text; empty if absent.
  [[nodiscard]] std::string text(std::string_view name) const;
  /// A number in decimal or 0x-hexadecimal, with underscores. `fallback` if absent or wrong.
  std::uint64_t number(std::string_view name, std::uint64_t fallback, Bounds bounds = {});
  std::uint64_t required_number(std::string_view name, Bounds bounds = {});
  /// A number in decimal only: what the format wants of ids, interrupts, pins, vectors and port
  /// sizes.
  std::uint64_t decimal(std::string_view name, std::uint64_t fallback, Bounds bounds = {});
  std::uint64_t required_decimal(std::string_view name, Bounds bounds = {});
  /// "true" or "false".
  bool boolean(std::string_view name, bool fallback);
  /// One of a few words; the place of the word, or `fallback` if absent or wrong.
  std::size_t choice(std::string_view name, std::initializer_list<std::string_view> words,
                     std::size_t fallback);

 private:
  const XmlAttribute* require(std::string_view name);
  std::uint64_t in_bounds(const XmlAttribute& attribute, std::uint64_t value,
                          std::uint64_t fallback, Bounds bounds);

  Reader& reader_;
  const XmlElement& element_;
};

/// Reports `child`, which may not be in `parent`.
void unexpected_element(Reader& reader, const XmlElement& parent, const XmlElement& child,
                        std::initializer_list<std::string_view> expected);
/// Reports every child of an element that can have none.
void no_children(Reader& reader, const XmlElement& element);

/// A number as the format has them, or why not.
[[nodiscard]] std::optional<std::uint64_t> parse_number(std::string_view text,
                                                        std::string& problem);

/// A PCI address "bus:device.function" in hexadecimal; reports and returns zeros otherwise.
capdl::object::PciDevice read_pci_device(Reader& reader, const Attributes& attributes,
                                         std::string_view attribute);

/// Adds a variable unless there is one for the symbol.
void add_variable(Reader& reader, std::vector<SetVar>& variables, SetVar variable);

/// Budget and period, with the period's default.
void read_budget(Reader& reader, Attributes& attributes, Scheduling& scheduling);

// The elements.
Map read_map(Reader& reader, const XmlElement& element, std::vector<SetVar>* variables,
             std::uint64_t end);
MemoryRegion read_region(Reader& reader, const XmlElement& element);
std::optional<Irq> read_irq(Reader& reader, const XmlElement& element,
                            std::vector<SetVar>& variables);
std::optional<IoPort> read_port(Reader& reader, const XmlElement& element,
                                std::vector<SetVar>& variables);
std::vector<CapMap> read_cspace(Reader& reader, const XmlElement& element);
VirtualMachine read_vm(Reader& reader, const XmlElement& element, std::vector<SetVar>& variables);
Channel read_channel(Reader& reader, const XmlElement& element);
IoSpace read_io_space(Reader& reader, const XmlElement& element);
DomainPlan read_plan(Reader& reader, const XmlElement& element);
/// Appends the domain and, behind it, its children.
void read_domain(Reader& reader, const XmlElement& element, std::optional<std::size_t> parent,
                 std::vector<ProtectionDomain>& domains);

}  // namespace sel4::mk
