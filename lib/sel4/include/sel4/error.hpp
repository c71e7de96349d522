// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

// sel4::Error and sel4::Result: the kernel's verdict on an invocation.
#include <sel4/base/result.hpp>
#include <sel4/sys/error.hpp>
