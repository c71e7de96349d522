// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <sel4/cnode.hpp>

namespace sel4 {

/// Where these tests' capabilities would be.
inline constexpr CNode cspace{CPtr{2}};

}  // namespace sel4
