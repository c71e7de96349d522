// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// What init returns handles something.
// error: a protection domain.s init returns a handler

#include <sel4/microkit/event_loop.hpp>

using namespace sel4::microkit;

struct Server {
#ifndef SEL4_NOCOMPILE
  void notified(ChannelSet) {}
#endif
};

Server init() { return {}; }
void domain() { run_domain<init>(); }
