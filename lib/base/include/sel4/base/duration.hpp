// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

/// @file
/// `std::chrono::duration` and its units. The whole header `chrono` knows calendars and prints
/// them, for which libstdc++ 12 brings streams and locales into every file (see std_parts.hpp).

#if __has_include(<bits/chrono.h>)
  #include <bits/chrono.h>  // IWYU pragma: export
#else
  #include <chrono>  // IWYU pragma: export
#endif
