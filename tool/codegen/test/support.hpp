// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "bitfield_parser.hpp"
#include "config_reader.hpp"
#include "interface_reader.hpp"
#include "syscall_reader.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace sel4::codegen::test {

inline SourceText text(std::string_view name, std::string_view content) {
  return {std::string(name), std::string(name), std::string(content)};
}

/// The message of the InputError that `run` throws; "no error" if it throws none.
inline std::string error_of(const std::function<void()>& run) {
  try {
    run();
  } catch (const InputError& error) {
    return error.what();
  }
  return "no error";
}

inline Config config_of(std::string_view json) {
  Config config;
  read_config(text("c.json", json), config);
  return config;
}

inline Bitfields bitfields_of(std::string_view pbf) {
  Bitfields bitfields;
  read_bitfields(text("t.pbf", pbf), 64, bitfields);
  return bitfields;
}

inline Api api_of(std::string_view xml, const Config& config = {},
                  const Bitfields& bitfields = {}) {
  return read_interfaces({text("a.xml", xml)}, config, bitfields, 64);
}

}  // namespace sel4::codegen::test
