// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

namespace capdl_test {

/// The kernel prints.
inline void open_console() {}

}  // namespace capdl_test
