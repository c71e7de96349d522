// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#include <sel4/microkit/place/ipc_address.hpp>

namespace {

/// sel4::runtime::StackBounds with numbers for pointers: no constant expression makes a pointer of
/// a number.
struct Bounds {
  sel4::Word bottom;
  sel4::Word top;
};

}  // namespace

/// A domain knows where its stack begins, with a guard page between it and the IPC buffer, but not
/// how large the tool has made it.
extern "C" {
extern const Bounds sel4_domain_stack __asm__("sel4_initial_stack");
constinit const Bounds sel4_domain_stack{
    0, sel4::microkit::detail::ipc_buffer_address - (sel4::Word{1} << seL4_PageBits)};
}
