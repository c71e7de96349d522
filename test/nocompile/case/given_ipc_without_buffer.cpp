// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// A capability that uses a given buffer must be given one.
// error: no matching|constraint|could not convert|cannot convert

#include <sel4/endpoint.hpp>

using namespace sel4;

BasicEndpoint<sys::GivenIpc> endpoint(IpcBuffer& buffer) {
#ifdef SEL4_NOCOMPILE
  (void)buffer;
  return BasicEndpoint<sys::GivenIpc>{CPtr{9}};
#else
  return BasicEndpoint<sys::GivenIpc>{CPtr{9}, sys::GivenIpc{&buffer}};
#endif
}
