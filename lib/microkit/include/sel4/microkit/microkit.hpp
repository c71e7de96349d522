// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// All that every architecture has for protection domains.

#pragma once

#include <sel4/microkit/channel.hpp>
#include <sel4/microkit/child.hpp>
#include <sel4/microkit/cspace.hpp>
#include <sel4/microkit/debug.hpp>
#include <sel4/microkit/domain.hpp>
#include <sel4/microkit/event_loop.hpp>
#include <sel4/microkit/handler.hpp>
#include <sel4/microkit/message.hpp>
#include <sel4/microkit/variable.hpp>
