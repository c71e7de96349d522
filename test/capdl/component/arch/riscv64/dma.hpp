// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

namespace capdl_test {

/// There are no I/O spaces.
inline bool copies_through_io_space(unsigned long, unsigned long) { return false; }

}  // namespace capdl_test
