// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
//
// The anchor is an object linked into every program. It refers to what here stands in for parts of
// libstdc++, so that the linker has found that before it searches libstdc++.a. Nothing refers to
// the anchor itself: --gc-sections drops it, and with it all that the program does not use.

#pragma once

/// A pointer to `function`, in a section of its own.
#define SEL4_ANCHOR(name, function)               \
  namespace sel4::cxxrt::anchor {                 \
  extern decltype(&(function)) const name;        \
  decltype(&(function)) const name = &(function); \
  }
