// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

// The functions here do not look into a stream: an address that is nobody else's is all it needs.
extern "C" {
extern void* stdout;
extern void* stderr;
}

namespace {
constinit char standard_output = 0;
constinit char standard_error = 0;
}  // namespace

void* stdout = &standard_output;
void* stderr = &standard_error;
