// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#include "reader.hpp"

#include <charconv>
#include <fmt/format.h>

namespace sel4::mk {

namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// A part of a PCI address: hexadecimal digits, at most `most`.
std::optional<std::uint8_t> pci_part(Reader& reader, Span span, std::string_view what,
                                     std::string_view text, unsigned most) {
  text = trimmed(text);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  const bool negative = text.starts_with('-');
  if (!negative && (error == std::errc::invalid_argument || end != text.data() + text.size())) {
    reader.error(span, fmt::format("the PCI {} '{}' is not hexadecimal", what, text.substr(0, 40)),
                 "write bus:device.function, as in 0a:1f.7");
    return std::nullopt;
  }
  if (negative || error != std::errc{} || value > most) {
    reader.error(span, fmt::format("PCI {}: expected 0 to {:x} in hexadecimal, found '{}'", what,
                                   most, text.substr(0, 40)));
    return std::nullopt;
  }
  return static_cast<std::uint8_t>(value);
}

std::uint64_t read_id(Reader& reader, Attributes& attributes, std::vector<SetVar>& variables) {
  const std::uint64_t id = attributes.required_decimal("id", {0, limit::highest_id});
  if (attributes.has("setvar_id")) {
    add_variable(reader, variables,
                 {.symbol = attributes.text("setvar_id"),
                  .value = id,
                  .region_name = {},
                  .region = 0,
                  .span = attributes.span("setvar_id"),
                  .region_span = {}});
  }
  return id;
}

}  // namespace

std::uint64_t Irq::number() const {
  if (const auto* plain = std::get_if<PlainIrq>(&kind)) return plain->number;
  if (const auto* ioapic = std::get_if<IoApicIrq>(&kind)) return ioapic->vector;
  return std::get<MsiIrq>(kind).vector;
}

capdl::object::PciDevice read_pci_device(Reader& reader, const Attributes& attributes,
                                         std::string_view attribute) {
  const std::string text = attributes.text(attribute);
  const Span span = attributes.span(attribute);
  const std::size_t colon = text.find(':');
  const std::size_t dot = colon == std::string::npos ? colon : text.find('.', colon);
  if (dot == std::string::npos) {
    if (attributes.has(attribute)) {
      reader.error(
          span,
          fmt::format("'{}': expected a PCI address, found '{}'", attribute, text.substr(0, 40)),
          "write bus:device.function, as in 0a:1f.7");
    }
    return {};
  }
  const std::string_view all = text;
  const auto bus = pci_part(reader, span, "bus", all.substr(0, colon), 0xff);
  const auto device = pci_part(reader, span, "device", all.substr(colon + 1, dot - colon - 1), 31);
  const auto function = pci_part(reader, span, "function", all.substr(dot + 1), 7);
  if (!bus || !device || !function) return {};
  return {.bus = *bus, .device = *device, .function = *function};
}

std::optional<Irq> read_irq(Reader& reader, const XmlElement& element,
                            std::vector<SetVar>& variables) {
  no_children(reader, element);
  const bool x86 = reader.target.arch == Arch::x86_64;
  const std::string architecture(arch_name(reader.target.arch));
  if (element.find("irq") != nullptr) {
    Attributes attributes(reader, element, {"irq", "id", "setvar_id", "trigger"});
    if (x86) {
      reader.error(element.span, "interrupts by number are not supported on x86_64",
                   "give the IOAPIC's pin, or pcidev and handle of a message signalled interrupt");
      return std::nullopt;
    }
    PlainIrq plain{.number = attributes.required_decimal("irq"),
                   .edge = attributes.choice("trigger", {"level", "edge"}, 0) == 1};
    return Irq{.id = read_id(reader, attributes, variables),
               .kind = plain,
               .span = element.span,
               .id_span = attributes.span("id")};
  }
  if (element.find("pin") != nullptr) {
    Attributes attributes(reader, element,
                          {"id", "setvar_id", "ioapic", "pin", "trigger", "polarity", "vector"});
    if (!x86) {
      reader.error(element.span, "IOAPIC interrupts are not supported on " + architecture,
                   "give the number with irq");
      return std::nullopt;
    }
    IoApicIrq irq{.ioapic = attributes.decimal("ioapic", 0),
                  .pin = attributes.required_decimal("pin"),
                  .level = attributes.choice("trigger", {"edge", "level"}, 1) == 1,
                  .low = attributes.choice("polarity", {"high", "low"}, 0) == 1,
                  .vector = attributes.required_decimal("vector", {0, limit::highest_x86_vector})};
    return Irq{.id = read_id(reader, attributes, variables),
               .kind = irq,
               .span = element.span,
               .id_span = attributes.span("id")};
  }
  if (element.find("pcidev") != nullptr) {
    Attributes attributes(reader, element, {"id", "setvar_id", "pcidev", "handle", "vector"});
    if (!x86) {
      reader.error(element.span,
                   "message signalled interrupts are not supported on " + architecture,
                   "give the number with irq");
      return std::nullopt;
    }
    MsiIrq irq{.device = read_pci_device(reader, attributes, "pcidev"),
               .handle = attributes.required_decimal("handle"),
               .vector = attributes.required_decimal("vector", {0, limit::highest_x86_vector})};
    return Irq{.id = read_id(reader, attributes, variables),
               .kind = irq,
               .span = element.span,
               .id_span = attributes.span("id")};
  }
  Attributes attributes(reader, element,
                        {"irq", "id", "setvar_id", "ioapic", "pin", "trigger", "polarity", "vector",
                         "pcidev", "handle"});
  reader.error(element.span,
               x86 ? "missing attribute 'pin' or 'pcidev' on element 'irq'"
                   : "missing attribute 'irq' on element 'irq'",
               x86 ? "name the interrupt" : "add irq=\"...\"");
  (void)read_id(reader, attributes, variables);
  return std::nullopt;
}

std::optional<IoPort> read_port(Reader& reader, const XmlElement& element,
                                std::vector<SetVar>& variables) {
  if (reader.target.arch != Arch::x86_64) {
    reader.error(element.span,
                 fmt::format("there are no I/O ports on {}", arch_name(reader.target.arch)),
                 "map the device's registers as a memory_region with phys_addr");
    return std::nullopt;
  }
  Attributes attributes(reader, element, {"id", "setvar_id", "setvar_addr", "addr", "size"});
  no_children(reader, element);
  IoPort port{.id = read_id(reader, attributes, variables),
              .address = attributes.required_number("addr", {0, 0xffff}),
              .size = attributes.required_decimal("size", {1, 0x10000}),
              .span = element.span,
              .id_span = attributes.span("id")};
  if (port.address + port.size > 0x10000) {
    reader.error(attributes.span("size"),
                 fmt::format("the ports {:#x} to {:#x} reach beyond the last port, 0xffff",
                             port.address, port.address + port.size - 1));
  }
  if (attributes.has("setvar_addr")) {
    add_variable(reader, variables,
                 {.symbol = attributes.text("setvar_addr"),
                  .value = port.address,
                  .region_name = {},
                  .region = 0,
                  .span = attributes.span("setvar_addr"),
                  .region_span = {}});
  }
  return port;
}

}  // namespace sel4::mk
