// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"

#include <string>
#include <vector>

namespace sel4::codegen {

/// A generated file.
struct Output {
  /// Relative to the output directory.
  std::string path;
  std::string text;
};

/// Everything that the headers are made from, with the names of the files it was read from.
struct Inputs {
  std::vector<std::string> config_files;
  std::string syscall_file;
  std::vector<std::string> interface_files;
  std::vector<std::string> bitfield_files;
  std::size_t word_bits = 0;
  Config config;
  std::vector<Syscall> syscalls;
  Api api;
  Bitfields bitfields;
};

/// sel4/config.hpp. Throws InputError for keys that cannot be C++ names.
[[nodiscard]] Output emit_config(const Inputs& inputs);

/// sel4/sys/syscall_number.hpp.
[[nodiscard]] Output emit_syscalls(const Inputs& inputs);

/// sel4/sys/invocation_label.hpp.
[[nodiscard]] Output emit_labels(const Inputs& inputs);

/// sel4/sys/bitfields.hpp.
[[nodiscard]] Output emit_bitfields(const Inputs& inputs);

/// sel4/sys/available.hpp, sel4/sys/invocation_support.hpp, sel4/sys/invocations.hpp and one header
/// per interface.
[[nodiscard]] std::vector<Output> emit_invocations(const Inputs& inputs);

/// interfaces/sel4_client.h of libsel4: a C function for each invocation that the kernel has.
[[nodiscard]] std::string emit_c_client(const Inputs& inputs);

}  // namespace sel4::codegen
