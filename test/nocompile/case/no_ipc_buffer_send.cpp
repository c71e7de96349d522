// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A message through the IPC buffer, with a context that has none.
// error: needs the IPC buffer

#include <sel4/endpoint.hpp>

using namespace sel4;

void send(BasicEndpoint<sys::NoIpc> endpoint) {
#ifdef SEL4_NOCOMPILE
  endpoint.send(MessageInfo{});
#else
  endpoint.send_with_words(MessageInfo{});
#endif
}
