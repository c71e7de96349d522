// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors

#pragma once

/// @file
/// A few small parts of `algorithm`, `iterator` and `memory` for headers that everything includes:
/// min, max, copy, equal, fill; iterator tags, sentinels and std::size; addressof, construct_at and
/// destroy_at. With libstdc++ 12 the three whole headers bring streams, locales and the parallel
/// algorithms, which doubles the time that a file takes to compile; with another standard library
/// they are included as they are.

#if __has_include(<bits/stl_algobase.h>) && __has_include(<bits/stl_construct.h>) && \
    __has_include(<bits/range_access.h>)
  #include <bits/range_access.h>   // IWYU pragma: export
  #include <bits/stl_algobase.h>   // IWYU pragma: export
  #include <bits/stl_construct.h>  // IWYU pragma: export
#else
  #include <algorithm>  // IWYU pragma: export
  #include <iterator>   // IWYU pragma: export
  #include <memory>     // IWYU pragma: export
#endif
