// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A handler with a wrong signature is not taken for a missing one.
// error: a protection domain.s init returns a handler

#include <sel4/microkit/event_loop.hpp>

using namespace sel4::microkit;

class Server {
 public:
#ifdef SEL4_NOCOMPILE
  Message protected_call(int, Message) { return {}; }
#else
  Message protected_call(AnyChannel, Message) { return {}; }
#endif
  void notified(AnyChannel) {}
};

Server init() { return {}; }
void domain() { run_domain<init>(); }
