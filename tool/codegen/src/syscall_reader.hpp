// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

#include "model.hpp"
#include "source_text.hpp"

#include <vector>

namespace sel4::codegen {

/// Reads api/syscall.xml. The result has every system call that any configuration has, each once:
/// first those of the API that `config` selects (MCS or not) and the debug calls, numbered as the
/// kernel does, then the ones that only the other API has, which are disabled. Throws InputError.
[[nodiscard]] std::vector<Syscall> read_syscalls(const SourceText& source, const Config& config);

}  // namespace sel4::codegen
