// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/rpc/client.hpp>
#include <sel4/rpc/server.hpp>
#include <sel4/sel4.hpp>

// What nearly all cases include, precompiled for them.
