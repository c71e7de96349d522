// SPDX-License-Identifier: BSD-2-Clause
// SPDX-FileCopyrightText: 2026 the cpp-sel4 authors
#pragma once

#include <core/print.hpp>

namespace sel4::kernel {

struct Tcb;

/// Why an address did not lead to a capability, as the words that describe it to programs.
struct LookupFailure {
  Word words[4]{};
  Word count = 0;

  [[nodiscard]] static constexpr LookupFailure invalid_root() { return {{seL4_InvalidRoot}, 1}; }
  [[nodiscard]] static constexpr LookupFailure missing(Word bits_left) {
    return {{seL4_MissingCapability, bits_left}, 2};
  }
  [[nodiscard]] static constexpr LookupFailure depth_mismatch(Word bits_left, Word bits_found) {
    return {{seL4_DepthMismatch, bits_left, bits_found}, 3};
  }
  [[nodiscard]] static constexpr LookupFailure guard_mismatch(Word bits_left, Word guard,
                                                              Word guard_bits) {
    return {{seL4_GuardMismatch, bits_left, guard, guard_bits}, 4};
  }
};

/// What is wrong with the invocation in progress: the words that go with its error code.
struct Problem {
  Word words[5]{};
  Word count = 0;
};
inline constinit Problem problem;
/// What is wrong with the last lookup that found nothing.
inline constinit LookupFailure lookup_failure;

/// Starts a line about a mistake of the running thread.
void print_complaint();

template <class... Why>
[[nodiscard]] Error fail(Error error, Why... why) {
  print_complaint();
  print(why..., "\n");
  return error;
}
template <class... Why>
[[nodiscard]] Error fail_argument(Word number, Why... why) {
  problem = {{number}, 1};
  return fail(seL4_InvalidArgument, why...);
}
template <class... Why>
[[nodiscard]] Error fail_capability(Word number, Why... why) {
  problem = {{number}, 1};
  return fail(seL4_InvalidCapability, why...);
}
template <class... Why>
[[nodiscard]] Error fail_range(Word least, Word most, Why... why) {
  problem = {{least, most}, 2};
  return fail(seL4_RangeError, why..., " is not in ", least, "..", most);
}
/// With `lookup_failure`, or another reason put there; for what is no mistake, but a way to find
/// out.
[[nodiscard]] inline Error fail_lookup_quietly(bool is_source) {
  problem = {{is_source}, 1 + lookup_failure.count};
  for (Word i = 0; i < lookup_failure.count; ++i) problem.words[1 + i] = lookup_failure.words[i];
  return seL4_FailedLookup;
}
template <class... Why>
[[nodiscard]] Error fail_lookup(bool is_source, Why... why) {
  return fail(fail_lookup_quietly(is_source), why...);
}

}  // namespace sel4::kernel
